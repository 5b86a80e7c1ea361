//! How cells look. Colours come from a palette that colour-blind readers can tell apart, and no
//! colour says anything that words do not say too.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::model::Severity;

/// Colours of bars, in order: sky blue, orange, green, grey (Okabe and Ito); black words on them
/// can be read.
pub(crate) const BAR_COLOURS: [u32; 4] = [0x0056_B4E9, 0x00E6_9F00, 0x0000_9E73, 0x00A0_A0A0];
/// Colours of lines, in order: blue, vermilion, green, black.
pub(crate) const LINE_COLOURS: [u32; 4] = [0x0000_72B2, 0x00D5_5E00, 0x0000_9E73, 0x0000_0000];

const INK: Color = Color::RGB(0x001F_2A37);
const HEADER_GROUND: Color = Color::RGB(0x001F_4E79);
const LINE: Color = Color::RGB(0x00BF_C7D1);

/// The formats of all sheets.
#[derive(Debug)]
pub(crate) struct Styles {
    /// Title of a sheet.
    pub(crate) title: Format,
    /// Title of the cover.
    pub(crate) cover_title: Format,
    /// Line below the title of the cover.
    pub(crate) cover_subtitle: Format,
    /// Subject on the cover.
    pub(crate) subject: Format,
    /// Text on the cover.
    pub(crate) plain: Format,
    /// A highlight on the cover.
    pub(crate) highlight: Format,
    /// Sentence between title and table.
    pub(crate) note: Format,
    /// Header of a table.
    pub(crate) header: Format,
    /// Header of a column of numbers.
    pub(crate) number_header: Format,
    /// Words in a table.
    pub(crate) text: Format,
    /// A link.
    pub(crate) link: Format,
    /// `[c]`, `[p]`, `[x]`, with a word.
    pub(crate) symbol: Format,
    /// Numbers of units.
    pub(crate) whole: Format,
    /// Percent with one decimal.
    pub(crate) percent: Format,
    /// zł with two decimals.
    pub(crate) money: Format,
    /// Days with one decimal.
    pub(crate) median: Format,
    /// Numbers with two decimals.
    pub(crate) decimal: Format,
    severity: [Format; 4],
}

impl Styles {
    /// The formats.
    pub(crate) fn new() -> Self {
        let base = Format::new().set_font_color(INK).set_align(FormatAlign::Top);
        let cell = base.clone().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
        let number = cell.clone().set_align(FormatAlign::Right).set_indent(1);
        let text = cell.set_align(FormatAlign::Left).set_text_wrap().set_indent(1);
        let header = Format::new()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(HEADER_GROUND)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap();
        let severity = |ground: u32| text.clone().set_background_color(Color::RGB(ground));
        Self {
            title: base.clone().set_bold().set_font_size(14),
            cover_title: base.clone().set_bold().set_font_size(22).set_font_color(HEADER_GROUND),
            cover_subtitle: base.clone().set_font_size(13),
            subject: base.clone().set_bold(),
            plain: base.clone().set_text_wrap(),
            highlight: base.clone().set_text_wrap().set_font_size(13),
            note: base.set_italic(),
            number_header: header.clone().set_align(FormatAlign::Right).set_indent(1),
            header: header.set_align(FormatAlign::Left).set_indent(1),
            link: text.clone().set_font_color(HEADER_GROUND).set_underline(FormatUnderline::Single),
            symbol: number.clone().set_text_wrap(),
            whole: number.clone().set_num_format("#,##0"),
            percent: number.clone().set_num_format("0.0%"),
            money: number.clone().set_num_format("#,##0.00 \"zł\""),
            median: number.clone().set_num_format("#,##0.0"),
            decimal: number.set_num_format("#,##0.00"),
            severity: [0x00E8_A0A0, 0x00F8_D0C0, 0x00FF_EFC2, 0x00E3_ECF5].map(severity),
            text,
        }
    }

    /// The ground of a severity.
    pub(crate) fn severity(&self, severity: Severity) -> &Format {
        let [blocking, error, warning, note] = &self.severity;
        match severity {
            Severity::Blocking => blocking,
            Severity::Error => error,
            Severity::Warning => warning,
            Severity::Note => note,
        }
    }
}
