//! Random packs that are valid like those of the program.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use vurder_import::About;
use vurder_model::passage::{Passage, PassageShape};
use vurder_model::provider::{
    Action, Became, Change, Document, NotStated, Pack, PackOrigin, Page, PageBlock, Side, Source,
    Statement, StatementKind, Theme, words_hash,
};
use vurder_model::richtext::{Inline, Mark, RichText};

/// The details that a person gives. The pack has all of them itself, so none may come into the pack.
pub fn about() -> About {
    About {
        provider: "another".into(),
        name: "Another".into(),
        country: "Sweden".into(),
        website: "https://another.example/".into(),
        address: String::new(),
        revision: Some("r9".into()),
        date: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
    }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zæøå]{1,8}( [a-z*_#`<&\\[\\]{}|]{1,6}){0,5}\\.",
        1 => ".{0,12}",
        1 => any::<String>(),
    ]
}

/// Words that are not empty.
fn statement_words() -> impl Strategy<Value = String> {
    (words(), "[a-z]{1,6}").prop_map(|(words, more)| format!("{words} {more}"))
}

fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    option::of(
        (0..60_000i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(700_000 + day).unwrap()),
    )
}

fn address() -> impl Strategy<Value = String> {
    select(vec!["https://lab.example/a", "http://lab.example/b?c#d", "guide/index.md", ""])
        .prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = RichText> {
    words().prop_map(|words| RichText::from_markdown(&words))
}

fn inline(provider: String) -> impl Strategy<Value = Inline> {
    let marks = (any::<bool>(), any::<bool>(), 0..6u8);
    let marked = (words(), marks).prop_map(move |(words, (strong, em, link))| {
        let mut marks = Vec::new();
        if strong {
            marks.push(Mark::Strong {});
        }
        if em {
            marks.push(Mark::Em {});
        }
        match link {
            0 => marks.push(Mark::link(format!("#{provider}/page-0"))),
            1 => marks.push(Mark::link("https://lab.example/x y")),
            2 => marks.push(Mark::link("mailto:a@lab.example")),
            _ => {}
        }
        Inline::marked(format!("{words}."), marks)
    });
    prop_oneof![9 => marked, 1 => Just(Inline::HardBreak {})]
}

fn shape() -> impl Strategy<Value = PassageShape> {
    prop_oneof![
        Just(PassageShape::Paragraph {}),
        (1..=u8::MAX, option::of(any::<u32>()), any::<bool>()).prop_map(
            |(depth, ordinal, continues)| PassageShape::Item { depth, ordinal, continues }
        ),
        any::<bool>().prop_map(|head| PassageShape::Row { head }),
        Just(PassageShape::Quote {}),
        any::<bool>().prop_map(|term| PassageShape::Definition { term }),
        Just(PassageShape::Code {}),
        words().prop_map(|label| PassageShape::Note { label }),
    ]
}

/// A block that refers only to pages of the pack.
fn block(provider: String) -> impl Strategy<Value = PageBlock> {
    let cells = vec(vec(inline(provider), 1..4), 1..3);
    prop_oneof![
        (1..=3u8, words()).prop_map(|(level, text)| PageBlock::Heading { level, text }),
        text().prop_map(|text| PageBlock::Text { text }),
        (shape(), cells, vec(words(), 0..2), any::<u32>()).prop_map(
            |(shape, cells, boxes, line)| {
                PageBlock::Passage { passage: Passage { number: 0, shape, cells, boxes, line } }
            }
        ),
    ]
}

fn page(provider: String) -> impl Strategy<Value = Page> {
    let blocks = vec(block(provider), 0..6);
    (words(), address(), words(), day(), option::of(text()), blocks).prop_map(
        |(title, address, revision, captured, since_then, body)| Page {
            id: String::new(),
            title,
            address,
            revision,
            captured,
            since_then,
            order: 0,
            body,
        },
    )
}

fn source(page: &Page, heading: String) -> Source {
    Source {
        page: page.id.clone(),
        page_title: page.title.clone(),
        heading,
        address: page.address.clone(),
        revision: page.revision.clone(),
        captured: page.captured,
    }
}

fn iso() -> impl Strategy<Value = String> {
    select(vec!["A.5.35", "A.8.13", "A.8.1", "6.1", "9.2.1"]).prop_map(str::to_owned)
}

/// A statement, and the pages that it stands on.
fn statement() -> impl Strategy<Value = (Statement, Vec<(Index, String)>)> {
    let kinds = vec![
        StatementKind::Measure,
        StatementKind::Assurance,
        StatementKind::Right,
        StatementKind::Service,
        StatementKind::Boundary,
        StatementKind::Claim,
    ];
    let sides = vec![Side::Provided, Side::Limitation, Side::ControllersDuty];
    let themes = vec![Theme::Organisational, Theme::People, Theme::Physical, Theme::Technological];
    let topics = vec(select(vec!["backup", "staff", "incidents"]).prop_map(str::to_owned), 0..3);
    let values = (select(kinds), select(sides), select(themes), topics, vec(iso(), 0..3));
    let places = vec((any::<Index>(), words()), 1..3);
    (statement_words(), values, option::of(words()), places).prop_map(
        |(words, (kind, side, theme, topics, iso), uncertain, places)| {
            let statement = Statement {
                id: String::new(),
                provider: String::new(),
                hash: words_hash(&words),
                words,
                kind,
                side,
                theme,
                topics,
                sources: Vec::new(),
                iso,
                uncertain,
            };
            (statement, places)
        },
    )
}

fn action() -> impl Strategy<Value = (Action, Index, Index)> {
    let condition = proptest::option::of(words());
    (words(), words(), condition, words(), any::<Index>(), any::<Index>()).prop_map(
        |(title, words, condition, heading, statement, page)| {
            let action = Action {
                id: String::new(),
                provider: String::new(),
                title,
                words,
                condition,
                statements: Vec::new(),
                page: String::new(),
                heading,
            };
            (action, statement, page)
        },
    )
}

fn document() -> impl Strategy<Value = (Document, Index)> {
    (words(), address(), words(), day(), day(), any::<Index>()).prop_map(
        |(title, address, heading, valid_from, valid_until, page)| {
            let document = Document {
                id: String::new(),
                provider: String::new(),
                title,
                address,
                valid_from,
                valid_until,
                page: String::new(),
                heading,
            };
            (document, page)
        },
    )
}

fn change() -> impl Strategy<Value = Change> {
    select(vec![
        Change::Unchanged,
        Change::Reworded,
        Change::Narrowed,
        Change::Widened,
        Change::Moved,
        Change::Relinked,
        Change::Removed,
    ])
}

/// The details of a pack, without its content.
fn head() -> impl Strategy<Value = Pack> {
    let names = ("[a-z][a-z0-9-]{0,12}", "[a-z0-9-]{1,12}", option::of("[a-z0-9-]{1,12}"));
    let details = (statement_words(), words(), address(), words(), words(), day());
    (names, details).prop_map(
        |((provider, revision, follows), (name, country, website, licence, about, captured))| {
            Pack {
                provider,
                name,
                other_names: Vec::new(),
                country,
                website,
                revision,
                origin: PackOrigin::Imported,
                follows,
                captured,
                licence,
                about,
                pages: Vec::new(),
                statements: Vec::new(),
                actions: Vec::new(),
                documents: Vec::new(),
                became: Vec::new(),
                not_stated: Vec::new(),
            }
        },
    )
}

/// A pack whose references all exist.
pub fn pack() -> impl Strategy<Value = Pack> {
    head().prop_flat_map(|head| {
        let pages = vec(page(head.provider.clone()), 1..5);
        let became = vec((change(), words(), day(), any::<Index>()), 0..4);
        let not_stated = vec((words(), words()), 0..3);
        let parts = (
            pages,
            vec(statement(), 0..6),
            vec(action(), 0..3),
            vec(document(), 0..3),
            became,
            not_stated,
        );
        parts.prop_map(move |(pages, statements, actions, documents, became, not_stated)| {
            let mut pack = Pack { pages, ..head.clone() };
            let id = |slug: String| format!("{}/{slug}", head.provider);
            for (number, page) in pack.pages.iter_mut().enumerate() {
                page.id =
                    id(format!("page-{number}{}", if number % 2 == 1 { "/below" } else { "" }));
                page.order = u32::try_from(3 * number).unwrap();
                let mut passages = 0;
                for block in &mut page.body {
                    if let PageBlock::Passage { passage } = block {
                        passages += 1;
                        passage.number = passages;
                    }
                }
            }
            let at = |pack: &Pack, index: Index| index.index(pack.pages.len());
            for (number, (mut statement, places)) in statements.into_iter().enumerate() {
                statement.id = id(format!("s-{number}"));
                statement.provider.clone_from(&head.provider);
                for (index, heading) in places {
                    let page = at(&pack, index);
                    statement.sources.push(source(&pack.pages[page], heading));
                    let block = PageBlock::Statement { id: statement.id.clone() };
                    pack.pages[page].body.push(block);
                }
                pack.statements.push(statement);
            }
            for (number, (mut action, rests_on, page)) in actions.into_iter().enumerate() {
                let Some(of) = pack.statements.len().checked_sub(1) else { break };
                action.id = id(format!("a-{number}"));
                action.provider.clone_from(&head.provider);
                action.statements = vec![pack.statements[rests_on.index(of + 1)].id.clone()];
                let page = at(&pack, page);
                action.page.clone_from(&pack.pages[page].id);
                pack.pages[page].body.push(PageBlock::Action { id: action.id.clone() });
                pack.actions.push(action);
            }
            for (number, (mut document, page)) in documents.into_iter().enumerate() {
                document.id = id(format!("d-{number}"));
                document.provider.clone_from(&head.provider);
                let page = at(&pack, page);
                document.page.clone_from(&pack.pages[page].id);
                pack.pages[page].body.push(PageBlock::Document { id: document.id.clone() });
                pack.documents.push(document);
            }
            for (number, (change, note, since, now)) in became.into_iter().enumerate() {
                let there = !pack.statements.is_empty() && change != Change::Removed;
                let now =
                    there.then(|| pack.statements[now.index(pack.statements.len())].id.clone());
                let statement = id(format!("old-{number}"));
                pack.became.push(Became {
                    statement,
                    change,
                    now: now.into_iter().collect(),
                    note,
                    since,
                });
            }
            let missing = not_stated.into_iter().map(|(topic, what)| NotStated { topic, what });
            pack.not_stated = missing.collect();
            pack
        })
    })
}
