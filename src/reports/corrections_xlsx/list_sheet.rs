//! The list of cells to correct: where, what is wrong, and three open cells a row.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    ColNum, DataValidation, DataValidationErrorStyle, Format, Formula, IgnoreError, RowNum, Url,
    Workbook, Worksheet,
};

use crate::catalogue::{Argument, Field, FieldType};
use crate::model::{CORRECTION_MARK, CorrectionColumn, CorrectionItem, correction_mark};
use crate::reports::corrections_xlsx::{BookParts, protection, rows_sheet, title};
use crate::reports::input_workbooks::{LONGEST_MESSAGE, LONGEST_TITLE, how, offered, shortened};
use crate::reports::workbook::{height, lines, write_text};
use crate::reports::{ReportError, finding_text};

/// Columns from the left: message id or the reader's own column, and width in characters.
const COLUMNS: [(Heading, f64); 11] = [
    (Heading::Text("findings-severity"), 13.0),
    (Heading::Read(CorrectionColumn::Sheet), 13.0),
    (Heading::Read(CorrectionColumn::Cell), 11.0),
    (Heading::Text("findings-field"), 17.0),
    (Heading::Text("findings-read"), 17.0),
    (Heading::Text("findings-what"), 34.0),
    (Heading::Text("findings-fix"), 32.0),
    (Heading::Read(CorrectionColumn::Value), 22.0),
    (Heading::Read(CorrectionColumn::Decision), 16.0),
    (Heading::Text("correction-remark"), 18.0),
    (Heading::Read(CorrectionColumn::Code), 9.0),
];
/// The check of a value that is not among those of its field.
const UNKNOWN_CODE: &str = "W020";

const CELL: ColNum = 2;
const VALUE: ColNum = 7;
const DECISION: ColNum = 8;

#[derive(Clone, Copy)]
enum Heading {
    /// A column for people.
    Text(&'static str),
    /// A column that the program reads again.
    Read(CorrectionColumn),
}

/// The sheet.
pub(super) fn sheet(book: &BookParts<'_>) -> Result<Worksheet, ReportError> {
    let (texts, look, plan) = (book.texts, book.look, book.plan);
    let mut sheet = Worksheet::new();
    sheet.set_name(texts.text("sheet-corrections"))?;
    book.page.apply(&mut sheet);
    let mut width = 0.0;
    for (column, (_, wide)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, wide)?;
        width += wide;
    }
    write_text(&mut sheet, 0, 0, &correction_mark(&plan.sha256, &plan.file), &look.mark)?;
    write_text(&mut sheet, 1, 0, &title(texts, plan), &look.styles.title)?;
    sheet.set_row_height(1, 24)?;
    let name = plan.file.rsplit('/').next().unwrap_or(&plan.file);
    let mut sentences = Vec::new();
    for id in ["correction-how-fill", "correction-how-return"] {
        sentences.push(texts.fill(id, &[("file", name.into())]));
    }
    if plan.left_away > 0 {
        let gaps: [(&str, Argument); 1] = [("count", plan.left_away.into())];
        sentences.push(texts.fill("correction-left-away", &gaps));
    }
    let mut header: RowNum = 2;
    for line in sentences.iter().flat_map(|sentence| lines(sentence, width)) {
        write_text(&mut sheet, header, 0, &line, &look.sentence)?;
        header += 1;
    }
    for (column, (heading, _)) in (0..).zip(COLUMNS) {
        let words = match heading {
            Heading::Text(id) => texts.text(id),
            Heading::Read(known) => known.header(texts.language()).to_owned(),
        };
        write_text(&mut sheet, header, column, &words, &look.styles.header)?;
    }
    sheet.set_row_height(header, 34)?;
    let mut row = header;
    for item in &plan.items {
        row += 1;
        write_item(&mut sheet, row, item, book)?;
    }
    let last = ColNum::try_from(COLUMNS.len() - 1).unwrap_or(ColNum::MAX);
    sheet.autofilter(header, 0, row, last)?;
    sheet.ignore_error_range(
        header + 1,
        0,
        row.max(header + 1),
        last,
        IgnoreError::NumberStoredAsText,
    )?;
    sheet.set_freeze_panes(header + 1, 0)?;
    sheet.set_repeat_rows(header, header)?;
    sheet.set_selection(header + 1, VALUE, header + 1, VALUE)?;
    sheet.protect_with_options(&protection());
    Ok(sheet)
}

fn write_item(
    sheet: &mut Worksheet,
    row: RowNum,
    item: &CorrectionItem,
    book: &BookParts<'_>,
) -> Result<(), ReportError> {
    let (texts, look) = (book.texts, book.look);
    let words = finding_text(book.catalogue, texts.language(), &item.finding);
    let severity = item.finding.severity;
    let place = &item.place;
    let (what, fix) = match (&item.corrected_at, item.is_own) {
        (Some(at), _) => {
            let already = texts.fill("correction-already", &[("place", at.to_string().into())]);
            (words.what, already)
        }
        (None, true) if !item.takes_value => {
            let offered = item.decisions.iter().map(|decision| decision.word(texts.language()));
            let offered = offered.collect::<Vec<_>>().join(&format!(" {} ", texts.text("init-or")));
            (words.what, texts.fill("correction-choose", &[("decisions", offered.into())]))
        }
        // Its page speaks of the project file, which whoever keeps the file has never seen.
        (None, true) if item.finding.code == UNKNOWN_CODE => {
            (words.what, texts.text("correction-pick"))
        }
        (None, true) => (words.what, words.fix),
        (None, false) => (texts.text("correction-beside"), String::new()),
    };
    let field = field_name(item, book);
    let (mark, ground, style) = if item.is_own {
        let mark = texts.text(&format!("severity-{}", severity.code()));
        (mark, look.styles.severity(severity), &look.text)
    } else {
        (String::new(), &look.beside, &look.beside)
    };
    write_text(sheet, row, 0, &mark, ground)?;
    write_text(sheet, row, 1, &place.sheet, style)?;
    match rows_sheet::address(book, place) {
        Some(target) => {
            let url = Url::new(format!("internal:{target}")).set_text(place.address());
            sheet.write_url_with_format(row, CELL, url, &look.link)?;
        }
        None => write_text(sheet, row, CELL, &place.address(), style)?,
    }
    for (column, text) in (CELL + 1..).zip([&field, &item.read, &what, &fix]) {
        write_text(sheet, row, column, text, style)?;
    }
    let open = item.corrected_at.is_none();
    write_open(sheet, row, VALUE, open && item.takes_value, book)?;
    write_open(sheet, row, DECISION, open && !item.decisions.is_empty(), book)?;
    write_open(sheet, row, DECISION + 1, true, book)?;
    write_text(sheet, row, DECISION + 2, item.finding.code, style)?;
    if open {
        add_rules(sheet, row, item, book)?;
    }
    let tall = [(3, &field), (4, &item.read), (5, &what), (6, &fix)]
        .into_iter()
        .map(|(column, text)| {
            height(text, COLUMNS.get(column).map_or(9.0, |(_, wide)| wide - 2.0), 1.0)
        })
        .fold(18.0, f64::max);
    sheet.set_row_height(row, tall + 3.0)?;
    Ok(())
}

fn write_open(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    is_open: bool,
    book: &BookParts<'_>,
) -> Result<(), ReportError> {
    let format: &Format = if is_open { &book.look.open } else { &book.look.closed };
    sheet.write_blank(row, column, format)?;
    Ok(())
}

/// Drop-downs and hints of the open cells of a row.
fn add_rules(
    sheet: &mut Worksheet,
    row: RowNum,
    item: &CorrectionItem,
    book: &BookParts<'_>,
) -> Result<(), ReportError> {
    let texts = book.texts;
    if let Some(field) = field_of(item, book).filter(|_| item.takes_value) {
        let values = values(item, field, book);
        let rule = DataValidation::new();
        let rule = match list_name(item).filter(|_| !values.is_empty()) {
            Some(name) => rule.allow_list_formula(Formula::new(format!("={name}"))),
            None => rule.allow_any_value(),
        };
        let how = if item.is_code_column {
            texts.fill("init-how-flag", &[("values", values.join(", ").into())])
        } else {
            how(field, &values, texts)
        };
        // The reader knows more spellings than the list, and says what it cannot read.
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(texts.text("init-error-title"))?
            .set_error_message(shortened(&how, LONGEST_MESSAGE))?
            .set_input_title(shortened(&field.header, LONGEST_TITLE))?
            .set_input_message(shortened(&how, LONGEST_MESSAGE))?;
        let free = matches!(
            field.kind,
            FieldType::Codes | FieldType::CodeList | FieldType::Texts | FieldType::Text
        );
        let rule = rule.show_error_message(!free);
        sheet.add_data_validation(row, VALUE, row, VALUE, &rule)?;
    }
    if !item.decisions.is_empty() {
        let language = texts.language();
        let words: Vec<&str> =
            item.decisions.iter().map(|decision| decision.word(language)).collect();
        let hints: Vec<String> = item
            .decisions
            .iter()
            .map(|decision| {
                let id = format!("correction-decision-{}", decision.code());
                texts.fill(&id, &[("word", decision.word(language).into())])
            })
            .collect();
        let rule = DataValidation::new()
            .allow_list_strings(&words)?
            .set_error_title(texts.text("init-error-title"))?
            .set_error_message(shortened(&words.join(", "), LONGEST_MESSAGE))?
            .set_input_title(shortened(CorrectionColumn::Decision.header(language), LONGEST_TITLE))?
            .set_input_message(shortened(&hints.join("\n"), LONGEST_MESSAGE))?;
        sheet.add_data_validation(row, DECISION, row, DECISION, &rule)?;
    }
    Ok(())
}

/// The hidden sheet with the values of drop-downs, each list with a name.
pub(super) fn write_drop_downs(
    book: &BookParts<'_>,
    workbook: &mut Workbook,
) -> Result<(), ReportError> {
    let mut lists: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for item in book.plan.items.iter().filter(|item| item.takes_value) {
        if let (Some(name), Some(field)) = (list_name(item), field_of(item, book)) {
            lists.entry(name).or_insert_with(|| values(item, field, book));
        }
    }
    lists.retain(|_, values| !values.is_empty());
    if lists.is_empty() {
        return Ok(());
    }
    let name = book.texts.text("init-sheet-lists");
    let mut sheet = Worksheet::new();
    sheet.set_name(&name)?.set_hidden(true);
    sheet.write_string(
        0,
        0,
        format!("{CORRECTION_MARK}: {}", book.texts.text("init-lists-mark")),
    )?;
    for (column, (list, values)) in (0..).zip(lists) {
        sheet.write_string(1, column, &list)?;
        for (row, value) in (2..).zip(&values) {
            sheet.write_string(row, column, value)?;
        }
        let letters = rust_xlsxwriter::utility::column_number_to_name(column);
        let last = values.len() + 2;
        workbook.define_name(&list, &format!("='{name}'!${letters}$3:${letters}${last}"))?;
    }
    workbook.push_worksheet(sheet);
    Ok(())
}

fn list_name(item: &CorrectionItem) -> Option<String> {
    let (kind, field) = &item.field;
    let columns = if item.is_code_column { "_x" } else { "" };
    (!field.is_empty()).then(|| format!("lista_{kind}_{field}{columns}"))
}

fn values(item: &CorrectionItem, field: &Field, book: &BookParts<'_>) -> Vec<String> {
    if item.is_code_column {
        return ["tak", "nie"].map(str::to_owned).to_vec();
    }
    offered(&item.field.0, field, book.catalogue)
}

fn field_of<'a>(item: &CorrectionItem, book: &BookParts<'a>) -> Option<&'a Field> {
    let (kind, name) = &item.field;
    book.catalogue.source(kind)?.field(name).map(|(_, field)| field)
}

fn field_name(item: &CorrectionItem, book: &BookParts<'_>) -> String {
    let title = field_of(item, book)
        .map_or(item.field.1.as_str(), |field| field.title.text(book.texts.language()));
    // What follows a semicolon explains the field, it is not its name.
    let title = title.split(';').next().unwrap_or(title);
    if item.is_own {
        title.to_owned()
    } else {
        book.texts.fill("correction-or", &[("field", title.into())])
    }
}
