//! The few tables that SQL may read, and the only way to run a query over them.
//!
//! Here linked tables become columns of whole numbers and text. Nothing here computes a rate.

mod accounts;
mod benefit;
mod builder;
mod comparison;
mod dimension;
mod dump;
mod employment;
mod fields;
mod participation;
mod project;
mod reads;
mod reference;
mod sql;
mod table;
mod target;

pub use comparison::{ComparisonFacts, comparison};
pub use dimension::{DIMENSION_TABLE, MANY_VALUED, PROJECT_DIMENSION_TABLE};
pub use fields::{FactPart, kind_flags, parts_of_days, parts_of_job, parts_of_participation};
pub use reads::{Reads, fields_of, reads};
pub use sql::{Query, QueryError, Rule, parameter_days};
pub use table::{ColumnKind, FactColumn, FactStore, FactTable};
pub use target::cumulative;

use crate::catalogue::Catalogue;
use crate::link::LinkedTables;
use crate::model::{Day, Period, Project};

/// What facts must know beside the linked tables.
#[derive(Clone, Copy, Debug)]
pub struct FactRules<'a> {
    /// The definitions.
    pub catalogue: &'a Catalogue,
    /// Settings.
    pub project: &'a Project,
    /// The period of the figures.
    pub period: Period,
    /// Nothing after this day is known.
    pub as_of: Day,
}

impl FactRules<'_> {
    /// A whole number from the parameters, in force on a day.
    pub(crate) fn number(&self, id: &str, day: Day) -> Option<i64> {
        self.catalogue.whole_number(id, day)
    }

    /// The same as a number of months.
    pub(crate) fn months(&self, id: &str, day: Day) -> Option<i32> {
        self.number(id, day).and_then(|months| i32::try_from(months).ok())
    }
}

/// Builds the fact tables: those of Rust, then those of `queries/facts/`, in name order.
///
/// Fails when a query of `queries/facts/` is refused or cannot run.
pub fn build(linked: &LinkedTables, rules: FactRules<'_>) -> Result<FactStore, QueryError> {
    let mut store = FactStore {
        tables: vec![
            reference::run(rules),
            reference::unit(),
            reference::parameter(rules),
            reference::independence_outcome(rules),
            reference::centre(linked),
            reference::coverage(linked),
            participation::table(linked, rules),
            dimension::table(linked, rules),
            project::participations(linked, rules),
            dimension::projects(linked, rules),
            employment::jobs(linked),
            employment::chains(linked, rules),
            benefit::months(linked),
            benefit::windows(linked, rules),
            participation::support(linked),
            accounts::finance(linked),
            accounts::sums(linked, rules),
            accounts::plans(linked, rules),
            accounts::staff(linked),
            target::targets(linked),
            target::projects(linked),
        ],
    };
    for fact in &rules.catalogue.facts {
        let outputs = reads::outputs(fact);
        let query = reads::fact_query(fact, &outputs);
        let table = store.run(&query)?;
        store.tables.push(table);
    }
    Ok(store)
}
