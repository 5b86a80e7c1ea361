//! A few figures by a second way: counted here from the generator's own records, with what the planted
//! defects do to them, and without any code of the crate.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::{Date, date};

use crate::benefits::Payment;
use crate::calendar::{KEPT_ON, month_of, plus_days};
use crate::cluster::{Cluster, Standing, Stay};
use crate::names::CENTRES;

/// The figures of one year.
#[derive(Default)]
struct Year {
    participants: usize,
    starters: usize,
    leavers: usize,
    completers: usize,
    dropouts: usize,
    unknown_kind: usize,
    entered_work: usize,
    entry_known: usize,
    entry_pending: usize,
}

fn usable(cluster: &Cluster) -> impl Iterator<Item = &Stay> {
    cluster.stays.iter().filter(|stay| stay.standing != Standing::LeftOut)
}

fn exit_of(stay: &Stay) -> Option<Date> {
    stay.exit.filter(|exit| stay.standing == Standing::Whole && *exit <= KEPT_ON)
}

fn year(cluster: &Cluster, number: i16) -> Year {
    let (first, last) = (date(number, 1, 1), date(number, 12, 31));
    let mut figures = Year::default();
    let inside = |day: Date| first <= day && day <= last;
    let people = |stays: &mut dyn Iterator<Item = &Stay>| {
        stays.map(|stay| stay.person).collect::<BTreeSet<_>>().len()
    };
    figures.participants = people(
        &mut usable(cluster)
            .filter(|stay| stay.entry <= last && exit_of(stay).is_none_or(|exit| exit >= first)),
    );
    figures.starters = people(&mut usable(cluster).filter(|stay| inside(stay.entry)));
    for stay in usable(cluster) {
        let Some(exit) = exit_of(stay).filter(|exit| inside(*exit)) else { continue };
        figures.leavers += 1;
        match stay.exit_kind {
            "completed" | "early_job" => figures.completers += 1,
            "breach" | "left" | "withdrew" => figures.dropouts += 1,
            "" => figures.unknown_kind += 1,
            _ => {}
        }
        if stay.completed() {
            if plus_days(exit, 90) > KEPT_ON {
                figures.entry_pending += 1;
            } else if let Some(entered) = entered_work(cluster, stay, exit) {
                figures.entry_known += 1;
                figures.entered_work += usize::from(entered);
            }
        }
    }
    figures
}

/// Whether a completer had work within 90 days; `None` when it cannot be known.
fn entered_work(cluster: &Cluster, stay: &Stay, exit: Date) -> Option<bool> {
    let window = plus_days(exit, 90);
    let jobs: Vec<_> = cluster
        .stays
        .iter()
        .filter(|other| other.person == stay.person)
        .flat_map(|other| &other.jobs)
        .filter(|job| !job.left_out && job.start <= KEPT_ON)
        .collect();
    if jobs.iter().any(|job| job.runs_on(exit) || (job.start > exit && job.start <= window)) {
        return Some(true);
    }
    if jobs.iter().any(|job| job.start > exit) {
        return Some(false);
    }
    // Work that is known only from the outcome counts on its date.
    let works = matches!(stay.outcome, "job" | "self_employment" | "social_coop" | "supported")
        || stay.exit_kind == "early_job";
    if !works {
        return Some(false);
    }
    let day = stay.outcome_date.or_else(|| (stay.exit_kind == "early_job").then_some(exit))?;
    Some(day >= exit && day <= window)
}

/// `sample_data_truth.toml`.
pub(crate) fn text(cluster: &Cluster) -> String {
    let mut text = String::from(
        "# Figures of sample-data that must come out, as-of 2025-11-30.\n\
         # Made by examples/make_sample_data: counted from the generator's own records, not by the crate. What the\n\
         # planted defects do is taken into account: rows left out are left out, an exit date that is missing makes\n\
         # a person still taking part, a way of leaving that cannot be read is neither completion nor drop-out.\n\n\
         as_of = \"2025-11-30\"\n",
    );
    for number in [2023, 2024, 2025] {
        let figures = year(cluster, number);
        let known = figures.completers + figures.dropouts;
        // Writing to a text does not fail.
        let _ = write!(
            text,
            "\n[[period]]\nyear = {number}\nparticipants = {}\nstarters = {}\nleavers = {}\ncompleters = {}\ndropouts = {}\n\
             completion_rate = {{ numerator = {}, denominator = {known}, unknown = {} }}\n\
             labour_market_entry_rate = {{ numerator = {}, denominator = {}, pending = {} }}\n",
            figures.participants,
            figures.starters,
            figures.leavers,
            figures.completers,
            figures.dropouts,
            figures.completers,
            figures.unknown_kind,
            figures.entered_work,
            figures.entry_known,
            figures.entry_pending,
        );
    }
    text
}

/// What the person who chooses a seed wants to see.
pub(crate) fn summary(cluster: &Cluster, payments: &[Payment]) -> String {
    let mut text = format!(
        "{} people, {} stays, {} benefit months\n",
        cluster.people.len(),
        cluster.stays.len(),
        payments.len()
    );
    for number in [2023, 2024, 2025] {
        let figures = year(cluster, number);
        let (before, after) = reduction(cluster, payments, number);
        let _ = writeln!(
            text,
            "{number}: {} participants, {} starters, {} leavers, completion {}/{}, work within 90 days {}/{} ({} pending), periodic and purpose {} -> {} zł",
            figures.participants,
            figures.starters,
            figures.leavers,
            figures.completers,
            figures.completers + figures.dropouts,
            figures.entered_work,
            figures.entry_known,
            figures.entry_pending,
            before / 100,
            after / 100,
        );
        let left = |stay: &&Stay| exit_of(stay).is_some_and(|exit| exit.year() == number);
        let by_centre = (0..CENTRES.len())
            .map(|centre| usable(cluster).filter(left).filter(|stay| stay.centre == centre).count())
            .collect::<Vec<_>>();
        let women = usable(cluster)
            .filter(left)
            .filter(|stay| cluster.people.get(stay.person).is_some_and(|person| person.woman))
            .count();
        let _ = writeln!(text, "      leavers by centre {by_centre:?}, women {women}");
    }
    text
}

/// Periodic and purpose allowance in the twelve months before and after, of leavers whose months are past.
fn reduction(cluster: &Cluster, payments: &[Payment], number: i16) -> (i64, i64) {
    let (mut before, mut after) = (0, 0);
    for stay in usable(cluster) {
        let Some(exit) = exit_of(stay)
            .filter(|exit| exit.year() == number && month_of(*exit) + 12 <= month_of(KEPT_ON))
        else {
            continue;
        };
        for payment in payments.iter().filter(|payment| {
            payment.person == stay.person && matches!(payment.kind, "periodic" | "purpose")
        }) {
            let (entry, exit) = (month_of(stay.entry), month_of(exit));
            if (entry - 12..entry).contains(&payment.month) {
                before += payment.amount;
            } else if (exit + 1..=exit + 12).contains(&payment.month) {
                after += payment.amount;
            }
        }
    }
    (before, after)
}
