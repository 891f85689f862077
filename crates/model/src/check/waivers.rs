//! Waivers: findings that may stand, for a reason that a person gave. They are rows of a register of their own. The key
//! of the row is the key of the finding.

use std::collections::HashMap;

use crate::check::facts::Facts;
use crate::check::finding::{Finding, IdleWaiver, Waiver};
use crate::check::gaps::{GAP_KINDS, gap_rule};
use crate::project::Row;
use crate::role::FieldRole;
use crate::value::Value;

/// Adds the waivers to their findings. Returns the waivers without a finding.
pub(crate) fn apply(facts: &Facts<'_>, findings: &mut [Finding]) -> Vec<IdleWaiver> {
    let line = |row: &Row, role| {
        let field = facts.roles.field(role).unwrap_or_default();
        row.values.get(field).map(Value::plain_text).unwrap_or_default()
    };
    let rows = facts.rows_with(FieldRole::WaiverReason);
    let mut waivers: HashMap<&str, &Row> = HashMap::new();
    for row in rows {
        waivers.insert(row.key.as_deref().unwrap_or_default(), row);
    }
    for finding in findings.iter_mut() {
        let Some(row) = waivers.remove(finding.key.as_str()) else {
            finding.waiver = None;
            continue;
        };
        let on = match facts.answer(row, FieldRole::WaiverDate) {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        };
        let waived = line(row, FieldRole::WaiverFingerprint);
        finding.waiver = Some(Waiver {
            row: row.id.clone(),
            reason: line(row, FieldRole::WaiverReason),
            on,
            fell: waived != finding.fingerprint && !finding.earlier_fingerprints.contains(&waived),
        });
    }
    let mut idle: Vec<&Row> = waivers.into_values().collect();
    idle.sort_by(|a, b| a.position.total_cmp(&b.position).then_with(|| a.id.cmp(&b.id)));
    let idle = idle.into_iter().map(|row| {
        let key = row.key.clone().unwrap_or_default();
        let rule = key.split('/').next().unwrap_or_default();
        let gap = GAP_KINDS.iter().any(|kind| gap_rule(*kind) == rule);
        IdleWaiver {
            row: row.id.clone(),
            said: line(row, FieldRole::WaiverWords),
            reason: line(row, FieldRole::WaiverReason),
            rule_known: gap || facts.source.rules.rule(rule).is_some(),
            key,
        }
    });
    idle.collect()
}
