//! Total rows: left out, and checked against the column where they carry a sum (rulings.md 62).

use crate::catalogue::FieldType;
use crate::ingest::{RawCell, RawTable, RowClass};
use crate::model::{Finding, Grosze, Severity};
use crate::validate::Rules;
use crate::validate::values::{Reading, Value, grosze_of_number, read_money};

/// Compares every total of an amount with the rows since the last one, and with all rows above.
pub(crate) fn check(table: &RawTable, rules: Rules<'_>, findings: &mut Vec<Finding>) {
    let Some(source) = rules.catalogue.sources.get(table.source) else { return };
    if !table.rows.iter().any(|(_, class)| *class == RowClass::Total) {
        return;
    }
    for column in &table.columns {
        let Some(field) = source.fields.get(column.field) else { continue };
        if field.kind != FieldType::Money {
            continue;
        }
        let mut since_last = Sum::default();
        let mut all = Sum::default();
        let last_data = table.rows.iter().rposition(|(_, class)| *class == RowClass::Data);
        for (position, (row, class)) in table.rows.iter().enumerate() {
            let cell = table.sheet.cell(*row, column.column);
            match class {
                RowClass::Note => {}
                RowClass::Data => {
                    let read = cell.map(|cell| (cell, table.sheet.text(cell).unwrap_or_default()));
                    since_last.add(read);
                    all.add(read);
                }
                RowClass::Total => {
                    let text = cell.and_then(|cell| table.sheet.text(cell)).unwrap_or_default();
                    let Some(Reading::Value(Value::Grosze(total))) =
                        cell.map(|cell| read_money(cell, text))
                    else {
                        continue;
                    };
                    let agrees = [&since_last, &all].iter().any(|sum| sum.is(total));
                    if !agrees {
                        // A total with rows below it is that of a page or month.
                        let inside = last_data.is_some_and(|last| position < last);
                        let computed = if inside { &since_last } else { &all };
                        let computed = Grosze(computed.everything).to_string();
                        findings.push(Finding {
                            place: table.sheet.place(row.number, column.column),
                            code: "W009",
                            severity: Severity::Warning,
                            field: field.name.clone(),
                            read: Grosze(total).to_string(),
                            suggestion: computed.clone(),
                            arguments: vec![
                                ("expected", Grosze(total).to_string()),
                                ("computed", computed),
                            ],
                            person: None,
                        });
                    }
                    since_last = Sum::default();
                }
            }
        }
    }
}

/// A sum of amounts, as a person adds them and as a spreadsheet's SUM does, which passes over amounts
/// kept as text.
#[derive(Default)]
struct Sum {
    everything: i64,
    numbers: i64,
}

impl Sum {
    fn add(&mut self, cell: Option<(RawCell, &str)>) {
        let Some((cell, text)) = cell else { return };
        if let Reading::Value(Value::Grosze(grosze)) = read_money(cell, text) {
            self.everything = self.everything.saturating_add(grosze);
        }
        if let RawCell::Number(number) = cell
            && let Some(grosze) = grosze_of_number(number)
        {
            self.numbers = self.numbers.saturating_add(grosze);
        }
    }

    fn is(&self, total: i64) -> bool {
        total == self.everything || total == self.numbers
    }
}
