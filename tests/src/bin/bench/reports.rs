//! The time of the sample's reports, and of the commands that the window calls while a person fills in the sample.

use std::path::Path;
use std::time::Instant;

use serde_json::json;
use vurder_app::{App, OpenOptions};

use crate::Outcome;
use crate::table::Row;
use crate::timing::{Times, ms};

/// Makes a workspace with the sample at `one` and measures its reports and commands.
pub(crate) fn measure(one: &Path, folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    let start = Instant::now();
    let packs = vurder_app::providers().len();
    let what =
        format!("Content of the program, read at the start: {packs} packs, forms, registers");
    rows.push(Row::new(what, ms(start.elapsed())));
    let mut app = App::open(OpenOptions::new(one))?;
    app.call("sample", json!({}))?;
    for (form, name) in [("dpia", "DPIA"), ("rar", "RAR")] {
        for (format, kind) in [("pdf", "PDF"), ("docx", "Word file")] {
            let out = folder.join(format!("{form}.{format}"));
            let export = json!({
                "project": "sample", "form": form, "out": out, "date": "2026-11-20", "format": format,
            });
            let mut made = json!(null);
            let times = Times::of(20, |_| {
                made = app.call("export", export.clone())?;
                Ok(())
            })?;
            let (pages, bytes) = (&made["pages"], &made["bytes"]);
            let size = match format {
                "pdf" => format!("{pages} pages, {bytes} bytes"),
                _ => format!("{bytes} bytes"),
            };
            let what = format!("Export of the sample's {name} as {kind}: {size}");
            rows.push(
                Row::new(what, ms(times.median())).aim("150 ms", times.median().as_millis() < 150),
            );
        }
        let asked = json!({"project": "sample", "form": form});
        let times = Times::of(30, |_| {
            app.call("form", asked.clone())?;
            Ok(())
        })?;
        rows.push(Row::new(
            format!("The sample's {name} for the window, whole"),
            ms(times.median()),
        ));
    }
    let section = json!({"project": "sample", "form": "dpia", "section": "4"});
    let times = Times::of(30, |_| {
        app.call("section", section.clone())?;
        Ok(())
    })?;
    rows.push(Row::new("One section of it", ms(times.median())));
    Ok(())
}
