//! Checks of payments and decisions.

use crate::model::{Finding, Severity};
use crate::validate::table::{ValidRow, ValidTable};
use crate::validate::values::Value;

/// A benefit row needs a kind, an amount and a month (W030) or two days in order (B002). What cannot be
/// read was said where it was read; here a needed cell is empty.
pub(crate) fn check(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    table.leave_out_where(findings, problem);
}

fn problem(table: &ValidTable, row: ValidRow) -> Option<Finding> {
    let left_out = |field: &str, code: &'static str| {
        let mut finding = table.finding(row, field, code, Severity::Error);
        finding.arguments = vec![("effect", "effect-row-left-out".to_owned())];
        Some(finding)
    };
    if !matches!(table.value(row, "kind"), Value::Code(_)) {
        return left_out("kind", "W030");
    }
    if table.grosze(row, "amount").or(table.grosze(row, "amount_total")).is_none() {
        return left_out("amount", "W030");
    }
    if table.month(row, "month").is_some() {
        return None;
    }
    let Some(from) = table.day(row, "from") else {
        return left_out(if table.has("month") { "month" } else { "from" }, "W030");
    };
    let until = table.day(row, "to")?;
    if until < from {
        let mut finding = left_out("to", "B002")?;
        finding.read = until.to_string();
        return Some(finding);
    }
    None
}
