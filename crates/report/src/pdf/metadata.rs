//! Metadata (ISO 32000-1, 14.3): the information dictionary, and the same facts as XMP, with the standards that the
//! file follows.

use std::fmt::Write as _;

use chrono::NaiveDate;
use lopdf::{Document, ObjectId, Stream, dictionary};
use vurder_model::report_address::property;

use super::objects::{date, text};
use crate::Origin;
use crate::document::Meta;

/// The entries of both of them. They are made from one value, so that they agree.
struct DocumentInfo<'a> {
    title: String,
    author: String,
    subject: &'a str,
    creator: &'static str,
    producer: &'static str,
    date: NaiveDate,
    language: &'a str,
}

impl<'a> DocumentInfo<'a> {
    fn of(meta: &'a Meta) -> Self {
        let title = if meta.project.is_empty() {
            meta.title.clone()
        } else {
            format!("{} – {}", meta.title, meta.project)
        };
        Self {
            title: printable(&title),
            author: printable(&meta.authors.join(", ")),
            subject: &meta.form,
            creator: "Vurder",
            producer: concat!("Vurder ", env!("CARGO_PKG_VERSION")),
            date: meta.date,
            language: &meta.language,
        }
    }
}

/// Adds the information dictionary. It also says what the report was made from, under keys of this program. Programs
/// that add comments to a file or rewrite it keep these keys.
pub(super) fn add_information(
    pdf: &mut Document,
    meta: &Meta,
    origin: Option<&Origin>,
) -> ObjectId {
    let info = DocumentInfo::of(meta);
    let mut entries = dictionary! {
        "Title" => text(&info.title),
        "Creator" => text(info.creator),
        "Producer" => text(info.producer),
        "CreationDate" => date(info.date),
        "ModDate" => date(info.date),
    };
    for (key, words) in [("Author", info.author.as_str()), ("Subject", info.subject)] {
        if !words.is_empty() {
            entries.set(key, text(words));
        }
    }
    if !meta.version.is_empty() {
        entries.set("Version", text(&meta.version));
    }
    if let Some(origin) = origin {
        let day = meta.date.format("%Y-%m-%d").to_string();
        let version = origin.version.map(|number| number.to_string()).unwrap_or_default();
        let draft = origin.draft(meta);
        for (key, words) in [
            (property::PROJECT, origin.project.as_str()),
            (property::FORM, &origin.form),
            (property::FORM_VERSION, &origin.form_version),
            (property::REPORT_VERSION, &origin.report_version),
            (property::VERSION, &version),
            (property::DRAFT, draft),
            (property::DATE, &day),
        ] {
            if !words.is_empty() {
                entries.set(key, text(words));
            }
        }
    }
    pdf.add_object(entries)
}

/// Adds the XMP packet. It is not compressed, so that programs without a PDF reader can read it.
pub(super) fn add_xmp(pdf: &mut Document, meta: &Meta, archival: bool) -> ObjectId {
    let head = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let stream = Stream::new(head, xmp(&DocumentInfo::of(meta), archival).into_bytes());
    pdf.add_object(stream.with_compression(false))
}

fn xmp(info: &DocumentInfo<'_>, archival: bool) -> String {
    let mut out = String::with_capacity(4096);
    out.push_str("<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    out.push_str("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
    out.push_str("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    out.push_str("<rdf:Description rdf:about=\"\"");
    for (prefix, namespace) in [
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xmp", "http://ns.adobe.com/xap/1.0/"),
        ("pdf", "http://ns.adobe.com/pdf/1.3/"),
        ("pdfuaid", UA),
    ] {
        let _ = write!(out, "\n  xmlns:{prefix}=\"{namespace}\"");
    }
    out.push_str(">\n");
    let escaped = |words: &str| escape(words);
    let day = info.date.format("%Y-%m-%dT00:00:00Z");
    let _ = writeln!(out, "<dc:format>application/pdf</dc:format>");
    let _ = writeln!(out, "<dc:title>{}</dc:title>", alternative(&info.title));
    if !info.author.is_empty() {
        let author = escaped(&info.author);
        let _ =
            writeln!(out, "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>");
    }
    if !info.subject.is_empty() {
        let _ = writeln!(out, "<dc:description>{}</dc:description>", alternative(info.subject));
    }
    let language = escaped(info.language);
    let _ =
        writeln!(out, "<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>");
    let _ = writeln!(out, "<xmp:CreatorTool>{}</xmp:CreatorTool>", escaped(info.creator));
    for element in ["CreateDate", "ModifyDate", "MetadataDate"] {
        let _ = writeln!(out, "<xmp:{element}>{day}</xmp:{element}>");
    }
    let _ = writeln!(out, "<pdf:Producer>{}</pdf:Producer>", escaped(info.producer));
    out.push_str("<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
    if archival {
        out.push_str(ARCHIVAL);
        extension_schema(&mut out);
    }
    out.push_str("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    out
}

/// The namespace by which a file states that it follows PDF/UA.
const UA: &str = "http://www.aiim.org/pdfua/ns/id/";

/// The properties by which a file states that it is PDF/A-3a.
const ARCHIVAL: &str =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
";

/// PDF/A does not know `pdfuaid`. A file with both must describe it.
fn extension_schema(out: &mut String) {
    out.push_str("<rdf:Description rdf:about=\"\"");
    for (prefix, path) in
        [("pdfaExtension", "extension/"), ("pdfaSchema", "schema#"), ("pdfaProperty", "property#")]
    {
        let _ = write!(out, "\n  xmlns:{prefix}=\"http://www.aiim.org/pdfa/ns/{path}\"");
    }
    let _ = write!(
        out,
        ">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{UA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"
    );
}

/// Words that could stand in several languages, in the form of XMP. Here there is one language.
fn alternative(words: &str) -> String {
    let words = escape(words);
    format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{words}</rdf:li></rdf:Alt>")
}

/// Removes control characters, which XML does not have.
fn printable(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Characters that XML cannot contain.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_title_are_no_markup() {
        assert_eq!(escape("A & B <\"c\">"), "A &amp; B &lt;&quot;c&quot;&gt;");
        assert_eq!(printable("a\u{1}b\nc"), "a b c");
    }
}
