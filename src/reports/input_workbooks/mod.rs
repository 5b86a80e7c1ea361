//! The empty workbooks of `efekt init`: instructions, tables to fill in, lists of allowed values.
//!
//! Headers and values come from `queries/sources/`, so what these workbooks offer is what the reader
//! understands. Headers and values are Polish in both languages, since the tables are; instructions
//! and messages of cells are in the language of the run.

mod column;
mod entry_sheet;
mod guide;
mod layout;
mod lists;
mod rule;

#[cfg(test)]
mod tests;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use crate::catalogue::{Catalogue, Source, Texts};
use crate::model::OutputFile;
use crate::reports::ReportError;

pub(in crate::reports) use column::{how, offered};
pub(in crate::reports) use rule::{LONGEST_MESSAGE, LONGEST_TITLE, shortened};

use column::{InputColumn, columns};
use layout::{BOOKS, BookLayout, TableLayout};

/// A table that is to be filled in.
#[derive(Debug)]
struct TablePlan<'a> {
    layout: &'a TableLayout,
    source: &'a Source,
    columns: Vec<InputColumn<'a>>,
}

/// The workbooks, in the order in which they are to be filled in. The same definitions and language
/// give the same bytes.
pub fn write(catalogue: &Catalogue, texts: &Texts) -> Result<Vec<OutputFile>, ReportError> {
    BOOKS
        .iter()
        .map(|book| {
            let bytes = write_book(book, catalogue, texts)?;
            Ok(OutputFile { path: book.file.to_owned(), bytes, private: false })
        })
        .collect()
}

fn write_book(
    book: &BookLayout,
    catalogue: &Catalogue,
    texts: &Texts,
) -> Result<Vec<u8>, ReportError> {
    let tables: Vec<TablePlan<'_>> = book
        .tables
        .iter()
        .filter_map(|layout| {
            let source = catalogue.source(layout.kind)?;
            let columns = columns(layout, catalogue, texts.language());
            Some(TablePlan { layout, source, columns })
        })
        .collect();
    let mut workbook = Workbook::new();
    // Not the day on which it was made: the same workbook comes out on every day.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let title = book.file.trim_end_matches(".xlsx");
    let properties = DocProperties::new().set_title(title).set_author("efekt");
    workbook.set_properties(&properties.set_creation_datetime(&created));
    workbook.push_worksheet(guide::sheet(&tables, texts)?);
    for table in &tables {
        workbook.push_worksheet(entry_sheet::sheet(table, texts)?);
    }
    lists::write(&mut workbook, &tables, texts)?;
    Ok(workbook.save_to_buffer()?)
}

/// A sheet that prints on sheets of A4, all columns on one page.
fn landscape(name: &str) -> Result<Worksheet, ReportError> {
    let mut worksheet = Worksheet::new();
    worksheet.set_name(name)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(worksheet)
}
