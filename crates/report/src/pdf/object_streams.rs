//! Object streams (ISO 32000-1, 7.5.7), and the body of the file around them.
//!
//! Objects that are not streams are compressed in object streams. lopdf writes such files, too. But it formats each
//! object three times and compresses one stream after the other, which took a quarter of the time of an export.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, Stream, dictionary};

use super::cross_reference_stream::{self, Entry};
use super::objects::{failed, name, write};
use crate::ReportError;

/// The number of objects in one stream. Similar objects compress better together, and streams are compressed in
/// parallel.
const OBJECTS: usize = 3000;
/// The compression level of object streams. Level 9 takes three times as long, and saves less than a hundredth.
const LEVEL: u32 = 7;

/// Writes the file of a document whose streams are already compressed.
pub(super) fn save(pdf: &Document) -> Result<Vec<u8>, ReportError> {
    let mut file = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut entries = vec![Entry::Free; pdf.max_id as usize + 1];
    let mut packable: Vec<(u32, &Object)> = Vec::new();
    for ((number, generation), object) in &pdf.objects {
        if *generation != 0 {
            return Err(failed("an object has a generation"));
        }
        if let Object::Stream(_) = object {
            entries[*number as usize] = Entry::InFile(file.len());
            write_indirect(&mut file, *number, object);
        } else {
            packable.push((*number, object));
        }
    }
    let parts: Vec<&[(u32, &Object)]> = packable.chunks(OBJECTS).collect();
    for (objects, stream) in parts.iter().zip(packed(&parts)?) {
        let number = next_number(&entries)?;
        for (index, (packed, _)) in objects.iter().enumerate() {
            entries[*packed as usize] = Entry::InStream(number, index);
        }
        entries.push(Entry::InFile(file.len()));
        write_indirect(&mut file, number, &Object::Stream(stream));
    }
    let number = next_number(&entries)?;
    let start = file.len();
    entries.push(Entry::InFile(start));
    let stream = cross_reference_stream::stream(&entries, pdf.trailer.clone());
    write_indirect(&mut file, number, &Object::Stream(stream));
    file.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    Ok(file)
}

fn next_number(entries: &[Entry]) -> Result<u32, ReportError> {
    u32::try_from(entries.len()).map_err(failed)
}

fn write_indirect(file: &mut Vec<u8>, number: u32, object: &Object) {
    file.extend(format!("{number} 0 obj\n").bytes());
    write(file, object);
    file.extend(b"\nendobj\n");
}

/// The object streams of these parts, compressed in parallel.
fn packed(parts: &[&[(u32, &Object)]]) -> Result<Vec<Stream>, ReportError> {
    std::thread::scope(|scope| {
        let workers: Vec<_> =
            parts.iter().map(|objects| scope.spawn(|| object_stream(objects))).collect();
        let packed = workers.into_iter().map(|worker| worker.join());
        packed.map(|stream| stream.map_err(|_| failed("a thread failed"))).collect()
    })
}

/// An object stream: the number and the place of each object, and then the objects.
fn object_stream(objects: &[(u32, &Object)]) -> Stream {
    let (mut head, mut body) = (Vec::new(), Vec::new());
    for (number, object) in objects {
        head.extend(format!("{number} {} ", body.len()).bytes());
        write(&mut body, object);
        body.push(b' ');
    }
    let first = head.len() as i64;
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(body.len() / 4), Compression::new(LEVEL));
    // Writing to memory does not fail.
    let _ = encoder.write_all(&head).and_then(|()| encoder.write_all(&body));
    let dict = dictionary! {
        "Type" => name("ObjStm"),
        "N" => objects.len() as i64,
        "First" => first,
        "Filter" => name("FlateDecode"),
    };
    Stream::new(dict, encoder.finish().unwrap_or_default()).with_compression(false)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use lopdf::ObjectId;

    use super::*;

    #[test]
    fn a_file_of_many_objects_reads_back_as_it_was() {
        let mut pdf = Document::with_version("1.7");
        let mut ids: Vec<ObjectId> = Vec::new();
        for n in 0..2 * OBJECTS as i64 + 5 {
            ids.push(
                pdf.add_object(dictionary! { "N" => n, "T" => Object::string_literal("(\\") }),
            );
        }
        let unused = pdf.new_object_id();
        let packed = Stream::new(dictionary! {}, b"endstream endobj".to_vec());
        let stream = pdf.add_object(packed.with_compression(false));
        let pages = pdf.add_object(dictionary! {
            "Type" => "Pages", "Count" => 0, "Kids" => Vec::<Object>::new(),
        });
        let root = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        pdf.trailer.set("Root", root);
        let read = Document::load_mem(&save(&pdf).unwrap()).unwrap();
        for id in ids.iter().chain([&pages, &root]) {
            assert_eq!(read.get_object(*id).unwrap(), pdf.get_object(*id).unwrap());
        }
        assert_eq!(
            read.get_object(stream).unwrap().as_stream().unwrap().content,
            b"endstream endobj"
        );
        assert!(read.get_object(unused).is_err());
    }
}
