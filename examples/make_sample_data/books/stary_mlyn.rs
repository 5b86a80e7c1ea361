//! `uczestnicy Stary Młyn 2023-2025.xlsx`: one sheet a period, people carried over, other headers from 2025.

use jiff::civil::{Date, date};

use super::participants::{Dates, Habits, PROJECT, REMARKS, cell, day, number_records};
use crate::calendar::{plus_days, plus_months};
use crate::cluster::{Cluster, Person, Stay};
use crate::planted::{Garden, Scope, value_left_out, warning};
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column};

const CENTRE: usize = 1;

const OLD: [Column; 28] = [
    column("Lp.", "number", 5.0),
    column("Nazwisko i imię", "full_name", 24.0),
    column("PESEL", "pesel", 13.0),
    column("Płeć", "sex", 6.0),
    column("Data urodzenia", "birth_date", 12.0),
    column("Wykształcenie", "education", 20.0),
    column("Gmina", "gmina", 12.0),
    column("Status na rynku pracy w chwili przystąpienia", "labour_status", 28.0),
    column("Bezrobotny od", "unemployed_since", 12.0),
    column("Grupa (art. 1 ust. 2)", "groups", 34.0),
    column("Stopień niepełnosprawności", "disability", 14.0),
    column("Kierujący", "referred_by", 18.0),
    column("Data skierowania", "referral_date", 12.0),
    column("Data rozpoczęcia", "entry_date", 12.0),
    column("Data zakończenia", "exit_date", 12.0),
    column("Sposób zakończenia", "exit_kind", 24.0),
    column("Warsztat", "workshops", 24.0),
    column("Sytuacja po zakończeniu", "outcome", 22.0),
    column("Data sytuacji", "outcome_date", 12.0),
    column("Podjęcie pracy", "job_start", 12.0),
    column("Forma zatrudnienia", "job_form", 20.0),
    column("Uzyskano kwalifikacje", "qualification", 12.0),
    column("Podjęto naukę", "education_after", 10.0),
    column("Postęp społeczny", "social_progress", 10.0),
    column("Sytuacja po 6 miesiącach", "status_6m", 20.0),
    column("Data badania", "status_6m_date", 12.0),
    column("Telefon", "telephone", 12.0),
    column("Uwagi", "remarks", 26.0),
];

const NEW: [Column; 33] = [
    column("Lp.", "number", 5.0),
    column("Nr PESEL", "pesel", 13.0),
    column("Nazwisko", "last_name", 16.0),
    column("Imię", "first_name", 13.0),
    column("Data ur.", "birth_date", 12.0),
    column("Płeć", "sex", 6.0),
    column("Nr projektu", "project", 25.0),
    column("Data przyjęcia", "entry_date", 14.0),
    column("Data zakończenia zajęć", "exit_date", 14.0),
    column("Powód zakończenia", "exit_kind", 24.0),
    column("Grupa", "groups", 34.0),
    column("Stopień niepełnosprawności", "disability", 14.0),
    column("Status na rynku pracy", "labour_status", 28.0),
    column("Bezrobotny od", "unemployed_since", 14.0),
    column("Poziom wykształcenia", "education", 20.0),
    column("Gmina", "gmina", 12.0),
    column("Podmiot kierujący", "referred_by", 18.0),
    column("Data skierowania", "referral_date", 14.0),
    column("Pracownia / warsztat", "workshops", 24.0),
    column("Sytuacja po zakończeniu", "outcome", 22.0),
    column("Data sytuacji", "outcome_date", 14.0),
    column("Data podjęcia pracy", "job_start", 14.0),
    column("Rodzaj umowy", "job_form", 20.0),
    column("Uzyskano kwalifikacje", "qualification", 12.0),
    column("Podjęto naukę", "education_after", 10.0),
    column("Postęp społeczny", "social_progress", 10.0),
    column("Sytuacja po 6 miesiącach", "status_6m", 20.0),
    column("Data badania", "status_6m_date", 14.0),
    column("Obywatel państwa trzeciego", "third_country", 11.0),
    column("Obce pochodzenie", "foreign_background", 11.0),
    column("Mniejszość", "minority", 10.0),
    column("Bezdomność", "homeless", 10.0),
    column("Uwagi", "remarks", 26.0),
];

/// A sheet and the days that it covers.
struct Period {
    sheet: &'static str,
    from: Date,
    to: Date,
    columns: &'static [Column],
    habits: Habits,
}

const HABITS: Habits = Habits {
    dates: Dates::Dotted,
    sloppy: 20,
    sex: ["K", "M"],
    yes_no: ["TAK", "NIE"],
    separator: ", ",
    pesel_as_number: false,
    project: PROJECT,
};

const PERIODS: [Period; 3] = [
    Period {
        sheet: "2022-2023",
        from: date(2022, 1, 1),
        to: date(2023, 12, 31),
        columns: &OLD,
        habits: HABITS,
    },
    Period {
        sheet: "2024",
        from: date(2024, 1, 1),
        to: date(2024, 12, 31),
        columns: &OLD,
        habits: Habits { dates: Dates::Real, ..HABITS },
    },
    Period {
        sheet: "2025",
        from: date(2025, 1, 1),
        to: date(2025, 12, 31),
        columns: &NEW,
        habits: Habits { dates: Dates::Mixed, separator: "; ", yes_no: ["T", "N"], ..HABITS },
    },
];

/// Writes the sheets and plants their defects.
pub(crate) fn book(
    random: &mut Random,
    cluster: &mut Cluster,
    garden: &mut Garden,
) -> Result<Book, String> {
    let no_job = cluster.choose("work without a job", |stay, _| {
        stay.centre == CENTRE
            && stay.exit_kind == "completed"
            && stay.outcome == "job"
            && ended_in(stay, &PERIODS[1])
    })?;
    cluster.stay_mut(no_job)?.jobs.clear();
    cluster.stay_mut(no_job)?.status_6m = "";
    cluster.stay_mut(no_job)?.status_6m_date = None;

    let mut book = Book { path: "uczestnicy Stary Młyn 2023-2025.xlsx", sheets: Vec::new() };
    for period in &PERIODS {
        book.sheets.push(sheet(random, cluster, period)?);
    }
    let defect = warning(
        Scope::Row,
        "the outcome says work, but there is no day on which it began",
        "the outcome's date stands for the start; form unknown",
    );
    garden.plant(&mut book, "2024", no_job, "outcome", None, defect)?;
    plant(random, cluster, &mut book, garden)?;
    Ok(book)
}

fn sheet(random: &mut Random, cluster: &Cluster, period: &Period) -> Result<Sheet, String> {
    let mut sheet = Sheet::new(period.sheet, period.columns, 0x00E2_EFDA);
    sheet.titles(&[&format!("CIS Stary Młyn – uczestnicy {}", period.sheet)]);
    if period.sheet == "2024" {
        sheet.titles(&["(lista uzupełniana na bieżąco; osoby z poprzedniego roku na początku)"]);
    }
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.header();
    sheet.filter = period.sheet == "2025";
    for (key, stay) in cluster.stays.iter().enumerate().filter(|(_, stay)| overlaps(stay, period)) {
        let person = cluster.person_of(stay)?;
        let ended = stay.exit.is_some_and(|exit| exit <= period.to);
        sheet.record(key, |field| match field {
            "remarks" => Cell::text(random.pick(REMARKS)),
            "telephone" => Cell::text(format!("6{:02} xxx xxx", random.between(0, 99))),
            _ => cell(random, &period.habits, stay, person, ended, field),
        });
    }
    number_records(&mut sheet)?;
    Ok(sheet)
}

fn overlaps(stay: &Stay, period: &Period) -> bool {
    stay.centre == CENTRE
        && stay.entry <= period.to
        && stay.exit.is_none_or(|exit| exit >= period.from)
}

fn ended_in(stay: &Stay, period: &Period) -> bool {
    stay.exit.is_some_and(|exit| exit >= period.from && exit <= period.to)
}

fn in_one_sheet(stay: &Stay, period: &Period) -> bool {
    stay.entry >= period.from && stay.exit.is_some_and(|exit| exit <= period.to)
}

fn plant(
    random: &mut Random,
    cluster: &mut Cluster,
    book: &mut Book,
    garden: &mut Garden,
) -> Result<(), String> {
    let carried = cluster.choose("carried over", |stay, _| {
        stay.centre == CENTRE
            && stay.entry < date(2024, 1, 1)
            && stay.exit > Some(date(2024, 1, 31))
            && stay.exit < Some(date(2025, 1, 1))
            && stay.education == "vocational"
    })?;
    let defect = warning(
        Scope::Row,
        "carried over from the sheet before with another education",
        "the row read first stands for what was true at entry",
    );
    garden.plant(book, "2024", carried, "education", Some(Cell::text("średnie")), defect)?;

    let typo = cluster.choose("typing error in the status", |stay, person| {
        in_one_sheet(stay, &PERIODS[2])
            && stay.centre == CENTRE
            && stay.labour_status == "unemployed_registered"
            && person.woman
    })?;
    let defect = value_left_out("unknown code in labour_status: 'bezrobtna zarejestrwana'", "");
    garden.plant(
        book,
        "2025",
        typo,
        "labour_status",
        Some(Cell::text("bezrobtna zarejestrwana")),
        defect,
    )?;

    let early = cluster.choose("six months too early", |stay, _| {
        stay.centre == CENTRE && ended_in(stay, &PERIODS[1]) && stay.status_6m_date.is_some()
    })?;
    let exit = cluster.stay(early)?.exit.ok_or("no exit")?;
    let written = Cell::Day(plus_days(plus_months(exit, 6), -random.between(45, 75)));
    let defect = value_left_out(
        "situation after six months dated before six months",
        "the follow-up is ignored; job rows decide",
    );
    garden.plant(book, "2024", early, "status_6m_date", Some(written), defect)?;

    let sex = cluster.choose("sex and PESEL differ", |stay, person: &Person| {
        in_one_sheet(stay, &PERIODS[2]) && stay.centre == CENTRE && !person.woman
    })?;
    let defect = warning(Scope::Cell, "sex does not agree with the PESEL", "the column stands");
    garden.plant(book, "2025", sex, "sex", Some(Cell::text("K")), defect)?;

    let born = cluster.choose("birth date and PESEL differ", |stay, person| {
        stay.centre == CENTRE
            && stay.entry > PERIODS[2].from
            && person.birth.day() <= 12
            && person.birth.day() != person.birth.month()
    })?;
    let birth = cluster.person_of(cluster.stay(born)?)?.birth;
    let swapped =
        Date::new(birth.year(), birth.day(), birth.month()).map_err(|error| error.to_string())?;
    let written = day(random, Dates::Real, swapped);
    let defect = warning(
        Scope::Cell,
        "birth date does not agree with the PESEL (day and month swapped)",
        "the column stands",
    );
    garden.plant(book, "2025", born, "birth_date", Some(written), defect)
}
