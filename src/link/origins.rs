//! Where linked facts came from: file, sheet, row and column of every value that was taken over.
//!
//! Kept only when somebody asks. A report does not, and pays nothing for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::link::linked::{Account, BenefitMonth, Coverage, Job, Stay, Support};
use crate::model::{Cell, Day, Finding, Month, Place};
use crate::validate::{ValidRow, ValidTable};

/// A row of a table of the run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Origin {
    table: u32,
    row: u32,
}

/// One value that was taken over: the field of its table, and the row.
pub type FieldOrigin = (&'static str, Origin);

type StayKey = (usize, usize, Day);
type JobKey = (usize, Day, Option<Arc<str>>);
type BenefitKey = (usize, Month, Arc<str>, Arc<str>);

/// The table of an origin: where it stands, and which column became which field.
#[derive(Clone, PartialEq, Eq, Debug)]
struct OriginTable {
    file: Arc<str>,
    sheet: Arc<str>,
    columns: BTreeMap<String, u32>,
    identifier: u32,
}

/// A benefit source and the months for which it is complete.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoverageOrigin {
    /// The months, and whose.
    pub coverage: Coverage,
    /// The file.
    pub file: Arc<str>,
    /// Whether somebody said so; else it was taken from the first and the last month.
    pub declared: bool,
}

/// Where linked facts came from; without anything when it was not kept.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origins {
    kept: bool,
    tables: Vec<OriginTable>,
    stays: BTreeMap<StayKey, Vec<FieldOrigin>>,
    jobs: BTreeMap<JobKey, Vec<FieldOrigin>>,
    benefits: BTreeMap<BenefitKey, Vec<Origin>>,
    support: BTreeMap<Support, Vec<Origin>>,
    coverage: Vec<CoverageOrigin>,
    accounts: BTreeMap<Account, Vec<Origin>>,
    from_pesel: BTreeSet<Place>,
}

/// The check that notes a value taken from the PESEL.
const TAKEN_FROM_PESEL: &str = "P007";

/// Stands in a list of field origins for the row as a whole.
pub(crate) const ROW: &str = "";

impl Origins {
    /// Origins that are kept.
    pub(crate) fn kept() -> Self {
        Self { kept: true, ..Self::default() }
    }

    /// The origin of a row; `None` when none is kept. `table` is the place of its table in the run.
    pub(crate) fn row(&self, table: usize, row: ValidRow) -> Option<Origin> {
        let table = u32::try_from(table).ok()?;
        self.kept.then_some(Origin { table, row: row.number })
    }

    pub(crate) fn add_stay(&mut self, stay: &Stay, fields: Vec<FieldOrigin>) {
        if self.kept {
            self.stays.insert((stay.person, stay.centre, stay.entry), fields);
        }
    }

    pub(crate) fn add_job(&mut self, key: &JobKey, fields: Vec<FieldOrigin>) {
        if self.kept {
            self.jobs.entry(key.clone()).or_default().extend(fields);
        }
    }

    pub(crate) fn add_benefit(&mut self, key: &BenefitKey, origin: Option<Origin>) {
        if let Some(origin) = origin {
            let rows = self.benefits.entry(key.clone()).or_default();
            if !rows.contains(&origin) {
                rows.push(origin);
            }
        }
    }

    pub(crate) fn add_support(&mut self, support: &Support, origin: Option<Origin>) {
        if let Some(origin) = origin {
            self.support.entry(support.clone()).or_default().push(origin);
        }
    }

    pub(crate) fn add_account(&mut self, account: &Account, origin: Option<Origin>) {
        if let Some(origin) = origin {
            self.accounts.entry(account.clone()).or_default().push(origin);
        }
    }

    pub(crate) fn add_coverage(&mut self, coverage: &Coverage, file: &Arc<str>, declared: bool) {
        if self.kept {
            let coverage = coverage.clone();
            self.coverage.push(CoverageOrigin { coverage, file: Arc::clone(file), declared });
        }
    }

    /// Notes the cells whose value was taken from the PESEL of their row: the findings say which.
    pub(crate) fn add_findings(&mut self, findings: &[Finding]) {
        if self.kept {
            let taken = findings.iter().filter(|finding| finding.code == TAKEN_FROM_PESEL);
            self.from_pesel = taken.map(|finding| finding.place.clone()).collect();
        }
    }

    pub(crate) fn add_tables(&mut self, tables: &[ValidTable], catalogue: &Catalogue) {
        if self.kept {
            self.tables = tables.iter().map(|table| origin_table(table, catalogue)).collect();
        }
    }

    /// The rows of a participation, and the field that each value was taken from.
    pub fn of_stay(&self, stay: &Stay) -> &[FieldOrigin] {
        self.stays.get(&(stay.person, stay.centre, stay.entry)).map_or(&[], Vec::as_slice)
    }

    /// The same of a job.
    pub fn of_job(&self, job: &Job) -> &[FieldOrigin] {
        self.jobs.get(&(job.person, job.start, job.form.clone())).map_or(&[], Vec::as_slice)
    }

    /// The rows that add up to a benefit month.
    pub fn of_benefit(&self, benefit: &BenefitMonth) -> &[Origin] {
        let key =
            (benefit.person, benefit.month, Arc::clone(&benefit.kind), Arc::clone(&benefit.payer));
        self.benefits.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The rows of a form of support.
    pub fn of_support(&self, support: &Support) -> &[Origin] {
        self.support.get(support).map_or(&[], Vec::as_slice)
    }

    /// The rows of an amount of a centre.
    pub fn of_account(&self, account: &Account) -> &[Origin] {
        self.accounts.get(account).map_or(&[], Vec::as_slice)
    }

    /// The benefit sources that give coverage.
    pub fn coverage(&self) -> &[CoverageOrigin] {
        &self.coverage
    }

    /// The cell of a field in a row; of the row's identifier when its table has no such column, of the
    /// PESEL when the value was taken from it.
    pub fn cell(&self, origin: Origin, field: &str) -> Option<Place> {
        let table = self.table(origin)?;
        let column = table.columns.get(field).copied().unwrap_or(table.identifier);
        let cell = place(table, origin, column);
        let pesel = table.columns.get("pesel").filter(|_| self.from_pesel.contains(&cell));
        Some(pesel.map_or(cell, |column| place(table, origin, *column)))
    }

    /// The cell of a field in a row, when its table has such a column.
    pub fn own_cell(&self, origin: Origin, field: &str) -> Option<Place> {
        let table = self.table(origin)?;
        table.columns.get(field).map(|column| place(table, origin, *column))
    }

    fn table(&self, origin: Origin) -> Option<&OriginTable> {
        self.tables.get(usize::try_from(origin.table).ok()?)
    }
}

fn place(table: &OriginTable, origin: Origin, column: u32) -> Place {
    Place {
        file: Arc::clone(&table.file),
        sheet: Arc::clone(&table.sheet),
        cell: Some(Cell { row: origin.row, column }),
    }
}

fn origin_table(table: &ValidTable, catalogue: &Catalogue) -> OriginTable {
    let fields = catalogue.source(&table.kind).map(|source| source.fields.as_slice());
    let columns = fields
        .unwrap_or_default()
        .iter()
        .filter_map(|field| table.column(&field.name).map(|column| (field.name.clone(), column)));
    OriginTable {
        file: Arc::clone(&table.file),
        sheet: Arc::clone(&table.sheet),
        columns: columns.collect(),
        identifier: table.identifier_column,
    }
}
