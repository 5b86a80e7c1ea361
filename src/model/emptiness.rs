//! Why a figure has no value: the question is answered here once, from the counts of its cell.

use serde::Serialize;

use crate::model::{Counts, Numerals};

/// Why a figure has no value. Who is excluded stands outside of numerator and denominator, so the
/// others decide the word as long as there are others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Emptiness {
    /// The inputs know nobody of this cell, whatever the period.
    NoData,
    /// The inputs know people of this cell, but none whom the indicator is about in the period.
    NothingInPeriod,
    /// Everybody waits: a window is open, or the data do not reach there yet.
    AllPending,
    /// The sources say it of nobody.
    AllUnknown,
    /// Everybody is left out for a reason of the definition.
    AllExcluded,
    /// Some wait, and of the others the sources do not say it.
    PendingAndUnknown,
    /// People are counted, but the number below the line is not above zero.
    ZeroDenominator,
}

impl Emptiness {
    /// Every answer.
    pub const ALL: [Self; 7] = [
        Self::NoData,
        Self::NothingInPeriod,
        Self::AllPending,
        Self::AllUnknown,
        Self::AllExcluded,
        Self::PendingAndUnknown,
        Self::ZeroDenominator,
    ];

    /// Why a figure has no value; `None` when it has one.
    pub fn of(numerals: &Numerals, counts: &Counts) -> Option<Self> {
        if numerals.value().is_some() {
            return None;
        }
        Some(Self::of_counts(counts).unwrap_or(Self::ZeroDenominator))
    }

    /// Why nobody is counted; `None` when somebody is.
    pub fn of_counts(counts: &Counts) -> Option<Self> {
        let Counts { counted, excluded, pending, unknown, present } = *counts;
        match (counted, pending, unknown, excluded, present) {
            (1.., ..) => None,
            (_, 1.., 1.., ..) => Some(Self::PendingAndUnknown),
            (_, 1.., ..) => Some(Self::AllPending),
            (_, _, 1.., ..) => Some(Self::AllUnknown),
            (_, _, _, 1.., _) => Some(Self::AllExcluded),
            (.., 1..) => Some(Self::NothingInPeriod),
            (.., 0) => Some(Self::NoData),
        }
    }

    /// The word of JSON; texts have it with hyphens.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoData => "no_data",
            Self::NothingInPeriod => "nothing_in_period",
            Self::AllPending => "all_pending",
            Self::AllUnknown => "all_unknown",
            Self::AllExcluded => "all_excluded",
            Self::PendingAndUnknown => "pending_and_unknown",
            Self::ZeroDenominator => "zero_denominator",
        }
    }

    /// Whether a later day can bring the value: the sign `[p]`, else `[x]`.
    pub fn is_open(self) -> bool {
        matches!(self, Self::AllPending | Self::PendingAndUnknown)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Grosze;

    use super::*;

    fn counts(excluded: u64, pending: u64, unknown: u64, present: u64) -> Counts {
        Counts { counted: 0, excluded, pending, unknown, present }
    }

    fn why(counts: Counts) -> Option<Emptiness> {
        let pending = counts.pending;
        Emptiness::of(&Numerals::Share { numerator: 0, denominator: 0, pending }, &counts)
    }

    #[test]
    fn nobody_in_the_data_is_no_data() {
        assert_eq!(why(counts(0, 0, 0, 0)), Some(Emptiness::NoData));
    }

    #[test]
    fn people_of_other_years_are_nothing_in_the_period() {
        assert_eq!(why(counts(0, 0, 0, 7)), Some(Emptiness::NothingInPeriod));
    }

    #[test]
    fn everybody_pending_everybody_unknown_everybody_excluded() {
        assert_eq!(why(counts(0, 2, 0, 7)), Some(Emptiness::AllPending));
        assert_eq!(why(counts(0, 0, 2, 7)), Some(Emptiness::AllUnknown));
        assert_eq!(why(counts(2, 0, 0, 7)), Some(Emptiness::AllExcluded));
    }

    #[test]
    fn the_excluded_do_not_decide_as_long_as_there_are_others() {
        assert_eq!(why(counts(5, 1, 0, 7)), Some(Emptiness::AllPending));
        assert_eq!(why(counts(5, 0, 1, 7)), Some(Emptiness::AllUnknown));
        assert_eq!(why(counts(5, 1, 1, 7)), Some(Emptiness::PendingAndUnknown));
    }

    #[test]
    fn a_figure_with_a_value_is_not_empty_and_a_ratio_to_zero_is() {
        let somebody = Counts { counted: 3, pending: 2, present: 5, ..Counts::default() };
        let of = |numerals| Emptiness::of(&numerals, &somebody);
        assert_eq!(of(Numerals::Share { numerator: 0, denominator: 3, pending: 2 }), None);
        let ratio = Numerals::MoneyRatio(Some((Grosze(0), Grosze(0))));
        assert_eq!(of(ratio), Some(Emptiness::ZeroDenominator));
        assert_eq!(Emptiness::of(&Numerals::Count(0), &Counts::default()), None);
        assert_eq!(Emptiness::of_counts(&Counts::default()), Some(Emptiness::NoData));
    }
}
