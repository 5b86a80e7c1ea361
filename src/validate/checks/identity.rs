//! Who a row is about: it needs a PESEL or a document number (rulings.md 9).

use std::collections::BTreeSet;

use crate::model::{Finding, Severity};
use crate::validate::cells::pesel_of;
use crate::validate::table::{ValidRow, ValidTable};
use crate::validate::value_column::ValueColumn;
use crate::validate::values::Value;

/// P003 control digit, P021 a birth date that does not exist, P004 no identifier.
pub(crate) fn check(table: &mut ValidTable, findings: &mut Vec<Finding>) {
    let mut without = Vec::new();
    let mut told = BTreeSet::new();
    let (pesels, documents) = (table.values_of("pesel"), table.values_of("document"));
    let value = |column: Option<&ValueColumn>, row: ValidRow| {
        column.and_then(|column| column.get(row.position)).unwrap_or(Value::Missing)
    };
    for row in table.rows().iter().copied() {
        let pesel = value(pesels, row);
        if let Some(number) = pesel_of(pesel) {
            let code = match (number.control_digit_fits(), number.birth_date()) {
                (false, _) => Some("P003"),
                (true, None) => Some("P021"),
                (true, Some(_)) => None,
            };
            if let Some(code) = code.filter(|_| told.insert(pesel)) {
                findings.push(table.finding(row, "pesel", code, Severity::Warning));
            }
        }
        let document = value(documents, row);
        if !matches!(pesel, Value::Pesel(_)) && !matches!(document, Value::Text(_)) {
            findings.push(table.finding(row, "pesel", "P004", Severity::Error));
            without.push(row.number);
        }
    }
    table.leave_out(&without, false);
}
