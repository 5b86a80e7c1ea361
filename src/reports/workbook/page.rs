//! How a sheet prints: A4 landscape, one page wide, header and footer on every page.

use rust_xlsxwriter::Worksheet;

use crate::catalogue::Texts;
use crate::reports::workbook::{FramePlan, written_day};

/// Paper size of A4 in Excel's list.
const A4: u8 = 9;
/// Excel refuses headers of 255 characters and more; titles are cut well before.
const LONGEST_TITLE: usize = 90;

/// Header and footer of a workbook.
#[derive(Debug)]
pub(crate) struct PageFrame {
    header: String,
    footer: String,
}

impl PageFrame {
    /// Header and footer of a workbook.
    pub(crate) fn new(texts: &Texts, frame: &FramePlan) -> Self {
        let title: String = frame.title.chars().take(LONGEST_TITLE).collect();
        // A space ends the font size: digits right after it would belong to it. An ampersand begins a command in headers.
        let title = title.replace('&', "&&");
        let period = frame.period.map(|period| period.to_string()).unwrap_or_default();
        let as_of = written_day(frame.as_of, texts.language());
        let as_of = texts.fill("reports-as-of-short", &[("day", as_of.into())]);
        let page = texts.text("reports-page");
        let of = texts.text("reports-page-of");
        Self {
            header: format!("&L&9 {title}&R&9 {period}"),
            footer: format!("&L&9 &A&C&9 {page} &P {of} &N&R&9 {as_of}"),
        }
    }

    /// Sets up a sheet.
    pub(crate) fn apply(&self, sheet: &mut Worksheet) {
        sheet
            .set_paper_size(A4)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3)
            .set_header(&self.header)
            .set_footer(&self.footer)
            .set_screen_gridlines(false);
    }
}
