//! What a viewer draws: the pages as pictures, by poppler.

use std::process::Command;

use vurder_report::{Laid, PdfOptions, lay_out, to_pdf};

use super::odd_input;

fn run(program: &str, laid: &Laid, arguments: &[&str]) -> (tempfile::TempDir, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    let pdf = to_pdf(laid, &PdfOptions::default()).unwrap();
    // `KEEP_PAGES=chosen_folder` keeps the pages of a failing test for a person to look at.
    if let Some(chosen_folder) = std::env::var_os("KEEP_PAGES") {
        let name = format!("{program}-{}-{}.pdf", laid.pages.len(), pdf.len());
        std::fs::write(std::path::Path::new(&chosen_folder).join(name), &pdf).unwrap();
    }
    std::fs::write(&file, pdf).unwrap();
    let mut command = Command::new(program);
    command.current_dir(folder.path()).args(arguments).arg("report.pdf");
    let output = command.arg(if program == "pdftotext" { "-" } else { "page" }).output();
    let output = output.expect("poppler-utils");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (folder, output.stdout)
}

/// The words of the pages, without line ends and without poppler's marks of direction.
pub fn text(laid: &Laid) -> String {
    let (_, out) = run("pdftotext", laid, &["-enc", "UTF-8"]);
    let text = String::from_utf8(out).unwrap();
    let text: String = text.chars().filter(|c| !matches!(c, '\u{202a}'..='\u{202e}')).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page in grey, with one pixel for a point.
struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

fn pages(laid: &Laid) -> Vec<Grey> {
    let (folder, _) = run("pdftoppm", laid, &["-r", "72", "-gray"]);
    let mut files: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pgm"))
        .collect();
    files.sort();
    files.iter().map(|file| grey(&std::fs::read(file).unwrap())).collect()
}

fn grey(pgm: &[u8]) -> Grey {
    let mut parts = pgm.splitn(4, |byte| *byte == b'\n');
    assert_eq!(parts.next(), Some(b"P5".as_slice()));
    let size = std::str::from_utf8(parts.next().unwrap()).unwrap();
    let (width, height) = size.split_once(' ').unwrap();
    let (width, height) = (width.parse().unwrap(), height.parse().unwrap());
    assert_eq!(parts.next(), Some(b"255".as_slice()));
    Grey { width, height, pixels: parts.next().unwrap().to_vec() }
}

/// Whether the page must be white here: beside the text, above the header, between header, text and footer, below the
/// footer.
fn is_margin(x: usize, y: usize) -> bool {
    !(55..541).contains(&x) || y < 32 || (52..63).contains(&y) || (785..796).contains(&y) || y > 813
}

fn ink_in_the_margins(laid: &Laid) -> Vec<String> {
    let mut found = Vec::new();
    for (page, grey) in pages(laid).iter().enumerate() {
        for (at, pixel) in grey.pixels.iter().enumerate() {
            let (x, y) = (at % grey.width, at / grey.width);
            if is_margin(x, y) && y < grey.height && *pixel < 250 {
                found.push(format!("page {}, {x} from the left, {y} from above", page + 1));
            }
        }
    }
    found
}

#[test]
fn the_margins_of_pages_as_a_viewer_draws_them_are_white() {
    let mut documents = super::reports();
    documents.push(("odd input".into(), odd_input::document()));
    for (name, mut document) in documents {
        document.meta.draft = false;
        let laid = lay_out(&document).unwrap();
        let found = ink_in_the_margins(&laid);
        assert!(found.is_empty(), "{name}: {} points of ink, first {:?}", found.len(), found[0]);
    }
}
