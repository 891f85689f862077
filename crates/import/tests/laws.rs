//! Laws over arbitrary pages.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use vurder_import::{About, Dialect, Files, Format, Imported, read};
use vurder_model::provider::PageBlock;

fn import(text: &str, dialect: Dialect) -> Imported {
    let about = About {
        provider: "p".into(),
        name: "P".into(),
        country: "Norway".into(),
        website: String::new(),
        address: "https://p.example/".into(),
        revision: None,
        date: chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
    };
    let files: Files = [("page.md", text.as_bytes())].into_iter().collect();
    read(&files, Some(Format::Markdown(dialect)), &about).unwrap()
}

/// Each word `wN` that was read, with the line of its passage; 0 for titles and headings.
fn found(imported: &Imported) -> BTreeMap<String, u32> {
    let mut found = BTreeMap::new();
    let mut take = |text: &str, line: u32| {
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            found.entry(word.to_owned()).or_insert(line);
        }
    };
    for page in &imported.pack.pages {
        take(&page.title, 0);
        for block in &page.body {
            match block {
                PageBlock::Heading { text, .. } => take(text, 0),
                PageBlock::Passage { passage } => {
                    take(&passage.words(), passage.line);
                    take(&passage.boxes.join(" "), 0);
                }
                _ => {}
            }
        }
    }
    found
}

/// Constructs whose words are shown, with `W` in place of a word.
const AROUND: [&str; 22] = [
    "W",
    "**W**",
    "- W",
    "  - W",
    "1. W",
    "> W",
    "# W",
    "## W",
    "`W`",
    "[W](x.md)",
    "| W | W |",
    "*W",
    "W  ",
    "<b>W</b>",
    "W<br>",
    "    W",
    "::: tip",
    ":::",
    "!!! note",
    "```",
    "",
    "&amp; W",
];

fn pages() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..AROUND.len(), 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn each_word_is_read_at_its_line_or_above(page in pages(), dialect in 0..Dialect::ALL.len()) {
        let mut text = String::new();
        for (number, around) in page.iter().enumerate() {
            text.push_str(&AROUND[*around].replace('W', &format!("w{}", number + 1)));
            text.push('\n');
        }
        let imported = import(&text, Dialect::ALL[dialect]);
        let found = found(&imported);
        for (number, around) in page.iter().enumerate() {
            if !AROUND[*around].contains('W') {
                continue;
            }
            let line = u32::try_from(number + 1).unwrap();
            let word = format!("w{line}");
            let at = found.get(&word);
            prop_assert!(at.is_some(), "{word} is lost in {:?}:\n{text}", Dialect::ALL[dialect]);
            prop_assert!(*at.unwrap() <= line, "{word} at {at:?} in {:?}:\n{text}", Dialect::ALL[dialect]);
        }
    }

    #[test]
    fn nothing_makes_it_panic(text in ".{0,300}", dialect in 0..Dialect::ALL.len()) {
        import(&text, Dialect::ALL[dialect]);
    }
}

/// Pieces of syntax that readers react to, combined at random, but the same in each run.
#[test]
fn mutated_pages_never_make_it_panic() {
    const PIECES: [&str; 44] = [
        "---\n",
        "+++\n",
        "title: x\n",
        ":::",
        "::: tip ",
        "!!! note \"a\"\n",
        "    ",
        "\t",
        "=== \"b\"\n",
        "```",
        "```{note}\n",
        "`",
        "{{",
        "}}",
        "{%",
        "%}",
        "{% end %}",
        "{% raw %}",
        "{#",
        "#}",
        "{: .a }",
        "<",
        ">",
        "</",
        "<Tab label={\"",
        "<details>",
        "<summary>",
        "<td>",
        "<!--",
        "-->",
        "[",
        "](",
        ")",
        "[^1]",
        "|",
        "--8<-- \"page.md\"\n",
        "import a from 'b'\n",
        "é",
        "\u{E000}1",
        "(l)=\n",
        "{ref}`a <b>`",
        "* - x\n",
        "\n",
        "&#0;",
    ];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    for round in 0..3_000 {
        let text: String = (0..next(40) + 1).map(|_| PIECES[next(PIECES.len())]).collect();
        import(&text, Dialect::ALL[round % Dialect::ALL.len()]);
    }
}
