//! Effects of one finding, or of all, as one problem: each person, row and amount in it once.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Aggregate, Population};
use crate::link::{RowId, Way, Who};
use crate::worth::effect::{Amount, Effect, People};
use crate::worth::extreme::{Part, Problem};
use crate::worth::layers::{Layers, Profile};
use crate::worth::view::{Member, View};

/// Of which findings the effects are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Findings {
    One,
    All,
}

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
    pub(super) fn problem(&self, present: &Problem, effects: &[Effect], of: Findings) -> Problem {
        let gathered = gather(effects);
        let mut problem = present.clone();
        let mut settled: BTreeSet<usize> = BTreeSet::new();
        for (person, units) in &gathered.free {
            problem.choices.extend(self.freely(*person, self.members.get(person), *units));
            settled.insert(*person);
        }
        for (person, stays) in &gathered.free_units {
            if !settled.contains(person) {
                problem.choices.extend(self.of_units(*person, stays));
                settled.insert(*person);
            }
        }
        // A row of another finding may come to be of a person who may go.
        let may_gain =
            of == Findings::All && !(gathered.slots.is_empty() && gathered.rows.is_empty());
        for person in gathered.optional.difference(&settled.clone()) {
            let Some(held) = self.members.get(person) else { continue };
            if may_gain {
                let units = u32::try_from(held.stays.len()).unwrap_or(u32::MAX);
                problem.choices.extend(self.freely(*person, Some(held), units));
            } else {
                let counted = held.counted.values();
                problem.choices.extend(counted.map(|(above, below)| vec![(-above, -below)]));
            }
            settled.insert(*person);
        }
        self.add_slots(&gathered, &settled, &mut problem);
        self.add_amounts(&gathered, &mut problem);
        problem
    }

    /// Units of one person of which single ones may be anything.
    fn of_units(&self, person: usize, stays: &BTreeSet<usize>) -> Vec<Vec<Part>> {
        if self.counts_persons() {
            return self.freely(person, self.members.get(&person), 1);
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
        let paid = gathered.may_be_paid();
        let others = paid.iter().filter(|(person, _)| !self.members.contains_key(person));
        let more = others.map(|(_, amounts)| amounts.iter().sum()).max().unwrap_or(0);
        let newcomer = self.outcomes(None, self.benefits.largest_newcomer.saturating_add(more));
        // The row may be a participation of its own beside those of the person.
        let beside = (!self.counts_persons() && newcomers > 0).then(|| newcomer.clone());
        let bundles = if gathered.everybody {
            let out: BTreeSet<&usize> = settled.iter().chain(paid.keys()).collect();
            let count = u64::try_from(out.len()).unwrap_or(u64::MAX);
            let mut all = self.profiles().best(problem.picks.saturating_add(count));
            for (person, held) in out.into_iter().filter_map(|one| self.members.get_key_value(one))
            {
                if let Some(count) = all.get_mut(&self.profile(*person, held)) {
                    *count = count.saturating_sub(1);
                }
            }
            all
        } else {
            let mut some = BTreeMap::new();
            let people = gathered.people.difference(settled);
            for person in people.filter(|person| !paid.contains_key(person)) {
                if let Some(held) = self.members.get(person) {
                    *some.entry(self.profile(*person, held)).or_default() += 1;
                }
            }
            some
        };
        let mut rest = self.others_of_freed_units(gathered, settled);
        // What may be paid to a person counts in other months once the person has another row.
        for (person, amounts) in paid.iter().filter(|(person, _)| !settled.contains(person)) {
            if let Some(held) = self.members.get(person)
                && (gathered.everybody || gathered.people.contains(person))
            {
                let mut profile = self.profile(*person, held);
                profile.extend(amounts.iter().map(|most| either_side(*most, *most).to_vec()));
                rest.push((profile, 1));
            }
        }
        problem.bundles = bundles
            .into_iter()
            .chain(rest)
            .map(|(choices, count)| (choices.into_iter().chain(beside.clone()).collect(), count))
            .collect();
        if newcomers > 0 {
            problem.bundles.push((vec![newcomer], newcomers));
        }
    }

    /// Of persons of whom single participations are free already, the other ones.
    fn others_of_freed_units(
        &self,
        gathered: &Gathered,
        settled: &BTreeSet<usize>,
    ) -> Vec<(Profile, u64)> {
        if self.counts_persons() {
            return Vec::new();
        }
        let freed = gathered
            .free_units
            .iter()
            .filter(|(person, _)| settled.contains(person) && !gathered.free.contains_key(person));
        let rest = freed.filter_map(|(person, stays)| {
            let mut held = self.members.get(person)?.clone();
            held.stays.retain(|stay| !stays.contains(stay));
            held.counted.retain(|stay, _| !stays.contains(stay));
            Some((self.profile(*person, &held), 1))
        });
        rest.collect()
    }

    /// What members' units may become.
    fn profiles(&self) -> &Layers {
        self.profiles.get_or_init(|| {
            let mut profiles = BTreeMap::new();
            for (person, held) in &self.members {
                *profiles.entry(self.profile(*person, held)).or_default() += 1;
            }
            Layers::new(profiles)
        })
    }

    /// What a member's units may become.
    fn profile(&self, person: usize, held: &Member) -> Profile {
        let units = u32::try_from(held.stays.len()).unwrap_or(u32::MAX);
        let mut choices = self.freely(person, Some(held), units);
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
                let anywhere = is_free || problem.picks > 0 && gathered.is_settled(*who);
                match (way, amount.most) {
                    (Way::Comes, None) if is_free || problem.picks > 0 => problem.is_endless = true,
                    (Way::Comes, Some(most)) if anywhere => {
                        outcomes.extend(either_side(most, most));
                    }
                    _ if self.may_count(*who, gathered) => {
                        let sides = either_side(amount.before, amount.after);
                        let sign = if *way == Way::Comes { 1 } else { -1 };
                        outcomes.extend(sides.map(|part| (sign * part.0, sign * part.1)));
                    }
                    _ => {}
                }
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

    /// Whether something of a person is chosen whatever rows there may come.
    fn is_settled(&self, who: Who) -> bool {
        match who {
            Who::Anybody => true,
            Who::Person(person) => {
                self.free_units.contains_key(&person) || self.optional.contains(&person)
            }
        }
    }

    /// What may come to be paid to persons who are not free, whatever the months.
    fn may_be_paid(&self) -> BTreeMap<usize, Vec<i64>> {
        let mut paid: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
        let coming = self.amounts.iter().filter(|((_, way), _)| *way == Way::Comes);
        for (who, amount) in coming.flat_map(|(_, whose)| whose) {
            if let (Who::Person(person), Some(most)) = (who, amount.most)
                && !self.is_free(*who)
            {
                paid.entry(*person).or_default().push(most);
            }
        }
        paid
    }
}

/// An amount before the entry, or one after the exit.
fn either_side(before: i64, after: i64) -> [Part; 2] {
    [(before.into(), before.into()), (-i128::from(after), 0)]
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
