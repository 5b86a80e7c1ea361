//! What a spreadsheet lets a person type into a column, and what it says meanwhile.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula,
};

use crate::catalogue::{FieldType, Texts};
use crate::reports::ReportError;
use crate::reports::input_workbooks::column::InputColumn;

/// Excel's limits, in UTF-16 units.
pub(in crate::reports) const LONGEST_TITLE: usize = 32;
pub(in crate::reports) const LONGEST_MESSAGE: usize = 255;

/// The rule of a column; `list` names the range of its values.
///
/// Values that a report depends on are refused when they are not of the list; dates and amounts can
/// be forced, since the reader understands more spellings than a spreadsheet does.
pub(super) fn rule(
    column: &InputColumn<'_>,
    list: Option<&str>,
    texts: &Texts,
) -> Result<DataValidation, ReportError> {
    let kind = column.field.kind;
    let plain = DataValidation::new();
    let ruled = match (kind, list) {
        (_, Some(name)) => plain.allow_list_formula(Formula::new(format!("={name}"))),
        (FieldType::Pesel, None) => plain.allow_text_length(DataValidationRule::EqualTo(11)),
        (FieldType::Document, None) => plain.allow_text_length(DataValidationRule::Between(3, 40)),
        (FieldType::Day, None) => plain.allow_date(DataValidationRule::Between(
            ExcelDateTime::from_ymd(1900, 3, 1)?,
            ExcelDateTime::from_ymd(2100, 12, 31)?,
        )),
        (FieldType::Month, None) => plain.allow_text_length(DataValidationRule::Between(6, 20)),
        (FieldType::Money | FieldType::Number, None) => {
            plain.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
        }
        _ => plain.allow_any_value(),
    };
    // Several values in a cell are none of the list; any text may be a workshop or a share of time.
    let free = matches!(
        kind,
        FieldType::Codes | FieldType::Texts | FieldType::Text | FieldType::WorkingTime
    );
    let style = match kind {
        FieldType::Code | FieldType::Flag | FieldType::Pesel => DataValidationErrorStyle::Stop,
        _ => DataValidationErrorStyle::Warning,
    };
    let how = column.how(texts);
    let message = texts.fill(
        "init-hint",
        &[
            ("title", column.title(texts).into()),
            ("how", how.clone().into()),
            ("need", column.need(texts).into()),
        ],
    );
    let title = shortened(&column.field.header, LONGEST_TITLE);
    Ok(ruled
        .show_error_message(!free)
        .set_error_style(style)
        .set_error_title(texts.text("init-error-title"))?
        .set_error_message(shortened(&how, LONGEST_MESSAGE))?
        .set_input_title(title)?
        .set_input_message(shortened(&message, LONGEST_MESSAGE))?)
}

/// At most so many UTF-16 units, with an ellipsis where something was cut.
pub(in crate::reports) fn shortened(text: &str, longest: usize) -> String {
    if text.encode_utf16().count() <= longest {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut length = 1;
    for letter in text.chars() {
        length += letter.len_utf16();
        if length > longest {
            break;
        }
        short.push(letter);
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_only_where_it_is_too_long() {
        assert_eq!(shortened("Płeć", 4), "Płeć");
        assert_eq!(shortened("Płeć", 3), "Pł…");
        assert_eq!(shortened(&"ż".repeat(300), LONGEST_MESSAGE).chars().count(), 255);
    }
}
