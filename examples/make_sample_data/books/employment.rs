//! `zatrudnienie.xlsx`: all jobs of the former participants of the four centres.

use super::participants::{Dates, day};
use crate::calendar::plus_days;
use crate::cluster::{Cluster, Person, Stay};
use crate::jobs::Job;
use crate::planted::{Defect, Garden, Scope, row_left_out, warning};
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column};
use crate::spelling::usual;

const SHEET: &str = "zatrudnienie";

const COLUMNS: [Column; 9] = [
    column("PESEL", "pesel", 13.0),
    column("Nazwisko i imię", "full_name", 24.0),
    column("Początek zatrudnienia", "start", 13.0),
    column("Koniec zatrudnienia", "end", 13.0),
    column("Forma zatrudnienia", "form", 22.0),
    column("Wymiar etatu", "time", 9.0),
    column("Pracodawca", "employer", 34.0),
    column("Wartość umowy", "value", 13.0),
    column("Wynagrodzenie", "wage", 13.0),
];

fn written(random: &mut Random, person: &Person, job: &Job, field: &str) -> Cell {
    match field {
        "pesel" => Cell::text(person.pesel.as_str()),
        "full_name" => Cell::text(person.full_name()),
        "start" => day(random, Dates::Real, job.start),
        "end" => job.end.map_or(Cell::Empty, |end| day(random, Dates::Real, end)),
        "form" => Cell::text(usual("form", job.form, person.woman)),
        "time" => Cell::text(job.time),
        "employer" => Cell::text(job.employer),
        "value" => job.value.map_or(Cell::Empty, Cell::Money),
        _ => job.wage.map_or(Cell::Empty, Cell::Money),
    }
}

/// Writes the jobs and plants their defects.
pub(crate) fn book(
    random: &mut Random,
    cluster: &mut Cluster,
    garden: &mut Garden,
) -> Result<Book, String> {
    let mut sheet = Sheet::new(SHEET, &COLUMNS, 0x00FC_E4D6);
    sheet.titles(&[
        "Zatrudnienie byłych uczestników – wszystkie centra",
        "na podstawie oświadczeń i kopii umów",
    ]);
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.header();
    let reversed = cluster
        .stays
        .iter()
        .position(|stay: &Stay| {
            stay.jobs.len() == 2 && stay.jobs.last().is_some_and(|job| job.end.is_some())
        })
        .ok_or("nobody has two jobs")?;
    let mut jobs: Vec<(usize, &Person, &Job)> = Vec::new();
    for stay in &cluster.stays {
        let person = cluster.person_of(stay)?;
        jobs.extend(stay.jobs.iter().map(|job| (stay.person, person, job)));
    }
    jobs.sort_by_key(|(person, _, job)| (job.start, *person));
    let spoiled = cluster.stay(reversed)?;
    let mut spoiled_row = None;
    for (key, (owner, person, job)) in jobs.iter().enumerate() {
        if *owner == spoiled.person
            && spoiled.jobs.last().is_some_and(|last| last.start == job.start)
        {
            spoiled_row = Some((key, job.start));
        }
        sheet.record(key, |field| written(random, person, job, field));
    }
    let mut book = Book { path: "zatrudnienie.xlsx", sheets: vec![sheet] };
    let (key, start) = spoiled_row.ok_or("the spoiled job is not in the list")?;
    garden.plant(
        &mut book,
        SHEET,
        key,
        "end",
        Some(Cell::Day(plus_days(start, -31))),
        row_left_out("job ends before it starts", "this job only"),
    )?;
    if let Some(job) = cluster.stay_mut(reversed)?.jobs.last_mut() {
        job.left_out = true;
    }
    let stranger = Defect {
        in_truth: false,
        ..warning(
            Scope::Cell,
            "job of a person whom no list of participants knows",
            "counted as such, not listed",
        )
    };
    let unknown = key + 9;
    let pesel = unknown_person();
    let sheet = book.sheet(SHEET)?;
    // Below the other defect, so that the place noted for it stays right.
    let at = sheet.row_of(unknown).unwrap_or(sheet.rows.len() - 1);
    let mut row = sheet.rows.get(at).cloned().ok_or("no row to copy")?;
    row.key = None;
    for (cell, text) in row.cells.iter_mut().zip([pesel.as_str(), "Nowicka Lucyna"]) {
        *cell = Cell::text(text);
    }
    sheet.rows.insert(at + 1, row);
    garden.plant_at(&mut book, SHEET, at + 1, "pesel", None, stranger)?;
    Ok(book)
}

/// A PESEL that nobody in the lists has.
pub(crate) fn unknown_person() -> String {
    let ten = "7103259946";
    format!("{ten}{}", crate::cluster::control_digit(ten))
}
