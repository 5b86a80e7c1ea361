//! Nothing after the as-of day is known: a row from then on changes no figure.

use efekt::pipeline::Outcome;

use crate::pipeline::people::town;
use crate::pipeline::run::{assert_same_figures, file, run_with};
use crate::pipeline::tables::{Cell, Table, text, xlsx};

/// Later than everything of the made town but some ends of jobs.
const DAY: &str = "2025-03-15";

fn known_on_the_day(tables: &[Table]) -> Outcome {
    run_with(&[file("a.xlsx", xlsx(tables))], DAY, &[]).unwrap()
}

fn tables() -> Vec<Table> {
    let mut tables = town(9, 24).tables();
    // Benefits end before the as-of day, so that a later month could stretch the coverage.
    let month = tables[1].column("Miesiąc");
    tables[1].rows.retain(|row| row[month] <= text("2024-10"));
    tables
}

#[test]
fn a_later_stay_of_a_new_person_in_a_new_centre_changes_no_figure() {
    let tables = tables();
    let mut later = tables.clone();
    let header = &tables[0];
    let mut row = header.rows[0].clone();
    row[header.column("Placówka")] = text("CIS Nowy");
    row[header.column("PESEL")] = text(&crate::pipeline::people::pesel((1990, 1, 1), 5, true));
    row[header.column("Płeć")] = text("K");
    row[header.column("Data urodzenia")] = Cell::Day(1990, 1, 1);
    row[header.column("Data rozpoczęcia")] = Cell::Day(2025, 3, 16);
    row[header.column("Data zakończenia")] = Cell::Empty;
    later[0].rows.insert(0, row);
    assert_same_figures(&known_on_the_day(&tables), &known_on_the_day(&later), "a later stay");
}

#[test]
fn a_later_benefit_job_and_form_of_support_change_no_figure() {
    let tables = tables();
    let person = tables[0].rows[0][tables[0].column("PESEL")].clone();
    let benefit = vec![
        person.clone(),
        text("zasiłek okresowy"),
        text("2025-04"),
        Cell::Grosze(50_000),
        Cell::Empty,
    ];
    let job = vec![
        person.clone(),
        Cell::Day(2025, 3, 16),
        Cell::Empty,
        text("umowa o pracę"),
        text("1"),
        text("Tartak"),
    ];
    let support = vec![person, text("kurs"), Cell::Day(2025, 3, 16), text("społeczna")];
    for (place, row) in [(1, benefit), (2, job), (3, support)] {
        let mut later = tables.clone();
        later[place].rows.push(row);
        let name = tables[place].name.clone();
        assert_same_figures(&known_on_the_day(&tables), &known_on_the_day(&later), &name);
    }
}

#[test]
fn an_exit_after_the_day_is_not_known_nor_what_came_after_it() {
    let mut open = tables();
    let header = open[0].clone();
    let at = |name: &str| header.column(name);
    let columns = [
        "Data zakończenia",
        "Sposób zakończenia",
        "Sytuacja po zakończeniu",
        "Sytuacja po 6 miesiącach",
    ];
    for column in columns {
        open[0].rows[0][at(column)] = Cell::Empty;
    }
    let mut ended = open.clone();
    for (column, cell) in columns.into_iter().zip([
        Cell::Day(2025, 3, 16),
        text("zgodnie z IPZS"),
        text("praca"),
        text("praca"),
    ]) {
        ended[0].rows[0][at(column)] = cell;
    }
    assert_same_figures(&known_on_the_day(&open), &known_on_the_day(&ended), "a later exit");
}

#[test]
fn a_row_on_the_day_itself_is_known() {
    let tables = tables();
    let mut known = tables.clone();
    let mut row = tables[0].rows[0].clone();
    row[tables[0].column("PESEL")] = Cell::Empty;
    row[tables[0].column("Nr dokumentu")] = text("NOWY 1");
    row[tables[0].column("Data rozpoczęcia")] = Cell::Day(2025, 3, 15);
    row[tables[0].column("Data zakończenia")] = Cell::Empty;
    known[0].rows.push(row);
    let period = |tables: &[Table]| {
        let outcome = known_on_the_day(tables);
        outcome.stages.iter().map(|count| count.rows).collect::<Vec<_>>()
    };
    assert_ne!(period(&tables)[3..], period(&known)[3..]);
}
