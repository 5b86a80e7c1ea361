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
            .set_alt_text(shortened(&picture.alt));
        sheet.insert_image(row + 1, 0, &image)?;
        row += ROWS;
        breaks.push(row);
    }
    sheet.set_page_breaks(&breaks)?;
    Ok(())
}

/// Longest alternative text that Excel keeps.
const LONGEST_ALT: usize = 255;

/// The text cut at the end of a sentence, or of a word where no sentence fits.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST_ALT {
        return text.to_owned();
    }
    let head: String = text.chars().take(LONGEST_ALT - 1).collect();
    match head.rfind(". ").or_else(|| head.rfind('\n')) {
        Some(end) => head.get(..=end).unwrap_or(&head).trim_end().to_owned(),
        None => format!("{}…", head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_alternative_text_ends_with_a_sentence() {
        let text = format!("{} {}", "Sto słów.".repeat(20), "Dalej. ".repeat(40));
        let short = shortened(&text);
        assert!(short.ends_with('.') && short.chars().count() <= LONGEST_ALT, "{short}");
        assert_eq!(shortened("Krótko."), "Krótko.");
        assert!(shortened(&"słowo ".repeat(60)).ends_with('…'));
    }
}
