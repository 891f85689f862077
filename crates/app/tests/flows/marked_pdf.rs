//! A report goes out as a PDF, a reviewer marks words in it and saves it in one of the usual ways, and it is read back.

use std::path::Path;
use std::process::Command;

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, line};

const WRITTEN: &str = "The values are kept for ten years.";

/// The page of a place that the export named, with its left end and its top.
fn destination(pdf: &Document, name: &str) -> (ObjectId, f32, f32) {
    let catalog = pdf.catalog().unwrap();
    let names = pdf.get_dict_in_dict(catalog, b"Names").unwrap();
    let mut open = vec![pdf.get_dict_in_dict(names, b"Dests").unwrap()];
    while let Some(node) = open.pop() {
        let array = |key: &[u8]| {
            let items = node.get(key).ok().and_then(|items| pdf.dereference(items).ok());
            items.and_then(|(_, items)| items.as_array().ok()).cloned().unwrap_or_default()
        };
        for kid in array(b"Kids") {
            open.push(pdf.get_dictionary(kid.as_reference().unwrap()).unwrap());
        }
        for pair in array(b"Names").chunks(2) {
            if pair[0].as_str().unwrap() != name.as_bytes() {
                continue;
            }
            let (_, target) = pdf.dereference(&pair[1]).unwrap();
            let target = match target {
                Object::Dictionary(entry) => pdf.dereference(entry.get(b"D").unwrap()).unwrap().1,
                target => target,
            };
            let [page, _, left, top, ..] = &target.as_array().unwrap()[..] else {
                panic!("{name}")
            };
            let page = page.as_reference().unwrap();
            return (page, left.as_float().unwrap(), top.as_float().unwrap());
        }
    }
    panic!("{name} is no place of the file");
}

/// A highlight over what stands at a place.
fn highlight(pdf: &Document, name: &str) -> (ObjectId, Dictionary) {
    let (page, left, top) = destination(pdf, name);
    let (right, low) = (left + 300.0, top - 40.0);
    let quad = [left, top, right, top, left, low, right, low].map(Object::from).to_vec();
    let mark = dictionary! {
        "Type" => "Annot", "Subtype" => "Highlight", "NM" => Object::string_literal("mark-1"),
        "Contents" => Object::string_literal("Why so long?"), "T" => Object::string_literal("Siri Dahl"),
        "M" => Object::string_literal("D:20261124101500Z"), "QuadPoints" => quad, "F" => 4,
        "Rect" => vec![left.into(), low.into(), right.into(), top.into()],
    };
    (page, mark)
}

fn with_annotation(pdf: &Document, page: ObjectId, mark: ObjectId) -> Dictionary {
    let mut page = pdf.get_dictionary(page).unwrap().clone();
    let listed = page.get(b"Annots").ok().and_then(|list| pdf.dereference(list).ok());
    let mut listed = listed.and_then(|(_, list)| list.as_array().ok()).cloned().unwrap_or_default();
    listed.push(mark.into());
    page.set("Annots", listed);
    page
}

/// The report saved anew, with a mark.
fn saved_anew(file: &[u8], name: &str) -> Vec<u8> {
    let mut pdf = Document::load_mem(file).unwrap();
    let (page, mark) = highlight(&pdf, name);
    let mark = pdf.add_object(mark);
    let marked = with_annotation(&pdf, page, mark);
    pdf.objects.insert(page, marked.into());
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

/// The report with a mark behind its end.
fn updated(file: &[u8], name: &str) -> Vec<u8> {
    let pdf = Document::load_mem(file).unwrap();
    let (page, mark) = highlight(&pdf, name);
    let mut update = IncrementalDocument::create_from(file.to_vec(), pdf);
    let mark = update.new_document.add_object(mark);
    let marked = with_annotation(update.get_prev_documents(), page, mark);
    update.new_document.objects.insert(page, marked.into());
    let mut bytes = Vec::new();
    update.save_to(&mut bytes).unwrap();
    bytes
}

/// The file with its objects packed by another program; none where the program is not there.
fn packed(file: &[u8], folder: &Path) -> Option<Vec<u8>> {
    let (from, to) = (folder.join("plain.pdf"), folder.join("packed.pdf"));
    std::fs::write(&from, file).unwrap();
    let done = Command::new("qpdf").arg("--object-streams=generate").args([&from, &to]).output();
    if done.is_err() {
        return None;
    }
    Some(std::fs::read(to).unwrap())
}

fn look(desk: &mut Desk, file: &[u8], project: &str) -> Json {
    let path = desk.path("returned.pdf");
    std::fs::write(&path, file).unwrap();
    desk.ok("look_at_remarks", json!({"project": project, "path": path}))
}

#[test]
fn a_mark_on_an_exported_report_comes_back_with_its_words_and_its_place() {
    let mut desk = Desk::with_project();
    let explanation = json!({"kind": "text", "value": WRITTEN});
    desk.add("data_item", "d", json!({"name": line("Pressure"), "explanation": explanation}));
    desk.ok(
        "freeze_version",
        json!({"project": "p", "kind": "review", "by": "Kari", "recipients": ["Siri Dahl"]}),
    );
    let out = desk.path("dpia.pdf");
    desk.ok("export_version", json!({"project": "p", "form": "dpia", "version": 1, "out": out}));
    let sent = std::fs::read(&out).unwrap();
    let place = "value/d/explanation";
    let anew = saved_anew(&sent, place);
    let folder = desk.path("packed");
    std::fs::create_dir(&folder).unwrap();
    let mut files = vec![updated(&sent, place)];
    files.extend(packed(&anew, &folder));
    files.extend(packed(&files[0], &folder));
    files.push(anew);
    for (nth, file) in files.iter().enumerate() {
        let told = look(&mut desk, file, "p");
        assert_eq!((&told["found"], &told["problems"]), (&json!(1), &json!([])), "{nth}: {told}");
        let one = &told["remarks"][0];
        assert!(one["quoted"].as_str().unwrap().contains(WRITTEN), "{nth}: {one}");
        assert!(one["place"].as_str().unwrap().contains("Explanation"), "{nth}: {one}");
        assert_eq!((&told["version"], &told["round"]), (&json!(1), &json!(1)), "{nth}");
    }
    for file in &files {
        let path = desk.path("returned.pdf");
        std::fs::write(&path, file).unwrap();
        desk.ok("read_remarks", json!({"project": "p", "path": path}));
    }
    let told = desk.ok("remarks", json!({"project": "p"}));
    assert_eq!(told["all"], 1, "however it was saved, it is the same remark: {told}");
    assert_eq!(
        (&told["remarks"][0]["at_row"], &told["remarks"][0]["at_field"]),
        (&json!("d"), &json!("explanation"))
    );
}

/// The bounds against files that become too large let a long report through.
#[test]
fn a_long_report_comes_back_within_the_bounds() {
    let mut desk = Desk::new();
    desk.ok("sample", json!({}));
    let out = desk.path("dpia.pdf");
    desk.ok("export", json!({"project": "sample", "form": "edpb-dpia", "out": out}));
    let sent = std::fs::read(&out).unwrap();
    let folder = desk.path("packed");
    std::fs::create_dir(&folder).unwrap();
    let files = [Some(sent.clone()), packed(&sent, &folder)];
    for file in files.into_iter().flatten() {
        let told = look(&mut desk, &file, "sample");
        assert_eq!((&told["found"], &told["problems"]), (&json!(0), &json!([])), "{told}");
    }
}

/// Whoever loads the project that a report carries is safe from files that become too large, too.
#[test]
fn a_report_whose_objects_become_too_large_is_not_loaded() {
    let mut desk = Desk::new();
    let mut bomb = Stream::new(dictionary! {}, vec![b' '; 40_000_000]);
    bomb.compress().unwrap();
    let head =
        "%PDF-1.7\n90 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n";
    let end = b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n";
    let path = desk.path("bomb.pdf");
    std::fs::write(&path, [head.as_bytes(), &bomb.content, end].concat()).unwrap();
    let refused = desk.refused("load", json!({"from": path}), ErrorCode::WrongValue);
    assert!(refused.detail.contains("too large"), "{refused:?}");
}
