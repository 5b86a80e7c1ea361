//! What stands beside the figures of indicators.csv (rulings.md 73): money and staff of centres, targets of
//! projects, the comparison group.

mod accounts;
mod comparison;
mod targets;

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::facts::{ComparisonFacts, FactStore};
use crate::indicators::{Computed, IndicatorError};
use crate::model::{Indicators, Supplement};

/// The facts of which the supplement is made.
#[derive(Clone, Copy, Debug)]
pub struct SupplementFacts<'a> {
    /// Facts of the run.
    pub store: &'a FactStore,
    /// Facts for everything from the first entry to the end of the period, where there are targets.
    pub cumulative: Option<&'a FactStore>,
    /// Facts of the comparison group, where there is one.
    pub comparison: Option<&'a ComparisonFacts>,
}

/// Everything that stands beside the figures; `computed` are the figures of the run, `centre` the name of the
/// one centre that it is about.
///
/// Fails like the computation of indicators.
pub fn supplement(
    facts: SupplementFacts<'_>,
    catalogue: &Catalogue,
    computed: &Computed,
    centre: Option<&str>,
) -> Result<Supplement, IndicatorError> {
    let Indicators { period, as_of, .. } = computed.indicators;
    let comparison = match facts.comparison {
        Some(group) => {
            Some(comparison::compare(facts.store, group, catalogue, computed, as_of, centre)?)
        }
        None => None,
    };
    Ok(Supplement {
        only_centre: centre.map(Arc::from),
        finance: accounts::finance(facts.store),
        next_plans: accounts::next_plans(facts.store),
        staff: accounts::staff(facts.store, period),
        targets: targets::progress(facts, catalogue, computed, centre)?,
        comparison,
    })
}
