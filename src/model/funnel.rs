//! Between which limits the share of a group of some size lies by chance alone: the funnel of a funnel plot.

/// Probability beyond one limit: of the funnel of 95 % and of that of 99.8 %.
pub const FUNNEL_TAILS: [f64; 2] = [0.025, 0.001];

/// Limits of the share of `size` units of which each succeeds with probability `share`, so that a result lies
/// below the lower one with probability `tail` at most, and likewise above; `None` for an empty group and for
/// a share that is none.
///
/// Exact binomial limits, interpolated between whole numbers: D. J. Spiegelhalter, Funnel plots for comparing
/// institutional performance, Statistics in Medicine 24 (2005), 1185–1202, appendix A.1.1.
pub fn funnel_limits(share: f64, size: u32, tail: f64) -> Option<(f64, f64)> {
    if size == 0 || !(0.0..=1.0).contains(&share) {
        return None;
    }
    Some((quantile(share, size, tail), quantile(share, size, 1.0 - tail)))
}

/// Where a group lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FunnelPlace {
    /// Chance alone explains its share.
    Within,
    /// Outside the funnel of 95 %, within that of 99.8 %.
    Between,
    /// Outside the funnel of 99.8 %.
    Outside,
}

impl FunnelPlace {
    /// The place of a share of `size` units, where that of all is `overall`.
    pub fn of(share: f64, overall: f64, size: u32) -> Option<Self> {
        let [near, far] = FUNNEL_TAILS.map(|tail| {
            funnel_limits(overall, size, tail).map(|(low, high)| share < low || high < share)
        });
        Some(match (near?, far?) {
            (_, true) => Self::Outside,
            (true, false) => Self::Between,
            (false, false) => Self::Within,
        })
    }
}

/// The interpolated quantile of successes ÷ units.
fn quantile(share: f64, size: u32, probability: f64) -> f64 {
    if share <= 0.0 || share >= 1.0 {
        return share;
    }
    let n = f64::from(size);
    // ln of the probability of no success; of each next one from the one before.
    let odds = (share / (1.0 - share)).ln();
    let mut term = n * (1.0 - share).ln();
    let mut below = 0.0;
    for successes in 0..=size {
        let k = f64::from(successes);
        let sum = below + term.exp();
        if sum > probability || successes == size {
            let over = ((sum - probability) / (sum - below)).clamp(0.0, 1.0);
            return ((k - over) / n).clamp(0.0, 1.0);
        }
        below = sum;
        term += odds + ((n - k) / (k + 1.0)).ln();
    }
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_of_two_tosses_by_hand() {
        // P(0) = 1/4, P(≤1) = 3/4, P(≤2) = 1. Lower at 0.1: the first sum above 0.1 is P(0), so
        // (0 − (0.25 − 0.1) ÷ 0.25) ÷ 2 is below zero: 0. Upper at 0.9: (2 − (1 − 0.9) ÷ 0.25) ÷ 2 = 0.8.
        let (low, high) = funnel_limits(0.5, 2, 0.1).unwrap();
        assert!(low.abs() < 1e-12, "{low}");
        assert!((high - 0.8).abs() < 1e-12, "{high}");
        // At 0.3: P(≤1) = 0.75 is the first above, (1 − (0.75 − 0.3) ÷ 0.5) ÷ 2 = 0.05.
        let (low, _) = funnel_limits(0.5, 2, 0.3).unwrap();
        assert!((low - 0.05).abs() < 1e-12, "{low}");
    }

    #[test]
    fn limits_close_in_on_the_share_as_groups_grow() {
        let width = |size| {
            let (low, high) = funnel_limits(0.3, size, 0.025).unwrap();
            assert!(low < 0.3 && 0.3 < high, "{size}");
            high - low
        };
        assert!(width(20) > width(100) && width(100) > width(10_000));
        // 2 × 1.96 × √(0.3 × 0.7 ÷ 10,000) = 0.01796.
        assert!((width(10_000) - 0.017_96).abs() < 2e-4, "{}", width(10_000));
    }

    #[test]
    fn nothing_and_certainty_have_no_width() {
        assert_eq!(funnel_limits(0.5, 0, 0.025), None);
        assert_eq!(funnel_limits(f64::NAN, 10, 0.025), None);
        assert_eq!(funnel_limits(0.0, 10, 0.025), Some((0.0, 0.0)));
        assert_eq!(funnel_limits(1.0, 10, 0.025), Some((1.0, 1.0)));
    }
}
