//! One person's stays that do not fit together: used all the same, with a warning (rulings.md 66).

use crate::link::centres::Centres;
use crate::link::linked::Stay;
use crate::model::{Finding, Severity, Sex};

/// X003 overlapping stays in two centres, X004 two birth dates or sexes.
pub(crate) fn check(stays: &[Stay], centres: &Centres, findings: &mut Vec<Finding>) {
    let mut ordered: Vec<&Stay> = stays.iter().collect();
    ordered.sort_by_key(|stay| (stay.person, stay.entry, stay.centre));
    for stays in ordered.chunk_by(|one, next| one.person == next.person) {
        for (index, later) in stays.iter().enumerate() {
            for earlier in stays.iter().take(index) {
                let overlap = earlier.exit.is_none_or(|exit| exit >= later.entry);
                if overlap && earlier.centre != later.centre {
                    let name = centres.name(earlier.centre).map(ToString::to_string);
                    let other = format!("{} ({})", earlier.place, name.unwrap_or_default());
                    findings.push(warning(later, "X003", "entry_date", other));
                }
                let births = (earlier.birth, later.birth);
                if matches!(births, (Some(one), Some(two)) if one != two) {
                    findings.push(warning(later, "X004", "birth_date", earlier.place.to_string()));
                }
                let known = earlier.sex != Sex::Unknown && later.sex != Sex::Unknown;
                if known && earlier.sex != later.sex {
                    findings.push(warning(later, "X004", "sex", earlier.place.to_string()));
                }
            }
        }
    }
}

fn warning(stay: &Stay, code: &'static str, field: &str, other: String) -> Finding {
    Finding {
        place: stay.place.clone(),
        code,
        severity: Severity::Warning,
        field: field.to_owned(),
        read: String::new(),
        suggestion: String::new(),
        arguments: vec![("other", other)],
        person: None,
    }
}
