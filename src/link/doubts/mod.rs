//! What mending a finding could change: whose participation, whose job, which amount.
//!
//! Every open finding (graver than a note) is followed from its cell to what linking made of the row. How
//! far a figure could move is no question of this room.

mod context;
mod identity;
mod jobs;
mod payments;
mod people;
mod stays;
mod strangers;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::{Catalogue, Doubted};
use crate::link::doubts::context::{Context, Located};
use crate::link::doubts::people::Key;
use crate::link::linked::{LinkedTables, Stay};
use crate::model::{Day, Finding, Grosze, Month, TooMany};

pub(crate) use context::Linking;
pub use strangers::Strangers;

/// What mending one finding could change, in parts that are independent of each other.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Doubt {
    /// The parts; none when mending changes nothing that figures are made of.
    pub changes: Vec<Change>,
}

/// The row, sheet or file that a change is about: one row comes or goes once, however many findings
/// stand in it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RowId {
    /// File, relative to the input folder.
    pub file: Arc<str>,
    /// Sheet, empty for CSV and whole files.
    pub sheet: Arc<str>,
    /// Row from 0; `None` for the sheet or file as a whole.
    pub row: Option<u32>,
}

/// Whose a row could be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Who {
    /// A person, by place in `persons`; a place beyond the list is a person whom only rows that were
    /// left out name.
    Person(usize),
    /// Anybody, a new person too.
    Anybody,
}

/// One part of what mending could change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A field of one participation may have any other value; its days stay.
    Value {
        /// Place of the person.
        person: usize,
        /// Place of the centre.
        centre: usize,
        /// A day of the participation.
        entry: Day,
        /// Field of the participants table.
        field: String,
    },
    /// A row of a participants table may come, go or have other days.
    Stay(StayChange),
    /// A person may have other participations, whatever they are, up to a number of rows.
    Anything {
        /// Place of the person.
        person: usize,
        /// The rows that speak of the person afterwards, at most.
        rows: u32,
    },
    /// A job may come, go or change.
    Job {
        /// The row that tells of it.
        row: RowId,
        /// Whose it could be.
        who: Who,
        /// Field of the jobs table; `start` stands for the whole job.
        field: String,
    },
    /// A payment may come or go.
    Payment(PaymentChange),
    /// The payer of a person's payments may be another one.
    Payer {
        /// Place of the person.
        person: usize,
    },
    /// Two persons may be one.
    Merge {
        /// Place of one.
        one: usize,
        /// Place of the other.
        other: usize,
    },
    /// Benefits may be complete for other months than was taken.
    Coverage {
        /// Also for fewer.
        narrower: bool,
    },
    /// A sheet or file as a whole is in doubt.
    Table {
        /// Which.
        row: RowId,
        /// Kind of table, where it is known.
        kind: Option<String>,
        /// Rows that it holds at most, where they are known.
        rows: Option<u64>,
    },
}

/// A row of a participants table that may come, go or have other days.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StayChange {
    /// The row.
    pub row: RowId,
    /// Whose it could be.
    pub who: Who,
    /// Place of the centre; `None` when it could be any.
    pub centre: Option<usize>,
    /// First day; `None` when it could be any.
    pub entry: Option<Day>,
    /// Last day.
    pub exit: Exit,
    /// First and last day of the rows that are one participation with it now.
    pub neighbours: Vec<(Day, Option<Day>)>,
    /// Rows that speak of the person, this one among them when it is used.
    pub rows: u32,
    /// Whether it is used now.
    pub used: bool,
    /// Whether the row stays as it is or is gone altogether.
    pub whole: bool,
    /// Whether it carries a job.
    pub job: bool,
    /// The one field that could differ, when no other participation can be touched by it.
    pub only: Option<String>,
}

/// The last day of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// As read; `None` while the person takes part.
    Known(Option<Day>),
    /// It could be any.
    Any,
}

/// A payment that may come or go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaymentChange {
    /// Its row.
    pub row: RowId,
    /// Whose it could be.
    pub who: Who,
    /// Kind of benefit; `None` when it could be any.
    pub kind: Option<Arc<str>>,
    /// First and last month; `None` when they could be any.
    pub months: Option<(Month, Month)>,
    /// The most that it adds or takes away; `None` when there is no limit.
    pub most: Option<Grosze>,
    /// Whether that amount is paid in every month.
    pub monthly: bool,
    /// Whether it may come, or go.
    pub way: Way,
}

/// Which way a payment goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Way {
    /// It is not counted and may come to be.
    Comes,
    /// It is counted and may go.
    Goes,
}

/// What mending the findings of a run could change.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Doubts {
    /// One a finding, in the order in which `link` leaves them.
    pub of_findings: Vec<Doubt>,
    /// Benefits of persons whom no participants table knows: the row of a participant may have been left
    /// out.
    pub strangers: Strangers,
}

/// Beyond these no finding is followed: it would take longer than everything else.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DoubtLimits {
    /// Participations.
    pub stays: usize,
    /// Findings that somebody still has to mend.
    pub open_findings: usize,
}

/// The doubts of findings, unless there is more of something than the limits say.
pub(crate) fn of(
    findings: &[Finding],
    linking: &Linking<'_>,
    most: DoubtLimits,
) -> Result<Doubts, TooMany> {
    let open: Vec<&Finding> = findings.iter().filter(|finding| finding.is_open()).collect();
    if open.is_empty() {
        let of_findings = vec![Doubt::default(); findings.len()];
        return Ok(Doubts { of_findings, ..Doubts::default() });
    }
    if linking.stays.len() > most.stays {
        return Err(TooMany::Participations);
    }
    if open.len() > most.open_findings {
        return Err(TooMany::Findings);
    }
    let context = Context::new(&open, linking);
    let mut newcomers = BTreeMap::new();
    let followed = findings.iter().map(|finding| {
        let mut changes = Vec::new();
        if finding.is_open() {
            Follower { context: &context, newcomers: &mut newcomers, changes: &mut changes }
                .follow(finding);
        }
        Doubt { changes }
    });
    let of_findings = followed.collect();
    Ok(Doubts { of_findings, strangers: strangers::of(linking, &context) })
}

impl LinkedTables {
    /// What mending a finding on finished figures could change. It stands at the first row of a person and
    /// speaks of all rows of that person.
    pub fn doubt_of(&self, finding: &Finding, catalogue: &Catalogue) -> Doubt {
        let doubted = catalogue.check(finding.code).and_then(|page| page.doubt.as_ref());
        let first = self.stays.iter().find(|stay| stay.place == finding.place);
        let (Some(doubted), Some(first)) = (doubted, first) else {
            let row = RowId {
                file: Arc::clone(&finding.place.file),
                sheet: Arc::clone(&finding.place.sheet),
                row: None,
            };
            return Doubt { changes: vec![Change::Table { row, kind: None, rows: None }] };
        };
        let person = first.person;
        let stays: Vec<&Stay> = self.stays.iter().filter(|stay| stay.person == person).collect();
        let mut changes = Vec::new();
        for doubted in doubted {
            match doubted {
                Doubted::Field(field) if !stays::STAY.contains(&field.as_str()) => {
                    changes.extend(stays.iter().map(|stay| Change::Value {
                        person,
                        centre: stay.centre,
                        entry: stay.entry,
                        field: field.clone(),
                    }));
                }
                _ => {
                    let rows = u32::try_from(stays.len() + 1).unwrap_or(u32::MAX);
                    changes.push(Change::Anything { person, rows });
                }
            }
        }
        Doubt { changes }
    }
}

/// Follows one finding.
struct Follower<'a> {
    context: &'a Context<'a>,
    /// Persons whom only left-out rows name, by those rows' keys.
    newcomers: &'a mut BTreeMap<Key, usize>,
    changes: &'a mut Vec<Change>,
}

impl Follower<'_> {
    fn follow(&mut self, finding: &Finding) {
        let context = self.context;
        let page = context.linking.rules.catalogue.check(finding.code);
        let Some(doubted) = page.and_then(|page| page.doubt.as_ref()) else {
            return self.table(finding);
        };
        for doubted in doubted {
            match doubted {
                Doubted::Coverage => self.changes.push(Change::Coverage { narrower: true }),
                Doubted::WiderCoverage => self.changes.push(Change::Coverage { narrower: false }),
                Doubted::Table => self.table(finding),
                Doubted::Total => self.total(finding),
                Doubted::OtherPerson => self.other_person(finding),
                Doubted::Cell | Doubted::Field(_) | Doubted::Row | Doubted::Person => {}
            }
        }
        let what = What::new(context.field_of(finding), doubted);
        if what == What::default() {
            return;
        }
        match context.locate(&finding.place) {
            Some(located) => self.row(finding, &located, &what),
            None if what.person => self.link_of_persons(finding),
            None => self.table(finding),
        }
    }

    /// A finding in a row of data.
    fn row(&mut self, finding: &Finding, located: &Located<'_>, what: &What<'_>) {
        match located.table.kind.as_str() {
            "participants" => self.participants_row(located, what),
            "jobs" => self.jobs_row(located, what),
            "benefits" => self.benefits_row(located, what),
            // Where no project file names the centres, the names in this table do.
            "centres" if what.fields.contains("centre") && !self.context.centres_are_declared() => {
                self.table(finding);
            }
            "support" => self.joined_persons(located, what),
            _ => {}
        }
    }

    /// A sheet or file as a whole.
    fn table(&mut self, finding: &Finding) {
        let place = &finding.place;
        let row =
            RowId { file: Arc::clone(&place.file), sheet: Arc::clone(&place.sheet), row: None };
        let told = finding.argument("rows").and_then(|rows| rows.parse().ok());
        // Of a table that is left out as a whole it is known how much it holds.
        let rows = told.or_else(|| {
            let (_, table) = self.context.table_at(place)?;
            let unused = table.rows().is_empty().then(|| table.left_out().count())?;
            u64::try_from(unused).ok()
        });
        let kinds = match finding.argument("table") {
            Some(kind) => vec![Some(kind.to_owned())],
            None => self.context.kinds_of_file(&place.file),
        };
        let changes = kinds.into_iter().map(|kind| Change::Table { row: row.clone(), kind, rows });
        self.changes.extend(changes);
    }
}

/// What a finding puts in doubt of its row.
#[derive(PartialEq, Eq, Default)]
struct What<'a> {
    fields: BTreeSet<&'a str>,
    row: bool,
    person: bool,
}

impl<'a> What<'a> {
    fn new(field: &'a str, doubted: &'a [Doubted]) -> Self {
        let mut what = Self::default();
        for doubted in doubted {
            match doubted {
                Doubted::Cell => {
                    what.fields.insert(field);
                }
                Doubted::Field(name) => {
                    what.fields.insert(name);
                }
                Doubted::Row => what.row = true,
                Doubted::Person => what.person = true,
                Doubted::OtherPerson
                | Doubted::Coverage
                | Doubted::WiderCoverage
                | Doubted::Table
                | Doubted::Total => {}
            }
        }
        what
    }
}
