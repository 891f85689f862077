//! An invented report with everything that the layout can set.
#![allow(dead_code, unreachable_pub, missing_docs, clippy::unwrap_used, clippy::expect_used)]

use chrono::NaiveDate;
use vurder_report::document::*;

pub fn date() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

pub fn meta(language: &str) -> Meta {
    Meta {
        title: "Data protection impact assessment".into(),
        project: "Fjordkohorten: arv, helse og miljø".into(),
        form: "EDPB DPIA 1.0".into(),
        version: "Version 0.3".into(),
        authors: vec!["Nordfjord universitet".into(), "Østby sykehus".into()],
        date: date(),
        language: language.into(),
        words_language: "en".into(),
        draft: true,
    }
}

pub fn document(blocks: Vec<Block>) -> Document {
    Document { meta: meta("en"), words: Words::english(), blocks }
}

pub const LOREM: &str = "The controllers collect genetic and health data from adults who have given their consent, store them in pseudonymised form in a dedicated laboratory of the processor, and analyse them for the purposes described in section 1.1.b. Identifiers are kept apart from the research data by an organisational unit that takes no part in the analysis, and re-identification requires the cooperation of two persons.";

fn cite(n: u32) -> Inline {
    Inline::Citation { number: n, anchor: format!("source-{n}") }
}

fn row_ref(label: &str) -> Inline {
    Inline::RowRef { label: label.into(), anchor: format!("row-{}", label.to_lowercase()) }
}

fn para(inlines: Vec<Inline>) -> Block {
    Block::new(BlockKind::Paragraph(inlines))
}

fn pair(label: &str, value: &str) -> Pair {
    Pair { anchor: None, label: label.into(), value: vec![Block::text(value)] }
}

pub fn cover() -> Block {
    Block::new(BlockKind::Cover(Cover {
        kicker: "EDPB harmonised template, version 1.0".into(),
        title: "Data protection impact assessment".into(),
        subtitle: "Fjordkohorten: arv, helse og miljø".into(),
        particulars: vec![
            pair("Controllers", "Nordfjord universitet; Østby sykehus"),
            pair("Providers", "HUNT Cloud; GenomeDK"),
            pair("Version", "0.3, draft for review"),
            pair("Date", "22 November 2026"),
        ],
    }))
}

pub fn items_table(rows: usize) -> Block {
    let column = |head: &str, kind, weight| Column::new(head, weight, kind);
    let mut set = Vec::new();
    for n in 1..=rows {
        if n == 1 {
            set.push(TableRow::Group("Collected from the participants".into()));
        }
        if n == 8 {
            set.push(TableRow::Group("Linked from registers".into()));
        }
        set.push(TableRow::Cells {
            anchor: Some(format!("row-d{n}")),
            cells: vec![
                Cell::text(format!("D{n}")),
                Cell::text(["Genotypes", "Blodprøver og målinger", "Questionnaire answers"][n % 3]),
                Cell::text(["Array data and imputed variants of all adults who took part in the second survey", "Standardised measurements", "Diet, smoking, physical activity, medication; free-text answers are removed before transfer"][n % 3]),
                Cell::text(["genetic", "health", "none"][n % 3]),
            ],
        });
    }
    Block::new(BlockKind::Table(Table {
        caption: Some("Table 1. Personal data that are processed".into()),
        inset: false,
        columns: vec![
            column("No.", ColumnKind::Number, 1.0),
            column("Data item", ColumnKind::Text, 1.0),
            column("Explanation", ColumnKind::Text, 1.5),
            column("Special category", ColumnKind::Short, 1.0),
        ],
        rows: set,
    }))
    .at("table-1")
}

pub fn long_row_table() -> Block {
    let column = |head: &str| Column::new(head, 1.0, ColumnKind::Text);
    let long: Vec<Block> = (0..16)
        .map(|n| {
            Block::text(format!("Paragraph {n} of the long cell. {LOREM}")).at(format!("long-{n}"))
        })
        .collect();
    Block::new(BlockKind::Table(Table {
        caption: None,
        inset: false,
        columns: vec![column("Subject matter"), column("Measures"), column("Status")],
        rows: vec![
            TableRow::Cells {
                anchor: Some("row-long".into()),
                cells: vec![
                    Cell::text("Confidentiality"),
                    Cell { anchor: None, blocks: long, level: None },
                    Cell::text("implemented"),
                ],
            },
            TableRow::Cells {
                anchor: Some("row-after".into()),
                cells: vec![
                    Cell::text("Integrity"),
                    Cell::text("Checksums are verified on transfer."),
                    Cell {
                        anchor: None,
                        blocks: vec![Block::text("high")],
                        level: Some(Level(1.0)),
                    },
                ],
            },
        ],
    }))
}

pub fn card(n: u32) -> Block {
    Block::new(BlockKind::Card(Card {
        number: format!("R{n}"),
        title: vec![Inline::plain(
            "Re-identification of participants by combination with public genealogies",
        )],
        levels: vec![Mark { label: "Level".into(), words: "high".into(), level: Level(1.0) }],
        facts: vec![
            ("Environment".into(), vec![Inline::plain("technical")]),
            ("Likelihood".into(), vec![Inline::plain("2 unlikely")]),
            ("Consequence".into(), vec![Inline::plain("4 very serious")]),
        ],
        pairs: vec![
            Pair {
                anchor: Some(format!("row-r{n}/scenario")),
                label: "Scenario".into(),
                value: vec![Block::text(LOREM)],
            },
            Pair {
                anchor: None,
                label: "Existing controls".into(),
                value: vec![para(vec![
                    Inline::plain(
                        "Export from the laboratory goes through a gateway that logs each file",
                    ),
                    cite(1),
                    Inline::plain(", and access is reviewed twice a year"),
                    cite(2),
                    cite(3),
                    Inline::plain("; see "),
                    row_ref("M4"),
                    Inline::plain("."),
                ])],
            },
            pair("Risk owner", "Dean of the Faculty of Medicine"),
        ],
    }))
    .at(format!("row-r{n}"))
}

pub fn matrix() -> Block {
    let words = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let levels = (0..4)
        .map(|row| (0..4).map(|column| Level((row + column) as f32 / 6.0)).collect())
        .collect();
    let entry = |row, column, label: &str| MatrixEntry {
        row,
        column,
        label: label.into(),
        anchor: format!("row-{}", label.to_lowercase()),
    };
    Block::new(BlockKind::RiskMatrix(RiskMatrix {
        caption: "Figure 1. Inherent risks of the data subjects".into(),
        vertical: "Severity".into(),
        horizontal: "Likelihood".into(),
        rows: words(&["1 limited", "2 moderate", "3 serious", "4 very serious"]),
        columns: words(&["1 rare", "2 unlikely", "3 possible", "4 likely"]),
        levels,
        entries: vec![entry(3, 1, "R1"), entry(3, 1, "R2"), entry(1, 2, "R3"), entry(0, 0, "R4")],
        legend: vec![
            (Level(0.0), "low".into()),
            (Level(0.34), "medium".into()),
            (Level(0.67), "high".into()),
            (Level(1.0), "very high".into()),
        ],
        alternative:
            "R1 and R2: very serious, unlikely. R3: moderate, possible. R4: limited, rare.".into(),
    }))
}

pub fn sources() -> Block {
    let source = |number: u32, words: &str| Source {
        number,
        anchor: format!("source-{number}"),
        words: words.into(),
        places: vec![SourcePlace {
            page: "A".into(),
            anchor: "page-a".into(),
            heading: "Secure perimeter".into(),
            address: "https://docs.hdc.ntnu.no/about/compliance/security-measures-and-assurances/"
                .into(),
        }],
        answer: String::new(),
        drift: if number == 2 {
            "No longer published in these words since 2025-05-15. Kept because: HUNT Cloud confirmed it.".into()
        } else {
            String::new()
        },
    };
    Block::new(BlockKind::Sources(vec![
        source(
            1,
            "Data export passes a kista, which logs the name, size and checksum of each file; the logs are kept for twelve months and are available to the lab's coordinator on request.",
        ),
        source(2, "Access rights are reviewed at least twice a year."),
        source(3, "An audit report is available on request."),
    ]))
}

pub fn everything() -> Document {
    let mut blocks = vec![
        cover(),
        Block::new(BlockKind::PageBreak),
        Block::new(BlockKind::Contents),
        Block::new(BlockKind::PageBreak),
        Block::heading(1, "0", "Overview of the processing").at("section-0"),
        Block::heading(2, "0.1", "Controllers").at("part-0.1"),
        Block::new(BlockKind::Note(vec![Inline::plain(
            "GDPR Article 24, Article 26; EDPB Guidelines 07/2020",
        )])),
        Block::new(BlockKind::KeyValue(vec![
            pair("Controller", "Nordfjord universitet"),
            pair(
                "Responsible units",
                "Department of Public Health, Faculty of Medicine. The unit answers for the collection of data and for the participants' rights, and keeps the key to the pseudonyms.",
            ),
            pair("Data protection officer", "Kari Nordmann, personvernombud@nordfjord.example"),
        ])),
        Block::heading(2, "0.3", "Name of the processing").at("part-0.3"),
        para(vec![
            Inline::plain("The study combines "),
            Inline::bold("genetic"),
            Inline::plain(" and "),
            Inline::italic("environmental"),
            Inline::plain(" data; the processor describes its perimeter publicly"),
            cite(1),
            Inline::plain(". See also "),
            row_ref("D3"),
            Inline::plain(", "),
            row_ref("R1"),
            Inline::plain(" and "),
            Inline::Link {
                href: "https://www.edpb.europa.eu/å".into(),
                content: vec![Inline::plain("the Board's guidelines")],
            },
            Inline::plain("."),
        ])
        .at("paragraph-1"),
        Block::text(LOREM),
        Block::text(
            "Ærlig talt: blåbærsyltetøy på Ærø, Ålesund og Østfold. Ελληνικά: προσωπικά δεδομένα. Кириллица: персональные данные. Also ﬁrst, difficult, office; 4 ≥ 3, → next, “quoted” – dashes — and … €100.",
        ),
        Block::heading(3, "", "What is in, what is out"),
        Block::new(BlockKind::List(List {
            start: None,
            items: vec![
                vec![Block::text("Collection, storage and analysis are in.")],
                vec![
                    Block::text(format!("Linkage is in. {LOREM}")),
                    Block::new(BlockKind::List(List {
                        start: Some(9),
                        items: vec![
                            vec![Block::text("The cancer register")],
                            vec![Block::text("The prescription register")],
                        ],
                    })),
                ],
                vec![Block::text("Publication of aggregated results is out.")],
            ],
        })),
        Block::heading(4, "", "Field heading"),
        Block::new(BlockKind::Prompt("Not filled in.".into())),
        Block::heading(1, "1", "Systematic description of the processing").at("section-1"),
        Block::heading(2, "1.1.a", "Processed personal data").at("part-1.1.a"),
        items_table(40),
        Block::heading(2, "2.3.e", "Security of processing").at("part-2.3.e"),
        long_row_table(),
        Block::heading(1, "4", "Risk assessment and management").at("section-4"),
        matrix(),
    ];
    for n in 1..=6 {
        blocks.push(card(n));
    }
    blocks.push(Block::new(BlockKind::PageBreak));
    blocks.push(Block::heading(1, "", "Sources").at("sources"));
    blocks.push(sources());
    document(blocks)
}
