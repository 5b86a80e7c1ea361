//! Which cell of the tidy table a question means, checked against what there is.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::{Breakdown, Indicator};
use crate::explanation::ExplanationError;
use crate::facts::{DIMENSION_TABLE, FactStore, PROJECT_DIMENSION_TABLE};
use crate::indicators::AskedCell;
use crate::link::LinkedTables;
use crate::model::{Figure, LedgerRow, Sex, fold};

/// Which figure of an indicator is asked about; nothing for everybody.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Centre, as typed.
    pub centre: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// `dimension=category`: at most one dimension of indicators.md 3, and columns of the indicator's own
    /// breakdown.
    pub categories: Vec<(String, String)>,
}

/// Which part of the indicator's own breakdown; without a word, every part.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Part {
    words: Vec<(Breakdown, String)>,
}

impl Part {
    pub(super) fn holds(&self, row: &LedgerRow) -> bool {
        self.words.iter().all(|(column, word)| match column {
            Breakdown::BenefitKind => *row.benefit_kind == **word,
            Breakdown::Payer => *row.payer == **word,
            Breakdown::MonthOffset => row.month_offset == word.parse().ok(),
        })
    }

    pub(super) fn is_of(&self, figure: &Figure) -> bool {
        let key = &figure.key;
        self.words.iter().all(|(column, word)| match column {
            Breakdown::BenefitKind => *key.benefit_kind == **word,
            Breakdown::Payer => *key.payer == **word,
            Breakdown::MonthOffset => key.month_offset == word.parse().ok(),
        })
    }
}

/// All parts together, where an indicator has such a row.
const ALL: &str = "*";

/// The cell and the part that a filter means.
pub(super) fn asked(
    store: &FactStore,
    linked: &LinkedTables,
    indicator: &Indicator,
    filter: &Filter,
) -> Result<(AskedCell, Part), ExplanationError> {
    let mut cell = AskedCell {
        centre: ALL.into(),
        dimension: "total".into(),
        category: ALL.into(),
        sex: filter.sex.unwrap_or(Sex::All),
    };
    if let Some(given) = &filter.centre {
        cell.centre = centre(linked, given)?;
    }
    let mut part = Part::default();
    for (dimension, category) in &filter.categories {
        let own = indicator.breakdown.iter().find(|column| column.column() == dimension);
        if let Some(column) = own {
            part.words.push((*column, category.clone()));
        } else if dimension == "centre" {
            cell.centre = centre(linked, category)?;
        } else if &*cell.dimension != "total" {
            return Err(ExplanationError::TwoDimensions);
        } else {
            (cell.dimension, cell.category) =
                self::category(store, indicator, dimension, category)?;
        }
    }
    let everybody = &*cell.dimension == "total" && cell.sex == Sex::All;
    if indicator.aggregate.has_centre_rows() && !everybody {
        return Err(ExplanationError::EverybodyOnly);
    }
    // Parts add up to the rows for all kinds and all payers: without a choice those are meant.
    for column in &indicator.breakdown {
        let chosen = part.words.iter().any(|(known, _)| known == column);
        if !chosen && *column != Breakdown::MonthOffset {
            part.words.push((*column, ALL.to_owned()));
        }
    }
    Ok((cell, part))
}

fn centre(linked: &LinkedTables, given: &str) -> Result<Arc<str>, ExplanationError> {
    let wanted = fold(given);
    let found = linked.centres.iter().find(|centre| fold(&centre.name) == wanted);
    found.map(|centre| Arc::clone(&centre.name)).ok_or_else(|| ExplanationError::Centre {
        given: given.to_owned(),
        known: linked.centres.iter().map(|centre| centre.name.to_string()).collect(),
    })
}

fn category(
    store: &FactStore,
    indicator: &Indicator,
    dimension: &str,
    category: &str,
) -> Result<(Arc<str>, Arc<str>), ExplanationError> {
    let mut dimensions: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut categories: BTreeSet<Arc<str>> = BTreeSet::new();
    let table = if indicator.joined_by_project { PROJECT_DIMENSION_TABLE } else { DIMENSION_TABLE };
    if let Some(table) = store.table(table) {
        for place in 0..table.height() {
            let Some(known) = table.text("dimension", place) else { continue };
            if *known == *dimension {
                categories.extend(table.text("category", place));
            }
            dimensions.insert(known);
        }
    }
    let shown = |set: BTreeSet<Arc<str>>| set.iter().map(ToString::to_string).collect();
    if !dimensions.contains(dimension) {
        dimensions.extend(indicator.breakdown.iter().map(|column| Arc::from(column.column())));
        let given = dimension.to_owned();
        return Err(ExplanationError::Dimension { given, known: shown(dimensions) });
    }
    let wanted = fold(category);
    match categories.iter().find(|known| fold(known) == wanted) {
        Some(known) => Ok((dimension.into(), Arc::clone(known))),
        None => Err(ExplanationError::Category {
            dimension: dimension.to_owned(),
            given: category.to_owned(),
            known: shown(categories),
        }),
    }
}
