//! Checks the facts that stand in the head of a project: name, version, language, forms, providers.

use std::collections::BTreeMap;

use vurder_content::msg;
use vurder_model::project::FormChoice;
use vurder_model::template::Template;

use crate::error::{ErrorCode, Fault, Outcome};
use crate::language::text_languages;
use crate::library::Library;
use crate::quoting::{names, shortened};

/// The version on the reports of a new project.
pub(super) const FIRST_VERSION: &str = "0.1";

/// The most characters of a project's name.
pub(crate) const LONGEST_NAME: usize = 300;
/// The most characters of a report's version.
const LONGEST_VERSION: usize = 100;

/// The name of a project as one line.
pub(super) fn title(given: &str) -> Outcome<String> {
    let title = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() {
        return Err(Fault::wrong_value(msg::error_project_without_name()));
    }
    if title.chars().count() > LONGEST_NAME {
        let message = msg::error_project_name_too_long(LONGEST_NAME);
        return Err(Fault::new(ErrorCode::TooLarge, message));
    }
    Ok(title)
}

/// The version of a report as one line.
pub(super) fn version(given: &str) -> Outcome<String> {
    let version = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if version.chars().count() > LONGEST_VERSION {
        let message = msg::error_report_version_too_long(LONGEST_VERSION);
        return Err(Fault::new(ErrorCode::TooLarge, message));
    }
    Ok(version)
}

/// The language in which answers are written, if the program offers it.
pub(super) fn language(given: &str) -> Outcome<String> {
    let offered = text_languages();
    if offered.iter().any(|language| language == given) {
        Ok(given.to_owned())
    } else {
        let languages = names(offered.iter().map(String::as_str));
        Err(Fault::wrong_value(msg::error_no_language(shortened(given), languages)))
    }
}

/// The forms in the order in which a person works on them, each once and in its newest version.
pub(super) fn forms(library: &Library, given: &[String]) -> Outcome<Vec<FormChoice>> {
    if given.is_empty() {
        return Err(Fault::wrong_value(msg::error_project_without_form()));
    }
    let mut chosen: Vec<&Template> = Vec::new();
    for name in given {
        let template = library.known_template(name)?;
        if chosen.iter().all(|known| known.id != template.id) {
            chosen.push(template);
        }
    }
    // A stable sort: forms otherwise stay in the order in which they were named.
    chosen.sort_by_key(|template| !template.first);
    let choice = |template: &Template| FormChoice {
        template: template.id.clone(),
        version: template.version.clone(),
    };
    Ok(chosen.into_iter().map(choice).collect())
}

/// The chosen providers, each once.
pub(super) fn providers(library: &Library, chosen: Vec<String>) -> Outcome<Vec<String>> {
    let mut providers: Vec<String> = Vec::new();
    for provider in chosen {
        library.known_pack(&provider)?;
        if !providers.contains(&provider) {
            providers.push(provider);
        }
    }
    Ok(providers)
}

/// The revisions to follow, by provider, if they exist.
pub(super) fn revisions(
    library: &Library,
    given: BTreeMap<String, String>,
) -> Outcome<BTreeMap<String, String>> {
    for (provider, revision) in &given {
        library.known_revision(provider, revision)?;
    }
    Ok(given)
}
