//! One mistake of every kind is planted in lists without one. The true value moves no headline figure
//! further than the findings say; nor do the true values of several mistakes together.

use std::collections::{BTreeMap, BTreeSet};

use efekt::model::Project;
use efekt::pipeline::{Outcome, Settings};

use crate::pipeline::people::{Dice, town};
use crate::pipeline::tables::{Cell, Table, text};
use crate::worth::{CATALOGUE, checked_with, far};

/// Slack for the last bits of a division.
const BITS: f64 = 1e-9;

/// Places of the tables.
const LIST: usize = 0;
const PAID: usize = 1;
const JOBS: usize = 2;

/// The centres are declared, and the months for which the benefits are complete.
const PROJECT: &str = "[[centre]]\nname = \"CIS Dolny\"\n[[centre]]\nname = \"CIS Górny\"\n\
                       [[source]]\npath = \"Zasiłki.csv\"\ncoverage = [\"2021-01..2026-05\"]\n";

/// How a mistake changes a row: the row, with the places of its columns.
type Change = fn(&mut Vec<Cell>, &dyn Fn(&str) -> usize);

/// A kind of mistake: the check that must find it, the table, what happens to the row.
struct Kind(&'static str, usize, Change);

fn replaced(cell: &mut Cell, by: Cell) {
    *cell = by;
}

/// Another last digit than the control digit.
fn wrong_control_digit(cell: &Cell) -> Cell {
    let Cell::Text(number) = cell else { return text("44051401358") };
    let last = number.chars().last().unwrap().to_digit(10).unwrap();
    text(&format!("{}{}", &number[..number.len() - 1], (last + 1) % 10))
}

/// A day so many years away.
fn years_away(cell: &Cell, years: i32) -> Cell {
    let Cell::Day(year, month, day) = cell else { return Cell::Day(2024, 5, 6) };
    Cell::Day(year + years, *month, (*day).min(28))
}

const KINDS: [Kind; 29] = [
    Kind("P003", LIST, |row, at| {
        let cell = &mut row[at("PESEL")];
        *cell = wrong_control_digit(cell);
    }),
    Kind("P001", LIST, |row, at| replaced(&mut row[at("PESEL")], text("7205041234"))),
    Kind("P004", LIST, |row, at| replaced(&mut row[at("PESEL")], Cell::Empty)),
    Kind("P005", LIST, |row, at| {
        let cell = &mut row[at("Płeć")];
        *cell = text(if *cell == text("K") { "M" } else { "K" });
    }),
    Kind("P006", LIST, |row, at| {
        let cell = &mut row[at("Data urodzenia")];
        *cell = years_away(cell, 21);
    }),
    Kind("C001", LIST, |row, at| replaced(&mut row[at("Placówka")], text("CIS Nieznany"))),
    Kind("P019", LIST, |row, at| replaced(&mut row[at("Placówka")], Cell::Empty)),
    Kind("P008", LIST, |row, at| replaced(&mut row[at("Data rozpoczęcia")], Cell::Empty)),
    Kind("P009", LIST, |row, at| {
        let exit = row[at("Data zakończenia")].clone();
        row[at("Data rozpoczęcia")] = years_away(&exit, 1);
    }),
    Kind("P009", LIST, |row, at| {
        let entry = row[at("Data rozpoczęcia")].clone();
        row[at("Data zakończenia")] = years_away(&entry, -1);
    }),
    Kind("P010", LIST, |row, at| {
        let entry = row[at("Data rozpoczęcia")].clone();
        row[at("Data skierowania")] = years_away(&entry, 1);
    }),
    Kind("P011", LIST, |row, at| replaced(&mut row[at("Data zakończenia")], Cell::Empty)),
    Kind("P012", LIST, |row, at| {
        replaced(&mut row[at("Data zakończenia")], Cell::Day(2099, 6, 30));
    }),
    Kind("P013", LIST, |row, at| {
        let cell = &mut row[at("Data rozpoczęcia")];
        *cell = years_away(cell, -5);
        row[at("Data skierowania")] = Cell::Empty;
    }),
    Kind("W021", LIST, |row, at| replaced(&mut row[at("Data rozpoczęcia")], text("31.02.2024"))),
    Kind("W021", LIST, |row, at| replaced(&mut row[at("Data zakończenia")], text("31.02.2024"))),
    Kind("W020", LIST, |row, at| replaced(&mut row[at("Sposób zakończenia")], text("skończł"))),
    Kind("W020", LIST, |row, at| {
        let status = at("Status na rynku pracy w chwili przystąpienia");
        replaced(&mut row[status], text("bezrobtny"));
    }),
    Kind("W020", LIST, |row, at| {
        replaced(&mut row[at("Sytuacja po 6 miesiącach")], text("prca"));
    }),
    Kind("P003", PAID, |row, at| {
        let cell = &mut row[at("PESEL")];
        *cell = wrong_control_digit(cell);
    }),
    Kind("W020", PAID, |row, at| replaced(&mut row[at("Rodzaj świadczenia")], text("okrsowy"))),
    Kind("W027", PAID, |row, at| replaced(&mut row[at("Miesiąc")], text("2024-13"))),
    Kind("W022", PAID, |row, at| replaced(&mut row[at("Kwota")], text("35O,00"))),
    Kind("W023", PAID, |row, at| replaced(&mut row[at("Kwota")], Cell::Grosze(-5_000))),
    Kind("W025", PAID, |row, at| replaced(&mut row[at("Kwota")], Cell::Grosze(900_000_000))),
    Kind("W021", JOBS, |row, at| {
        replaced(&mut row[at("Początek zatrudnienia")], text("31.02.2024"));
    }),
    Kind("P016", JOBS, |row, at| {
        replaced(&mut row[at("Koniec zatrudnienia")], Cell::Day(2001, 1, 1));
    }),
    Kind("X005", JOBS, |row, at| replaced(&mut row[at("PESEL")], text("02270803628"))),
    Kind("W020", JOBS, |row, at| replaced(&mut row[at("Forma zatrudnienia")], text("umwa"))),
];

/// A planted mistake: its kind, and the row.
#[derive(Clone, Copy)]
struct Plant {
    kind: usize,
    row: usize,
}

impl Plant {
    /// A mistake of a kind in a row that the figures of 2024 may depend on.
    fn new(kind: usize, tables: &[Table], dice: &mut Dice) -> Self {
        let (number, exit) =
            (tables[LIST].column("PESEL"), tables[LIST].column("Data zakończenia"));
        let left = |row: &&Vec<Cell>| matches!(row[exit], Cell::Day(2024, ..));
        let leavers: BTreeSet<&Cell> =
            tables[LIST].rows.iter().filter(left).map(|row| &row[number]).collect();
        let table = KINDS[kind].1;
        let column = tables[table].column("PESEL");
        let is_of_a_leaver = |row: &usize| {
            let row = &tables[table].rows[*row];
            row[column] != Cell::Empty
                && leavers.contains(&row[column])
                && (table != LIST || matches!(row[exit], Cell::Day(2024, ..)))
        };
        let rows: Vec<usize> = (0..tables[table].rows.len()).filter(is_of_a_leaver).collect();
        let row = rows[usize::try_from(dice.below(u32::try_from(rows.len()).unwrap())).unwrap()];
        Self { kind, row }
    }

    fn place(self) -> (usize, usize) {
        (KINDS[self.kind].1, self.row)
    }

    fn put_in(self, tables: &mut [Table]) {
        let Kind(_, table, change) = &KINDS[self.kind];
        let header = tables[*table].header.clone();
        let at = |name: &str| header.iter().position(|known| known == name).unwrap();
        change(&mut tables[*table].rows[self.row], &at);
    }
}

fn tables(seed: u64) -> Vec<Table> {
    let mut tables = town(seed, 22).tables();
    tables.truncate(3);
    tables
}

fn planted(tables: &[Table], plants: &[Plant]) -> Vec<Table> {
    let mut planted = tables.to_vec();
    for plant in plants {
        plant.put_in(&mut planted);
    }
    planted
}

fn check(tables: &[Table]) -> Outcome {
    let settings = |settings: &mut Settings| {
        settings.project = Project::parse(PROJECT, &CATALOGUE.sources).unwrap();
    };
    checked_with(&tables.iter().collect::<Vec<_>>(), settings)
}

type Figures = BTreeMap<String, Option<f64>>;

fn figures(outcome: &Outcome) -> Figures {
    assert_eq!(outcome.worths.headlines.len(), 5);
    let headlines = outcome.worths.headlines.iter();
    headlines.map(|headline| (headline.indicator.clone(), headline.now)).collect()
}

fn moved(before: Option<f64>, after: Option<f64>) -> f64 {
    match (before, after) {
        (Some(before), Some(after)) => (after - before).abs(),
        (None, Some(_)) => f64::INFINITY,
        // A figure that vanishes has no value to compare.
        (_, None) => 0.0,
    }
}

/// How far the findings in a planted row could move each figure, and their codes.
fn allowed(
    outcome: &Outcome,
    tables: &[Table],
    plant: Plant,
) -> (BTreeMap<String, f64>, BTreeSet<&'static str>) {
    let (table, row) = plant.place();
    let file = format!("{}.csv", tables[table].name);
    let (mut most, mut codes) = (BTreeMap::new(), BTreeSet::new());
    for (finding, movements) in outcome.findings.iter().zip(&outcome.worths.findings) {
        let stands_there = finding.place.cell.is_some_and(|cell| cell.row as usize == row + 1);
        if *finding.place.file != *file || !stands_there || movements.is_empty() {
            continue;
        }
        codes.insert(finding.code);
        for (headline, movement) in outcome.worths.headlines.iter().zip(movements) {
            let known = most.entry(headline.indicator.clone()).or_insert(0.0_f64);
            *known = known.max(far(*movement));
        }
    }
    (most, codes)
}

#[test]
fn the_true_value_of_a_planted_mistake_moves_no_figure_further_than_its_findings_say() {
    let (mut movements, mut still) = (0, 0);
    let mut dice = Dice::new(11);
    for seed in [21] {
        let tables = tables(seed);
        let truth = figures(&check(&tables));
        for (kind, Kind(code, ..)) in KINDS.iter().enumerate() {
            let plant = Plant::new(kind, &tables, &mut dice);
            let outcome = check(&planted(&tables, &[plant]));
            let (allowed, codes) = allowed(&outcome, &tables, plant);
            assert!(codes.contains(code), "{code}, row {}: found are {codes:?}", plant.row + 2);
            for (indicator, now) in figures(&outcome) {
                let far = moved(now, truth[&indicator]);
                let most = allowed[&indicator];
                assert!(
                    far <= most + BITS,
                    "seed {seed}, {code} of kind {kind}, row {}: the truth moves {indicator} by {far}, \
                     allowed {most}",
                    plant.row + 2
                );
                movements += usize::from(far > BITS);
                still += usize::from(most == 0.0);
            }
        }
    }
    assert!(movements >= 20 && still >= 20, "{movements} movements, {still} certain to be none");
}

#[test]
fn true_values_of_several_mistakes_stay_within_the_range_of_all_findings_together() {
    let mut dice = Dice::new(12);
    let (mut movements, mut bounded) = (0, 0);
    for round in 0..5 {
        let tables = tables(31 + round);
        let mut plants: Vec<Plant> = Vec::new();
        while plants.len() < 5 {
            let kind = usize::try_from(dice.below(u32::try_from(KINDS.len()).unwrap())).unwrap();
            let plant = Plant::new(kind, &tables, &mut dice);
            if plants.iter().all(|known| known.place() != plant.place()) {
                plants.push(plant);
            }
        }
        let outcome = check(&planted(&tables, &plants));
        // All of them, then some of them.
        let some: Vec<Plant> = plants.iter().copied().filter(|_| dice.below(2) == 0).collect();
        for left in [&[][..], &some] {
            let mended = figures(&check(&planted(&tables, left)));
            for headline in &outcome.worths.headlines {
                if headline.without_bound > 0 {
                    continue;
                }
                let (now, then) = (headline.now, mended[&headline.indicator]);
                let Some(then) = then else { continue };
                let Some((low, high)) = headline.range.or(now.map(|now| (now, now))) else {
                    panic!("round {round}: {} has no range", headline.indicator)
                };
                let kinds: Vec<&str> = plants.iter().map(|plant| KINDS[plant.kind].0).collect();
                assert!(
                    low - BITS <= then && then <= high + BITS,
                    "round {round}, {kinds:?}: {} came from {now:?} to {then}, not between {low} and {high}",
                    headline.indicator
                );
                bounded += 1;
                movements += usize::from(moved(now, Some(then)) > BITS);
            }
        }
    }
    assert!(movements >= 15 && bounded >= 30, "{movements} movements in {bounded} figures");
}
