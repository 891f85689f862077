//! How often a project cites what is published.

use std::collections::HashMap;

use vurder_model::project::Project;
use vurder_model::role::FieldRole;

use crate::library::Library;

/// By the id of a statement or the name of a passage, how many citations of it stand in answers.
pub(crate) fn times_cited(library: &Library, project: &Project) -> HashMap<String, usize> {
    let (control_notes, judged) = library.role(FieldRole::JudgedStatement);
    let statement_of: HashMap<&str, &str> =
        project.citations.iter().map(|c| (c.id.as_str(), c.statement.as_str())).collect();
    let mut cited: HashMap<String, usize> = HashMap::new();
    for row in project.rows.iter().filter(|row| row.trashed.is_none()) {
        for (field, value) in &row.values {
            // The statement that a note judges is not cited by it.
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
