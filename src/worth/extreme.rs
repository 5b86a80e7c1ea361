//! The highest and lowest value that a figure can take when every choice is free: exactly, in whole
//! numbers.

/// What an outcome adds to numerator and denominator.
pub(super) type Part = (i128, i128);

/// Steps after which a search is given up; it takes a handful.
const STEPS: usize = 200;

/// Numerator and denominator now, and everything that could be otherwise, each as what it adds to them.
/// Leaving all as it is is always among the choices.
#[derive(Clone, Debug, Default)]
pub(super) struct Problem {
    pub(super) now: Part,
    /// Whether the figure is the numerator alone.
    pub(super) is_count: bool,
    /// One outcome of each is chosen.
    pub(super) choices: Vec<Vec<Part>>,
    /// So many of `bundles` may be opened.
    pub(super) picks: u64,
    /// What one pick opens, and how many such there are.
    pub(super) bundles: Vec<(Vec<Vec<Part>>, u64)>,
    /// Whether something could come to which there is no limit.
    pub(super) is_endless: bool,
}

/// The end of a search.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Extreme {
    /// Numerator and denominator; of a count the denominator is 1.
    At(Part),
    /// There is no end.
    Endless,
    /// The figure has no value, whatever is chosen.
    Nowhere,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    High,
    Low,
}

impl Problem {
    /// Whether there is nothing to choose.
    pub(super) fn is_settled(&self) -> bool {
        let still = |outcomes: &Vec<Part>| outcomes.iter().all(|part| *part == (0, 0));
        !self.is_endless
            && self.choices.iter().all(still)
            && (self.picks == 0
                || self.bundles.iter().all(|(choices, _)| choices.iter().all(still)))
    }

    /// The highest or lowest value. For a ratio the search follows Dinkelbach: with the best ratio so far
    /// the outcome that beats it by most is the sum of what is best in every choice, and it is the next
    /// ratio; when none beats it, it is the best.
    pub(super) fn extreme(&self, end: End) -> Extreme {
        let sign = if end == End::High { 1 } else { -1 };
        if self.is_endless {
            return Extreme::Endless;
        }
        if self.is_count {
            let (count, _) = self.best(|(numerator, _)| sign * numerator);
            return Extreme::At((count, 1));
        }
        let (_, most) = self.now;
        let mut ratio = if most > 0 {
            self.now
        } else {
            let widest = self.best(|(_, denominator)| denominator);
            if widest.1 <= 0 {
                return Extreme::Nowhere;
            }
            widest
        };
        for _ in 0..STEPS {
            let (above, below) = ratio;
            let gain =
                |(numerator, denominator): Part| sign * (numerator * below - denominator * above);
            let next = self.best(gain);
            if gain(next) <= 0 {
                return Extreme::At(ratio);
            }
            if next.1 <= 0 {
                return Extreme::Endless;
            }
            ratio = next;
        }
        Extreme::Endless
    }

    /// Numerator and denominator when everywhere the outcome with the highest value is chosen.
    fn best(&self, value: impl Fn(Part) -> i128) -> Part {
        let mut sum = self.now;
        for outcomes in &self.choices {
            sum = plus(sum, best_of(outcomes, &value));
        }
        let mut opened: Vec<(i128, Part, u64)> = self
            .bundles
            .iter()
            .map(|(choices, count)| {
                let part = choices
                    .iter()
                    .fold((0, 0), |part, outcomes| plus(part, best_of(outcomes, &value)));
                (value(part), part, *count)
            })
            .collect();
        opened.sort_by(|one, other| other.cmp(one));
        let mut left = self.picks;
        for (gain, part, count) in opened {
            let times = count.min(left);
            if gain <= 0 || times == 0 {
                break;
            }
            left -= times;
            sum = plus(sum, (part.0 * i128::from(times), part.1 * i128::from(times)));
        }
        sum
    }
}

fn plus(one: Part, other: Part) -> Part {
    (one.0 + other.0, one.1 + other.1)
}

/// The best outcome; nothing when all are worse than leaving it.
fn best_of(outcomes: &[Part], value: &impl Fn(Part) -> i128) -> Part {
    let mut best = (0, 0);
    for part in outcomes {
        if value(*part) > value(best) {
            best = *part;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A unit that is not counted and may come to be a failure or a success.
    fn newcomer() -> Vec<Part> {
        vec![(0, 1), (1, 1)]
    }

    /// A counted failure: it may succeed, or leave.
    fn failure() -> Vec<Part> {
        vec![(1, 0), (0, -1)]
    }

    fn share(now: Part, choices: Vec<Vec<Part>>) -> Problem {
        Problem { now, choices, ..Problem::default() }
    }

    #[test]
    fn three_of_ten_and_one_more_is_between_three_and_four_of_eleven() {
        let problem = share((3, 10), vec![newcomer()]);
        assert_eq!(problem.extreme(End::High), Extreme::At((4, 11)));
        assert_eq!(problem.extreme(End::Low), Extreme::At((3, 11)));
    }

    #[test]
    fn together_is_less_than_the_sum_of_each_alone() {
        // One more: 4/11. Two more: 5/12 = 41.7 %, not 30 % + 2 × 6.4.
        let problem = share((3, 10), vec![newcomer(), newcomer()]);
        assert_eq!(problem.extreme(End::High), Extreme::At((5, 12)));
        // A failure that turns: 4/10 is more than 3/9, which leaving would give.
        assert_eq!(share((3, 10), vec![failure()]).extreme(End::High), Extreme::At((4, 10)));
        assert_eq!(share((3, 10), vec![failure()]).extreme(End::Low), Extreme::At((3, 10)));
    }

    #[test]
    fn a_pick_opens_one_person_or_one_newcomer() {
        let problem = Problem {
            now: (3, 10),
            picks: 2,
            bundles: vec![(vec![newcomer()], 5), (vec![failure()], 1)],
            ..Problem::default()
        };
        // The failure turns and one newcomer succeeds: 5/11, more than 5/12.
        assert_eq!(problem.extreme(End::High), Extreme::At((5, 11)));
        assert_eq!(problem.extreme(End::Low), Extreme::At((3, 12)));
        assert!(!problem.is_settled());
        assert!(Problem { picks: 0, ..problem }.is_settled());
    }

    #[test]
    fn a_figure_without_a_value_may_get_one_or_never() {
        assert_eq!(share((0, 0), vec![newcomer()]).extreme(End::High), Extreme::At((1, 1)));
        assert_eq!(share((0, 0), vec![vec![(0, 0)]]).extreme(End::High), Extreme::Nowhere);
    }

    #[test]
    fn money_that_may_vanish_from_the_denominator_has_no_end() {
        // 100 zł before, 50 zł after: 50 %. The 100 zł may go: all that is left is 50 zł after.
        let problem = share((50, 100), vec![vec![(-100, -100)]]);
        assert_eq!(problem.extreme(End::Low), Extreme::Endless);
        // 40 zł of it may go: (60 − 50) ÷ 60.
        let problem = share((50, 100), vec![vec![(-40, -40)]]);
        assert_eq!(problem.extreme(End::Low), Extreme::At((10, 60)));
    }

    #[test]
    fn a_count_goes_as_far_as_its_units() {
        let problem = Problem {
            now: (34, 34),
            is_count: true,
            choices: vec![vec![(1, 1)], vec![(-1, -1)], vec![(1, 1)]],
            ..Problem::default()
        };
        assert_eq!(problem.extreme(End::High), Extreme::At((36, 1)));
        assert_eq!(problem.extreme(End::Low), Extreme::At((33, 1)));
    }

    #[test]
    fn the_search_finds_what_trying_everything_finds() {
        // Seven choices of three outcomes: all 2187 combinations are tried.
        let choices: Vec<Vec<Part>> = vec![
            vec![(30, 30), (-20, 0)],
            vec![(-15, -15), (15, 0)],
            vec![(80, 80), (-80, 0)],
            vec![(-7, -7), (0, -3)],
            vec![(11, 40), (-5, 9)],
            vec![(1, 1), (0, 1)],
            vec![(-60, -60), (25, 25)],
        ];
        let problem = share((120, 300), choices.clone());
        let mut all = vec![(120_i128, 300_i128)];
        for outcomes in &choices {
            let before = all.clone();
            for part in outcomes {
                all.extend(before.iter().map(|sum| plus(*sum, *part)));
            }
        }
        let larger = |one: &Part, other: &Part| (one.0 * other.1).cmp(&(other.0 * one.1));
        let high = all.iter().copied().max_by(larger).unwrap();
        let low = all.iter().copied().min_by(larger).unwrap();
        let same = |found: Extreme, expected: Part| matches!(found, Extreme::At(found) if larger(&found, &expected).is_eq());
        assert!(same(problem.extreme(End::High), high), "{high:?}");
        assert!(same(problem.extreme(End::Low), low), "{low:?}");
    }
}
