//! The typeface of the charts: how wide a text is, and where it breaks.
//!
//! Widths come from the font that the pictures are drawn with. plotters measures in heights of a line
//! (ascent − descent), an SVG speaks of the em square: hence the two numbers of the font below.

use std::sync::OnceLock;

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

use super::ChartError;

/// The family's name in the fonts' own name tables.
pub(super) const FAMILY: &str = "Open Sans";
/// The fonts themselves: regular, bold.
pub(in crate::reports) const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../fonts/OpenSans-Regular.ttf"),
    include_bytes!("../../../fonts/OpenSans-Bold.ttf"),
];
/// Units of the em square, and of a line (ascent − descent), in both fonts.
const EM_UNITS: f64 = 2048.0;
const LINE_UNITS: f64 = 2789.0;
const NO_BREAK_SPACE: char = '\u{a0}';

/// Size in pixels, and weight.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Lettering {
    pub(super) size: f64,
    pub(super) bold: bool,
}

impl Lettering {
    /// Regular weight.
    pub(super) const fn regular(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// Bold.
    pub(super) const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }

    /// plotters' word for the weight.
    pub(super) fn style(self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    /// Distance of two base lines.
    pub(super) fn line_height(self) -> f64 {
        self.size * 1.4
    }

    /// Width of a text in pixels.
    pub(super) fn width(self, text: &str) -> Result<f64, ChartError> {
        register()?;
        let font = FontDesc::new(FontFamily::Name(FAMILY), LINE_UNITS, self.style());
        let (units, _) = font.box_size(text).map_err(|_| ChartError::Font)?;
        Ok(f64::from(units) * self.size / EM_UNITS)
    }

    /// Breaks a text at its spaces into lines of at most `width` pixels and at most `most` lines; a
    /// word that is too long is broken inside, what is left over ends in an ellipsis.
    pub(super) fn wrap(
        self,
        text: &str,
        width: f64,
        most: usize,
    ) -> Result<Vec<String>, ChartError> {
        let mut lines: Vec<String> = Vec::new();
        for word in words(text) {
            if let Some(line) = lines.last_mut() {
                let longer = format!("{line} {word}");
                if self.width(&longer)? <= width {
                    *line = longer;
                    continue;
                }
            }
            lines.extend(self.pieces(&word, width)?);
        }
        if lines.len() > most {
            let rest = lines.split_off(most.saturating_sub(1)).join(" ");
            lines.push(self.cut(&rest, width)?);
        }
        Ok(lines)
    }

    /// As [`wrap`](Self::wrap), with lines of about the same width: no lone word at the end.
    pub(super) fn wrap_evenly(
        self,
        text: &str,
        width: f64,
        most: usize,
    ) -> Result<Vec<String>, ChartError> {
        let mut lines = self.wrap(text, width, most)?;
        let mut narrower = width - 20.0;
        while lines.len() > 1 && narrower > width / 2.0 {
            let even = self.wrap(text, narrower, usize::MAX)?;
            if even.len() != lines.len() {
                break;
            }
            lines = even;
            narrower -= 20.0;
        }
        Ok(lines)
    }

    /// A word in pieces that fit.
    fn pieces(self, word: &str, width: f64) -> Result<Vec<String>, ChartError> {
        if self.width(word)? <= width {
            return Ok(vec![word.to_owned()]);
        }
        let mut pieces = vec![String::new()];
        for letter in word.chars() {
            let Some(piece) = pieces.last_mut() else { break };
            piece.push(letter);
            if self.width(piece)? > width && piece.chars().count() > 1 {
                piece.pop();
                pieces.push(letter.to_string());
            }
        }
        Ok(pieces)
    }

    /// As much of a text as fits, with an ellipsis.
    fn cut(self, text: &str, width: f64) -> Result<String, ChartError> {
        let mut kept: String = text.to_owned();
        while !kept.is_empty() && self.width(&format!("{kept}…"))? > width {
            kept.pop();
        }
        Ok(format!("{}…", kept.trim_end()))
    }
}

/// The words between which a line may break. No-break spaces hold their words together; a word of one
/// letter stays with the next, as Polish typography asks for.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut held = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(last) if held => {
                last.push(NO_BREAK_SPACE);
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
        held = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    }
    words
}

/// Makes the fonts known to plotters, once.
fn register() -> Result<(), ChartError> {
    static REGISTERED: OnceLock<bool> = OnceLock::new();
    let registered = REGISTERED.get_or_init(|| {
        let [regular, bold] = FONTS;
        register_font(FAMILY, FontStyle::Normal, regular).is_ok()
            && register_font(FAMILY, FontStyle::Bold, bold).is_ok()
    });
    if *registered { Ok(()) } else { Err(ChartError::Font) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_is_the_sum_of_the_fonts_advances() {
        // Every digit of Open Sans is 1171 units wide, the em is 2048.
        let width = Lettering::regular(20.48).width("2026").unwrap();
        assert!((width - 4.0 * 11.71).abs() < 0.02, "{width}");
    }

    #[test]
    fn a_long_name_breaks_at_its_spaces_and_ends_in_an_ellipsis() {
        let style = Lettering::regular(12.0);
        let name = "Centrum Integracji Społecznej w Wólce Pętkowskiej";
        let lines = style.wrap(name, 200.0, 3).unwrap();
        assert_eq!(lines, ["Centrum Integracji Społecznej", "w\u{a0}Wólce Pętkowskiej"]);
        let cut = style.wrap(name, 200.0, 1).unwrap();
        assert_eq!(cut.len(), 1);
        assert!(cut[0].ends_with('…') && style.width(&cut[0]).unwrap() <= 200.0);
    }

    #[test]
    fn a_word_without_spaces_breaks_inside() {
        let style = Lettering::regular(12.0);
        let lines = style.wrap(&"x".repeat(100), 100.0, 99).unwrap();
        assert!(lines.len() > 1 && lines.concat().len() == 100);
        for line in lines {
            assert!(style.width(&line).unwrap() <= 100.0);
        }
    }
}
