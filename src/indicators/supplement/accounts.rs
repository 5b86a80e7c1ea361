//! Sums of money and staff, by centre and together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::facts::FactStore;
use crate::model::{FinanceSum, Grosze, Period, PlanSum, StaffSum, fold};

/// Plan and execution of the period, by centre and category. For all centres together only those whose amount
/// is known are in a sum.
pub(crate) fn finance(store: &FactStore) -> Vec<FinanceSum> {
    type Key = (Arc<str>, Arc<str>);
    let Some(table) = store.table("finance_sum") else { return Vec::new() };
    let mut sides: BTreeMap<Key, [Side; 2]> = BTreeMap::new();
    for place in 0..table.height() {
        let (Some(centre), Some(category), Some(side), Some(grosze)) = (
            table.text("centre", place),
            table.text("category", place),
            table.text("side", place),
            table.integer("grosze", place),
        ) else {
            continue;
        };
        for summed in [Arc::clone(&centre), "*".into()] {
            let [plan, execution] = sides.entry((summed, Arc::clone(&category))).or_default();
            let side = if &*side == "plan" { plan } else { execution };
            side.grosze = side.grosze.saturating_add(grosze);
            side.centres.insert(Arc::clone(&centre));
        }
    }
    let sums = sides.into_iter().map(|((centre, category), [plan, execution])| FinanceSum {
        centre,
        category,
        same_centres: plan.centres == execution.centres,
        plan: plan.amount(),
        execution: execution.amount(),
    });
    sums.collect()
}

/// Plan or execution of a category, and whose.
#[derive(Default)]
struct Side {
    grosze: i64,
    centres: BTreeSet<Arc<str>>,
}

impl Side {
    fn amount(&self) -> Option<Grosze> {
        (!self.centres.is_empty()).then_some(Grosze(self.grosze))
    }
}

/// Plans of the year after the period, by centre and category, each centre and those that have one together.
pub(crate) fn next_plans(store: &FactStore) -> Vec<PlanSum> {
    type Key = (Arc<str>, i64, Arc<str>);
    let Some(table) = store.table("plan_sum") else { return Vec::new() };
    let mut sums: BTreeMap<Key, i64> = BTreeMap::new();
    for place in 0..table.height() {
        let (Some(centre), Some(year), Some(category), Some(grosze)) = (
            table.text("centre", place),
            table.integer("year", place),
            table.text("category", place),
            table.integer("grosze", place),
        ) else {
            continue;
        };
        for centre in [centre, "*".into()] {
            let sum = sums.entry((centre, year, Arc::clone(&category))).or_default();
            *sum = sum.saturating_add(grosze);
        }
    }
    let sums = sums.into_iter().map(|((centre, year, category), grosze)| PlanSum {
        centre,
        year,
        category,
        grosze: Grosze(grosze),
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
