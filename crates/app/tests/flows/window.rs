//! The smallest model of the open project that a window can have: it reads each view once, and from then on takes the
//! answers of changes.

use serde_json::{Value as Json, json};

use crate::desk::Desk;

/// The views of the project `p` that a window shows.
pub(crate) struct Model {
    pub(crate) overview: Json,
    pub(crate) form: Json,
    pub(crate) citations: Json,
    pub(crate) risks: Json,
    pub(crate) findings: Json,
}

impl Model {
    /// Reads all views from the program.
    pub(crate) fn read(desk: &mut Desk, form: &str) -> Self {
        Self {
            overview: desk.ok("project", json!({"project": "p"})),
            citations: desk.ok("citations", json!({"project": "p"})),
            findings: desk.ok("findings", json!({"project": "p"})),
            form: desk.ok("form", json!({"project": "p", "form": form})),
            risks: desk.ok("risks", json!({"project": "p"})),
        }
    }

    /// Takes the answer of a change. Returns false where it does not apply; then the project has to be read again.
    pub(crate) fn take(&mut self, changed: &Json) -> bool {
        let (derived, revision) = (&changed["derived"], &changed["revision"]);
        let since = &derived["since"];
        if derived.is_null()
            || self.citations["revision"] != *since
            || self.form["revision"] != *since
            || self.risks["revision"] != *since
        {
            return false;
        }
        self.overview = derived["overview"].clone();
        self.take_findings(derived, revision);
        self.citations["revision"] = revision.clone();
        let citations = self.citations["citations"].as_object_mut().unwrap();
        citations.extend(derived["citations"].as_object().unwrap().clone());
        for id in derived["gone"].as_array().unwrap() {
            citations.remove(id.as_str().unwrap());
        }
        self.risks["revision"] = revision.clone();
        take_risks(&mut self.risks["register"], &derived["risks"]);
        let change = &derived["form"];
        if change["form"] != self.form["form"] || change["since"] != self.form["revision"] {
            return false;
        }
        self.form["revision"] = revision.clone();
        if !change["cited"].is_null() {
            self.form["cited"] = change["cited"].clone();
        }
        if !change["controllers"].is_null() {
            self.form["controllers"] = change["controllers"].clone();
        }
        for section in change["sections"].as_array().unwrap() {
            take_section(with_id(&mut self.form["sections"], &section["id"]), section);
        }
        true
    }
}

fn take_risks(register: &mut Json, change: &Json) {
    let named = |risk: &Json| risk["risk"]["row"].clone();
    let was = register["risks"].as_array().unwrap().clone();
    let told = change["risks"].as_array().unwrap();
    let order = match change["order"].as_array() {
        Some(order) => order.clone(),
        None => was.iter().map(named).collect(),
    };
    let risk = |id: &Json| {
        let found = told.iter().chain(&was).find(|risk| named(risk) == *id);
        found.unwrap_or_else(|| panic!("risk {id} is not told")).clone()
    };
    register["risks"] = order.iter().map(risk).collect();
    if !change["frame"].is_null() {
        register["frame"] = change["frame"].clone();
    }
}

impl Model {
    fn take_findings(&mut self, derived: &Json, revision: &Json) {
        assert_eq!(self.findings["revision"], derived["since"]);
        self.findings["revision"] = revision.clone();
        self.findings["counts"] = derived["overview"]["findings"].clone();
        let change = &derived["findings"];
        if change.is_null() {
            return;
        }
        let mut known = self.findings["findings"].as_array().unwrap().clone();
        for came in change["came"].as_array().unwrap() {
            known.retain(|one| one["key"] != came["key"] || change["order"].is_null());
            match known.iter_mut().find(|one| one["key"] == came["key"]) {
                Some(one) => *one = came.clone(),
                None => known.push(came.clone()),
            }
        }
        if let Some(order) = change["order"].as_array() {
            let of_key = |key: &Json| known.iter().find(|one| one["key"] == *key).unwrap().clone();
            known = order.iter().map(of_key).collect();
        }
        self.findings["findings"] = Json::Array(known);
        self.findings["idle"] = change["idle"].clone();
    }
}

fn take_section(section: &mut Json, change: &Json) {
    section["progress"] = change["progress"].clone();
    for change in change["parts"].as_array().unwrap() {
        let was = with_id(&mut section["parts"], &change["part"]["id"]);
        let mut part = change["part"].clone();
        let blocks = part["blocks"].as_array_mut().unwrap();
        for (block, rows) in blocks.iter_mut().zip(change["rows"].as_array().unwrap()) {
            if block["type"] == "matrix" {
                take_matrix(block, rows, &was["blocks"]);
            }
            let Some(table) = table_of(block) else { continue };
            let known = was["blocks"].as_array_mut().unwrap().iter_mut().filter_map(table_of);
            let known = known.into_iter().find(|t| t["id"] == table["id"]);
            let known: Vec<Json> = known.map_or_else(Vec::new, |table| rows_of(table));
            let groups = table["groups"].as_array_mut().unwrap();
            for (group, ids) in groups.iter_mut().zip(rows.as_array().unwrap()) {
                let told = group["rows"].as_array().unwrap();
                let row = |id: &Json| {
                    let found = told.iter().chain(&known).find(|row| row["id"] == *id);
                    found.unwrap_or_else(|| panic!("row {id} is not told")).clone()
                };
                group["rows"] = ids.as_array().unwrap().iter().map(row).collect();
            }
        }
        *was = part;
    }
}

/// Completes the sides of a matrix: a risk that the change does not contain keeps its entry.
fn take_matrix(matrix: &mut Json, rows: &Json, blocks: &Json) {
    let matrices = blocks.as_array().unwrap().iter().filter(|block| block["type"] == "matrix");
    let was: Vec<&Json> = matrices.flat_map(|matrix| matrix["sides"].as_array().unwrap()).collect();
    let sides = matrix["sides"].as_array_mut().unwrap();
    for (side, ids) in sides.iter_mut().zip(rows.as_array().unwrap()) {
        let told = side["entries"].as_array().unwrap().iter();
        let same = was.iter().filter(|one| one["side"] == side["side"]);
        let known: Vec<&Json> =
            told.chain(same.flat_map(|one| one["entries"].as_array().unwrap())).collect();
        let entry = |id: &Json| {
            let found = known.iter().find(|entry| entry["risk"]["row"] == *id);
            (*found.unwrap_or_else(|| panic!("risk {id} is not told"))).clone()
        };
        side["entries"] = ids.as_array().unwrap().iter().map(entry).collect();
    }
}

fn with_id<'a>(all: &'a mut Json, id: &Json) -> &'a mut Json {
    all.as_array_mut().unwrap().iter_mut().find(|one| one["id"] == *id).unwrap()
}

fn table_of(block: &mut Json) -> Option<&mut Json> {
    match block["type"].as_str() {
        Some("table") => Some(block),
        Some("rows") => Some(&mut block["table"]),
        _ => None,
    }
}

fn rows_of(table: &Json) -> Vec<Json> {
    let groups = table["groups"].as_array().unwrap();
    groups.iter().flat_map(|group| group["rows"].as_array().unwrap().clone()).collect()
}
