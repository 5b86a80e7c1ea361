//! Writes what another database needs to answer every query again: the fact tables, the queries and the
//! ledgers of a run, in the form that `.ci/duckdb_compare.py` reads.
//!
//! usage: `dump_facts FOLDER PERIOD AS_OF OUT`; the folder's `efekt.toml` is used when it is there.
#![expect(
    clippy::disallowed_methods,
    reason = "a tool for the builders of the program: it reads and writes files itself"
)]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use efekt::catalogue::{Breakdown, Catalogue, Indicator, embedded_texts};
use efekt::facts::{self, FactColumn, FactRules, FactTable};
use efekt::indicators::{self, Ledger};
use efekt::ingest;
use efekt::io;
use efekt::link::{self, LinkRules};
use efekt::model::{Day, Language, LedgerRow, Period, Project};
use efekt::validate::{self, Rules};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, period, as_of, out] = arguments.as_slice() else {
        return Err("usage: dump_facts FOLDER PERIOD AS_OF OUT".into());
    };
    let as_of = Day::parse_iso(as_of).ok_or("AS_OF is no day")?;
    let period = Period::parse(period, as_of)?;
    let (folder, out) = (PathBuf::from(folder), PathBuf::from(out));
    let catalogue = Catalogue::embedded()?;
    let project = match fs::read_to_string(folder.join("efekt.toml")) {
        Ok(text) => Project::parse(&text, &catalogue.sources)?,
        Err(_) => Project::default(),
    };
    let listing = io::read_inputs(&[folder], &out)?;
    let tables = ingest::read_tables_here(&listing.inputs.files, &catalogue, &project).tables;
    let rules = Rules { catalogue: &catalogue, as_of, project: &project };
    let mut valid: Vec<_> = tables.iter().map(|table| validate::validate(table, rules).0).collect();
    let rules = LinkRules { catalogue: &catalogue, project: &project, as_of };
    let (linked, _) = link::link(&mut valid, rules, &mut Vec::new());
    let rules = FactRules { catalogue: &catalogue, project: &project, period, as_of };
    let texts = embedded_texts(Language::English)?;
    let store = facts::build(&linked, rules).map_err(|error| error.message(&texts))?;
    let computed = indicators::compute(&store, &catalogue, period, as_of)
        .map_err(|error| error.message(&texts))?;
    // What a query of `queries/facts/` made is an input of the indicators and a ledger of its own.
    for (name, csv) in store.dump_csv() {
        if catalogue.facts.iter().any(|fact| fact.id == name) {
            write(&out.join("ledger").join(format!("{name}.csv")), &csv)?;
        }
        write(&out.join("facts").join(format!("{name}.csv")), &csv)?;
    }
    let is_query = |path: &str| Path::new(path).extension().is_some_and(|known| known == "sql");
    for (path, text) in catalogue.files().filter(|(path, _)| is_query(path)) {
        write(&out.join("queries").join(path), text)?;
    }
    for ledger in &computed.ledgers {
        let indicator = catalogue.indicator(&ledger.indicator).ok_or("an unknown indicator")?;
        let csv = table(indicator, ledger).to_csv();
        write(&out.join("ledger").join(format!("{}.csv", ledger.indicator)), &csv)?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

/// A ledger with the columns that its query names, in the order of the rows.
fn table(indicator: &Indicator, ledger: &Ledger) -> FactTable {
    let rows = &ledger.rows;
    let integers = |value: fn(&LedgerRow) -> Option<i64>| {
        FactColumn::Integers(rows.iter().map(value).collect())
    };
    let texts = |value: fn(&LedgerRow) -> Arc<str>| {
        FactColumn::Texts(rows.iter().map(|row| Some(value(row))).collect())
    };
    let mut columns = vec![
        ("participation_id".to_owned(), integers(|row| Some(row.participation_id))),
        ("status".to_owned(), texts(|row| row.status.code().into())),
        ("numerator".to_owned(), integers(|row| row.numerator)),
        ("denominator".to_owned(), integers(|row| row.denominator)),
        ("reason".to_owned(), texts(|row| Arc::clone(&row.reason))),
    ];
    columns.extend(indicator.breakdown.iter().map(|breakdown| {
        let column = match breakdown {
            Breakdown::BenefitKind => texts(|row| Arc::clone(&row.benefit_kind)),
            Breakdown::Payer => texts(|row| Arc::clone(&row.payer)),
            Breakdown::MonthOffset => integers(|row| row.month_offset),
        };
        (breakdown.column().to_owned(), column)
    }));
    FactTable { name: indicator.id.clone(), columns }
}
