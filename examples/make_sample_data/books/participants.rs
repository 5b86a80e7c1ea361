//! How a field of a stay is written in a list of participants; the habits of each office are its own.

use jiff::civil::Date;

use crate::calendar::{dotted, spoken};
use crate::cluster::{Person, Stay};
use crate::random::Random;
use crate::sheet::{Cell, RowKind, Sheet};
use crate::spelling::{polish_amount, spellings, usual};

/// How an office writes dates.
#[derive(Clone, Copy)]
pub(crate) enum Dates {
    /// Real dates of the spreadsheet.
    Real,
    /// `31.12.2024`.
    Dotted,
    /// `2024-12-31`.
    Iso,
    /// Now so, now otherwise.
    Mixed,
}

/// The habits of an office.
#[derive(Clone, Copy)]
pub(crate) struct Habits {
    pub(crate) dates: Dates,
    /// How often, of a hundred, another spelling is used.
    pub(crate) sloppy: i64,
    pub(crate) sex: [&'static str; 2],
    pub(crate) yes_no: [&'static str; 2],
    /// Between several groups or workshops in one cell.
    pub(crate) separator: &'static str,
    pub(crate) pesel_as_number: bool,
    pub(crate) project: &'static str,
}

/// The number of the project that part of the people take part in.
pub(crate) const PROJECT: &str = "FEXX.07.02-IZ.00-0017/23";

/// A date as the office writes it.
pub(crate) fn day(random: &mut Random, dates: Dates, day: Date) -> Cell {
    match dates {
        Dates::Real => Cell::Day(day),
        Dates::Dotted => Cell::text(dotted(day)),
        Dates::Iso => Cell::text(day.to_string()),
        Dates::Mixed => match random.between(1, 10) {
            1..=4 => Cell::Day(day),
            5..=6 => Cell::text(dotted(day)),
            7 => Cell::text(format!("{} r.", dotted(day))),
            8 => Cell::text(dotted(day).replace('.', "/")),
            9 => Cell::text(dotted(day).replace('.', "-")),
            _ => Cell::text(spoken(day)),
        },
    }
}

fn word(random: &mut Random, habits: &Habits, field: &str, code: &str, woman: bool) -> String {
    let known = spellings(field, code, woman);
    if random.chance(habits.sloppy) {
        random.pick(known).to_owned()
    } else {
        usual(field, code, woman).to_owned()
    }
}

/// What a field of a stay holds. `ended` says whether the exit was known when the sheet was kept.
pub(crate) fn cell(
    random: &mut Random,
    habits: &Habits,
    stay: &Stay,
    person: &Person,
    ended: bool,
    field: &str,
) -> Cell {
    let exit_side = matches!(
        field,
        "exit_date"
            | "exit_kind"
            | "outcome"
            | "outcome_date"
            | "job_start"
            | "job_end"
            | "job_form"
            | "job_time"
            | "job_value"
            | "wage"
            | "qualification"
            | "education_after"
            | "startup_grant"
            | "social_progress"
            | "status_6m"
            | "status_6m_date"
    );
    if exit_side && (stay.exit.is_none() || !ended) {
        return Cell::Empty;
    }
    if exit_side && stay.exit_kind == "died" && !matches!(field, "exit_date" | "exit_kind") {
        return Cell::Empty;
    }
    let yes_no = |yes: bool| Cell::text(habits.yes_no[usize::from(!yes)]);
    let job = stay.jobs.first();
    let dated = |random: &mut Random, value: Option<Date>| {
        value.map_or(Cell::Empty, |value| day(random, habits.dates, value))
    };
    match field {
        "last_name" => Cell::text(person.last.as_str()),
        "first_name" => Cell::text(person.first),
        "full_name" => Cell::text(person.full_name()),
        "pesel" if habits.pesel_as_number => person.pesel.parse().map_or(Cell::Empty, Cell::Whole),
        "pesel" => Cell::text(person.pesel.as_str()),
        "sex" => Cell::text(habits.sex[usize::from(!person.woman)]),
        "birth_date" => day(random, habits.dates, person.birth),
        "education" | "labour_status" | "disability" | "referred_by" | "exit_kind" => {
            let code = match field {
                "education" => stay.education,
                "labour_status" => stay.labour_status,
                "disability" => stay.disability,
                "referred_by" => stay.referred_by,
                _ => stay.exit_kind,
            };
            Cell::text(word(random, habits, field, code, person.woman))
        }
        "outcome" => Cell::text(word(random, habits, "outcome", stay.outcome, person.woman)),
        "status_6m" => Cell::text(word(random, habits, "outcome", stay.status_6m, person.woman)),
        "groups" => {
            let words: Vec<String> = stay
                .groups
                .iter()
                .map(|code| word(random, habits, "group", code, person.woman))
                .collect();
            Cell::text(words.join(habits.separator))
        }
        "workshops" => Cell::text(stay.workshops.join(habits.separator)),
        "gmina" => Cell::text(stay.gmina),
        "powiat" => {
            Cell::text(crate::names::CENTRES.get(stay.centre).map_or("", |centre| centre.powiat))
        }
        "area" => Cell::Whole(if stay.gmina == "Stary Młyn" { 2 } else { 3 }),
        "unemployed_since" => dated(random, stay.unemployed_since),
        "referral_date" => day(random, habits.dates, stay.referral),
        "ipzs_date" => day(random, habits.dates, stay.plan),
        "entry_date" => day(random, habits.dates, stay.entry),
        "exit_date" => dated(random, stay.exit),
        "outcome_date" => dated(random, stay.outcome_date),
        "status_6m_date" => dated(random, stay.status_6m_date),
        "job_start" => dated(random, job.map(|job| job.start)),
        "job_end" => dated(random, job.and_then(|job| job.end)),
        "job_form" => {
            job.map_or(Cell::Empty, |job| Cell::text(usual("form", job.form, person.woman)))
        }
        "job_time" => job.map_or(Cell::Empty, |job| Cell::text(job.time)),
        "job_value" => amount(habits, job.and_then(|job| job.value)),
        "wage" => amount(habits, job.and_then(|job| job.wage)),
        "qualification" => yes_no(stay.qualification),
        "education_after" => yes_no(stay.education_after),
        "social_progress" => yes_no(stay.social_progress),
        "third_country" | "foreign_background" => yes_no(stay.foreign),
        "homeless" => yes_no(stay.groups.contains(&"homeless")),
        "minority" | "startup_grant" => yes_no(false),
        "project" if stay.in_project => Cell::text(habits.project),
        _ => field.strip_prefix("group:").map_or(Cell::Empty, |code| {
            Cell::text(if stay.groups.contains(&code) { "x" } else { "" })
        }),
    }
}

fn amount(habits: &Habits, grosze: Option<i64>) -> Cell {
    match (grosze, habits.dates) {
        (None, _) => Cell::Empty,
        (Some(grosze), Dates::Iso) => Cell::text(polish_amount(grosze)),
        (Some(grosze), _) => Cell::Money(grosze),
    }
}

/// Numbers the records: `Lp.`.
pub(crate) fn number_records(sheet: &mut Sheet) -> Result<(), String> {
    let at = sheet.place("number")?;
    for (number, row) in (1..).zip(sheet.rows.iter_mut().filter(|row| row.kind == RowKind::Body)) {
        if let Some(cell) = row.cells.get_mut(at) {
            *cell = Cell::Whole(number);
        }
    }
    Ok(())
}

/// Remarks that say nothing about a person.
pub(crate) const REMARKS: &[&str] = &[
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "teczka w szafie nr 2",
    "brak zaświadczenia z PUP",
    "badania lekarskie aktualne",
    "ubranie robocze wydane",
    "kurs BHP odbyty",
    "oświadczenie podpisane",
    "do uzupełnienia ksero świadectwa",
];
