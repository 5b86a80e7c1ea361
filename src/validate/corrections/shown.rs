//! A value as the person who keeps the file would write it, without what identifies anybody.

use crate::catalogue::Field;
use crate::model::{Grosze, Language};
use crate::validate::Value;

/// Texts are never shown: anybody's name may stand in them. A number of a person is dots.
pub(crate) fn shown(value: Value, field: &Field, language: Language) -> String {
    let spelling = |place: usize| {
        let entry = field.dictionary.entries.get(place)?;
        Some(entry.spellings.first()?.as_str())
    };
    match value {
        Value::Missing | Value::NotApplicable => String::new(),
        Value::Text(_) | Value::Pesel(_) => "•".repeat(11),
        Value::Refused => "odmowa".to_owned(),
        Value::Day(day) if language == Language::Polish => day.polish(),
        Value::Day(day) => day.to_string(),
        Value::Month(month) => month.to_string(),
        Value::Grosze(grosze) => Grosze(grosze).to_string().replace('.', ","),
        Value::Code(code) => spelling(usize::from(code)).unwrap_or_default().to_owned(),
        Value::Codes(bits) => {
            let set = (0..32_usize).filter(|place| bits >> place & 1 == 1);
            set.filter_map(spelling).collect::<Vec<_>>().join("; ")
        }
        Value::Flag(flag) => if flag { "tak" } else { "nie" }.to_owned(),
        Value::Thousandths(number) => {
            let text = format!("{},{:03}", number / 1_000, (number % 1_000).abs());
            text.trim_end_matches('0').trim_end_matches(',').to_owned()
        }
    }
}

/// The answer of one yes/no column of several for a field.
pub(crate) fn shown_code(value: Value, code: usize) -> String {
    let Value::Codes(bits) = value else { return String::new() };
    if bits >> code & 1 == 1 { "tak".to_owned() } else { String::new() }
}
