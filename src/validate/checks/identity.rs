//! Who a row is about: it needs a PESEL or a document number (rulings.md 9).

use std::collections::BTreeSet;

use crate::model::{Finding, Severity};
use crate::validate::cells::pesel_of;
use crate::validate::table::ValidTable;
use crate::validate::values::Value;

/// P003 control digit, P004 no identifier.
pub(crate) fn check(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    let mut without = Vec::new();
    let mut told = BTreeSet::new();
    for row in table.rows.clone() {
        let pesel = table.value(row, "pesel");
        if let Some(number) = pesel_of(pesel)
            && !number.control_digit_fits()
            && told.insert(pesel)
        {
            findings.push(table.finding(row, "pesel", "P003", Severity::Warning));
        }
        let document = table.value(row, "document");
        if !matches!(pesel, Value::Pesel(_)) && !matches!(document, Value::Text(_)) {
            findings.push(table.finding(row, "pesel", "P004", Severity::Error));
            without.push(row.number);
        }
    }
    table.leave_out(&without, false);
}
