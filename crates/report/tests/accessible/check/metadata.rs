//! Metadata: it exists, agrees with the information dictionary, and names the standards that the file conforms to.

use lopdf::Object;

use super::{File, Problems, Reason};

pub fn check(file: &File, found: &mut Problems) {
    let catalog = file.catalog();
    let plain = file
        .get(catalog, "Metadata")
        .and_then(|metadata| metadata.as_stream().ok())
        .is_some_and(|stream| !stream.dict.has(b"Filter"));
    let packet = file.stream(catalog, "Metadata").unwrap_or_default();
    let Ok(packet) = String::from_utf8(packet) else {
        found.add(Reason::NoMetadata, "not UTF-8");
        return;
    };
    found.unless(plain && !packet.is_empty(), Reason::NoMetadata, "Metadata");
    found.unless(balanced(&packet), Reason::NoMetadata, "elements are not closed in order");
    let ua = element(&packet, "pdfuaid:part").as_deref() == Some("1");
    found.unless(ua, Reason::NoMetadata, "no pdfuaid:part");
    let info = file.pdf.trailer.get(b"Info").ok().and_then(|info| file.as_dict(info));
    let Some(info) = info else {
        found.add(Reason::OtherMetadata, "no information dictionary");
        return;
    };
    for (key, name) in [
        ("Title", "dc:title"),
        ("Author", "dc:creator"),
        ("Subject", "dc:description"),
        ("Creator", "xmp:CreatorTool"),
        ("Producer", "pdf:Producer"),
    ] {
        let (one, other) = (file.text(info, key), element(&packet, name).unwrap_or_default());
        found.unless(one == other, Reason::OtherMetadata, &format!("{key}: {one:?}, {other:?}"));
    }
    for (key, name) in [("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate")] {
        let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
        let (one, other) = (file.text(info, key), element(&packet, name).unwrap_or_default());
        let same = one.len() > 8 && digits(&one) == digits(&other);
        found.unless(same, Reason::OtherMetadata, &format!("{key}: {one}, {other}"));
    }
    if let Some(part) = element(&packet, "pdfaid:part") {
        let level = element(&packet, "pdfaid:conformance").unwrap_or_default();
        let described = packet.contains("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>");
        let right = part == "3" && level == "A" && described;
        found.unless(right, Reason::NoMetadata, &format!("PDF/A-{part}{level}"));
        let identified =
            matches!(file.pdf.trailer.get(b"ID"), Ok(Object::Array(id)) if id.len() == 2);
        found.unless(identified, Reason::NoMetadata, "a file to be kept has no ID");
    }
}

/// The words of an element, or of the only item in it.
pub fn element(packet: &str, name: &str) -> Option<String> {
    let (_, after) = packet.split_once(&format!("<{name}>"))?;
    let (inner, _) = after.split_once(&format!("</{name}>"))?;
    let words = match inner.split_once("<rdf:li") {
        Some((_, item)) => item.split_once('>')?.1.split_once("</rdf:li>")?.0,
        None => inner,
    };
    let plain = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    Some(plain.replace("&amp;", "&"))
}

/// Whether every opened element is closed in order.
fn balanced(packet: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    for tag in packet.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else { return false };
        let name = tag.split_whitespace().next().unwrap_or_default();
        if tag.starts_with('?') || tag.ends_with('/') {
            continue;
        }
        match name.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            Some(_) => {}
            None => open.push(name),
        }
    }
    open.is_empty()
}
