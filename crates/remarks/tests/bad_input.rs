//! Files without anything usable, and files that need too much memory or time.
#![allow(clippy::unwrap_used)]

mod files;

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use files::{CONTENT, Pdf, docx, mark, package, part, read, refusal, text};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary};
use vurder_remarks::{Problem, Unreadable, limits};

fn packed(bytes: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let bytes: Vec<u8> = bytes.collect();
    encoder.write_all(&bytes).unwrap();
    encoder.finish().unwrap()
}

/// The file with the stream type `/ObjXtm` replaced by `name`: lopdf does not write object streams that a test made by
/// hand.
fn with_object_streams(file: &mut Pdf, name: &[u8]) -> Vec<u8> {
    let bytes = file.bytes();
    let at = bytes.windows(7).position(|window| window == b"/ObjXtm").unwrap();
    // Where the name is longer, the reader rebuilds the cross-reference table, whose offsets are wrong then.
    [&bytes[..at], name, &bytes[at + 7..]].concat()
}

fn with_remark() -> Vec<u8> {
    let mut file = Pdf::new();
    file.add(mark("Highlight", "Why so long?", 402, 456, 740));
    file.bytes()
}

#[test]
fn what_is_neither_pdf_nor_word_is_told() {
    let name = || "returned".to_owned();
    assert_eq!(refusal(b""), Unreadable::Empty { name: name() });
    assert_eq!(refusal(b"Dear all,\nsee below"), Unreadable::OtherFormat { name: name() });
    assert_eq!(
        refusal(&package(&[("xl/workbook.xml", "<x/>")])),
        Unreadable::OtherFormat { name: name() }
    );
    let large = vec![b' '; limits::FILE_BYTES + 1];
    assert!(matches!(refusal(&large), Unreadable::TooLarge { .. }));
}

#[test]
fn a_cut_file_is_refused_since_remarks_may_be_gone() {
    let whole = with_remark();
    for part in [whole.len() / 4, whole.len() / 2, whole.len() - 30] {
        assert!(matches!(refusal(&whole[..part]), Unreadable::Truncated { .. }), "{part}");
    }
    let whole = docx("<w:p/>", &[]);
    assert!(matches!(refusal(&whole[..whole.len() - 40]), Unreadable::Truncated { .. }));
}

#[test]
fn a_broken_table_is_made_anew_and_said() {
    let whole = with_remark();
    let sound = read(&whole);
    // Line ends that a mail program changed move all objects.
    let shifted = String::from_utf8_lossy(&whole).replacen("obj\n", "obj \n", 3).into_bytes();
    let nowhere =
        String::from_utf8_lossy(&whole).replace("startxref\n", "startxref\n9").into_bytes();
    for broken in [shifted, nowhere] {
        let file = read(&broken);
        assert_eq!(file.problems, [Problem::Reconstructed]);
        assert_eq!((file.remarks, file.of), (sound.remarks.clone(), sound.of.clone()));
    }
    let empty = b"%PDF-1.7\nnothing\nstartxref\n5\n%%EOF\n";
    assert!(matches!(refusal(empty), Unreadable::BrokenCrossReference { .. }));
}

#[test]
fn an_object_stream_without_measure_is_refused() {
    let mut file = Pdf::new();
    let bomb = packed(std::iter::repeat_n(b' ', limits::STRUCTURE_BYTES + 1));
    let head =
        dictionary! { "Type" => "ObjXtm", "N" => 1, "First" => 4, "Filter" => "FlateDecode" };
    file.pdf.add_object(Stream::new(head, bomb));
    // The type can be written so that a plain search does not find it.
    for name in [&b"/ObjStm"[..], b"/Obj#53tm"] {
        let bytes = with_object_streams(&mut file, name);
        assert!(matches!(refusal(&bytes), Unreadable::Bomb { .. }));
    }
}

/// A stream that opens before its own: what stands between is weighed all the same.
#[test]
fn the_word_stream_in_a_comment_or_a_string_hides_no_bomb() {
    let bomb = packed(std::iter::repeat_n(b' ', limits::STRUCTURE_BYTES + 1));
    let dictionaries = [
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode %stream\n",
        "/Type /ObjStm /A(stream) /N 1 /First 4 /Filter /FlateDecode",
        "/Type /ObjStm /A(>> stream\n) /N 1 /First 4 /Filter /FlateDecode",
    ];
    for dictionary in dictionaries {
        let head = format!("90 0 obj\n<< {dictionary} /Length {} >>\nstream\n", bomb.len());
        let object = [head.as_bytes(), &bomb, b"\nendstream\nendobj\n"].concat();
        assert!(matches!(refusal(&with_object(&object)), Unreadable::Bomb { .. }), "{dictionary}");
        // Within the data of another stream, too.
        let within = [b"91 0 obj << /Length 9 >>\nstream\n".as_slice(), &object].concat();
        assert!(matches!(refusal(&with_object(&within)), Unreadable::Bomb { .. }), "{dictionary}");
    }
}

/// A file with more bytes before its table.
fn with_object(object: &[u8]) -> Vec<u8> {
    let whole = with_remark();
    let at = whole.windows(5).rposition(|window| window == b"xref\n").unwrap();
    [&whole[..at], object, &whole[at..]].concat()
}

#[test]
fn objects_that_are_packed_in_unusual_ways_are_refused() {
    for filter in [
        "[/FlateDecode /FlateDecode]",
        "/LZWDecode",
        "[/ASCII85Decode /FlateDecode]",
        "[/FlateDecode /ASCII85Decode]",
        "/LZW#44ecode",
    ] {
        let object = format!(
            "90 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter {filter} /Length 3 >>\nstream\nabc\nendstream\nendobj\n"
        );
        let refused = refusal(&with_object(object.as_bytes()));
        assert!(matches!(refused, Unreadable::Packed { .. }), "{filter}: {refused}");
    }
}

/// What an empty password hides is weighed when it is decrypted.
#[test]
fn an_encrypted_object_stream_without_measure_is_refused() {
    let mut file = Pdf::new();
    let bomb = packed(std::iter::repeat_n(b' ', limits::STRUCTURE_BYTES + 1));
    let head =
        dictionary! { "Type" => "ObjXtm", "N" => 1, "First" => 4, "Filter" => "FlateDecode" };
    file.pdf.add_object(Stream::new(head, bomb));
    let version = EncryptionVersion::V2 {
        document: &file.pdf,
        owner_password: "owner",
        user_password: "",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    file.pdf.encrypt(&state).unwrap();
    let bytes = with_object_streams(&mut file, b"/ObjStm");
    assert!(matches!(refusal(&bytes), Unreadable::Bomb { .. }));
}

#[test]
fn changes_of_a_word_document_are_counted_while_they_are_read() {
    let one = "<w:p><w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:t>b</w:t></w:r></w:p>";
    let body = one.repeat(limits::REMARKS + 1);
    assert!(matches!(refusal(&docx(&body, &[])), Unreadable::TooManyRemarks { .. }));
    let comment = "<w:comment w:id=\"1\"><w:p/></w:comment>".repeat(limits::REMARKS + 1);
    let comments = part("comments", &comment);
    let many = docx("<w:p/>", &[("word/comments.xml", &comments)]);
    assert!(matches!(refusal(&many), Unreadable::TooManyRemarks { .. }));
}

#[test]
fn millions_of_small_objects_are_refused() {
    let mut file = Pdf::new();
    let many = packed(
        b"1 0 [".iter().copied().chain(b"1 ".iter().copied().cycle().take(2 * limits::VALUES + 2)),
    );
    let head =
        dictionary! { "Type" => "ObjXtm", "N" => 1, "First" => 4, "Filter" => "FlateDecode" };
    file.pdf.add_object(Stream::new(head, many));
    assert!(matches!(
        refusal(&with_object_streams(&mut file, b"/ObjStm")),
        Unreadable::Bomb { .. }
    ));
}

#[test]
fn objects_nested_without_end_do_no_harm() {
    let mut file = Pdf::new();
    file.add(mark("Highlight", "Why so long?", 402, 456, 740));
    let bytes = file.bytes();
    for (open, close) in [("[", "]"), ("<</A ", ">>"), ("(", ")")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let at = bytes.windows(9).position(|window| window == b"/Contents").unwrap();
        let broken = [&bytes[..at], b"/X ", deep.as_bytes(), b" ", &bytes[at..]].concat();
        // The file may be read or refused, but reading must end.
        let _ = vurder_remarks::read("deep", &broken, None);
    }
}

#[test]
fn content_without_measure_leaves_the_remarks_without_quotation() {
    let mut file = Pdf::new();
    let bomb = packed(CONTENT.bytes().chain(std::iter::repeat_n(b' ', limits::CONTENT_BYTES)));
    let content = file.pdf.add_object(Stream::new(dictionary! { "Filter" => "FlateDecode" }, bomb));
    file.pdf.get_dictionary_mut(file.page).unwrap().set("Contents", content);
    file.add(mark("Highlight", "Why so long?", 402, 456, 740));
    let file = read(&file.bytes());
    assert_eq!(file.problems, [Problem::PageText { page: 1 }]);
    assert_eq!(
        (file.remarks[0].words.as_str(), file.remarks[0].quoted.as_str()),
        ("Why so long?", "")
    );
    assert_eq!(file.remarks[0].place.as_deref(), Some("value/p-1/period"));
}

#[test]
fn a_form_that_shows_itself_ends() {
    let mut file = Pdf::new();
    let form = file.pdf.new_object_id();
    let resources = dictionary! { "XObject" => dictionary! { "X" => form } };
    let head = dictionary! { "Subtype" => "Form", "Resources" => resources.clone() };
    file.pdf.objects.insert(form, Stream::new(head, b"/X Do ".repeat(50)).into());
    let content = file.pdf.add_object(Stream::new(dictionary! {}, b"/X Do".to_vec()));
    let page = file.pdf.get_dictionary_mut(file.page).unwrap();
    page.set("Contents", content);
    page.set("Resources", resources);
    file.add(mark("Highlight", "Hm", 402, 456, 740));
    let begun = Instant::now();
    assert_eq!(read(&file.bytes()).remarks.len(), 1);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[test]
fn pages_that_hold_themselves_are_read_once() {
    let mut file = Pdf::new();
    let pages =
        file.pdf.get_dictionary(file.page).unwrap().get(b"Parent").unwrap().as_reference().unwrap();
    let kids: Vec<Object> = vec![pages.into(), file.page.into(), file.page.into()];
    file.pdf.get_dictionary_mut(pages).unwrap().set("Kids", kids);
    file.add(mark("Highlight", "Hm", 402, 456, 740));
    assert_eq!(read(&file.bytes()).remarks.len(), 1);
}

#[test]
fn five_thousand_remarks_are_read() {
    let mut file = Pdf::new();
    let marks: Vec<Object> = (0..5000_i64)
        .map(|number| {
            file.pdf
                .add_object(mark("Highlight", &format!("Remark {number}"), 402, 456, 740))
                .into()
        })
        .collect();
    file.pdf.get_dictionary_mut(file.page).unwrap().set("Annots", marks);
    let bytes = file.bytes();
    let begun = Instant::now();
    let read = read(&bytes);
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
    assert_eq!(read.remarks.len(), 5000);
    let keys: std::collections::BTreeSet<_> =
        read.remarks.iter().map(|remark| &remark.key).collect();
    assert_eq!(keys.len(), 5000);
}

#[test]
fn more_remarks_than_anybody_reads_are_refused() {
    let mut file = Pdf::new();
    let one = file.pdf.add_object(dictionary! { "Subtype" => "Text", "Contents" => text("x") });
    file.pdf
        .get_dictionary_mut(file.page)
        .unwrap()
        .set("Annots", vec![Object::from(one); limits::REMARKS + 1]);
    assert!(matches!(refusal(&file.bytes()), Unreadable::TooManyRemarks { .. }));
}

#[test]
fn entities_of_a_word_document_are_refused() {
    let document = part("document", "<w:body/>")
        .replace("?><w:", "?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:");
    assert!(matches!(
        refusal(&package(&[("word/document.xml", &document)])),
        Unreadable::ExternalEntity { .. }
    ));
    let comments = part("comments", "").replace("?>", "?><!DOCTYPE d>");
    assert!(matches!(
        refusal(&docx("<w:p/>", &[("word/comments.xml", &comments)])),
        Unreadable::ExternalEntity { .. }
    ));
}

#[test]
fn an_archive_without_measure_is_refused() {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..60 {
        archive.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert!(bytes.len() < 1024 * 1024);
    assert!(matches!(refusal(&bytes), Unreadable::Bomb { .. }));
}

#[test]
fn a_path_that_leads_out_is_refused() {
    for path in ["../evil.xml", "word/../../evil.xml", "/etc/evil", "c:\\evil"] {
        let document = part("document", "<w:body/>");
        let bytes = package(&[("word/document.xml", &document), (path, "x")]);
        assert!(matches!(refusal(&bytes), Unreadable::Outside { .. }), "{path}");
    }
}

#[test]
fn a_part_that_is_broken_is_told_and_the_rest_is_read() {
    let body = "<w:p><w:r><w:t>old </w:t></w:r><w:ins w:id=\"1\" w:author=\"A\"><w:r><w:t>new</w:t></w:r></w:ins></w:p>";
    let file = read(&docx(body, &[("word/comments.xml", "<w:comments><w:comment")]));
    assert_eq!(file.remarks.len(), 1);
    assert!(
        matches!(&file.problems[..], [Problem::Part { name, .. }] if name == "word/comments.xml")
    );
    let deep = format!("{}{}", "<w:p>".repeat(5000), "</w:p>".repeat(5000));
    assert!(matches!(refusal(&docx(&deep, &[])), Unreadable::Damaged { .. }));
}
