//! `MOPS Stary Młyn decyzje.xlsx`: decisions in place of payments.

use super::person_of;
use crate::benefits::Payment;
use crate::calendar::{first_day, last_day};
use crate::cluster::Cluster;
use crate::planted::{Garden, row_left_out};
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column};
use crate::spelling::usual;

const MOPS: [Column; 8] = [
    column("Nr decyzji", "decision", 20.0),
    column("Nazwisko", "last_name", 16.0),
    column("Imię", "first_name", 14.0),
    column("PESEL", "pesel", 13.0),
    column("Rodzaj świadczenia", "kind", 24.0),
    column("Od", "from", 12.0),
    column("Do", "to", 12.0),
    column("Kwota", "amount", 12.0),
];

/// One row a decision: consecutive months of the same decision and amount.
pub(super) fn book(
    cluster: &Cluster,
    payments: &[&Payment],
    garden: &mut Garden,
) -> Result<Book, String> {
    let mut decisions: Vec<(Payment, i32)> = Vec::new();
    for payment in payments {
        let same = decisions.iter_mut().find(|(first, last)| {
            first.person == payment.person
                && first.kind == payment.kind
                && first.decision == payment.decision
                && first.amount == payment.amount
                && *last + 1 == payment.month
        });
        match same {
            Some((_, last)) => *last = payment.month,
            None => decisions.push(((*payment).clone(), payment.month)),
        }
    }
    let mut sheet = Sheet::new("decyzje", &MOPS, 0x00DE_EAF1);
    sheet.titles(&["MOPS Stary Młyn – decyzje", "kwota miesięczna"]);
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.header();
    sheet.filter = true;
    for (key, (payment, last)) in decisions.iter().enumerate() {
        let person = person_of(cluster, payment)?;
        sheet.record(key, |field| match field {
            "decision" => Cell::text(format!(
                "MOPS.5321.{}.{}",
                payment.decision,
                first_day(payment.month).year()
            )),
            "last_name" => Cell::text(person.last.as_str()),
            "first_name" => Cell::text(person.first),
            "pesel" => Cell::text(person.pesel.as_str()),
            "kind" => Cell::text(usual("benefit", payment.kind, false)),
            "from" => Cell::Day(first_day(payment.month)),
            "to" => Cell::Day(last_day(*last)),
            _ => Cell::Money(payment.amount),
        });
    }
    let mut book = Book { path: "świadczenia/MOPS Stary Młyn decyzje.xlsx", sheets: vec![sheet] };
    let backwards = decisions.iter().position(|(payment, last)| {
        payment.kind == "periodic" && payment.month > 2023 * 12 + 3 && *last > payment.month
    });
    let backwards = backwards.ok_or("no decision fits a defect")?;
    let before = decisions.get(backwards).map_or(0, |(payment, _)| payment.month - 12);
    garden.plant(
        &mut book,
        "decyzje",
        backwards,
        "to",
        Some(Cell::Day(last_day(before))),
        row_left_out("decision ends before it begins", ""),
    )?;
    let typo = decisions
        .iter()
        .position(|(payment, _)| payment.kind == "periodic" && payment.month > 2024 * 12 + 2)
        .ok_or("no decision fits a defect")?;
    garden.plant(
        &mut book,
        "decyzje",
        typo,
        "kind",
        Some(Cell::text("zasiłk okersowy")),
        row_left_out("unknown code in kind: 'zasiłk okersowy'", ""),
    )?;
    Ok(book)
}
