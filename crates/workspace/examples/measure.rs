//! How long a commit, a search and an opening take, with one project in the file and with many, and with imported
//! pages.
//!
//! `cargo run --release -p vurder-workspace --example measure [PROJECTS]`
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;
use std::time::{Duration, Instant};

use vurder_model::id::{ProjectId, RowId};
use vurder_model::passage::{Passage, PassageShape};
use vurder_model::project::ProjectHead;
use vurder_model::provider::{Pack, PackOrigin, Page, PageBlock};
use vurder_model::richtext::Inline;
use vurder_model::value::Value;
use vurder_workspace::{
    Error, Ids, NewRevision, NewRow, Op, OpenOptions, PassageSearch, RowPosition, Search,
    SeededIds, StatementIndex, StatementText, Workspace,
};

/// As in a sample: so many rows, each with so many answers, of which some are long.
const ROWS: usize = 110;
const ANSWERS: usize = 6;

/// Words as they come in texts: few very often, most seldom.
struct Words {
    ids: SeededIds,
    known: Vec<String>,
}

impl Words {
    fn new() -> Self {
        let mut ids = SeededIds::new(5);
        let mut known: Vec<String> =
            ["the", "data", "are", "of", "backup", "risk", "genome", "cohort", "kept", "access"]
                .map(str::to_owned)
                .to_vec();
        known.extend(
            (0..6000)
                .map(|_| ids.next().chars().filter(char::is_ascii_lowercase).take(7).collect()),
        );
        Self { ids, known }
    }

    fn number(&mut self) -> usize {
        self.ids.next().bytes().fold(0_usize, |sum, b| sum.wrapping_mul(131).wrapping_add(b.into()))
    }

    fn some(&mut self, count: usize) -> String {
        let mut text = String::new();
        for _ in 0..count {
            // The square of an even draw: the first words come most often.
            let draw = (self.number() % 10_000) as f64 / 10_000.0;
            let at = (draw * draw * draw * self.known.len() as f64) as usize;
            text.push_str(&self.known[at]);
            text.push(' ');
        }
        text
    }
}

fn fill(workspace: &mut Workspace, number: usize, words: &mut Words) {
    let id = ProjectId::new(format!("p-{number}")).unwrap();
    let head = ProjectHead {
        id: id.clone(),
        title: format!("Study {number} {}", words.some(4)),
        language: "en".to_owned(),
        version: "0.1".to_owned(),
        forms: Vec::new(),
        providers: vec!["hunt-cloud".to_owned()],
        follows: Default::default(),
        created: "2026-11-22T09:00:00Z".parse().unwrap(),
        trashed: None,
    };
    workspace
        .transact::<_, Error>(None, Op::CreateProject, |tx| {
            tx.create_project(head)?;
            for at in 0..ROWS {
                let row = RowId::new(format!("r-{at}")).unwrap();
                let register = ["risk", "measure", "asset"][at % 3].to_owned();
                tx.add_row(NewRow { id: row.clone(), register, key: None }, &RowPosition::Last)?;
                for field in 0..ANSWERS {
                    let value = Value::Text(words.some(if field == 0 { 60 } else { 12 }));
                    tx.set_value(&row, &format!("field-{field}"), Some(value))?;
                }
            }
            Ok(())
        })
        .unwrap();
}

fn say(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize].as_secs_f64() * 1000.0;
    println!(
        "{what:<46} median {:>8.2} ms   p99 {:>8.2} ms   worst {:>8.2} ms",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

fn timed(times: &mut Vec<Duration>, work: impl FnOnce()) {
    let began = Instant::now();
    work();
    times.push(began.elapsed());
}

fn measure(workspace: &mut Workspace, projects: usize, words: &mut Words) {
    let (mut commits, mut typing, mut reads) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..600 {
        let p = ProjectId::new(format!("p-{}", words.number() % projects)).unwrap();
        let row = RowId::new(format!("r-{}", words.number() % ROWS)).unwrap();
        let answer = words.some(25);
        let value = Some(Value::Text(answer.clone()));
        timed(&mut commits, || {
            workspace
                .transact(Some(&p), Op::SetValue, |tx| tx.set_value(&row, "field-1", value))
                .unwrap();
        });
        let more = Some(Value::Text(format!("{answer} and more")));
        timed(&mut typing, || {
            workspace
                .transact(Some(&p), Op::SetValue, |tx| tx.set_value(&row, "field-1", more))
                .unwrap();
        });
        if round % 10 == 0 {
            timed(&mut reads, || drop(workspace.project(&p).unwrap()));
        }
    }
    say(&format!("commit of one answer, {projects} projects"), commits);
    say(&format!("typing on in it, {projects} projects"), typing);
    say(&format!("reading a project, {projects} projects"), reads);

    let index = StatementIndex::build((0..400).map(|number| StatementText {
        id: format!("hunt-cloud/{number}"),
        title: words.some(3),
        text: words.some(30),
    }))
    .unwrap();
    let (mut global, mut scoped, mut worst) =
        (Vec::new(), Vec::new(), (Duration::ZERO, String::new()));
    for round in 0..1500 {
        let word = words.some(1);
        let cut = 1 + round % 7;
        let last: String = word.trim().chars().take(cut).collect();
        let query = match round % 4 {
            3 => format!("{}-{}", words.some(1).trim(), words.some(1).trim()),
            0 => last,
            1 => format!("{} {last}", words.some(1).trim()),
            _ => format!("{} {} {last}", words.some(1).trim(), words.some(1).trim()),
        };
        let search = Search { query: &query, project: None, limit: 40 };
        timed(&mut global, || drop(workspace.search(&search, Some(&index)).unwrap()));
        if let Some(last) = global.last()
            && *last > worst.0
        {
            worst = (*last, query.clone());
        }
        let p = ProjectId::new(format!("p-{}", words.number() % projects)).unwrap();
        let search = Search { query: &query, project: Some(&p), limit: 40 };
        timed(&mut scoped, || drop(workspace.search(&search, Some(&index)).unwrap()));
    }
    say(&format!("search everywhere, {projects} projects"), global);
    say(&format!("search in one project, {projects} projects"), scoped);
    println!("slowest query: \"{}\"", worst.1);
}

/// Imported pages: 50,000 passages on 1,500 pages, as many as a large provider's documentation has.
const PAGES: u32 = 1_500;
const PASSAGES: u32 = 50_000;

fn imported(words: &mut Words) -> Pack {
    let captured = Some("2026-05-01".parse().unwrap());
    let pages = (0..PAGES).map(|number| {
        let passages = (1..=PASSAGES / PAGES).map(|at| PageBlock::Passage {
            passage: Passage {
                number: at,
                shape: PassageShape::Paragraph {},
                cells: vec![vec![Inline::text(words.some(5 + (at as usize * 7) % 40))]],
                boxes: Vec::new(),
                line: at,
            },
        });
        let heading = PageBlock::Heading { level: 1, text: format!("Heading {number}") };
        Page {
            id: format!("cloud/page-{number}"),
            title: format!("Page {number}"),
            address: format!("https://cloud.example/page-{number}"),
            revision: "4f2a".to_owned(),
            captured,
            since_then: None,
            order: number,
            body: std::iter::once(heading).chain(passages).collect(),
        }
    });
    Pack {
        provider: "cloud".to_owned(),
        name: "Cloud".to_owned(),
        other_names: Vec::new(),
        country: "Norway".to_owned(),
        website: "https://cloud.example".to_owned(),
        revision: "2026-05-01".to_owned(),
        origin: PackOrigin::Imported,
        follows: None,
        captured,
        licence: String::new(),
        about: String::new(),
        pages: pages.collect(),
        statements: Vec::new(),
        actions: Vec::new(),
        documents: Vec::new(),
        became: Vec::new(),
        not_stated: Vec::new(),
    }
}

/// The same workspace with imported pages.
fn measure_imported(file: &Path, words: &mut Words) {
    let mut workspace = Workspace::open(file, OpenOptions::default()).unwrap();
    let pack = imported(words);
    let began = Instant::now();
    let new = NewRevision { pack: &pack, format: "markdown" };
    workspace.add_revision(&new).unwrap();
    println!("{PASSAGES} passages imported in {:.1} s", began.elapsed().as_secs_f64());
    let (mut searches, mut worst) = (Vec::new(), (Duration::ZERO, String::new()));
    for round in 0..600 {
        let word = words.some(1);
        let last: String = word.trim().chars().take(1 + round % 7).collect();
        let query = match round % 3 {
            0 => last,
            1 => format!("{} {last}", words.some(1).trim()),
            _ => format!("{} {} {last}", words.some(1).trim(), words.some(1).trim()),
        };
        let within = [("cloud", "2026-05-01")];
        let search = PassageSearch { query: &query, within: &within, limit: 40 };
        timed(&mut searches, || drop(workspace.passages(&search).unwrap()));
        if let Some(last) = searches.last()
            && *last > worst.0
        {
            worst = (*last, query.clone());
        }
    }
    say(&format!("search among {PASSAGES} passages"), searches);
    println!("slowest query: \"{}\"", worst.1);
    drop(workspace);
    let mut openings = Vec::new();
    for _ in 0..9 {
        timed(&mut openings, || drop(Workspace::open(file, OpenOptions::default()).unwrap()));
    }
    let size = std::fs::metadata(file).unwrap().len() as f64 / 1e6;
    say(&format!("opening with {PASSAGES} passages, {size:.1} MB"), openings);
}

fn main() {
    let many: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(500);
    for projects in [1, many] {
        let folder = tempfile::tempdir_in(".").unwrap();
        let file = folder.path().join("measure.vurder");
        let mut words = Words::new();
        let mut workspace = Workspace::create(&file, OpenOptions::default()).unwrap();
        let began = Instant::now();
        for number in 0..projects {
            fill(&mut workspace, number, &mut words);
        }
        println!("{projects} projects written in {:.1} s", began.elapsed().as_secs_f64());
        measure(&mut workspace, projects, &mut words);
        drop(workspace);
        let mut openings = Vec::new();
        for _ in 0..9 {
            timed(&mut openings, || drop(Workspace::open(&file, OpenOptions::default()).unwrap()));
        }
        if let Some(keep) = std::env::args().nth(2) {
            std::fs::copy(&file, keep).unwrap();
        }
        let size = std::fs::metadata(&file).unwrap().len() as f64 / 1e6;
        say(&format!("opening, {projects} projects, {size:.1} MB"), openings);
        measure_imported(&file, &mut words);
        if let Some(keep) = std::env::args().nth(3) {
            std::fs::copy(&file, keep).unwrap();
        }
    }
}
