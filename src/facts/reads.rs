//! What a query reads, down to the tables that are made of input rows: for explaining a figure.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Catalogue, FactQuery, Source};
use crate::facts::sql::{Query, QueryError, parameter_days};
use crate::facts::{ColumnKind, FactStore};

/// What a query reads.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reads {
    /// Columns by table; only tables that no query makes.
    pub columns: BTreeMap<String, BTreeSet<String>>,
    /// For each dated parameter the columns that hold the day on which it is looked up.
    pub parameter_days: BTreeMap<String, BTreeSet<String>>,
    /// Quoted texts: the codes by which rows are chosen.
    pub texts: BTreeSet<String>,
}

impl Reads {
    /// Whether any column of a table is read.
    pub fn table(&self, name: &str) -> bool {
        self.columns.contains_key(name)
    }

    fn add(&mut self, table: &str, column: &str) {
        self.columns.entry(table.to_owned()).or_default().insert(column.to_owned());
    }

    fn look_up(&mut self, parameter: &str, day: &str) {
        self.parameter_days.entry(parameter.to_owned()).or_default().insert(day.to_owned());
    }
}

/// Parameters behind columns that Rust makes: the column, its parameter, the day of the look-up.
const BEHIND_COLUMNS: [(&str, &str, &str); 2] = [
    ("immediate_result_day", "immediate_result_days", "exit_day"),
    ("follow_up_day", "follow_up_months", "exit_day"),
];

/// What a query reads, through the fact tables that are queries themselves.
///
/// Fails when a query does not pass the guard.
pub fn reads(
    store: &FactStore,
    catalogue: &Catalogue,
    query: &Query<'_>,
) -> Result<Reads, QueryError> {
    let mut reads = Reads::default();
    let mut seen = BTreeSet::new();
    follow(store, catalogue, query, &mut reads, &mut seen)?;
    Ok(reads)
}

fn follow(
    store: &FactStore,
    catalogue: &Catalogue,
    query: &Query<'_>,
    reads: &mut Reads,
    seen: &mut BTreeSet<String>,
) -> Result<(), QueryError> {
    // Cut up by its quotes a query has its texts at every second place.
    reads.texts.extend(query.sql.split('\'').skip(1).step_by(2).map(str::to_owned));
    for (parameter, days) in parameter_days(query.sql) {
        if catalogue.parameter(&parameter).is_some() {
            for day in days {
                reads.look_up(&parameter, &day);
            }
        }
    }
    for (table, column) in store.reads(query)? {
        let made_by = catalogue.facts.iter().find(|fact| fact.id == table);
        if let Some(fact) = made_by {
            if seen.insert(table) {
                let outputs = outputs(fact);
                follow(store, catalogue, &fact_query(fact, &outputs), reads, seen)?;
            }
            continue;
        }
        for (made, parameter, day) in BEHIND_COLUMNS {
            if made == column && catalogue.parameter(parameter).is_some() {
                reads.look_up(parameter, day);
            }
        }
        // Windows are counted from the entry and the exit.
        if table == "window_month" {
            reads.add("participation", "entry_day");
            reads.add("participation", "exit_day");
        }
        reads.add(&table, &column);
    }
    Ok(())
}

/// The declared outputs of a fact table that is a query.
pub(crate) fn outputs(fact: &FactQuery) -> Vec<(&str, ColumnKind)> {
    let kind = |text: &str| if text == "text" { ColumnKind::Text } else { ColumnKind::Integer };
    fact.columns.iter().map(|column| (column.name.as_str(), kind(&column.kind))).collect()
}

/// The query of a fact table.
pub(crate) fn fact_query<'a>(
    fact: &'a FactQuery,
    outputs: &'a [(&'a str, ColumnKind)],
) -> Query<'a> {
    Query { path: &fact.path, sql: &fact.sql, lines_before: fact.lines_before, outputs }
}

/// Columns that are not named after their field: the column and its fields.
const OTHER_NAMES: [(&str, &[&str]); 18] = [
    ("entry_month", &["entry_date"]),
    ("exit_month", &["exit_date"]),
    ("age_at_entry", &["birth_date", "entry_date"]),
    ("is_complete", &["sex", "birth_date", "education", "labour_status"]),
    ("education_band", &["education"]),
    ("long_term_after_day", &["unemployed_since", "birth_date"]),
    ("in_group_long_term_unemployed", &["groups"]),
    ("in_group_disabled", &["groups"]),
    ("immediate_result_day", &["exit_date"]),
    ("follow_up_day", &["exit_date"]),
    ("working_time_thousandths", &["time", "job_time"]),
    ("start_day", &["start", "job_start", "from"]),
    ("end_day", &["end", "job_end", "to"]),
    ("form", &["form", "job_form"]),
    ("value_grosze", &["value", "job_value"]),
    ("minimum_day", &["start", "job_start"]),
    ("benefit_kind", &["kind"]),
    ("support_kind", &["kind"]),
];

/// The fields of a kind of table from which a column of a fact table is made; none for numbers of rows
/// and for what comes from elsewhere.
pub fn fields_of<'a>(column: &str, source: &'a Source) -> Vec<&'a str> {
    let known = |name: &str| source.field(name).map(|(_, field)| field.name.as_str());
    if let Some((_, fields)) = OTHER_NAMES.iter().find(|(name, _)| *name == column) {
        return fields.iter().filter_map(|name| known(name)).collect();
    }
    let bare = ["_day", "_month", "_grosze", "_thousandths"]
        .iter()
        .find_map(|ending| column.strip_suffix(ending))
        .unwrap_or(column);
    let candidates = [column.to_owned(), format!("{bare}_date"), bare.to_owned()];
    candidates.iter().find_map(|name| known(name)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_lead_back_to_the_fields_that_they_are_made_of() {
        let catalogue = Catalogue::embedded().unwrap();
        let of = |kind: &str, column| fields_of(column, catalogue.source(kind).unwrap());
        assert_eq!(of("participants", "exit_day"), ["exit_date"]);
        assert_eq!(of("participants", "status_6m_day"), ["status_6m_date"]);
        assert_eq!(of("participants", "age_at_entry"), ["birth_date", "entry_date"]);
        assert_eq!(of("participants", "labour_status"), ["labour_status"]);
        assert_eq!(of("participants", "start_day"), ["job_start"]);
        assert_eq!(of("jobs", "start_day"), ["start"]);
        assert_eq!(of("jobs", "wage_grosze"), ["wage"]);
        assert!(of("participants", "participation_id").is_empty());
    }

    #[test]
    fn a_query_reads_through_the_facts_that_are_queries() {
        let catalogue = Catalogue::embedded().unwrap();
        let indicator = catalogue.indicator("employment_rate_3m").unwrap();
        let as_of = crate::model::Day::parse_iso("2026-03-31").unwrap();
        let period = crate::model::Period::parse("2024", as_of).unwrap();
        let project = crate::model::Project::default();
        let rules =
            crate::facts::FactRules { catalogue: &catalogue, project: &project, period, as_of };
        let store = crate::facts::build(&crate::link::LinkedTables::default(), rules).unwrap();
        let outputs = [
            ("participation_id", ColumnKind::Integer),
            ("status", ColumnKind::Text),
            ("numerator", ColumnKind::Integer),
            ("denominator", ColumnKind::Integer),
            ("reason", ColumnKind::Text),
        ];
        let query = Query {
            path: &indicator.path,
            sql: &indicator.sql,
            lines_before: indicator.lines_before,
            outputs: &outputs,
        };
        let found = reads(&store, &catalogue, &query).unwrap();
        // implied_job is a query: what it reads counts, it does not.
        assert!(found.table("job") && !found.table("implied_job"), "{found:?}");
        assert!(found.columns["participation"].contains("outcome"), "{found:?}");
        let days =
            |name: &str| found.parameter_days[name].iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(days("criterion_days"), ["exit_day"]);
        assert_eq!(days("minimum_wage"), ["start_day"]);
        assert_eq!(days("minimum_full_months"), ["exit_day"]);
    }
}
