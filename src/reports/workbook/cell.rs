//! What stands in one cell, and how it is written.

use rust_xlsxwriter::{ColNum, Format, RowNum, Url, Worksheet};

use crate::catalogue::Texts;
use crate::model::{Emptiness, Grosze, Severity};
use crate::reports::ReportError;
use crate::reports::workbook::style::Styles;

/// Excel takes 32,767 characters in a cell.
const LONGEST_TEXT: usize = 32_000;

/// One cell of a table.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum CellValue {
    /// Words; never taken for a formula.
    Text(String),
    /// Words that lead to another sheet.
    Link {
        /// What is shown.
        text: String,
        /// Name of the sheet.
        sheet: String,
    },
    /// Words that open another file.
    FileLink {
        /// What is shown.
        text: String,
        /// Address of the file as seen from the folder of this workbook, escaped; a `#` and a place
        /// in it may follow.
        address: String,
    },
    /// Words on a ground of their own: the gravity of a finding.
    Severity(Severity, String),
    /// A number of units.
    Whole(i64),
    /// Shown in percent with one decimal.
    Share {
        /// Part.
        numerator: i64,
        /// Whole.
        denominator: i64,
    },
    /// zł with two decimals.
    Money {
        /// Σ grosze.
        grosze: Grosze,
        /// Months or persons; 1 for a sum.
        denominator: i64,
    },
    /// Days with one decimal.
    Median {
        /// Twice the median.
        doubled: i64,
    },
    /// Months with one decimal.
    Months(f64),
    /// A share that is no quotient of two whole numbers: a limit of an interval, a difference, a degree.
    Limit(f64),
    /// A number in thousandths, shown with two decimals.
    Thousandths(i64),
    /// `[c]`: hidden.
    Suppressed,
    /// `[p]` or `[x]` and a word: there is no value, and this is why.
    Empty(Emptiness),
    /// `[x]`: not computed.
    NotAvailable,
    /// Nothing, on purpose.
    Blank,
}

impl CellValue {
    /// A text cell.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The number that stands in the cell, or `None` where there is none.
    pub(crate) fn number(&self) -> Option<f64> {
        let number = match *self {
            Self::Whole(number) => to_f64(number),
            Self::Share { numerator, denominator } => to_f64(numerator) / to_f64(denominator),
            Self::Money { grosze, denominator } => {
                to_f64(grosze.0) / to_f64(denominator.checked_mul(100)?)
            }
            Self::Median { doubled } => to_f64(doubled) / 2.0,
            Self::Thousandths(number) => to_f64(number) / 1_000.0,
            Self::Months(number) | Self::Limit(number) => number,
            _ => return None,
        };
        number.is_finite().then_some(number)
    }

    /// What stands in place of a number that there is not: `[c]`, `[p] oczekujący`, `[x] wyłączeni`.
    pub(crate) fn sign(&self, texts: &Texts) -> String {
        match self {
            Self::Suppressed => "[c]".to_owned(),
            Self::Empty(emptiness) => {
                let sign = if emptiness.is_open() { "[p]" } else { "[x]" };
                let id = format!("empty-word-{}", emptiness.code().replace('_', "-"));
                format!("{sign} {}", texts.text(&id))
            }
            _ => "[x]".to_owned(),
        }
    }

    /// Writes the cell; a strong row is set in bold.
    pub(crate) fn write(
        &self,
        sheet: &mut Worksheet,
        (row, column): (RowNum, ColNum),
        styles: &Styles,
        texts: &Texts,
        strong: bool,
    ) -> Result<(), ReportError> {
        let format =
            |format: &Format| if strong { format.clone().set_bold() } else { format.clone() };
        if let Some(number) = self.number() {
            let format = format(match self {
                Self::Share { .. } | Self::Limit(_) => &styles.percent,
                Self::Money { .. } => &styles.money,
                Self::Median { .. } | Self::Months(_) => &styles.median,
                Self::Thousandths(_) => &styles.decimal,
                _ => &styles.whole,
            });
            sheet.write_number_with_format(row, column, number, &format)?;
            return Ok(());
        }
        match self {
            Self::Text(text) => write_text(sheet, row, column, text, &format(&styles.text))?,
            Self::Severity(severity, text) => {
                write_text(sheet, row, column, text, styles.severity(*severity))?;
            }
            Self::Link { text, sheet: target } => {
                let url = format!("internal:'{target}'!A1");
                let url = Url::new(url).set_text(text);
                sheet.write_url_with_format(row, column, url, &styles.link)?;
            }
            Self::FileLink { text, address } => {
                // The crate's own form of a relative address.
                let url = Url::new(format!("file:///{address}")).set_text(text);
                sheet.write_url_with_format(row, column, url, &styles.link)?;
            }
            Self::Blank => {
                sheet.write_blank(row, column, &styles.text)?;
            }
            // A number that does not exist is not available.
            _ => {
                let sign = self.sign(texts);
                sheet.write_string_with_format(row, column, sign, &format(&styles.symbol))?;
            }
        }
        Ok(())
    }
}

/// Writes words as words: what looks like a formula gets Excel's quote prefix.
pub(crate) fn write_text(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    text: &str,
    format: &Format,
) -> Result<(), ReportError> {
    let short: String = text.chars().take(LONGEST_TEXT).collect();
    if short.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        sheet.write_string_with_format(row, column, short, &format.clone().set_quote_prefix())?;
    } else {
        sheet.write_string_with_format(row, column, short, format)?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "sums stay far below 2^53 grosze")]
fn to_f64(number: i64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_divided_by_nothing_is_no_number() {
        assert_eq!(CellValue::Share { numerator: 0, denominator: 0 }.number(), None);
        assert_eq!(CellValue::Limit(f64::NAN).number(), None);
        assert_eq!(CellValue::Money { grosze: Grosze(150), denominator: 2 }.number(), Some(0.75));
    }
}
