# The pages of the report beside the form.

pages-beside = Pages
pages-beside-of = Pages of the report: { $form }
pages-beside-toggle = Show or hide the pages of the report
pages-beside-wait = The pages are laid out …
pages-beside-follow = Follow the form
pages-beside-follows = Follows the form
pages-beside-follow-about = The pages show what you read and write in the form, until you scroll them.
# An alternative text: the words of the page.
pages-beside-alt = Page { $page } of { $pages }: { $words }
key-pages = show or hide the pages of the report beside the form
