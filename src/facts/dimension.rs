//! `dimension` and `project_dimension`: the category of every participation in every dimension of
//! indicators.md 3.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::facts::builder::{self, integers, number, texts};
use crate::facts::participation::age;
use crate::facts::{FactRules, FactTable};
use crate::link::{LinkedTables, Stay, most_frequent};
use crate::model::{fold, tidy};

/// The table of stays.
pub const DIMENSION_TABLE: &str = "dimension";
/// The table of participations in projects.
pub const PROJECT_DIMENSION_TABLE: &str = "project_dimension";

/// Dimensions in which a person with several values counts in each; their rows are never summed to a
/// total.
pub const MANY_VALUED: [&str; 3] = ["group", "workshop", "support_kind"];

const MISSING: &str = "?";

/// Who stands in the categories: a number, its values, the places of its stays.
type Unit<'a> = (usize, &'a Stay, Vec<usize>);

/// `dimension`, one row a participation, dimension and category. A missing value is the category `?`,
/// for many-valued dimensions when there is no value at all (rulings.md 12).
pub(crate) fn table(linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let units = linked.stays.iter().enumerate().map(|(place, stay)| (place, stay, vec![place]));
    build(DIMENSION_TABLE, &units.collect::<Vec<_>>(), linked, rules)
}

/// `project_dimension`, the same for participations in projects, under the number of the stay that began
/// last; kinds of support are those of all of its stays.
pub(crate) fn projects(linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let units = linked.projects.iter().map(|participation| {
        (participation.last_begun, &participation.stay, participation.stays.clone())
    });
    build(PROJECT_DIMENSION_TABLE, &units.collect::<Vec<_>>(), linked, rules)
}

fn build(name: &str, units: &[Unit<'_>], linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let spellings = Spellings::new(linked);
    let support = support_kinds(linked);
    let mut rows: Vec<(usize, &'static str, Arc<str>)> = Vec::new();
    for (place, stay, stays) in units {
        let place = *place;
        let mut one = |dimension, category: Option<Arc<str>>| {
            rows.push((place, dimension, category.unwrap_or_else(|| MISSING.into())));
        };
        one("centre", linked.centres.get(stay.centre).map(|centre| Arc::clone(&centre.name)));
        one("gmina", spellings.of("gmina", stay.gmina.as_ref()));
        one("powiat", spellings.of("powiat", stay.powiat.as_ref()));
        one("age_band", age_band(stay, rules));
        one("education", stay.education.as_deref().and_then(education_band));
        one("labour_status", stay.labour_status.clone());
        one("disability", stay.disability.clone());
        one("pathway", pathway(stay));
        one("referred_by", stay.referred_by.clone());
        one("entry_year", Some(stay.entry.parts().0.to_string().into()));
        one("exit_quarter", exit_quarter(stay));
        let workshops: BTreeSet<Arc<str>> = stay
            .workshops
            .iter()
            .filter_map(|workshop| spellings.of("workshop", Some(workshop)))
            .collect();
        many(&mut rows, place, "group", stay.groups.iter().cloned());
        many(&mut rows, place, "workshop", workshops.into_iter());
        let kinds: BTreeSet<Arc<str>> =
            stays.iter().filter_map(|stay| support.get(stay)).flatten().cloned().collect();
        many(&mut rows, place, "support_kind", kinds.into_iter());
    }
    builder::table(
        name,
        vec![
            integers("participation_id", &rows, |(place, _, _)| number(*place)),
            texts("dimension", &rows, |(_, dimension, _)| Some(Arc::from(*dimension))),
            texts("category", &rows, |(_, _, category)| Some(Arc::clone(category))),
        ],
    )
}

fn many(
    rows: &mut Vec<(usize, &'static str, Arc<str>)>,
    place: usize,
    dimension: &'static str,
    categories: impl Iterator<Item = Arc<str>>,
) {
    let before = rows.len();
    rows.extend(categories.map(|category| (place, dimension, category)));
    if rows.len() == before {
        rows.push((place, dimension, MISSING.into()));
    }
}

/// The kinds of support that begin within each stay.
fn support_kinds(linked: &LinkedTables) -> BTreeMap<usize, BTreeSet<Arc<str>>> {
    let mut kinds: BTreeMap<usize, BTreeSet<Arc<str>>> = BTreeMap::new();
    let mut stays_of: BTreeMap<usize, Vec<(usize, &Stay)>> = BTreeMap::new();
    for (place, stay) in linked.stays.iter().enumerate() {
        stays_of.entry(stay.person).or_default().push((place, stay));
    }
    for support in &linked.support {
        for (place, stay) in stays_of.get(&support.person).into_iter().flatten() {
            let within =
                stay.entry <= support.start && stay.exit.is_none_or(|exit| support.start <= exit);
            if within {
                kinds.entry(*place).or_default().insert(Arc::clone(&support.kind));
            }
        }
    }
    kinds
}

fn age_band(stay: &Stay, rules: FactRules<'_>) -> Option<Arc<str>> {
    let age = age(stay)?;
    let from = |id| rules.number(id, stay.entry);
    let (young, middle, older) =
        (from("age_band_young_from")?, from("age_band_middle_from")?, from("age_band_older_from")?);
    let band = if age < young {
        format!("0-{}", young - 1)
    } else if age < middle {
        format!("{young}-{}", middle - 1)
    } else if age < older {
        format!("{middle}-{}", older - 1)
    } else {
        format!("{older}+")
    };
    Some(band.into())
}

/// ISCED bands of indicators.md 3.
pub(crate) fn education_band(code: &str) -> Option<Arc<str>> {
    let band = match code {
        "isced_0" | "isced_1" | "isced_2" | "isced_0_2" | "isced_1_2" => "0-2",
        "isced_3" | "isced_3_vocational" | "isced_4" | "isced_3_4" => "3-4",
        "isced_5_8" => "5-8",
        _ => return None,
    };
    Some(band.into())
}

/// The pathway as written, or from groups and disability where the file does not say (indicators.md 3;
/// the reference figures do so for single empty cells too, not only for files without the column).
fn pathway(stay: &Stay) -> Option<Arc<str>> {
    if stay.pathway.is_some() {
        return stay.pathway.clone();
    }
    let has = |group: &str| stay.groups.iter().any(|known| &**known == group);
    let disabled = stay
        .disability
        .as_deref()
        .is_some_and(|degree| matches!(degree, "light" | "moderate" | "severe" | "yes"));
    let code = if has("alcohol") || has("drugs") {
        "addicted"
    } else if has("disabled") || has("mental") || disabled {
        "ill_or_disabled"
    } else {
        "healthy"
    };
    Some(code.into())
}

fn exit_quarter(stay: &Stay) -> Option<Arc<str>> {
    let (year, month, _) = stay.exit?.parts();
    Some(format!("{year}-Q{}", month.div_ceil(3)).into())
}

/// The most frequent spelling of places and workshops; at a tie the first in code-point order.
struct Spellings {
    best: BTreeMap<(&'static str, String), Arc<str>>,
}

impl Spellings {
    fn new(linked: &LinkedTables) -> Self {
        let mut counts: BTreeMap<(&'static str, String), BTreeMap<Arc<str>, usize>> =
            BTreeMap::new();
        let mut add = |dimension, text: &Arc<str>| {
            let written: Arc<str> = tidy(text).into();
            *counts.entry((dimension, fold(text))).or_default().entry(written).or_default() += 1;
        };
        for stay in &linked.stays {
            stay.gmina.iter().for_each(|text| add("gmina", text));
            stay.powiat.iter().for_each(|text| add("powiat", text));
            stay.workshops.iter().for_each(|text| add("workshop", text));
        }
        let mut best = BTreeMap::new();
        for (key, spellings) in counts {
            best.extend(most_frequent(spellings).map(|spelling| (key, spelling)));
        }
        Self { best }
    }

    fn of(&self, dimension: &'static str, text: Option<&Arc<str>>) -> Option<Arc<str>> {
        self.best.get(&(dimension, fold(text?))).cloned()
    }
}
