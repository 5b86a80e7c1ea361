//! `Orzechowiec/lista uczestników CIS.xlsx`: titles, a header of two rows, a cross for each group, a total, notes.

use jiff::civil::date;

use super::participants::{Dates, Habits, PROJECT, REMARKS, cell, number_records};
use crate::calendar::{dotted, plus_days};
use crate::cluster::{Cluster, Standing, Stay, age_at_entry};
use crate::planted::{Garden, Scope, duplicate, note, row_left_out, value_left_out, warning};
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column, letters};

const CENTRE: usize = 0;
const SHEET: &str = "lista";

const HABITS: Habits = Habits {
    dates: Dates::Real,
    sloppy: 12,
    sex: ["K", "M"],
    yes_no: ["tak", "nie"],
    separator: "; ",
    pesel_as_number: true,
    project: PROJECT,
};

const fn under(
    group: &'static str,
    header: &'static str,
    field: &'static str,
    width: f64,
) -> Column {
    Column { header, group, field, width }
}

const COLUMNS: [Column; 47] = [
    column("Lp.", "number", 5.0),
    under("Dane osobowe", "Nazwisko", "last_name", 15.0),
    under("Dane osobowe", "Imię", "first_name", 12.0),
    under("Dane osobowe", "PESEL", "pesel", 13.0),
    under("Dane osobowe", "Płeć", "sex", 5.0),
    under("Dane osobowe", "Data\nurodzenia", "birth_date", 11.0),
    under("Dane osobowe", "Wykształcenie", "education", 20.0),
    under("Dane osobowe", "Gmina", "gmina", 14.0),
    under("Dane osobowe", "Powiat", "powiat", 18.0),
    under("Dane osobowe", "Obszar (DEGURBA)", "area", 10.0),
    under("Rynek pracy", "Status na rynku pracy\nw chwili przystąpienia", "labour_status", 26.0),
    under("Rynek pracy", "Bezrobotny\nod", "unemployed_since", 11.0),
    under("Grupa (art. 1 ust. 2)", "bezdomni", "group:homeless", 10.0),
    under("Grupa (art. 1 ust. 2)", "uzależnieni od alkoholu", "group:alcohol", 11.0),
    under("Grupa (art. 1 ust. 2)", "uzależnieni od narkotyków", "group:drugs", 11.0),
    under("Grupa (art. 1 ust. 2)", "zaburzenia psychiczne", "group:mental", 11.0),
    under("Grupa (art. 1 ust. 2)", "długotrwale bezrobotni", "group:long_term_unemployed", 11.0),
    under("Grupa (art. 1 ust. 2)", "zwalniani z zakładów karnych", "group:ex_prisoner", 11.0),
    under("Grupa (art. 1 ust. 2)", "uchodźcy", "group:refugee", 9.0),
    under("Grupa (art. 1 ust. 2)", "niepełnosprawni", "group:disabled", 13.0),
    under("Grupa (art. 1 ust. 2)", "inne", "group:other", 6.0),
    column("Stopień niepełnosprawności", "disability", 13.0),
    under("Oświadczenia", "Obywatel państwa trzeciego", "third_country", 11.0),
    under("Oświadczenia", "Obce pochodzenie", "foreign_background", 11.0),
    under("Oświadczenia", "Mniejszość", "minority", 10.0),
    under("Oświadczenia", "Bezdomność", "homeless", 10.0),
    under("Skierowanie", "Kierujący", "referred_by", 16.0),
    under("Skierowanie", "Data\nskierowania", "referral_date", 11.0),
    under("Skierowanie", "Data IPZS", "ipzs_date", 11.0),
    under("Udział w zajęciach CIS", "od", "entry_date", 11.0),
    under("Udział w zajęciach CIS", "do", "exit_date", 11.0),
    under("Udział w zajęciach CIS", "Sposób zakończenia", "exit_kind", 26.0),
    under("Udział w zajęciach CIS", "Warsztat", "workshops", 24.0),
    under("Po zakończeniu", "Sytuacja\npo zakończeniu", "outcome", 22.0),
    under("Po zakończeniu", "Data sytuacji", "outcome_date", 11.0),
    under("Po zakończeniu", "Podjęcie\npracy", "job_start", 11.0),
    under("Po zakończeniu", "Koniec\numowy", "job_end", 11.0),
    under("Po zakończeniu", "Forma\nzatrudnienia", "job_form", 20.0),
    under("Po zakończeniu", "Wymiar\netatu", "job_time", 8.0),
    under("Efekty", "Uzyskano\nkwalifikacje", "qualification", 12.0),
    under("Efekty", "Podjęto\nnaukę", "education_after", 9.0),
    under("Efekty", "Postęp\nspołeczny", "social_progress", 10.0),
    under("Efekty", "Dotacja na działalność z EFS", "startup_grant", 13.0),
    under("Efekty", "Sytuacja po\n6 miesiącach", "status_6m", 22.0),
    under("Efekty", "Data\nbadania", "status_6m_date", 11.0),
    column("Nr projektu", "project", 26.0),
    column("Uwagi", "remarks", 28.0),
];

/// Writes the list and plants its defects.
pub(crate) fn book(
    random: &mut Random,
    cluster: &mut Cluster,
    garden: &mut Garden,
) -> Result<Book, String> {
    let mut sheet = Sheet::new(SHEET, &COLUMNS, 0x00DD_EBF7);
    sheet.titles(&[
        "Centrum Integracji Społecznej w Orzechowcu",
        "Lista uczestników zajęć reintegracji zawodowej i społecznej",
        "stan na 30.11.2025 r.",
    ]);
    sheet.merges.extend((0..3).map(|row| (row, 0, row, 11)));
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.grouped_header();
    for (key, stay) in cluster.stays.iter().enumerate().filter(|(_, stay)| stay.centre == CENTRE) {
        let person = cluster.person_of(stay)?;
        sheet.record(key, |field| match field {
            "remarks" => Cell::text(random.pick(REMARKS)),
            _ => cell(random, &HABITS, stay, person, true, field),
        });
    }
    let copied = cluster.choose("same row twice", |stay, person| {
        stay.centre == CENTRE
            && stay.exit.is_some()
            && !stay.completed()
            && !person.pesel.starts_with('0')
    })?;
    let copy = sheet.row_of(copied)?;
    let copy = sheet.rows.get(copy).cloned().ok_or("no row to copy")?;
    sheet.rows.push(Row { key: None, ..copy });
    let last = sheet.rows.len() - 1;
    number_records(&mut sheet)?;
    totals(&mut sheet)?;
    let mut book =
        Book { path: "Orzechowiec/lista uczestników CIS.xlsx", sheets: vec![sheet, lists()] };
    garden.plant_at(
        &mut book,
        SHEET,
        last,
        "pesel",
        None,
        duplicate("the same row twice, the second at the end of the list"),
    )?;
    garden.note_file(
        book.path,
        "słowniki",
        "A1",
        note(Scope::Sheet, "hidden sheet with lists to choose from, no table", "skipped", ""),
    );
    lost_zeros(cluster, &mut book, garden)?;
    plant(cluster, &mut book, garden)?;
    Ok(book)
}

fn totals(sheet: &mut Sheet) -> Result<(), String> {
    let (first, last) = sheet.body().ok_or("no records")?;
    let mut cells = vec![Cell::Empty; sheet.columns.len()];
    for (at, column) in
        COLUMNS.iter().enumerate().filter(|(_, column)| column.field.starts_with("group:"))
    {
        let name = letters(at);
        let formula = format!("=COUNTIF({name}{}:{name}{},\"x\")", first + 1, last + 1);
        if let Some(cell) = cells.get_mut(at) {
            *cell = Cell::Formula(formula, sheet.count(column.field, "x")?, false);
        }
    }
    if let Some(cell) = cells.get_mut(1) {
        *cell = Cell::text("RAZEM");
    }
    sheet.rows.push(Row::new(RowKind::Total, cells, None));
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    for text in [
        "Uwaga: wiersz przekreślony – do wyjaśnienia z kierownikiem",
        "x – osoba należy do grupy",
        "Sporządził: dział reintegracji",
    ] {
        sheet.rows.push(Row::new(RowKind::Note, vec![Cell::Empty, Cell::text(text)], None));
    }
    Ok(())
}

fn lists() -> Sheet {
    let mut lists = Sheet::new(
        "słowniki",
        &[column("", "first", 26.0), column("", "second", 26.0)],
        0x00FF_FFFF,
    );
    lists.hidden = true;
    for (education, status) in [
        ("podstawowe", "bezrobotny zarejestrowany"),
        ("gimnazjalne", "bezrobotny niezarejestrowany"),
        ("zasadnicze zawodowe", "bierny zawodowo"),
        ("średnie", "pracujący"),
        ("wyższe", ""),
    ] {
        lists.rows.push(Row::new(
            RowKind::Note,
            vec![Cell::text(education), Cell::text(status)],
            None,
        ));
    }
    lists
}

/// A PESEL that begins with 0 and was typed as a number has lost it. After four of them somebody noticed
/// and wrote the rest as text.
fn lost_zeros(cluster: &Cluster, book: &mut Book, garden: &mut Garden) -> Result<(), String> {
    let mut lost = 0;
    for (key, stay) in cluster.stays.iter().enumerate().filter(|(_, stay)| stay.centre == CENTRE) {
        let pesel = cluster.person_of(stay)?.pesel.as_str();
        if !pesel.starts_with('0') {
            continue;
        }
        if lost < 4 {
            let defect =
                note(Scope::Cell, "PESEL kept as a number, leading zero lost", "repaired", "");
            garden.plant(book, SHEET, key, "pesel", None, defect)?;
            lost += 1;
        } else {
            book.sheet(SHEET)?.write(key, "pesel", Cell::text(pesel))?;
        }
    }
    Ok(())
}

fn plant(cluster: &mut Cluster, book: &mut Book, garden: &mut Garden) -> Result<(), String> {
    let here = |stay: &Stay| stay.centre == CENTRE;

    let swapped = cluster.choose("exit before entry", |stay, _| {
        here(stay) && stay.completed() && stay.exit > Some(date(2024, 3, 1))
    })?;
    let entry = cluster.stay_mut(swapped)?.entry;
    let written = Cell::Day(plus_days(entry, -17));
    garden.plant(
        book,
        SHEET,
        swapped,
        "exit_date",
        Some(written),
        row_left_out("exit before entry", "not in any figure"),
    )?;
    cluster.stay_mut(swapped)?.standing = Standing::LeftOut;

    let impossible = cluster.choose("impossible date", |stay, _| {
        here(stay) && matches!(stay.exit_kind, "breach" | "left")
    })?;
    garden.plant(
        book,
        SHEET,
        impossible,
        "exit_date",
        Some(Cell::text("31.06.2024")),
        row_left_out("a date that does not exist: 31.06.2024", "not in any figure"),
    )?;
    cluster.stay_mut(impossible)?.standing = Standing::LeftOut;

    let struck = cluster.choose("struck out", |stay, person| {
        here(stay)
            && stay.completed()
            && stay.entry > date(2023, 3, 1)
            && age_at_entry(stay, person) > 30
    })?;
    let row = book.sheet(SHEET)?.row_of(struck)?;
    if let Some(row) = book.sheet(SHEET)?.rows.get_mut(row) {
        row.struck = true;
    }
    garden.plant(
        book,
        SHEET,
        struck,
        "pesel",
        None,
        warning(Scope::Row, "row struck out by hand", "counted, needs a decision"),
    )?;

    let hidden = cluster.choose("hidden row", |stay, _| {
        here(stay) && stay.entry > date(2024, 2, 1) && stay.exit.is_some()
    })?;
    let row = book.sheet(SHEET)?.row_of(hidden)?;
    if let Some(row) = book.sheet(SHEET)?.rows.get_mut(row) {
        row.hidden = true;
    }
    garden.plant(
        book,
        SHEET,
        hidden,
        "pesel",
        None,
        note(Scope::Row, "hidden row", "warning only", ""),
    )?;

    let referred = cluster.choose("referral after entry", |stay, _| {
        here(stay) && stay.entry > date(2024, 6, 1) && stay.exit.is_none()
    })?;
    let entry = cluster.stay_mut(referred)?.entry;
    let defect = value_left_out(
        format!("referral after entry ({})", dotted(plus_days(entry, 21))),
        "only referral_days loses the row: unknown there",
    );
    garden.plant(
        book,
        SHEET,
        referred,
        "referral_date",
        Some(Cell::Day(plus_days(entry, 21))),
        defect,
    )?;

    garden.plant(
        book,
        SHEET,
        cluster.wrong_digit,
        "pesel",
        None,
        warning(
            Scope::Cell,
            "PESEL with a wrong control digit",
            "the number is the key as it stands, in all files alike",
        ),
    )?;
    Ok(())
}
