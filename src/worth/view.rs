//! One headline figure as worth sees it: who could be in it, who counts now, what its query reads.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Aggregate, Population, Unit};
use crate::facts::{FactPart, FactStore, Reads};
use crate::indicators::Everybody;
use crate::link::{Exit, LinkedTables, Stay, StayChange, Strangers};
use crate::model::Day;
use crate::worth::WorthRules;
use crate::worth::benefits::Benefits;
use crate::worth::extreme::Part;
use crate::worth::layers::Layers;

/// A person who has a participation that the figure could hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Member {
    /// Places of those participations.
    pub(super) stays: Vec<usize>,
    /// What counts now, by participation.
    pub(super) counted: BTreeMap<usize, Part>,
}

/// See the module.
pub(super) struct View<'a> {
    pub(super) linked: &'a LinkedTables,
    pub(super) rules: WorthRules<'a>,
    pub(super) figure: &'a Everybody<'a>,
    pub(super) members: BTreeMap<usize, Member>,
    pub(super) benefits: Benefits,
    /// Participations of members by their first day, each with the last day of all up to it.
    by_entry: Vec<(Day, Day, usize)>,
    /// What the units of members may become; reckoned when first asked for.
    pub(super) profiles: OnceCell<Layers>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        figure: &'a Everybody<'a>,
        linked: &'a LinkedTables,
        strangers: &Strangers,
        store: &FactStore,
        rules: WorthRules<'a>,
    ) -> Self {
        let mut view = Self {
            linked,
            rules,
            figure,
            members: BTreeMap::new(),
            by_entry: Vec::new(),
            benefits: Benefits::default(),
            profiles: OnceCell::new(),
        };
        for (place, stay) in linked.stays.iter().enumerate() {
            if view.is_here(Some(stay.centre)) && view.holds(stay.entry, stay.exit) {
                view.members.entry(stay.person).or_default().stays.push(place);
                view.by_entry.push((stay.entry, stay.exit.unwrap_or(never()), place));
            }
        }
        view.by_entry.sort_unstable();
        let mut last = None;
        for (_, exit, _) in &mut view.by_entry {
            *exit = last.map_or(*exit, |last: Day| last.max(*exit));
            last = Some(*exit);
        }
        for unit in &figure.units {
            let (Some(person), Some(stay), Some((numerator, denominator))) =
                (place(unit.person), place(unit.participation), unit.counted)
            else {
                continue;
            };
            let member = view.members.entry(person).or_default();
            member.counted.insert(stay, (i128::from(numerator), i128::from(denominator)));
        }
        if view.reads().table("benefit_month") {
            view.benefits =
                Benefits::new((linked, strangers), store, figure, &view.members, rules.project);
        }
        view
    }

    pub(super) fn reads(&self) -> &Reads {
        &self.figure.reads
    }

    pub(super) fn aggregate(&self) -> Aggregate {
        self.figure.indicator.aggregate
    }

    pub(super) fn counts_persons(&self) -> bool {
        self.figure.indicator.unit == Unit::Person
    }

    /// Whether the figure depends on the months for which benefits are complete.
    pub(super) fn reads_coverage(&self) -> bool {
        let covered = ["covered", "after_coverage"];
        self.reads().table("coverage")
            || covered
                .iter()
                .any(|column| FactPart::Column("window_month", column).is_read(self.reads()))
    }

    /// Whether the figure could hold a participation with these days.
    pub(super) fn holds(&self, entry: Day, exit: Option<Day>) -> bool {
        let exit = exit.filter(|exit| *exit <= self.rules.as_of);
        entry <= self.rules.as_of
            && self
                .figure
                .indicator
                .population
                .is_none_or(|population| population.holds(self.rules.period, entry, exit))
    }

    /// Whether it could hold the participation of a row of which not everything is known.
    pub(super) fn could_hold(&self, row: &StayChange) -> bool {
        let (period, as_of) = (self.rules.period, self.rules.as_of);
        if !self.is_here(row.centre) || row.entry.is_some_and(|entry| entry > as_of) {
            return false;
        }
        let Some(population) = self.figure.indicator.population else { return true };
        let ended = |exit: Option<Day>| exit.filter(|exit| *exit <= as_of);
        match (row.entry, row.exit) {
            (Some(entry), Exit::Known(exit)) => population.holds(period, entry, ended(exit)),
            (Some(entry), Exit::Any) => match population {
                Population::Leavers => entry <= period.end.min(as_of) && as_of >= period.start,
                Population::Present => entry <= period.end,
                Population::Starters => period.contains(entry),
            },
            (None, Exit::Known(exit)) => match (population, ended(exit)) {
                (Population::Leavers, exit) => exit.is_some_and(|exit| period.contains(exit)),
                (Population::Present | Population::Starters, exit) => {
                    exit.is_none_or(|exit| exit >= period.start)
                }
            },
            (None, Exit::Any) => true,
        }
    }

    /// Whether a centre is one that the run reports on.
    fn is_here(&self, centre: Option<usize>) -> bool {
        match (self.rules.centre, centre) {
            (Some((only, _)), Some(centre)) => only == centre,
            _ => true,
        }
    }

    /// Whether a row could become one participation with one that the figure could hold.
    pub(super) fn touches(&self, row: &StayChange, person: usize) -> bool {
        let Some(member) = self.members.get(&person) else { return false };
        if row.entry.is_some_and(|entry| entry > self.rules.as_of) {
            return false;
        }
        let stays = member.stays.iter().filter_map(|place| self.linked.stays.get(*place));
        stays.into_iter().any(|stay| touch(row, stay))
    }
}

impl View<'_> {
    /// Members with whose participations a row could become one.
    pub(super) fn touched(&self, row: &StayChange) -> BTreeSet<usize> {
        if row.entry.is_some_and(|entry| entry > self.rules.as_of) {
            return BTreeSet::new();
        }
        let until = match row.exit {
            Exit::Known(Some(exit)) => exit.plus_days(1),
            Exit::Known(None) | Exit::Any => never(),
        };
        let end = self.by_entry.partition_point(|(entry, ..)| *entry <= until);
        let begun = self.by_entry.get(..end).unwrap_or_default().iter().rev();
        // What began before ended before, too, when even the last day up to here lies before the row.
        begun
            .take_while(|(_, last, _)| row.entry.is_none_or(|entry| entry <= last.plus_days(1)))
            .filter_map(|(.., place)| self.linked.stays.get(*place))
            .filter(|stay| touch(row, stay))
            .map(|stay| stay.person)
            .collect()
    }
}

/// A day after all others.
fn never() -> Day {
    Day::EPOCH.plus_days(i32::MAX)
}

/// Numbers of persons and participations count from 1.
pub(super) fn place(number: i64) -> Option<usize> {
    usize::try_from(number).ok()?.checked_sub(1)
}

fn touch(row: &StayChange, stay: &Stay) -> bool {
    row.centre.is_none_or(|centre| centre == stay.centre)
        && row.entry.is_none_or(|entry| stay.exit.is_none_or(|exit| entry <= exit.plus_days(1)))
        && match row.exit {
            Exit::Known(Some(exit)) => stay.entry <= exit.plus_days(1),
            Exit::Known(None) | Exit::Any => true,
        }
}
