//! `OPS Orzechowiec.xlsx`: payments, a sheet a year with its total.

use super::{payers, person_of, row_where, total};
use crate::benefits::Payment;
use crate::calendar::{first_day, month_in_words};
use crate::cluster::Cluster;
use crate::planted::{Defect, Garden, Scope, row_left_out, warning};
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column};
use crate::spelling::{spellings, usual};

const OPS: [Column; 8] = [
    column("Lp.", "number", 6.0),
    column("Nazwisko i imię", "full_name", 24.0),
    column("PESEL", "pesel", 13.0),
    column("Rodzaj świadczenia", "kind", 24.0),
    column("Miesiąc", "month", 16.0),
    column("Kwota [zł]", "amount", 12.0),
    column("Płatnik", "payer", 16.0),
    column("Nr decyzji", "decision", 20.0),
];

/// A sheet a period, each with its total; the periodic allowance in two rows, one for each payer.
pub(super) fn book(
    random: &mut Random,
    cluster: &Cluster,
    payments: &[&Payment],
    garden: &mut Garden,
) -> Result<Book, String> {
    let mut book = Book { path: "świadczenia/OPS Orzechowiec.xlsx", sheets: Vec::new() };
    for (name, from, to) in [
        ("2021-2022", 2021, 2022),
        ("2023", 2023, 2023),
        ("2024", 2024, 2024),
        ("2025", 2025, 2025),
    ] {
        let mut sheet = Sheet::new(name, &OPS, 0x00D9_D9D9);
        sheet.titles(&[
            "Ośrodek Pomocy Społecznej w Orzechowcu",
            &format!("Wypłacone świadczenia – {name}"),
        ]);
        sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
        sheet.header();
        let mut number = 0;
        for (key, payment) in payments.iter().enumerate().filter(|(_, payment)| {
            (from..=to).contains(&i32::from(first_day(payment.month).year()))
        }) {
            let person = person_of(cluster, payment)?;
            for (payer, amount) in payers(payment) {
                number += 1;
                let kind = if random.chance(8) {
                    random.pick(spellings("benefit", payment.kind, false))
                } else {
                    usual("benefit", payment.kind, false)
                };
                sheet.record(key, |field| match field {
                    "number" => Cell::Whole(number),
                    "full_name" => Cell::text(person.full_name()),
                    "pesel" => Cell::text(person.pesel.as_str()),
                    "kind" => Cell::text(kind),
                    "month" => Cell::text(month_in_words(payment.month)),
                    "amount" => Cell::Money(amount),
                    "payer" => Cell::text(usual("payer", payer, false)),
                    _ => Cell::text(format!("OPS.8212.{}", payment.decision)),
                });
            }
        }
        if name == "2025" {
            strangers(&mut sheet, number);
        }
        total(&mut sheet, "RAZEM", 1)?;
        book.sheets.push(sheet);
    }
    plant_orzechowiec(payments, &mut book, garden)?;
    Ok(book)
}

/// Payments of two people who never came to a centre.
fn strangers(sheet: &mut Sheet, mut number: i64) {
    let people = [
        (crate::books::employment::unknown_person(), "Nowicka Lucyna"),
        (format!("6411129971{}", crate::cluster::control_digit("6411129971")), "Banach Eugeniusz"),
    ];
    for (pesel, name) in &people {
        for month in [2025 * 12 + 6, 2025 * 12 + 8, 2025 * 12 + 9] {
            number += 1;
            sheet.record(usize::MAX, |field| match field {
                "number" => Cell::Whole(number),
                "full_name" => Cell::text(*name),
                "pesel" => Cell::text(pesel.as_str()),
                "kind" => Cell::text("zasiłek celowy"),
                "month" => Cell::text(month_in_words(month)),
                "amount" => Cell::Money(15_000),
                "payer" => Cell::text("gmina"),
                _ => Cell::text(format!("OPS.8212.9{number}")),
            });
        }
    }
}

fn plant_orzechowiec(
    payments: &[&Payment],
    book: &mut Book,
    garden: &mut Garden,
) -> Result<(), String> {
    let year = |payment: &Payment| first_day(payment.month).year();
    let negative =
        row_where(payments, |payment| year(payment) == 2023 && payment.kind == "purpose")?;
    let amount = payments.get(negative).map_or(0, |payment| payment.amount);
    garden.plant(
        book,
        "2023",
        negative,
        "amount",
        Some(Cell::Money(-amount)),
        row_left_out("negative amount", "the person's other payments stay"),
    )?;
    // The sheet's total was right before the sign was mistyped; it is written again.
    let sheet = book.sheet("2023")?;
    sheet.rows.pop();
    total(sheet, "RAZEM", 1)?;

    let letter = row_where(payments, |payment| {
        year(payment) == 2022 && payment.kind == "periodic" && payment.amount % 2000 == 0
    })?;
    garden.plant(
        book,
        "2021-2022",
        letter,
        "amount",
        Some(Cell::text("2OO,00")),
        row_left_out("amount is not a number ('2OO,00' with letters)", ""),
    )?;
    let sheet = book.sheet("2021-2022")?;
    sheet.rows.pop();
    total(sheet, "RAZEM", 1)?;

    let sheet = book.sheet("2024")?;
    let at = sheet.rows.len() - 1;
    let wrong = Cell::Money(sheet.sum("amount")? + 20_000);
    let defect = Defect {
        in_truth: false,
        effect: "total row",
        ..warning(
            Scope::Cell,
            "RAZEM does not agree with the column",
            "typed by hand, 200 zł too much",
        )
    };
    garden.plant_at(book, "2024", at, "amount", Some(wrong), defect)?;

    let sheet = book.sheet("2025")?;
    let (_, last) = sheet.body().ok_or("no payments")?;
    let outside =
        row_where(payments, |payment| year(payment) == 2025 && payment.kind == "housing")?;
    let mut row =
        sheet.row_of(outside).map(|at| sheet.rows.get(at).cloned())?.ok_or("no row to copy")?;
    let (month, decision) = (sheet.place("month")?, sheet.place("decision")?);
    row.key = None;
    for (at, text) in [(month, "listopad 2025"), (decision, "OPS.8212.99001")] {
        if let Some(cell) = row.cells.get_mut(at) {
            *cell = Cell::text(text);
        }
    }
    sheet.rows.insert(last + 1, row);
    sheet.rows.pop();
    total(sheet, "RAZEM", 1)?;
    let defect = Defect {
        in_truth: false,
        ..warning(
            Scope::Cell,
            "benefit month outside the declared coverage",
            "the coverage ends in October 2025",
        )
    };
    garden.plant_at(book, "2025", last + 1, "month", None, defect)
}
