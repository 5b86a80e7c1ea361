//! How the cells of a correction workbook look: yellow is to be filled in, orange is wrong.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::reports::workbook::Styles;

const INK: Color = Color::RGB(0x001F_2A37);
const LINE: Color = Color::RGB(0x00BF_C7D1);
const YELLOW: Color = Color::RGB(0x00FF_F3B0);
const ORANGE: Color = Color::RGB(0x00F8_C9A0);
const GREY: Color = Color::RGB(0x00EE_F0F2);
const FAINT: Color = Color::RGB(0x006B_7280);

/// The formats of a correction workbook.
pub(super) struct Look {
    /// Formats of all workbooks of a run.
    pub(super) styles: Styles,
    /// The mark in the first cell.
    pub(super) mark: Format,
    /// A sentence above the table.
    pub(super) sentence: Format,
    /// Words of a row.
    pub(super) text: Format,
    /// Words of a row that goes with the row above.
    pub(super) beside: Format,
    /// A link to the row in question.
    pub(super) link: Format,
    /// A cell to fill in; what is typed stays as it is typed.
    pub(super) open: Format,
    /// A cell in which nothing is to be filled in.
    pub(super) closed: Format,
    /// A cell of a row in question.
    pub(super) shown: Format,
    /// The wrong one of them.
    pub(super) wrong: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let base = Format::new().set_font_color(INK).set_align(FormatAlign::Top);
        let text = base
            .clone()
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE)
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_indent(1)
            .set_num_format("@");
        let boxed = |ground| {
            let format = text.clone().set_background_color(ground);
            format.set_border(FormatBorder::Thin).set_border_color(LINE)
        };
        Self {
            styles: Styles::new(),
            mark: Format::new().set_font_size(8).set_font_color(FAINT),
            sentence: base,
            beside: text.clone().set_font_color(FAINT).set_italic(),
            link: text.clone().set_underline(FormatUnderline::Single),
            open: boxed(YELLOW).set_unlocked(),
            closed: boxed(GREY),
            shown: text.clone(),
            wrong: boxed(ORANGE).set_bold(),
            text,
        }
    }
}
