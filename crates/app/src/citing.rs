//! Counts how often a project cites statements and passages.

use std::collections::HashMap;

use vurder_model::project::Project;
use vurder_model::role::FieldRole;

use crate::library::Library;

/// How many citations stand in answers, by the id of the statement or the name of the passage.
pub(crate) fn times_cited(library: &Library, project: &Project) -> HashMap<String, usize> {
    let (control_notes, judged) = library.role(FieldRole::JudgedStatement);
    let statement_of: HashMap<&str, &str> =
        project.citations.iter().map(|c| (c.id.as_str(), c.statement.as_str())).collect();
    let mut cited: HashMap<String, usize> = HashMap::new();
    for row in project.rows.iter().filter(|row| row.trashed.is_none()) {
        for (field, value) in &row.values {
            // A control note names the statement that it judges. That is no citation of it.
            if row.register == control_notes && field == judged {
                continue;
            }
            for id in value.citations() {
                if let Some(statement) = statement_of.get(id.as_str()) {
                    *cited.entry((*statement).to_owned()).or_default() += 1;
                }
            }
        }
    }
    cited
}
