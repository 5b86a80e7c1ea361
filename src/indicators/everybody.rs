//! The cell of everybody: which units make an indicator's figure for all centres, and what its query
//! reads. Who asks how far a figure could move needs both.

use std::collections::BTreeSet;

use crate::catalogue::{Catalogue, Indicator};
use crate::facts::{FactStore, Reads};
use crate::indicators::cells::Cells;
use crate::indicators::{CentreRow, IndicatorError, Ledger, ledger, sums};
use crate::model::{Counts, LedgerStatus, Numerals};

/// One indicator's figure for everybody, unit by unit.
#[derive(Clone, Debug)]
pub struct Everybody<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The units that stand in the cell, whatever their status: one a person where persons are counted.
    pub units: Vec<FigureUnit>,
    /// The figure.
    pub numerals: Numerals,
    /// Units by status.
    pub counts: Counts,
    /// What its query reads.
    pub reads: Reads,
    /// Texts that stand in the query itself.
    pub texts: BTreeSet<String>,
}

/// One unit of a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FigureUnit {
    /// The participation, by its number in this run.
    pub participation: i64,
    /// The person, by number.
    pub person: i64,
    /// Numerator and denominator, when it is counted.
    pub counted: Option<(i64, i64)>,
}

/// The figures for everybody of the ledgers whose indicators are among `ids`, in that order. Indicators
/// that are split by kind, payer or month have no one figure and are left out, and so are those of
/// projects. `only` is the centre that the run is about.
pub fn everybody<'a>(
    store: &FactStore,
    catalogue: &'a Catalogue,
    ledgers: &[Ledger],
    only: Option<&str>,
    ids: &[&str],
) -> Result<Vec<Everybody<'a>>, IndicatorError> {
    let cells = Cells::of_stays(store, only)?;
    let mut found = Vec::new();
    for id in ids {
        let indicator = catalogue
            .indicator(id)
            .filter(|found| found.breakdown.is_empty() && !found.joined_by_project);
        let ledger = ledgers.iter().find(|ledger| *ledger.indicator == **id);
        let (Some(indicator), Some(ledger)) = (indicator, ledger) else { continue };
        let reads = ledger::reads(store, catalogue, indicator)?;
        let rows = sums::rows_of_everybody(indicator, ledger, &cells);
        let centres: Vec<&CentreRow> = ledger.centre_rows.iter().collect();
        let (numerals, counts) = sums::sum(indicator, &rows, &centres)?;
        let units = rows
            .iter()
            .filter_map(|row| {
                let unit = cells.unit(row.participation_id)?;
                let numbers = row.numerator.zip(row.denominator);
                Some(FigureUnit {
                    participation: row.participation_id,
                    person: unit.person,
                    counted: numbers.filter(|_| row.status == LedgerStatus::Counted),
                })
            })
            .collect();
        let texts = indicator.sql.split('\'').skip(1).step_by(2).map(str::to_owned).collect();
        found.push(Everybody { indicator, units, numerals, counts, reads, texts });
    }
    Ok(found)
}
