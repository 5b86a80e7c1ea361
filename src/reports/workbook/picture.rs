//! A sheet of drawn charts, each with its title and alt text.

use rust_xlsxwriter::{Image, RowNum, Worksheet};

use crate::catalogue::Texts;
use crate::reports::workbook::cell::write_text;
use crate::reports::workbook::page::PageFrame;
use crate::reports::workbook::style::Styles;
use crate::reports::{ChartPicture, ReportError};

/// A picture is made to fit in here, in pixels.
const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 500.0;
/// Rows of normal height that a picture and its title cover; two pictures fit a page.
const ROWS: RowNum = 28;

/// Writes the sheet of pictures.
pub(crate) fn write(
    sheet: &mut Worksheet,
    pictures: &[ChartPicture],
    texts: &Texts,
    styles: &Styles,
    page: &PageFrame,
) -> Result<(), ReportError> {
    sheet.set_name(texts.text("sheet-pictures"))?;
    page.apply(sheet);
    let mut row = 0;
    let mut breaks = Vec::new();
    for picture in pictures {
        write_text(sheet, row, 0, &picture.title, &styles.title)?;
        sheet.set_row_height(row, 24)?;
        let image = Image::new_from_buffer(&picture.png)?
            .set_scale_to_size(WIDTH, HEIGHT, true)
            .set_alt_text(&picture.alt);
        sheet.insert_image(row + 1, 0, &image)?;
        row += ROWS;
        breaks.push(row);
    }
    sheet.set_page_breaks(&breaks)?;
    Ok(())
}
