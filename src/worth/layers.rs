//! Who matters when a row may be anybody's: of all bundles those that are furthest in some direction.
//!
//! A row of unknown ownership opens the bundle of one person. There may be as many persons as rows, but
//! in every direction only the best few can be chosen: they lie in the outermost layers, each the convex
//! hull of what the layers outside have left.

use std::collections::{BTreeMap, BTreeSet};

use crate::worth::extreme::Part;

/// What one person's units may become, one list a unit.
pub(super) type Profile = Vec<Vec<Part>>;

/// So many layers are made; who asks for more is given everybody.
const LAYERS: usize = 6;

/// Bundles of persons, outermost first.
#[derive(Default)]
pub(super) struct Layers {
    all: BTreeMap<Profile, u64>,
    layers: Vec<Vec<Profile>>,
}

impl Layers {
    pub(super) fn new(all: BTreeMap<Profile, u64>) -> Self {
        let mut left: Vec<(&Profile, Vec<Part>)> =
            all.keys().map(|profile| (profile, corners(profile))).collect();
        let mut layers = Vec::new();
        while layers.len() < LAYERS && !left.is_empty() {
            let points = left.iter().enumerate();
            let points = points
                .flat_map(|(owner, (_, corners))| corners.iter().map(move |part| (*part, owner)));
            let owners: BTreeSet<usize> =
                hull(points.collect()).into_iter().map(|(_, owner)| owner).collect();
            let mut layer = Vec::new();
            let mut inside = Vec::new();
            for (place, bundle) in left.into_iter().enumerate() {
                if owners.contains(&place) {
                    layer.push(bundle.0.clone());
                } else {
                    inside.push(bundle);
                }
            }
            layers.push(layer);
            left = inside;
        }
        Self { all, layers }
    }

    /// Bundles among which the best `count` in any direction are, with how many persons have each.
    pub(super) fn best(&self, count: u64) -> BTreeMap<Profile, u64> {
        let outer = usize::try_from(count).ok().and_then(|count| self.layers.get(..count));
        let Some(outer) = outer else { return self.all.clone() };
        let known = outer.iter().flatten();
        known.filter_map(|profile| Some((profile.clone(), *self.all.get(profile)?))).collect()
    }
}

/// Every sum that is furthest in some direction when one outcome of each unit is chosen, or none.
fn corners(profile: &Profile) -> Vec<Part> {
    let mut sums = vec![(0, 0)];
    for outcomes in profile {
        let mut further: Vec<(Part, usize)> = Vec::new();
        for sum in &sums {
            further.push((*sum, 0));
            further.extend(outcomes.iter().map(|part| ((sum.0 + part.0, sum.1 + part.1), 0)));
        }
        sums = hull(further).into_iter().map(|(part, _)| part).collect();
    }
    sums
}

/// The corners of the convex hull of points, by Andrew's monotone chain; of equal points the first.
fn hull(mut points: Vec<(Part, usize)>) -> Vec<(Part, usize)> {
    points.sort_unstable();
    points.dedup_by_key(|(part, _)| *part);
    let mut corners = chain(points.iter());
    corners.extend(chain(points.iter().rev()));
    corners
}

fn chain<'a>(points: impl Iterator<Item = &'a (Part, usize)>) -> Vec<(Part, usize)> {
    let mut corners: Vec<(Part, usize)> = Vec::new();
    for point in points {
        while let [.., (one, _), (two, _)] = corners.as_slice() {
            let (ahead, aside) =
                ((two.0 - one.0, two.1 - one.1), (point.0.0 - one.0, point.0.1 - one.1));
            if ahead.0 * aside.1 - ahead.1 * aside.0 > 0 {
                break;
            }
            corners.pop();
        }
        corners.push(*point);
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without a pattern (Knuth's multiplier), so that directions and bundles differ.
    fn numbers(count: u64) -> impl Iterator<Item = i128> {
        (1..=count).map(|place| {
            let mixed = place.wrapping_mul(6_364_136_223_846_793_005).rotate_left(23);
            i128::from(mixed % 2001) - 1000
        })
    }

    fn gain(profile: &Profile, direction: Part) -> i128 {
        let value = |part: &Part| part.0 * direction.0 + part.1 * direction.1;
        profile.iter().map(|outcomes| outcomes.iter().map(value).max().unwrap_or(0).max(0)).sum()
    }

    #[test]
    fn the_best_few_in_any_direction_lie_in_as_many_layers() {
        let numbers: Vec<i128> = numbers(1200).collect();
        let mut all = BTreeMap::new();
        for six in numbers[..1000].chunks_exact(6) {
            let unit = vec![(six[0], six[1]), (six[2], six[3])];
            // Every third person has two units.
            let profile =
                if six[0] % 3 == 0 { vec![unit, vec![(six[4], six[5])]] } else { vec![unit] };
            *all.entry(profile).or_default() += 1;
        }
        let layers = Layers::new(all.clone());
        for direction in numbers[1000..].chunks_exact(2).map(|two| (two[0], two[1])) {
            for count in [1, 3] {
                let best = |profiles: &BTreeMap<Profile, u64>| {
                    let mut gains: Vec<i128> =
                        profiles.keys().map(|profile| gain(profile, direction)).collect();
                    gains.sort_unstable();
                    gains.split_off(gains.len() - count)
                };
                let few = layers.best(u64::try_from(count).unwrap());
                assert!(few.len() < all.len() / 2, "{}", few.len());
                assert_eq!(best(&few), best(&all), "{direction:?}");
            }
        }
        assert_eq!(layers.best(7), all);
    }

    #[test]
    fn points_on_a_line_have_two_corners_and_one_point_is_its_own() {
        let points = |parts: &[Part]| parts.iter().map(|part| (*part, 0)).collect();
        let corners: BTreeSet<(Part, usize)> =
            hull(points(&[(0, 0), (1, 1), (2, 2)])).into_iter().collect();
        assert_eq!(corners, BTreeSet::from([((0, 0), 0), ((2, 2), 0)]));
        assert_eq!(hull(points(&[(4, 5)]))[0], ((4, 5), 0));
        assert_eq!(Layers::new(BTreeMap::new()).best(3), BTreeMap::new());
    }
}
