//! A workbook from a plan: cover, contents where something is missing, pictures, one table a sheet,
//! notes, definitions. What is read first stands first.
//!
//! A report says what stands where ([`BookPlan`]); how it looks, prints and reads aloud is settled
//! here, once for all reports.

mod cell;
mod chart;
mod contents;
mod cover;
mod definitions;
mod front;
mod notes;
mod page;
mod picture;
mod plan;
mod style;
mod table;
mod text_lines;

pub(crate) use cell::{CellValue, write_text};
pub(crate) use definitions::title as indicator_title;
pub(crate) use front::front;
pub(crate) use page::PageFrame;
pub(crate) use plan::{
    BookPlan, ChartKind, ChartPlan, Column, CoverPlan, FramePlan, Row, SeriesPlan, SheetPlan,
};
pub(crate) use style::Styles;
pub(crate) use text_lines::{height, lines};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::catalogue::Texts;
use crate::model::{Day, Language, Period};
use crate::reports::{ChartPicture, ReportContext, ReportError};

/// The bytes of a report. A table of contents stands only where it names what a form asks for and
/// the report cannot give: elsewhere the names of the sheets say as much.
pub(crate) fn write_report(
    context: &ReportContext<'_>,
    plan: &BookPlan,
) -> Result<Vec<u8>, ReportError> {
    let texts = context.texts;
    let mut sheets = Vec::new();
    if !plan.absent.is_empty() {
        sheets.push(contents::sheet(texts, plan));
    }
    sheets.extend(plan.sheets.iter().cloned());
    sheets.push(notes::sheet(context, plan));
    sheets.push(definitions::sheet(context, plan));
    write_book(texts, &plan.frame, &plan.cover, &sheets, &plan.pictures)
}

/// The bytes of a workbook: a cover, pictures if there are any, tables.
pub(crate) fn write_book(
    texts: &Texts,
    frame: &FramePlan,
    cover: &CoverPlan,
    sheets: &[SheetPlan],
    pictures: &[ChartPicture],
) -> Result<Vec<u8>, ReportError> {
    let styles = Styles::new();
    let page = PageFrame::new(texts, frame);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(frame)?);
    cover::write(workbook.add_worksheet(), texts, cover, &styles, &page)?;
    if !pictures.is_empty() {
        picture::write(workbook.add_worksheet(), pictures, texts, &page)?;
    }
    for (position, sheet) in sheets.iter().enumerate() {
        table::write(workbook.add_worksheet(), sheet, position, texts, &styles, &page)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A day as readers of the language write it.
pub(crate) fn written_day(day: Day, language: Language) -> String {
    match language {
        Language::Polish => day.polish(),
        Language::English => day.to_string(),
    }
}

/// `2024 (01.01.2024 – 31.12.2024)`.
pub(crate) fn written_period(period: Period, language: Language) -> String {
    let (start, end) = (written_day(period.start, language), written_day(period.end, language));
    format!("{period} ({start} – {end})")
}

fn properties(frame: &FramePlan) -> Result<DocProperties, ReportError> {
    let (year, month, day) = frame.as_of.parts();
    let created = ExcelDateTime::from_ymd(
        u16::try_from(year).unwrap_or(1900),
        u8::try_from(month).unwrap_or(1),
        u8::try_from(day).unwrap_or(1),
    )?;
    let properties = DocProperties::new().set_title(&frame.title).set_author("efekt");
    Ok(properties.set_creation_datetime(&created))
}
