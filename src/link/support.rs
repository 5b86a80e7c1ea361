//! Forms of support for persons.

use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::linked::Support;
use crate::link::origins::Origins;
use crate::link::persons::Persons;
use crate::model::{Finding, Severity};
use crate::validate::ValidTable;

/// Support that begins after the as-of day does not exist. X006 for persons whom no list knows.
pub(crate) fn link(
    tables: &[ValidTable],
    persons: &Persons,
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
    origins: &mut Origins,
) -> Vec<Support> {
    let mut support = Vec::new();
    for (index, table) in tables.iter().enumerate().filter(|(_, table)| table.kind == "support") {
        for row in table.rows() {
            let (Some(person), Some(start), Some(kind)) = (
                persons.of(index, row.number),
                table.day(*row, "start"),
                table.code(*row, "kind", rules.catalogue),
            ) else {
                continue;
            };
            if !persons.is_participant(person) {
                findings.push(table.finding(*row, "pesel", "X006", Severity::Warning));
                continue;
            }
            if start > rules.as_of {
                continue;
            }
            let form = Support {
                person,
                start,
                end: table.day(*row, "end").filter(|end| *end <= rules.as_of),
                kind: Arc::from(kind),
                area: table.code(*row, "area", rules.catalogue).map(Arc::from),
            };
            origins.add_support(&form, origins.row(index, *row));
            support.push(form);
        }
    }
    support.sort();
    support
}
