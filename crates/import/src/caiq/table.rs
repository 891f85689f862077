//! Reads rows of cells from CSV and from workbooks.

use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{DataRef, Reader as _, Xlsx};

use crate::archive::unpack_up_to;
use crate::encoding;
use crate::limits::FILE_BYTES;
use crate::paths::ending;
use crate::problem::Trouble;

/// The greatest number of bytes that a workbook may have when it is unpacked.
const WORKBOOK_BYTES: usize = 4 * FILE_BYTES;

/// The greatest number of columns that are read from a sheet.
const COLUMNS: u32 = 256;

/// The greatest number of cells that are read from a file. Empty cells before other cells of a row count.
const CELLS: usize = 500_000;

/// A sheet: its rows, each with the line or row number on which it begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) rows: Vec<(u32, Vec<String>)>,
}

/// The sheets of a file with a problem in them, or the reason why they are not read.
pub(super) type Sheets = Result<(Vec<Table>, Option<Trouble>), Trouble>;

/// The sheets of a file whose name is that of a table; `None` for another file.
pub(super) fn tables(path: &str, bytes: &[u8]) -> Option<Sheets> {
    match ending(path).as_deref() {
        Some("csv" | "tsv") => Some(csv(bytes)),
        Some("xlsx" | "xlsm") => Some(workbook(bytes).map(|tables| (tables, None))),
        _ => None,
    }
}

fn csv(bytes: &[u8]) -> Sheets {
    let (text, trouble) = encoding::text(bytes)?;
    // If a comma is the decimal sign, programs separate cells by semicolons.
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    let sign = [',', ';', '\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sign as u8)
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut record = csv::StringRecord::new();
    let mut count = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok((vec![table], trouble)),
            Err(error) => return Err(Trouble::Malformed { detail: error.to_string() }),
        }
        count += record.len().min(COLUMNS as usize);
        if count > CELLS {
            return Err(Trouble::Cut);
        }
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().take(COLUMNS as usize).map(|cell| cell.trim().to_owned());
        table.rows.push((u32::try_from(line).unwrap_or(u32::MAX), cells.collect()));
    }
}

fn workbook(bytes: &[u8]) -> Result<Vec<Table>, Trouble> {
    let malformed = |detail: String| Trouble::Malformed { detail };
    // A workbook is an archive. Its reader does not limit the unpacked size.
    unpack_up_to(bytes, WORKBOOK_BYTES).map_err(|refused| malformed(refused.to_string()))?;
    // The reader counts in 32 bits, and panics on overflow if the program is built with such checks. It shares no data
    // with us.
    let read = catch_unwind(|| sheets(bytes));
    read.unwrap_or_else(|_| Err(malformed("the reader of workbooks gave up".to_owned())))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Table>, Trouble> {
    let malformed = |detail: String| Trouble::Malformed { detail };
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| malformed(error.to_string()))?;
    let mut tables = Vec::new();
    let mut count = 0;
    for name in book.sheet_names() {
        // Sheets of charts have no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut table = Table::default();
        // Cells are read one after the other, because a sheet may state that it has billions of them.
        while let Some(cell) = cells.next_cell().map_err(|error| malformed(error.to_string()))? {
            let (row, column) = cell.get_position();
            let words = words(cell.get_value());
            if words.is_empty() || column >= COLUMNS {
                continue;
            }
            let line = row.saturating_add(1);
            if table.rows.last().is_none_or(|(last, _)| *last != line) {
                table.rows.push((line, Vec::new()));
            }
            if let Some((_, cells)) = table.rows.last_mut() {
                let column = column as usize;
                if cells.len() <= column {
                    count += column + 1 - cells.len();
                    if count > CELLS {
                        return Err(Trouble::Cut);
                    }
                    cells.resize(column + 1, String::new());
                }
                cells[column] = words;
            }
        }
        tables.push(table);
    }
    Ok(tables)
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => {
            words.trim().to_owned()
        }
        DataRef::SharedString(words) => words.trim().to_owned(),
        DataRef::Bool(true) => "Yes".to_owned(),
        DataRef::Bool(false) => "No".to_owned(),
        DataRef::DateTime(date) => date.to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
