//! All stays of a person in one project are one participation of that project (rulings.md 45), in
//! whichever centres they were.

use std::collections::BTreeMap;

use crate::link::linked::{Centre, ProjectParticipation, Stay};
use crate::model::fold;

/// Joins stays by person and project number; without a number each stands alone. Entry-side values come
/// from the stay that began first, exit-side values from the one that ends last, where an open one ends
/// last of all, and the centre from the one that began last.
pub(crate) fn join(stays: &[Stay], centres: &[Centre]) -> Vec<ProjectParticipation> {
    let mut joined: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    let mut participations = Vec::new();
    for (place, stay) in stays.iter().enumerate() {
        let project = stay.project.as_deref().map(fold).filter(|number| !number.is_empty());
        match project {
            Some(number) => joined.entry((stay.person, number)).or_default().push(place),
            None => participations.extend(participation(stays, centres, vec![place])),
        }
    }
    participations
        .extend(joined.into_values().filter_map(|places| participation(stays, centres, places)));
    participations.sort_by_key(|participation| participation.last_begun);
    participations
}

fn participation(
    stays: &[Stay],
    centres: &[Centre],
    mut places: Vec<usize>,
) -> Option<ProjectParticipation> {
    let centre = |place: usize| {
        let centre = stays.get(place).map(|stay| stay.centre)?;
        centres.get(centre).map(|centre| &centre.name)
    };
    // On one day the centre's name decides, as it does between the participations of a person.
    places.sort_by_key(|place| (stays.get(*place).map(|stay| stay.entry), centre(*place)));
    let first = *places.first()?;
    let last_begun = *places.last()?;
    let last_ended = places.iter().copied().max_by_key(|place| {
        let exit = stays.get(*place).and_then(|stay| stay.exit);
        (exit.is_none(), exit)
    })?;
    let ended = stays.get(last_ended)?;
    let mut stay = Stay {
        centre: stays.get(last_begun)?.centre,
        exit: ended.exit,
        exit_kind: ended.exit_kind.clone(),
        outcome: ended.outcome.clone(),
        outcome_day: ended.outcome_day,
        qualification: ended.qualification,
        education_after: ended.education_after,
        startup_grant: ended.startup_grant,
        social_progress: ended.social_progress,
        status_6m: ended.status_6m.clone(),
        status_6m_day: ended.status_6m_day,
        ..stays.get(first)?.clone()
    };
    for place in &places {
        stay.workshops.extend(stays.get(*place)?.workshops.iter().cloned());
    }
    Some(ProjectParticipation { stays: places, last_begun, last_ended, stay })
}
