//! Runs every indicator's query to a ledger, one row a unit, and sums the ledgers to figures.
//!
//! No number here comes from a rule: those stand in the queries and parameters.

mod cell_ledger;
mod cells;
mod everybody;
mod ledger;
mod plausibility;
mod sums;
mod supplement;
mod year_before;

pub use cell_ledger::{AskedCell, CellLedger, open_cell};
pub use everybody::{Everybody, FigureUnit, everybody};
pub use ledger::{CentreRow, IndicatorError, Ledger, reads, run as ledger};
pub use plausibility::{Plausibility, Witness, plausibility};
pub use supplement::{SupplementFacts, supplement};
pub use year_before::year_before;

use crate::catalogue::{Catalogue, Indicator};
use crate::facts::FactStore;
use crate::indicators::cells::Cells;
use crate::model::{Day, Indicators, Period};

/// Ledgers of all indicators and the figures over them.
#[derive(Debug)]
pub struct Computed {
    /// One ledger an indicator, in the catalogue's order.
    pub ledgers: Vec<Ledger>,
    /// The tidy table.
    pub indicators: Indicators,
}

/// Computes the indicators whose definition is in force in the period.
///
/// Fails when a query is refused or gives rows that are no ledger; the error names file and line.
pub fn compute(
    store: &FactStore,
    catalogue: &Catalogue,
    period: Period,
    as_of: Day,
) -> Result<Computed, IndicatorError> {
    compute_for(store, catalogue, period, as_of, None)
}

/// The same for the participations of one centre, by its name in the facts; `None` for all.
pub fn compute_for(
    store: &FactStore,
    catalogue: &Catalogue,
    period: Period,
    as_of: Day,
    centre: Option<&str>,
) -> Result<Computed, IndicatorError> {
    let stays = Cells::of_stays(store, centre)?;
    let projects = Cells::of_projects(store, centre)?;
    let mut ledgers = Vec::new();
    let mut figures = Vec::new();
    for indicator in catalogue.indicators.iter().filter(|indicator| indicator.is_for(period)) {
        let cells = if indicator.joined_by_project { &projects } else { &stays };
        let ledger = wanted_rows(store, indicator, cells)?;
        cells.keep_to_population(indicator, &ledger, period)?;
        figures.extend(sums::figures(indicator, &ledger, cells)?);
        ledgers.push(ledger);
    }
    figures.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(Computed { ledgers, indicators: Indicators { period, as_of, figures } })
}

/// The ledgers of some indicators alone, of those that are in force in the period.
///
/// Fails as [`compute`] does.
pub fn ledgers(
    store: &FactStore,
    catalogue: &Catalogue,
    period: Period,
    centre: Option<&str>,
    ids: &[&str],
) -> Result<Vec<Ledger>, IndicatorError> {
    let cells = Cells::of_stays(store, centre)?;
    let asked = ids.iter().filter_map(|id| catalogue.indicator(id));
    asked
        .filter(|indicator| indicator.is_for(period) && !indicator.joined_by_project)
        .map(|indicator| wanted_rows(store, indicator, &cells))
        .collect()
}

/// The ledger of an indicator, of the participations that the run is about.
fn wanted_rows(
    store: &FactStore,
    indicator: &Indicator,
    cells: &Cells,
) -> Result<Ledger, IndicatorError> {
    let mut ledger = ledger::run(store, indicator)?;
    ledger.rows.retain(|row| cells.is_wanted(row.participation_id));
    Ok(ledger)
}
