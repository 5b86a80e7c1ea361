//! `uczestnicy Brzozowy Gaj.csv`: an export with semicolons and a byte order mark, dates as year-month-day.

use jiff::civil::date;

use super::participants::{Dates, Habits, PROJECT, REMARKS, cell};
use crate::cluster::{Cluster, Stay};
use crate::planted::{Garden, Scope, value_left_out, warning};
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Sheet, column};

const CENTRE: usize = 3;
const SHEET: &str = "uczestnicy";

const HABITS: Habits = Habits {
    dates: Dates::Iso,
    sloppy: 5,
    sex: ["Kobieta", "Mężczyzna"],
    yes_no: ["tak", "nie"],
    separator: " / ",
    pesel_as_number: false,
    project: PROJECT,
};

const COLUMNS: [Column; 37] = [
    column("PESEL", "pesel", 0.0),
    column("Nazwisko", "last_name", 0.0),
    column("Imię", "first_name", 0.0),
    column("Płeć", "sex", 0.0),
    column("Data urodzenia", "birth_date", 0.0),
    column("Nr projektu", "project", 0.0),
    column("Data rozpoczęcia zajęć", "entry_date", 0.0),
    column("Data zakończenia", "exit_date", 0.0),
    column("Sposób zakończenia", "exit_kind", 0.0),
    column("Grupa (art. 1 ust. 2)", "groups", 0.0),
    column("Wykształcenie", "education", 0.0),
    column("Status na rynku pracy w chwili przystąpienia", "labour_status", 0.0),
    column("Bezrobotny od", "unemployed_since", 0.0),
    column("Stopień niepełnosprawności", "disability", 0.0),
    column("Gmina", "gmina", 0.0),
    column("Powiat", "powiat", 0.0),
    column("Obszar (DEGURBA)", "area", 0.0),
    column("Kierujący", "referred_by", 0.0),
    column("Data skierowania", "referral_date", 0.0),
    column("Data IPZS", "ipzs_date", 0.0),
    column("Warsztat", "workshops", 0.0),
    column("Sytuacja po zakończeniu", "outcome", 0.0),
    column("Data sytuacji", "outcome_date", 0.0),
    column("Podjęcie pracy", "job_start", 0.0),
    column("Koniec umowy", "job_end", 0.0),
    column("Forma zatrudnienia", "job_form", 0.0),
    column("Wymiar etatu", "job_time", 0.0),
    column("Uzyskano kwalifikacje", "qualification", 0.0),
    column("Podjęto naukę", "education_after", 0.0),
    column("Postęp społeczny", "social_progress", 0.0),
    column("Sytuacja po 6 miesiącach", "status_6m", 0.0),
    column("Data badania", "status_6m_date", 0.0),
    column("Obywatel państwa trzeciego", "third_country", 0.0),
    column("Obce pochodzenie", "foreign_background", 0.0),
    column("Mniejszość", "minority", 0.0),
    column("Bezdomność", "homeless", 0.0),
    column("Uwagi", "remarks", 0.0),
];

/// Writes the list and plants its defects.
pub(crate) fn book(
    random: &mut Random,
    cluster: &mut Cluster,
    garden: &mut Garden,
) -> Result<Book, String> {
    let here = |stay: &Stay| stay.centre == CENTRE;
    let mut sheet = Sheet::new(SHEET, &COLUMNS, 0);
    sheet.header();
    for (key, stay) in cluster.stays.iter().enumerate().filter(|(_, stay)| here(stay)) {
        let person = cluster.person_of(stay)?;
        sheet.record(key, |field| match field {
            "remarks" => Cell::text(random.pick(REMARKS)),
            _ => cell(random, &HABITS, stay, person, true, field),
        });
    }
    let mut book = Book { path: "uczestnicy Brzozowy Gaj.csv", sheets: vec![sheet] };

    let group = cluster
        .choose("typing error in the groups", |stay, _| here(stay) && stay.groups.len() == 2)?;
    let first = crate::spelling::usual(
        "group",
        cluster.stay(group)?.groups.first().copied().unwrap_or_default(),
        false,
    );
    let written = Cell::text(format!("{first} / niepełnosrawni"));
    let defect =
        value_left_out("unknown code in groups: 'niepełnosrawni'", "the first group is used");
    garden.plant(&mut book, SHEET, group, "groups", Some(written), defect)?;

    let far = cluster.choose("exit in the far future", |stay, _| {
        here(stay) && stay.exit.is_none() && stay.entry < date(2025, 10, 1)
    })?;
    let defect = warning(
        Scope::Cell,
        "exit date far in the future (2062 for 2026)",
        "after the as-of day: still taking part",
    );
    garden.plant(&mut book, SHEET, far, "exit_date", Some(Cell::text("2062-03-31")), defect)?;

    let kind = cluster.choose("typing error in the way of leaving", |stay, _| {
        here(stay) && stay.exit_kind == "left" && stay.exit > Some(date(2023, 1, 1))
            || here(stay) && stay.exit_kind == "withdrew"
    })?;
    let defect = value_left_out(
        "unknown code in exit_kind: 'rezygnajca własna'",
        "a leaver whose way of leaving is not known",
    );
    garden.plant(
        &mut book,
        SHEET,
        kind,
        "exit_kind",
        Some(Cell::text("rezygnajca własna")),
        defect,
    )?;
    cluster.stay_mut(kind)?.exit_kind = "";

    let born = cluster.choose("impossible birth date", |stay, _| here(stay))?;
    let person = cluster.person_of(cluster.stay(born)?)?;
    let written = format!("{}-02-30", person.birth.year());
    let defect = value_left_out(
        format!("a birth date that does not exist: {written}"),
        "taken from the PESEL",
    );
    garden.plant(&mut book, SHEET, born, "birth_date", Some(Cell::text(written)), defect)?;
    Ok(book)
}
