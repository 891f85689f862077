//! The time of the checks: of all rules, and of the rules that follow one change.

use std::collections::HashSet;
use std::path::Path;

use vurder_app::{App, OpenOptions};
use vurder_content::Content;
use vurder_model::check::{CheckSource, LiveFindings};
use vurder_model::field::Register;
use vurder_model::id::ProjectId;
use vurder_model::method::Method;
use vurder_model::provider::{Pack, coverage};
use vurder_model::template::Template;
use vurder_model::view::{FormSource, FormView, Touch, form_view};
use vurder_tests::large;
use vurder_workspace::Workspace;

use crate::Outcome;
use crate::table::Row;
use crate::timing::{Times, ms};

/// Measures the checks on the sample and on a project ten times its size.
pub(crate) fn measure(folder: &Path, rows: &mut Vec<Row>) -> Outcome {
    for (times, name, most) in [(1, "the sample", 5), (10, "a project ten times its size", 50)] {
        let path = folder.join(format!("checks-{times}.vurder"));
        let mut app = App::open(OpenOptions::new(&path))?;
        large::make(&mut app, times)?;
        drop(app);
        let workspace = Workspace::open(&path, vurder_workspace::OpenOptions::default())?;
        let project = workspace.project(&ProjectId::new(large::PROJECT)?)?;
        let content = Content::embedded();
        let chosen = project.head.forms.iter();
        let templates: Vec<&Template> = chosen
            .filter_map(|form| content.templates.template(&form.template, &form.version))
            .collect();
        let mut registers: Vec<Register> = content.templates.registers.clone();
        for template in &templates {
            registers.extend(template.registers.iter().cloned());
            registers.push(template.own_register());
        }
        let providers = project.head.providers.iter();
        let packs: Vec<&Pack> = providers
            .filter_map(|provider| content.followed_pack(&project.head, provider))
            .collect();
        let covered = coverage(&content.topics, packs.iter().copied());
        let views = templates.iter().map(|template| {
            form_view(&FormSource {
                project: &project,
                template,
                registers: &content.templates.registers,
                former: &[],
                versions: &[],
                attachments: &[],
                coverage: &covered,
            })
        });
        let views: Vec<FormView> = views.collect();
        let source = CheckSource {
            project: &project,
            registers: &registers,
            method: &Method::of(&project, &registers),
            rules: &content.rules,
            templates: &templates,
            forms: &views.iter().collect::<Vec<_>>(),
            topics: &content.topics,
            packs: &packs,
            changed: &HashSet::new(),
            attached: &HashSet::new(),
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 27).ok_or("no such day")?,
        };
        let mut found = 0;
        let all = Times::of(50, |_| {
            found = LiveFindings::new(&source).findings().len();
            Ok(())
        })?;
        rows.push(
            Row::new(
                format!("All {} checks on {name} ({found} findings)", content.rules.rules.len()),
                ms(all.median()),
            )
            .aim(&format!("{most} ms"), all.median().as_millis() < most),
        );
        let measure = project.rows_of("measure").next().ok_or("the project has no measure")?;
        let field = ("measure".to_owned(), "measure".to_owned());
        let touch = Touch { fields: [field].into(), ..Touch::default() };
        let changed = [measure.id.clone()];
        let mut live = LiveFindings::new(&source);
        let one = Times::of(200, |_| {
            live.follow(&source, &touch, &changed);
            Ok(())
        })?;
        rows.push(Row::new(
            format!("The checks that follow a change of a measure in {name}, 99 of 100"),
            ms(one.p99()),
        ));
    }
    Ok(())
}
