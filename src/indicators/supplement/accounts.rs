//! Sums of money and staff, by centre and together.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::facts::{FactStore, FactTable};
use crate::model::{FinanceSum, Grosze, Period, StaffSum, fold};

/// Amounts of the period, then plans of the year after it. For all centres together only those whose amount is
/// known are in it, and their number is said.
pub(crate) fn finance(store: &FactStore) -> Vec<FinanceSum> {
    let mut sums = of_table(store.table("finance_sum"), false);
    sums.extend(of_table(store.table("plan_sum"), true));
    sums
}

fn of_table(table: Option<&FactTable>, is_plan: bool) -> Vec<FinanceSum> {
    type Key = (Arc<str>, Arc<str>, Arc<str>, Option<i64>);
    let Some(table) = table else { return Vec::new() };
    let mut sums: BTreeMap<Key, (i64, usize)> = BTreeMap::new();
    for place in 0..table.height() {
        let (Some(centre), Some(category), Some(grosze)) = (
            table.text("centre", place),
            table.text("category", place),
            table.integer("grosze", place),
        ) else {
            continue;
        };
        let side = if is_plan { Some("plan".into()) } else { table.text("side", place) };
        let (Some(side), year) = (side, table.integer("year", place)) else { continue };
        for centre in [centre, "*".into()] {
            let key = (centre, Arc::clone(&category), Arc::clone(&side), year);
            let (sum, centres) = sums.entry(key).or_default();
            *sum = sum.saturating_add(grosze);
            *centres += 1;
        }
    }
    let sums = sums.into_iter().map(|((centre, category, side, year), (grosze, centres))| {
        FinanceSum { centre, category, side, year, grosze: Grosze(grosze), centres }
    });
    sums.collect()
}

/// Staff of the year in which the period ends: each kind of each centre, each centre, each kind, and all. Kinds that
/// differ in case, diacritics or blanks alone are one, under the first spelling.
pub(crate) fn staff(store: &FactStore, period: Period) -> Vec<StaffSum> {
    type Key = (Arc<str>, Arc<str>);
    let Some(table) = store.table("staff") else { return Vec::new() };
    let (year, _, _) = period.end.parts();
    let year = i64::from(year);
    let mut spelling: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut sums: BTreeMap<Key, (i64, Option<i64>)> = BTreeMap::new();
    for place in (0..table.height()).filter(|place| table.integer("year", *place) == Some(year)) {
        let (Some(centre), Some(kind), Some(persons)) = (
            table.text("centre", place),
            table.text("employment_kind", place),
            table.integer("persons_thousandths", place),
        ) else {
            continue;
        };
        let kind = Arc::clone(spelling.entry(fold(&kind)).or_insert(kind));
        let full_time = table.integer("full_time_thousandths", place);
        let all: Arc<str> = "*".into();
        for key in [
            (Arc::clone(&centre), Arc::clone(&kind)),
            (centre, Arc::clone(&all)),
            (Arc::clone(&all), kind),
            (Arc::clone(&all), all),
        ] {
            let (sum, full) = sums.entry(key).or_insert((0, Some(0)));
            *sum = sum.saturating_add(persons);
            *full = full.zip(full_time).map(|(sum, more)| sum.saturating_add(more));
        }
    }
    let sums = sums.into_iter().map(|((centre, kind), (persons, full_time_equivalents))| {
        StaffSum { centre, year, kind, persons, full_time_equivalents }
    });
    sums.collect()
}
