//! A small page in each dialect, written for these tests: what is read, and which problems are reported.
#![allow(clippy::unwrap_used)]

mod printed;

use vurder_import::{About, Dialect, Files, Format, Imported, Reason, Trouble, read};

fn about() -> About {
    About {
        provider: "nordsky".into(),
        name: "Nordsky".into(),
        country: "Norway".into(),
        website: "https://nordsky.example/".into(),
        address: "https://docs.nordsky.example/".into(),
        revision: Some("r7".into()),
        date: chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
    }
}

fn import(files: &[(&str, &str)]) -> Imported {
    let files: Files = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    let imported = read(&files, None, &about()).unwrap();
    let raw = printed::raw_syntax(&imported, &Files::new());
    assert!(raw.is_empty(), "{raw:#?}");
    imported
}

/// The lines of one page in the notation of `printed`, without line numbers.
fn page(imported: &Imported, id: &str) -> Vec<String> {
    let text = printed::text(imported);
    let start = format!("=== {id} |");
    let lines = text.lines().skip_while(|line| !line.starts_with(&start)).skip(1);
    let lines = lines.take_while(|line| !line.starts_with("=== ") && !line.starts_with("---"));
    let plain = |line: &str| match line.get(9..) {
        Some(rest) if line.starts_with(' ') => format!("{} {rest}", line[..4].trim()),
        _ => line.to_owned(),
    };
    lines.filter(|line| !line.is_empty()).map(plain).collect()
}

fn dialect(imported: &Imported) -> Dialect {
    let Format::Markdown(dialect) = imported.format.format else { panic!("no Markdown") };
    dialect
}

fn problems(imported: &Imported) -> Vec<(&str, u32, &Trouble)> {
    imported.problems.iter().map(|p| (p.file.as_str(), p.line, &p.trouble)).collect()
}

#[test]
fn vitepress_boxes_tabs_toc_and_links() {
    let text = "---\ntitle: Backup\npermalink: /ops/backup/\n---\n\n# Backup\n\n[[toc]]\n\n::: warning Read *first*\n\
                Copies are kept for {{ $frontmatter.title }}.\n\n- one\n:::\n\n## When {#when}\n\n\
                See [the owner](/about/) and [nobody](./nobody.md), <Badge text=\"beta\" />.\n\n\
                ::: tabs\n@tab Linux\nUse `cp`.\n@tab Windows\nUse copy.\n:::\n\nVersion {{ version }}.\n";
    let imported = import(&[
        ("docs/.vitepress/config.ts", ""),
        ("docs/backup.md", text),
        ("docs/about/index.md", "# About us\n\nWe."),
    ]);
    assert_eq!(dialect(&imported), Dialect::VitePress);
    assert_eq!(imported.format.reason, Reason::File { path: "docs/.vitepress/config.ts".into() });
    assert_eq!(
        page(&imported, "nordsky/backup"),
        [
            "11 para [Read first]: Copies are kept for Backup.",
            "13 item1- [Read first]: one",
            "# When",
            "18 para: See the owner <#nordsky/about> and ./nobody.md, beta ."
                .replace("./nobody.md", "nobody")
                .as_str(),
            "22 para [Linux]: Use cp.",
            "24 para [Windows]: Use copy.",
            "27 para: Version .",
        ]
    );
    let addresses: Vec<&str> = imported.pack.pages.iter().map(|p| p.address.as_str()).collect();
    assert_eq!(
        addresses,
        ["https://docs.nordsky.example/about/", "https://docs.nordsky.example/ops/backup/"]
    );
    assert_eq!(
        problems(&imported),
        [("docs/backup.md", 27, &Trouble::MadeBySite { what: "{{ version }}".into() })]
    );
    assert_eq!((imported.dead_links.len(), imported.dead_links[0].line), (1, 18));
}

#[test]
fn mkdocs_boxes_tabs_snippets_keys_and_the_navigation() {
    let config = "site_name: X\nhooks: !!python/name:x.y\nnav:\n  - Start: index.md\n  - Guides:\n    - guide/zeta.md\n    - guide/alpha.md\n";
    let zeta = "# Zeta\n\n!!! note \"For owners\"\n    Keep **keys**{ .x } safe.\n\n    - one\n    - two\n\nAfter.\n\n\
                === \"Linux\"\n    Press ++ctrl+c++ :material-lock:\n\n=== \"Mac\"\n\n    ```sh\n    ls\n    ```\n\n\
                --8<-- \"shared/contact.md\"\n\n--8<-- \"gone.md\"\n\n1. First\n\n    ??? tip\n        Deep\n\n2. Second\n\n\
                Term\n:   Its meaning\n\n| A | B |\n|---|---|\n| x | y |\n\n*[A]: Words\n\n[Start](../index.md){: .button }\n";
    let imported = import(&[
        ("mkdocs.yml", config),
        ("docs/index.md", "Hello.\n"),
        ("docs/guide/zeta.md", zeta),
        ("docs/guide/alpha.md", "# Alpha\n\nWords.\n"),
        ("shared/contact.md", "Call *us*.\n"),
    ]);
    let order: Vec<&str> = imported.pack.pages.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(order, ["nordsky/index", "nordsky/guide/zeta", "nordsky/guide/alpha"]);
    assert_eq!(imported.sources, ["docs/index.md", "docs/guide/zeta.md", "docs/guide/alpha.md"]);
    assert_eq!(imported.pack.pages[1].address, "https://docs.nordsky.example/guide/zeta/");
    assert_eq!(
        page(&imported, "nordsky/guide/zeta"),
        [
            "4 para [For owners]: Keep *keys* safe.",
            "6 item1- [For owners]: one",
            "7 item1- [For owners]: two",
            "9 para: After.",
            "12 para [Linux]: Press ctrl+c",
            "16 code [Mac]: ls",
            "20 para: Call /us/.",
            "24 item11.: First",
            "27 item1+ [Tip]: Deep",
            "29 item12.: Second",
            "31 term: Term",
            "32 def: Its meaning",
            "34 head: A | B",
            "36 row: x | y",
            "40 para: Start <#nordsky/index>",
        ]
    );
    assert_eq!(
        problems(&imported),
        [("docs/guide/zeta.md", 22, &Trouble::IncludeMissing { target: "gone.md".into() })]
    );
}

#[test]
fn zola_front_matter_shortcodes_weights_and_drafts() {
    let imported = import(&[
        ("content/_index.md", "+++\ntitle = \"Start\"\n+++\n\nSee [terms](@/terms.md#fees).\n"),
        (
            "content/b.md",
            "+++\ntitle = \"B\"\nweight = 2\n+++\n\n# One\n\n{% note(title=\"Mind\") %}\nText\n{% end %}\n\n# Two\n\n{{ video(id=\"x\") }}\n\nLast\n",
        ),
        (
            "content/terms.md",
            "+++\ntitle = \"Terms\"\nweight = 1\n+++\n\nFees &amp; more<br>here.\n\n{% warning() %} Never ends\n",
        ),
        ("content/wip.md", "+++\ndraft = true\n+++\n\nSecret\n"),
    ]);
    assert_eq!(dialect(&imported), Dialect::Zola);
    let order: Vec<&str> = imported.pack.pages.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(order, ["nordsky/index", "nordsky/terms", "nordsky/b"]);
    assert_eq!(page(&imported, "nordsky/index"), ["5 para: See terms <#nordsky/terms>."]);
    assert_eq!(
        page(&imported, "nordsky/b"),
        ["# One", "9 para [Mind]: Text", "# Two", "16 para: Last"]
    );
    assert_eq!(
        page(&imported, "nordsky/terms"),
        ["6 para: Fees & more // here.", "8 para [Warning]: Never ends"]
    );
    assert_eq!(
        problems(&imported),
        [
            ("content/b.md", 14, &Trouble::MadeBySite { what: "{{ video(id=\"x\") }}".into() }),
            ("content/terms.md", 8, &Trouble::NeverClosed { what: "{% warning() %}".into() }),
            ("content/wip.md", 1, &Trouble::Draft),
        ]
    );
}

#[test]
fn docusaurus_components_imports_and_expressions() {
    let text = "---\nsidebar_position: 2\ntitle: Access\n---\nimport Tabs from '@theme/Tabs';\nimport Part from './_part.mdx';\n\n\
                {/* hidden */}\n\n<Tabs>\n  <TabItem value=\"a\" label=\"Cloud\">\n\n    Use **the** cloud.\n\n    1. Log in\n  </TabItem>\n</Tabs>\n\n\
                :::note[Mind]\nBox\n:::\n\n<Part />\n\nThere are {count} users.\n\n<details>\n<summary>More</summary>\n\nHidden words\n\n</details>\n\n<Chart rows={[1, 2]} />\n";
    let imported = import(&[
        ("docusaurus.config.js", ""),
        ("docs/01-access.mdx", text),
        ("docs/_part.mdx", "Shared words.\n"),
        (
            "docs/intro.md",
            "---\nsidebar_position: 1\n---\n# Intro\n\nGo to [access](./01-access.mdx).\n",
        ),
    ]);
    assert_eq!(dialect(&imported), Dialect::Docusaurus);
    assert_eq!(
        page(&imported, "nordsky/docs/01-access"),
        [
            "13 para [Cloud]: Use *the* cloud.",
            "15 item11. [Cloud]: Log in",
            "20 para [Mind]: Box",
            "23 para: Shared words.",
            "25 para: There are users.",
            "30 para [More]: Hidden words",
        ]
    );
    assert_eq!(imported.pack.pages[0].title, "Intro");
    assert_eq!(imported.pack.pages[1].address, "https://docs.nordsky.example/docs/access");
    assert_eq!(
        page(&imported, "nordsky/docs/intro"),
        ["6 para: Go to access <#nordsky/docs/01-access>."]
    );
    let lines: Vec<u32> = imported.problems.iter().map(|p| p.line).collect();
    assert_eq!(lines, [25, 34], "{:?}", imported.problems);
}

#[test]
fn jekyll_liquid_includes_and_attributes() {
    let text = "---\ntitle: Rules\n---\n* TOC\n{:toc}\n\n{: .warning }\nWords of {{ site.owner }}.\n\n{% include box.html %}\n\n{% raw %}{{ shown }}{% endraw %} {% if x %}maybe{% endif %}\n\n[Next]({% link next.md %})\n\n{% highlight sh %}\nls\n{% endhighlight %}\n";
    let files: Files = [
        ("_config.yml", "owner: Ann\n"),
        ("_includes/box.html", "<p>Boxed &eacute;</p>\n"),
        ("rules.md", text),
        ("next.md", "# Next\n\nWords.\n"),
    ]
    .into_iter()
    .collect();
    let imported = read(&files, None, &about()).unwrap();
    assert_eq!(
        page(&imported, "nordsky/rules"),
        [
            "8 para: Words of Ann.",
            "10 para: Boxed é",
            "12 para: {{ shown }} maybe",
            "14 para: Next <#nordsky/next>",
            "16 code: ls",
        ]
    );
    assert_eq!(
        problems(&imported),
        [("rules.md", 12, &Trouble::MadeBySite { what: "{% if x %}".into() })]
    );
}

#[test]
fn myst_directives_roles_labels_and_list_tables() {
    let text = "(start)=\n# Start\n\nSee {ref}`the end <end>`, {doc}`other` and [](end).\n\n```{note}\n:class: x\n\nBe *kind*.\n```\n\n\
                :::{admonition} Title here\nInside\n:::\n\n```{toctree}\nother\n```\n\n```{list-table}\n:header-rows: 1\n\n* - A\n  - B\n* - x\n  - y\n```\n\n\
                ```{figure} a.png\n:alt: hidden\n\nA caption.\n```\n\n(end)=\n## The end\n\nDone.[^1] {kbd}`Ctrl`\n\n[^1]: A footnote.\n\n```{magic} spell\n```\n";
    let imported = import(&[
        ("conf.py", ""),
        ("index.md", text),
        ("other.md", "# Other page\n\nWords.\n"),
        ("old.rst", "Old\n===\n"),
    ]);
    assert_eq!(dialect(&imported), Dialect::Myst);
    assert_eq!(
        page(&imported, "nordsky/index"),
        [
            "4 para: See the end <#nordsky/index>, Other page <#nordsky/other> and end."
                .replace(" and end", " and The end <#nordsky/index>")
                .as_str(),
            "9 para [Note]: Be /kind/.",
            "13 para [Title here]: Inside",
            "23 head: A | B",
            "25 row: x | y",
            "32 para: A caption.",
            "# The end",
            "38 para: Done.[1] Ctrl",
            "40 note^1: A footnote.",
        ]
    );
    let told = problems(&imported);
    assert_eq!(told[0], ("index.md", 42, &Trouble::MadeBySite { what: "{magic} spell".into() }));
    assert_eq!(told[1], ("old.rst", 0, &Trouble::OtherFormat { ending: "rst".into() }));
}

#[test]
fn plain_markdown_with_small_html() {
    let text = "# Handbook\n\n> [!WARNING]\n> Mind **this**.\n\n> Quoted.\n\n<!-- not shown -->\n<details><summary>More</summary>\n\nInside <kbd>Ctrl</kbd>.\n\n</details>\n\n\
                <table><tr><th>A</th></tr><tr><td>b<br>c</td></tr></table>\n\n<img src=\"x.png\" alt=\"A diagram\">\n\n- [x] done\n- [Guide][g]\n\n[g]: docs/guide.md\n\nRun ssh <username> and <a href=\"mailto:a@b.example\">write</a>.\n";
    let imported = import(&[("README.md", text), ("docs/guide.md", "Words without heading\n")]);
    assert_eq!(
        (dialect(&imported), &imported.format.reason),
        (Dialect::GitHub, &Reason::NothingElse)
    );
    assert_eq!(
        page(&imported, "nordsky/index"),
        [
            "4 para [Warning]: Mind *this*.",
            "6 quote: Quoted.",
            "11 para [More]: Inside Ctrl.",
            "15 head: A",
            "15 row: b // c",
            "17 para: A diagram",
            "19 item1-: ☑ done",
            "20 item1-: Guide <#nordsky/docs/guide>",
            "24 para: Run ssh <username> and write <mailto:a@b.example>.",
        ]
    );
    assert_eq!(imported.pack.pages[0].address, "https://docs.nordsky.example/README.md");
    assert_eq!(imported.pack.pages[1].title, "Guide");
    assert_eq!(imported.pack.pages[1].revision, "r7");
}
