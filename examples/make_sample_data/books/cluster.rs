//! `placówki i finanse.xlsx` and a file that is no table at all.

use jiff::civil::date;

use super::participants::PROJECT;
use crate::names::CENTRES;
use crate::planted::{Defect, Garden, Scope, note, row_left_out, warning};
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column};

const CENTRE_COLUMNS: [Column; 9] = [
    column("Placówka", "centre", 20.0),
    column("Rodzaj", "kind", 8.0),
    column("Gmina", "gmina", 16.0),
    column("Powiat", "powiat", 20.0),
    column("Województwo", "voivodeship", 24.0),
    column("Podmiot tworzący", "founder", 44.0),
    column("Data nadania statusu", "status", 14.0),
    column("Data rozpoczęcia działalności", "start", 14.0),
    column("Miasto na prawach powiatu", "city", 12.0),
];

const FINANCE_COLUMNS: [Column; 5] = [
    column("Placówka", "centre", 20.0),
    column("Okres", "period", 9.0),
    column("Kategoria", "category", 32.0),
    column("Kwota", "amount", 15.0),
    column("Plan / wykonanie", "stage", 14.0),
];

const STAFF_COLUMNS: [Column; 5] = [
    column("Placówka", "centre", 20.0),
    column("Rok", "year", 7.0),
    column("Rodzaj zatrudnienia", "kind", 24.0),
    column("Liczba osób", "persons", 10.0),
    column("Etaty", "posts", 8.0),
];

const TARGET_COLUMNS: [Column; 7] = [
    column("Nr projektu", "project", 28.0),
    column("Wskaźnik", "indicator", 22.0),
    column("Wartość bazowa", "baseline", 11.0),
    column("Cel K", "women", 8.0),
    column("Cel M", "men", 8.0),
    column("Cel O", "all", 8.0),
    column("Termin", "due", 12.0),
];

/// Centres, finance, staff and targets, with their defects.
pub(crate) fn book(random: &mut Random, garden: &mut Garden) -> Result<Book, String> {
    let sheets = vec![centres(), finance(random), staff(random), targets()];
    let mut book = Book { path: "placówki i finanse.xlsx", sheets };
    let defect = Defect {
        in_truth: false,
        ..warning(Scope::Cell, "target: K + M is not O", "62 + 48 is 110, the cell says 120")
    };
    garden.plant(&mut book, "wskaźniki docelowe", 2, "all", None, defect)?;
    garden.plant(
        &mut book,
        "wskaźniki docelowe",
        5,
        "indicator",
        None,
        row_left_out("target for an unknown indicator", "this target only"),
    )?;
    Ok(book)
}

fn centres() -> Sheet {
    let mut sheet = Sheet::new("placówki", &CENTRE_COLUMNS, 0x00DD_EBF7);
    sheet.header();
    let opened = [date(2018, 9, 3), date(2020, 2, 3), date(2021, 4, 6), date(2022, 3, 1)];
    for (key, (centre, start)) in CENTRES.iter().zip(opened).enumerate() {
        sheet.record(key, |field| match field {
            "centre" => Cell::text(centre.name),
            "kind" => Cell::text("CIS"),
            "gmina" => Cell::text(centre.place),
            "powiat" => Cell::text(centre.powiat),
            "voivodeship" => Cell::text("województwo przykładowe"),
            "founder" => Cell::text(centre.founder),
            "status" => Cell::Day(crate::calendar::plus_days(start, -60)),
            "start" => Cell::Day(start),
            _ => Cell::text("nie"),
        });
    }
    sheet
}

fn finance(random: &mut Random) -> Sheet {
    let mut sheet = Sheet::new("finanse", &FINANCE_COLUMNS, 0x00E2_EFDA);
    sheet.titles(&["Plan i wykonanie (zł)"]);
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.header();
    let mut key = 0;
    for centre in &CENTRES {
        for (year, stage) in
            [("2023", "wykonanie"), ("2024", "wykonanie"), ("2025", "plan"), ("2026", "plan")]
        {
            for (category, percent) in [
                ("Dotacja z budżetu gminy", 27),
                ("Dotacja z budżetu województwa", 10),
                ("Środki UE", 24),
                ("Refundacja z Funduszu Pracy", 60),
                ("Przychody własne", 11),
                ("Koszty bieżące", 62),
                ("Świadczenia integracyjne", 61),
                ("Premie motywacyjne", 4),
                ("Inwestycje", 3),
            ] {
                // A place costs about 33 000 zł a year; a quarter of the people is there at a time.
                let whole = centre.people * 3_300_000 / 4;
                let amount =
                    whole * percent * random.between(90, 110) / 10_000 + random.between(0, 99_999);
                sheet.record(key, |field| match field {
                    "centre" => Cell::text(centre.name),
                    "period" => Cell::text(year),
                    "category" => Cell::text(category),
                    "amount" => Cell::Money(amount),
                    _ => Cell::text(stage),
                });
                key += 1;
            }
        }
    }
    sheet
}

fn staff(random: &mut Random) -> Sheet {
    let mut sheet = Sheet::new("kadra", &STAFF_COLUMNS, 0x00FF_F2CC);
    sheet.header();
    let mut key = 0;
    for centre in &CENTRES {
        for year in [2023, 2024, 2025] {
            for kind in ["kierownik", "pracownik socjalny", "instruktor zawodu", "inny pracownik"] {
                let persons = match kind {
                    "kierownik" => 1,
                    "instruktor zawodu" => random.between(2, 3) + centre.people / 45,
                    _ => random.between(1, 2),
                };
                sheet.record(key, |field| match field {
                    "centre" => Cell::text(centre.name),
                    "year" => Cell::Whole(year),
                    "kind" => Cell::text(kind),
                    "persons" => Cell::Whole(persons),
                    _ => Cell::Hundredths(persons * 75),
                });
                key += 1;
            }
        }
    }
    sheet
}

fn targets() -> Sheet {
    let mut sheet = Sheet::new("wskaźniki docelowe", &TARGET_COLUMNS, 0x00FC_E4D6);
    sheet.titles(&["Wskaźniki projektu – wartości docelowe"]);
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.header();
    let rows = [
        ("EECO01", 150, 125, 275),
        ("EECO02", 120, 100, 220),
        ("EECR03", 62, 48, 120),
        ("EECR04", 60, 50, 110),
        ("employment_rate_3m", 22, 22, 22),
        ("EECR77", 4, 4, 8),
    ];
    for (key, (indicator, women, men, all)) in rows.into_iter().enumerate() {
        sheet.record(key, |field| match field {
            "project" => Cell::text(PROJECT),
            "indicator" => Cell::text(indicator),
            "baseline" => Cell::Whole(0),
            "women" => Cell::Whole(women),
            "men" => Cell::Whole(men),
            "all" => Cell::Whole(all),
            _ => Cell::Day(date(2026, 12, 31)),
        });
    }
    sheet
}

/// A duty roster that lies in the folder.
pub(crate) fn roster(random: &mut Random, garden: &mut Garden) -> Book {
    let columns = [
        column("", "week", 14.0),
        column("poniedziałek", "1", 18.0),
        column("wtorek", "2", 18.0),
        column("środa", "3", 18.0),
        column("czwartek", "4", 18.0),
        column("piątek", "5", 18.0),
    ];
    let mut sheet = Sheet::new("grudzień", &columns, 0x00D9_E1F2);
    sheet.titles(&["Dyżury na stołówce – grudzień 2025"]);
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.header();
    for (key, week) in ["1–5 XII", "8–12 XII", "15–19 XII", "22–23 XII"].into_iter().enumerate()
    {
        sheet.record(key, |field| match field {
            "week" => Cell::text(week),
            _ => Cell::text(random.pick(&[
                "grupa kuchenna",
                "grupa ogrodnicza",
                "instruktor A",
                "instruktor B",
            ])),
        });
    }
    let book = Book { path: "dyżury grudzień 2025.xlsx", sheets: vec![sheet] };
    garden.note_file(
        book.path,
        "grudzień",
        "",
        note(Scope::File, "a workbook without a known table (duty roster)", "skipped", ""),
    );
    book
}
