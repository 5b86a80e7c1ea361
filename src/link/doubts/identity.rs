//! Whose a row could be.

use crate::link::doubts::context::Located;
use crate::link::doubts::people::keys;
use crate::link::doubts::stays::anything_of_anybody;
use crate::link::doubts::{Change, Follower, RowId, What, Who};
use crate::model::Finding;
use crate::validate::RowUse;

impl Follower<'_> {
    /// Whose the row could be after mending what the finding puts in doubt. In a row that is left out
    /// everything that keeps it out is mended together.
    pub(super) fn whose(&mut self, located: &Located<'_>, what: &What<'_>) -> Vec<Who> {
        let mut whose: Vec<Who> = self.named(located).into_iter().map(Who::Person).collect();
        if whose.is_empty() || self.identity_is_open(located, what) {
            whose.push(Who::Anybody);
        }
        whose
    }

    /// Whether the row could be another person's.
    pub(super) fn identity_is_open(&self, located: &Located<'_>, what: &What<'_>) -> bool {
        let identifies = |field: &str| matches!(field, "pesel" | "document");
        let left_out = located.state == RowUse::LeftOut;
        what.person
            || what.fields.iter().any(|field| identifies(field))
            || left_out && self.context.doubted(&located.id()).iter().any(|field| identifies(field))
    }

    /// The persons whom the row's numbers name; those whom no used row names get a place beyond the list.
    pub(super) fn named(&mut self, located: &Located<'_>) -> Vec<usize> {
        let persons = self.context.linking.persons;
        let mut named = self.context.known_to(located.table, located.row);
        if named.is_empty() {
            for key in keys(located.table, located.row).into_iter().take(1) {
                let next = persons.count() + self.newcomers.len();
                named.push(*self.newcomers.entry(key).or_insert(next));
            }
        }
        named
    }

    /// Two numbers in a row that is left out, or one that is in doubt beside one that is not: the row
    /// would make one person of two.
    pub(super) fn joined_persons(&mut self, located: &Located<'_>, what: &What<'_>) {
        let named = self.named(located);
        if located.state == RowUse::LeftOut
            && let [one, other] = named.as_slice()
        {
            self.changes.push(Change::Merge { one: *one, other: *other });
        }
        let given = |field: &str| located.table.value(located.row, field).is_given();
        let doubted = self.context.doubted(&located.id());
        let two =
            ["pesel", "document"].iter().all(|field| given(field) || doubted.contains(*field));
        if let Some(person) = named.first()
            && two
            && self.identity_is_open(located, what)
        {
            let rows = self.context.row_count(*person).saturating_add(1);
            self.changes.push(Change::Anything { person: *person, rows });
            self.changes.push(Change::Stay(anything_of_anybody(located.id())));
        }
    }

    /// X007: this person and the one at the other place may be one.
    pub(super) fn other_person(&mut self, finding: &Finding) {
        let persons = self.context.linking.persons;
        let located = self.context.locate(&finding.place);
        let one = located.and_then(|located| persons.of(located.index, located.row.number));
        let other = finding.argument("other").and_then(|other| persons.at(other));
        match (one, other) {
            (Some(one), Some(other)) => self.changes.push(Change::Merge { one, other }),
            _ => self.table(finding),
        }
    }

    /// X008: the project file names a row that there is not. It may mean any row, and so any two persons.
    pub(super) fn link_of_persons(&mut self, finding: &Finding) {
        for row in [0, 1] {
            let file = format!("{}: {}", finding.place.file, finding.read).into();
            let row = RowId { file, sheet: finding.place.sheet.clone(), row: Some(row) };
            self.changes.push(Change::Stay(anything_of_anybody(row)));
        }
    }
}
