//! What following findings needs: rows by their places, the rows of a person, what else is wrong in a row.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::benefits::{SourceKey, SourceMonths, Spread, Spreads, declared};
use crate::link::centres::Centres;
use crate::link::doubts::people::People;
use crate::link::doubts::{RowId, What};
use crate::link::linked::{Stay, widest};
use crate::link::persons::Persons;
use crate::model::{Day, Finding, Month, Place};
use crate::validate::{RowUse, ValidRow, ValidTable, Value};

/// Everything that linking made.
pub(crate) struct Linking<'a> {
    pub(crate) tables: &'a [ValidTable],
    pub(crate) persons: &'a Persons,
    pub(crate) centres: &'a Centres,
    pub(crate) stays: &'a [Stay],
    pub(crate) sources: &'a BTreeMap<SourceKey, SourceMonths>,
    pub(crate) rules: LinkRules<'a>,
}

/// A row of data and what became of it.
#[derive(Clone, Copy)]
pub(super) struct Located<'a> {
    pub(super) index: usize,
    pub(super) table: &'a ValidTable,
    pub(super) row: ValidRow,
    pub(super) state: RowUse,
}

impl Located<'_> {
    pub(super) fn id(&self) -> RowId {
        RowId {
            file: Arc::clone(&self.table.file),
            sheet: Arc::clone(&self.table.sheet),
            row: Some(self.row.number),
        }
    }
}

/// One used row of a person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct PersonRow {
    pub(super) index: usize,
    pub(super) number: u32,
    pub(super) centre: Option<usize>,
    pub(super) entry: Day,
    pub(super) exit: Option<Day>,
}

/// What was paid under one number, by kind and month, in grosze.
type PaidByKind = BTreeMap<u16, BTreeMap<Month, i64>>;

/// See the module.
pub(super) struct Context<'a> {
    pub(super) linking: &'a Linking<'a>,
    people: People,
    tables: BTreeMap<(Arc<str>, Arc<str>), usize>,
    rows_of: BTreeMap<usize, Vec<PersonRow>>,
    doubted: BTreeMap<RowId, BTreeSet<String>>,
    stays_of: BTreeMap<usize, Vec<usize>>,
    paid_under: BTreeMap<(usize, Value), PaidByKind>,
}

impl<'a> Context<'a> {
    pub(super) fn new(open: &[&Finding], linking: &'a Linking<'a>) -> Self {
        let mut context = Self {
            linking,
            people: People::default(),
            tables: BTreeMap::new(),
            rows_of: BTreeMap::new(),
            doubted: BTreeMap::new(),
            stays_of: BTreeMap::new(),
            paid_under: BTreeMap::new(),
        };
        for (index, table) in linking.tables.iter().enumerate() {
            context.tables.insert((Arc::clone(&table.file), Arc::clone(&table.sheet)), index);
        }
        for (place, stay) in linking.stays.iter().enumerate() {
            context.stays_of.entry(stay.person).or_default().push(place);
        }
        for finding in open {
            context.note_doubts(finding);
        }
        let located: Vec<Located<'_>> =
            open.iter().filter_map(|finding| context.locate(&finding.place)).collect();
        context.people = People::of_rows(&located, linking);
        context.collect_rows(open, &located);
        context
    }

    /// The persons whom the numbers of a row name, each once; the row need not be used. Only of rows in
    /// which an open finding stands, and of those that are left out of a list.
    pub(super) fn known_to(&self, table: &ValidTable, row: ValidRow) -> Vec<usize> {
        self.people.known_to(table, row)
    }

    /// The row of data at a place.
    pub(super) fn locate(&self, place: &Place) -> Option<Located<'a>> {
        let (index, table) = self.table_at(place)?;
        let (row, state) = table.row(place.cell?.row)?;
        Some(Located { index, table, row, state })
    }

    pub(super) fn table_at(&self, place: &Place) -> Option<(usize, &'a ValidTable)> {
        let key = (Arc::clone(&place.file), Arc::clone(&place.sheet));
        let index = *self.tables.get(&key)?;
        Some((index, self.linking.tables.get(index)?))
    }

    /// The kinds of table that a file holds, `None` where none is known.
    pub(super) fn kinds_of_file(&self, file: &str) -> Vec<Option<String>> {
        let of_file = self.linking.tables.iter().filter(|table| &*table.file == file);
        let kinds: BTreeSet<&str> = of_file.map(|table| table.kind.as_str()).collect();
        if kinds.is_empty() {
            return vec![None];
        }
        kinds.into_iter().map(|kind| Some(kind.to_owned())).collect()
    }

    /// The most that was paid in a benefits table under the number of a row within the months that are
    /// compared, by kind.
    pub(super) fn paid_under(&self, located: &Located<'_>) -> Vec<(Arc<str>, i64)> {
        let rules = self.linking.rules;
        let key = (located.index, located.table.value(located.row, "pesel"));
        let field = rules.catalogue.source("benefits").and_then(|source| source.field("kind"));
        let code = |kind: u16| field?.1.dictionary.code(usize::from(kind)).map(Arc::from);
        let paid = self.paid_under.get(&key).into_iter().flatten();
        paid.filter_map(|(kind, paid)| {
            let months = rules.project.settings.benefit_window_months;
            Some((code(*kind)?, widest(paid, months)))
        })
        .collect()
    }

    /// The field in whose cell a finding stands, also where it names none.
    pub(super) fn field_of<'b>(&self, finding: &'b Finding) -> &'b str
    where
        'a: 'b,
    {
        let named = || {
            let (_, table) = self.table_at(&finding.place)?;
            let cell = finding.place.cell?;
            let column = table.columns.iter().find(|column| column.column == cell.column)?;
            let source = self.linking.rules.catalogue.source(&table.kind)?;
            source.fields.get(column.field).map(|field| field.name.as_str())
        };
        if finding.field.is_empty() { named().unwrap_or_default() } else { &finding.field }
    }

    pub(super) fn centres_are_declared(&self) -> bool {
        !self.linking.rules.project.centres.is_empty()
    }

    /// Used rows of a person in participants tables; only of persons whose row a finding names.
    pub(super) fn rows_of(&self, person: usize) -> &[PersonRow] {
        self.rows_of.get(&person).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many.
    pub(super) fn row_count(&self, person: usize) -> u32 {
        u32::try_from(self.rows_of(person).len()).unwrap_or(u32::MAX)
    }

    /// The participation of a person and centre that holds a day.
    pub(super) fn stay_at(&self, person: usize, centre: usize, day: Day) -> Option<&'a Stay> {
        let places = self.stays_of.get(&person)?;
        let mut stays = places.iter().filter_map(|place| self.linking.stays.get(*place));
        stays.find(|stay| {
            stay.centre == centre && stay.entry <= day && stay.exit.is_none_or(|exit| day <= exit)
        })
    }

    /// Every field of a row that an open finding puts in doubt. A number that names the person stands
    /// as `pesel`.
    pub(super) fn doubted(&self, row: &RowId) -> &BTreeSet<String> {
        static NONE: BTreeSet<String> = BTreeSet::new();
        self.doubted.get(row).unwrap_or(&NONE)
    }

    fn note_doubts(&mut self, finding: &Finding) {
        let page = self.linking.rules.catalogue.check(finding.code);
        let Some(doubted) = page.and_then(|page| page.doubt.as_ref()) else { return };
        let Some(located) = self.locate(&finding.place) else { return };
        let what = What::new(self.field_of(finding), doubted);
        let what_fields: Vec<String> =
            what.fields.iter().map(|field| (*field).to_owned()).collect();
        let is_of_person = what.person;
        let fields = self.doubted.entry(located.id()).or_default();
        fields.extend(what_fields);
        if is_of_person {
            fields.insert("pesel".to_owned());
        }
        let pesel = located.table.value(located.row, "pesel");
        if is_of_person && located.table.kind == "benefits" && located.state == RowUse::Used {
            self.paid_under.entry((located.index, pesel)).or_default();
        }
    }

    /// One pass over the tables for the rows of all persons whom findings name, and for what was paid
    /// under doubtful numbers.
    fn collect_rows(&mut self, open: &[&Finding], located: &[Located<'_>]) {
        let linking = self.linking;
        let mut wanted: BTreeSet<usize> = BTreeSet::new();
        for located in located {
            wanted.extend(self.known_to(located.table, located.row));
        }
        for other in open.iter().filter_map(|finding| finding.argument("other")) {
            wanted.extend(linking.persons.at(other));
        }
        for (index, table) in linking.tables.iter().enumerate() {
            match table.kind.as_str() {
                "participants" => self.collect_participants(index, table, &wanted),
                "benefits" if self.paid_under.keys().any(|(known, _)| *known == index) => {
                    let spreads =
                        Spreads::of_table(table, linking.rules, declared(table, linking.rules));
                    for row in table.rows() {
                        let key = (index, table.value(*row, "pesel"));
                        let Value::Code(kind) = table.value(*row, "kind") else { continue };
                        let Some(paid) = self.paid_under.get_mut(&key) else { continue };
                        for (month, grosze) in spreads.of(*row).into_iter().flat_map(Spread::months)
                        {
                            *paid.entry(kind).or_default().entry(month).or_default() += grosze;
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn collect_participants(&mut self, index: usize, table: &ValidTable, wanted: &BTreeSet<usize>) {
        for (row, person) in self.linking.persons.of_rows(index, table.rows()) {
            let Some(person) = person.filter(|person| wanted.contains(person)) else { continue };
            let Some(entry) = table.day(row, "entry_date") else { continue };
            self.rows_of.entry(person).or_default().push(PersonRow {
                index,
                number: row.number,
                centre: self.linking.centres.of(table, row),
                entry,
                exit: table.day(row, "exit_date"),
            });
        }
    }
}
