//! `GOPS Kalinówka.csv`: payments in Windows-1250.

use super::{payers, person_of, row_where};
use crate::benefits::Payment;
use crate::calendar::month_in_digits;
use crate::cluster::Cluster;
use crate::planted::{Garden, duplicate, row_left_out};
use crate::sheet::{Book, Cell, Column, Row, Sheet, column};
use crate::spelling::{polish_amount, usual};

const GOPS: [Column; 6] = [
    column("PESEL", "pesel", 0.0),
    column("Rodzaj świadczenia", "kind", 0.0),
    column("Miesiąc", "month", 0.0),
    column("Kwota", "amount", 0.0),
    column("Płatnik", "payer", 0.0),
    column("Nr decyzji", "decision", 0.0),
];

/// CSV in Windows-1250, one row a payment and payer.
pub(super) fn book(
    cluster: &Cluster,
    payments: &[&Payment],
    garden: &mut Garden,
) -> Result<Book, String> {
    let mut sheet = Sheet::new("GOPS", &GOPS, 0);
    sheet.header();
    for (key, payment) in payments.iter().enumerate() {
        let person = person_of(cluster, payment)?;
        for (payer, amount) in payers(payment) {
            sheet.record(key, |field| match field {
                "pesel" => Cell::text(person.pesel.as_str()),
                "kind" => Cell::text(usual("benefit", payment.kind, false)),
                "month" => Cell::text(month_in_digits(payment.month)),
                "amount" => Cell::text(polish_amount(amount)),
                "payer" => Cell::text(usual("payer", payer, false)),
                _ => Cell::text(format!("GOPS/{}", payment.decision)),
            });
        }
    }
    let copied =
        row_where(payments, |payment| payment.kind == "purpose" && payment.month > 2024 * 12)?;
    let at = sheet.row_of(copied)?;
    let copy = sheet.rows.get(at).cloned().ok_or("no row to copy")?;
    sheet.rows.insert(at + 1, Row { key: None, ..copy });
    let mut book = Book { path: "świadczenia/GOPS Kalinówka.csv", sheets: vec![sheet] };
    garden.plant_at(
        &mut book,
        "GOPS",
        at + 1,
        "pesel",
        None,
        duplicate("the same payment twice"),
    )?;
    let decimals =
        row_where(payments, |payment| payment.kind == "housing" && payment.month > 2023 * 12 + 4)?;
    let exact = payments.get(decimals).map_or(0, |payment| payment.amount);
    let written = Cell::text(format!("{}5", polish_amount(exact)));
    garden.plant(
        &mut book,
        "GOPS",
        decimals,
        "amount",
        Some(written),
        row_left_out("amount with more than two decimals", ""),
    )?;
    let huge =
        row_where(payments, |payment| payment.kind == "periodic" && payment.month > 2025 * 12)?;
    let written = Cell::text(polish_amount(
        payments.get(huge).map_or(0, |payment| payment.amount / 2 * 1000),
    ));
    garden.plant(
        &mut book,
        "GOPS",
        huge,
        "amount",
        Some(written),
        row_left_out("amount over 50 000 zł a month (three zeros too many)", ""),
    )?;
    Ok(book)
}
