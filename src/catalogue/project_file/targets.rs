//! `[[targets]]` and `[comparison]`: what a project promised, and how its comparison group is followed.

use toml::Spanned;
use toml::de::DeValue;

use crate::catalogue::project_file::reader::{Reader, Section, Value};
use crate::catalogue::{ProjectFileError, ValueType};
use crate::model::{ComparisonSettings, ProjectTarget};

const TARGET: &[&str] = &["project", "indicator", "baseline", "k", "m", "o", "due"];
const COMPARISON: &[&str] = &["days_to_exit"];

impl Reader<'_> {
    pub(super) fn targets(
        &self,
        root: &Section<'_, '_>,
    ) -> Result<Vec<ProjectTarget>, ProjectFileError> {
        let mut targets = Vec::new();
        for section in self.sections("targets", root.get("targets"))? {
            self.known_keys(&section, TARGET)?;
            let number = |key: &str| self.thousandths(key, section.get(key));
            targets.push(ProjectTarget {
                project: self.text("project", section.get("project"))?,
                indicator: self.required("indicator", &section)?,
                baseline: number("baseline")?,
                women: number("k")?,
                men: number("m")?,
                all: number("o")?,
                due: self.day("due", section.get("due"), "2026-12-31")?,
            });
        }
        Ok(targets)
    }

    pub(super) fn comparison(
        &self,
        root: &Section<'_, '_>,
    ) -> Result<ComparisonSettings, ProjectFileError> {
        let Some(value) = root.get("comparison") else { return Ok(ComparisonSettings::default()) };
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.wrong_type("comparison", value, ValueType::Table));
        };
        let section = Section { table, span: value.span() };
        self.known_keys(&section, COMPARISON)?;
        let key = "days_to_exit";
        let days_to_exit = self.number(key, section.get(key), 1..=3_650, "330")?;
        Ok(ComparisonSettings { days_to_exit })
    }

    /// A number from 0 with up to three decimals, in thousandths.
    fn thousandths(
        &self,
        key: &str,
        value: Value<'_, '_>,
    ) -> Result<Option<i64>, ProjectFileError> {
        let given = match value.map(Spanned::get_ref) {
            None => return Ok(None),
            Some(DeValue::Integer(number)) => number.as_str().to_owned(),
            Some(DeValue::Float(number)) => number.as_str().to_owned(),
            Some(_) => match value {
                Some(value) => return Err(self.wrong_type(key, value, ValueType::Number)),
                None => return Ok(None),
            },
        };
        self.formed(key, value, Some(given), "12.5", thousandths)
    }
}

fn thousandths(text: &str) -> Option<i64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(decimals) || decimals.len() > 3 {
        return None;
    }
    let decimals: i64 = format!("{decimals:0<3}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(decimals)
}
