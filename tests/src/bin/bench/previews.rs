//! The time of the pages beside the form, and of a second export, after one answer changed.

use std::path::Path;

use serde_json::json;
use vurder_app::{App, OpenOptions};
use vurder_tests::large;

use crate::Outcome;
use crate::table::Row;
use crate::timing::{Times, ms};

/// Measures what is made again after one answer changed, for the sample and for a project four times its size.
pub(crate) fn measure(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    for (times, name, most) in [(1, "the sample", 50), (4, "a project four times its size", 200)] {
        let mut app = App::open(OpenOptions::new(folder.join(format!("previews-{times}.vurder"))))?;
        large::make(&mut app, times)?;
        let form = app.call("form", json!({"project": large::PROJECT, "form": "dpia"}))?;
        let risk = crate::derived::first_row(&form, "risk").ok_or("the project has no risk")?;
        let at = [format!("{}/how", risk.as_str().unwrap_or_default())];
        let pages = json!({"project": large::PROJECT, "form": "dpia", "at": at});
        let out = folder.join("second.pdf");
        let export =
            json!({"project": large::PROJECT, "form": "dpia", "date": "2026-11-20", "out": out});
        for (what, command, asked) in [
            ("Pages beside the form", "report_pages", &pages),
            ("Second export", "export", &export),
        ] {
            let mut spent = Vec::new();
            for round in 0..24 {
                let set = json!({"project": large::PROJECT, "row": risk, "field": "how",
                    "value": {"kind": "text", "value": format!("Fear of being named, {round}.")}});
                app.call("set_value", set)?;
                let start = std::time::Instant::now();
                app.call(command, asked.clone())?;
                if round >= 4 {
                    spent.push(start.elapsed());
                }
            }
            let spent = Times::new(spent);
            let what = format!("{what} after one changed answer, {name}");
            rows.push(Row::new(format!("{what}, median"), ms(spent.median())));
            let p99 = spent.p99();
            rows.push(
                Row::new(format!("{what}, 99 of 100"), ms(p99))
                    .aim(&format!("{most} ms"), p99.as_millis() < most),
            );
        }
    }
    Ok(())
}
