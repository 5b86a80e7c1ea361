//! The correction workbook of one input file: a list of cells to correct with room for the right value,
//! and the rows in question with the wrong cells marked.
//!
//! It goes to the person who keeps the file, who knows each row by its place. What identifies somebody
//! is not in it until that person types it.

mod list_sheet;
mod look;
mod rows_sheet;

#[cfg(test)]
mod tests;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, ProtectionOptions, Workbook};

use crate::catalogue::{Catalogue, Texts};
use crate::model::{CORRECTION_MARK, CORRECTIONS, CorrectionPlan, Day};
use crate::reports::ReportError;
use crate::reports::workbook::{FramePlan, PageFrame};

use look::Look;

/// The longest name of a file that every system takes, in bytes, less what is put behind it.
const LONGEST_NAME: usize = 200;

/// The path of a correction workbook in the run's folder. `inputs` are the paths of all input files: the
/// name is none of theirs, so that a workbook laid beside the inputs replaces no earlier one.
pub fn path(texts: &Texts, plan: &CorrectionPlan, inputs: &[&str]) -> String {
    let (folder, name) = match plan.file.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name),
        None => (String::new(), plan.file.as_str()),
    };
    let end = (0..=LONGEST_NAME).rev().find(|end| name.is_char_boundary(*end)).unwrap_or(0);
    let short = name.get(..end).unwrap_or(name);
    let word = texts.text("correction-file-word");
    let taken = |name: &str| {
        let stem = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
            name.rsplit_once('.').map(|(stem, _)| stem.to_owned()).unwrap_or(name)
        };
        inputs.iter().any(|input| stem(input) == name.to_lowercase())
    };
    let mut stem = format!("{short} – {word}");
    let mut number = 2_u32;
    while taken(&stem) {
        stem = format!("{short} – {word} {number}");
        number = number.saturating_add(1);
    }
    format!("{CORRECTIONS}{folder}{stem}.xlsx")
}

/// The bytes of a correction workbook. The same plan, language and day give the same bytes.
pub fn write(
    catalogue: &Catalogue,
    texts: &Texts,
    as_of: Day,
    plan: &CorrectionPlan,
) -> Result<Vec<u8>, ReportError> {
    let title = title(texts, plan);
    let look = Look::new();
    let page = PageFrame::new(texts, &FramePlan { title: title.clone(), period: None, as_of });
    let mut workbook = Workbook::new();
    let (year, month, day) = as_of.parts();
    let created = ExcelDateTime::from_ymd(
        u16::try_from(year).unwrap_or(1900),
        u8::try_from(month).unwrap_or(1),
        u8::try_from(day).unwrap_or(1),
    )?;
    let properties = DocProperties::new().set_title(&title).set_author("efekt");
    workbook.set_properties(&properties.set_creation_datetime(&created));
    let sheets = rows_sheet::names(texts, plan);
    let book = BookParts { catalogue, texts, plan, look: &look, page: &page, sheets: &sheets };
    workbook.push_worksheet(list_sheet::sheet(&book)?);
    for (rows, name) in plan.sheets.iter().zip(&sheets) {
        workbook.push_worksheet(rows_sheet::sheet(&book, rows, name)?);
    }
    list_sheet::write_drop_downs(&book, &mut workbook)?;
    Ok(workbook.save_to_buffer()?)
}

/// What every sheet of the workbook needs.
struct BookParts<'a> {
    catalogue: &'a Catalogue,
    texts: &'a Texts,
    plan: &'a CorrectionPlan,
    look: &'a Look,
    page: &'a PageFrame,
    /// Names of the sheets of rows, in the order of the plan.
    sheets: &'a [String],
}

fn title(texts: &Texts, plan: &CorrectionPlan) -> String {
    texts.fill("correction-title", &[("file", plan.file.as_str().into())])
}

/// The first cell of a sheet that the program does not read.
fn mark(texts: &Texts) -> String {
    format!("{CORRECTION_MARK}: {}", texts.text("correction-mark-rows"))
}

/// Nothing but the open cells can be changed by mistake; there is no password.
fn protection() -> ProtectionOptions {
    ProtectionOptions {
        format_columns: true,
        format_rows: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    }
}
