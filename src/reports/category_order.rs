//! Which categories of a dimension and which sexes a table shows, and in which order.

use std::collections::BTreeSet;

use crate::disclosure::Publishable;
use crate::model::Sex;
use crate::reports::{ReportContext, label};

/// The categories that any of the indicators has, all centres together: by code, then `other`,
/// then what is not known.
pub(crate) fn categories(
    figures: &Publishable,
    indicators: &[&str],
    dimension: &str,
) -> Vec<String> {
    let found: BTreeSet<(u8, &str)> = figures
        .figures()
        .iter()
        .map(|figure| &figure.key)
        .filter(|key| &*key.dimension == dimension && &*key.centre == "*")
        .filter(|key| indicators.contains(&&*key.indicator))
        .map(|key| (rank(&key.category), &*key.category))
        .collect();
    found.into_iter().map(|(_, category)| category.to_owned()).collect()
}

/// Women, men, not known when anybody is, and everybody.
pub(crate) fn sexes(figures: &Publishable, indicators: &[&str]) -> Vec<Sex> {
    let unknown = figures.figures().iter().any(|figure| {
        figure.key.sex == Sex::Unknown && indicators.contains(&&*figure.key.indicator)
    });
    if unknown {
        vec![Sex::K, Sex::M, Sex::Unknown, Sex::All]
    } else {
        vec![Sex::K, Sex::M, Sex::All]
    }
}

/// The name of a sex in a column's header.
pub(crate) fn sex_name(context: &ReportContext<'_>, sex: Sex) -> String {
    match sex {
        Sex::All => context.texts.text("sex-all"),
        Sex::Unknown => context.texts.text("sex-unknown"),
        Sex::K | Sex::M => label(context.texts, "sex", sex.code()),
    }
}

/// The letter of a sex in Polish forms: K, M, O.
pub(crate) fn sex_letter(context: &ReportContext<'_>, sex: Sex) -> String {
    match sex {
        Sex::All => "O".to_owned(),
        Sex::Unknown => context.texts.text("category-missing"),
        Sex::K | Sex::M => sex.code().to_owned(),
    }
}

fn rank(category: &str) -> u8 {
    match category {
        "?" => 2,
        "other" => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::reports::fixture::realistic;

    use super::*;

    #[test]
    fn other_and_unknown_stand_last() {
        let found = categories(&realistic(), &["participants"], "group");
        assert_eq!(found, ["alcohol", "homeless", "long_term_unemployed", "other", "?"]);
        assert!(categories(&realistic(), &["participants"], "workshop").is_empty());
    }
}
