//! The participation that a number of the ledger means: a stay, or all stays of a person in one project
//! (rulings.md 45), with the rows that its values come from.

use std::borrow::Cow;

use crate::explanation::Known;
use crate::link::{FieldOrigin, Origins, ProjectParticipation, Stay, is_exit_side};

/// A participation.
pub(super) struct Participation<'a> {
    /// Its number in the ledger.
    pub(super) id: i64,
    /// The place of the stay that bears the number.
    pub(super) place: usize,
    /// Its values, as if it were one stay.
    pub(super) stay: &'a Stay,
    origins: StayOrigins<'a>,
}

/// Rows by what is taken from them; of a single stay they are all the same.
struct StayOrigins<'a> {
    first: &'a [FieldOrigin],
    last_begun: &'a [FieldOrigin],
    last_ended: &'a [FieldOrigin],
    all: Cow<'a, [FieldOrigin]>,
}

impl Participation<'_> {
    /// The rows from which a field is taken: what is known on entry from the stay that began first, what is
    /// known on leaving from the one that ended last, the centre from the one that began last.
    pub(super) fn origins(&self, field: &str) -> &[FieldOrigin] {
        match field {
            "centre" => self.origins.last_begun,
            "workshops" => &self.origins.all,
            _ if is_exit_side(field) => self.origins.last_ended,
            _ => self.origins.first,
        }
    }
}

/// The participation with a number; numbers count from 1 in the order of the stays.
pub(super) fn find<'a>(known: &Known<'a>, id: i64) -> Option<Participation<'a>> {
    let place = usize::try_from(id).ok()?.checked_sub(1)?;
    let alone = known.linked.stays.get(place)?;
    let several = joined(known, place);
    let stay = match several {
        Some(several) => several.values(&known.linked.stays)?,
        None => alone,
    };
    let origins = several.map_or_else(
        || of_one(known.origins.of_stay(alone)),
        |several| of_several(known.origins, several, &known.linked.stays),
    );
    Some(Participation { id, place, stay, origins })
}

/// The participation in a project that bears the number of a stay, where the indicator joins by project.
fn joined<'a>(known: &Known<'a>, place: usize) -> Option<&'a ProjectParticipation> {
    let projects = &known.linked.projects;
    let found = projects.binary_search_by_key(&place, |one| one.last_begun).ok();
    projects.get(found?).filter(|_| known.indicator.joined_by_project)
}

fn of_one(origins: &[FieldOrigin]) -> StayOrigins<'_> {
    StayOrigins {
        first: origins,
        last_begun: origins,
        last_ended: origins,
        all: Cow::Borrowed(origins),
    }
}

fn of_several<'a>(
    origins: &'a Origins,
    several: &ProjectParticipation,
    stays: &[Stay],
) -> StayOrigins<'a> {
    let of = |place: usize| stays.get(place).map(|stay| origins.of_stay(stay)).unwrap_or_default();
    StayOrigins {
        first: several.stays.first().map(|place| of(*place)).unwrap_or_default(),
        last_begun: of(several.last_begun),
        last_ended: of(several.last_ended),
        all: several.stays.iter().flat_map(|place| of(*place).iter().copied()).collect(),
    }
}
