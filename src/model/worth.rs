//! What findings are worth: how far mending them could move the headline figures.

use std::cmp::Ordering;

use serde::Serialize;

use crate::model::{Finding, Magnitude, Severity};

/// How far something could move a figure.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Movement {
    /// Not at all, and that is certain.
    #[default]
    None,
    /// At most so far, in the figure's own measure: a share as 0–1, a count in units. Never 0.
    UpTo(f64),
    /// No bound can be given.
    NotKnown,
}

/// What findings are worth, all together and one by one.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Worths {
    /// The headline figures, in their order.
    pub headlines: Vec<HeadlineWorth>,
    /// For each finding, in their order, how far it alone could move each headline figure; empty for
    /// findings that are not open. No list at all when nothing was reckoned.
    pub findings: Vec<Vec<Movement>>,
    /// Why nothing was reckoned, when there was too much of something.
    pub too_many: Option<TooMany>,
}

/// Of what there is too much for reckoning what single findings are worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TooMany {
    /// Findings that somebody still has to mend.
    Findings,
    /// Participations, for a check.
    Participations,
}

/// What the open findings together are worth to one figure.
#[derive(Clone, PartialEq, Debug)]
pub struct HeadlineWorth {
    /// Indicator id.
    pub indicator: String,
    /// What its value measures: units or a share.
    pub magnitude: Magnitude,
    /// The value now; `None` where it is not defined.
    pub now: Option<f64>,
    /// The lowest and the highest value that the findings with a bound could bring about together.
    pub range: Option<(f64, f64)>,
    /// How far they could move it together.
    pub together: Movement,
    /// Open findings that could move it, each alone.
    pub movers: u64,
    /// Those among them for which no bound can be given.
    pub without_bound: u64,
}

/// What one finding is worth, as files for programs say it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FindingWorth<'a> {
    /// Its place among all findings when the most worth comes first, from 1.
    pub rank: usize,
    /// The headline figures that it could move; `None` when it is not open.
    pub could_move: Option<Vec<CouldMove<'a>>>,
}

/// How far a finding could move one headline figure.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CouldMove<'a> {
    /// Indicator id.
    pub indicator: &'a str,
    /// At most so far, a share as 0–1, a count in units; `None` when there is no bound.
    pub up_to: Option<f64>,
}

impl Movement {
    /// The movement on a scale that is the same for all figures: a share as it is, a count as a part of
    /// what it is now.
    fn scaled(self, headline: &HeadlineWorth) -> f64 {
        match (self, headline.magnitude, headline.now) {
            (Self::None, ..) => 0.0,
            (Self::NotKnown, ..) => f64::INFINITY,
            (Self::UpTo(units), Magnitude::Count, Some(now)) if now > 0.0 => units / now,
            (Self::UpTo(far), ..) => far,
        }
    }
}

impl Worths {
    /// The largest movement of a finding, with the place of its headline; `None` when it is not open, or
    /// nothing was reckoned.
    pub fn largest(&self, finding: usize) -> Option<(usize, Movement)> {
        let movements = self.findings.get(finding)?;
        let scaled = |place: usize, movement: Movement| {
            self.headlines.get(place).map_or(0.0, |headline| movement.scaled(headline))
        };
        let mut largest: Option<(usize, Movement)> = None;
        for (place, movement) in movements.iter().copied().enumerate() {
            let more = largest.is_none_or(|(known, so_far)| {
                scaled(place, movement).total_cmp(&scaled(known, so_far)) == Ordering::Greater
            });
            if more {
                largest = Some((place, movement));
            }
        }
        largest
    }

    /// Places of the findings, the most worth first: what blocks a file, a table or a report, then those
    /// without a bound, then by how far they could move a figure; what is worth the same goes by
    /// severity, then by place.
    pub fn order(&self, findings: &[Finding]) -> Vec<usize> {
        let worth = |place: usize| {
            self.largest(place).map_or(-1.0, |(headline, movement)| {
                self.headlines.get(headline).map_or(0.0, |headline| movement.scaled(headline))
            })
        };
        // There can be many findings of which nothing was reckoned: nothing is kept for them.
        let worths: Vec<f64> = (0..self.findings.len()).map(worth).collect();
        let key = |place: usize| {
            let finding = findings.get(place);
            let severity = finding.map(|finding| finding.severity);
            let blocks = severity == Some(Severity::Blocking);
            (!blocks, worths.get(place).copied().unwrap_or(-1.0), severity, finding)
        };
        let mut order: Vec<usize> = (0..findings.len()).collect();
        order.sort_by(|left, right| {
            let (left, right) = (key(*left), key(*right));
            (left.0.cmp(&right.0))
                .then_with(|| right.1.total_cmp(&left.1))
                .then_with(|| (left.2, left.3).cmp(&(right.2, right.3)))
        });
        order
    }

    /// Whether it was reckoned what findings are worth.
    pub fn are_known(&self) -> bool {
        !self.findings.is_empty()
    }

    /// The rank of every finding, in their order, from 1; none when nothing was reckoned.
    pub fn ranks(&self, findings: &[Finding]) -> Vec<usize> {
        if !self.are_known() {
            return Vec::new();
        }
        let mut ranks = vec![0; findings.len()];
        for (rank, place) in self.order(findings).into_iter().enumerate() {
            if let Some(known) = ranks.get_mut(place) {
                *known = rank + 1;
            }
        }
        ranks
    }

    /// The worth of one finding; `ranks` are those of all. `None` when nothing was reckoned.
    pub fn of_finding(&self, place: usize, ranks: &[usize]) -> Option<FindingWorth<'_>> {
        let rank = *ranks.get(place)?;
        let movements = self.findings.get(place).filter(|movements| !movements.is_empty());
        let could_move = movements.map(|movements| {
            let moved = self.headlines.iter().zip(movements).filter_map(|(headline, movement)| {
                let up_to = match movement {
                    Movement::None => return None,
                    Movement::UpTo(far) => Some(*far),
                    Movement::NotKnown => None,
                };
                Some(CouldMove { indicator: &headline.indicator, up_to })
            });
            moved.collect()
        });
        Some(FindingWorth { rank, could_move })
    }

    /// Whether a finding is among those to mend first: it holds something back, or could move a figure.
    pub fn is_to_mend(&self, place: usize, severity: Severity) -> bool {
        severity == Severity::Blocking
            || self.largest(place).is_some_and(|(_, movement)| movement != Movement::None)
    }

    /// How many findings are open.
    pub fn open(&self) -> u64 {
        count(self.findings.iter().filter(|movements| !movements.is_empty()).count())
    }

    /// How many open findings cannot move any of the figures.
    pub fn harmless(&self) -> u64 {
        let still = |movements: &&Vec<Movement>| {
            !movements.is_empty()
                && movements.iter().all(|movement| matches!(movement, Movement::None))
        };
        count(self.findings.iter().filter(still).count())
    }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use crate::model::Place;

    use super::*;

    fn headline(magnitude: Magnitude, now: f64, together: Movement) -> HeadlineWorth {
        HeadlineWorth {
            indicator: String::new(),
            magnitude,
            now: Some(now),
            range: None,
            together,
            movers: 0,
            without_bound: 0,
        }
    }

    fn worths(findings: Vec<Vec<Movement>>) -> Worths {
        let headlines = vec![
            headline(Magnitude::Count, 40.0, Movement::UpTo(3.0)),
            headline(Magnitude::Share, 0.3, Movement::UpTo(0.05)),
        ];
        Worths { headlines, findings, too_many: None }
    }

    fn finding(severity: Severity, file: &str) -> Finding {
        Finding {
            place: Place::file(file),
            code: "P001",
            severity,
            field: String::new(),
            read: String::new(),
            suggestion: String::new(),
            arguments: Vec::new(),
            person: None,
        }
    }

    #[test]
    fn a_count_weighs_as_the_part_of_it_that_moves() {
        // One person of 40 is 2.5 points, less than 3 points of a share.
        let worths = worths(vec![vec![Movement::UpTo(1.0), Movement::UpTo(0.03)]]);
        assert_eq!(worths.largest(0), Some((1, Movement::UpTo(0.03))));
    }

    #[test]
    fn what_has_no_bound_comes_first_and_what_is_not_open_last() {
        let findings = [
            finding(Severity::Note, "a"),
            finding(Severity::Error, "b"),
            finding(Severity::Warning, "c"),
            finding(Severity::Error, "d"),
            finding(Severity::Error, "e"),
        ];
        let worths = worths(vec![
            vec![],
            vec![Movement::None, Movement::None],
            vec![Movement::None, Movement::NotKnown],
            vec![Movement::UpTo(1.0), Movement::None],
            vec![Movement::None, Movement::UpTo(0.1)],
        ]);
        assert_eq!(worths.order(&findings), [2, 4, 3, 1, 0]);
        assert_eq!((worths.open(), worths.harmless()), (4, 1));
        let ranks = worths.ranks(&findings);
        assert_eq!(ranks, [5, 4, 1, 3, 2]);
        let could_move = |place| worths.of_finding(place, &ranks).unwrap().could_move;
        assert_eq!((could_move(0), could_move(1)), (None, Some(Vec::new())));
        assert!(Worths::default().ranks(&findings).is_empty());
    }

    #[test]
    fn what_holds_something_back_comes_before_everything_else() {
        let findings = [finding(Severity::Error, "a"), finding(Severity::Blocking, "b")];
        let worths = worths(vec![vec![Movement::NotKnown], vec![Movement::None]]);
        assert_eq!(worths.order(&findings), [1, 0]);
    }
}
