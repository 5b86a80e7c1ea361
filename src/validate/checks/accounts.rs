//! Checks of amounts of finance tables and of staff.

use crate::model::{AccountPeriod, Finding, Severity};
use crate::validate::table::{ValidRow, ValidTable};
use crate::validate::values::Value;

/// A finance row needs a period (F001), a category and an amount (W030), and plan or execution (F002): a
/// table without that column is not used, and one finding says so.
pub(crate) fn check_finance(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    if let Some(first) = table.rows.first().copied()
        && !table.has("plan_or_execution")
    {
        let mut finding = table.finding(first, "plan_or_execution", "F002", Severity::Error);
        finding.arguments = vec![("effect", "effect-table-left-out".to_owned())];
        findings.push(finding);
        table.leave_out_all();
        return;
    }
    table.leave_out_where(findings, |table, row| {
        unreadable_period(table, row, "period")
            .or_else(|| missing(table, row, "category", "W030"))
            .or_else(|| missing(table, row, "amount", "W030"))
            .or_else(|| missing(table, row, "plan_or_execution", "F002"))
    });
}

/// A staff row needs a year (F001), a kind and a number of persons (W030).
pub(crate) fn check_staff(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    table.leave_out_where(findings, |table, row| {
        unreadable_period(table, row, "year")
            .or_else(|| missing(table, row, "employment_kind", "W030"))
            .or_else(|| missing(table, row, "persons", "W030"))
    });
}

fn unreadable_period(table: &ValidTable, row: ValidRow, field: &str) -> Option<Finding> {
    let read = match table.value(row, field) {
        Value::Text(_) => table.text(row, field).map(ToString::to_string).unwrap_or_default(),
        Value::Thousandths(number) if number % 1000 == 0 => (number / 1000).to_string(),
        Value::Thousandths(number) => format!("{}.{:03}", number / 1000, number % 1000),
        _ => return missing(table, row, field, "W030"),
    };
    let is_year = table.kind == "staff";
    let known = AccountPeriod::parse(&read);
    if known.is_some_and(|period| !is_year || period.quarter.is_none()) {
        return None;
    }
    let mut finding = table.finding(row, field, "F001", Severity::Error);
    finding.read = read;
    Some(finding)
}

fn missing(table: &ValidTable, row: ValidRow, field: &str, code: &'static str) -> Option<Finding> {
    if table.value(row, field).is_given() {
        return None;
    }
    let mut finding = table.finding(row, field, code, Severity::Error);
    finding.arguments = vec![("effect", "effect-row-left-out".to_owned())];
    Some(finding)
}
