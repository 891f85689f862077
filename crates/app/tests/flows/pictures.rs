//! Pictures in forms: attached with caption and alternative text, shown, printed. And files that are not pictures.

use std::fs;

use serde_json::{Value as Json, json};
use vurder_app::ErrorCode;

use crate::desk::{Desk, cell, line, rows};

/// The checksum that PNG has after each chunk.
fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [&kind[..], data].concat();
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &named, &crc(&named).to_be_bytes()]
        .concat()
}

/// A PNG whose header gives this size; it has the pixels of a picture of two by two.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut head = [width.to_be_bytes(), height.to_be_bytes()].concat();
    head.extend([8, 2, 0, 0, 0]);
    // Each row begins with its filter. The pixels are not compressed: one block of zlib, and its checksum.
    let raw: [u8; 14] = [0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 9, 9, 9];
    let (mut a, mut b) = (1u32, 0u32);
    for byte in raw {
        a = (a + u32::from(byte)) % 65521;
        b = (b + a) % 65521;
    }
    let mut packed = vec![0x78, 0x01, 0x01, 14, 0, 241, 255];
    packed.extend(raw);
    packed.extend(((b << 16) | a).to_be_bytes());
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    [signature, chunk(b"IHDR", &head), chunk(b"IDAT", &packed), chunk(b"IEND", b"")].concat()
}

/// The header of a JPEG with so many colour channels, without usable pixels.
fn jpeg(channels: u8) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xc0, 0, 8 + 3 * channels, 8, 0, 40, 0, 60, channels];
    for channel in 0..channels {
        bytes.extend([channel, 0x11, 0]);
    }
    bytes.extend([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
    bytes
}

/// The words of the DPIA's PDF, and the number of its pictures.
fn printed(desk: &mut Desk) -> (String, usize) {
    let out = desk.path("dpia.pdf");
    desk.ok("export", json!({"project": "p", "form": "dpia", "out": out}));
    let run = |program: &str, arguments: &[&str]| {
        let done = std::process::Command::new(program).args(arguments).arg(&out).arg("-").output();
        String::from_utf8(done.unwrap_or_else(|e| panic!("{program}: {e}")).stdout).unwrap()
    };
    let listed = std::process::Command::new("pdfimages").arg("-list").arg(&out).output();
    let listed = String::from_utf8(listed.expect("pdfimages").stdout).unwrap();
    (run("pdftotext", &["-layout"]), listed.lines().filter(|line| line.contains(" image ")).count())
}

fn add(desk: &mut Desk, id: &str, file: &str, bytes: &[u8]) -> Json {
    let path = desk.path(file);
    fs::write(&path, bytes).unwrap();
    desk.ok(
        "add_picture",
        json!({"project": "p", "path": path, "id": id, "caption": "From the ward to the lab"}),
    )
}

fn open_gaps(desk: &mut Desk) -> usize {
    let told = desk.ok("findings", json!({"project": "p"}));
    let findings = told["findings"].as_array().unwrap();
    findings.iter().filter(|f| f["place"]["register"] == "picture").count()
}

#[test]
fn a_picture_is_kept_shown_printed_found_and_undone_in_one_step() {
    let mut desk = Desk::with_project();
    let before = desk.state("p");
    let changed = add(&mut desk, "flow", "flow.png", &png(2, 2));
    assert_eq!((&changed["row"], &changed["undo"]["undo"]), (&json!("flow"), &json!("picture")));
    let form = desk.form("dpia");
    let shown = &cell(&form, "pictures", "flow", "caption")["attached"][0];
    assert_eq!(shown["media_type"], "image/png");
    let file = desk.ok("picture", json!({"project": "p", "attachment": shown["id"]}));
    assert_eq!(file["media_type"], "image/png");
    assert!(file["base64"].as_str().unwrap().starts_with("iVBORw0KGgo"), "{file}");

    assert_eq!(open_gaps(&mut desk), 1, "what it shows has to be said in words");
    desk.set("flow", "alternative", line("Samples go from the ward to the lab."));
    assert_eq!(open_gaps(&mut desk), 0);
    let hits =
        desk.ok("search", json!({"query": "ward to the lab", "project": "p"}))["hits"].clone();
    assert!(hits.as_array().unwrap().iter().any(|hit| hit["row"] == "flow"), "{hits}");

    let (words, pictures) = printed(&mut desk);
    assert!(words.contains("From the ward to the lab"), "the caption: {words}");
    assert!(words.contains("Picture 1"), "its number");
    assert_eq!(pictures, 1);

    let out = desk.path("dump.json");
    desk.ok("dump", json!({"out": out}));
    let mut other = Desk::new();
    other.ok("load", json!({"from": out}));
    assert_eq!(printed(&mut other).1, 1, "and from a file that was loaded");

    desk.ok("undo", json!({"project": "p"}));
    desk.ok("undo", json!({"project": "p"}));
    let after = desk.state("p");
    assert_eq!(after["rows"], before["rows"], "one step");
    assert_eq!(rows(&desk.form("dpia"), "pictures").len(), 0);
}

#[test]
fn a_file_that_cannot_be_printed_is_refused_by_name_with_a_next_step() {
    let mut desk = Desk::with_project();
    let before = desk.state("p");
    let whole = png(2, 2);
    let cases: [(&str, Vec<u8>, ErrorCode, &str); 8] = [
        ("nothing.png", Vec::new(), ErrorCode::WrongValue, "no bytes"),
        ("cut.png", whole[..whole.len() - 20].to_vec(), ErrorCode::WrongValue, "broken"),
        ("cut.jpg", jpeg(3)[..12].to_vec(), ErrorCode::WrongValue, "broken"),
        ("huge.png", png(10_000, 10_000), ErrorCode::TooLarge, "10000 by 10000"),
        ("press.jpg", jpeg(4), ErrorCode::WrongValue, "CMYK"),
        (
            "flow.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
            ErrorCode::WrongValue,
            "SVG",
        ),
        ("words.png", b"GIF89a or words".to_vec(), ErrorCode::WrongValue, "PNG or JPEG"),
        ("none.png", whole[..8].to_vec(), ErrorCode::WrongValue, "broken"),
    ];
    for (name, bytes, code, word) in cases {
        let path = desk.path(name);
        fs::write(&path, bytes).unwrap();
        let refused = desk.refused("add_picture", json!({"project": "p", "path": path}), code);
        assert!(refused.message.contains(name) && refused.message.contains(word), "{refused}");
    }
    let svg = desk.path("flow.svg");
    let refused =
        desk.refused("add_picture", json!({"project": "p", "path": svg}), ErrorCode::WrongValue);
    assert!(refused.help.contains("PNG"), "{}", refused.help);
    let written = json!({"project": "p", "name": "flow.png", "base64": "no base64 at all"});
    let refused = desk.refused("add_picture", written, ErrorCode::BadArguments);
    assert!(refused.message.contains("flow.png"), "{refused}");
    let nothing = json!({"project": "p", "name": "flow.png"});
    desk.refused("add_picture", nothing, ErrorCode::BadArguments);
    let gone = json!({"project": "p", "path": desk.path("gone.png")});
    desk.refused("add_picture", gone, ErrorCode::Missing);
    assert_eq!(desk.state("p"), before);
}

#[test]
fn a_picture_comes_as_bytes_where_there_is_no_file_on_the_disk() {
    use base64::Engine as _;
    let mut desk = Desk::with_project();
    let base64 = base64::engine::general_purpose::STANDARD.encode(png(2, 2));
    let given = json!({"project": "p", "id": "flow", "name": "flow.png", "base64": base64});
    desk.ok("add_picture", given);
    let shown = cell(&desk.form("dpia"), "pictures", "flow", "caption")["attached"][0].clone();
    assert_eq!(shown["name"], "flow.png");
    let file = desk.ok("picture", json!({"project": "p", "attachment": shown["id"]}));
    assert_eq!(file["base64"], base64.as_str());
}

#[test]
fn an_export_goes_on_where_a_picture_cannot_be_drawn_and_says_so() {
    let mut desk = Desk::with_project();
    add(&mut desk, "flow", "flow.jpg", &jpeg(3));
    add(&mut desk, "lost", "lost.png", &png(2, 2));
    // A row without a file, and a row with an attached file that is not a picture.
    desk.add("picture", "bare", json!({"caption": line("Bare")}));
    desk.add("picture", "drawn", json!({"caption": line("Drawn by hand")}));
    let svg = json!({"project": "p", "row": "drawn", "name": "hand.svg", "text": "<svg/>"});
    desk.ok("attach", svg);
    let lost = desk.ok("attachments", json!({"project": "p"}));
    let lost = lost["attachments"].as_array().unwrap().iter();
    let lost = lost.clone().find(|file| file["name"] == "lost.png").unwrap()["id"].clone();
    desk.ok("trash_attachment", json!({"project": "p", "attachment": lost}));
    let (words, pictures) = printed(&mut desk);
    assert_eq!(pictures, 1, "the one that can be drawn");
    let plain = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "Picture 2: From the ward to the lab could not be drawn: no file is attached.",
        "Picture 3: Bare could not be drawn: no file is attached.",
        "Picture 4: Drawn by hand could not be drawn: hand.svg: the file is an SVG; a PNG can be printed.",
    ] {
        assert!(plain.contains(expected), "{expected}: {plain}");
    }
}

/// A JPEG segment.
fn segment(marker: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len() + 2).unwrap();
    [&[0xff, marker][..], &length.to_be_bytes(), bytes].concat()
}

/// A photo as a telephone takes it: it lies on its side, and tells the place, the author and a film.
fn photo() -> Vec<u8> {
    let bare = jpeg(3);
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0GPS 63.4 N";
    let mut bytes = bare[..2].to_vec();
    bytes.extend(segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02small one"));
    bytes.extend(segment(0xe1, exif));
    bytes.extend(segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0by Kari Nordmann"));
    bytes.extend(segment(0xed, b"Photoshop 3.0\0Fjordby"));
    bytes.extend(segment(0xfe, b"taken by night"));
    bytes.extend(&bare[2..]);
    bytes.extend(b"a film of the ward");
    bytes
}

#[test]
fn a_photo_goes_out_upright_and_without_what_a_camera_wrote_beside_it() {
    let mut desk = Desk::with_project();
    add(&mut desk, "flow", "flow.jpg", &photo());
    let (pdf, docx) = (desk.path("photo.pdf"), desk.path("photo.docx"));
    for (format, out) in [("pdf", &pdf), ("docx", &docx)] {
        let export = json!({"project": "p", "form": "dpia", "format": format, "out": out});
        desk.ok("export", export);
    }
    let mut archive = zip::ZipArchive::new(fs::File::open(&docx).unwrap()).unwrap();
    let mut part = |name: &str| {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_name(name).unwrap(), &mut bytes).unwrap();
        bytes
    };
    let picture = part("word/media/image1.jpeg");
    let has = |bytes: &[u8], words: &[u8]| bytes.windows(words.len()).any(|part| part == words);
    for secret in ["GPS", "Kari", "Photoshop", "taken by", "small one", "a film", "Exif"] {
        for bytes in [&fs::read(&pdf).unwrap(), &picture] {
            assert!(!has(bytes, secret.as_bytes()), "{secret}");
        }
    }
    assert!(picture.ends_with(&[1, 2, 3, 0xff, 0xd9]), "the pixels are as they were");
    // 60 by 40 pixels are stored, 40 by 60 are seen.
    let document = String::from_utf8(part("word/document.xml")).unwrap();
    for expected in ["<wp:extent cx=\"571500\" cy=\"381000\"/>", "<a:xfrm rot=\"5400000\">"] {
        assert!(document.contains(expected), "{expected}");
    }
    let open = desk.path("photo.qdf");
    let qpdf = std::process::Command::new("qpdf").arg("--qdf").args([&pdf, &open]).status();
    assert!(qpdf.expect("qpdf").success());
    let open = fs::read(open).unwrap();
    assert!(has(&open, b"/Width 60") && has(&open, b"/Height 40"), "as they are stored");
    let drawn = String::from_utf8_lossy(&open).into_owned();
    let drawn = drawn.lines().find(|line| line.ends_with("cm /Pic0 Do Q")).expect("it is drawn");
    assert!(drawn.starts_with("q 0 -45 30 0 "), "it is turned: {drawn}");
}

#[test]
fn the_project_in_a_report_has_its_pictures_without_what_a_camera_wrote() {
    let mut desk = Desk::with_project();
    add(&mut desk, "flow", "flow.jpg", &photo());
    add(&mut desk, "map", "map.png", &png(2, 2));
    let out = desk.path("carries.pdf");
    let export = |out: &std::path::Path| {
        json!({
            "project": "p", "form": "dpia", "out": out, "date": "2026-11-20", "with_project": true,
        })
    };
    desk.ok("export", export(&out));
    let mut other = Desk::new();
    other.ok("load", json!({"from": out}));
    let again = other.path("again.pdf");
    other.ok("export", export(&again));
    let words = crate::printed::words(&again);
    assert!(!words.contains("no file is attached"), "{words}");
    let listed = std::process::Command::new("pdfimages").arg("-list").arg(&again).output();
    let listed = String::from_utf8(listed.expect("pdfimages").stdout).unwrap();
    assert_eq!(listed.lines().filter(|line| line.contains(" image ")).count(), 2, "{listed}");
    let files = other.ok("attachments", json!({"project": "p"}));
    for file in files["attachments"].as_array().unwrap() {
        let at = other.path("taken-out");
        let of = json!({"project": "p", "attachment": file["id"], "out": at});
        other.ok("export_attachment", of);
        let bytes = fs::read(&at).unwrap();
        for secret in [&b"GPS"[..], b"Kari", b"a film"] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{file}");
        }
    }
}
