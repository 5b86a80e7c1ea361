//! Payments of a person, gathered so that two years of months are a few lines.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::explanation::Known;
use crate::link::{BenefitMonth, Stay};
use crate::model::{Grosze, Month};

/// Where a month lies to a stay.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Side {
    /// Before the month of the entry.
    Before,
    /// From the month of the entry to that of the exit.
    During,
    /// After the month of the exit.
    After,
}

impl Side {
    /// The side of a month.
    pub(super) fn of(stay: &Stay, month: Month) -> Self {
        if month < stay.entry.month() {
            Self::Before
        } else if stay.exit.is_some_and(|exit| month > exit.month()) {
            Self::After
        } else {
            Self::During
        }
    }

    /// The word of texts and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::During => "during",
            Self::After => "after",
        }
    }
}

/// Payments of one kind from one payer on one side of the stay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BenefitGroup {
    /// Before, during or after.
    pub side: Side,
    /// Kind code.
    pub kind: Arc<str>,
    /// Payer code.
    pub payer: Arc<str>,
    /// Whether the answer would be another without them.
    pub decides: bool,
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
    /// How many months.
    pub months: usize,
    /// Their sum.
    pub grosze: Grosze,
    /// Where they stand.
    pub rows: Vec<SheetRows>,
}

/// Rows of a sheet, from 1 as a spreadsheet shows them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SheetRows {
    /// File, relative to the input folder.
    pub file: Arc<str>,
    /// Sheet, empty for CSV.
    pub sheet: Arc<str>,
    /// Its rows, ascending.
    pub rows: Vec<u32>,
}

/// The payments of a stay's person, those that decided first.
pub(super) fn groups(
    known: &Known<'_>,
    stay: &Stay,
    decisive: &BTreeSet<usize>,
) -> Vec<BenefitGroup> {
    type Key = (bool, Side, Arc<str>, Arc<str>);
    let mut groups: BTreeMap<Key, Vec<&BenefitMonth>> = BTreeMap::new();
    for (place, paid) in known.linked.benefits.iter().enumerate() {
        if paid.person != stay.person {
            continue;
        }
        let decides = decisive.contains(&place);
        let (kind, payer) = (Arc::clone(&paid.kind), Arc::clone(&paid.payer));
        let key = (!decides, Side::of(stay, paid.month), kind, payer);
        groups.entry(key).or_default().push(paid);
    }
    groups
        .into_iter()
        .filter_map(|((silent, side, kind, payer), paid)| {
            let mut rows: BTreeMap<(Arc<str>, Arc<str>), BTreeSet<u32>> = BTreeMap::new();
            for (sheet, found) in paid.iter().flat_map(|paid| places(known, paid)) {
                rows.entry(sheet).or_default().extend(found);
            }
            Some(BenefitGroup {
                side,
                kind,
                payer,
                decides: !silent,
                first: paid.first()?.month,
                last: paid.last()?.month,
                months: paid.len(),
                grosze: Grosze(paid.iter().map(|paid| paid.grosze).sum()),
                rows: rows
                    .into_iter()
                    .map(|((file, sheet), rows)| SheetRows {
                        file,
                        sheet,
                        rows: rows.into_iter().collect(),
                    })
                    .collect(),
            })
        })
        .collect()
}

/// The rows that add up to a benefit month, by sheet.
fn places(known: &Known<'_>, paid: &BenefitMonth) -> BTreeMap<(Arc<str>, Arc<str>), BTreeSet<u32>> {
    let mut places: BTreeMap<(Arc<str>, Arc<str>), BTreeSet<u32>> = BTreeMap::new();
    for origin in known.origins.of_benefit(paid) {
        if let Some(place) = known.origins.cell(*origin, "amount")
            && let Some(cell) = place.cell
        {
            places.entry((place.file, place.sheet)).or_default().insert(cell.row + 1);
        }
    }
    places
}
