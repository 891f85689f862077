//! The time of a change with all that is derived from it, for the sample and for a project ten times its size.

use std::path::Path;

use serde_json::{Value as Json, json};
use vurder_app::{App, OpenOptions};
use vurder_tests::large;

use crate::Outcome;
use crate::table::Row;
use crate::timing::{Times, ms};

/// Measures changes of a project whose form is open.
pub(crate) fn measure(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    for (times, name, most) in [(1, "the sample", 20), (10, "a project ten times its size", 40)] {
        let mut app = App::open(OpenOptions::new(folder.join(format!("derived-{times}.vurder"))))?;
        large::make(&mut app, times)?;
        let asked = json!({"project": large::PROJECT, "form": "dpia"});
        let form = app.call("form", asked.clone())?;
        let whole = form.to_string().len() / 1000;
        let reading = Times::of(5, |_| {
            app.call("form", asked.clone())?;
            Ok(())
        })?;
        rows.push(Row::new(
            format!("The DPIA of {name}, whole ({whole} kB)"),
            ms(reading.median()),
        ));
        let risk = first_row(&form, "risk").ok_or("the project has no risk")?;
        // The title of a risk is shown wherever the risk is named. Its level is shown in the matrices and counts.
        for (what, field) in
            [("a text", "org_severity_why"), ("a title", "title"), ("a score", "ds_severity")]
        {
            let mut told = 0;
            let times = Times::of(200, |round| {
                let value = match field {
                    "title" => {
                        json!({"kind": "line", "value": format!("Loss of the key, {round}")})
                    }
                    "ds_severity" => json!({"kind": "level", "value": round % 4 + 1}),
                    _ => json!({"kind": "text", "value": format!("Fear of being named, {round}.")}),
                };
                let set =
                    json!({"project": large::PROJECT, "row": risk, "field": field, "value": value});
                told = app.call("set_value", set)?["derived"]["form"].to_string().len() / 1000;
                Ok(())
            })?;
            rows.push(Row::new(
                format!("Change of {what} in {name}, with what is derived ({told} kB), median"),
                ms(times.median()),
            ));
            let p99 = times.p99();
            rows.push(
                Row::new(format!("Change of {what} in {name}, 99 of 100"), ms(p99))
                    .aim(&format!("{most} ms"), p99.as_millis() < most),
            );
        }
    }
    Ok(())
}

/// The first row of a register that the form shows.
pub(crate) fn first_row(json: &Json, register: &str) -> Option<Json> {
    match json {
        Json::Object(fields)
            if fields.get("register").is_some_and(|r| r == register)
                && fields.contains_key("cells") =>
        {
            fields.get("id").cloned()
        }
        Json::Object(fields) => fields.values().find_map(|one| first_row(one, register)),
        Json::Array(all) => all.iter().find_map(|one| first_row(one, register)),
        _ => None,
    }
}
