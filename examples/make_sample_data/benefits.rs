//! What was paid to the people month by month: social assistance, integration benefit, bonus.

use crate::calendar::{KEPT_ON, first_day, last_day, month_of};
use crate::cluster::{Cluster, Stay};
use crate::random::Random;

/// One payment of one month, in grosze.
#[derive(Clone)]
pub(crate) struct Payment {
    pub(crate) person: usize,
    pub(crate) month: i32,
    pub(crate) kind: &'static str,
    pub(crate) amount: i64,
    /// The number of the decision; integration benefit and bonus have none.
    pub(crate) decision: usize,
}

const FIRST_MONTH: i32 = 2021 * 12 + 8;

/// The last month that the offices had reported when the files were kept.
const LAST_MONTH: i32 = 2025 * 12 + 9;

/// Where a person stands in a month.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Before,
    During,
    AfterWithJob,
    After,
}

fn phase(stays: &[&Stay], month: i32) -> Phase {
    let inside = |stay: &&&Stay| {
        month_of(stay.entry) <= month && stay.exit.is_none_or(|exit| month <= month_of(exit))
    };
    if stays.iter().any(|stay| inside(&stay)) {
        return Phase::During;
    }
    if stays.iter().all(|stay| month < month_of(stay.entry)) {
        return Phase::Before;
    }
    let works = stays
        .iter()
        .flat_map(|stay| &stay.jobs)
        .any(|job| job.runs_on(last_day(month)) || job.runs_on(first_day(month)));
    if works { Phase::AfterWithJob } else { Phase::After }
}

/// All social assistance and housing allowance, by month, then person.
pub(crate) fn social_assistance(random: &mut Random, cluster: &Cluster) -> Vec<Payment> {
    let mut payments = Vec::new();
    let mut decision = 0;
    for person in 0..cluster.people.len() {
        let stays: Vec<&Stay> = cluster.stays.iter().filter(|stay| stay.person == person).collect();
        pay_person(random, person, &stays, &mut decision, &mut payments);
    }
    payments.sort_by_key(|payment| (payment.month, payment.person, payment.decision));
    payments
}

fn pay_person(
    random: &mut Random,
    person: usize,
    stays: &[&Stay],
    decision: &mut usize,
    payments: &mut Vec<Payment>,
) {
    let known = random.chance(76);
    let has_flat = known && random.chance(22);
    let disabled = stays.iter().any(|stay| matches!(stay.disability, "moderate" | "severe"));
    let permanent = disabled && random.chance(24);
    let base = random.between(15, 52) * 1000
        + random.weighted(&[("0", 60), ("50", 20), ("27", 20)]).parse::<i64>().unwrap_or(0);
    let rent = random.between(110, 260) * 100;
    let (mut block_left, mut block_on, mut block_amount) = (0, false, 0);
    let mut last_phase = None;
    let first_entry = stays.iter().map(|stay| month_of(stay.entry)).min().unwrap_or(FIRST_MONTH);
    let needed_since = first_entry - i32::try_from(random.between(13, 26)).unwrap_or(13);
    for month in needed_since.max(FIRST_MONTH)..=LAST_MONTH {
        let now = phase(stays, month);
        if block_left == 0 || last_phase != Some(now) {
            let percent = match now {
                // Need grows before somebody is referred.
                Phase::Before if month + 7 < first_entry => 62,
                Phase::Before => 78,
                Phase::During => 9,
                Phase::AfterWithJob => 7,
                Phase::After => 52,
            };
            block_on = known && !permanent && random.chance(percent);
            block_left = random.between(3, 6);
            block_amount = base + random.between(-2, 2) * 1000;
            *decision += 1;
        }
        block_left -= 1;
        last_phase = Some(now);
        if block_on {
            payments.push(Payment {
                person,
                month,
                kind: "periodic",
                amount: block_amount,
                decision: *decision,
            });
        }
        if known
            && random.chance(match now {
                Phase::Before => 15,
                Phase::During => 5,
                Phase::AfterWithJob => 3,
                Phase::After => 12,
            })
        {
            let kind = random.weighted(&[("purpose", 90), ("special_purpose", 10)]);
            let amount = random.between(4, 24) * 2500;
            *decision += 1;
            payments.push(Payment { person, month, kind, amount, decision: 20_000 + *decision });
        }
        if permanent {
            let amount = if first_day(month).year() >= 2024 { 83_000 } else { 61_500 } + rent / 4;
            payments.push(Payment {
                person,
                month,
                kind: "permanent",
                amount,
                decision: 40_000 + person * 10,
            });
        }
        if has_flat && now != Phase::AfterWithJob {
            let amount = rent + if first_day(month).year() >= 2024 { 2400 } else { 0 };
            payments.push(Payment {
                person,
                month,
                kind: "housing",
                amount,
                decision: 60_000 + person * 10 + usize::from(first_day(month).month() > 6),
            });
        }
    }
}

/// The integration benefit of a full month in grosze (120 % of the unemployment benefit since 2022).
fn integration_rate(month: i32) -> i64 {
    match month {
        month if month >= 2025 * 12 + 5 => 206_628,
        month if month >= 2024 * 12 + 5 => 199_440,
        month if month >= 2023 * 12 + 5 => 179_028,
        _ => 156_492,
    }
}

/// Integration benefit and bonus of one centre, by month, then person. The month in which the files were
/// kept is paid in arrears and not yet there.
pub(crate) fn centre_payments(
    random: &mut Random,
    cluster: &Cluster,
    centre: usize,
) -> Vec<Payment> {
    let mut payments = Vec::new();
    for stay in cluster.stays.iter().filter(|stay| stay.centre == centre) {
        let entry = month_of(stay.entry);
        let exit = stay.exit.map_or(month_of(KEPT_ON) - 1, month_of).min(month_of(KEPT_ON) - 1);
        for month in entry..=exit {
            let from = stay.entry.max(first_day(month));
            let to = stay.exit.map_or(last_day(month), |exit| exit.min(last_day(month)));
            let days = i64::from(to.day()) - i64::from(from.day()) + 1;
            let whole = from == first_day(month) && to == last_day(month);
            let rate = integration_rate(month);
            let amount = if whole { rate } else { (rate * days.min(30) + 15) / 30 };
            payments.push(Payment {
                person: stay.person,
                month,
                kind: "integration",
                amount,
                decision: 0,
            });
            if whole && month > entry && random.chance(26) {
                let amount = random.between(15, 60) * 1000;
                payments.push(Payment {
                    person: stay.person,
                    month,
                    kind: "bonus",
                    amount,
                    decision: 0,
                });
            }
        }
    }
    payments.sort_by_key(|payment| (payment.month, payment.person, payment.kind));
    payments
}
