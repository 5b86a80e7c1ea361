//! The months that a benefit indicator looks at, and for which of them the sources are complete.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::explanation::{Known, Side};
use crate::link::Stay;
use crate::model::Month;

/// Months on one side of a stay.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// Before, during or after.
    pub side: Side,
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
    /// How many months.
    pub months: u32,
    /// For how many of them the sources are complete.
    pub known: u32,
}

/// Months for which a source is complete.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownMonths {
    /// First month.
    pub first: Month,
    /// Last month that is known on the as-of day.
    pub last: Month,
    /// The source's file.
    pub file: Arc<str>,
    /// Whether somebody said so; else it was taken from the first and the last month.
    pub declared: bool,
}

/// The windows of a participation, in the order of time; none when the query looks at none.
pub(super) fn windows(known: &Known<'_>, participation: i64) -> Vec<Window> {
    let (Some(table), true) =
        (known.store.table("window_month"), known.reads.table("window_month"))
    else {
        return Vec::new();
    };
    let mut windows: BTreeMap<Side, Window> = BTreeMap::new();
    for place in 0..table.height() {
        if table.integer("participation_id", place) != Some(participation) {
            continue;
        }
        let side = match table.text("part", place).as_deref() {
            Some("before") => Side::Before,
            Some("during") => Side::During,
            _ => Side::After,
        };
        let number = table.integer("month", place).and_then(|month| i32::try_from(month).ok());
        let Some(month) = number.map(Month::from_number) else { continue };
        let is_known = u32::from(table.integer("covered", place) == Some(1));
        let window = windows.entry(side).or_insert(Window {
            side,
            first: month,
            last: month,
            months: 0,
            known: 0,
        });
        window.first = window.first.min(month);
        window.last = window.last.max(month);
        window.months += 1;
        window.known += is_known;
    }
    windows.into_values().collect()
}

/// The sources that say something about a stay's benefits.
pub(super) fn known_months(known: &Known<'_>, stay: &Stay) -> Vec<KnownMonths> {
    let own = |centre: Option<usize>| centre.is_none_or(|centre| centre == stay.centre);
    let sources = known.origins.coverage().iter().filter(|source| own(source.coverage.centre));
    sources
        .map(|source| KnownMonths {
            first: source.coverage.first,
            last: source.coverage.last,
            file: Arc::clone(&source.file),
            declared: source.declared,
        })
        .collect()
}
