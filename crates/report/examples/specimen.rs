//! Writes the synthetic report to a file, to be looked at.
#![allow(clippy::unwrap_used, missing_docs, unused_crate_dependencies)]

#[path = "../tests/specimen/mod.rs"]
mod specimen;

fn main() {
    let path = std::env::args().nth(1).unwrap_or_else(|| "specimen.pdf".into());
    let times_over: usize = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(1);
    let mut document = specimen::everything();
    let blocks = std::mem::take(&mut document.blocks);
    document.blocks = std::iter::repeat_n(blocks, times_over).flatten().collect();
    let mut times = Vec::new();
    for _ in 0..9 {
        let start = std::time::Instant::now();
        let laid = vurder_report::lay_out(&document).unwrap();
        let middle = start.elapsed();
        let pdf = vurder_report::to_pdf(&laid, &vurder_report::PdfOptions::default()).unwrap();
        times.push((middle, start.elapsed() - middle, laid.pages.len(), pdf.len()));
        std::fs::write(&path, &pdf).unwrap();
        std::fs::write(format!("{path}.svg"), vurder_report::first_page_preview(&laid)).unwrap();
    }
    println!("first {:?}", times[0]);
    times.sort();
    println!("median {:?}", times[4]);
}
