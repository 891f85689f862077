//! Which answers the templates and chapters of a cut show, or need to show what they do.

use std::collections::BTreeSet;

use crate::cut::shown::{NamedBy, ShownFields, ShownRows, Undecided};
use crate::cut::{AnswerAt, Chapter};
use crate::field::{Condition, Field, FieldKind, Register};
use crate::filter::Filter;
use crate::method::METHOD;
use crate::risk::RiskSide;
use crate::role::{FieldRole, Roles, subject_key};
use crate::screening::read_by;
use crate::template::{Block, Column, Computed, ComputedCell, Table, Template};
use crate::view::Treatment;

/// The answers that these templates and chapters show. `registers` are those that forms share; `answers` are shown
/// besides. `topics` are the names of the topics of the coverage.
#[must_use]
pub fn shown_fields(
    templates: &[Template],
    chapters: &[Chapter],
    answers: &[AnswerAt],
    registers: &[Register],
    topics: &[String],
) -> ShownFields {
    let own = templates.iter().flat_map(|template| &template.registers);
    let roles = Roles::of(registers.iter().chain(own.clone()));
    let mut shown = ShownFields::default();
    for register in registers.iter().chain(own).filter(|register| !register.single) {
        shown.labels.insert(register.id.clone(), register.label_field.clone());
    }
    let mut reader = Reader { shown, registers, topics, roles };
    for template in templates {
        for block in template.sections.iter().flat_map(|s| &s.parts).flat_map(|p| &p.blocks) {
            reader.block(block, template);
        }
    }
    // Every cut names the controller whose report it is.
    reader.role(FieldRole::Controller);
    for chapter in chapters {
        reader.chapter(*chapter);
    }
    for answer in answers {
        reader.field(&answer.register, &answer.field);
    }
    reader.shown
}

struct Reader<'a> {
    shown: ShownFields,
    registers: &'a [Register],
    topics: &'a [String],
    roles: Roles<'a>,
}

impl Reader<'_> {
    /// A field of every row; so it is for single registers, too.
    fn field(&mut self, register: &str, field: &str) {
        self.shown.fields.insert((register.to_owned(), field.to_owned()));
    }

    fn role(&mut self, role: FieldRole) {
        if let (Some(register), Some(field)) = (self.roles.register(role), self.roles.field(role)) {
            self.field(register, field);
        }
    }

    fn register(&mut self, role: FieldRole) {
        self.shown.registers.extend(self.roles.register(role).map(str::to_owned));
    }

    /// Rows of the register whose field has the role, with these fields.
    fn rows(&self, role: FieldRole, fields: &[FieldRole]) -> Option<ShownRows> {
        let mut rows = ShownRows::of(self.roles.register(role)?);
        let fields = fields.iter().filter_map(|role| self.roles.field(*role));
        rows.fields.extend(fields.map(str::to_owned));
        Some(rows)
    }

    fn shared(&self, register: &str, field: &str) -> Option<Field> {
        self.registers.iter().find(|known| known.id == register)?.field(field).cloned()
    }

    fn block(&mut self, block: &Block, template: &Template) {
        match block {
            Block::Field(field) => self.single(&template.id, field, template),
            Block::Shared { register, field } => {
                if let Some(field) = self.shared(register, field) {
                    self.single(register, &field, template);
                }
            }
            Block::Table(table) => self.table(table, template),
            Block::Computed(what) => self.computed(*what, template),
        }
    }

    /// An answer of a single register.
    fn single(&mut self, register: &str, field: &Field, template: &Template) {
        for field in self.answer(field, template) {
            self.field(register, &field);
        }
    }

    /// The fields of a row that are needed to show its answer at `field`.
    fn answer(&mut self, field: &Field, template: &Template) -> BTreeSet<String> {
        let mut fields = BTreeSet::from([field.id.clone()]);
        fields.extend(field.alternative.clone());
        if let Some(when) = &field.when {
            self.condition(when, template, &mut fields);
        }
        if matches!(field.kind, FieldKind::Level | FieldKind::Scale | FieldKind::Matrix) {
            self.scales();
        }
        fields
    }

    /// What a level means.
    fn scales(&mut self) {
        let method = self.registers.iter().find(|register| register.id == METHOD);
        let fields = method.map_or(&[][..], |method| method.fields.as_slice());
        for field in fields {
            if matches!(field.kind, FieldKind::Scale | FieldKind::Matrix) {
                self.shown.fields.insert((METHOD.to_owned(), field.id.clone()));
            }
        }
    }

    fn label(&self, register: &str) -> Option<String> {
        let register = self.registers.iter().find(|known| known.id == register)?;
        Some(register.label_field.clone())
    }

    fn table(&mut self, table: &Table, template: &Template) {
        if let Some(when) = &table.when {
            self.own_condition(when, template);
        }
        if table.takes_absence() {
            self.notes_on_subjects(table);
        }
        if !table.undecided.is_empty() {
            let (registers, only) = (table.rows.clone(), table.only.clone());
            self.shown.undecided.push(Undecided { registers, only });
        }
        for register in &table.rows {
            let mut rows = ShownRows { only: table.only.clone(), ..ShownRows::of(register) };
            if let Some(groups) = &table.groups {
                let is = groups.subjects.iter().map(|subject| subject.id.clone()).collect();
                rows.only.push(Filter { field: groups.by.clone(), is, is_not: Vec::new() });
                for when in groups.subjects.iter().filter_map(|subject| subject.when.as_ref()) {
                    self.condition(when, template, &mut rows.fields);
                }
            }
            // The filters choose the same rows in the project of the cut.
            rows.fields.extend(rows.only.iter().map(|only| only.field.clone()));
            for column in &table.columns {
                self.column(&mut rows, column, template);
            }
            self.shown.rows.push(rows);
        }
    }

    /// The reasons why nothing is owed under the subjects of this table, or in it.
    fn notes_on_subjects(&mut self, table: &Table) {
        let subjects: Vec<&str> = match &table.groups {
            Some(groups) => groups.subjects.iter().map(|subject| subject.id.as_str()).collect(),
            None => vec![""],
        };
        let keys = subjects.into_iter().map(|subject| subject_key(&table.id, subject)).collect();
        if let Some(rows) = self.rows(FieldRole::SubjectNote, &[FieldRole::SubjectNote]) {
            self.shown.rows.push(ShownRows { keys: Some(keys), ..rows });
        }
    }

    fn column(&mut self, rows: &mut ShownRows, column: &Column, template: &Template) {
        match column.computed {
            Some(ComputedCell::Label) => rows.fields.extend(self.label(&rows.register)),
            Some(level) => self.level(rows, level),
            None => {}
        }
        if let Some((by, field)) = column.named_by.as_deref().and_then(|by| by.split_once('.')) {
            let (register, field) = (by.to_owned(), field.to_owned());
            let also = self.label(by).into_iter().collect();
            rows.named_by.push(NamedBy { register, field, also });
        }
        let field = column.field.as_deref().and_then(|field| self.shared(&rows.register, field));
        if let Some(field) = field {
            rows.fields.extend(self.answer(&field, template));
        }
    }

    /// The scores behind a level. Where no measure treats a risk, the level before treatment is in force afterwards.
    fn level(&mut self, rows: &mut ShownRows, level: ComputedCell) {
        self.scales();
        for scores in [level, level.before_treatment()]
            .into_iter()
            .filter_map(|level| self.roles.scores(level))
        {
            rows.fields.extend([scores.likelihood.to_owned(), scores.severity.to_owned()]);
        }
        rows.named_by.extend(self.measures(&[]));
    }

    /// The measures that treat a risk, with these answers and those that decide whether they treat it.
    fn measures(&self, also: &[FieldRole]) -> Option<NamedBy> {
        let register = self.roles.register(FieldRole::MeasureTreats)?.to_owned();
        let field = self.roles.field(FieldRole::MeasureTreats)?.to_owned();
        let also = also.iter().chain(&Treatment::READS);
        let also = also.filter_map(|role| self.roles.field(*role)).map(str::to_owned);
        Some(NamedBy { register, field, also: also.collect() })
    }

    /// The risks that concern the sides of these levels: the levels, and besides these answers of risks and measures.
    fn levels(&mut self, levels: &[ComputedCell], risk: &[FieldRole], measure: &[FieldRole]) {
        for level in levels {
            let Some(mut rows) = self.rows(FieldRole::Concerns, risk) else { continue };
            let (Some(side), Some(concerns)) =
                (RiskSide::of(*level), self.roles.field(FieldRole::Concerns))
            else {
                continue;
            };
            rows.fields.insert(concerns.to_owned());
            let (field, is) = (concerns.to_owned(), vec![side.option().to_owned()]);
            rows.only.push(Filter { field, is, is_not: Vec::new() });
            self.level(&mut rows, *level);
            rows.named_by.extend(self.measures(measure));
            self.shown.rows.push(rows);
        }
    }

    fn computed(&mut self, what: Computed, template: &Template) {
        const SUBJECTS: [ComputedCell; 2] =
            [ComputedCell::SubjectsInherent, ComputedCell::SubjectsResidual];
        const ORGANISATION: [ComputedCell; 2] =
            [ComputedCell::OrganisationInherent, ComputedCell::OrganisationResidual];
        match what {
            Computed::SubjectsMatrix => self.levels(&SUBJECTS[..1], &[], &[]),
            Computed::SubjectsMatrices => self.levels(&SUBJECTS, &[], &[]),
            Computed::OrganisationMatrix => self.levels(&ORGANISATION[..1], &[], &[]),
            Computed::OrganisationMatrices | Computed::Levels => {
                self.levels(&ORGANISATION, &[], &[]);
            }
            Computed::Coverage => self.coverage(),
            Computed::Requests => self.register(FieldRole::RequestTo),
            Computed::Notes => self.register(FieldRole::JudgedStatement),
            Computed::Screening => self.screening(template),
            Computed::Sources | Computed::Versions => {}
        }
    }

    /// The coverage shows judgements, and the numbers of measures that fill gaps and of requests about topics. It
    /// shows no words of them.
    fn coverage(&mut self) {
        let judged = self.rows(FieldRole::JudgedStatement, &[FieldRole::Judgement]);
        let mut filling = self.rows(FieldRole::MeasureFills, &[FieldRole::MeasureFills]);
        if let (Some(rows), Some(fills)) = (&mut filling, self.roles.field(FieldRole::MeasureFills))
        {
            rows.only.push(any_option(fills));
        }
        // A request is about a topic by its title, or names topics itself.
        let asked = [FieldRole::RequestTo, FieldRole::RequestAbout, FieldRole::RequestStatus];
        let mut asked = self.rows(FieldRole::RequestTo, &asked);
        if let (Some(rows), Some(about)) = (&mut asked, self.roles.field(FieldRole::RequestAbout)) {
            rows.lines = Some((about.to_owned(), self.topics.iter().cloned().collect()));
        }
        let naming = [FieldRole::RequestTo, FieldRole::RequestTopics, FieldRole::RequestStatus];
        let mut naming = self.rows(FieldRole::RequestTo, &naming);
        if let (Some(rows), Some(named)) = (&mut naming, self.roles.field(FieldRole::RequestTopics))
        {
            rows.only.push(any_option(named));
        }
        self.shown.rows.extend([judged, filling, asked, naming].into_iter().flatten());
    }

    /// The answers by which a form says whether a DPIA is needed.
    fn screening(&mut self, template: &Template) {
        let Some(rules) = &template.screening else { return };
        for field in read_by(rules).chain([rules.decision.field.as_str()]) {
            self.field(&template.id, field);
        }
    }

    fn chapter(&mut self, chapter: Chapter) {
        const LEVELS: [ComputedCell; 4] = [
            ComputedCell::SubjectsInherent,
            ComputedCell::SubjectsResidual,
            ComputedCell::OrganisationInherent,
            ComputedCell::OrganisationResidual,
        ];
        const RISK: [FieldRole; 4] = [
            FieldRole::RiskTitle,
            FieldRole::RiskOwner,
            FieldRole::RiskAcceptance,
            FieldRole::SubjectsAcceptance,
        ];
        let roles: &[FieldRole] = match chapter {
            Chapter::Summary => {
                self.levels(&LEVELS, &RISK[..1], &[]);
                &[
                    FieldRole::RequestTo,
                    FieldRole::RequestAbout,
                    FieldRole::RequestWords,
                    FieldRole::RequestStatus,
                    FieldRole::RequestDue,
                    FieldRole::PersonRole,
                    FieldRole::PersonName,
                ]
            }
            Chapter::Decision => &[FieldRole::PersonRole, FieldRole::PersonName],
            Chapter::ResidualRisks => {
                self.levels(&LEVELS, &RISK, &[FieldRole::MeasureOption]);
                &[]
            }
            Chapter::RiskLevels => {
                self.levels(&LEVELS, &[], &[]);
                // Risks of which nobody said whom they concern are counted, too.
                &[FieldRole::MeasureStatus, FieldRole::Concerns]
            }
            Chapter::Statements | Chapter::NotStated | Chapter::Rights => &[],
        };
        roles.iter().for_each(|role| self.role(*role));
    }

    /// A condition on the form's own answers.
    fn own_condition(&mut self, when: &Condition, template: &Template) {
        let mut fields = BTreeSet::new();
        self.condition(when, template, &mut fields);
        for field in fields {
            self.field(&template.id, &field);
        }
    }

    /// Adds to `fields` those of the same row that the condition looks at.
    fn condition(&mut self, when: &Condition, template: &Template, fields: &mut BTreeSet<String>) {
        match when {
            Condition::Chosen { field, .. }
            | Condition::ChosenOther { field, .. }
            | Condition::NotChosen { field, .. }
            | Condition::Answer { field, .. }
            | Condition::Answered { field, .. } => {
                fields.insert(field.clone());
            }
            Condition::All { all } => {
                all.iter().for_each(|when| self.condition(when, template, fields));
            }
            Condition::Any { any } => {
                any.iter().for_each(|when| self.condition(when, template, fields));
            }
            Condition::Screening { .. } => self.screening(template),
            // The rows are counted.
            Condition::Rows { register, only, .. } => {
                let fields = only.iter().map(|only| only.field.clone()).collect();
                let only = only.clone();
                self.shown.rows.push(ShownRows { only, fields, ..ShownRows::of(register) });
            }
        }
    }
}

/// Passes the rows with any option at the field: those with something else than no option.
fn any_option(field: &str) -> Filter {
    Filter { field: field.to_owned(), is: Vec::new(), is_not: vec![String::new()] }
}
