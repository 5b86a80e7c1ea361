//! The first sheet: what the tables are and how to fill them in, a line a column.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};

use crate::catalogue::{Argument, FieldType, Texts};
use crate::model::{EXAMPLE_MARKS, GUIDE_MARK, Language};
use crate::reports::ReportError;
use crate::reports::input_workbooks::column::{ExampleValue, InputColumn};
use crate::reports::input_workbooks::entry_sheet::header_format;
use crate::reports::input_workbooks::{TablePlan, landscape};

/// Heading and width of each column.
const COLUMNS: [(&str, f64); 5] = [
    ("init-guide-column", 30.0),
    ("init-guide-need", 17.0),
    ("init-guide-what", 42.0),
    ("init-guide-how", 62.0),
    ("init-guide-example", 28.0),
];

/// The sheet of instructions of a workbook.
pub(super) fn sheet(tables: &[TablePlan<'_>], texts: &Texts) -> Result<Worksheet, ReportError> {
    let mut worksheet = landscape(&texts.text("init-sheet-guide"))?;
    worksheet.set_screen_gridlines(false);
    for (place, (_, width)) in (0..).zip(COLUMNS) {
        worksheet.set_column_width(place, width)?;
    }
    let small = Format::new().set_font_size(9).set_font_color(Color::RGB(0x0076_7676));
    let big = Format::new().set_bold().set_font_size(16).set_font_color(Color::RGB(0x001F_4E79));
    let mark = format!("{GUIDE_MARK} {}", texts.text("init-guide-mark"));
    worksheet.write_string_with_format(0, 0, mark, &small)?;
    worksheet.write_string_with_format(1, 0, texts.text("init-guide-title"), &big)?;
    worksheet.set_row_height(1, 26)?;
    let mut row = 3;
    for rule in rules(tables, texts) {
        worksheet.write_string(row, 0, rule)?;
        row += 1;
    }
    for table in tables {
        row = write_table(&mut worksheet, row + 1, table, texts)?;
    }
    Ok(worksheet)
}

/// What holds for all tables of the workbook, numbered.
fn rules(tables: &[TablePlan<'_>], texts: &Texts) -> Vec<String> {
    let [polish, english] = EXAMPLE_MARKS;
    let (mark, open) = match texts.language() {
        Language::Polish => (polish, "„"),
        Language::English => (english, "“"),
    };
    let names: Vec<String> =
        tables.iter().map(|table| format!("{open}{}”", table.layout.sheet)).collect();
    let gaps: [(&str, Argument); 3] =
        [("mark", mark.into()), ("sheets", names.join(", ").into()), ("count", names.len().into())];
    let mut ids = vec!["where", "examples", "headers", "colours", "hints"];
    if tables.iter().any(|table| table.source.kind == "benefits") {
        ids.extend(["either", "complete"]);
    }
    if tables.iter().any(|table| table.columns.iter().any(|column| column.field.identifies)) {
        ids.push("person");
    }
    if tables.iter().any(|table| table.source.kind == "comparison") {
        ids.extend(["comparison", "name"]);
    }
    ids.push("save");
    (1..)
        .zip(ids)
        .map(|(number, id)| format!("{number}. {}", texts.fill(&format!("init-rule-{id}"), &gaps)))
        .collect()
}

fn write_table(
    worksheet: &mut Worksheet,
    mut row: u32,
    table: &TablePlan<'_>,
    texts: &Texts,
) -> Result<u32, ReportError> {
    let heading = Format::new().set_bold().set_font_size(13);
    let grain = match table.layout.grain {
        Some(id) => texts.text(id),
        None => table.source.grain.text(texts.language()).to_owned(),
    };
    let gaps: [(&str, Argument); 2] =
        [("sheet", table.layout.sheet.into()), ("grain", grain.into())];
    worksheet.write_string_with_format(row, 0, texts.fill("init-guide-table", &gaps), &heading)?;
    row += 1;
    let label = Format::new()
        .set_bold()
        .set_border_bottom(FormatBorder::Medium)
        .set_align(FormatAlign::Left)
        .set_indent(1);
    for (place, (id, _)) in (0..).zip(COLUMNS) {
        worksheet.write_string_with_format(row, place, texts.text(id), &label)?;
    }
    for column in &table.columns {
        row += 1;
        write_column(worksheet, row, column, texts)?;
    }
    Ok(row + 1)
}

fn write_column(
    worksheet: &mut Worksheet,
    row: u32,
    column: &InputColumn<'_>,
    texts: &Texts,
) -> Result<(), ReportError> {
    let cell = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_align(FormatAlign::Left)
        .set_indent(1)
        .set_border_bottom(FormatBorder::Hair)
        .set_num_format("@");
    let need = column.need(texts);
    let mut examples = column.examples.iter().map(ExampleValue::shown);
    let example = examples.find(|shown| !shown.is_empty()).unwrap_or_default();
    // The word that marks an example is nothing to type.
    let example = match EXAMPLE_MARKS.iter().find_map(|mark| example.strip_prefix(mark)) {
        Some(rest) => rest.trim_start_matches([' ', '–']).to_owned(),
        None => example,
    };
    let header = header_format(column.need);
    worksheet.write_string_with_format(row, 0, &column.field.header, &header)?;
    worksheet.write_string_with_format(row, 1, &need, &cell)?;
    worksheet.write_string_with_format(row, 2, column.title(texts), &cell)?;
    worksheet.write_string_with_format(row, 3, with_values(column, texts), &cell)?;
    worksheet.write_string_with_format(row, 4, &example, &cell)?;
    // Wrapped lines are counted here: not every program measures rows when it opens a file.
    let lines = COLUMNS.iter().zip([
        column.field.header.chars().count(),
        need.chars().count(),
        column.title(texts).chars().count(),
        with_values(column, texts).chars().count(),
        example.chars().count(),
    ]);
    let lines = lines.map(|((_, width), length)| lines_in(length, *width)).max().unwrap_or(1);
    worksheet.set_row_height(row, f64::from(lines) * 14.0 + 6.0)?;
    Ok(())
}

/// How to type it, and every value that is accepted from the list.
fn with_values(column: &InputColumn<'_>, texts: &Texts) -> String {
    let how = column.how(texts);
    // Their few values stand in the sentence already.
    let short = matches!(column.field.kind, FieldType::Flag | FieldType::WorkingTime);
    if short || column.offered.is_empty() {
        return how;
    }
    let gaps: [(&str, Argument); 2] =
        [("how", how.into()), ("values", column.offered.join("; ").into())];
    texts.fill("init-guide-values", &gaps)
}

/// Lines of a text in a column; words break unevenly, so a little less fits than the width says.
fn lines_in(length: usize, width: f64) -> u32 {
    let length = f64::from(u32::try_from(length).unwrap_or(u32::MAX));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number"
    )]
    let lines = (length / (width * 0.92)).ceil() as u32;
    lines.max(1)
}
