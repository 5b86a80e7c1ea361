//! Benefits as a figure sees them: which kinds, of whom, in which months.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::facts::{FactPart, FactStore, Reads, kind_flags};
use crate::indicators::Everybody;
use crate::link::{BenefitMonth, LinkedTables, Strangers, widest};
use crate::model::{Month, Project};
use crate::worth::view::{Member, place};

/// See the module. Amounts are in grosze, of the kinds that the query asks for.
#[derive(Default)]
pub(super) struct Benefits {
    /// Months on each side that are compared.
    width: i64,
    /// Whether the query looks at single months.
    by_month: bool,
    /// The most that a person was paid on one side.
    totals: BTreeMap<usize, i64>,
    /// The most that a person was paid whom the figure cannot hold now.
    pub(super) largest_newcomer: i64,
    /// Months at which the query looks, by person.
    windows: BTreeMap<usize, Vec<Window>>,
    /// What a person was paid in those months before the entry, and after the exit.
    paid: BTreeMap<usize, (i64, i64)>,
}

/// Months of one part of a participation's window.
struct Window {
    stay: usize,
    part: Arc<str>,
    first: i64,
    last: i64,
    before: bool,
    after: bool,
}

impl Window {
    /// How many months it has in common with others.
    fn common(&self, first: i64, last: i64) -> i64 {
        (self.last.min(last) - self.first.max(first) + 1).max(0)
    }
}

/// Whether a query asks for a kind of benefit; an unknown one could be any.
pub(super) fn asks_for_kind(reads: &Reads, kind: Option<&Arc<str>>) -> bool {
    let Some(kind) = kind else { return true };
    let read = kind_flags(kind)
        .into_iter()
        .filter(|(column, _)| FactPart::Column("benefit_month", column).is_read(reads));
    let flags: Vec<bool> = read.map(|(_, holds)| holds).collect();
    flags.is_empty() || flags.contains(&true)
}

impl Benefits {
    pub(super) fn new(
        (linked, strangers): (&LinkedTables, &Strangers),
        store: &FactStore,
        figure: &Everybody<'_>,
        members: &BTreeMap<usize, Member>,
        project: &Project,
    ) -> Self {
        let reads = &figure.reads;
        let mut benefits = Self {
            width: i64::from(project.settings.benefit_window_months),
            by_month: reads.table("window_month"),
            ..Self::default()
        };
        benefits.add_windows(linked, store, figure, members);
        let mut paid: BTreeMap<Month, i64> = BTreeMap::new();
        let mut of = None;
        let all = linked.benefits.iter().chain(&strangers.months);
        for benefit in all.filter(|known| asks_for_kind(reads, Some(&known.kind))) {
            // Both lists are sorted by person.
            if let Some(person) =
                of.replace(benefit.person).filter(|known| *known != benefit.person)
            {
                benefits.add_total(person, &std::mem::take(&mut paid), project);
            }
            *paid.entry(benefit.month).or_default() += benefit.grosze;
            benefits.add_paid(benefit);
        }
        if let Some(person) = of {
            benefits.add_total(person, &paid, project);
        }
        let mut totals: BTreeMap<usize, i64> = BTreeMap::new();
        for ((person, kind), grosze) in &strangers.totals {
            if asks_for_kind(reads, Some(kind)) {
                *totals.entry(*person).or_default() += grosze;
            }
        }
        let others = benefits.totals.iter().filter(|(person, _)| !members.contains_key(person));
        let newcomers = totals.values().chain(others.map(|(_, total)| total));
        benefits.largest_newcomer = newcomers.copied().max().unwrap_or(0);
        benefits
    }

    fn add_total(&mut self, person: usize, paid: &BTreeMap<Month, i64>, project: &Project) {
        let total = if self.by_month {
            widest(paid, project.settings.benefit_window_months)
        } else {
            paid.values().sum()
        };
        self.totals.insert(person, total);
    }

    fn add_paid(&mut self, benefit: &BenefitMonth) {
        let month = i64::from(benefit.month.number());
        let Some(windows) = self.windows.get(&benefit.person) else { return };
        let seen = || windows.iter().filter(|window| window.common(month, month) > 0);
        let (before, after) =
            (seen().any(|window| window.before), seen().any(|window| window.after));
        let paid = self.paid.entry(benefit.person).or_default();
        paid.0 += if before { benefit.grosze } else { 0 };
        paid.1 += if after { benefit.grosze } else { 0 };
    }

    /// The most that a person was paid on one side, whatever the months are.
    pub(super) fn total(&self, person: usize) -> i64 {
        self.totals.get(&person).copied().unwrap_or(0)
    }

    /// What a person was paid in the months before the entry and after the exit: no more than that can
    /// go. `None` where the query does not look at single months.
    pub(super) fn paid(&self, person: usize) -> Option<(i64, i64)> {
        self.by_month.then(|| self.paid.get(&person).copied().unwrap_or_default())
    }

    /// How many of the months, of one person or of anybody, the query sets against each other: before
    /// the entry, and after the exit.
    pub(super) fn months_asked_for(
        &self,
        person: Option<usize>,
        months: Option<(Month, Month)>,
    ) -> (i64, i64) {
        if !self.by_month {
            let all = self.most_months(months);
            return (all, all);
        }
        let is_seen =
            person.map_or(!self.windows.is_empty(), |person| self.windows.contains_key(&person));
        if !is_seen {
            return (0, 0);
        }
        let Some((first, last)) = months else { return (self.width, self.width) };
        let (first, last) = (i64::from(first.number()), i64::from(last.number()));
        let most = |of_side: fn(&Window) -> bool| {
            let among = |windows: &Vec<Window>| {
                let seen = windows.iter().filter(|window| of_side(window));
                seen.map(|window| window.common(first, last)).max().unwrap_or(0)
            };
            match person {
                Some(person) => self.windows.get(&person).map_or(0, among),
                None => self.windows.values().map(among).max().unwrap_or(0),
            }
        };
        (most(|window| window.before), most(|window| window.after))
    }

    /// How many months of one side a payment could have at most, whatever the days of the participation.
    pub(super) fn most_months(&self, months: Option<(Month, Month)>) -> i64 {
        let all = months.map_or(i64::MAX, |(first, last)| {
            i64::from(last.number() - first.number()).saturating_add(1)
        });
        if self.by_month { all.min(self.width) } else { all }
    }

    fn add_windows(
        &mut self,
        linked: &LinkedTables,
        store: &FactStore,
        figure: &Everybody<'_>,
        members: &BTreeMap<usize, Member>,
    ) {
        let Some(table) = store.table("window_month") else { return };
        // A part that the query does not name is none of its sides; where it names none, any is both.
        let named = |word: &str| figure.texts.contains(word);
        let names_sides = named("before") || named("after");
        let is_of = |part: &str, side: &str| {
            part == side || !names_sides || part == "during" && named("during")
        };
        for row in 0..table.height() {
            let number = |column: &str| table.integer(column, row);
            let (Some(stay), Some(month), Some(part)) = (
                number("participation_id").and_then(place),
                number("month"),
                table.text("part", row),
            ) else {
                continue;
            };
            let Some(person) = linked.stays.get(stay).map(|stay| stay.person) else { continue };
            if members.get(&person).is_none_or(|held| !held.stays.contains(&stay)) {
                continue;
            }
            let windows = self.windows.entry(person).or_default();
            match windows.iter_mut().find(|known| known.stay == stay && known.part == part) {
                Some(known) => {
                    known.first = known.first.min(month);
                    known.last = known.last.max(month);
                }
                None => windows.push(Window {
                    stay,
                    before: is_of(&part, "before"),
                    after: is_of(&part, "after"),
                    part,
                    first: month,
                    last: month,
                }),
            }
        }
    }
}
