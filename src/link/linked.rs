//! The tables after linking: persons without names, stays, jobs, benefits, support, centres.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::link::doubts::Doubts;
use crate::model::{AccountPeriod, Day, Month, Place, Sex, TooMany};

/// A person of this run. The pseudonym is a number in order of appearance: nothing can be computed back
/// from it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// Shown in findings: `os-0001`.
    pub pseudonym: String,
    /// Whether a participants table knows the person.
    pub is_participant: bool,
    /// Whether a table of the comparison group knows the person.
    pub is_referred: bool,
}

/// A centre.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Centre {
    /// Name, as the project file or the first table has it.
    pub name: Arc<str>,
    /// Gmina of the centre, if a centres table says.
    pub gmina: Option<Arc<str>>,
    /// Powiat of the centre, if a centres table says.
    pub powiat: Option<Arc<str>>,
    /// City with powiat rights.
    pub city_with_powiat_rights: Option<bool>,
}

/// An answer where empty and refused differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum YesNo {
    /// Not said.
    #[default]
    Missing,
    /// Refused.
    Refused,
    /// No.
    No,
    /// Yes.
    Yes,
}

/// One participation (indicators.md 1): rows of one person and centre that touch or overlap, joined.
///
/// Nothing in it was known after the as-of day. Codes are those of `queries/sources/participants.toml`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stay {
    /// Place of the person in `persons`.
    pub person: usize,
    /// Place of the centre in `centres`.
    pub centre: usize,
    /// First day.
    pub entry: Day,
    /// Last day; `None` while taking part on the as-of day.
    pub exit: Option<Day>,
    /// Where the first row stands.
    pub place: Place,
    /// Sex.
    pub sex: Sex,
    /// Birth date.
    pub birth: Option<Day>,
    /// Education code.
    pub education: Option<Arc<str>>,
    /// Gmina, as written.
    pub gmina: Option<Arc<str>>,
    /// Powiat, as written.
    pub powiat: Option<Arc<str>>,
    /// DEGURBA code.
    pub area: Option<Arc<str>>,
    /// Labour status code at entry.
    pub labour_status: Option<Arc<str>>,
    /// Unemployed since.
    pub unemployed_since: Option<Day>,
    /// Group codes (art. 1 ust. 2).
    pub groups: Arc<[Arc<str>]>,
    /// Disability code.
    pub disability: Option<Arc<str>>,
    /// Pathway code.
    pub pathway: Option<Arc<str>>,
    /// Third-country national.
    pub third_country: YesNo,
    /// Foreign background.
    pub foreign_background: YesNo,
    /// Minority.
    pub minority: YesNo,
    /// Homeless.
    pub homeless: YesNo,
    /// Referring body code.
    pub referred_by: Option<Arc<str>>,
    /// Referral date.
    pub referral: Option<Day>,
    /// Project number.
    pub project: Option<Arc<str>>,
    /// Way of leaving.
    pub exit_kind: Option<Arc<str>>,
    /// Workshops, as written.
    pub workshops: Arc<BTreeSet<Arc<str>>>,
    /// Situation after leaving.
    pub outcome: Option<Arc<str>>,
    /// Its day.
    pub outcome_day: Option<Day>,
    /// Gained a qualification.
    pub qualification: YesNo,
    /// Took up school-form education.
    pub education_after: YesNo,
    /// ESF start-up money.
    pub startup_grant: YesNo,
    /// Social progress.
    pub social_progress: YesNo,
    /// Situation after six months.
    pub status_6m: Option<Arc<str>>,
    /// Its day.
    pub status_6m_day: Option<Day>,
}

/// One participation in a project (rulings.md 45): the stays of a person with the same project number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProjectParticipation {
    /// Places in `stays`, by entry.
    pub stays: Vec<usize>,
    /// The stay that began last: its place stands for the participation.
    pub last_begun: usize,
    /// The stay that ends last: its exit-side values are those of the participation.
    pub last_ended: usize,
    /// The values of several stays, as if they were one; a single stay is not kept twice.
    pub joined: Option<Box<Stay>>,
}

impl ProjectParticipation {
    /// The values of the participation, as if it were one stay of `stays`.
    pub fn values<'a>(&'a self, stays: &'a [Stay]) -> Option<&'a Stay> {
        self.joined.as_deref().or_else(|| stays.get(self.last_begun))
    }
}

/// One job of a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Job {
    /// Place of the person in `persons`.
    pub person: usize,
    /// First day.
    pub start: Day,
    /// Last day; `None` while it runs on the as-of day.
    pub end: Option<Day>,
    /// Form code.
    pub form: Option<Arc<str>>,
    /// Share of full working time in thousandths.
    pub time: Option<i64>,
    /// Employer, folded; only for comparing.
    pub employer: Option<Arc<str>>,
    /// Value of a civil-law contract in grosze.
    pub value: Option<i64>,
    /// Monthly wage in grosze.
    pub wage: Option<i64>,
}

/// What a person got of one kind from one payer in one month.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct BenefitMonth {
    /// Place of the person in `persons`.
    pub person: usize,
    /// Month.
    pub month: Month,
    /// Kind code.
    pub kind: Arc<str>,
    /// Payer code.
    pub payer: Arc<str>,
    /// Amount in grosze.
    pub grosze: i64,
}

/// The most that was paid within so many months in a row.
pub fn widest(paid: &BTreeMap<Month, i64>, months: u32) -> i64 {
    let width = i32::try_from(months).unwrap_or(i32::MAX);
    let sums = paid.keys().map(|first| {
        let last = Month::from_number(first.number().saturating_add(width - 1));
        paid.range(*first..=last.max(*first)).map(|(_, grosze)| grosze).sum()
    });
    sums.max().unwrap_or(0)
}

/// One form of support for a person.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Support {
    /// Place of the person in `persons`.
    pub person: usize,
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Option<Day>,
    /// Kind code.
    pub kind: Arc<str>,
    /// Area code.
    pub area: Option<Arc<str>>,
}

/// Months for which the social-assistance benefits of a centre's participants are complete.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Coverage {
    /// Place of the centre in `centres`; `None` for all.
    pub centre: Option<usize>,
    /// First month.
    pub first: Month,
    /// Last month, not after the as-of day.
    pub last: Month,
}

/// One amount of a centre.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Account {
    /// Place of the centre in `centres`.
    pub centre: usize,
    /// Year or quarter.
    pub period: AccountPeriod,
    /// Category code of `queries/sources/finance.toml`.
    pub category: Arc<str>,
    /// `plan` or `execution`.
    pub side: Arc<str>,
    /// Amount in grosze.
    pub grosze: i64,
}

/// Staff of one kind of a centre in a year.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Staff {
    /// Place of the centre in `centres`.
    pub centre: usize,
    /// Year.
    pub year: i32,
    /// Kind of employment or post, as written.
    pub kind: Arc<str>,
    /// Persons, in thousandths.
    pub persons: i64,
    /// Full-time equivalents, in thousandths.
    pub full_time_equivalents: Option<i64>,
}

/// What a project has promised to reach; numbers in thousandths, a share's in percent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    /// Number of the project; without one the target is of all participations.
    pub project: Option<Arc<str>>,
    /// Id of the indicator; the code as written where the catalogue does not have it.
    pub indicator: Arc<str>,
    /// Value at the beginning.
    pub baseline: Option<i64>,
    /// Target for women.
    pub women: Option<i64>,
    /// Target for men.
    pub men: Option<i64>,
    /// Target for all.
    pub all: Option<i64>,
    /// Day for which the target is set.
    pub due: Option<Day>,
}

/// Everything that facts are made of.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LinkedTables {
    /// Persons in order of appearance.
    pub persons: Vec<Person>,
    /// Centres, by name.
    pub centres: Vec<Centre>,
    /// Participations, by centre, entry and person.
    pub stays: Vec<Stay>,
    /// Participations in projects; every stay belongs to one. By the stay that began last.
    pub projects: Vec<ProjectParticipation>,
    /// Jobs, by person and start.
    pub jobs: Vec<Job>,
    /// Benefits, by person, month, kind and payer; each such key once.
    pub benefits: Vec<BenefitMonth>,
    /// Support, by person and start.
    pub support: Vec<Support>,
    /// Coverage.
    pub coverage: Vec<Coverage>,
    /// Amounts of finance tables, by centre, period, category and side.
    pub accounts: Vec<Account>,
    /// Staff, by centre, year and kind.
    pub staff: Vec<Staff>,
    /// Targets, in the order of the tables, then those of the project file.
    pub targets: Vec<Target>,
    /// Persons who were referred and did not enter: `entry` is the day of the referral, there is no exit.
    pub comparison: Vec<Stay>,
    /// What mending the findings could change, unless there is too much; nothing where it was not asked.
    pub doubts: Option<Result<Doubts, TooMany>>,
}

impl LinkedTables {
    /// Where a participation in a project stands: the place of its first row, and the person's pseudonym.
    /// The participation has the number of the stay that began last, counted from 1.
    pub fn project_witness(&self, participation: i64) -> Option<(Place, String)> {
        let last_begun = usize::try_from(participation).ok()?.checked_sub(1)?;
        let known =
            self.projects.binary_search_by_key(&last_begun, |known| known.last_begun).ok()?;
        let known = self.projects.get(known)?;
        let first = self.stays.get(*known.stays.first()?)?;
        let person = self.persons.get(first.person)?;
        Some((first.place.clone(), person.pseudonym.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_window_holds_the_most_of_any_months_in_a_row() {
        let month = |text| Month::parse_iso(text).unwrap();
        let paid = BTreeMap::from([
            (month("2024-01"), 100),
            (month("2024-02"), 300),
            (month("2024-12"), 250),
            (month("2025-01"), 200),
        ]);
        assert_eq!(widest(&paid, 1), 300);
        assert_eq!(widest(&paid, 2), 450);
        // February to January.
        assert_eq!(widest(&paid, 12), 750);
        assert_eq!(widest(&BTreeMap::new(), 12), 0);
    }
}
