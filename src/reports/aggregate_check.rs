//! The sides of the checks A1–A12 in words.

use crate::catalogue::Texts;
use crate::model::Quantity;

/// What a side of a check counts: `EECO02 + EECO04`, `EECR04 cumulative`.
pub fn quantity(texts: &Texts, quantity: &Quantity) -> String {
    let codes = quantity.codes.join(" + ");
    texts.fill(&format!("aggregate-{}", quantity.kind.code()), &[("codes", codes.into())])
}
