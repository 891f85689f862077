#![allow(clippy::unwrap_used)]
use vurder_model::provider::Page;

use super::*;
use crate::imported::Counts;
use crate::test_pages::{about, links, shown};

fn site(files: &[(&str, &str)]) -> Imported {
    let files = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    read(&files, Reason::Given, &about("https://lab.example/docs/")).unwrap()
}

fn only(html: &str) -> Page {
    site(&[("page.html", html)]).pack.pages.remove(0)
}

#[test]
fn the_pages_own_words_are_found_among_what_is_around_them() {
    let page = only(
        "<html><head><title>Backup | Lab</title></head><body>
         <header><a href=/>Lab</a><nav>Menu</nav></header>
         <main><nav>Here: Docs</nav><article><header><h1>Backup<a class=anchor href=#backup>#</a></h1></header>
         <p>Copies are made <b>each night</b>.</p><footer>Edit this page</footer></article></main>
         <aside>More</aside><footer>Imprint</footer><script>x('<p>no</p>')</script></body></html>",
    );
    assert_eq!(page.title, "Backup");
    assert_eq!(shown(&page), "Copies are made each night.\n");
}

#[test]
fn a_page_without_main_is_the_body_without_what_is_around() {
    let page = only(
        "<title>Access</title><div class=top><header>Lab <nav>Menu</nav></header></div>
         <div>Two keys open the lab.</div>Every visit is logged.<footer>Imprint</footer>",
    );
    assert_eq!(page.title, "Access");
    assert_eq!(shown(&page), "Two keys open the lab.\nEvery visit is logged.\n");
}

#[test]
fn of_several_articles_that_share_the_words_none_is_the_page() {
    let page = only(
        "<main><h1>News</h1><article>One two.</article><article>Three four.</article><p>Five six seven.</main>",
    );
    assert_eq!(shown(&page), "One two.\nThree four.\nFive six seven.\n");
}

#[test]
fn all_shapes_of_passages_are_read() {
    let page = only(
        "<main><h1>T</h1><h2>Lists</h2><ul><li>a<ol start=3><li>b<p>more b</p></li><li>c</li></ol></li></ul>
         <h3>Rest</h3><dl><dt>Lab</dt><dd>A closed network.</dd></dl>
         <blockquote><p>Words of others.</p></blockquote><pre><span>ls</span>  -l\n  cd</pre>
         <table><caption>Rules</caption><thead><tr><th>Rule<th>Day</thead><tbody><tr><th>R1<td>2026<br>or later
         <tr><td>R2<td><ul><li>x<li>y</ul></table></main>",
    );
    assert_eq!(
        shown(&page),
        "# Lists\n- a\n  3. b\n    more b\n  4. c\n## Rest\nterm Lab\n: A closed network.\n> Words of others.\n\
         code ls -l cd\nRules\n|| Rule | Day\n| R1 | 2026 or later\n| R2 | x y\n"
    );
}

#[test]
fn boxes_tabs_and_what_can_be_unfolded_tell_their_titles() {
    let page = only(
        r#"<main><h1>T</h1><div class="admonition warning"><p class="admonition-title">Take care</p><p>a</p></div>
           <div class="custom-block danger"><p>b</p></div>
           <details><summary>More</summary>c</details>
           <button role=tab id=t1>Linux</button><div role=tabpanel aria-labelledby=t1 hidden>d</div>
           <aside class="starlight-aside starlight-aside--tip"><p>e</p></aside>
           <div hidden>never shown</div><p>f</p></main>"#,
    );
    let shown = shown(&page);
    assert_eq!(
        shown.replace("Linux\n", ""),
        "(Take care) a\n(Danger) b\n(More) c\n(Linux) d\n(Tip) e\nf\n"
    );
}

#[test]
fn questions_and_answers_that_are_folded_are_read() {
    let page = only(
        r##"<body><main><h1>FAQ</h1>
           <div class="accordion-item"><h2><button data-bs-target="#a">Where are my data stored?</button></h2>
             <div id="a" class="accordion-collapse collapse" hidden><p>In Norway.</p></div></div>
           <h2><button aria-expanded="false" aria-controls="b">Who sees them?</button></h2>
           <div id="b" aria-hidden="true"><p>Nobody but you.</p></div>
           <h2>Copies</h2>
           <button aria-expanded="false" aria-controls="c">Are they copied?</button><div id="c" hidden>Each night.</div>
           <button aria-expanded="false">For how long?</button><div class="faq-panel" hidden>For 7 days.</div>
           <button aria-expanded="false">And then?</button><p>They are gone.</p></main></body>"##,
    );
    assert_eq!(
        shown(&page),
        "# Where are my data stored?\nIn Norway.\n# Who sees them?\nNobody but you.\n# Copies\n\
         (Are they copied?) Each night.\n## For how long?\nFor 7 days.\n## And then?\nThey are gone.\n"
    );
}

#[test]
fn buttons_that_only_do_something_and_menus_are_no_words_of_the_page() {
    let page = only(
        r##"<main><h1>Backup</h1><h2>Copies <button>Copy link</button></h2><button>Print</button>
           <button aria-haspopup="true" aria-expanded="false" aria-controls="m">Versions</button>
           <ul id="m" role="menu"><li>1</ul>
           <button aria-expanded="false" aria-controls="x y">Expand all</button>
           <div class="navbar-collapse" hidden>Home</div><p>Each night.</p></main>"##,
    );
    assert_eq!(shown(&page), "# Copies\nEach night.\n");
}

#[test]
fn asides_and_footers_within_the_page_are_read_and_what_is_left_out_is_told() {
    let read = site(&[(
        "page.html",
        "<body><main><h1>T</h1><p>Data are encrypted.</p>
         <aside>This does not apply to the servers in Bergen.</aside>
         <aside><a href=x>See more of all this here, too</a></aside>
         <footer>Project folders are not encrypted before June.</footer>
         <footer>Changed <time>on the first day of March 2026</time></footer>
         <div hidden>Keys are held by the customer in all cases.</div></main>
         <aside>Nothing but the news of the lab and its people</aside>
         <footer>The lab is owned by the town of Bergen</footer></body>",
    )]);
    assert_eq!(
        shown(&read.pack.pages[0]),
        "Data are encrypted.\nThis does not apply to the servers in Bergen.\n\
         Project folders are not encrypted before June.\n"
    );
    let told: Vec<_> = read.problems.iter().map(|problem| &problem.trouble).collect();
    assert_eq!(told, [&Trouble::LeftOut { words: 9 + 1 }]);
}

#[test]
fn links_lead_to_pages_that_came_in_else_to_their_address() {
    let read = site(&[
        ("a/start.html", "<main><h1>Start</h1><p><a href=../b/>B</a> <a href='https://lab.example/docs/b/#x'>again</a>
          <a href=../plan.pdf>plan</a> <a href=gone.html>gone</a> <a href='javascript:x()'>run</a>
          <a href=../b/></a></main>"),
        ("b/index.html", "<main><h1>Page B</h1><p>words <a href=//other.example/x>other</a></main>"),
    ]);
    let pages = &read.pack.pages;
    assert_eq!(pages[0].id, "lab/a/start");
    assert_eq!(pages[0].address, "https://lab.example/docs/a/start.html");
    assert_eq!(pages[1].id, "lab/b");
    assert_eq!(pages[1].address, "https://lab.example/docs/b/");
    let pairs = links(&pages[0]);
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(
        pairs,
        [
            ("B", "#lab/b"),
            ("again", "#lab/b"),
            ("plan", "https://lab.example/docs/plan.pdf"),
            ("Page B", "#lab/b"),
        ]
    );
    assert_eq!(links(&pages[1])[0].1, "https://other.example/x");
    assert_eq!(read.dead_links.len(), 1);
    assert_eq!((read.dead_links[0].target.as_str(), read.dead_links[0].line), ("gone.html", 2));
    assert_eq!(read.counts, Counts { pages: 2, headings: 0, passages: 2, links: 6, dead_links: 1 });
}

#[test]
fn a_saved_page_tells_where_it_is_published() {
    for head in [
        "<link rel=canonical href='https://docs.lab.example/security/backup/'>",
        "<meta property=og:url content='https://docs.lab.example/security/backup/'>",
        "<!-- saved from url=(0043)https://docs.lab.example/security/backup/ -->",
    ] {
        let read = site(&[
            (
                "Backup _ Lab.html",
                &format!("{head}<main><h1>Backup</h1><p><a href=../access/>x</a>"),
            ),
            ("Backup _ Lab_files/frame.html", "<p>a frame with something else"),
        ]);
        assert_eq!(read.pack.pages.len(), 1, "{head}");
        let page = &read.pack.pages[0];
        assert_eq!(page.id, "lab/security/backup");
        assert_eq!(page.address, "https://docs.lab.example/security/backup/");
        assert_eq!(links(page)[0].1, "https://docs.lab.example/security/access/");
        assert_eq!(read.dead_links, []);
    }
}

#[test]
fn ten_thousand_levels_keep_their_words() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<ul><li>", "</li></ul>"),
        ("<b><i>", "</i></b>"),
        ("<table><tr><td>", ""),
    ] {
        let html = format!(
            "<main><h1>T</h1>{}words{}<p>after</p></main>",
            open.repeat(10_000),
            close.repeat(10_000)
        );
        let words = shown(&only(&html));
        assert!(words.contains("words") && words.contains("after"), "{open}: {words}");
    }
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_read() {
    let files: Files = [
        ("a.html", b"<main><p>p\xE5".as_slice()),
        ("b.html", b"\0\0\0\0"),
        ("c.html", b"<p>a</p>\n<script>b</p>"),
        ("d.html", b"<nav>only a menu</nav>"),
        ("e.mhtml", b"x"),
        ("f.html", b"<link rel=canonical href='https://lab.example/docs/a.html'><p>x"),
    ]
    .into_iter()
    .collect();
    let read = read(&files, Reason::Given, &about("https://lab.example/docs")).unwrap();
    let told: Vec<_> =
        read.problems.iter().map(|p| (p.file.as_str(), p.line, p.trouble.clone())).collect();
    assert_eq!(
        told,
        [
            ("a.html", 0, Trouble::EncodingGuessed { encoding: "windows-1252".into() }),
            ("b.html", 0, Trouble::Binary),
            ("c.html", 2, Trouble::NeverClosed { what: "<script>".into() }),
            ("d.html", 0, Trouble::Empty),
            ("e.mhtml", 0, Trouble::OtherFormat { ending: "mhtml".into() }),
            (
                "f.html",
                0,
                Trouble::SameAddress {
                    other: "a.html".into(),
                    address: "https://lab.example/docs/a.html".into()
                }
            ),
        ]
    );
    assert_eq!(read.pack.pages.len(), 3);
    assert_eq!(read.pack.pages[0].body.len(), 1);
    assert_eq!(shown(&read.pack.pages[0]), "på\n");
}

#[test]
fn no_word_is_lost_from_badly_nested_elements() {
    for html in [
        "<p><b>one</p><p>two</b> three</p>",
        "<table><p>one</p><tr>two<td>three</table>",
        "<ul>one<p>two<li>three</ul>",
        "<a href=x>one<a href=y>two</a><div>three</a></div>",
        "<dl>one<dd>two<table><dt>three</dl>",
        "<h1>one<h2>two<p>three</h3>",
        "<select><option>no</select>one<svg><path/>no</svg><math>two</math>three",
    ] {
        let page = only(html);
        let words = format!("{} {}", page.title, shown(&page));
        for word in ["one", "two", "three"] {
            assert!(words.contains(word), "{word} of {html}: {words}");
        }
    }
}

/// The greatest number of seconds that a page which is made to be slow may take in a debug build.
const SLOW: u64 = 20;

#[test]
fn pages_made_to_be_slow_are_read_in_time() {
    let many = 20_000;
    let pages = [
        "<header>".repeat(many),
        "<b a=1><p>x".repeat(many),
        "</div>".repeat(many),
        format!("{}{}", "<div>".repeat(many), "</b>".repeat(many)),
        format!("<p {}", "a=b ".repeat(many)),
        format!(
            "<p id=t>{}{}",
            "word ".repeat(many),
            "<p role=tabpanel aria-labelledby=t>x".repeat(many)
        ),
        "<table><tr><td>".repeat(many),
        "&amp;&nothing".repeat(many),
        "<details><summary>x".repeat(many),
    ];
    for page in pages {
        let begin = std::time::Instant::now();
        let _ =
            read(&[("x.html", page.as_bytes())].into_iter().collect(), Reason::Given, &about(""));
        assert!(begin.elapsed().as_secs() < SLOW, "{}", &page[..40]);
    }
}
