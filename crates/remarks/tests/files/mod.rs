//! Returned files in the form that other programs write, made for the tests.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::io::{Cursor, Write as _};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use vurder_remarks::{ReturnedFile, Unreadable};

/// The first page of a report: a heading, a row with two columns, and a line that ends with a divided word.
pub const CONTENT: &str = "/Artifact BMC BT /F 8 Tf 1 0 0 1 50 820 Tm (Header) Tj ET EMC
BT /F 14 Tf 1 0 0 1 50 780 Tm (Purposes) Tj ET
BT /F 10 Tf 1 0 0 1 50 740 Tm [(Research on) -250 (sleep)] TJ
1 0 0 1 300 740 Tm (We keep data for ten years and assess-) Tj
0 -12 Td (ment follows each year.) Tj ET
/Span <</ActualText <FEFF00E600F800E5>>> BDC BT /F 10 Tf 1 0 0 1 50 600 Tm (xyz) Tj ET EMC";

/// A PDF that a test builds.
pub struct Pdf {
    pub pdf: Document,
    pub page: ObjectId,
    annotations: Vec<Object>,
}

impl Pdf {
    /// A report as the export writes it.
    pub fn new() -> Self {
        let mut pdf = Document::with_version("1.7");
        let font = pdf.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier", "Encoding" => "WinAnsiEncoding",
            "FirstChar" => 0, "Widths" => vec![Object::Integer(600); 256],
        });
        let content = pdf.add_object(Stream::new(dictionary! {}, CONTENT.as_bytes().to_vec()));
        let pages = pdf.new_object_id();
        let page = pdf.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages, "Contents" => content,
            "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        });
        let kids = vec![page.into()];
        pdf.objects
            .insert(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }.into());
        let target = |left: i64, top: i64| -> Object {
            vec![page.into(), "XYZ".into(), left.into(), top.into(), Object::Null].into()
        };
        let mut names = Vec::new();
        for (name, left, top) in [
            ("heading/1", 50, 800),
            ("section/2", 50, 800),
            ("value/p-1/name", 50, 756),
            ("value/p-1/period", 300, 756),
            ("value/p-2/name", 50, 616),
        ] {
            names.extend([Object::string_literal(name), target(left, top)]);
        }
        let names = pdf.add_object(dictionary! { "Names" => names });
        let catalog = pdf.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => pages, "Names" => dictionary! { "Dests" => names },
        });
        let info = pdf.add_object(dictionary! {
            "VurderProject" => text("cohort"), "VurderForm" => text("dpia"), "VurderFormVersion" => text("1.0"),
            "VurderReportVersion" => text("0.3"), "VurderDate" => text("2026-02-03"),
        });
        pdf.trailer.set("Root", catalog);
        pdf.trailer.set("Info", info);
        pdf.trailer.set("ID", vec![Object::string_literal("0123456789abcdef"); 2]);
        Self { pdf, page, annotations: Vec::new() }
    }

    /// Adds an annotation.
    pub fn add(&mut self, annotation: Dictionary) -> ObjectId {
        let id = self.pdf.add_object(annotation);
        self.annotations.push(id.into());
        let annotations = self.annotations.clone();
        let page = self.pdf.get_dictionary_mut(self.page).unwrap();
        page.set("Annots", annotations);
        id
    }

    /// The bytes of the file with a classic cross-reference table.
    pub fn bytes(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.pdf.save_to(&mut bytes).unwrap();
        bytes
    }

    /// The bytes of the file with object streams and a cross-reference stream.
    pub fn modern_bytes(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.pdf.save_modern(&mut bytes).unwrap();
        bytes
    }
}

/// A text string in PDFDocEncoding.
pub fn text(words: &str) -> Object {
    Object::string_literal(words)
}

/// An annotation of a reviewer on a line, from `from` to `to`, above a baseline.
pub fn mark(subtype: &str, words: &str, from: i64, to: i64, baseline: i64) -> Dictionary {
    let (low, high) = (baseline - 2, baseline + 9);
    let quad = [from, high, to, high, from, low, to, low].map(Object::from).to_vec();
    dictionary! {
        "Type" => "Annot", "Subtype" => subtype, "Contents" => text(words), "T" => text("Anna"),
        "M" => text("D:20260301101500+01'00'"), "QuadPoints" => quad,
        "Rect" => vec![from.into(), low.into(), to.into(), high.into()],
    }
}

/// Reads a file that must be readable.
pub fn read(bytes: &[u8]) -> ReturnedFile {
    vurder_remarks::read("returned", bytes, None).unwrap()
}

/// The reason why a file cannot be read.
pub fn refusal(bytes: &[u8]) -> Unreadable {
    vurder_remarks::read("returned", bytes, None).unwrap_err()
}

/// An archive with these parts.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        archive.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A part in the vocabulary of text documents, with a prefix other than the usual one.
pub fn part(root: &str, content: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
         xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">{content}</w:{root}>"
    )
}

/// A Word document with this body.
pub fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = part("document", &format!("<w:body>{body}</w:body>"));
    let mut parts = vec![("word/document.xml", document.as_str())];
    parts.extend(others);
    package(&parts)
}
