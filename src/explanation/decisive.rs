//! Which rows decided: the indicator's own query is asked again about people who lack one of them.
//!
//! A row decides when the answer about its person would be another without it, or when it alone, of its
//! kind or of its side of the stay, brings the answer about. So two jobs that run on the day both decide,
//! and one long before does not. This needs to know nothing about the indicator.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::explanation::benefits::Side;
use crate::explanation::{ExplanationError, Known};
use crate::facts::build;
use crate::indicators;
use crate::link::{BenefitMonth, Job, LinkedTables, Person, Stay, Support, project_participations};
use crate::model::{LedgerRow, LedgerStatus};

/// Places of the rows that decided, in the lists of the linked tables.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Decisive {
    pub(super) jobs: BTreeSet<usize>,
    pub(super) benefits: BTreeSet<usize>,
    pub(super) support: BTreeSet<usize>,
}

/// Rows of people that never were, at most, in one go: their memory is bounded.
const ROWS_AT_A_TIME: usize = 300_000;

/// For each of the stays, given by their places, the rows of its person that decided.
pub(super) fn decisive(
    known: &Known<'_>,
    stays: &[usize],
) -> Result<Vec<Decisive>, ExplanationError> {
    let mut found = Vec::new();
    let mut trials = Trials::default();
    for (place, stay) in stays.iter().enumerate() {
        trials.add(known, place, *stay);
        found.push(Decisive::default());
        if trials.rows > ROWS_AT_A_TIME {
            std::mem::take(&mut trials).run(known, &mut found)?;
        }
    }
    trials.run(known, &mut found)?;
    Ok(found)
}

/// The lists whose rows are tried.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum List {
    Jobs,
    Benefits,
    Support,
}

/// What a made-up person has of the real one's rows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Trial {
    /// All.
    All,
    /// All but one row.
    Without(List, usize),
    /// None of a list.
    No(List),
    /// Of a list only one row.
    Only(List, usize),
    /// None of a list on one side of the stay.
    NoOfSide(List, Side),
    /// Of a list and side only one row.
    OnlyOfSide(List, Side, usize),
}

/// What the ledger says of somebody in one part; the numbers of who is counted.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Said {
    benefit_kind: Arc<str>,
    payer: Arc<str>,
    month_offset: Option<i64>,
    status: LedgerStatus,
    reason: Arc<str>,
    numbers: Option<(i64, i64)>,
}

/// The rows of one person that are tried, each with its side of the stay.
struct PersonRows<'a> {
    stay: &'a Stay,
    stays: Vec<&'a Stay>,
    jobs: Vec<(usize, &'a Job, Side)>,
    benefits: Vec<(usize, &'a BenefitMonth, Side)>,
    support: Vec<(usize, &'a Support, Side)>,
}

/// Made-up people and what each of them is for.
#[derive(Default)]
struct Trials {
    people: LinkedTables,
    /// By number of the participation: the place of the question, and the trial.
    purposes: BTreeMap<i64, (usize, Trial)>,
    rows: usize,
}

impl Trials {
    /// Makes up the people for the question at `place` about a stay.
    fn add(&mut self, known: &Known<'_>, place: usize, stay: usize) {
        let Some(person) = PersonRows::new(known, stay) else { return };
        let mut trials = BTreeSet::from([Trial::All]);
        let lists: [(List, Vec<(usize, Side)>); 3] = [
            (List::Jobs, person.jobs.iter().map(|(row, _, side)| (*row, *side)).collect()),
            (List::Benefits, person.benefits.iter().map(|(row, _, side)| (*row, *side)).collect()),
            (List::Support, person.support.iter().map(|(row, _, side)| (*row, *side)).collect()),
        ];
        for (list, rows) in lists {
            for (row, side) in rows {
                trials.extend([
                    Trial::Without(list, row),
                    Trial::No(list),
                    Trial::Only(list, row),
                    Trial::NoOfSide(list, side),
                    Trial::OnlyOfSide(list, side, row),
                ]);
            }
        }
        for trial in trials {
            self.make_up(&person, place, trial);
        }
    }

    fn make_up(&mut self, person: &PersonRows<'_>, place: usize, trial: Trial) {
        let people = &mut self.people;
        let number = people.persons.len();
        people.persons.push(Person {
            pseudonym: String::new(),
            is_participant: true,
            is_referred: false,
        });
        for stay in &person.stays {
            people.stays.push(Stay { person: number, ..(*stay).clone() });
            if std::ptr::eq(*stay, person.stay) {
                let id = i64::try_from(people.stays.len()).unwrap_or(i64::MAX);
                self.purposes.insert(id, (place, trial));
            }
        }
        let jobs = person.jobs.iter().filter(|(row, _, side)| trial.keeps(List::Jobs, *row, *side));
        people.jobs.extend(jobs.map(|(_, job, _)| Job { person: number, ..(*job).clone() }));
        let benefits = person
            .benefits
            .iter()
            .filter(|(row, _, side)| trial.keeps(List::Benefits, *row, *side));
        people.benefits.extend(
            benefits.map(|(_, paid, _)| BenefitMonth { person: number, ..(*paid).clone() }),
        );
        let support =
            person.support.iter().filter(|(row, _, side)| trial.keeps(List::Support, *row, *side));
        people
            .support
            .extend(support.map(|(_, form, _)| Support { person: number, ..(*form).clone() }));
        self.rows += person.stays.len() + person.jobs.len() + person.benefits.len();
    }

    /// Asks the query about all of them.
    fn run(mut self, known: &Known<'_>, found: &mut [Decisive]) -> Result<(), ExplanationError> {
        if self.people.stays.is_empty() {
            return Ok(());
        }
        // What belongs to no person stays as it is. Without `..` so that a new list is not forgotten.
        let LinkedTables {
            persons: _,
            centres,
            stays: _,
            projects: _,
            jobs: _,
            benefits: _,
            support: _,
            coverage,
            accounts,
            staff,
            targets: _,
            comparison: _,
            doubts: _,
        } = known.linked;
        self.people.centres.clone_from(centres);
        self.people.coverage.clone_from(coverage);
        self.people.accounts.clone_from(accounts);
        self.people.staff.clone_from(staff);
        self.people.projects = project_participations(&self.people.stays, centres);
        let store = build(&self.people, known.rules)?;
        let ledger = indicators::ledger(&store, known.indicator)?;
        let mut answers: BTreeMap<(usize, Trial), Vec<Said>> =
            self.purposes.values().map(|(place, trial)| ((*place, *trial), Vec::new())).collect();
        for row in ledger.rows.iter().filter(|row| known.part.holds(row)) {
            let purpose = self.purposes.get(&row.participation_id);
            if let Some(answer) = purpose.and_then(|purpose| answers.get_mut(purpose)) {
                answer.push(Said::new(row));
            }
        }
        for answer in answers.values_mut() {
            answer.sort();
        }
        let answer = |place, trial| answers.get(&(place, trial));
        for (place, trial) in self.purposes.values() {
            let Trial::OnlyOfSide(list, side, row) = *trial else { continue };
            let all = answer(*place, Trial::All);
            let alone = |only, none| {
                let (only, none) = (answer(*place, only), answer(*place, none));
                only == all && only != none
            };
            let decides = answer(*place, Trial::Without(list, row)) != all
                || alone(Trial::Only(list, row), Trial::No(list))
                || alone(*trial, Trial::NoOfSide(list, side));
            if let (true, Some(decisive)) = (decides, found.get_mut(*place)) {
                match list {
                    List::Jobs => decisive.jobs.insert(row),
                    List::Benefits => decisive.benefits.insert(row),
                    List::Support => decisive.support.insert(row),
                };
            }
        }
        Ok(())
    }
}

impl Trial {
    fn keeps(self, list: List, row: usize, side: Side) -> bool {
        match self {
            Self::All => true,
            Self::Without(tried, gone) => (tried, gone) != (list, row),
            Self::No(tried) => tried != list,
            Self::Only(tried, only) => tried != list || only == row,
            Self::NoOfSide(tried, tried_side) => (tried, tried_side) != (list, side),
            Self::OnlyOfSide(tried, tried_side, only) => {
                (tried, tried_side) != (list, side) || only == row
            }
        }
    }
}

impl Said {
    fn new(row: &LedgerRow) -> Self {
        let counted = row.status == LedgerStatus::Counted;
        Self {
            benefit_kind: Arc::clone(&row.benefit_kind),
            payer: Arc::clone(&row.payer),
            month_offset: row.month_offset,
            status: row.status,
            reason: Arc::clone(&row.reason),
            numbers: counted.then(|| (row.numerator.unwrap_or(0), row.denominator.unwrap_or(0))),
        }
    }
}

impl<'a> PersonRows<'a> {
    /// The rows of the person of a stay, of the lists that the query reads.
    fn new(known: &Known<'a>, stay: usize) -> Option<Self> {
        let linked = known.linked;
        let stay = linked.stays.get(stay)?;
        let person = stay.person;
        let reads = |tables: &[&str]| tables.iter().any(|table| known.reads.table(table));
        let side = |month| Side::of(stay, month);
        let jobs = linked.jobs.iter().enumerate().filter(|(_, job)| job.person == person);
        let benefits = linked.benefits.iter().enumerate();
        let benefits = benefits.filter(|(_, paid)| paid.person == person);
        let support = linked.support.iter().enumerate().filter(|(_, form)| form.person == person);
        Some(Self {
            stay,
            stays: linked.stays.iter().filter(|stay| stay.person == person).collect(),
            jobs: jobs
                .filter(|_| reads(&["job", "job_chain"]))
                .map(|(row, job)| (row, job, side(job.start.month())))
                .collect(),
            benefits: benefits
                .filter(|_| reads(&["benefit_month"]))
                .map(|(row, paid)| (row, paid, side(paid.month)))
                .collect(),
            support: support
                .filter(|_| reads(&["support"]))
                .map(|(row, form)| (row, form, side(form.start.month())))
                .collect(),
        })
    }
}
