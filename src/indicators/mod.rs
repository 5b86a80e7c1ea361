//! Runs every indicator's query to a ledger, one row a unit, and sums the ledgers to figures.
//!
//! No number here comes from a rule: those stand in the queries and parameters.

mod cells;
mod ledger;
mod sums;
mod supplement;

pub use ledger::{CentreRow, IndicatorError, Ledger};
pub use supplement::{SupplementFacts, supplement};

use crate::catalogue::Catalogue;
use crate::facts::FactStore;
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
    let cells = cells::Cells::new(store)?;
    let mut ledgers = Vec::new();
    let mut figures = Vec::new();
    for indicator in catalogue.indicators.iter().filter(|indicator| indicator.is_for(period)) {
        let ledger = ledger::run(store, indicator)?;
        figures.extend(sums::figures(indicator, &ledger, &cells)?);
        ledgers.push(ledger);
    }
    figures.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(Computed { ledgers, indicators: Indicators { period, as_of, figures } })
}
