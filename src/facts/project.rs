//! `project_participation`: what is known of participations in projects, for ESF+ (indicators.md 7).

use std::sync::Arc;

use crate::facts::builder::{day, flag, integers, number, table, texts};
use crate::facts::participation::{age, columns, yes_no};
use crate::facts::{FactRules, FactTable};
use crate::link::{LinkedTables, Stay};
use crate::model::Sex;

/// `project_participation`, one row a person and project, or a stay without a project number
/// (rulings.md 45). `participation_id` is the stay that began last, `exit_participation_id` the one that
/// ends last: results stand under it in the tables of stays. Columns as in `participation`, and:
///
/// - `is_complete`: 1 when sex, age, education and labour status are known (eu-funds.md 2.2 R2);
/// - `education_band`: the ISCED band;
/// - `long_term_after_day`: who enters later than this day has been unemployed for long (rulings.md 49);
///   NULL when the beginning of unemployment or the age is not known;
/// - `in_group_long_term_unemployed`, `in_group_disabled`: 1 when the groups name it;
/// - `disability` and `area` by their codes, the yes/no characteristics.
pub(crate) fn participations(linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let joined = &linked.projects;
    let rows: Vec<(usize, &Stay)> = joined
        .iter()
        .map(|participation| (participation.last_begun, &participation.stay))
        .collect();
    let in_group =
        |stay: &Stay, group: &str| Some(flag(stay.groups.iter().any(|known| &**known == group)));
    let mut all = columns(&rows, linked, rules);
    all.extend([
        integers("exit_participation_id", joined, |participation| number(participation.last_ended)),
        integers("is_complete", &rows, |(_, stay)| Some(flag(is_complete(stay)))),
        texts("education_band", &rows, |(_, stay)| education_band(stay)),
        integers("long_term_after_day", &rows, |(_, stay)| long_term_after(stay, rules)),
        integers("in_group_long_term_unemployed", &rows, |(_, stay)| {
            in_group(stay, "long_term_unemployed")
        }),
        integers("in_group_disabled", &rows, |(_, stay)| in_group(stay, "disabled")),
        texts("disability", &rows, |(_, stay)| stay.disability.clone()),
        texts("third_country", &rows, |(_, stay)| yes_no(stay.third_country)),
        texts("foreign_background", &rows, |(_, stay)| yes_no(stay.foreign_background)),
        texts("minority", &rows, |(_, stay)| yes_no(stay.minority)),
        texts("homeless", &rows, |(_, stay)| yes_no(stay.homeless)),
        texts("area", &rows, |(_, stay)| stay.area.clone()),
    ]);
    table("project_participation", all)
}

fn is_complete(stay: &Stay) -> bool {
    stay.sex != Sex::Unknown
        && stay.birth.is_some()
        && stay.education.is_some()
        && stay.labour_status.is_some()
}

fn education_band(stay: &Stay) -> Option<Arc<str>> {
    stay.education.as_deref().and_then(crate::facts::dimension::education_band)
}

/// Unemployed since, and so many calendar months by the rules of the day of entry; fewer for the young.
fn long_term_after(stay: &Stay, rules: FactRules<'_>) -> Option<i64> {
    let since = stay.unemployed_since?;
    let young = age(stay)? < rules.number("long_term_unemployed_young_below", stay.entry)?;
    let months =
        if young { "long_term_unemployed_months_young" } else { "long_term_unemployed_months" };
    Some(day(since.plus_months(rules.months(months, stay.entry)?)))
}
