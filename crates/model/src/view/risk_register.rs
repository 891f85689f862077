//! The register of risks: all risks of a project in one table, with both sides, the measures and the gaps.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::field::{Field, Register};
use crate::id::RowId;
use crate::method::Method;
use crate::project::{Project, Row};
use crate::risk::{RiskSide, RiskTime};
use crate::role::{FieldRole, Roles};
use crate::value::{Acceptance, Value};
use crate::view::cells::Cells;
use crate::view::level::level_view;
use crate::view::treatment::Treatment;
use crate::view::{LevelView, MatrixView, Numbers, RefView};

/// All risks of a project, and what is needed to read and to score them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskRegister {
    /// The risks in the order of their numbers.
    pub risks: Vec<RiskView>,
    /// The fields of the registers, and the method in force.
    pub frame: RiskFrame,
}

/// The data that is the same for all risks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskFrame {
    /// The scales and the matrix in force, without risks.
    pub method: MatrixView,
    /// The fields of the register of risks.
    pub risk: Register,
    /// The fields of the register of measures.
    pub measure: Register,
}

/// A risk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskView {
    /// Its number and name.
    pub risk: RefView,
    /// The scenario of the catalogue from which it was made.
    #[ts(optional)]
    pub scenario: Option<String>,
    /// Option of the field that says where the harm comes from.
    #[ts(optional)]
    pub origin: Option<String>,
    /// Option of the field that says where the cause lies.
    #[ts(optional)]
    pub environment: Option<String>,
    /// Whom it concerns.
    pub concerns: Vec<RiskSide>,
    /// The person who is responsible for it; may be empty.
    pub owner: String,
    /// The scores for each side that it concerns.
    pub sides: Vec<RiskScores>,
    /// How its measures treat it. Each option stands once.
    pub options: Vec<String>,
    /// The measures that refer to it.
    pub measures: Vec<RiskMeasure>,
    /// The gaps.
    pub open: Vec<RiskGap>,
    /// Whether it concerns data subjects and could be taken over for the organisation.
    pub can_take_over: bool,
    /// Whether no measure treats it, and a score after treatment differs from the score before.
    pub can_score_as_before: bool,
}

/// The scores of a risk for one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskScores {
    /// The side.
    pub side: RiskSide,
    /// Before additional measures.
    pub before: RiskScore,
    /// After additional measures, as it was entered.
    pub after: RiskScore,
    /// Whether a measure treats the risk. Without one, the scores before treatment stay in force.
    pub treated: bool,
    /// The score in force after treatment: `after`, or `before` if no measure treats the risk.
    pub residual: RiskScore,
    /// Who accepts the residual risk for this side; none if nobody is asked or nobody has answered.
    #[ts(optional)]
    pub acceptance: Option<Acceptance>,
}

impl RiskScores {
    /// Whether no measure treats the risk, and a score after treatment differs from a score before it that is given.
    fn can_be_as_before(&self) -> bool {
        let differs = |before: Option<u8>, after: Option<u8>| before.is_some() && before != after;
        !self.treated
            && (differs(self.before.likelihood, self.after.likelihood)
                || differs(self.before.severity, self.after.severity))
    }
}

/// A likelihood and a severity, with the level that follows from them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskScore {
    /// Likelihood, counted from 1.
    #[ts(optional)]
    pub likelihood: Option<u8>,
    /// Severity, counted from 1.
    #[ts(optional)]
    pub severity: Option<u8>,
    /// The level that follows; none if a score is missing or outside its scale.
    #[ts(optional)]
    pub level: Option<LevelView>,
    /// The reason in plain words; may be empty.
    pub reason: String,
}

/// A measure against a risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskMeasure {
    /// Its number and its first words.
    pub measure: RefView,
    /// How it treats the risk: an option of the field with the role `measure_option`.
    #[ts(optional)]
    pub option: Option<String>,
    /// The person who is responsible for it; may be empty.
    pub responsible: String,
    /// The day from which it works at the latest, YYYY-MM-DD.
    #[ts(optional)]
    pub deadline: Option<String>,
    /// Whether it is in place: an option of the field with the role `measure_status`.
    #[ts(optional)]
    pub status: Option<String>,
    /// Who carries it out: an option of the field with the role `measure_by`.
    #[ts(optional)]
    pub by: Option<String>,
}

/// A gap of a risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskGap {
    /// The kind of gap.
    pub what: RiskGapKind,
    /// The field to which a person goes to fill it, if it is a field of the risk.
    #[ts(optional)]
    pub field: Option<String>,
}

/// The kinds of gaps of a risk.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum RiskGapKind {
    /// A part of its description: title, source, impact, assets and so on.
    Description,
    /// A score before additional measures.
    ScoreBefore,
    /// The reason of a score.
    Reason,
    /// The risk is not acceptable, and no measure treats it.
    Measure,
    /// A measure has no responsible person or no day.
    MeasurePlan,
    /// A score after additional measures.
    ScoreAfter,
    /// Whether the risk is acceptable.
    Verdict,
    /// The person who is responsible for it.
    Owner,
    /// The acceptance of the residual risk.
    Acceptance,
}

/// Reads the register of risks of a project.
pub fn risk_register(project: &Project, method: &Method, registers: &[Register]) -> RiskRegister {
    let numbers = Numbers::of(project, registers, None);
    let treatment = Treatment::of(project, numbers.roles());
    let cells = Cells {
        project,
        numbers: &numbers,
        method,
        treatment: &treatment,
        outcome: None,
        bare: true,
    };
    let reader = Reader { cells: &cells, roles: numbers.roles(), measures: measures_of(&cells) };
    let rows = numbers.roles().rows(project, FieldRole::Concerns);
    let risks = rows.filter_map(|row| reader.risk(row)).collect();
    RiskRegister { risks, frame: frame(&cells, method) }
}

fn frame(cells: &Cells<'_>, method: &Method) -> RiskFrame {
    let register = |role| {
        let register = cells.numbers.roles().register(role);
        register.and_then(|id| cells.numbers.register(id)).cloned().unwrap_or_else(|| Register {
            id: String::new(),
            one: String::new(),
            many: String::new(),
            prefix: String::new(),
            label_field: String::new(),
            single: false,
            fields: Vec::new(),
        })
    };
    RiskFrame {
        method: MatrixView {
            likelihood: method.likelihood.clone(),
            severity: method.severity.clone(),
            risk: method.risk.clone(),
            matrix: method.matrix.clone(),
            sides: Vec::new(),
        },
        risk: register(FieldRole::Concerns),
        measure: register(FieldRole::MeasureTreats),
    }
}

/// The measures of each risk, in the order of their numbers.
fn measures_of<'a>(cells: &Cells<'a>) -> HashMap<&'a RowId, Vec<&'a Row>> {
    let roles = cells.numbers.roles();
    let field = roles.field(FieldRole::MeasureTreats).unwrap_or_default();
    let mut measures: HashMap<&RowId, Vec<&Row>> = HashMap::new();
    let asked = |row: &&Row| roles.asks(FieldRole::MeasureTreats, row);
    for row in roles.rows(cells.project, FieldRole::MeasureTreats).filter(asked) {
        if let Some(Value::Refs(risks)) = row.values.get(field) {
            for risk in risks {
                measures.entry(risk).or_default().push(row);
            }
        }
    }
    measures
}

struct Reader<'a> {
    cells: &'a Cells<'a>,
    roles: &'a Roles<'a>,
    measures: HashMap<&'a RowId, Vec<&'a Row>>,
}

impl Reader<'_> {
    fn risk(&self, row: &Row) -> Option<RiskView> {
        let measures = self.measures.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        let concerned = RiskSide::ALL.into_iter().filter(|side| side.concerns(row, self.roles));
        let concerns: Vec<RiskSide> = concerned.collect();
        let sides: Vec<RiskScores> = concerns.iter().map(|side| self.scores(row, *side)).collect();
        let measures: Vec<RiskMeasure> = measures.iter().filter_map(|m| self.measure(m)).collect();
        let mut options: Vec<String> = Vec::new();
        for option in measures.iter().filter_map(|measure| measure.option.as_ref()) {
            if !options.contains(option) {
                options.push(option.clone());
            }
        }
        let concerns_only_subjects = concerns == [RiskSide::Subjects];
        Some(RiskView {
            can_take_over: concerns_only_subjects,
            can_score_as_before: sides.iter().any(RiskScores::can_be_as_before),
            risk: self.cells.numbers.row(&row.id)?.clone(),
            scenario: Some(self.words(row, FieldRole::RiskScenarioId)).filter(|id| !id.is_empty()),
            origin: self.option(row, FieldRole::RiskOrigin),
            environment: self.option(row, FieldRole::RiskEnvironment),
            owner: self.words(row, FieldRole::RiskOwner),
            open: self.open(row, &sides, &measures),
            concerns,
            sides,
            options,
            measures,
        })
    }

    fn scores(&self, row: &Row, side: RiskSide) -> RiskScores {
        let (before, after) =
            (self.score(row, side, RiskTime::Before), self.score(row, side, RiskTime::After));
        let treated = self.cells.treatment.treats(row);
        RiskScores {
            side,
            residual: if treated { after.clone() } else { before.clone() },
            before,
            after,
            treated,
            acceptance: match self.value(row, side.acceptance()) {
                Some(Value::Acceptance(given)) => Some(given.clone()),
                _ => None,
            },
        }
    }

    fn score(&self, row: &Row, side: RiskSide, time: RiskTime) -> RiskScore {
        let Some(fields) = self.roles.scores(side.level(time)) else {
            return RiskScore::default();
        };
        let method = self.cells.method;
        let level = method.level_of(row, fields);
        let (likelihood, severity) = side.reasons(time);
        let mut reason = self.words(row, likelihood);
        if severity != likelihood {
            let more = self.words(row, severity);
            if !more.is_empty() && more != reason {
                let between = if reason.is_empty() { "" } else { "\n" };
                reason = format!("{reason}{between}{more}");
            }
        }
        RiskScore {
            likelihood: row.level(fields.likelihood),
            severity: row.level(fields.severity),
            level: level.and_then(|level| level_view(level, &method.risk, true)),
            reason,
        }
    }

    fn measure(&self, row: &Row) -> Option<RiskMeasure> {
        let deadline = match self.value(row, FieldRole::MeasureDeadline) {
            Some(Value::Date(day)) => Some(day.to_string()),
            _ => None,
        };
        Some(RiskMeasure {
            measure: self.cells.numbers.row(&row.id)?.clone(),
            option: self.option(row, FieldRole::MeasureOption),
            responsible: self.words(row, FieldRole::MeasureResponsible),
            deadline,
            status: self.option(row, FieldRole::MeasureStatus),
            by: self.option(row, FieldRole::MeasureBy),
        })
    }

    /// The gaps: what the register requires of the risk, and a plan for a risk that is not acceptable.
    fn open(&self, row: &Row, sides: &[RiskScores], measures: &[RiskMeasure]) -> Vec<RiskGap> {
        let register = self.cells.numbers.register(&row.register);
        let fields = register.map(|register| register.fields.as_slice()).unwrap_or_default();
        let mut open: Vec<RiskGap> = Vec::new();
        for field in fields {
            if self.cells.answer(Some(row), field, field.required).missing {
                let what = gap_kind(field);
                if open.iter().all(|gap| gap.what != what) {
                    open.push(RiskGap { what, field: Some(field.id.clone()) });
                }
            }
        }
        let stays = |scores: &RiskScores| {
            scores.before.level.as_ref().is_none_or(|level| level.acceptable != Some(false))
        };
        if measures.is_empty() && !sides.iter().all(stays) {
            open.push(RiskGap { what: RiskGapKind::Measure, field: None });
        }
        let planned = |m: &RiskMeasure| !m.responsible.is_empty() && m.deadline.is_some();
        if !measures.iter().all(planned) {
            open.push(RiskGap { what: RiskGapKind::MeasurePlan, field: None });
        }
        open.sort_by_key(|gap| gap.what);
        open
    }

    fn value<'r>(&self, row: &'r Row, role: FieldRole) -> Option<&'r Value> {
        row.values.get(self.roles.field(role)?)
    }

    fn words(&self, row: &Row, role: FieldRole) -> String {
        self.value(row, role).map(Value::plain_text).unwrap_or_default()
    }

    fn option(&self, row: &Row, role: FieldRole) -> Option<String> {
        row.chosen(self.roles.field(role)?).first().map(|&option| option.to_owned())
    }
}

/// The kind of gap if this field of a risk has no complete answer.
fn gap_kind(field: &Field) -> RiskGapKind {
    match field.role {
        Some(
            FieldRole::SubjectsLikelihood
            | FieldRole::SubjectsSeverity
            | FieldRole::OrganisationLikelihood
            | FieldRole::OrganisationSeverity,
        ) => RiskGapKind::ScoreBefore,
        Some(
            FieldRole::SubjectsResidualLikelihood
            | FieldRole::SubjectsResidualSeverity
            | FieldRole::OrganisationResidualLikelihood
            | FieldRole::OrganisationResidualSeverity,
        ) => RiskGapKind::ScoreAfter,
        Some(
            FieldRole::SubjectsReason
            | FieldRole::OrganisationLikelihoodReason
            | FieldRole::OrganisationSeverityReason
            | FieldRole::OrganisationResidualReason,
        ) => RiskGapKind::Reason,
        Some(FieldRole::SubjectsAcceptable | FieldRole::SubjectsResidualAcceptable) => {
            RiskGapKind::Verdict
        }
        Some(FieldRole::RiskOwner) => RiskGapKind::Owner,
        Some(FieldRole::RiskAcceptance | FieldRole::SubjectsAcceptance) => RiskGapKind::Acceptance,
        _ => RiskGapKind::Description,
    }
}

/// The difference between a register of risks and the one that the window has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RiskChange {
    /// Risks that are new or changed.
    pub risks: Vec<RiskView>,
    /// All risks in order; none if no risk was added, removed or moved.
    #[ts(optional)]
    pub order: Option<Vec<RowId>>,
    /// The frame; none if it did not change.
    #[ts(optional)]
    pub frame: Option<RiskFrame>,
}

impl RiskRegister {
    /// The difference between this register and the register `before`.
    pub fn change_from(&self, before: &RiskRegister) -> RiskChange {
        let was: HashMap<&RowId, &RiskView> =
            before.risks.iter().map(|risk| (&risk.risk.row, risk)).collect();
        let changed = |risk: &&RiskView| was.get(&risk.risk.row) != Some(risk);
        let ids = |register: &RiskRegister| -> Vec<RowId> {
            register.risks.iter().map(|risk| risk.risk.row.clone()).collect()
        };
        let order = ids(self);
        RiskChange {
            risks: self.risks.iter().filter(changed).cloned().collect(),
            order: (order != ids(before)).then_some(order),
            frame: (self.frame != before.frame).then(|| self.frame.clone()),
        }
    }
}
