//! Parameters: values in the words of a control that an organisation sets itself.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::document::{Catalog, Control, Group, Param};

/// The greatest depth of parameters inside the choices of other parameters.
const DEPTH: usize = 6;

/// The greatest number of bytes that parameters may add to one text.
const BYTES: usize = 64 * 1024;

/// All parameters by their id.
#[derive(Debug, Default)]
pub(super) struct Params<'a> {
    known: HashMap<&'a str, &'a Param>,
}

impl<'a> Params<'a> {
    pub(super) fn add_catalog(&mut self, catalog: &'a Catalog) {
        self.add(&catalog.params);
        catalog.controls.iter().for_each(|control| self.add_control(control));
        catalog.groups.iter().for_each(|group| self.add_group(group));
    }

    fn add_group(&mut self, group: &'a Group) {
        self.add(&group.params);
        group.groups.iter().for_each(|group| self.add_group(group));
        group.controls.iter().for_each(|control| self.add_control(control));
    }

    fn add_control(&mut self, control: &'a Control) {
        self.add(&control.params);
        control.controls.iter().for_each(|control| self.add_control(control));
    }

    fn add(&mut self, params: &'a [Param]) {
        self.known.extend(params.iter().map(|param| (param.id.as_str(), param)));
    }

    /// The text with its parameters replaced by words: the value that is set, otherwise in brackets what has to be set.
    /// `missing` gets the ids of parameters that do not exist.
    pub(super) fn put<'t>(
        &self,
        text: &'t str,
        set: &HashMap<&str, String>,
        missing: &mut BTreeSet<String>,
    ) -> Cow<'t, str> {
        if !text.contains("{{") {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len());
        self.put_into(&mut out, text, set, missing, DEPTH);
        Cow::Owned(out)
    }

    fn put_into(
        &self,
        out: &mut String,
        text: &str,
        set: &HashMap<&str, String>,
        missing: &mut BTreeSet<String>,
        depth: usize,
    ) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            out.push_str(before);
            let Some((inside, after)) = after.split_once("}}") else {
                out.push_str("{{");
                rest = after;
                break;
            };
            let id = inside.trim().strip_prefix("insert:").unwrap_or(inside).trim();
            let id = id.strip_prefix("param,").unwrap_or(id).trim();
            if let Some(value) = set.get(id) {
                out.push_str(value);
            } else if let Some(param) =
                self.known.get(id).filter(|_| depth > 0 && out.len() < BYTES)
            {
                self.put_param(out, param, set, missing, depth);
            } else {
                if !self.known.contains_key(id) {
                    missing.insert(id.to_owned());
                }
                out.push_str(&format!("[{id}]"));
            }
            rest = after;
        }
        out.push_str(rest);
    }

    fn put_param(
        &self,
        out: &mut String,
        param: &Param,
        set: &HashMap<&str, String>,
        missing: &mut BTreeSet<String>,
        depth: usize,
    ) {
        if !param.values.is_empty() {
            return out.push_str(&param.values.join(", "));
        }
        out.push('[');
        match &param.select {
            Some(select) if !select.choice.is_empty() => {
                for (number, choice) in select.choice.iter().enumerate() {
                    if number > 0 {
                        out.push_str("; ");
                    }
                    self.put_into(out, choice, set, missing, depth - 1);
                }
            }
            _ if param.label.is_empty() => out.push_str(&param.id),
            _ => self.put_into(out, &param.label, set, missing, depth - 1),
        }
        out.push(']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn param(id: &str, label: &str, choice: &[&str]) -> Param {
        let select = super::super::document::Select {
            choice: choice.iter().map(|choice| (*choice).to_owned()).collect(),
        };
        Param { id: id.into(), label: label.into(), select: Some(select), ..Param::default() }
    }

    #[test]
    fn parameters_become_words_and_a_circle_ends() {
        let catalog = Catalog {
            params: vec![
                param("p1", "days", &[]),
                param("p2", "", &["each {{ insert: param, p1 }}", "never"]),
                param("p3", "", &["{{ insert: param, p3 }} {{ insert: param, p3 }}"]),
            ],
            ..Catalog::default()
        };
        let mut params = Params::default();
        params.add_catalog(&catalog);
        let mut missing = BTreeSet::new();
        let set = HashMap::from([("p9", "TLS".to_owned())]);
        let text = "a {{ insert: param, p2 }} b {{p9}} c {{ insert: param, gone }} d {{ open";
        assert_eq!(
            params.put(text, &set, &mut missing),
            "a [each [days]; never] b TLS c [gone] d {{ open"
        );
        assert_eq!(missing.into_iter().collect::<Vec<_>>(), ["gone"]);
        assert!(params.put("{{p3}}", &set, &mut BTreeSet::new()).len() < 10_000);
    }
}
