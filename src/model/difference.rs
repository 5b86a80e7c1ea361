//! The difference of two figures of unlike groups, and how sure it is.

/// Normal quantile of a two-sided 95 % interval (rulings.md 20).
pub(crate) const Z: f64 = 1.959_963_984_540_054;

/// A share with its interval: value, low, high.
pub type Spread = (f64, f64, f64);

/// The 95 % interval of the difference of two shares, from the intervals of both: Newcombe's hybrid score
/// interval without continuity correction (method 10 of R. G. Newcombe, Interval estimation for the difference
/// between independent proportions, Statistics in Medicine 17 (1998), 873–890).
pub fn newcombe(one: Spread, other: Spread) -> (f64, f64) {
    let (share, low, high) = one;
    let (other_share, other_low, other_high) = other;
    let difference = share - other_share;
    let down = (share - low).hypot(other_high - other_share);
    let up = (high - share).hypot(other_share - other_low);
    (difference - down, difference + up)
}

/// Σ of pairs of which a ratio of sums is made.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct RatioSpread {
    /// Σ above ÷ Σ below.
    pub ratio: f64,
    /// Its estimated variance: of the residuals, above − ratio × below, by linearisation.
    pub variance: f64,
}

impl RatioSpread {
    /// The ratio of the sums of pairs (above, below) and its variance; `None` for fewer than two pairs and
    /// when nothing stands below.
    ///
    /// W. G. Cochran, Sampling Techniques, 3rd edition (1977), section 6.4: the variance of a ratio estimator.
    pub fn of(pairs: &[(f64, f64)]) -> Option<Self> {
        let n = f64::from(u32::try_from(pairs.len()).ok().filter(|n| *n >= 2)?);
        let above: f64 = pairs.iter().map(|(above, _)| above).sum();
        let below: f64 = pairs.iter().map(|(_, below)| below).sum();
        if below <= 0.0 {
            return None;
        }
        let ratio = above / below;
        let squares: f64 = pairs.iter().map(|(above, below)| (above - ratio * below).powi(2)).sum();
        Some(Self { ratio, variance: n * squares / (n - 1.0) / below.powi(2) })
    }

    /// The approximate 95 % interval of the difference to another ratio.
    pub fn difference_interval(self, other: Self) -> (f64, f64) {
        let difference = self.ratio - other.ratio;
        let half = Z * (self.variance + other.variance).sqrt();
        (difference - half, difference + half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Numerals;

    fn share(numerator: i64, denominator: i64) -> Spread {
        let share = Numerals::Share { numerator, denominator, pending: 0 };
        let (low, high) = share.interval().unwrap();
        (share.value().unwrap(), low, high)
    }

    #[test]
    fn the_intervals_of_newcombes_paper_come_out() {
        // Newcombe 1998, table II, method 10: 56/70 − 48/80, 9/10 − 3/10, 10/10 − 0/10, 5/56 − 0/29.
        for (one, other, low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((10, 10), (0, 10), 0.6075, 1.0000),
            ((5, 56), (0, 29), -0.0381, 0.1926),
        ] {
            let found = newcombe(share(one.0, one.1), share(other.0, other.1));
            assert!((found.0 - low).abs() < 5e-5, "{one:?} {other:?}: {found:?}");
            assert!((found.1 - high).abs() < 5e-5, "{one:?} {other:?}: {found:?}");
        }
    }

    #[test]
    fn the_variance_of_a_ratio_by_hand() {
        // (1, 2), (3, 2), (2, 4): 6 ÷ 8 = 0.75; residuals −0.5, 1.5, −1; Σ squares 3.5;
        // 3 × 3.5 ÷ 2 ÷ 64 = 0.08203125.
        let spread = RatioSpread::of(&[(1.0, 2.0), (3.0, 2.0), (2.0, 4.0)]).unwrap();
        assert!((spread.ratio - 0.75).abs() < 1e-12);
        assert!((spread.variance - 0.082_031_25).abs() < 1e-12);
        let (low, high) = spread.difference_interval(spread);
        // 1.96 × √(2 × 0.08203125) = 0.79388.
        assert!((low + 0.793_88).abs() < 1e-5 && (high - 0.793_88).abs() < 1e-5, "{low} {high}");
    }

    #[test]
    fn a_ratio_of_one_pair_or_over_nothing_has_no_spread() {
        assert_eq!(RatioSpread::of(&[(1.0, 2.0)]), None);
        assert_eq!(RatioSpread::of(&[(1.0, 0.0), (2.0, 0.0)]), None);
    }
}
