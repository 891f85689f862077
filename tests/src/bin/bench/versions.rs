//! The time to freeze a version of the sample, to write its reports again, and to compare two versions. The two reports
//! have some 60 pages each.

use std::path::Path;

use serde_json::json;
use vurder_app::{App, OpenOptions};

use crate::Outcome;
use crate::table::Row;
use crate::timing::{Times, ms};

/// Freezes versions of the sample in a separate workspace and measures the work with them.
pub(crate) fn measure(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    let mut app = App::open(OpenOptions::new(folder.join("versions.vurder")))?;
    app.call("sample", json!({}))?;
    let freeze = json!({"project": "sample", "kind": "review", "by": "Kari Nordmann"});
    let freezing = Times::of(5, |round| {
        let words = format!("Words of round {round}.");
        let set = json!({"project": "sample", "register": "dpia", "field": "version_log",
                         "value": {"kind": "text", "value": words}});
        app.call("set_value", set)?;
        app.call("freeze_version", freeze.clone())?;
        Ok(())
    })?;
    rows.push(Row::new("Freezing a version of the sample with two reports", ms(freezing.median())));
    let export =
        json!({"project": "sample", "version": 1, "form": "dpia", "out": folder.join("v1.pdf")});
    let writing = Times::of(20, |_| {
        app.call("export_version", export.clone())?;
        Ok(())
    })?;
    rows.push(Row::new("A version's DPIA written again", ms(writing.median())));
    for (what, to) in [("two versions", json!(5)), ("a version and the draft", json!(null))] {
        let compare = json!({"project": "sample", "from": 1, "to": to});
        let times = Times::of(20, |_| {
            app.call("compare_versions", compare.clone())?;
            Ok(())
        })?;
        let median = times.median();
        rows.push(
            Row::new(format!("Comparing {what} of the sample"), ms(median))
                .aim("50 ms", median.as_millis() < 50),
        );
    }
    Ok(())
}
