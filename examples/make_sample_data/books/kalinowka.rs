//! `lista_uczestników_Kalinówka.ods`: kept in a free office suite, headers in capitals without Polish letters.

use jiff::civil::date;

use super::participants::{Dates, Habits, REMARKS, cell, number_records};
use crate::calendar::{KEPT_ON, plus_days, plus_months};
use crate::cluster::{Cluster, Standing, Stay};
use crate::planted::{Garden, Scope, row_left_out, value_left_out, warning};
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column};

const CENTRE: usize = 2;
const SHEET: &str = "Lista";

const HABITS: Habits = Habits {
    dates: Dates::Real,
    sloppy: 8,
    sex: ["k", "m"],
    yes_no: ["t", "n"],
    separator: ", ",
    pesel_as_number: false,
    project: "",
};

const COLUMNS: [Column; 27] = [
    column("L.p.", "number", 5.0),
    column("NAZWISKO", "last_name", 15.0),
    column("IMIE", "first_name", 12.0),
    column("PESEL", "pesel", 12.0),
    column("PLEC", "sex", 6.0),
    column("DATA URODZENIA", "birth_date", 12.0),
    column("WYKSZTALCENIE", "education", 18.0),
    column("GMINA", "gmina", 14.0),
    column("STATUS NA RYNKU PRACY", "labour_status", 26.0),
    column("GRUPA (ART. 1 UST. 2)", "groups", 32.0),
    column("STOPIEN NIEPELNOSPRAWNOSCI", "disability", 14.0),
    column("KIERUJACY", "referred_by", 16.0),
    column("DATA SKIEROWANIA", "referral_date", 12.0),
    column("DATA ROZPOCZECIA", "entry_date", 12.0),
    column("DATA ZAKONCZENIA", "exit_date", 12.0),
    column("SPOSOB ZAKONCZENIA", "exit_kind", 24.0),
    column("WARSZTAT", "workshops", 22.0),
    column("SYTUACJA PO ZAKONCZENIU", "outcome", 22.0),
    column("DATA SYTUACJI", "outcome_date", 12.0),
    column("PODJECIE PRACY", "job_start", 12.0),
    column("FORMA ZATRUDNIENIA", "job_form", 20.0),
    column("UZYSKANO KWALIFIKACJE", "qualification", 12.0),
    column("PODJETO NAUKE", "education_after", 10.0),
    column("POSTEP SPOLECZNY", "social_progress", 10.0),
    column("SYTUACJA PO 6 MIESIACACH", "status_6m", 18.0),
    column("DATA BADANIA", "status_6m_date", 12.0),
    column("UWAGI", "remarks", 26.0),
];

/// Writes the list and plants its defects.
pub(crate) fn book(
    random: &mut Random,
    cluster: &mut Cluster,
    garden: &mut Garden,
) -> Result<Book, String> {
    let here = |stay: &Stay| stay.centre == CENTRE;
    let long = cluster.choose("longer than the law allows", |stay, _| {
        here(stay)
            && stay.exit_kind == "completed"
            && stay.jobs.is_empty()
            && stay.entry < date(2023, 9, 1)
    })?;
    let stay = cluster.stay_mut(long)?;
    let exit = plus_months(stay.entry, 27);
    stay.exit = Some(exit);
    stay.outcome_date = Some(plus_days(exit, 4));
    (stay.status_6m, stay.status_6m_date) = ("", None);
    if exit > KEPT_ON {
        return Err("the long stay does not end in time; try another seed".to_owned());
    }

    let mut sheet = Sheet::new(SHEET, &COLUMNS, 0x00FF_F2CC);
    sheet.titles(&["CIS KALINÓWKA – LISTA UCZESTNIKÓW OD WRZEŚNIA 2022"]);
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.header();
    for (key, stay) in cluster.stays.iter().enumerate().filter(|(_, stay)| here(stay)) {
        let person = cluster.person_of(stay)?;
        sheet.record(key, |field| match field {
            "remarks" => Cell::text(random.pick(REMARKS)),
            _ => cell(random, &HABITS, stay, person, true, field),
        });
    }
    number_records(&mut sheet)?;
    let mut book = Book { path: "lista_uczestników_Kalinówka.ods", sheets: vec![sheet] };
    garden.plant(
        &mut book,
        SHEET,
        long,
        "exit_date",
        None,
        warning(Scope::Row, "participation longer than the legal maximum", ""),
    )?;

    let century = cluster.choose("job before birth", |stay, _| {
        here(stay) && stay.completed() && stay.jobs.len() == 1
    })?;
    let start = cluster.stay(century)?.jobs.first().ok_or("no job")?.start;
    let written = Cell::Day(plus_months(start, -1200));
    let defect = value_left_out(
        "job starts before the person was born (a century too early)",
        "the job of this row is left out; zatrudnienie.xlsx has the right one",
    );
    garden.plant(&mut book, SHEET, century, "job_start", Some(written), defect)?;

    let no_date = cluster.choose("way of leaving without a date", |stay, _| {
        here(stay)
            && stay.jobs.is_empty()
            && stay.exit_kind == "withdrew"
            && stay.exit > Some(date(2024, 1, 1))
            || here(stay) && stay.exit_kind == "completed" && stay.exit > Some(date(2025, 6, 1))
    })?;
    let defect = Scope::Cell;
    let defect = crate::planted::Defect {
        severity: "error",
        ..warning(defect, "way of leaving filled, exit date empty", "still taking part")
    };
    garden.plant(&mut book, SHEET, no_date, "exit_date", Some(Cell::Empty), defect)?;
    cluster.stay_mut(no_date)?.standing = Standing::ExitUnknown;

    let double = cluster.choose("PESEL too long", |stay, _| {
        here(stay) && stay.entry > date(2025, 1, 1) && stay.jobs.is_empty()
    })?;
    let pesel = cluster.person_of(cluster.stay(double)?)?.pesel.clone();
    let (head, tail) = pesel.split_at_checked(8).ok_or("a PESEL is too short")?;
    let repeated = format!("{head}{}{tail}", head.chars().last().unwrap_or('9'));
    garden.plant(
        &mut book,
        SHEET,
        double,
        "pesel",
        Some(Cell::text(repeated)),
        row_left_out("PESEL of twelve digits, one typed twice", "not in any figure"),
    )?;
    cluster.stay_mut(double)?.standing = Standing::LeftOut;
    Ok(book)
}
