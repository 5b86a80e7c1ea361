//! Stays of one person in one centre that touch or overlap are one participation (rulings.md 1, 2).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::link::LinkRules;
use crate::link::linked::{Stay, YesNo};
use crate::link::merge::{EXIT_SIDE, StayRows};
use crate::link::origins::{FieldOrigin, Origins, ROW};
use crate::link::stay_values::{FIELDS, StayReader, StayValues, field_place};
use crate::link::words::Words;
use crate::model::{Day, Finding, Place, Severity, Sex};
use crate::validate::{ValidRow, ValidTable, Value};

/// The group of art. 1 ust. 2 pkt 5, and the detail of the labour status that says the same.
const LONG_TERM_UNEMPLOYED: &str = "long_term_unemployed";

/// Cuts the stays off at the as-of day and joins those that touch. P018 notes records that are incomplete
/// for ESF+. `raw` is sorted by person, centre and entry.
pub(crate) fn join(
    raw: Vec<StayRows>,
    tables: &[ValidTable],
    rules: LinkRules<'_>,
    words: &mut Words,
    findings: &mut Vec<Finding>,
    origins: &mut Origins,
) -> Vec<Stay> {
    let readers = StayReader::all(tables, "participants", words);
    let mut typist = Typist::new(rules.catalogue, words);
    let mut stays = Vec::with_capacity(raw.len());
    // By its last day: there are fewer days than stays.
    let mut longest: BTreeMap<Day, Option<i32>> = BTreeMap::new();
    let mut finish = |stay: Joined| {
        note_incomplete(&stay, tables, findings);
        let last = exit(&stay).unwrap_or(rules.as_of);
        let longest = *longest.entry(last).or_insert_with(|| longest_stay(rules, last));
        warn_too_long(&stay, longest, tables, rules, findings);
        let known = typist.typed(&stay, tables);
        origins.add_stay(&known, stay.origins);
        stays.push(known);
    };
    let mut conflicts = Vec::new();
    let mut before: Option<Joined> = None;
    for stay in raw.into_iter().filter(|stay| stay.entry <= rules.as_of) {
        let reader = readers.get(stay.first.0).and_then(Option::as_ref);
        let read = || reader.map(|reader| Box::new(reader.read(stay.first.1)));
        let Some(values) = stay.values.or_else(read) else { continue };
        let StayRows { person, centre, entry, first, origins, .. } = stay;
        let stay = Joined { person, centre, entry, first, values, origins };
        let stay = known_on(stay, rules.as_of);
        match before.as_mut() {
            Some(before) if touches(before, &stay) => {
                conflicts.extend(conflict(before, &stay, tables, words));
                extend(before, &stay);
            }
            _ => before.replace(stay).into_iter().for_each(&mut finish),
        }
    }
    before.into_iter().for_each(finish);
    findings.append(&mut conflicts);
    // By the keys alone: stays are large.
    stays.sort_by_cached_key(|stay| (stay.centre, stay.entry, stay.person));
    stays
}

/// Persons who were referred and did not enter, each as a stay from the day of the referral.
pub(crate) fn referred(
    group: Vec<Referred>,
    tables: &[ValidTable],
    rules: LinkRules<'_>,
    words: &mut Words,
) -> Vec<Stay> {
    let readers = StayReader::all(tables, "comparison", words);
    let mut typist = Typist::new(rules.catalogue, words);
    let mut stays = Vec::with_capacity(group.len());
    for Referred { person, centre, day, row } in group {
        let reader = readers.get(row.0).and_then(Option::as_ref);
        let Some(values) = reader.map(|reader| Box::new(reader.read(row.1))) else { continue };
        let origins = Vec::new();
        let stay = Joined { person, centre, entry: day, first: row, values, origins };
        stays.push(typist.typed(&stay, tables));
    }
    stays
}

/// The first referral of a person.
pub(crate) struct Referred {
    pub(crate) person: usize,
    pub(crate) centre: usize,
    pub(crate) day: Day,
    /// Its table and itself.
    pub(crate) row: (usize, ValidRow),
}

/// A stay with its values.
struct Joined {
    person: usize,
    centre: usize,
    entry: Day,
    first: (usize, ValidRow),
    values: Box<StayValues>,
    origins: Vec<FieldOrigin>,
}

impl Joined {
    fn place(&self, tables: &[ValidTable]) -> Place {
        let (table, row) = self.first;
        tables.get(table).map_or_else(|| Place::file(""), |table| table.row_place(row))
    }
}

fn exit(stay: &Joined) -> Option<Day> {
    match stay.values.get("exit_date") {
        Some(Value::Day(day)) => Some(day),
        _ => None,
    }
}

/// An exit after the as-of day is not known, nor what came after it; an outcome or six-month status dated
/// after it is empty.
fn known_on(mut stay: Joined, as_of: Day) -> Joined {
    if exit(&stay).is_none_or(|exit| exit > as_of) {
        for field in EXIT_SIDE.into_iter().filter(|field| *field != "ipzs_date") {
            stay.values.remove(field);
        }
        return stay;
    }
    for (value, day) in [("outcome", "outcome_date"), ("status_6m", "status_6m_date")] {
        if let Some(Value::Day(known)) = stay.values.get(day)
            && known > as_of
        {
            stay.values.remove(value);
            stay.values.remove(day);
        }
    }
    stay
}

fn touches(before: &Joined, next: &Joined) -> bool {
    before.person == next.person
        && before.centre == next.centre
        && exit(before).is_none_or(|exit| next.entry <= exit.plus_days(1))
}

/// X004: two birth dates or sexes in stays that become one.
fn conflict(before: &Joined, next: &Joined, tables: &[ValidTable], words: &Words) -> Vec<Finding> {
    ["birth_date", "sex"]
        .into_iter()
        .filter_map(|field| {
            let (one, other) = (before.values.get(field)?, next.values.get(field)?);
            if words.same(one, other) {
                return None;
            }
            let (table, row) = next.first;
            let mut finding = tables.get(table)?.finding(row, field, "X004", Severity::Warning);
            finding.arguments = vec![("other", before.place(tables).to_string())];
            Some(finding)
        })
        .collect()
}

/// Exit-side values come from the stay that ends last; an open one ends last of all.
fn extend(before: &mut Joined, next: &Joined) {
    let ends_later = match (exit(before), exit(next)) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(known), Some(later)) => later >= known,
    };
    if ends_later {
        before.values.exit_row = next.values.exit_row;
        before.origins.retain(|(field, _)| !EXIT_SIDE.contains(field));
        let later = next.origins.iter().filter(|(field, _)| EXIT_SIDE.contains(field));
        before.origins.extend(later);
        for field in EXIT_SIDE {
            before.values.remove(field);
            if let Some(value) = next.values.get(field) {
                before.values.set(field, value);
            }
        }
    }
    // Rows that say what the join takes over, and the workshops of both.
    let both = next.origins.iter().filter(|(field, _)| [ROW, "workshops"].contains(field));
    before.origins.extend(both);
    if !next.values.workshops.is_subset(&before.values.workshops) {
        let more = next.values.workshops.iter().cloned();
        Arc::make_mut(&mut before.values.workshops).extend(more);
    }
}

/// P013: longer than the law of its last day allows (national-law.md 2.3). An extension is not known from
/// the lists, so the longest one is allowed for.
fn warn_too_long(
    stay: &Joined,
    longest: Option<i32>,
    tables: &[ValidTable],
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
) {
    let exit = exit(stay);
    let last = exit.unwrap_or(rules.as_of);
    let Some(maximum) = longest else { return };
    if last <= stay.entry.last_of_full_months(maximum) {
        return;
    }
    let months = last.month().number() - stay.entry.month().number();
    let exit_place = exit
        .and(stay.values.exit_row)
        .and_then(|(table, row)| tables.get(table).map(|table| table.place(row, "exit_date")));
    findings.push(Finding {
        place: exit_place.unwrap_or_else(|| stay.place(tables)),
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

fn note_incomplete(stay: &Joined, tables: &[ValidTable], findings: &mut Vec<Finding>) {
    let missing: Vec<&str> = ["sex", "birth_date", "education", "labour_status"]
        .into_iter()
        .filter(|field| stay.values.get(field).is_none())
        .collect();
    if missing.is_empty() {
        return;
    }
    findings.push(Finding {
        place: stay.place(tables),
        code: "P018",
        severity: Severity::Note,
        field: missing.first().copied().unwrap_or_default().to_owned(),
        read: String::new(),
        suggestion: String::new(),
        arguments: vec![("fields", missing.join(", "))],
        person: None,
    });
}

/// Turns values into typed stays. Codes and words are shared between the stays that bear them.
struct Typist<'a> {
    words: &'a Words,
    /// Codes of the fields, by the places of the fields.
    codes: Vec<Vec<Arc<str>>>,
    texts: BTreeMap<u32, Arc<str>>,
    groups: BTreeMap<(u32, bool), Arc<[Arc<str>]>>,
}

impl<'a> Typist<'a> {
    fn new(catalogue: &'a Catalogue, words: &'a Words) -> Self {
        let source = catalogue.source("participants");
        let codes = FIELDS.map(|field| {
            let field = source.and_then(|source| source.field(field));
            let entries = field.map_or(&[][..], |(_, field)| &field.dictionary.entries);
            entries.iter().map(|entry| Arc::from(&*entry.code)).collect()
        });
        let codes = codes.into();
        Self { words, codes, texts: BTreeMap::new(), groups: BTreeMap::new() }
    }

    fn typed(&mut self, stay: &Joined, tables: &[ValidTable]) -> Stay {
        let values = &stay.values;
        Stay {
            person: stay.person,
            centre: stay.centre,
            entry: stay.entry,
            exit: exit(stay),
            place: stay.place(tables),
            sex: match self.code(values, const { field_place("sex") }).as_deref() {
                Some("K") => Sex::K,
                Some("M") => Sex::M,
                _ => Sex::Unknown,
            },
            birth: day(values, const { field_place("birth_date") }),
            education: self.code(values, const { field_place("education") }),
            gmina: self.text(values, const { field_place("gmina") }),
            powiat: self.text(values, const { field_place("powiat") }),
            area: self.code(values, const { field_place("area") }),
            labour_status: self.code(values, const { field_place("labour_status") }),
            unemployed_since: day(values, const { field_place("unemployed_since") }),
            groups: self.groups(values),
            disability: self.code(values, const { field_place("disability") }),
            pathway: self.code(values, const { field_place("pathway") }),
            third_country: flag(values, const { field_place("third_country") }),
            foreign_background: flag(values, const { field_place("foreign_background") }),
            minority: flag(values, const { field_place("minority") }),
            homeless: flag(values, const { field_place("homeless") }),
            referred_by: self.code(values, const { field_place("referred_by") }),
            referral: day(values, const { field_place("referral_date") }),
            project: self.text(values, const { field_place("project") }),
            exit_kind: self.code(values, const { field_place("exit_kind") }),
            workshops: Arc::clone(&values.workshops),
            outcome: self.code(values, const { field_place("outcome") }),
            outcome_day: day(values, const { field_place("outcome_date") }),
            qualification: flag(values, const { field_place("qualification") }),
            education_after: flag(values, const { field_place("education_after") }),
            startup_grant: flag(values, const { field_place("startup_grant") }),
            social_progress: flag(values, const { field_place("social_progress") }),
            status_6m: self.code(values, const { field_place("status_6m") }),
            status_6m_day: day(values, const { field_place("status_6m_date") }),
        }
    }

    fn code(&self, values: &StayValues, place: usize) -> Option<Arc<str>> {
        let Some(Value::Code(code)) = values.at(place) else { return None };
        self.codes.get(place)?.get(usize::from(code)).cloned()
    }

    fn text(&mut self, values: &StayValues, place: usize) -> Option<Arc<str>> {
        let Some(Value::Text(word)) = values.at(place) else { return None };
        if let Some(known) = self.texts.get(&word) {
            return Some(Arc::clone(known));
        }
        let text: Arc<str> = self.words.word(word)?.into();
        self.texts.insert(word, Arc::clone(&text));
        Some(text)
    }

    /// The groups as written. An export of a project system has no such column and tells the long-term
    /// unemployed beside the labour status: that fills what is empty and overrules nothing.
    fn groups(&mut self, values: &StayValues) -> Arc<[Arc<str>]> {
        const GROUPS: usize = field_place("groups");
        const DETAIL: usize = field_place("labour_status_detail");
        let bits = match values.at(GROUPS) {
            Some(Value::Codes(bits)) => bits,
            _ => 0,
        };
        let detail = if bits == 0 { self.code(values, DETAIL) } else { None };
        let long = detail.is_some_and(|detail| &*detail == LONG_TERM_UNEMPLOYED);
        let codes = self.codes.get(GROUPS).map(Vec::as_slice).unwrap_or_default();
        let chosen = || {
            let codes = codes.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
            let written: Arc<[Arc<str>]> = codes.map(|(_, code)| Arc::clone(code)).collect();
            if long { Arc::from([Arc::from(LONG_TERM_UNEMPLOYED)]) } else { written }
        };
        Arc::clone(self.groups.entry((bits, long)).or_insert_with(chosen))
    }
}

fn day(values: &StayValues, place: usize) -> Option<Day> {
    match values.at(place) {
        Some(Value::Day(day)) => Some(day),
        _ => None,
    }
}

fn flag(values: &StayValues, place: usize) -> YesNo {
    match values.at(place) {
        Some(Value::Flag(true)) => YesNo::Yes,
        Some(Value::Flag(false)) => YesNo::No,
        Some(Value::Refused) => YesNo::Refused,
        _ => YesNo::Missing,
    }
}
