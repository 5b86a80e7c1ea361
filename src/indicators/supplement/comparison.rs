//! Participants beside persons who were referred and did not enter (indicators.md 6, at the end).
//!
//! The same queries answer for both. Shares of persons are compared by Newcombe's interval. A reduction of
//! benefits is a ratio of sums, not a share of persons: its interval is an approximation that needs enough
//! persons in both groups, and without them there is none. The difference is no effect: who enters and who does
//! not may differ in other ways, and work of those who did not enter is known less completely.

use crate::catalogue::{Aggregate, Catalogue, Indicator};
use crate::facts::{ComparisonFacts, FactStore};
use crate::indicators::cells::Cells;
use crate::indicators::sums::{self, Total};
use crate::indicators::{Computed, IndicatorError, wanted_rows};
use crate::model::{ComparedFigure, Comparison, Day, Numerals, RatioSpread, Sex, Spread, newcombe};

/// The figures of both groups for the indicators whose header says `compared`.
pub(crate) fn compare(
    store: &FactStore,
    group: &ComparisonFacts,
    catalogue: &Catalogue,
    computed: &Computed,
    as_of: Day,
    centre: Option<&str>,
) -> Result<Comparison, IndicatorError> {
    let (group, days_to_exit) = match group {
        ComparisonFacts::Followed { store, days_to_exit } => (store, *days_to_exit),
        ComparisonFacts::NoExitDay => {
            return Ok(Comparison { days_to_exit: None, figures: Vec::new() });
        }
    };
    let enough = catalogue.whole_number("ratio_interval_minimum_persons", as_of);
    let (ours, theirs) = (Cells::of_stays(store, centre)?, Cells::of_stays(group, centre)?);
    let mut figures = Vec::new();
    let is_shown =
        |indicator: &&Indicator| indicator.compared && indicator.is_for(computed.indicators.period);
    for indicator in catalogue.indicators.iter().filter(is_shown) {
        let Some(of_ours) = computed.ledgers.iter().find(|one| *one.indicator == *indicator.id)
        else {
            continue;
        };
        let of_theirs = wanted_rows(group, indicator, &theirs)?;
        for sex in [Sex::All, Sex::K, Sex::M] {
            let ours = sums::of_everybody(indicator, of_ours, &ours, sex, &|_| true)?;
            let theirs = sums::of_everybody(indicator, &of_theirs, &theirs, sex, &|_| true)?;
            let (Some(ours), Some(theirs)) = (ours, theirs) else { continue };
            figures.push(compared(indicator, sex, &ours, &theirs, enough));
        }
    }
    Ok(Comparison { days_to_exit: Some(days_to_exit), figures })
}

fn compared(
    indicator: &Indicator,
    sex: Sex,
    ours: &Total,
    theirs: &Total,
    enough: Option<i64>,
) -> ComparedFigure {
    let (our, their) = (ours.figure.numerals, theirs.figure.numerals);
    let difference = our.value().zip(their.value()).map(|(our, their)| our - their);
    let interval = match indicator.aggregate {
        Aggregate::Share => {
            spread(&our).zip(spread(&their)).map(|(our, their)| newcombe(our, their))
        }
        Aggregate::MoneyRatio => {
            let many = |total: &Total| {
                enough.is_some_and(|enough| {
                    i64::try_from(total.pairs.len()).is_ok_and(|persons| persons >= enough)
                })
            };
            let ratios = RatioSpread::of(&ours.pairs).zip(RatioSpread::of(&theirs.pairs));
            ratios
                .filter(|_| many(ours) && many(theirs))
                .map(|(our, their)| our.difference_interval(their))
        }
        _ => None,
    };
    ComparedFigure {
        indicator: indicator.id.as_str().into(),
        sex,
        participants: Some((our, ours.figure.counts)),
        comparison: Some((their, theirs.figure.counts)),
        difference,
        interval: interval.filter(|_| difference.is_some()),
    }
}

fn spread(share: &Numerals) -> Option<Spread> {
    let (low, high) = share.interval()?;
    Some((share.value()?, low, high))
}
