//! `świadczenia integracyjne.xlsx`: what the centres themselves paid.

use super::{person_of, total};
use crate::benefits::centre_payments;
use crate::calendar::month_in_digits;
use crate::cluster::Cluster;
use crate::names::CENTRES;
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column};
use crate::spelling::usual;

const PAID: [Column; 6] = [
    column("Nazwisko i imię", "full_name", 26.0),
    column("PESEL", "pesel", 13.0),
    column("Miesiąc", "month", 10.0),
    column("Rodzaj świadczenia", "kind", 26.0),
    column("Kwota", "amount", 13.0),
    column("Płatnik", "payer", 18.0),
];

/// A sheet a centre: integration benefit and bonus.
pub(super) fn book(random: &mut Random, cluster: &Cluster) -> Result<Book, String> {
    let mut book = Book { path: "świadczenia/świadczenia integracyjne.xlsx", sheets: Vec::new() };
    for (centre, about) in CENTRES.iter().enumerate() {
        let mut sheet = Sheet::new(about.place, &PAID, 0x00E4_DFEC);
        sheet.titles(&[&format!("Świadczenia integracyjne i premie – {}", about.name)]);
        sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
        sheet.header();
        for (key, payment) in centre_payments(random, cluster, centre).iter().enumerate() {
            let person = person_of(cluster, payment)?;
            sheet.record(key, |field| match field {
                "full_name" => Cell::text(person.full_name()),
                "pesel" => Cell::text(person.pesel.as_str()),
                "month" => Cell::text(month_in_digits(payment.month)),
                "kind" => Cell::text(usual("benefit", payment.kind, false)),
                "amount" => Cell::Money(payment.amount),
                _ => Cell::text(if payment.kind == "bonus" { "CIS" } else { "Fundusz Pracy" }),
            });
        }
        total(&mut sheet, "SUMA", 0)?;
        book.sheets.push(sheet);
    }
    Ok(book)
}
