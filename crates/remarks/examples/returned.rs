//! Prints what is read of a file: `cargo run -p vurder-remarks --example returned -- FILE [PASSWORD]`.

use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which file?")?;
    let password = arguments.next();
    let bytes = std::fs::read(&path)?;
    let begun = Instant::now();
    let read = vurder_remarks::read(&path, &bytes, password.as_deref())?;
    let took = begun.elapsed();
    println!("{:?}, {:?}, {took:.1?}", read.kind, read.of);
    for remark in &read.remarks {
        println!("{remark:#?}");
    }
    println!("{} answers", read.answers.len());
    println!("{:?}", read.problems);
    Ok(())
}
