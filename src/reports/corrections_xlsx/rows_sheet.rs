//! The rows in question, as the program read them, with the wrong cells marked and noted.

use std::collections::BTreeMap;

use rust_xlsxwriter::{ColNum, Note, RowNum, Worksheet};

use crate::catalogue::Texts;
use crate::model::{Cell, CorrectionPlan, Place, RowsInQuestion};
use crate::reports::corrections_xlsx::{BookParts, mark, protection};
use crate::reports::workbook::{height, lines, write_text};
use crate::reports::{ReportError, finding_text};

/// The header; mark, title and a sentence of two lines stand above it.
const HEADER: RowNum = 4;
const NUMBER_WIDTH: f64 = 10.0;
const WIDTH: f64 = 18.0;
const COLUMNS_ON_A_PAGE: usize = 12;
/// Letters of a line in a note, and its size in pixels.
const NOTE_LETTERS: f64 = 46.0;
const NOTE_WIDTH: u32 = 330;
const NOTE_LINE: u32 = 18;
/// Excel takes 31 letters for the name of a sheet.
const LONGEST_NAME: usize = 31;

/// Names of the sheets of rows, each another one.
pub(super) fn names(texts: &Texts, plan: &CorrectionPlan) -> Vec<String> {
    let word = texts.text("sheet-correction-rows");
    let mut names: Vec<String> = Vec::new();
    for rows in &plan.sheets {
        let own: String = rows
            .sheet
            .chars()
            .map(|letter| if "[]:*?/\\'".contains(letter) { '_' } else { letter })
            .collect();
        let full = if own.is_empty() { word.clone() } else { format!("{word} – {own}") };
        let mut name: String = full.chars().take(LONGEST_NAME).collect();
        let mut number = 2_u32;
        while names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
            let end = format!(" {number}");
            let room = LONGEST_NAME - end.len();
            name = full.chars().take(room).chain(end.chars()).collect();
            number = number.saturating_add(1);
        }
        names.push(name);
    }
    names
}

/// Where a cell of the input stands on the sheets of rows, as a link names it.
pub(super) fn address(book: &BookParts<'_>, place: &Place) -> Option<String> {
    let cell = place.cell?;
    let mut sheets = book.plan.sheets.iter().zip(book.sheets);
    let (rows, name) = sheets.find(|(rows, _)| *rows.sheet == *place.sheet)?;
    // A cell that is not shown is reached by its row.
    let (row, column) = rows.position(cell).or_else(|| {
        let row = rows.rows.binary_search_by_key(&cell.row, |(number, _)| *number).ok()?;
        Some((row, 0))
    })?;
    let here = Cell {
        row: HEADER + 1 + u32::try_from(row).ok()?,
        column: 1 + u32::try_from(column).ok()?,
    };
    Some(format!("'{name}'!{here}"))
}

/// The sheet of one list of rows.
pub(super) fn sheet(
    book: &BookParts<'_>,
    rows: &RowsInQuestion,
    name: &str,
) -> Result<Worksheet, ReportError> {
    let (texts, look) = (book.texts, book.look);
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    book.page.apply(&mut sheet);
    write_text(&mut sheet, 0, 0, &mark(texts), &look.mark)?;
    let gaps = [("file", book.plan.file.as_str().into()), ("sheet", rows.sheet.as_str().into())];
    let id = if rows.sheet.is_empty() { "correction-rows-file" } else { "correction-rows-title" };
    write_text(&mut sheet, 1, 0, &texts.fill(id, &gaps), &look.styles.title)?;
    sheet.set_row_height(1, 24)?;
    let sentence = texts.text("correction-rows-about");
    for (row, line) in (2..HEADER).zip(lines(&sentence, 130.0)) {
        write_text(&mut sheet, row, 0, &line, &look.sentence)?;
    }
    sheet.set_column_width(0, NUMBER_WIDTH)?;
    write_text(&mut sheet, HEADER, 0, &texts.text("correction-row"), &look.styles.header)?;
    let source = book.catalogue.source(&rows.kind);
    let mut tall = 18.0_f64;
    for (place, (column, field)) in (1..).zip(&rows.columns) {
        sheet.set_column_width(place, WIDTH)?;
        let letters = Cell { row: 0, column: *column }.to_string();
        let field = source.and_then(|source| source.field(field));
        let header = field.map_or("", |(_, field)| field.header.as_str());
        let header = format!("{}: {header}", letters.trim_end_matches('1'));
        tall = tall.max(height(&header, WIDTH - 3.0, 1.1) + 4.0);
        write_text(&mut sheet, HEADER, place, &header, &look.styles.header)?;
    }
    sheet.set_row_height(HEADER, tall)?;
    let wrong = wrong_cells(book, rows);
    for (row, (number, cells)) in (HEADER + 1..).zip(&rows.rows) {
        let shown = u64::from(*number) + 1;
        write_text(&mut sheet, row, 0, &shown.to_string(), &look.shown)?;
        let mut tall = 18.0_f64;
        for (place, ((column, _), text)) in (1..).zip(rows.columns.iter().zip(cells)) {
            let words = wrong.get(&Cell { row: *number, column: *column });
            let format = if words.is_some() { &look.wrong } else { &look.shown };
            write_text(&mut sheet, row, place, text, format)?;
            tall = tall.max(height(text, WIDTH - 2.0, 1.0) + 3.0);
            if let Some(words) = words {
                insert_note(&mut sheet, row, place, words)?;
            }
        }
        sheet.set_row_height(row, tall)?;
    }
    sheet.set_freeze_panes(HEADER + 1, 1)?;
    sheet.set_repeat_rows(HEADER, HEADER)?;
    // On one page thirty columns could not be read.
    let pages = rows.columns.len().div_ceil(COLUMNS_ON_A_PAGE).max(1);
    sheet.set_repeat_columns(0, 0)?.set_print_fit_to_pages(u16::try_from(pages).unwrap_or(1), 0);
    sheet.protect_with_options(&protection());
    Ok(sheet)
}

/// What is said of each wrong cell.
fn wrong_cells(book: &BookParts<'_>, rows: &RowsInQuestion) -> BTreeMap<Cell, String> {
    let mut wrong: BTreeMap<Cell, String> = BTreeMap::new();
    let own = book.plan.items.iter().filter(|item| item.is_own && *item.place.sheet == *rows.sheet);
    for item in own {
        let Some(cell) = item.place.cell else { continue };
        let words = finding_text(book.catalogue, book.texts.language(), &item.finding);
        let said = wrong.entry(cell).or_default();
        if !said.is_empty() {
            said.push_str("\n\n");
        }
        for (index, part) in [&words.title, &words.what, &words.why, &words.fix].iter().enumerate()
        {
            said.push_str(if index == 0 { "" } else { "\n" });
            said.push_str(part);
        }
    }
    wrong
}

fn insert_note(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    words: &str,
) -> Result<(), ReportError> {
    let broken: usize = words.lines().map(|part| lines(part, NOTE_LETTERS).len().max(1)).sum();
    let tall = u32::try_from(broken + 1).unwrap_or(20).saturating_mul(NOTE_LINE);
    let note = Note::new(words)
        .set_author("efekt")
        .add_author_prefix(false)
        .set_width(NOTE_WIDTH)
        .set_height(tall);
    sheet.insert_note(row, column, &note)?;
    Ok(())
}
