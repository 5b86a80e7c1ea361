//! The checks A1–A12 (eu-funds.md 2.1) on the ESF+ figures of a run, for every centre and sex, and the
//! records that are incomplete. One that fails holds the EU report back and names the persons behind it.

mod findings;
mod population;
mod rules;
mod sets;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::facts::FactStore;
use crate::indicators::cells::Cells;
use crate::indicators::{Computed, IndicatorError, Ledger, wanted_rows};
use crate::model::{AggregateCheck, Day, Period, Sex, Verdict};

pub use findings::Witness;

use population::Population;
use rules::{CODES, Looked};
use sets::{Cell, Sets};

/// What the EU report stands on.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Plausibility {
    /// All checks of all cells, by rule, everybody first.
    pub checks: Vec<AggregateCheck>,
    /// Participations in projects that entered or left in the period and lack a characteristic, with the
    /// fields that are empty.
    pub incomplete: Vec<(i64, Vec<&'static str>)>,
}

impl Plausibility {
    /// Whether the EU report is held back.
    pub fn fails(&self) -> bool {
        self.checks.iter().any(|check| check.verdict == Verdict::Fails)
    }
}

/// Checks the figures of a run. The cumulative values are computed again from the same facts, so the store
/// is given another period for a while.
///
/// Fails as the indicators do.
pub fn plausibility(
    store: &mut FactStore,
    catalogue: &Catalogue,
    computed: &Computed,
    centre: Option<&str>,
) -> Result<Plausibility, IndicatorError> {
    let period = computed.indicators.period;
    let cells = Cells::of_projects(store, centre)?;
    let ledgers = cumulative(store, catalogue, &cells, period.end)?;
    store.set_period(period);
    let before: Vec<Ledger> =
        ledgers.iter().map(|ledger| until(ledger, &cells, period.start.plus_days(-1))).collect();
    let [whole, before] =
        [&ledgers, &before].map(|ledgers| Sets::new(&ledgers.iter().collect::<Vec<_>>(), &cells));
    let population = Population::new(store, &cells, period);
    let period: Vec<&Ledger> =
        computed.ledgers.iter().filter(|ledger| CODES.contains(&&*ledger.indicator)).collect();
    let period = Sets::new(&period, &cells);
    let mut checks = Vec::new();
    for cell in all_cells(&cells) {
        let looked = Looked {
            cell: &cell,
            period: &period,
            whole: &whole,
            before: &before,
            population: &population,
        };
        checks.extend(looked.checks());
    }
    // Stable: within a rule everybody stands before the centres, and each in the order of the cells.
    checks.sort_by_key(|check| check.rule);
    let incomplete = population
        .incomplete
        .iter()
        .map(|participation| (*participation, population.missing(*participation).to_vec()))
        .collect();
    Ok(Plausibility { checks, incomplete })
}

/// The ledgers from the beginning to a day.
fn cumulative(
    store: &mut FactStore,
    catalogue: &Catalogue,
    cells: &Cells,
    end: Day,
) -> Result<Vec<Ledger>, IndicatorError> {
    let period = Period { start: Day::EPOCH.min(end), end };
    store.set_period(period);
    let mut ledgers = Vec::new();
    for code in CODES {
        let Some(indicator) = catalogue.indicator(code) else { continue };
        if indicator.is_for(period) {
            ledgers.push(wanted_rows(store, indicator, cells)?);
        }
    }
    Ok(ledgers)
}

/// The rows of a ledger up to a day: outputs by the day of entry, results by that of the exit
/// (rulings.md 46).
fn until(ledger: &Ledger, cells: &Cells, end: Day) -> Ledger {
    let is_output = ledger.indicator.starts_with("EECO");
    let mut earlier = ledger.clone();
    earlier.rows.retain(|row| {
        let unit = cells.unit(row.participation_id);
        let day = unit.and_then(|unit| if is_output { Some(unit.entry) } else { unit.exit });
        day.is_some_and(|day| day <= i64::from(end.number()))
    });
    earlier
}

/// Everybody, then the centres; all, then women, men, persons whose sex is not known.
fn all_cells(cells: &Cells) -> Vec<Cell> {
    let all = Arc::from("*");
    std::iter::once(&all)
        .chain(cells.centres())
        .flat_map(|centre| {
            [Sex::All, Sex::K, Sex::M, Sex::Unknown].map(|sex| (Arc::clone(centre), sex))
        })
        .collect()
}
