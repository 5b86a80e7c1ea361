//! Benefits of persons whom no participants table knows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::link::benefits::{Spread, Spreads, declared};
use crate::link::doubts::context::{Context, Linking};
use crate::link::linked::BenefitMonth;
use crate::model::Month;

/// What was paid to persons whom no participants table knows. No figure counts it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Strangers {
    /// In all, by person and kind, in grosze.
    pub totals: BTreeMap<(usize, Arc<str>), i64>,
    /// Month by month, of those whom a participants row names that was left out; by person.
    pub months: Vec<BenefitMonth>,
}

pub(super) fn of(linking: &Linking<'_>, context: &Context<'_>) -> Strangers {
    let named = named_by_left_out_rows(linking, context);
    let mut totals: BTreeMap<(usize, Arc<str>), i64> = BTreeMap::new();
    let mut months: BTreeMap<(usize, Month, Arc<str>), i64> = BTreeMap::new();
    let catalogue = linking.rules.catalogue;
    let tables = linking.tables.iter().enumerate().filter(|(_, table)| table.kind == "benefits");
    for (index, table) in tables {
        let kinds = table.code_column("kind", catalogue);
        let spreads = Spreads::of_table(table, linking.rules, declared(table, linking.rules));
        for (row, person) in linking.persons.of_rows(index, table.rows()) {
            let stranger = person.filter(|person| !linking.persons.is_listed(*person));
            let (Some(person), Some(kind)) = (stranger, kinds.get(row)) else { continue };
            let kind: Arc<str> = Arc::from(kind);
            for (month, grosze) in spreads.of(row).into_iter().flat_map(Spread::months) {
                *totals.entry((person, Arc::clone(&kind))).or_default() += grosze;
                if named.contains(&person) {
                    *months.entry((person, month, Arc::clone(&kind))).or_default() += grosze;
                }
            }
        }
    }
    let listed = months.into_iter().map(|((person, month, kind), grosze)| BenefitMonth {
        person,
        month,
        kind,
        payer: Arc::from(""),
        grosze,
    });
    Strangers { totals, months: listed.collect() }
}

fn named_by_left_out_rows(linking: &Linking<'_>, context: &Context<'_>) -> BTreeSet<usize> {
    let lists = linking.tables.iter().filter(|table| table.kind == "participants");
    lists
        .flat_map(|table| table.left_out().map(move |row| context.known_to(table, row)))
        .flatten()
        .filter(|person| !linking.persons.is_listed(*person))
        .collect()
}
