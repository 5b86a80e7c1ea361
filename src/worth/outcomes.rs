//! Effects of one finding, or of all, as one problem: each person, row and amount in it once.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Aggregate, Population};
use crate::link::{RowId, Way, Who};
use crate::worth::effect::{Amount, Effect, People};
use crate::worth::extreme::{Part, Problem};
use crate::worth::view::{Member, View};

/// The effects, sorted by what they are about.
#[derive(Default)]
struct Gathered {
    free: BTreeMap<usize, u32>,
    free_units: BTreeMap<usize, BTreeSet<usize>>,
    optional: BTreeSet<usize>,
    slots: BTreeMap<RowId, bool>,
    rows: BTreeMap<RowId, (u64, bool)>,
    people: BTreeSet<usize>,
    everybody: bool,
    amounts: BTreeMap<(RowId, Way), Vec<Paid>>,
}

/// Whose it may be, and how much.
type Paid = (Who, Amount);

impl View<'_> {
    /// Numerator and denominator now.
    pub(super) fn now(&self) -> Part {
        let counted = self.members.values().flat_map(|member| member.counted.values());
        counted.fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1))
    }

    pub(super) fn is_count(&self) -> bool {
        self.aggregate() == Aggregate::Count
    }

    /// Everything that could be otherwise.
    pub(super) fn problem(&self, present: &Problem, effects: &[Effect]) -> Problem {
        let gathered = gather(effects);
        let mut problem = present.clone();
        let mut settled: BTreeSet<usize> = BTreeSet::new();
        for (person, units) in &gathered.free {
            problem.choices.extend(self.freely(*person, *units));
            settled.insert(*person);
        }
        for (person, stays) in &gathered.free_units {
            if !settled.contains(person) {
                problem.choices.extend(self.of_units(*person, stays));
                settled.insert(*person);
            }
        }
        for person in gathered.optional.difference(&settled.clone()) {
            let counted =
                self.members.get(person).into_iter().flat_map(|held| held.counted.values());
            problem.choices.extend(counted.map(|(above, below)| vec![(-above, -below)]));
            settled.insert(*person);
        }
        self.add_slots(&gathered, &settled, &mut problem);
        self.add_amounts(&gathered, &mut problem);
        problem
    }

    /// Units of one person of which single ones may be anything.
    fn of_units(&self, person: usize, stays: &BTreeSet<usize>) -> Vec<Vec<Part>> {
        if self.counts_persons() {
            return self.freely(person, 1);
        }
        let held = self.members.get(&person);
        let total = self.benefits.total(person);
        stays
            .iter()
            .map(|stay| self.outcomes(held.and_then(|held| held.counted.get(stay).copied()), total))
            .collect()
    }

    /// Rows of which nobody knows whose they are.
    fn add_slots(&self, gathered: &Gathered, settled: &BTreeSet<usize>, problem: &mut Problem) {
        let count = |newcomers_only: bool| {
            let slots = gathered.slots.values().filter(|newcomer| **newcomer || !newcomers_only);
            let rows = gathered.rows.values().filter(|(_, newcomer)| *newcomer || !newcomers_only);
            let slots = u64::try_from(slots.count()).unwrap_or(u64::MAX);
            rows.map(|(count, _)| *count).fold(slots, u64::saturating_add)
        };
        let newcomers = count(true);
        problem.picks = count(false);
        if problem.picks == 0 {
            return;
        }
        let newcomer = self.outcomes(None, self.benefits.largest_newcomer);
        // The row may be a participation of its own beside those of the person.
        let beside = (!self.counts_persons() && newcomers > 0).then(|| newcomer.clone());
        let bundles = if gathered.everybody {
            let mut all = self.profiles().clone();
            for held in settled.iter().filter_map(|person| self.members.get_key_value(person)) {
                if let Some(count) = all.get_mut(&self.profile(held)) {
                    *count -= 1;
                }
            }
            all
        } else {
            let mut some = BTreeMap::new();
            for person in gathered.people.difference(settled) {
                if let Some(held) = self.members.get_key_value(person) {
                    *some.entry(self.profile(held)).or_default() += 1;
                }
            }
            some
        };
        problem.bundles = bundles
            .into_iter()
            .map(|(choices, count)| (choices.into_iter().chain(beside.clone()).collect(), count))
            .collect();
        if newcomers > 0 {
            problem.bundles.push((vec![newcomer], newcomers));
        }
    }

    /// How many members have the same choices.
    fn profiles(&self) -> &BTreeMap<Vec<Vec<Part>>, u64> {
        self.profiles.get_or_init(|| {
            let mut profiles = BTreeMap::new();
            for held in &self.members {
                *profiles.entry(self.profile(held)).or_default() += 1;
            }
            profiles
        })
    }

    /// What a member's units may become.
    fn profile(&self, (person, held): (&usize, &Member)) -> Vec<Vec<Part>> {
        let units = u32::try_from(held.stays.len()).unwrap_or(u32::MAX);
        let mut choices = self.freely(*person, units);
        // A further row takes nobody's days away.
        if self.is_count() && self.figure.indicator.population == Some(Population::Present) {
            choices.iter_mut().flatten().for_each(|part| *part = (part.0.max(0), part.1.max(0)));
        }
        choices
    }

    /// Amounts that may come or go: before the entry they change numerator and denominator, after the
    /// exit the numerator alone. Nothing that is already among the outcomes of a free person goes twice.
    fn add_amounts(&self, gathered: &Gathered, problem: &mut Problem) {
        for ((_, way), whose) in &gathered.amounts {
            let mut outcomes = Vec::new();
            for (who, amount) in whose {
                let is_free = gathered.is_free(*who);
                if is_free && matches!((way, who), (Way::Goes, Who::Person(_))) {
                    continue;
                }
                let (before, after) = match (way, is_free || problem.picks > 0, amount.most) {
                    (Way::Comes, true, None) => {
                        problem.is_endless = true;
                        continue;
                    }
                    (Way::Comes, true, Some(most)) => (most, most),
                    _ if self.may_count(*who, gathered) => (amount.before, amount.after),
                    _ => continue,
                };
                let sign = if *way == Way::Comes { 1 } else { -1 };
                let (before, after) = (sign * i128::from(before), sign * i128::from(after));
                outcomes.extend([(before, before), (-after, 0)]);
            }
            problem.choices.push(outcomes);
        }
    }

    /// Whether anything of a person counts, or may come to count.
    fn may_count(&self, who: Who, gathered: &Gathered) -> bool {
        let counts = |person: &usize| {
            gathered.free_units.contains_key(person)
                || self.members.get(person).is_some_and(|held| !held.counted.is_empty())
        };
        match who {
            Who::Anybody => self.members.keys().any(counts),
            Who::Person(person) => counts(&person),
        }
    }
}

impl Gathered {
    /// Whether days may come to be others, or a person may come to be somebody else.
    fn is_free(&self, who: Who) -> bool {
        match who {
            Who::Anybody => !self.free.is_empty(),
            Who::Person(person) => self.free.contains_key(&person),
        }
    }
}

fn gather(effects: &[Effect]) -> Gathered {
    let mut gathered = Gathered::default();
    for effect in effects {
        match effect {
            Effect::Free { person, units } => {
                let known = gathered.free.entry(*person).or_default();
                *known = (*known).max(*units);
            }
            Effect::FreeUnit { person, stay } => {
                gathered.free_units.entry(*person).or_default().insert(*stay);
            }
            Effect::Optional { person } => {
                gathered.optional.insert(*person);
            }
            Effect::Slot { row, newcomer, people } => {
                *gathered.slots.entry(row.clone()).or_default() |= newcomer;
                match people {
                    People::All => gathered.everybody = true,
                    People::Some(people) => gathered.people.extend(people),
                }
            }
            Effect::Rows { row, count, newcomer } => {
                let known = gathered.rows.entry(row.clone()).or_default();
                *known = (known.0.max(*count), known.1 || *newcomer);
                gathered.everybody = true;
            }
            Effect::Amount { row, way, who, amount } => {
                let whose = gathered.amounts.entry((row.clone(), *way)).or_default();
                whose.push((*who, *amount));
            }
            Effect::Unbounded => {}
        }
    }
    gathered
}
