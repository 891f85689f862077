//! Makes the sample project with commands, so that the sample passes the same checks as what a person writes.

use serde_json::Value as Json;
use vurder_model::id::ProjectId;

use crate::app::App;
use crate::changed::Changed;
use crate::error::{Fault, Outcome};
use crate::sample_script::COHORT;

/// A function that runs a command by its name.
type Run = fn(&mut App, &str, Json) -> Outcome<Json>;

/// Makes the sample project and calls `run` for each line. If there is a sample project already, this makes a second
/// one.
pub(crate) fn sample(app: &mut App, run: Run) -> Outcome<Changed> {
    let mut id = ProjectId::new("sample").map_err(Fault::internal)?;
    for n in 2.. {
        if app.workspace.head(&id).is_err() {
            break;
        }
        id = ProjectId::new(format!("sample-{n}")).map_err(Fault::internal)?;
    }
    app.workspace.begin_making()?;
    let made = make(app, &id, run);
    if made.is_err() {
        // The project in memory has changes that the workspace takes back below.
        app.open.forget();
    }
    app.workspace.end_many(made.is_ok())?;
    made
}

fn make(app: &mut App, id: &ProjectId, run: Run) -> Outcome<Changed> {
    let mut changed = None;
    for (at, line) in COHORT.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let about =
            |detail: String| Fault::internal(format!("line {} of the sample: {detail}", at + 1));
        let mut arguments: Json = serde_json::from_str(line).map_err(|e| about(e.to_string()))?;
        let name = arguments.get("command").and_then(Json::as_str).unwrap_or_default().to_owned();
        let Some(fields) = arguments.as_object_mut() else { return Err(about("no object".into())) };
        fields.remove("command");
        let key = if name == "create_project" { "id" } else { "project" };
        fields.insert(key.to_owned(), Json::from(id.as_str()));
        let answer = run(app, &name, arguments).map_err(|e| about(e.to_string()))?;
        changed = serde_json::from_value(answer).ok();
    }
    changed.ok_or_else(|| Fault::internal("the sample is empty"))
}
