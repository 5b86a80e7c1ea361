//! Writes what another database needs to answer every query again: the fact tables and the ledgers of a run
//! as Parquet, and the queries, in the form that `.ci/duckdb_compare.py` reads.
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
use efekt::indicators::{self, CentreRow, Ledger};
use efekt::ingest;
use efekt::io;
use efekt::link::{self, LinkRules};
use efekt::model::{Day, Language, LedgerRow, LedgerStatus, Period, Project};
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
    for (name, bytes) in store.dump_parquet()? {
        if catalogue.facts.iter().any(|fact| fact.id == name) {
            write(&out.join("ledger").join(format!("{name}.parquet")), &bytes)?;
        }
        write(&out.join("facts").join(format!("{name}.parquet")), &bytes)?;
    }
    let is_query = |path: &str| Path::new(path).extension().is_some_and(|known| known == "sql");
    for (path, text) in catalogue.files().filter(|(path, _)| is_query(path)) {
        write(&out.join("queries").join(path), text.as_bytes())?;
    }
    for ledger in &computed.ledgers {
        let indicator = catalogue.indicator(&ledger.indicator).ok_or("an unknown indicator")?;
        let bytes = table(indicator, ledger).to_parquet()?;
        write(&out.join("ledger").join(format!("{}.parquet", ledger.indicator)), &bytes)?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}

/// A ledger with the columns that its query names: the rows of units, then those of centres.
fn table(indicator: &Indicator, ledger: &Ledger) -> FactTable {
    let (rows, centres) = (&ledger.rows, &ledger.centre_rows);
    let integers = |of_unit: fn(&LedgerRow) -> Option<i64>,
                    of_centre: fn(&CentreRow) -> Option<i64>| {
        FactColumn::Integers(
            rows.iter().map(of_unit).chain(centres.iter().map(of_centre)).collect(),
        )
    };
    let texts = |of_unit: fn(&LedgerRow) -> Option<Arc<str>>,
                 of_centre: fn(&CentreRow) -> Option<Arc<str>>| {
        FactColumn::Texts(rows.iter().map(of_unit).chain(centres.iter().map(of_centre)).collect())
    };
    let mut columns = vec![
        ("participation_id".to_owned(), integers(|row| Some(row.participation_id), |_| None)),
        (
            "status".to_owned(),
            texts(
                |row| Some(row.status.code().into()),
                |_| Some(LedgerStatus::Counted.code().into()),
            ),
        ),
        ("numerator".to_owned(), integers(|row| row.numerator, |row| Some(row.numerator))),
        ("denominator".to_owned(), integers(|row| row.denominator, |row| Some(row.denominator))),
        (
            "reason".to_owned(),
            texts(|row| Some(Arc::clone(&row.reason)), |row| Some(Arc::clone(&row.reason))),
        ),
    ];
    columns.extend(indicator.breakdown.iter().map(|breakdown| {
        let column = match breakdown {
            Breakdown::BenefitKind => texts(|row| Some(Arc::clone(&row.benefit_kind)), |_| None),
            Breakdown::Payer => texts(|row| Some(Arc::clone(&row.payer)), |_| None),
            Breakdown::MonthOffset => integers(|row| row.month_offset, |_| None),
        };
        (breakdown.column().to_owned(), column)
    }));
    if indicator.aggregate.has_centre_rows() {
        columns.push(("centre".to_owned(), texts(|_| None, |row| Some(Arc::clone(&row.centre)))));
    }
    FactTable { name: indicator.id.clone(), columns }
}
