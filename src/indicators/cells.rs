//! The cells of the tidy table: who stands in which, and who stands for a person in one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::Indicator;
use crate::facts::{DIMENSION_TABLE, FactStore, FactTable, PROJECT_DIMENSION_TABLE};
use crate::indicators::{IndicatorError, Ledger};
use crate::model::{Day, Period, Sex};

/// What cells need to know of one participation.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) person: i64,
    pub(crate) centre: Arc<str>,
    pub(crate) sex: Sex,
    pub(crate) entry: i64,
    pub(crate) exit: Option<i64>,
    pub(crate) categories: Vec<(Arc<str>, Arc<str>)>,
}

impl Unit {
    /// Which participation stands for a person in a cell: an open one before every ended one, then the
    /// later exit, the later entry, the centre's name that comes last (rulings.md 4).
    fn rank(&self) -> (bool, Option<i64>, i64, &Arc<str>) {
        (self.exit.is_none(), self.exit, self.entry, &self.centre)
    }
}

/// All participations by number, and the centres that a run is about.
#[derive(Debug)]
pub(crate) struct Cells {
    units: BTreeMap<i64, Unit>,
    centres: Vec<Arc<str>>,
    present: BTreeMap<(Arc<str>, Sex), u64>,
}

impl Cells {
    /// Reads stays and their categories.
    pub(crate) fn of_stays(store: &FactStore, only: Option<&str>) -> Result<Self, IndicatorError> {
        Self::new(store, "participation", DIMENSION_TABLE, only)
    }

    /// Reads participations in projects and their categories.
    pub(crate) fn of_projects(
        store: &FactStore,
        only: Option<&str>,
    ) -> Result<Self, IndicatorError> {
        Self::new(store, "project_participation", PROJECT_DIMENSION_TABLE, only)
    }

    fn new(
        store: &FactStore,
        participations: &str,
        dimensions: &str,
        only: Option<&str>,
    ) -> Result<Self, IndicatorError> {
        let mut units = BTreeMap::new();
        let participation = table(store, participations)?;
        for place in 0..participation.height() {
            let Some(id) = participation.integer("participation_id", place) else { continue };
            let sex = match participation.text("sex", place).as_deref() {
                Some("K") => Sex::K,
                Some("M") => Sex::M,
                _ => Sex::Unknown,
            };
            let unit = Unit {
                person: participation.integer("person_id", place).unwrap_or(0),
                centre: participation.text("centre", place).unwrap_or_else(|| "?".into()),
                sex,
                entry: participation.integer("entry_day", place).unwrap_or(0),
                exit: participation.integer("exit_day", place),
                categories: Vec::new(),
            };
            units.insert(id, unit);
        }
        let dimension = table(store, dimensions)?;
        for place in 0..dimension.height() {
            let unit =
                dimension.integer("participation_id", place).and_then(|id| units.get_mut(&id));
            let category =
                dimension.text("dimension", place).zip(dimension.text("category", place));
            if let (Some(unit), Some(category)) = (unit, category) {
                unit.categories.push(category);
            }
        }
        // Centres of stays, so that every indicator has the same ones.
        let stays = table(store, "participation")?;
        let centres: BTreeSet<Arc<str>> = (0..stays.height())
            .filter_map(|place| stays.text("centre", place))
            .filter(|centre| only.is_none_or(|only| only == &**centre))
            .collect();
        let mut present = BTreeMap::new();
        for unit in units.values() {
            for centre in [Arc::from("*"), Arc::clone(&unit.centre)] {
                for sex in [Sex::All, unit.sex] {
                    *present.entry((Arc::clone(&centre), sex)).or_default() += 1;
                }
            }
        }
        Ok(Self { units, centres: centres.into_iter().collect(), present })
    }

    /// How many participations of a centre (`*`: of all) and sex there are, whatever the period.
    pub(crate) fn present(&self, centre: &Arc<str>, sex: Sex) -> u64 {
        self.present.get(&(Arc::clone(centre), sex)).copied().unwrap_or(0)
    }

    /// The same of the participations that are kept, in the centres that a run is about.
    pub(crate) fn present_among(&self, sex: Sex, keep: &dyn Fn(i64) -> bool) -> u64 {
        let is_of = |(id, unit): &(&i64, &Unit)| {
            (sex == Sex::All || unit.sex == sex) && keep(**id) && self.is_wanted(**id)
        };
        self.units.iter().filter(is_of).map(|_| 1).sum()
    }

    pub(crate) fn unit(&self, participation: i64) -> Option<&Unit> {
        self.units.get(&participation)
    }

    /// Whether a run is about a participation. What no table knows is kept, so that it is refused.
    pub(crate) fn is_wanted(&self, participation: i64) -> bool {
        self.units.get(&participation).is_none_or(|unit| self.centres.contains(&unit.centre))
    }

    /// Refuses a ledger with a row of a participation that its header leaves out: what lies outside
    /// the population is taken to be of no account elsewhere.
    pub(crate) fn keep_to_population(
        &self,
        indicator: &Indicator,
        ledger: &Ledger,
        period: Period,
    ) -> Result<(), IndicatorError> {
        let Some(population) = indicator.population else { return Ok(()) };
        let day = |number: i64| i32::try_from(number).ok().and_then(Day::from_number);
        for row in &ledger.rows {
            let Some(unit) = self.units.get(&row.participation_id) else { continue };
            let entry = day(unit.entry);
            if entry.is_some_and(|entry| !population.holds(period, entry, unit.exit.and_then(day)))
            {
                return Err(IndicatorError::Ledger {
                    file: indicator.path.clone(),
                    problem: "a row stands outside the population of the header".to_owned(),
                });
            }
        }
        Ok(())
    }

    /// Centres that have a participation, in code-point order.
    pub(crate) fn centres(&self) -> &[Arc<str>] {
        &self.centres
    }

    /// For each person the participation that stands for the person.
    pub(crate) fn one_a_person(&self, participations: &[i64]) -> Vec<i64> {
        let mut best: BTreeMap<i64, (i64, &Unit)> = BTreeMap::new();
        for participation in participations {
            let Some(unit) = self.units.get(participation) else { continue };
            let better = best.get(&unit.person).is_none_or(|(_, known)| unit.rank() > known.rank());
            if better {
                best.insert(unit.person, (*participation, unit));
            }
        }
        let mut chosen: Vec<i64> =
            best.into_values().map(|(participation, _)| participation).collect();
        chosen.sort_unstable();
        chosen
    }
}

/// The fact table with this name.
fn table<'a>(store: &'a FactStore, name: &str) -> Result<&'a FactTable, IndicatorError> {
    store.table(name).ok_or_else(|| IndicatorError::Ledger {
        file: name.to_owned(),
        problem: "there is no such fact table".to_owned(),
    })
}
