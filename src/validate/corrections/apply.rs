//! Puts corrected values into the cells of a table, before anything is read from them.

use std::collections::BTreeSet;

use crate::catalogue::{Field, FieldType};
use crate::ingest::{ColumnUse, RawCell, RawTable, RowClass, TypedValue};
use crate::model::{Cell, DateOrder, Finding, Severity, tidy};
use crate::validate::corrections::answers::{Answer, Corrections, What, refusal};
use crate::validate::values::{DayForm, Reading, Value, read_day, read_month};
use crate::validate::{Rules, cells, privacy};

/// A value that stands in its cell, not yet known to be readable.
struct Tried {
    answer: Answer,
    before: String,
    now: String,
}

impl Corrections {
    /// Corrects a table. A value that its field cannot take is refused, and the cell stays as it was.
    pub fn apply(&mut self, table: &mut RawTable, rules: Rules<'_>, findings: &mut Vec<Finding>) {
        let Some(hash) = self.hash_of(&table.sheet.file) else { return };
        let key = (hash.clone(), tidy(&table.sheet.name));
        let Some(answers) = self.answers.get(&key).cloned() else { return };
        self.met.insert(key);
        let mut tried: Vec<Tried> = Vec::new();
        let mut corrected = BTreeSet::new();
        let form = cells::day_form(table, rules);
        let mut rights = Vec::new();
        for answer in answers {
            let field = field_of(table, answer.cell, rules);
            let Some((field, kind)) = field.filter(|_| is_data(table, answer.cell.row)) else {
                self.refuse(&answer.place, "correction-problem-cell", findings);
                continue;
            };
            match &answer.what {
                What::LeaveOut => {
                    if table.left_out.insert(answer.cell.row) {
                        findings.push(left_out(table, &answer, kind));
                    }
                }
                What::Right => rights.push((answer, field.name.clone())),
                What::Value(value) => {
                    // The same said twice is used once.
                    if corrected.insert(answer.cell) {
                        tried.push(try_value(table, &answer, value.as_ref(), field, form));
                    }
                }
            }
        }
        for (answer, field) in rights {
            if !table.left_out.contains(&answer.cell.row) {
                let row = table.sheet.place(answer.cell.row, 0);
                self.confirmed.entry((row, answer.code, field)).or_insert(answer.place);
            }
        }
        self.keep_readable(table, &tried, rules, findings);
    }

    /// Takes back what cannot be read, and notes the rest.
    fn keep_readable(
        &mut self,
        table: &mut RawTable,
        tried: &[Tried],
        rules: Rules<'_>,
        findings: &mut Vec<Finding>,
    ) {
        let corrected: Vec<Cell> = tried.iter().map(|tried| tried.answer.cell).collect();
        let problems = cells::problems(table, &corrected, rules);
        for (tried, problem) in tried.iter().zip(problems) {
            let (cell, at) = (tried.answer.cell, &tried.answer.place);
            let Some((field, kind)) = field_of(table, cell, rules) else { continue };
            if let Some(problem) = problem {
                table.sheet.restore(cell.row, cell.column);
                let reason = "correction-problem-value".to_owned();
                let arguments = vec![("reason", reason), ("table", kind.to_owned())];
                findings.push(Finding {
                    field: field.name.clone(),
                    read: problem.read,
                    suggestion: problem.suggestion,
                    ..refusal(at, "W041", arguments)
                });
                continue;
            }
            let place = table.sheet.place(cell.row, cell.column);
            let arguments = vec![("other", at.to_string()), ("table", kind.to_owned())];
            findings.push(Finding {
                place: place.clone(),
                severity: Severity::Note,
                field: field.name.clone(),
                read: tried.before.clone(),
                suggestion: tried.now.clone(),
                ..refusal(at, "W040", arguments)
            });
            self.corrected.insert(place, at.clone());
        }
    }
}

/// Puts a value into its cell; before and now are as a finding may show them.
fn try_value(
    table: &mut RawTable,
    answer: &Answer,
    value: Option<&TypedValue>,
    field: &Field,
    form: DayForm,
) -> Tried {
    let cell = answer.cell;
    let shown = |table: &RawTable| {
        let raw = table.row(cell.row).and_then(|(row, _)| table.sheet.cell(row, cell.column));
        raw.map(|raw| privacy::shown(field, &table.sheet.shown(raw))).unwrap_or_default()
    };
    let before = shown(table);
    let value = value.map(|value| as_its_workbook_means_it(value, field, form));
    table.sheet.correct(cell.row, cell.column, value.as_ref());
    Tried { answer: answer.clone(), before, now: shown(table) }
}

/// A day as its own workbook means it, whatever the corrected one does: a number without a date format
/// counts from the first year of the workbook in which it stands, and in a correction workbook the day
/// comes before the month.
fn as_its_workbook_means_it(value: &TypedValue, field: &Field, form: DayForm) -> TypedValue {
    let (cell, text, from_1904) = match value {
        TypedValue::Cell(cell @ RawCell::Number(_), from_1904) => (*cell, "", *from_1904),
        TypedValue::Text(text) if form.order != DateOrder::DayFirst => {
            (RawCell::Text(0), text.as_str(), false)
        }
        _ => return value.clone(),
    };
    let own = DayForm { from_1904, order: DateOrder::DayFirst, ..form };
    let reading = match field.kind {
        FieldType::Day => read_day(cell, text, own),
        FieldType::Month => read_month(cell, text, own),
        _ => return value.clone(),
    };
    match reading {
        Reading::Value(Value::Day(day)) => TypedValue::Cell(RawCell::Day(day), from_1904),
        Reading::Value(Value::Month(month)) => {
            TypedValue::Cell(RawCell::Day(month.first_day()), from_1904)
        }
        _ => value.clone(),
    }
}

fn left_out(table: &RawTable, answer: &Answer, kind: &str) -> Finding {
    let arguments = vec![("other", answer.place.to_string()), ("table", kind.to_owned())];
    Finding {
        place: table.sheet.place(answer.cell.row, answer.cell.column),
        severity: Severity::Note,
        ..refusal(&answer.place, "W043", arguments)
    }
}

fn is_data(table: &RawTable, row: u32) -> bool {
    table.row(row).is_some_and(|(_, class)| class == RowClass::Data)
}

/// The field of a column, and its kind of table.
fn field_of<'a>(table: &RawTable, cell: Cell, rules: Rules<'a>) -> Option<(&'a Field, &'a str)> {
    let source = rules.catalogue.sources.get(table.source)?;
    let used = table.columns.iter().find(|used: &&ColumnUse| used.column == cell.column)?;
    Some((source.fields.get(used.field)?, &source.kind))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::Catalogue;
    use crate::model::Day;

    use super::*;

    #[test]
    fn a_serial_number_is_the_day_of_the_workbook_in_which_it_was_typed() {
        let catalogue = Catalogue::embedded().unwrap();
        let field = |kind, name| catalogue.source(kind).unwrap().field(name).unwrap().1;
        let read = |serial, from_1904, field| {
            let form = DayForm { from_1904: false, latest_year: 2026, order: DateOrder::DayFirst };
            let typed = TypedValue::Cell(RawCell::Number(serial), from_1904);
            as_its_workbook_means_it(&typed, field, form)
        };
        let day = |from_1904| {
            TypedValue::Cell(RawCell::Day(Day::parse_iso("2024-09-30").unwrap()), from_1904)
        };
        // 30 September 2024 is day 45565 after the end of 1899, and 1462 days fewer in the other count.
        let exit = field("participants", "exit_date");
        assert_eq!(read(45_565.0, false, exit), day(false));
        assert_eq!(read(44_103.0, true, exit), day(true));
        // A month typed as 9.2024 is no day; an amount is an amount.
        let month = field("benefits", "month");
        let september = TypedValue::Cell(RawCell::Day(Day::parse_iso("2024-09-01").unwrap()), true);
        assert_eq!(read(9.2024, true, month), september);
        let amount = TypedValue::Cell(RawCell::Number(45_565.0), true);
        assert_eq!(read(45_565.0, true, field("benefits", "amount")), amount);
    }
}
