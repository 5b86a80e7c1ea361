//! Stays of one person in one centre that touch or overlap are one participation (rulings.md 1, 2).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::link::LinkRules;
use crate::link::linked::{Stay, YesNo};
use crate::link::merge::{EXIT_SIDE, StayRows};
use crate::link::words::Words;
use crate::model::{Day, Finding, Severity, Sex};
use crate::validate::Value;

/// The group of art. 1 ust. 2 pkt 5, and the detail of the labour status that says the same.
const LONG_TERM_UNEMPLOYED: &str = "long_term_unemployed";

/// Cuts the stays off at the as-of day and joins those that touch. P018 notes records that are incomplete
/// for ESF+.
pub(crate) fn join(
    raw: Vec<StayRows>,
    rules: LinkRules<'_>,
    words: &Words,
    findings: &mut Vec<Finding>,
) -> Vec<Stay> {
    let mut joined: Vec<StayRows> = Vec::new();
    // `raw` is sorted by person, centre and entry.
    for stay in raw.into_iter().filter(|stay| stay.entry <= rules.as_of) {
        let stay = known_on(stay, rules.as_of);
        match joined.last_mut() {
            Some(before) if touches(before, &stay) => extend(before, stay),
            _ => joined.push(stay),
        }
    }
    let mut stays: Vec<Stay> = joined
        .into_iter()
        .map(|stay| {
            note_incomplete(&stay, findings);
            warn_too_long(&stay, rules, findings);
            typed(&stay, rules.catalogue, words)
        })
        .collect();
    stays.sort_by_key(|stay| (stay.centre, stay.entry, stay.person));
    stays
}

fn exit(stay: &StayRows) -> Option<Day> {
    match stay.values.get("exit_date") {
        Some(Value::Day(day)) => Some(*day),
        _ => None,
    }
}

/// An exit after the as-of day is not known, nor what came after it; an outcome or six-month status dated
/// after it is empty.
fn known_on(mut stay: StayRows, as_of: Day) -> StayRows {
    if exit(&stay).is_none_or(|exit| exit > as_of) {
        for field in EXIT_SIDE.into_iter().filter(|field| *field != "ipzs_date") {
            stay.values.remove(field);
        }
        return stay;
    }
    for (value, day) in [("outcome", "outcome_date"), ("status_6m", "status_6m_date")] {
        if let Some(Value::Day(known)) = stay.values.get(day)
            && *known > as_of
        {
            stay.values.remove(value);
            stay.values.remove(day);
        }
    }
    stay
}

fn touches(before: &StayRows, next: &StayRows) -> bool {
    before.person == next.person
        && before.centre == next.centre
        && exit(before).is_none_or(|exit| next.entry <= exit.plus_days(1))
}

/// Exit-side values come from the stay that ends last; an open one ends last of all.
fn extend(before: &mut StayRows, next: StayRows) {
    let ends_later = match (exit(before), exit(&next)) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(known), Some(later)) => later >= known,
    };
    if ends_later {
        before.exit_place = next.exit_place;
        for field in EXIT_SIDE {
            before.values.remove(field);
            if let Some(value) = next.values.get(field) {
                before.values.insert(field, *value);
            }
        }
    }
    before.workshops.extend(next.workshops);
}

/// P013: longer than the law of its last day allows (national-law.md 2.3). An extension is not known from
/// the lists, so the longest one is allowed for.
fn warn_too_long(stay: &StayRows, rules: LinkRules<'_>, findings: &mut Vec<Finding>) {
    let exit = exit(stay);
    let last = exit.unwrap_or(rules.as_of);
    let Some(maximum) = longest_stay(rules, last) else { return };
    if last <= stay.entry.last_of_full_months(maximum) {
        return;
    }
    let months = last.month().number() - stay.entry.month().number();
    findings.push(Finding {
        place: stay.exit_place.clone().filter(|_| exit.is_some()).unwrap_or(stay.place.clone()),
        code: "P013",
        severity: Severity::Warning,
        field: "exit_date".to_owned(),
        read: exit.map(|exit| exit.to_string()).unwrap_or_default(),
        suggestion: String::new(),
        arguments: vec![("maximum", maximum.to_string()), ("months", months.to_string())],
        person: None,
    });
}

/// Months of trial, participation and extension together on a day (art. 15 ust. 1 and 3).
fn longest_stay(rules: LinkRules<'_>, day: Day) -> Option<i32> {
    let months = [
        "trial_period_months",
        "participation_maximum_months",
        "participation_extension_maximum_months",
    ]
    .into_iter()
    .map(|id| rules.catalogue.whole_number(id, day))
    .sum::<Option<i64>>()?;
    i32::try_from(months).ok()
}

fn note_incomplete(stay: &StayRows, findings: &mut Vec<Finding>) {
    let missing: Vec<&str> = ["sex", "birth_date", "education", "labour_status"]
        .into_iter()
        .filter(|field| !stay.values.contains_key(field))
        .collect();
    if missing.is_empty() {
        return;
    }
    findings.push(Finding {
        place: stay.place.clone(),
        code: "P018",
        severity: Severity::Note,
        field: missing.first().copied().unwrap_or_default().to_owned(),
        read: String::new(),
        suggestion: String::new(),
        arguments: vec![("fields", missing.join(", "))],
        person: None,
    });
}

/// Turns values into the typed stay.
pub(crate) fn typed(stay: &StayRows, catalogue: &Catalogue, words: &Words) -> Stay {
    let reader = Reader { values: &stay.values, catalogue, words };
    Stay {
        person: stay.person,
        centre: stay.centre,
        entry: stay.entry,
        exit: exit(stay),
        place: stay.place.clone(),
        sex: match reader.code("sex").as_deref() {
            Some("K") => Sex::K,
            Some("M") => Sex::M,
            _ => Sex::Unknown,
        },
        birth: reader.day("birth_date"),
        education: reader.code("education"),
        gmina: reader.text("gmina"),
        powiat: reader.text("powiat"),
        area: reader.code("area"),
        labour_status: reader.code("labour_status"),
        unemployed_since: reader.day("unemployed_since"),
        groups: reader.groups(),
        disability: reader.code("disability"),
        pathway: reader.code("pathway"),
        third_country: reader.flag("third_country"),
        foreign_background: reader.flag("foreign_background"),
        minority: reader.flag("minority"),
        homeless: reader.flag("homeless"),
        referred_by: reader.code("referred_by"),
        referral: reader.day("referral_date"),
        project: reader.text("project"),
        exit_kind: reader.code("exit_kind"),
        workshops: stay.workshops.clone(),
        outcome: reader.code("outcome"),
        outcome_day: reader.day("outcome_date"),
        qualification: reader.flag("qualification"),
        education_after: reader.flag("education_after"),
        startup_grant: reader.flag("startup_grant"),
        social_progress: reader.flag("social_progress"),
        status_6m: reader.code("status_6m"),
        status_6m_day: reader.day("status_6m_date"),
    }
}

struct Reader<'a> {
    values: &'a BTreeMap<&'static str, Value>,
    catalogue: &'a Catalogue,
    words: &'a Words,
}

impl Reader<'_> {
    fn value(&self, field: &str) -> Value {
        self.values.get(field).copied().unwrap_or(Value::Missing)
    }

    fn day(&self, field: &str) -> Option<Day> {
        match self.value(field) {
            Value::Day(day) => Some(day),
            _ => None,
        }
    }

    fn text(&self, field: &str) -> Option<Arc<str>> {
        match self.value(field) {
            Value::Text(word) => self.words.word(word).cloned(),
            _ => None,
        }
    }

    fn flag(&self, field: &str) -> YesNo {
        match self.value(field) {
            Value::Flag(true) => YesNo::Yes,
            Value::Flag(false) => YesNo::No,
            Value::Refused => YesNo::Refused,
            _ => YesNo::Missing,
        }
    }

    /// The groups as written. An export of a project system has no such column and tells the long-term
    /// unemployed beside the labour status: that fills what is empty and overrules nothing.
    fn groups(&self) -> Vec<Arc<str>> {
        let written = self.codes("groups");
        let detail = self.code("labour_status_detail");
        if written.is_empty() && detail.as_deref() == Some(LONG_TERM_UNEMPLOYED) {
            return vec![Arc::from(LONG_TERM_UNEMPLOYED)];
        }
        written
    }

    fn codes(&self, field: &str) -> Vec<Arc<str>> {
        let Value::Codes(bits) = self.value(field) else { return Vec::new() };
        self.entries(field)
            .into_iter()
            .enumerate()
            .filter(|(position, _)| bits >> position & 1 == 1)
            .map(|(_, code)| code)
            .collect()
    }

    fn code(&self, field: &str) -> Option<Arc<str>> {
        let Value::Code(code) = self.value(field) else { return None };
        self.entries(field).get(usize::from(code)).cloned()
    }

    fn entries(&self, field: &str) -> Vec<Arc<str>> {
        let source = self.catalogue.source("participants");
        source
            .and_then(|source| source.field(field))
            .map(|(_, field)| {
                field
                    .dictionary
                    .entries
                    .iter()
                    .map(|entry| Arc::from(entry.code.as_str()))
                    .collect()
            })
            .unwrap_or_default()
    }
}
