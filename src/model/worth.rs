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
    /// The headline figures that it could move; `None` when it is not open, or nothing was reckoned.
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
        let mut order: Vec<(f64, &Finding, usize)> = findings
            .iter()
            .enumerate()
            .map(|(place, finding)| (worth(place), finding, place))
            .collect();
        let blocks = |finding: &Finding| finding.severity == Severity::Blocking;
        order.sort_by(|(left, one, _), (right, other, _)| {
            blocks(other)
                .cmp(&blocks(one))
                .then_with(|| right.total_cmp(left))
                .then_with(|| (one.severity, *one).cmp(&(other.severity, *other)))
        });
        order.into_iter().map(|(_, _, place)| place).collect()
    }

    /// The worth of every finding, in their order.
    pub fn of_findings(&self, findings: &[Finding]) -> Vec<FindingWorth<'_>> {
        let mut ranks = vec![0; findings.len()];
        for (rank, place) in self.order(findings).into_iter().enumerate() {
            if let Some(known) = ranks.get_mut(place) {
                *known = rank + 1;
            }
        }
        let could_move = |place: usize| {
            let movements = self.findings.get(place).filter(|movements| !movements.is_empty())?;
            let moved = self.headlines.iter().zip(movements).filter_map(|(headline, movement)| {
                let up_to = match movement {
                    Movement::None => return None,
                    Movement::UpTo(far) => Some(*far),
                    Movement::NotKnown => None,
                };
                Some(CouldMove { indicator: &headline.indicator, up_to })
            });
            Some(moved.collect())
        };
        ranks
            .into_iter()
            .enumerate()
            .map(|(place, rank)| FindingWorth { rank, could_move: could_move(place) })
            .collect()
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
        Worths { headlines, findings }
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
        let of_findings = worths.of_findings(&findings);
        let ranks: Vec<usize> = of_findings.iter().map(|worth| worth.rank).collect();
        assert_eq!(ranks, [5, 4, 1, 3, 2]);
        assert_eq!(of_findings[0].could_move, None);
        assert_eq!(of_findings[1].could_move, Some(Vec::new()));
    }
}
