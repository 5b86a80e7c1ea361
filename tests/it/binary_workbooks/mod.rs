//! Workbooks of the two binary formats, record by record: `.xls` of 1997 and `.xlsb`.

mod xls;
mod xlsb;

pub(crate) use xls::{OldSheet, old_workbook, old_workbook_with, xls};
pub(crate) use xlsb::{BinarySheet, binary_workbook, xlsb};

/// Days since 1899-12-30, as spreadsheets count them.
fn serial((year, month, day): (i32, u32, u32)) -> f64 {
    let day = efekt::model::Day::new(year, month, day).unwrap();
    f64::from(day.number() + 25_569)
}

/// UTF-16, little end first.
fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
