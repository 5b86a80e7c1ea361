//! Whether the days of a table may have the month before the day.

use crate::catalogue::FieldType;
use crate::ingest::{ColumnWalk, RawCell, RawTable, RowClass};
use crate::model::{DateOrder, Finding, Severity};
use crate::validate::cells::day_form;
use crate::validate::values::is_month_first_only;
use crate::validate::{Rules, privacy};

/// W029, one for each column in doubt: it holds a text that is a day only if the month stands first
/// (`12.31.2024`), so that `03.04.2024` may be meant otherwise too. Nothing of the table can be used
/// until the project file says which order it has.
///
/// `15.13.2024` is no day either way and raises no doubt: it is an error of its cell.
pub(crate) fn doubts(table: &RawTable, rules: Rules<'_>) -> Vec<Finding> {
    let said = rules.project.source(&table.sheet.file).and_then(|source| source.date_order);
    let form = day_form(table, rules);
    let source = rules.catalogue.sources.get(table.source);
    let mut doubts = Vec::new();
    for column in &table.columns {
        let Some(field) = source.and_then(|source| source.fields.get(column.field)) else {
            continue;
        };
        if !matches!(field.kind, FieldType::Day | FieldType::DayList | FieldType::Month)
            || said == Some(DateOrder::DayFirst)
        {
            continue;
        }
        let mut odd = Vec::new();
        let mut may_be_swapped = false;
        let mut walk = ColumnWalk::new(column.column);
        // Each value of the sheet is looked at once.
        let mut known = vec![None; table.sheet.value_count()];
        for (row, _) in table.rows.iter().filter(|(_, class)| *class == RowClass::Data) {
            let Some(number) = table.sheet.number(*row, &mut walk) else { continue };
            let Some(cell) = table.sheet.value(number) else { continue };
            let place = usize::try_from(number).ok().and_then(|number| known.get_mut(number));
            let is_odd = *place.unwrap_or(&mut None).get_or_insert_with(|| {
                if let RawCell::Day(day) = cell {
                    may_be_swapped |= day.parts().2 <= 12;
                }
                table.sheet.text(cell).is_some_and(|text| is_month_first_only(text, form))
            });
            if is_odd {
                odd.push((row.number, cell));
            }
        }
        // Whoever opens such a file in a Polish Excel turns a part of its texts into real dates, with
        // the day for the month: no setting can mend those.
        if said == Some(DateOrder::MonthFirst) && !may_be_swapped {
            continue;
        }
        let Some((row, cell)) = odd.first() else { continue };
        doubts.push(Finding {
            place: table.sheet.place(*row, column.column),
            code: "W029",
            severity: Severity::Blocking,
            field: field.name.clone(),
            read: privacy::shown(field, &table.sheet.shown(*cell)),
            suggestion: String::new(),
            arguments: vec![("column", column.header.clone()), ("rows", odd.len().to_string())],
            person: None,
        });
    }
    doubts
}
