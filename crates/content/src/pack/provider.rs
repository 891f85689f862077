//! `provider.yaml`: who the provider is. It is the same for all revisions.

use serde::Deserialize;
use serde_saphyr::Spanned;
use vurder_model::richtext::says_something;

use super::page::is_address;
use crate::files::Files;
use crate::problem::Problem;
use crate::yaml;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Provider {
    pub(super) name: Spanned<String>,
    pub(super) country: Spanned<String>,
    pub(super) website: Spanned<String>,
    pub(super) licence: Spanned<String>,
    pub(super) about: Spanned<String>,
}

/// Reads the file at `path`, and adds the problems to `problems`.
pub(super) fn read(files: &Files, path: &str, problems: &mut Vec<Problem>) -> Option<Provider> {
    let file = files.name(path);
    let text = match files.text(path) {
        Ok(Some(text)) => text,
        Ok(None) => {
            let message = "this file is missing: it names the provider";
            problems.push(Problem::new(file, 1, message));
            return None;
        }
        Err(problem) => {
            problems.push(problem);
            return None;
        }
    };
    let provider: Provider = yaml::read(&file, text, 0).map_err(|p| problems.push(p)).ok()?;
    provider.check(&file, problems);
    Some(provider)
}

impl Provider {
    /// Reports values that are there but say nothing.
    fn check(&self, file: &str, problems: &mut Vec<Problem>) {
        for (name, value) in [
            ("name", &self.name),
            ("country", &self.country),
            ("licence", &self.licence),
            ("about", &self.about),
        ] {
            if !says_something(&value.value) {
                let message = format!("the provider's {name} is empty");
                problems.push(Problem::new(file, yaml::line(value), message));
            }
        }
        if !is_address(&self.website.value) {
            let message = format!("\"{}\" is no http or https address", self.website.value);
            problems.push(Problem::new(file, yaml::line(&self.website), message));
        }
    }
}
