//! A number that comes from a rule: dated, cited, verified or not.

use serde::Deserialize;

use crate::catalogue::{CatalogueError, Texts};
use crate::model::{Bilingual, Day, Period};

/// One parameter with all its dated values.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Stable id; equal to the file's name.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// Unit, as the source gives it.
    pub unit: String,
    /// Values by date, oldest first.
    #[serde(rename = "value")]
    pub values: Vec<DatedValue>,
    /// Folder under `queries/parameters/`.
    #[serde(skip)]
    pub theme: String,
}

/// A value and the days on which it is in force.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedValue {
    /// First day, ISO.
    #[serde(deserialize_with = "iso_day")]
    pub from: Day,
    /// Last day, ISO; absent while in force as far as seen.
    #[serde(default, deserialize_with = "optional_iso_day")]
    pub to: Option<Day>,
    /// The number, as a decimal text so that it stays exact.
    pub amount: String,
    /// Act and article, or the document.
    pub source: String,
    /// Whether the value was seen in the source; `false` is shown to the reader.
    pub verified: bool,
    /// `false` when the value was seen but a boundary date was not.
    #[serde(default = "yes")]
    pub dates_verified: bool,
    /// Computed from other entries.
    #[serde(default)]
    pub derived: bool,
    /// What must be known about it.
    #[serde(default)]
    pub note: String,
}

impl Parameter {
    /// Reads `parameters/<theme>/<id>.toml`.
    pub fn parse(path: &str, text: &str) -> Result<Self, CatalogueError> {
        let mut parameter: Self =
            toml::from_str(text).map_err(|error| CatalogueError::toml(path, text, 0, &error))?;
        let (theme, stem) = path
            .strip_prefix("parameters/")
            .and_then(|rest| rest.strip_suffix(".toml"))
            .and_then(|rest| rest.rsplit_once('/'))
            .ok_or_else(|| {
                CatalogueError::new(path, 0, "a parameter stands in parameters/<theme>/<id>.toml")
            })?;
        if stem != parameter.id {
            let message = format!("the file is named `{stem}`, its id is `{}`", parameter.id);
            return Err(CatalogueError::new(path, 1, message));
        }
        theme.clone_into(&mut parameter.theme);
        for value in &parameter.values {
            if value.hundredths().is_none() {
                let message =
                    format!("`{}` is not a number with at most two decimals", value.amount);
                return Err(CatalogueError::new(path, 0, message));
            }
        }
        let overlap = parameter.values.windows(2).find(|pair| match (pair[0].to, pair[1].from) {
            (Some(to), from) => to >= from,
            (None, _) => true,
        });
        if let Some(pair) = overlap {
            let message = format!("the values from {} and {} overlap", pair[0].from, pair[1].from);
            return Err(CatalogueError::new(path, 0, message));
        }
        Ok(parameter)
    }

    /// The values in force on some day of a period, oldest first.
    pub fn during(&self, period: Period) -> impl Iterator<Item = &DatedValue> {
        self.values.iter().filter(move |value| {
            value.from <= period.end && value.to.is_none_or(|to| period.start <= to)
        })
    }

    /// The unit in the reader's language where there is a text for it, else as the source gives it.
    pub fn unit_in(&self, texts: &Texts) -> String {
        let mut id = String::from("parameter-unit");
        for word in self.unit.split(|letter: char| !letter.is_ascii_alphanumeric()) {
            if !word.is_empty() {
                id.push('-');
                id.push_str(&word.to_ascii_lowercase());
            }
        }
        if texts.has(&id) { texts.text(&id) } else { self.unit.clone() }
    }

    /// The value in force on a day.
    pub fn on(&self, day: Day) -> Option<&DatedValue> {
        self.values.iter().find(|value| value.from <= day && value.to.is_none_or(|to| day <= to))
    }
}

impl DatedValue {
    /// The value times 100, exact: grosze for an amount in zł.
    pub fn hundredths(&self) -> Option<i64> {
        let (sign, digits) = match self.amount.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, self.amount.as_str()),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() || decimals.len() > 2 {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let decimals: i64 = format!("{decimals:0<2}").parse().ok()?;
        whole.checked_mul(100)?.checked_add(decimals).map(|number| sign * number)
    }
}

fn yes() -> bool {
    true
}

fn iso_day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
    let text = String::deserialize(deserializer)?;
    Day::parse_iso(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a day")))
}

/// A day in the form `2024-12-31`; for fields that may be absent.
pub(crate) fn optional_iso_day<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Day>, D::Error> {
    iso_day(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WAGE: &str = r#"
id = "wage"
unit = "PLN/month gross"
title = { pl = "płaca", en = "wage" }
[[value]]
from = "2023-01-01"
to = "2023-06-30"
amount = "3490"
source = "DU"
verified = true
[[value]]
from = "2023-07-01"
amount = "3600.5"
source = "DU"
verified = false
"#;

    #[test]
    fn a_value_is_found_by_its_day() {
        let wage = Parameter::parse("parameters/wages/wage.toml", WAGE).unwrap();
        let on = |day| wage.on(Day::parse_iso(day).unwrap()).and_then(DatedValue::hundredths);
        assert_eq!(on("2022-12-31"), None);
        assert_eq!(on("2023-06-30"), Some(349_000));
        assert_eq!(on("2023-07-01"), Some(360_050));
    }

    #[test]
    fn overlapping_values_are_refused() {
        let text = WAGE.replace("2023-07-01", "2023-06-30");
        let error = Parameter::parse("parameters/wages/wage.toml", &text).unwrap_err();
        assert!(error.message.contains("overlap"), "{error}");
    }
}
