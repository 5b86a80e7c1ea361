//! One cell of the tidy table opened up: its figures, and the participations that they are made of.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalogue::{Indicator, Unit as CountingUnit};
use crate::facts::FactStore;
use crate::indicators::cells::{Cells, Unit};
use crate::indicators::{CentreRow, IndicatorError, Ledger, sums};
use crate::model::{Figure, Sex};

/// A cell before its breakdown: `*` for all centres, `total` and `*` for everybody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskedCell {
    /// Centre, or `*`.
    pub centre: Arc<str>,
    /// Dimension, or `total`.
    pub dimension: Arc<str>,
    /// Category, or `*`.
    pub category: Arc<str>,
    /// Sex.
    pub sex: Sex,
}

/// A cell opened up.
#[derive(Clone, PartialEq, Debug)]
pub struct CellLedger {
    /// Its figures, by key: one, or one for each part of the breakdown.
    pub figures: Vec<Figure>,
    /// Participations that stand in it, by number.
    pub participations: Vec<i64>,
    /// Participations of persons for whom another one stands (rulings.md 4), by number.
    pub set_aside: Vec<i64>,
    /// What centres bring into it.
    pub centres: Vec<CentreRow>,
}

/// Opens a cell of an indicator; a cell in which nobody stands has a figure too.
pub fn open_cell(
    store: &FactStore,
    indicator: &Indicator,
    ledger: &Ledger,
    asked: &AskedCell,
) -> Result<CellLedger, IndicatorError> {
    let cells = if indicator.joined_by_project {
        Cells::of_projects(store, None)?
    } else {
        Cells::of_stays(store, None)?
    };
    let mut rows = ledger.rows.clone();
    rows.retain(|row| cells.unit(row.participation_id).is_some_and(|unit| asked.holds(unit)));
    let all: BTreeSet<i64> = rows.iter().map(|row| row.participation_id).collect();
    let all: Vec<i64> = all.into_iter().collect();
    let participations = match indicator.unit {
        CountingUnit::Person => cells.one_a_person(&all),
        CountingUnit::Participation => all.clone(),
    };
    let set_aside = all.into_iter().filter(|id| !participations.contains(id)).collect();
    // What stands outside of the cell cannot change its figures.
    let mut inside = Ledger { rows, ..ledger.clone() };
    let mut figures = sums::figures(indicator, &inside, &cells)?;
    figures.retain(|figure| asked.is_of(figure));
    if figures.is_empty() {
        // A cell without anybody is not written: nobody is what a total over no row says.
        inside.rows.clear();
        figures = sums::figures(indicator, &inside, &cells)?;
        figures.retain(|figure| asked.is_total_of(figure));
        for figure in &mut figures {
            figure.key.dimension = Arc::clone(&asked.dimension);
            figure.key.category = Arc::clone(&asked.category);
            figure.key.sex = asked.sex;
            figure.counts.present = cells.present(&asked.centre, asked.sex);
        }
    }
    figures.sort_by(|a, b| a.key.cmp(&b.key));
    let mut centres = ledger.centre_rows.clone();
    centres.retain(|row| &*asked.centre == "*" || row.centre == asked.centre);
    Ok(CellLedger { figures, participations, set_aside, centres })
}

impl AskedCell {
    fn holds(&self, unit: &Unit) -> bool {
        let category = || (Arc::clone(&self.dimension), Arc::clone(&self.category));
        (&*self.centre == "*" || self.centre == unit.centre)
            && (self.sex == Sex::All || self.sex == unit.sex)
            && (&*self.dimension == "total" || unit.categories.contains(&category()))
    }

    fn is_of(&self, figure: &Figure) -> bool {
        let key = &figure.key;
        (&key.centre, &key.dimension, &key.category, key.sex)
            == (&self.centre, &self.dimension, &self.category, self.sex)
    }

    fn is_total_of(&self, figure: &Figure) -> bool {
        let key = &figure.key;
        (&key.centre, &*key.dimension, key.sex) == (&self.centre, "total", Sex::All)
    }
}
