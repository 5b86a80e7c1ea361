//! Checks of forms of support.

use crate::model::{Finding, Severity};
use crate::validate::table::ValidTable;
use crate::validate::values::Value;

/// A support row needs a kind and a start (W030); an end before it is left out (S001).
pub(crate) fn check(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    let mut out = Vec::new();
    for row in table.rows.clone() {
        let kind = matches!(table.value(row, "kind"), Value::Code(_));
        let start = table.day(row, "start");
        if !kind || start.is_none() {
            let field = if kind { "start" } else { "kind" };
            let mut finding = table.finding(row, field, "W030", Severity::Error);
            finding.arguments = vec![("effect", "effect-row-left-out".to_owned())];
            findings.push(finding);
            out.push(row.number);
            continue;
        }
        if let (Some(start), Some(end)) = (start, table.day(row, "end"))
            && end < start
        {
            let mut finding = table.finding(row, "end", "S001", Severity::Error);
            finding.read = end.to_string();
            finding.arguments = vec![("effect", "effect-value-left-out".to_owned())];
            findings.push(finding);
            table.set(row, "end", Value::Missing);
        }
    }
    table.leave_out(&out, false);
}
