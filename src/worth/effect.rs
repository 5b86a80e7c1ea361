//! What one change does to one headline figure: nothing, to one person, to anybody, to an amount.

use std::collections::BTreeSet;

use crate::catalogue::{Aggregate, Population};
use crate::facts::{FactPart, parts_of_days, parts_of_job, parts_of_participation};
use crate::link::{Change, PaymentChange, RowId, StayChange, Way, Who};
use crate::worth::benefits::asks_for_kind;
use crate::worth::extreme::Part;
use crate::worth::view::{Member, View};

/// One effect. Effects of several findings add up to those of all of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Effect {
    /// A person's units may be anything, up to so many.
    Free { person: usize, units: u32 },
    /// One participation may be anything; whose it is.
    FreeUnit { person: usize, stay: usize },
    /// A person's units stay as they are or go.
    Optional { person: usize },
    /// A row may become a new person's, where `newcomer` says so, or change the units of one of `people`.
    Slot { row: RowId, newcomer: bool, people: People },
    /// So many rows, each of which may be anybody's.
    Rows { row: RowId, count: u64, newcomer: bool },
    /// An amount may come or go.
    Amount { row: RowId, way: Way, who: Who, amount: Amount },
    /// There is no bound.
    Unbounded,
}

/// How much may come or go, in grosze.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Amount {
    /// In the months before the entry, as the participations are now.
    pub(super) before: i64,
    /// In those after the exit.
    pub(super) after: i64,
    /// On one side, whatever the days of the participation come to be; `None` without a limit.
    pub(super) most: Option<i64>,
}

/// Whose units a row of unknown ownership could change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum People {
    /// Everybody whom the figure could hold.
    All,
    /// These.
    Some(BTreeSet<usize>),
}

impl Effect {
    /// Whether it brings an amount without a limit.
    pub(super) fn is_unlimited(&self) -> bool {
        matches!(self, Self::Amount { way: Way::Comes, amount: Amount { most: None, .. }, .. })
    }
}

impl View<'_> {
    /// The effects of a change; none when it provably moves nothing here.
    pub(super) fn effects(&self, change: &Change) -> Vec<Effect> {
        match change {
            Change::Value { person, centre, entry, field } => {
                let parts = parts_of_participation(field);
                if !parts.into_iter().any(|part| part.is_read(self.reads())) {
                    return Vec::new();
                }
                let held = self.members.get(person).into_iter().flat_map(|held| &held.stays);
                let holds_day = |place: &&usize| {
                    self.linked.stays.get(**place).is_some_and(|stay| {
                        stay.centre == *centre
                            && stay.entry <= *entry
                            && stay.exit.is_none_or(|exit| *entry <= exit)
                    })
                };
                held.filter(holds_day)
                    .map(|stay| Effect::FreeUnit { person: *person, stay: *stay })
                    .collect()
            }
            Change::Stay(row) => self.of_stay(row),
            Change::Anything { person, rows } => {
                vec![Effect::Free { person: *person, units: *rows }]
            }
            Change::Job { row, who, field } => {
                let reads = parts_of_job(field).into_iter().any(|part| part.is_read(self.reads()));
                if reads { self.of_person(row, *who) } else { Vec::new() }
            }
            Change::Payment(payment) => self.of_payment(payment),
            Change::Payer { person }
                if FactPart::Column("benefit_month", "payer").is_read(self.reads()) =>
            {
                self.free(*person)
            }
            Change::Payer { .. } => Vec::new(),
            Change::Merge { one, other } => self.of_merge(*one, *other),
            Change::Coverage { narrower } => self.of_coverage(*narrower),
            Change::Table { row, kind, rows } => self.of_table(row, kind.as_deref(), *rows),
        }
    }

    fn of_stay(&self, row: &StayChange) -> Vec<Effect> {
        let could_hold = self.could_hold(row);
        let brings_job =
            row.job && parts_of_job("start").into_iter().any(|part| part.is_read(self.reads()));
        match row.who {
            Who::Person(person) => {
                let member = self.members.contains_key(&person);
                if row.used && row.whole && row.rows == 1 {
                    return if member { vec![Effect::Optional { person }] } else { Vec::new() };
                }
                if let Some(field) = &row.only
                    && (field != "centre" || self.rules.centre.is_none())
                    && !parts_of_days(field).into_iter().any(|part| part.is_read(self.reads()))
                {
                    return Vec::new();
                }
                let neighbour_held =
                    row.neighbours.iter().any(|(entry, exit)| self.holds(*entry, *exit));
                if could_hold || self.touches(row, person) || neighbour_held {
                    vec![Effect::Free { person, units: row.rows }]
                } else if brings_job {
                    self.free(person)
                } else {
                    Vec::new()
                }
            }
            Who::Anybody => {
                let people = if could_hold || brings_job {
                    People::All
                } else {
                    People::Some(self.touched(row))
                };
                let nobody = match &people {
                    People::All => self.members.is_empty(),
                    People::Some(people) => people.is_empty(),
                };
                if nobody && !could_hold {
                    return Vec::new();
                }
                vec![Effect::Slot { row: row.row.clone(), newcomer: could_hold, people }]
            }
        }
    }

    /// All units of a person whom the figure could hold.
    fn free(&self, person: usize) -> Vec<Effect> {
        let held = self.members.get(&person);
        let units = held.map(|held| u32::try_from(held.stays.len()).unwrap_or(u32::MAX));
        units.map(|units| Effect::Free { person, units }).into_iter().collect()
    }

    /// A job or payment of somebody: it makes nobody new.
    fn of_person(&self, row: &RowId, who: Who) -> Vec<Effect> {
        match who {
            Who::Person(person) => self.free(person),
            Who::Anybody if self.members.is_empty() => Vec::new(),
            Who::Anybody => {
                vec![Effect::Slot { row: row.clone(), newcomer: false, people: People::All }]
            }
        }
    }

    fn of_payment(&self, payment: &PaymentChange) -> Vec<Effect> {
        let asked = self.reads().table("benefit_month")
            && asks_for_kind(self.reads(), payment.kind.as_ref());
        let person = match payment.who {
            Who::Person(person) => Some(person),
            Who::Anybody => None,
        };
        if !asked {
            return Vec::new();
        }
        let (before, after) = self.benefits.months_asked_for(person, payment.months);
        let is_seen = before > 0 || after > 0;
        if self.aggregate() != Aggregate::MoneyRatio {
            return if is_seen { self.of_person(&payment.row, payment.who) } else { Vec::new() };
        }
        if is_seen && payment.most.is_none() {
            return vec![Effect::Unbounded];
        }
        let sum = |months: i64| {
            let times = if payment.monthly { months } else { months.min(1) };
            payment.most.map_or(0, |most| most.0.saturating_mul(times))
        };
        let paid = person
            .filter(|_| payment.way == Way::Goes)
            .and_then(|person| self.benefits.paid(person));
        let (limit_before, limit_after) = paid.unwrap_or((i64::MAX, i64::MAX));
        vec![Effect::Amount {
            row: payment.row.clone(),
            way: payment.way,
            who: payment.who,
            amount: Amount {
                before: sum(before).min(limit_before),
                after: sum(after).min(limit_after),
                most: payment.most.map(|_| sum(self.benefits.most_months(payment.months))),
            },
        }]
    }

    fn of_merge(&self, one: usize, other: usize) -> Vec<Effect> {
        let held = |person: &usize| self.members.contains_key(person);
        if !held(&one) && !held(&other) {
            return Vec::new();
        }
        let population = self.figure.indicator.population;
        let is_count = self.aggregate() == Aggregate::Count;
        if is_count && self.counts_persons() && population == Some(Population::Present) {
            // Who was there is there under one number too.
            let both = held(&one) && held(&other);
            return both.then_some(Effect::Optional { person: other }).into_iter().collect();
        }
        if self.counts_persons() {
            let (person, units) = (one, 1);
            let gone = if self.aggregate() == Aggregate::MoneyRatio {
                // What was paid to either counts in the months of the one.
                Effect::Free { person: other, units }
            } else {
                Effect::Optional { person: other }
            };
            return vec![Effect::Free { person, units }, gone];
        }
        [one, other].into_iter().flat_map(|person| self.free(person)).collect()
    }

    fn of_coverage(&self, narrower: bool) -> Vec<Effect> {
        if !self.reads_coverage() || self.members.is_empty() {
            return Vec::new();
        }
        if narrower {
            return vec![Effect::Unbounded];
        }
        let waiting = self
            .members
            .iter()
            .filter(|(_, held)| held.stays.iter().any(|stay| !held.counted.contains_key(stay)));
        waiting.flat_map(|(person, _)| self.free(*person)).collect()
    }

    fn of_table(&self, row: &RowId, kind: Option<&str>, rows: Option<u64>) -> Vec<Effect> {
        let reads_jobs = ["job", "job_chain"].iter().any(|table| self.reads().table(table));
        let newcomer = match kind {
            Some("participants") | None => true,
            Some("jobs") if reads_jobs => false,
            Some("benefits") if self.reads().table("benefit_month") || self.reads_coverage() => {
                return vec![Effect::Unbounded];
            }
            Some("centres") if self.rules.project.centres.is_empty() => {
                return vec![Effect::Unbounded];
            }
            Some(_) => return Vec::new(),
        };
        match (kind, rows) {
            (Some(_), Some(count)) => vec![Effect::Rows { row: row.clone(), count, newcomer }],
            _ => vec![Effect::Unbounded],
        }
    }

    /// What a person's units may become, one list a unit; the change to the figure, not the figure.
    pub(super) fn freely(
        &self,
        person: usize,
        held: Option<&Member>,
        units: u32,
    ) -> Vec<Vec<Part>> {
        let counted: Vec<Part> =
            held.map(|held| held.counted.values().copied().collect()).unwrap_or_default();
        let least = if self.counts_persons() { 1 } else { usize::try_from(units).unwrap_or(1) };
        let total = self.benefits.total(person);
        (0..least.max(counted.len()))
            .map(|place| self.outcomes(counted.get(place).copied(), total))
            .collect()
    }

    /// What a unit may become: not counted, a failure, a success, or amounts before and after up to a sum.
    pub(super) fn outcomes(&self, counted: Option<Part>, total: i64) -> Vec<Part> {
        let (numerator, denominator) = counted.unwrap_or((0, 0));
        let from_here = |(above, below): Part| (above - numerator, below - denominator);
        let total = i128::from(total);
        let parts: &[Part] = match self.aggregate() {
            Aggregate::Share => &[(0, 0), (0, 1), (1, 1)],
            Aggregate::Count => &[(0, 0), (1, 1)],
            _ => &[(0, 0), (total, total), (-total, 0)],
        };
        parts.iter().map(|part| from_here(*part)).collect()
    }
}
