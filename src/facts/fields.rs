//! Which columns of the fact tables come from which field of an input table.

use crate::facts::Reads;

/// A column of `participation` and the fields of the participants table that decide it. What identifies
/// rows and what comes from the days of a stay is not among them.
const PARTICIPATION: [(&str, &[&str]); 14] = [
    ("sex", &["sex"]),
    ("age_at_entry", &["birth_date"]),
    ("education", &["education"]),
    ("labour_status", &["labour_status"]),
    ("referral_day", &["referral_date"]),
    ("exit_kind", &["exit_kind"]),
    ("outcome", &["outcome", "outcome_date"]),
    ("outcome_day", &["outcome_date"]),
    ("qualification", &["qualification"]),
    ("education_after", &["education_after"]),
    ("startup_grant", &["startup_grant"]),
    ("social_progress", &["social_progress"]),
    ("status_6m", &["status_6m", "status_6m_date"]),
    ("status_6m_day", &["status_6m_date"]),
];

/// Tables that may hold any field.
const ANY_FIELD: [&str; 3] =
    [super::DIMENSION_TABLE, super::PROJECT_DIMENSION_TABLE, "project_participation"];

/// Columns that one field of the jobs table decides, without making another job.
const JOB: [(&str, &[(&str, &str)]); 3] = [
    ("value", &[("job", "value_grosze"), ("job_chain", "value_grosze")]),
    ("wage", &[("job", "wage_grosze")]),
    ("time", &[("job", "working_time_thousandths")]),
];

/// A table, or one column of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FactPart {
    /// Any column of a table.
    Table(&'static str),
    /// One column.
    Column(&'static str, &'static str),
}

impl FactPart {
    /// Whether a query reads it.
    pub fn is_read(self, reads: &Reads) -> bool {
        match self {
            Self::Table(table) => reads.table(table),
            Self::Column(table, column) => {
                reads.columns.get(table).is_some_and(|columns| columns.contains(column))
            }
        }
    }
}

/// What another value of a field of the participants table changes, while the days stay.
pub fn parts_of_participation(field: &str) -> Vec<FactPart> {
    let known = PARTICIPATION.iter().filter(|(_, fields)| fields.contains(&field));
    let columns = known.map(|(column, _)| FactPart::Column("participation", column));
    columns.chain(ANY_FIELD.map(FactPart::Table)).collect()
}

/// What another entry day or centre of a single participation changes.
pub fn parts_of_days(field: &str) -> Vec<FactPart> {
    let columns: &[&str] = match field {
        "centre" => &["centre"],
        _ => &["entry_day", "entry_month", "age_at_entry"],
    };
    let tables = ["window_month", "coverage", "support"].into_iter().chain(ANY_FIELD);
    let columns = columns.iter().map(|column| FactPart::Column("participation", column));
    columns.chain(tables.map(FactPart::Table)).collect()
}

/// What another value of a field of the jobs table changes; `start` stands for the whole job.
pub fn parts_of_job(field: &str) -> Vec<FactPart> {
    let chain = FactPart::Table("job_chain");
    let Some((_, columns)) = JOB.iter().find(|(known, _)| *known == field) else {
        let alone = (field != "employer").then_some(FactPart::Table("job"));
        return alone.into_iter().chain([chain]).collect();
    };
    let columns = columns.iter().map(|(table, column)| FactPart::Column(table, column));
    // Half time and the employer decide which contracts add up.
    columns.chain((field == "time").then_some(chain)).collect()
}

/// The columns of `benefit_month` that tell kinds apart, and whether each holds a kind.
pub fn kind_flags(kind: &str) -> [(&'static str, bool); 3] {
    super::benefit::kind_flags(kind)
}

#[cfg(test)]
mod tests {
    use crate::catalogue::Catalogue;
    use crate::facts::{FactRules, build};
    use crate::link::LinkedTables;
    use crate::model::{Day, Period, Project};

    use super::*;

    /// Columns of `participation` that follow from its rows, its centre and its days.
    const DAYS: [&str; 9] = [
        "participation_id",
        "person_id",
        "centre",
        "entry_day",
        "exit_day",
        "entry_month",
        "exit_month",
        "follow_up_day",
        "immediate_result_day",
    ];

    #[test]
    fn every_column_of_a_participation_says_which_field_decides_it() {
        let catalogue = Catalogue::embedded().unwrap();
        let as_of = Day::parse_iso("2026-06-30").unwrap();
        let rules = FactRules {
            catalogue: &catalogue,
            project: &Project::default(),
            period: Period::parse("2024", as_of).unwrap(),
            as_of,
        };
        let store = build(&LinkedTables::default(), rules).unwrap();
        let (source, jobs) =
            (catalogue.source("participants").unwrap(), catalogue.source("jobs").unwrap());
        for (column, _) in &store.table("participation").unwrap().columns {
            let decided = PARTICIPATION.iter().find(|(known, _)| known == column);
            assert!(decided.is_some() != DAYS.contains(&column.as_str()), "{column}");
        }
        for (column, fields) in PARTICIPATION {
            assert!(store.table("participation").unwrap().column(column).is_some(), "{column}");
            assert!(fields.iter().all(|field| source.field(field).is_some()), "{column}");
        }
        for (field, columns) in JOB {
            assert!(jobs.field(field).is_some(), "{field}");
            let is_known = |(table, column): &(&str, &str)| {
                store.table(table).unwrap().column(column).is_some()
            };
            assert!(columns.iter().all(is_known), "{field}");
        }
    }
}
