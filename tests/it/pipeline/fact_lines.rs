//! The facts of a run in a form that does not depend on the numbers that persons, participations and
//! jobs happened to get: every figure is computed from them and from nothing else.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use efekt::catalogue::Catalogue;
use efekt::facts::{self, FactColumn, FactRules, FactTable};
use efekt::ingest;
use efekt::link::{self, LinkRules};
use efekt::model::{Day, InputFile, Period, Project};
use efekt::validate::{self, Rules};

use crate::pipeline::run::AS_OF;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

/// All rows of all fact tables of 2024, sorted.
pub(crate) fn fact_lines(files: &[(String, Vec<u8>)]) -> Vec<String> {
    let catalogue = &*CATALOGUE;
    let as_of = Day::parse_iso(AS_OF).unwrap();
    let period = Period::parse("2024", as_of).unwrap();
    let project = Project::default();
    let mut inputs: Vec<InputFile> = files
        .iter()
        .map(|(path, bytes)| InputFile { path: path.clone(), bytes: bytes.clone() })
        .collect();
    inputs.sort_by(|left, right| left.path.cmp(&right.path));
    let tables = ingest::read_tables_here(&inputs, catalogue, &project).tables;
    let rules = Rules { catalogue, as_of, project: &project };
    let mut valid: Vec<_> = tables.iter().map(|table| validate::validate(table, rules).0).collect();
    let rules = LinkRules { catalogue, project: &project, as_of };
    let (linked, _) = link::link(&mut valid, rules, &mut Vec::new());
    let rules = FactRules { catalogue, project: &project, period, as_of };
    let store = facts::build(&linked, rules).unwrap_or_else(|_| panic!("facts"));
    lines(&store.tables)
}

/// Who a row speaks of, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Person(i64),
    Participation(i64),
}

/// Numbers are replaced by everything that is said of what they stand for.
fn lines(tables: &[FactTable]) -> Vec<String> {
    let mut said: BTreeMap<Unit, Vec<String>> = BTreeMap::new();
    let mut rows = Vec::new();
    for table in tables {
        for place in 0..table.height() {
            let units: Vec<Unit> = [
                table.integer("person_id", place).map(Unit::Person),
                table.integer("participation_id", place).map(Unit::Participation),
            ]
            .into_iter()
            .flatten()
            .collect();
            let line = line(table, place);
            for unit in &units {
                said.entry(*unit).or_default().push(line.clone());
            }
            rows.push((units, line));
        }
    }
    let names: BTreeMap<Unit, String> = said
        .into_iter()
        .map(|(unit, mut lines)| {
            lines.sort();
            (unit, lines.join("\n"))
        })
        .collect();
    let mut lines: Vec<String> = rows
        .into_iter()
        .map(|(units, line)| {
            let names: Vec<&str> = units.iter().map(|unit| names[unit].as_str()).collect();
            format!("{line}\nof {}", names.join("\nand "))
        })
        .collect();
    lines.sort();
    lines
}

fn line(table: &FactTable, place: usize) -> String {
    let cells = table.columns.iter().filter(|(name, _)| !name.ends_with("_id"));
    let cells = cells.map(|(name, column)| match column {
        FactColumn::Integers(numbers) => format!("{name}={:?}", numbers[place]),
        FactColumn::Texts(texts) => format!("{name}={:?}", texts[place]),
    });
    format!("{} {}", table.name, cells.collect::<Vec<_>>().join(" "))
}
