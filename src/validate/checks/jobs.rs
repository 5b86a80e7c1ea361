//! Checks of the employment history.

use crate::model::{Finding, Severity};
use crate::validate::table::ValidTable;

/// A job needs a start (W030), and does not end before it (P016).
pub(crate) fn check(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    let mut out = Vec::new();
    for row in table.rows.clone() {
        let Some(start) = table.day(row, "start") else {
            let mut finding = table.finding(row, "start", "W030", Severity::Error);
            finding.arguments = vec![("effect", "effect-row-left-out".to_owned())];
            findings.push(finding);
            out.push(row.number);
            continue;
        };
        if let Some(end) = table.day(row, "end")
            && end < start
        {
            let mut finding = table.finding(row, "end", "P016", Severity::Error);
            finding.read = end.to_string();
            finding.arguments = vec![("effect", "effect-row-left-out".to_owned())];
            findings.push(finding);
            out.push(row.number);
        }
    }
    table.leave_out(&out, false);
}
