//! What mending a row of a participants table could change.

use std::collections::BTreeSet;

use crate::link::doubts::context::{Located, PersonRow};
use crate::link::doubts::{Change, Exit, Follower, RowId, StayChange, What, Who};
use crate::model::Day;
use crate::validate::{RowUse, ValidRow, ValidTable, Value};

/// Fields that say whose participation it is, where, and from when to when.
pub(super) const STAY: [&str; 5] = ["pesel", "document", "centre", "entry_date", "exit_date"];

/// Fields of a list that describe a job, and what the employment history calls them.
const JOB: [(&str, &str); 6] = [
    ("job_start", "start"),
    ("job_end", "end"),
    ("job_form", "form"),
    ("job_time", "time"),
    ("job_value", "value"),
    ("wage", "wage"),
];

impl Follower<'_> {
    pub(super) fn participants_row(&mut self, located: &Located<'_>, what: &What<'_>) {
        match located.state {
            // A value elsewhere in a row that is left out moves nothing before the row comes back.
            RowUse::LeftOut => {
                let keeps_out = what.fields.iter().any(|field| STAY.contains(field));
                if keeps_out || what.person || what.row {
                    self.row_that_may_come(located, what);
                }
            }
            // One of two equal rows is deleted: nothing changes.
            RowUse::Copy if what.row => {}
            RowUse::Used | RowUse::Copy => self.row_in_use(located, what),
        }
    }

    /// A row that is left out: it comes back with the days that can be read, or with any.
    fn row_that_may_come(&mut self, located: &Located<'_>, what: &What<'_>) {
        let context = self.context;
        self.joined_persons(located, what);
        let Located { table, row, .. } = *located;
        let doubted = context.doubted(&located.id());
        let open = |field: &str| doubted.contains(field);
        let entry = table.day(row, "entry_date").filter(|_| !open("entry_date"));
        let exit = table.day(row, "exit_date");
        let centres = context.linking.centres;
        let centre = centres.would_be(table, row, context.linking.rules);
        let job = table.value(row, "job_start").is_given() || doubted.contains("job_start");
        for who in self.whose(located, what) {
            let rows = match who {
                Who::Person(person) => context.row_count(person).saturating_add(1),
                Who::Anybody => 1,
            };
            self.changes.push(Change::Stay(StayChange {
                row: located.id(),
                who,
                centre: centre.filter(|_| !open("centre")),
                entry,
                exit: if open("exit_date") { Exit::Any } else { Exit::Known(exit) },
                neighbours: Vec::new(),
                rows,
                used: false,
                whole: false,
                job,
                only: None,
            }));
        }
    }

    /// A row that is used, or a copy of one.
    fn row_in_use(&mut self, located: &Located<'_>, what: &What<'_>) {
        let Located { index, table, row, .. } = *located;
        let linking = self.context.linking;
        let (Some(person), Some(centre), Some(entry)) = (
            linking.persons.of(index, row.number),
            linking.centres.of(table, row),
            table.day(row, "entry_date"),
        ) else {
            return;
        };
        let days: BTreeSet<&str> = ["centre", "entry_date", "exit_date"]
            .into_iter()
            .filter(|field| what.fields.contains(field))
            .collect();
        if what.row || !days.is_empty() {
            self.changes.push(Change::Stay(self.with_other_days(located, person, &days)));
        }
        if what.person || what.fields.contains("pesel") || what.fields.contains("document") {
            self.another_person(located, person, what);
        }
        let job_may_be_dropped = self.job_is_in_doubt(table, row, located);
        for field in what.fields.iter().filter(|field| !STAY.contains(field)) {
            let field = (*field).to_owned();
            if let Some((_, name)) = JOB.iter().find(|(known, _)| *known == field) {
                let (row, who) = (located.id(), Who::Person(person));
                self.changes.push(Change::Job { row, who, field: (*name).to_owned() });
                continue;
            }
            // A job before the working age is left out (P015).
            if field == "birth_date" && job_may_be_dropped {
                let (row, who) = (located.id(), Who::Person(person));
                self.changes.push(Change::Job { row, who, field: "start".to_owned() });
            }
            self.changes.push(Change::Value { person, centre, entry, field });
        }
    }

    fn job_is_in_doubt(&self, table: &ValidTable, row: ValidRow, located: &Located<'_>) -> bool {
        table.value(row, "job_start").is_given()
            || self.context.doubted(&located.id()).contains("job_start")
    }

    /// A used row whose days or centre could be others, or which may go altogether.
    fn with_other_days(
        &self,
        located: &Located<'_>,
        person: usize,
        days: &BTreeSet<&str>,
    ) -> StayChange {
        let Located { table, row, .. } = *located;
        let context = self.context;
        let centre = context.linking.centres.of(table, row);
        let entry = table.day(row, "entry_date");
        let exit = Exit::Known(table.day(row, "exit_date"));
        let stay = centre.zip(entry).and_then(|(centre, day)| context.stay_at(person, centre, day));
        let is_neighbour = |known: &&PersonRow| {
            (known.index, known.number) != (located.index, row.number)
                && known.centre == centre
                && stay.is_some_and(|stay| {
                    stay.entry <= known.entry && stay.exit.is_none_or(|exit| known.entry <= exit)
                })
        };
        let rows = context.rows_of(person);
        let only = match days.iter().collect::<Vec<_>>().as_slice() {
            [field] if rows.len() == 1 && **field != "exit_date" => Some((**field).to_owned()),
            _ => None,
        };
        StayChange {
            row: located.id(),
            who: Who::Person(person),
            centre: centre.filter(|_| !days.contains("centre")),
            entry: entry.filter(|_| !days.contains("entry_date")),
            exit: if days.contains("exit_date") { Exit::Any } else { exit },
            neighbours: rows
                .iter()
                .filter(is_neighbour)
                .map(|known| (known.entry, known.exit))
                .collect(),
            // Two stays written as one would get a row each.
            rows: context.row_count(person).saturating_add(u32::from(days.len() > 1)),
            used: true,
            whole: days.is_empty(),
            job: table.value(row, "job_start").is_given(),
            only,
        }
    }

    /// The number may be somebody else's: every row of the table that bears it goes to another person, or
    /// joins one.
    fn another_person(&mut self, located: &Located<'_>, person: usize, what: &What<'_>) {
        let context = self.context;
        let number = located.table.value(located.row, "pesel");
        let mine = [located.row.number];
        let same: Vec<u32> = match number {
            Value::Pesel(_) if what.fields.is_empty() => context
                .rows_of(person)
                .iter()
                .filter(|known| known.index == located.index)
                .filter(|known| {
                    let row = located.table.row(known.number);
                    row.is_some_and(|(row, _)| located.table.value(row, "pesel") == number)
                })
                .map(|known| known.number)
                .collect(),
            _ => mine.to_vec(),
        };
        let all = same.len() == context.rows_of(person).len();
        for number in same {
            let Some((row, state)) = located.table.row(number) else { continue };
            let located = Located { row, state, ..*located };
            let here = self.with_other_days(&located, person, &BTreeSet::new());
            let elsewhere = StayChange { who: Who::Anybody, used: false, rows: 1, ..here.clone() };
            // A second number joins persons; a wrong one takes its rows away.
            if all && what.person {
                self.changes.push(Change::Stay(StayChange { rows: 1, ..here }));
            } else {
                let rows = context.row_count(person).saturating_add(1);
                self.changes.push(Change::Anything { person, rows });
            }
            self.changes.push(Change::Stay(elsewhere));
        }
    }
}

/// A row of which nothing is known: it may come to be anybody's.
pub(super) fn anything_of_anybody(row: RowId) -> StayChange {
    StayChange {
        row,
        who: Who::Anybody,
        centre: None,
        entry: None::<Day>,
        exit: Exit::Any,
        neighbours: Vec::new(),
        rows: 1,
        used: false,
        whole: false,
        job: true,
        only: None,
    }
}
