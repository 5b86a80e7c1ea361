//! The ledger, one row a unit, and the figures that are sums over it (indicators.md 2).

use std::sync::Arc;

use crate::model::difference::Z;
use crate::model::{Day, Grosze, Period, Quotient};

/// What a unit is to an indicator.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LedgerStatus {
    /// In numerator and denominator.
    Counted,
    /// Left out of both, for a reason.
    Excluded,
    /// Its window has not closed.
    Pending,
    /// The source does not say.
    Unknown,
}

impl LedgerStatus {
    /// The word that queries use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Excluded => "excluded",
            Self::Pending => "pending",
            Self::Unknown => "unknown",
        }
    }

    /// The status of a query's word.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Counted, Self::Excluded, Self::Pending, Self::Unknown]
            .into_iter()
            .find(|status| status.code() == code)
    }
}

/// One unit of one indicator.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LedgerRow {
    /// The participation, by its number in this run.
    pub participation_id: i64,
    /// What it is to the indicator.
    pub status: LedgerStatus,
    /// 0 or 1, days, or grosze.
    pub numerator: Option<i64>,
    /// 1, months, or grosze.
    pub denominator: Option<i64>,
    /// A code of the indicator's own list.
    pub reason: Arc<str>,
    /// Benefit kind, for indicators with that breakdown.
    pub benefit_kind: Arc<str>,
    /// Payer, for indicators with that breakdown.
    pub payer: Arc<str>,
    /// Months before entry (negative) or after exit, for indicators with that breakdown.
    pub month_offset: Option<i64>,
}

/// Which sexes a figure holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Sex {
    /// Everybody.
    All,
    /// Not known.
    Unknown,
    /// Women.
    K,
    /// Men.
    M,
}

impl Sex {
    /// `*`, `?`, `K`, `M`: the codes of indicators.csv.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "*",
            Self::Unknown => "?",
            Self::K => "K",
            Self::M => "M",
        }
    }
}

/// What a figure is about. `*` means all; `dimension` `total` has the category `*`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FigureKey {
    /// Indicator id.
    pub indicator: Arc<str>,
    /// Centre, or `*`.
    pub centre: Arc<str>,
    /// Dimension of indicators.md 3, or `total`.
    pub dimension: Arc<str>,
    /// Category code, `*` for `total`, `?` when missing.
    pub category: Arc<str>,
    /// Sex.
    pub sex: Sex,
    /// Benefit kind, `*` or empty.
    pub benefit_kind: Arc<str>,
    /// Payer, `*` or empty.
    pub payer: Arc<str>,
    /// Months before entry or after exit.
    pub month_offset: Option<i64>,
}

/// Units by status.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// In the figure.
    pub counted: u64,
    /// Left out of numerator and denominator.
    pub excluded: u64,
    /// Windows that are still open.
    pub pending: u64,
    /// Not known.
    pub unknown: u64,
    /// Participations of the cell's centre and sex that the data know, whatever the period: they
    /// tell nothing in the period from no data at all.
    pub present: u64,
}

/// The numbers of a figure, exact.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Numerals {
    /// Σ numerator.
    Count(i64),
    /// Σ numerator ÷ Σ denominator of 0/1 rows; also with nobody counted.
    Share {
        /// Successes.
        numerator: i64,
        /// Counted units.
        denominator: i64,
        /// Units whose window is open: they give the bounds.
        pending: u64,
    },
    /// Σ grosze ÷ Σ months or persons; `None` over no counted row.
    MoneyMean(Option<(Grosze, i64)>),
    /// Σ grosze ÷ Σ grosze; `None` over no counted row.
    MoneyRatio(Option<(Grosze, Grosze)>),
    /// Σ grosze; `None` over no counted row.
    MoneySum(Option<Grosze>),
    /// Grosze: Σ of parts of one ÷ how many of them make one; `None` over no counted row.
    MoneyFraction(Option<Quotient>),
    /// A mean cost and a mean gain a month, in grosze; the value is their quotient, months until the gain
    /// equals the cost. `None` over no counted row and without a cost.
    Payback(Option<(Quotient, Quotient)>),
    /// Twice the median, so that the mean of the middle two stays whole; `None` over no counted row.
    Median(Option<i64>),
}

/// What a value measures, for showing it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Magnitude {
    /// Units.
    Count,
    /// A share: shown in percent.
    Share,
    /// zł.
    Money,
    /// Days.
    Days,
    /// Months.
    Months,
}

impl Numerals {
    /// The value: a share as 0–1, money in zł, a median in days; `None` where it is not defined.
    pub fn value(&self) -> Option<f64> {
        match *self {
            Self::Count(total) => Some(to_f64(total)),
            Self::Share { numerator, denominator, .. } => ratio(numerator, denominator),
            Self::MoneyMean(Some((grosze, denominator))) => {
                ratio(grosze.0, denominator.checked_mul(100)?)
            }
            Self::MoneyRatio(Some((numerator, denominator))) => ratio(numerator.0, denominator.0),
            Self::MoneySum(Some(grosze)) => ratio(grosze.0, 100),
            Self::MoneyFraction(Some(grosze)) => zloty(grosze),
            Self::Payback(Some((cost, gain))) => payback(cost, gain),
            Self::Median(Some(doubled)) => ratio(doubled, 2),
            Self::MoneyMean(None)
            | Self::MoneyRatio(None)
            | Self::MoneySum(None)
            | Self::MoneyFraction(None)
            | Self::Payback(None)
            | Self::Median(None) => None,
        }
    }

    /// The Wilson 95 % interval of a share (rulings.md 20).
    pub fn interval(&self) -> Option<(f64, f64)> {
        match *self {
            Self::Share { numerator, denominator, .. } => wilson(numerator, denominator),
            _ => None,
        }
    }

    /// The share if all pending failed, and if all succeeded; only when something is pending
    /// (rulings.md 19).
    pub fn bounds(&self) -> Option<(f64, f64)> {
        match *self {
            Self::Share { numerator, denominator, pending } if pending > 0 => {
                let pending = i64::try_from(pending).ok()?;
                let all = denominator + pending;
                Some((ratio(numerator, all)?, ratio(numerator + pending, all)?))
            }
            _ => None,
        }
    }

    /// What the value measures.
    pub fn magnitude(&self) -> Magnitude {
        match self {
            Self::Count(_) => Magnitude::Count,
            Self::Share { .. } | Self::MoneyRatio(_) => Magnitude::Share,
            Self::MoneyMean(_) | Self::MoneySum(_) | Self::MoneyFraction(_) => Magnitude::Money,
            Self::Median(_) => Magnitude::Days,
            Self::Payback(_) => Magnitude::Months,
        }
    }
}

/// One figure.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// What it is about.
    pub key: FigureKey,
    /// `person` or `participation`: what is counted.
    pub unit: &'static str,
    /// The exact numbers.
    pub numerals: Numerals,
    /// Units by status.
    pub counts: Counts,
}

/// The tidy table: every figure of a run, sorted by key.
#[derive(Clone, PartialEq, Debug)]
pub struct Indicators {
    /// The period.
    pub period: Period,
    /// The day on which the run pretends to be made.
    pub as_of: Day,
    /// Figures, sorted by key, each key once.
    pub figures: Vec<Figure>,
}

fn wilson(successes: i64, trials: i64) -> Option<(f64, f64)> {
    if trials <= 0 {
        return None;
    }
    let n = to_f64(trials);
    let share = to_f64(successes) / n;
    let square = Z * Z;
    let centre = share + square / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
    let scale = 1.0 + square / n;
    let low = if successes == 0 { 0.0 } else { (centre - half) / scale };
    let high = if successes == trials { 1.0 } else { (centre + half) / scale };
    Some((low, high))
}

fn ratio(numerator: i64, denominator: i64) -> Option<f64> {
    (denominator != 0).then(|| to_f64(numerator) / to_f64(denominator))
}

/// An amount of grosze in zł.
pub fn zloty(grosze: Quotient) -> Option<f64> {
    grosze.divided_by(Quotient::new(100, 1))?.value()
}

/// Months; not defined when the gain is not above 0 (rulings.md 54).
fn payback(cost: Quotient, gain: Quotient) -> Option<f64> {
    (gain.numerator > 0).then(|| cost.divided_by(gain)?.value()).flatten()
}

#[expect(clippy::cast_precision_loss, reason = "sums stay far below 2^53 grosze")]
fn to_f64(number: i64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_of_8_in_10() {
        // Worked out by hand: centre (0.8 + 0.19207…)/(1.38414…), half-width 0.22909….
        let share = Numerals::Share { numerator: 8, denominator: 10, pending: 0 };
        let (low, high) = share.interval().unwrap();
        assert!((low - 0.490_162).abs() < 1e-6 && (high - 0.943_318).abs() < 1e-6);
    }

    #[test]
    fn limits_are_exact_when_nobody_or_everybody_succeeds() {
        let none = Numerals::Share { numerator: 0, denominator: 7, pending: 0 };
        let all = Numerals::Share { numerator: 7, denominator: 7, pending: 0 };
        assert_eq!(none.interval().unwrap().0.to_bits(), 0.0_f64.to_bits());
        assert_eq!(all.interval().unwrap().1.to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn bounds_stand_only_when_something_is_pending() {
        let share = |pending| Numerals::Share { numerator: 3, denominator: 13, pending };
        assert_eq!(share(0).bounds(), None);
        assert_eq!(share(2).bounds(), Some((3.0 / 15.0, 5.0 / 15.0)));
    }

    #[test]
    fn a_cost_is_paid_back_by_a_gain_and_never_without_one() {
        let months = |gain: i64| {
            Numerals::Payback(Some((Quotient::new(120_000, 2), Quotient::new(gain, 24)))).value()
        };
        // 600 zł against 1200 zł in 24 months.
        assert_eq!([months(120_000), months(0), months(-1)], [Some(12.0), None, None]);
    }

    #[test]
    fn nothing_counted_has_no_value() {
        assert_eq!(Numerals::Share { numerator: 0, denominator: 0, pending: 1 }.value(), None);
        assert_eq!(Numerals::MoneySum(None).value(), None);
        assert_eq!(Numerals::Median(Some(383)).value(), Some(191.5));
    }
}
