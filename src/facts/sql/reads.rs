//! Which columns of which fact tables a query may read: what it does not read cannot move its figure.

use std::collections::BTreeSet;

use crate::catalogue::FactQuery;
use crate::facts::sql::error::Place;
use crate::facts::sql::{Query, QueryError, on_large_stack};
use crate::facts::{FactPart, FactStore, outputs};

/// What a query reads, its own tables and those below the fact queries among them. A column that it may
/// read is among these; one that is among these may still be of no account.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reads {
    columns: BTreeSet<(String, String)>,
    words: BTreeSet<String>,
}

impl Reads {
    /// Whether the query reads a column of a table.
    pub fn column(&self, table: &str, column: &str) -> bool {
        self.columns.contains(&(table.to_owned(), column.to_owned()))
    }

    /// Whether the query reads any column of a table.
    pub fn table(&self, table: &str) -> bool {
        self.columns.iter().any(|(known, _)| known == table)
    }

    /// Whether the query reads what a part stands for.
    pub fn part(&self, part: FactPart) -> bool {
        match part {
            FactPart::Table(table) => self.table(table),
            FactPart::Column(table, column) => self.column(table, column),
        }
    }

    /// Whether a word stands in the query itself, as a name or in a text.
    pub fn word(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

impl FactStore {
    /// What a query reads. Tables that are `facts` of the catalogue are followed to what they read.
    ///
    /// Fails where [`FactStore::check`] fails.
    pub fn reads(&self, query: &Query<'_>, facts: &[FactQuery]) -> Result<Reads, QueryError> {
        let mut reads = Reads { words: words(query.sql), ..Reads::default() };
        let mut seen = BTreeSet::new();
        self.follow(query, facts, &mut reads, &mut seen)?;
        Ok(reads)
    }

    fn follow(
        &self,
        query: &Query<'_>,
        facts: &[FactQuery],
        reads: &mut Reads,
        seen: &mut BTreeSet<String>,
    ) -> Result<(), QueryError> {
        let place = Place { file: query.path, lines_before: query.lines_before };
        let lowered = on_large_stack(&place, || self.lower(query, place))?;
        let named = words(query.sql);
        let all = takes_everything(query.sql);
        for table in self.tables.iter().filter(|table| lowered.tables.contains(&table.name)) {
            // Names of columns may be written anywhere in a query; no name, no reading.
            let columns = table.columns.iter().filter(|(name, _)| all || named.contains(name));
            reads.columns.extend(columns.map(|(name, _)| (table.name.clone(), name.clone())));
            let Some(fact) = facts.iter().find(|fact| fact.id == table.name) else { continue };
            if !seen.insert(fact.id.clone()) {
                continue;
            }
            let outputs = outputs(fact);
            let below = Query {
                path: &fact.path,
                sql: &fact.sql,
                lines_before: fact.lines_before,
                outputs: &outputs,
            };
            self.follow(&below, facts, reads, seen)?;
        }
        Ok(())
    }
}

/// The names, numbers and words of a query.
fn words(sql: &str) -> BTreeSet<String> {
    let apart = |letter: char| !letter.is_alphanumeric() && letter != '_';
    sql.split(apart).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a `*` stands for all columns anywhere.
fn takes_everything(sql: &str) -> bool {
    let dense: String = sql.chars().filter(|letter| !letter.is_whitespace()).collect();
    ["select*", "distinct*", ",*", ".*"].iter().any(|star| dense.to_lowercase().contains(star))
}

#[cfg(test)]
mod tests {
    use crate::facts::{ColumnKind, FactColumn, FactTable};

    use super::*;

    fn store() -> FactStore {
        let table = |name: &str, columns: &[&str]| FactTable {
            name: name.to_owned(),
            columns: columns
                .iter()
                .map(|column| ((*column).to_owned(), FactColumn::Integers(Vec::new())))
                .collect(),
        };
        FactStore {
            tables: vec![
                table("stay", &["id", "entry_day", "exit_day", "age"]),
                table("job", &["id", "start_day"]),
                table("at_work", &["id"]),
            ],
        }
    }

    fn facts() -> Vec<FactQuery> {
        let text = "/*\nid = \"at_work\"\n[grain]\npl = \"a\"\nen = \"a\"\n[[columns]]\nname = \"id\"\n\
                    type = \"integer\"\nabout = \"the stay\"\n*/\n\
                    select s.id from stay as s inner join job as j on j.id = s.id \
                    where j.start_day > s.exit_day order by id\n";
        vec![FactQuery::parse("facts/at_work.sql", text).unwrap()]
    }

    fn reads(sql: &str) -> Reads {
        let outputs = [("id", ColumnKind::Integer)];
        let query = Query { path: "q.sql", sql, lines_before: 0, outputs: &outputs };
        store().reads(&query, &facts()).unwrap()
    }

    #[test]
    fn only_the_columns_that_are_named_are_read() {
        let reads = reads("select s.id from stay as s where s.age > 17 order by id");
        assert!(reads.column("stay", "age") && reads.column("stay", "id"));
        assert!(!reads.column("stay", "exit_day") && !reads.table("job"));
    }

    #[test]
    fn a_fact_query_is_followed_to_what_it_reads() {
        let reads = reads("select w.id from at_work as w order by id");
        assert!(reads.column("job", "start_day") && reads.column("stay", "exit_day"));
        assert!(!reads.column("stay", "age"));
        assert!(!reads.word("start_day"), "words are those of the query itself");
    }

    #[test]
    fn a_star_reads_everything() {
        let reads = reads("with t as (select * from stay) select t.id from t order by id");
        assert!(reads.column("stay", "age"));
    }
}
