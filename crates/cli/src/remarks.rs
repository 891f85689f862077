//! The command `remarks`: reads the remarks of a report that a reviewer sent back.

use serde_json::{Value as Json, json};
use vurder_app::{App, Changed, RemarksLook};
use vurder_content::msg;

use crate::print::{Refusal, say, words};
use crate::text;

/// Reads the remarks of a file, or only looks at them. `of` has the arguments `project`, `path` and `password`; `round`
/// is the review round that the person names.
pub(crate) fn run(
    app: &mut App,
    of: &Json,
    round: Option<u32>,
    only_look: bool,
    as_json: bool,
) -> Result<(), Refusal> {
    let answer = app.call("look_at_remarks", of.clone())?;
    let look: RemarksLook = text::typed(answer.clone())?;
    if !as_json {
        print(&look)?;
    }
    if only_look {
        return if as_json { text::print(&answer) } else { Ok(()) };
    }
    let mut reads = of.clone();
    reads["round"] = json!(round);
    let read = app.call("read_remarks", reads)?;
    let changed: Changed = text::typed(read)?;
    if as_json {
        let remarks = app.call("remarks", json!({ "project": of["project"] }))?;
        return text::print(&json!({ "read": changed.rows, "remarks": remarks["remarks"] }));
    }
    say!("{}", words(&msg::remarks_read(look.new + look.edited)))?;
    if look.closes > 0 {
        say!("{}", words(&msg::remarks_closed(look.closes)))?;
    }
    Ok(())
}

fn print(look: &RemarksLook) -> Result<(), Refusal> {
    for told in look.warnings.iter().chain(&look.problems) {
        say!("{told}")?;
    }
    say!("{}", words(&msg::remarks_found(look.found, look.new)))?;
    if look.edited > 0 {
        say!("{}", words(&msg::remarks_edited(look.edited)))?;
    }
    for remark in &look.remarks {
        let nowhere = || words(&msg::remark_without_place());
        say!("{}: {}", remark.place.clone().unwrap_or_else(nowhere), remark.by)?;
        for line in [&remark.quoted, &remark.words].into_iter().filter(|line| !line.is_empty()) {
            say!("  {line}")?;
        }
        if let Some(new) = &remark.new_words {
            say!("  {} {new}", words(&msg::remark_proposes()))?;
        }
    }
    Ok(())
}
