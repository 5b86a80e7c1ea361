//! What the ledger rows of all indicators keep, person by person: time never takes an answer back, and
//! nobody's row depends on anybody else.

use std::collections::{BTreeMap, BTreeSet};

use efekt::catalogue::Catalogue;
use efekt::facts::{self, FactRules};
use efekt::indicators::{self, Computed};
use efekt::link::{self, LinkRules, LinkedTables};
use efekt::model::{Day, InputFile, LedgerStatus, Period, Project};
use efekt::validate::{self, Rules};

use crate::pipeline::people::{pesel, town};
use crate::pipeline::run::{AS_OF, Files, file};
use crate::pipeline::tables::{Cell, Table, text, xlsx};

/// Indicator, person, centre, day of entry, and the indicator's own breakdown.
type Key = (String, usize, String, Day, String, String, Option<i64>);
/// Status, numerator, denominator, reason.
type Answer = (LedgerStatus, Option<i64>, Option<i64>, String);

/// Every ledger row of every indicator, over 2024. Persons are numbered in the order of the list.
fn rows(files: &Files, as_of: &str) -> BTreeMap<Key, Answer> {
    let as_of = Day::parse_iso(as_of).unwrap();
    let (catalogue, project) = (Catalogue::embedded().unwrap(), Project::default());
    let files: Vec<InputFile> = files
        .iter()
        .map(|(path, bytes)| InputFile { path: path.clone(), bytes: bytes.clone() })
        .collect();
    let tables = efekt::ingest::read_tables_here(&files, &catalogue, &project).tables;
    let rules = Rules { catalogue: &catalogue, as_of, project: &project };
    let mut tables: Vec<_> =
        tables.iter().map(|table| validate::validate(table, rules).0).collect();
    let rules = LinkRules { catalogue: &catalogue, project: &project, as_of };
    let (linked, _) = link::link(&mut tables, rules, &mut Vec::new());
    let period = Period::parse("2024", as_of).unwrap();
    let rules = FactRules { catalogue: &catalogue, project: &project, period, as_of };
    let store = facts::build(&linked, rules).unwrap();
    keyed(&indicators::compute(&store, &catalogue, period, as_of).unwrap(), &linked)
}

fn keyed(computed: &Computed, linked: &LinkedTables) -> BTreeMap<Key, Answer> {
    let mut rows = BTreeMap::new();
    for ledger in &computed.ledgers {
        for row in &ledger.rows {
            // Participations count from 1 in the order of the stays.
            let stay = &linked.stays[usize::try_from(row.participation_id).unwrap() - 1];
            let key = (
                ledger.indicator.to_string(),
                stay.person,
                linked.centres[stay.centre].name.to_string(),
                stay.entry,
                row.benefit_kind.to_string(),
                row.payer.to_string(),
                row.month_offset,
            );
            // Numbers of rows that are not counted say nothing.
            let counted = row.status == LedgerStatus::Counted;
            let numbers = (row.numerator.filter(|_| counted), row.denominator.filter(|_| counted));
            let answer = (row.status, numbers.0, numbers.1, row.reason.to_string());
            assert!(rows.insert(key, answer).is_none(), "{}: a row twice", ledger.indicator);
        }
    }
    rows
}

/// The tables and the running cost of both centres, without which some indicators have no row.
fn list(tables: &[Table]) -> Files {
    let cost = |centre: &str, grosze| {
        let (period, category, side) = (text("2024"), text("Koszty bieżące"), text("wykonanie"));
        vec![text(centre), period, category, Cell::Grosze(grosze), side]
    };
    let finance = Table {
        name: "finanse".to_owned(),
        header: ["Placówka", "Okres", "Kategoria", "Kwota", "Plan / wykonanie"]
            .map(str::to_owned)
            .to_vec(),
        rows: vec![cost("CIS Dolny", 40_000_000), cost("CIS Górny", 61_234_567)],
    };
    let tables: Vec<Table> = tables.iter().cloned().chain([finance]).collect();
    vec![file("a.xlsx", xlsx(&tables))]
}

#[test]
fn the_made_town_gives_every_indicator_a_row_and_every_status() {
    let rows = rows(&list(&town(21, 120).tables()), "2024-12-31");
    let met: BTreeSet<&str> = rows.keys().map(|key| key.0.as_str()).collect();
    let catalogue = Catalogue::embedded().unwrap();
    let all = catalogue.indicators.iter().map(|indicator| indicator.id.as_str());
    let without: Vec<&str> = all.filter(|id| !met.contains(id)).collect();
    assert_eq!(without, [""; 0], "indicators of which these tests would say nothing");
    let statuses: BTreeSet<LedgerStatus> = rows.values().map(|answer| answer.0).collect();
    assert_eq!(statuses.len(), 4, "{statuses:?}");
}

#[test]
fn time_never_turns_a_counted_row_into_a_pending_one() {
    // The list is the same; what is known of it grows.
    let files = list(&town(22, 40).tables());
    let days = ["2024-06-30", "2024-10-15", "2025-01-31", "2025-06-30", AS_OF];
    let mut answers = days.map(|day| rows(&files, day));
    let mut met = 0;
    for place in 1..answers.len() {
        let (earlier, later) = answers.split_at_mut(place);
        let (earlier, later) = (&earlier[place - 1], &later[0]);
        for (key, (status, ..)) in earlier {
            let now = later.get(key).map(|answer| answer.0);
            let is_back = *status == LedgerStatus::Counted && now == Some(LedgerStatus::Pending);
            assert!(!is_back, "{key:?} from {} to {}", days[place - 1], days[place]);
            met +=
                usize::from(*status == LedgerStatus::Pending && now == Some(LedgerStatus::Counted));
        }
    }
    assert!(met > 50, "hardly any window closed: {met}");
}

/// One more person, in both centres and in every table, with nothing that anybody else has.
fn with_a_stranger(tables: &[Table]) -> Vec<Table> {
    let mut tables = tables.to_vec();
    let number = text(&pesel((1971, 11, 3), 4, true));
    let header = tables[0].clone();
    for (centre, month) in [("CIS Dolny", 2), ("CIS Górny", 7)] {
        let mut row = header.rows[0].clone();
        let mut put = |column: &str, cell: Cell| row[header.column(column)] = cell;
        put("Placówka", text(centre));
        put("PESEL", number.clone());
        put("Nr dokumentu", Cell::Empty);
        put("Płeć", text("K"));
        put("Data urodzenia", Cell::Day(1971, 11, 3));
        put("Data rozpoczęcia", Cell::Day(2024, month, 5));
        put("Data zakończenia", Cell::Day(2024, month + 3, 9));
        put("Sposób zakończenia", text("zgodnie z IPZS"));
        put("Sytuacja po zakończeniu", text("praca"));
        put("Nr projektu", text("P-1"));
        tables[0].rows.push(row);
    }
    // A month that the file covers already: the stranger stretches no coverage.
    let month = tables[1].rows[0][tables[1].column("Miesiąc")].clone();
    for (place, row) in [
        (1, vec![number.clone(), text("zasiłek stały"), month, Cell::Grosze(70_000), Cell::Empty]),
        (
            2,
            vec![
                number.clone(),
                Cell::Day(2024, 10, 14),
                Cell::Empty,
                text("umowa o pracę"),
                text("1"),
                text("Tartak"),
            ],
        ),
        (3, vec![number, text("kurs"), Cell::Day(2024, 2, 6), text("społeczna")]),
    ] {
        tables[place].rows.push(row);
    }
    tables
}

#[test]
fn a_stranger_changes_nobody_elses_row() {
    for seed in [23, 24] {
        let tables = town(seed, 30).tables();
        let without = rows(&list(&tables), AS_OF);
        let with = rows(&list(&with_a_stranger(&tables)), AS_OF);
        let persons: BTreeSet<usize> = without.keys().map(|key| key.1).collect();
        let new: BTreeSet<&Key> = with.keys().filter(|key| !persons.contains(&key.1)).collect();
        assert!(new.len() > 20, "the stranger stands in hardly any figure");
        let strangers: BTreeSet<usize> = new.iter().map(|key| key.1).collect();
        assert_eq!(strangers.len(), 1, "seed {seed}");
        for (key, answer) in &without {
            assert_eq!(with.get(key), Some(answer), "{key:?}");
        }
        let others = with.keys().filter(|key| !strangers.contains(&key.1)).count();
        assert_eq!(others, without.len());
    }
}
