//! Raw tables to typed tables: reads every cell by its field's type, checks rows, keeps the account.
//!
//! Changes no value without a finding: what is repaired is noted, what cannot be read is left out with its
//! place and its cure, and nothing else is lost because of it.

mod amounts;
mod cells;
mod checks;
mod corrections;
mod date_order;
mod marks;
mod privacy;
mod table;
mod totals;
mod value_column;
mod values;

pub use corrections::{Corrections, Offered, offer};
pub use privacy::{Names, conceal};
pub use table::{CodeColumn, RowUse, ValidRow, ValidTable};
pub(crate) use value_column::ValueColumn;
pub use values::Value;
pub(crate) use values::split_list;

use crate::catalogue::Catalogue;
use crate::ingest::RawTable;
use crate::model::{Day, Finding, Project, StruckOut};

/// What validation must know beside the table.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The definitions.
    pub catalogue: &'a Catalogue,
    /// The day on which the run pretends to be made.
    pub as_of: Day,
    /// What the project file says: struck-out rows, spellings of single files.
    pub project: &'a Project,
}

impl Rules<'_> {
    /// What to do with struck-out rows.
    pub(crate) fn struck_out(&self) -> StruckOut {
        self.project.settings.struck_out
    }

    /// A whole number from the parameters, in force on a day.
    pub(crate) fn number(&self, id: &str, day: Day) -> Option<i64> {
        self.catalogue.whole_number(id, day)
    }
}

/// Validates one table.
pub fn validate(table: &RawTable, rules: Rules<'_>) -> (ValidTable, Vec<Finding>) {
    let mut findings = marks::findings(table, rules);
    let doubts = date_order::doubts(table, rules);
    let valid = if doubts.is_empty() {
        let mut valid = cells::read(table, rules, &mut findings);
        totals::check(table, rules, &mut findings);
        checks::run(&mut valid, rules, &mut findings);
        valid
    } else {
        // The question first: what else could be said depends on its answer.
        let mut valid = cells::read(table, rules, &mut Vec::new());
        valid.leave_out_all();
        findings.extend(doubts);
        valid
    };
    // Several kinds of table have fields of one name; the texts of a finding need the right one.
    for finding in &mut findings {
        finding.arguments.push(("table", valid.kind.clone()));
    }
    (valid, findings)
}
