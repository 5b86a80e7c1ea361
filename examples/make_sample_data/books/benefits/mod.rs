//! The folder `świadczenia`: what four social assistance centres and the CIS themselves paid, each in its own way.

mod brzozowy_gaj;
mod integration;
mod kalinowka;
mod orzechowiec;
mod stary_mlyn;

use crate::benefits::Payment;
use crate::cluster::{Cluster, Person};
use crate::names::CENTRES;
use crate::planted::Garden;
use crate::random::Random;
use crate::sheet::{Book, Cell, Row, RowKind, Sheet, letters};

/// All files of the folder. The second is the CSV in Windows-1250.
pub(crate) fn books(
    random: &mut Random,
    cluster: &Cluster,
    payments: &[Payment],
    garden: &mut Garden,
) -> Result<Vec<Book>, String> {
    let of = |centre: usize| -> Vec<&Payment> {
        let lives_there = |payment: &&Payment| {
            cluster
                .stays
                .iter()
                .find(|stay| stay.person == payment.person)
                .is_some_and(|stay| home(stay.gmina) == centre)
        };
        payments.iter().filter(lives_there).collect()
    };
    Ok(vec![
        orzechowiec::book(random, cluster, &of(0), garden)?,
        kalinowka::book(cluster, &of(2), garden)?,
        stary_mlyn::book(cluster, &of(1), garden)?,
        brzozowy_gaj::book(random, cluster, &of(3), garden)?,
        integration::book(random, cluster)?,
    ])
}

/// The centre in whose area a gmina lies.
fn home(gmina: &str) -> usize {
    CENTRES.iter().position(|centre| centre.gminas.contains(&gmina)).unwrap_or_default()
}

fn person_of<'a>(cluster: &'a Cluster, payment: &Payment) -> Result<&'a Person, String> {
    cluster.people.get(payment.person).ok_or_else(|| "a payment without a person".to_owned())
}

fn total(sheet: &mut Sheet, label: &str, label_at: usize) -> Result<(), String> {
    let (first, last) = sheet.body().ok_or("no payments")?;
    let at = sheet.place("amount")?;
    let sum = sheet.sum("amount")?;
    let mut cells = vec![Cell::Empty; sheet.columns.len()];
    let name = letters(at);
    if let Some(cell) = cells.get_mut(at) {
        *cell = Cell::Formula(format!("=SUM({name}{}:{name}{})", first + 1, last + 1), sum, true);
    }
    if let Some(cell) = cells.get_mut(label_at) {
        *cell = Cell::text(label);
    }
    sheet.rows.push(Row::new(RowKind::Total, cells, None));
    Ok(())
}

/// The first record of the sheet whose payment fits.
fn row_where(payments: &[&Payment], fits: impl Fn(&Payment) -> bool) -> Result<usize, String> {
    payments
        .iter()
        .position(|payment| fits(payment))
        .ok_or_else(|| "no payment fits a defect".to_owned())
}

/// Who pays a payment how much.
fn payers(payment: &Payment) -> Vec<(&'static str, i64)> {
    match payment.kind {
        "periodic" => {
            vec![("state", payment.amount - payment.amount / 2), ("gmina", payment.amount / 2)]
        }
        "permanent" => vec![("state", payment.amount)],
        _ => vec![("gmina", payment.amount)],
    }
}
