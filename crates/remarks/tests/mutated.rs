//! The fuzz targets, with files that are mutated in the same way in each run.
#![allow(clippy::unwrap_used)]

mod files;
#[allow(unreachable_pub)]
#[path = "../fuzz/targets.rs"]
mod targets;

use files::{Pdf, docx, mark, part, text};
use lopdf::dictionary;

/// Pseudo-random numbers, the same in each run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// Changes some bytes: replaces, removes or doubles them, or puts words with a meaning in these files in their place.
fn mutate(bytes: &[u8], draw: &mut Draw, words: &[&str]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=draw.below(4) {
        let at = draw.below(bytes.len());
        let end = (at + draw.below(24)).min(bytes.len());
        match draw.below(6) {
            0 => bytes[at] = draw.below(256) as u8,
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            3 => bytes[at] = bytes[at].wrapping_add(1),
            4 => bytes[at] = b"0123456789-/[]<>()\0"[draw.below(19)],
            _ => drop(bytes.splice(at..end, words[draw.below(words.len())].bytes())),
        }
    }
    bytes
}

/// The number of mutated files that can still be read.
fn survivors(bytes: &[u8], rounds: usize, words: &[&str], target: fn(&[u8]) -> bool) -> usize {
    let mut draw = Draw(bytes.len() as u64);
    (0..rounds).filter(|_| target(&mutate(bytes, &mut draw, words))).count()
}

const PDF_WORDS: &[&str] = &[
    "99999999999",
    "-1",
    "/IRT 1 0 R",
    "/Kids",
    "/Length 99999",
    "/Prev 9",
    "/W [0 0 0]",
    "/W [9 9 9]",
    "/Index [0 9]",
    "/First 99999",
    "/Predictor 15 /Columns 0",
    "/Filter /LZWDecode",
    "stream\n",
    "endobj",
    "<FEFF>",
    "4294967295",
    "R",
];

fn pdf() -> Pdf {
    let mut file = Pdf::new();
    let first = file.add(mark("Highlight", "Why so long?", 402, 456, 740));
    file.add(dictionary! { "Subtype" => "Text", "Contents" => text("So"), "IRT" => first, "State" => text("Accepted") });
    file.add(dictionary! { "Subtype" => "Text", "Contents" => text("Reply"), "IRT" => first });
    file
}

#[test]
fn a_mutated_pdf_is_sound_or_refused() {
    // Panics of lopdf are caught, and need not be printed.
    std::panic::set_hook(Box::new(|_| {}));
    let classic = survivors(&pdf().bytes(), 1000, PDF_WORDS, targets::pdf);
    let modern = survivors(&pdf().modern_bytes(), 1000, PDF_WORDS, targets::pdf);
    let _ = std::panic::take_hook();
    assert!(classic > 100 && modern > 30, "{classic} {modern}");
}

#[test]
fn a_mutated_word_document_is_sound_or_refused() {
    let body = "<w:body><w:sdt><w:sdtPr><w:tag w:val=\"m-1/why\"/></w:sdtPr><w:sdtContent><w:p><w:commentRangeStart w:id=\"1\"/>\
        <w:r><w:t>abc</w:t></w:r><w:del w:author=\"A\"><w:r><w:delText>ø</w:delText></w:r></w:del><w:ins w:author=\"A\">\
        <w:r><w:t>å</w:t></w:r></w:ins><w:commentRangeEnd w:id=\"1\"/></w:p></w:sdtContent></w:sdt></w:body>";
    let words = [
        "<w:p>",
        "</w:p>",
        "<w:ins>",
        "</w:sdt>",
        "&x;",
        "<!DOCTYPE a>",
        "w:id=\"1\"",
        "<![CDATA[",
        "xmlns:w=\"\"",
    ];
    let document = part("document", body);
    let documents = survivors(document.as_bytes(), 3000, &words, targets::document);
    assert!(documents > 300, "{documents}");
    let archives = survivors(&docx(body, &[]), 3000, &["PK\x05\x06", "PK\x01\x02"], targets::docx);
    assert!(archives > 100, "{archives}");
}
