//! `GOPS Brzozowy Gaj (do X 2025).xlsx`: payments, delivered early and without a declared coverage.

use super::{person_of, row_where};
use crate::benefits::Payment;
use crate::calendar::month_in_iso;
use crate::cluster::Cluster;
use crate::planted::{Garden, row_left_out};
use crate::random::Random;
use crate::sheet::{Book, Cell, Column, Row, RowKind, Sheet, column};
use crate::spelling::{polish_amount, usual};

const LATE: [Column; 6] = [
    column("Nazwisko i imię\nświadczeniobiorcy", "full_name", 26.0),
    column("Numer PESEL", "pesel", 13.0),
    column("Rodzaj\nświadczenia", "kind", 24.0),
    column("Miesiąc", "month", 12.0),
    column("Kwota", "amount", 14.0),
    column("Nr decyzji", "decision", 18.0),
];

/// Delivered in November 2025: October is the last month, and nobody declared it.
pub(super) fn book(
    random: &mut Random,
    cluster: &Cluster,
    payments: &[&Payment],
    garden: &mut Garden,
) -> Result<Book, String> {
    let mut sheet = Sheet::new("GOPS", &LATE, 0x00ED_EDED);
    sheet.rows.push(Row::new(RowKind::Note, Vec::new(), None));
    sheet.header();
    for (key, payment) in payments.iter().enumerate() {
        let person = person_of(cluster, payment)?;
        let amount = match random.between(1, 4) {
            1 => Cell::text(format!("{} zł", polish_amount(payment.amount))),
            2 => Cell::text(polish_amount(payment.amount)),
            _ => Cell::Money(payment.amount),
        };
        sheet.record(key, |field| match field {
            "full_name" => Cell::text(person.full_name()),
            "pesel" => Cell::text(person.pesel.as_str()),
            "kind" => Cell::text(usual("benefit", payment.kind, false)),
            "month" => Cell::text(month_in_iso(payment.month)),
            "amount" => amount.clone(),
            _ => Cell::text(format!("GOPS-{}", payment.decision)),
        });
    }
    let mut book =
        Book { path: "świadczenia/GOPS Brzozowy Gaj (do X 2025).xlsx", sheets: vec![sheet] };
    let month =
        row_where(payments, |payment| payment.month > 2024 * 12 && payment.kind == "periodic")?;
    garden.plant(
        &mut book,
        "GOPS",
        month,
        "month",
        Some(Cell::text("2024-13")),
        row_left_out("month that does not exist: 2024-13", ""),
    )?;
    Ok(book)
}
