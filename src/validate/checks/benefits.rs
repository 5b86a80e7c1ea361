//! Checks of payments and decisions.

use crate::catalogue::Catalogue;
use crate::model::{Finding, Severity};
use crate::validate::Rules;
use crate::validate::table::{ValidRow, ValidTable};
use crate::validate::values::Value;

/// Kinds that are paid once: a decision with a beginning alone is a payment of its month.
const PAID_ONCE: [&str; 3] = ["purpose", "special_purpose", "bonus"];
/// The kind that is usually granted without an end.
const WITHOUT_END: &str = "permanent";

/// A benefit row needs a kind, an amount (B007 when two disagree) and a month (W030) or two days in order
/// (B002). A decision without an end is asked about (B005), unless its kind says what is meant (B006). What
/// cannot be read was said where it was read; here a needed cell is empty.
pub(crate) fn check(table: &mut ValidTable, rules: Rules<'_>, findings: &mut Vec<Finding>) {
    let catalogue = rules.catalogue;
    table.leave_out_where(findings, |table, row| problem(table, row, catalogue));
    let open: Vec<ValidRow> = table
        .rows()
        .iter()
        .copied()
        .filter(|row| {
            is_decision(table, *row)
                && table.value(*row, "to") == Value::Missing
                && table.code(*row, "kind", catalogue) == Some(WITHOUT_END)
        })
        .collect();
    if open.is_empty() {
        return;
    }
    table.add_column("to");
    for row in open {
        findings.push(table.finding(row, "to", "B006", Severity::Note));
        table.set(row, "to", Value::NotApplicable);
    }
}

fn is_decision(table: &ValidTable, row: ValidRow) -> bool {
    table.month(row, "month").is_none() && table.day(row, "from").is_some()
}

fn problem(table: &ValidTable, row: ValidRow, catalogue: &Catalogue) -> Option<Finding> {
    let left_out = |field: &str, code: &'static str| {
        let mut finding = table.finding(row, field, code, Severity::Error);
        finding.arguments = vec![("effect", "effect-row-left-out".to_owned())];
        Some(finding)
    };
    let Some(kind) = table.code(row, "kind", catalogue) else { return left_out("kind", "W030") };
    let (monthly, total) = (table.grosze(row, "amount"), table.grosze(row, "amount_total"));
    if monthly.or(total).is_none() {
        return left_out("amount", "W030");
    }
    let mut months = 1;
    if table.month(row, "month").is_none() {
        let Some(from) = table.day(row, "from") else {
            return left_out(if table.has("month") { "month" } else { "from" }, "W030");
        };
        match (table.value(row, "to"), table.day(row, "to")) {
            (_, Some(until)) if until < from => {
                let mut finding = left_out("to", "B002")?;
                finding.read = until.to_string();
                return Some(finding);
            }
            (_, Some(until)) => {
                months = i64::from(until.month().number() - from.month().number() + 1);
            }
            (Value::Missing, None) if kind != WITHOUT_END && !PAID_ONCE.contains(&kind) => {
                return left_out("to", "B005");
            }
            _ => {}
        }
    }
    let (Some(monthly), Some(total)) = (monthly, total) else { return None };
    if monthly.saturating_mul(months) == total {
        return None;
    }
    let mut finding = left_out("amount_total", "B007")?;
    finding.arguments.push(("months", months.to_string()));
    Some(finding)
}
