//! Checks of finance.

use crate::model::{Finding, Period, Severity};
use crate::validate::table::ValidTable;

/// An amount belongs to a year or a quarter: without one (W030), or with another (F001), its row is
/// left out.
pub(crate) fn check(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    let mut out = Vec::new();
    for row in table.rows().to_vec() {
        let written = table.text(row, "period").map(ToString::to_string).unwrap_or_default();
        if Period::of_table(&written).is_some() {
            continue;
        }
        let code = if written.is_empty() { "W030" } else { "F001" };
        let mut finding = table.finding(row, "period", code, Severity::Error);
        finding.read = written;
        finding.arguments = vec![("effect", "effect-row-left-out".to_owned())];
        findings.push(finding);
        out.push(row.number);
    }
    table.leave_out(&out, false);
}
