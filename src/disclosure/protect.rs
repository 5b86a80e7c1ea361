//! Which figures are hidden from the public: small numbers, and what would give them away by subtraction.

use std::collections::BTreeMap;

use crate::catalogue::Catalogue;
use crate::model::{Counts, Day, Figure, Numerals, Sex};

/// Dimensions that tell about health, addiction or prison.
const SENSITIVE: [&str; 3] = ["group", "disability", "pathway"];

/// Limits in force on a day; dated parameters of `queries/parameters/disclosure/`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    usual: u64,
    sensitive: u64,
    base: u64,
}

impl Limits {
    /// Reads the limits. A missing parameter never lowers protection.
    pub(super) fn new(catalogue: &Catalogue, day: Day) -> Self {
        let number = |id: &str| {
            let number = catalogue.whole_number(id, day);
            number.and_then(|number| u64::try_from(number).ok()).unwrap_or(10)
        };
        Self {
            usual: number("disclosure_threshold"),
            sensitive: number("disclosure_threshold_sensitive"),
            base: number("disclosure_minimum_denominator"),
        }
    }
}

/// For each figure whether it is hidden, in the order of the figures.
pub(super) fn hidden(figures: &[Figure], limits: Limits) -> Vec<bool> {
    let mut hidden: Vec<bool> = figures.iter().map(|figure| is_small(figure, limits)).collect();
    let families = families(figures);
    // Hiding one figure can leave another one alone in its family, so it goes on until nothing changes;
    // every round hides at least one more.
    loop {
        let mut changed = false;
        for family in &families {
            changed |= hide_a_second(family, figures, &mut hidden);
        }
        if !changed {
            return hidden;
        }
    }
}

/// A figure that could tell about single people.
fn is_small(figure: &Figure, limits: Limits) -> bool {
    let threshold =
        if SENSITIVE.contains(&&*figure.key.dimension) { limits.sensitive } else { limits.usual };
    are_few(&figure.numerals, &figure.counts, threshold, limits.base)
}

/// Rates of everybody that could tell about single people.
pub(super) fn could_tell(numerals: &Numerals, counts: &Counts, limits: Limits) -> bool {
    (1..limits.base).contains(&counts.counted)
        || are_few(numerals, counts, limits.usual, limits.base)
}

fn are_few(numerals: &Numerals, counts: &Counts, threshold: u64, base: u64) -> bool {
    let few = |number: i64| number > 0 && number.unsigned_abs() < threshold;
    match *numerals {
        Numerals::Count(number) => few(number),
        Numerals::Share { numerator, denominator, .. } => {
            denominator > 0
                && (denominator.unsigned_abs() < base
                    || few(numerator)
                    || few(denominator - numerator))
        }
        Numerals::MoneyMean(_)
        | Numerals::MoneyRatio(_)
        | Numerals::MoneySum(_)
        | Numerals::MoneyFraction(_)
        | Numerals::Payback(_)
        | Numerals::Median(_) => counts.counted > 0 && counts.counted < threshold,
    }
}

/// Figures whose sum is another figure: the places of the parts, and of the whole.
struct Family {
    parts: Vec<usize>,
    whole: usize,
}

/// Centres of one total, women and men of one figure, categories of one dimension.
fn families(figures: &[Figure]) -> Vec<Family> {
    let place: BTreeMap<_, usize> =
        figures.iter().enumerate().map(|(place, figure)| (&figure.key, place)).collect();
    let mut parts: BTreeMap<(u8, usize), Vec<usize>> = BTreeMap::new();
    for (part, figure) in figures.iter().enumerate() {
        let key = &figure.key;
        let mut belongs = |kind: u8, whole: crate::model::FigureKey| {
            if let Some(whole) = place.get(&whole) {
                parts.entry((kind, *whole)).or_default().push(part);
            }
        };
        if &*key.centre != "*" {
            belongs(0, crate::model::FigureKey { centre: "*".into(), ..key.clone() });
        }
        if key.sex != Sex::All {
            belongs(1, crate::model::FigureKey { sex: Sex::All, ..key.clone() });
        }
        if &*key.dimension != "total" {
            let (dimension, category) = ("total".into(), "*".into());
            // One kind for each dimension: the categories of one add up, those of two do not.
            let kind = 2 + dimension_number(&key.dimension);
            belongs(kind, crate::model::FigureKey { dimension, category, ..key.clone() });
        }
    }
    parts.into_iter().map(|((_, whole), parts)| Family { parts, whole }).collect()
}

fn dimension_number(name: &str) -> u8 {
    name.bytes().fold(0_u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte)) % 200
}

/// When the whole is open and exactly one part is hidden, the smallest other part is hidden too.
fn hide_a_second(family: &Family, figures: &[Figure], hidden: &mut [bool]) -> bool {
    let is_hidden = |place: usize, hidden: &[bool]| hidden.get(place).copied().unwrap_or(true);
    if is_hidden(family.whole, hidden) {
        return false;
    }
    let gone = family.parts.iter().filter(|part| is_hidden(**part, hidden)).count();
    if gone != 1 {
        return false;
    }
    let counted = |place: &usize| figures.get(*place).map_or(0, |figure| figure.counts.counted);
    let second = family
        .parts
        .iter()
        .filter(|part| !is_hidden(**part, hidden) && counted(part) > 0)
        .min_by_key(|part| (counted(part), **part))
        // Nobody else to hide behind: then the whole goes.
        .copied()
        .unwrap_or(family.whole);
    if let Some(mark) = hidden.get_mut(second) {
        *mark = true;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FigureKey;

    const LIMITS: Limits = Limits { usual: 5, sensitive: 10, base: 10 };

    fn count(centre: &str, dimension: &str, sex: Sex, number: i64) -> Figure {
        Figure {
            key: FigureKey {
                indicator: "leavers".into(),
                centre: centre.into(),
                dimension: dimension.into(),
                category: if dimension == "total" { "*" } else { "a" }.into(),
                sex,
                benefit_kind: "".into(),
                payer: "".into(),
                month_offset: None,
            },
            unit: "person",
            numerals: Numerals::Count(number),
            counts: Counts { counted: number.unsigned_abs(), ..Counts::default() },
        }
    }

    #[test]
    fn the_threshold_is_five_and_ten_for_what_tells_about_health() {
        let small = |dimension, number| is_small(&count("*", dimension, Sex::All, number), LIMITS);
        assert_eq!([0, 1, 4, 5].map(|n| small("total", n)), [false, true, true, false]);
        assert_eq!([0, 5, 9, 10].map(|n| small("group", n)), [false, true, true, false]);
    }

    #[test]
    fn a_share_needs_a_base_and_enough_on_both_sides() {
        let share = |numerator, denominator| {
            let numerals = Numerals::Share { numerator, denominator, pending: 0 };
            is_small(&Figure { numerals, ..count("*", "total", Sex::All, 1) }, LIMITS)
        };
        assert!(share(5, 9) && share(4, 20) && share(17, 20));
        assert!(!share(5, 10) && !share(0, 20) && !share(20, 20) && !share(0, 0));
    }

    #[test]
    fn a_hidden_centre_is_not_alone() {
        let figures = [
            count("*", "total", Sex::All, 33),
            count("A", "total", Sex::All, 3),
            count("B", "total", Sex::All, 10),
            count("C", "total", Sex::All, 20),
        ];
        // 33 − 10 − 20 would give the 3 away; the smallest other centre is hidden with it.
        assert_eq!(hidden(&figures, LIMITS), [false, true, true, false]);
    }

    #[test]
    fn without_another_part_the_whole_is_hidden() {
        let figures = [count("*", "total", Sex::All, 3), count("*", "total", Sex::K, 3)];
        assert_eq!(hidden(&figures, LIMITS), [true, true]);
        let figures = [
            count("*", "total", Sex::All, 12),
            count("*", "total", Sex::K, 4),
            count("*", "total", Sex::M, 8),
        ];
        assert_eq!(hidden(&figures, LIMITS), [false, true, true]);
    }
}
