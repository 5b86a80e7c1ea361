//! Some figures of the year before, for reports that say what changed.

use crate::catalogue::Catalogue;
use crate::facts::FactStore;
use crate::indicators::{Computed, IndicatorError, compute_for};
use crate::model::Indicators;

/// The figures of these indicators over the same length of time a year before, from the same facts as the
/// run's own: the store is given the other period for a while.
///
/// Fails as [`compute_for`] does.
pub fn year_before(
    store: &mut FactStore,
    catalogue: &Catalogue,
    computed: &Computed,
    centre: Option<&str>,
    ids: &[&str],
) -> Result<Indicators, IndicatorError> {
    let (period, as_of) = (computed.indicators.period, computed.indicators.as_of);
    let earlier = period.year_before();
    let mut asked = catalogue.clone();
    asked.indicators.retain(|indicator| ids.contains(&&*indicator.id));
    store.set_period(earlier);
    let computed = compute_for(store, &asked, earlier, as_of, centre);
    store.set_period(period);
    Ok(computed?.indicators)
}
