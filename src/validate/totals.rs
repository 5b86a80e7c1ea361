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
        let mut since_last = Sums::new(table);
        let mut all = Sums::new(table);
        let last_data = table.rows.iter().rposition(|(_, class)| *class == RowClass::Data);
        for (position, (row, class)) in table.rows.iter().enumerate() {
            let cell = table.sheet.cell(*row, column.column);
            match class {
                RowClass::Note => {}
                RowClass::Data => {
                    for sums in [&mut since_last, &mut all] {
                        sums.corrected.add(cell, table);
                        if let Some(sum) = &mut sums.as_read {
                            sum.add(table.sheet.cell_as_read(*row, column.column), table);
                        }
                    }
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
                        let computed = Grosze(computed.corrected.everything).to_string();
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
                    since_last = Sums::new(table);
                }
            }
        }
    }
}

/// The sum of amounts as they stand corrected, and as the file has them: its total row was written
/// before anything was corrected.
struct Sums {
    corrected: Sum,
    as_read: Option<Sum>,
}

impl Sums {
    fn new(table: &RawTable) -> Self {
        let as_read = table.sheet.is_corrected().then(Sum::default);
        Self { corrected: Sum::default(), as_read }
    }

    fn is(&self, total: i64) -> bool {
        self.corrected.is(total) || self.as_read.as_ref().is_some_and(|sum| sum.is(total))
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
    fn add(&mut self, cell: Option<RawCell>, table: &RawTable) {
        let Some(cell) = cell else { return };
        let text = table.sheet.text(cell).unwrap_or_default();
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
