//! Writes the sample's reports into a folder, to be looked at and timed.
#![allow(clippy::unwrap_used, missing_docs, unused_crate_dependencies)]

#[path = "../tests/sample/mod.rs"]
mod sample;

use vurder_report::Empty;

fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".into()));
    let content = sample::content();
    let project = sample::project(&content);
    for form in ["edpb-dpia", "rar"] {
        let mut times = Vec::new();
        for _ in 0..9 {
            let start = std::time::Instant::now();
            let document = sample::report(&content, &project, form, Empty::LeaveOut);
            let composed = start.elapsed();
            let laid = vurder_report::lay_out(&document).unwrap();
            let laid_out = start.elapsed();
            let pdf = vurder_report::to_pdf(&laid, &vurder_report::PdfOptions::default()).unwrap();
            times.push((start.elapsed(), composed, laid_out, laid.pages.len(), pdf.len()));
            std::fs::write(folder.join(format!("{form}.pdf")), &pdf).unwrap();
            for missing in &laid.missing {
                println!("{form}: no glyph: {missing:?}");
            }
        }
        println!("{form}: first {:?}", times[0]);
        times.sort();
        println!("{form}: median total, composed, laid out, pages, bytes {:?}", times[4]);
    }
}
