# Pages of a provider that are imported: formats, what they were recognised by, what could not be read.

## Formats, by the names that those who write documentation know
import-format-pack = Vurder's own pack
import-format-vitepress = VitePress or VuePress
import-format-mkdocs = MkDocs, Material for MkDocs
import-format-zola = Zola
import-format-docusaurus = Docusaurus
import-format-jekyll = Jekyll
import-format-myst = Sphinx or Jupyter Book (MyST)
import-format-github = Markdown as GitHub shows it
import-format-html = Web pages (HTML)
import-format-oscal = OSCAL (JSON)
import-format-satre = SATRE
import-format-caiq = CAIQ or another questionnaire (CSV, Excel)

## What a format was recognised by: a sentence
import-recognised-given = You chose this format.
import-recognised-file = Recognised by the file { $file }.
import-recognised-mark = Recognised by "{ $mark }" in { $file }, line { $line }.
import-recognised-nothing-else = Nothing in the files tells of another format.

## What could not be read, after "file, line:"
import-problem-too-large = Left out: the file has { $size } MB, and at most { $limit } MB are read.
import-problem-binary = Left out: the file is no text, whatever its name says.
import-problem-not-utf-8 = { $count ->
    [one] One character
   *[other] { $count } characters
    } could not be read and stand as �: the file is not in UTF-8.
import-problem-encoding = The file does not tell its encoding. It was read as { $encoding }.
import-problem-malformed = Left out: the file cannot be read. { $detail }
import-problem-other-model = Left out: this is "{ $model }", which is not read. Export a catalogue, a resolved profile or a component definition.
import-problem-newer-version = The file is of version { $version }, newer than { $known }. It was read as far as it is known.
import-problem-reference = "{ $what }" is referred to and is not among the files.
import-problem-same-number = The number "{ $number }" stands twice. Both were read.
import-problem-unanswered = Question { $number } has no answer.
import-problem-unknown-value = "{ $value }" is no answer that is known here. Look at what became of it.
import-problem-left-out = Parts of the page with { $count } words were left out, because they are hidden or stand beside the text. Look at the page to see whether they matter.
import-problem-cut = The page is too long. What follows after this line was left out.
import-problem-other-format = Left out: files that end with ".{ $ending }" are not read.
import-problem-front-matter-without-end = The head of the page has no end. The whole file was read as the page.
import-problem-front-matter = The head of the page cannot be read, so the page was read without it. { $detail }
import-problem-settings = The settings of the site cannot be read. The pages were read without them. { $detail }
import-problem-never-closed = "{ $what }" is opened and never closed. It was closed at the end of the page.
import-problem-include-missing = "{ $file }" should be included here and is not among the files.
import-problem-include-too-deep = "{ $file }" should be included here, but the files include each other in a circle or too deep.
import-problem-made-by-site = "{ $what }" is filled in by the provider's own site only. It was left out.
import-problem-link-to-file = Left out: this is only a link to another file.
import-problem-draft = Left out: the page is marked as a draft.
import-problem-empty = Left out: the page has no words.
import-problem-same-address = The page has the same address as { $file }: { $address }. Both were read.
import-problem-bad-entry = Left out: this entry can't be read. { $detail }
import-problem-bad-id = Left out: "{ $id }" can't be an id. It has to stand below that of the provider and have only a-z, 0-9 and "-".
import-problem-same-id = Left out: "{ $id }" stands here a second time.
import-problem-without-page = Left out: no page of the pack has "{ $id }".
import-problem-without-statement = Left out: no statement of the pack stands behind "{ $id }".
import-problem-bad-address = Left out: "{ $address }" is no address that can be followed.
import-problem-passage-numbers = The passages of the page were numbered anew, from 1.
import-problem-not-of-pack = Left out: a pack has no such file.
import-problem-not-the-same = The pack says of "{ $id }" that it is as before, but it has other words or is no longer published. It is told as a change.

## The name of a provider's own pages, beside what comes with the program
import-own-pages-of = { $provider }: own pages

## What a component definition of OSCAL calls the topics that are asked of each provider
export-topics = Topics of the security assessment
