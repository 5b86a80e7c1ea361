//! Checks that look at several cells of a row. Each says what it does with the row: nothing, empties a
//! value, or leaves the row out.

mod accounts;
mod benefits;
mod identity;
mod jobs;
mod participants;
mod support;
mod targets;
mod words;

use crate::model::Finding;
use crate::validate::Rules;
use crate::validate::table::ValidTable;

/// Runs the check of words and those of a table's kind, in the order in which they depend on each other.
pub(crate) fn run(table: &mut ValidTable, rules: Rules<'_>, findings: &mut Vec<Finding>) {
    words::check(table, findings);
    match table.kind.as_str() {
        "participants" => {
            identity::check(table, findings);
            participants::check(table, rules, findings);
        }
        "comparison" => {
            identity::check(table, findings);
            participants::check_referred(table, rules, findings);
        }
        "jobs" => {
            identity::check(table, findings);
            jobs::check(table, findings);
        }
        "benefits" => {
            identity::check(table, findings);
            benefits::check(table, rules, findings);
        }
        "support" => {
            identity::check(table, findings);
            support::check(table, findings);
        }
        "finance" => accounts::check_finance(table, findings),
        "staff" => accounts::check_staff(table, findings),
        "targets" => targets::check(table, rules, findings),
        _ => {}
    }
}
