//! The hidden sheet with the values of drop-downs. Each list has a name, so that the rules of cells
//! survive whatever happens to sheets.

use rust_xlsxwriter::{Workbook, Worksheet};

use crate::catalogue::Texts;
use crate::model::GUIDE_MARK;
use crate::reports::ReportError;
use crate::reports::input_workbooks::TablePlan;

/// First row of a list, from 0: below the mark and the list's name.
const FIRST_ROW: u32 = 2;

/// The name of the list of a column, when it has one.
pub(super) fn list_name(table: &TablePlan<'_>, column: usize) -> Option<String> {
    let column = table.columns.get(column)?;
    let name = format!("lista_{}_{}", table.layout.kind, column.field.name);
    (!column.offered.is_empty()).then_some(name)
}

/// Writes the lists of all tables; a list that two tables share stands once.
pub(super) fn write(
    workbook: &mut Workbook,
    tables: &[TablePlan<'_>],
    texts: &Texts,
) -> Result<(), ReportError> {
    let sheet = texts.text("init-sheet-lists");
    let mut worksheet = Worksheet::new();
    worksheet.set_name(&sheet)?.set_hidden(true);
    worksheet.write_string(0, 0, format!("{GUIDE_MARK} {}", texts.text("init-lists-mark")))?;
    let mut names: Vec<String> = Vec::new();
    for table in tables {
        for (index, column) in table.columns.iter().enumerate() {
            let Some(name) = list_name(table, index).filter(|name| !names.contains(name)) else {
                continue;
            };
            let place = u16::try_from(names.len()).unwrap_or(u16::MAX);
            worksheet.write_string(FIRST_ROW - 1, place, &name)?;
            for (row, value) in (FIRST_ROW..).zip(&column.offered) {
                worksheet.write_string(row, place, value)?;
            }
            let last = FIRST_ROW + u32::try_from(column.offered.len()).unwrap_or(1);
            let letters = rust_xlsxwriter::utility::column_number_to_name(place);
            let range = format!("='{sheet}'!${letters}${}:${letters}${last}", FIRST_ROW + 1);
            workbook.define_name(&name, &range)?;
            names.push(name);
        }
    }
    workbook.push_worksheet(worksheet);
    Ok(())
}
