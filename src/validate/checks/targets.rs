//! Checks of target values.

use crate::model::{Finding, Severity, fold};
use crate::validate::Rules;
use crate::validate::table::ValidTable;

/// T001 a target for an unknown indicator, T002 women and men do not add up.
pub(crate) fn check(table: &mut ValidTable, rules: Rules<'_>, findings: &mut Vec<Finding>) {
    let mut out = Vec::new();
    for row in table.rows.clone() {
        let named = table.text(row, "indicator").map(ToString::to_string).unwrap_or_default();
        let Some(share) = known(&named, rules) else {
            let mut finding = table.finding(row, "indicator", "T001", Severity::Error);
            finding.suggestion = nearest(&named, rules);
            finding.read = named;
            findings.push(finding);
            out.push(row.number);
            continue;
        };
        let number = |field| table.thousandths(row, field);
        if let (Some(women), Some(men), Some(all)) =
            (number("target_k"), number("target_m"), number("target_o"))
            && women + men != all
            && !share
        {
            let mut finding = table.finding(row, "target_o", "T002", Severity::Warning);
            finding.read = plain(all);
            finding.arguments = vec![("sum", plain(women + men))];
            findings.push(finding);
        }
    }
    table.leave_out(&out, false);
}

/// Whether an indicator is known, and whether it is a share: percentages of women and men do not add
/// up to the percentage of all.
fn known(name: &str, rules: Rules<'_>) -> Option<bool> {
    use crate::catalogue::Aggregate;
    if let Some(indicator) = rules.catalogue.indicator_named(name) {
        return Some(indicator.aggregate != Aggregate::Count);
    }
    // Codes of the ESF+ list that this version does not compute are known all the same.
    let code = name.trim();
    let number = |prefix: &str, last: u8| {
        code.strip_prefix(prefix)
            .filter(|digits| digits.len() == 2)
            .and_then(|digits| digits.parse::<u8>().ok())
            .is_some_and(|number| (1..=last).contains(&number))
    };
    (number("EECO", 19) || number("EECR", 6)).then_some(false)
}

fn nearest(name: &str, rules: Rules<'_>) -> String {
    rules
        .catalogue
        .indicators
        .iter()
        .flat_map(|indicator| std::iter::once(&indicator.id).chain(&indicator.esf))
        .map(|id| (strsim::jaro_winkler(&fold(name), &fold(id)), id))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, id)| id.clone())
        .unwrap_or_default()
}

fn plain(thousandths: i64) -> String {
    let text = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
