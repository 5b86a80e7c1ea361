//! The people of the cluster, their stays and jobs, before anybody writes them down.

use jiff::civil::{Date, date};

use crate::calendar::{KEPT_ON, age_on, plus_days, plus_months, working_day};
use crate::jobs::{self, Job};
use crate::names::{CENTRES, LAST, MEN, WOMEN};
use crate::random::Random;

/// One person.
pub(crate) struct Person {
    pub(crate) first: &'static str,
    pub(crate) last: String,
    pub(crate) woman: bool,
    pub(crate) birth: Date,
    pub(crate) pesel: String,
}

impl Person {
    /// `Nazwisko Imię`.
    pub(crate) fn full_name(&self) -> String {
        format!("{} {}", self.last, self.first)
    }
}

/// What a planted defect does to a stay in the figures.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Read as it was.
    Whole,
    /// The row is left out.
    LeftOut,
    /// The exit is not known: still taking part.
    ExitUnknown,
}

/// One stay of one person in one centre; words are codes of `spelling`.
#[expect(clippy::struct_excessive_bools, reason = "each is a yes/no column of the lists")]
#[derive(Clone)]
pub(crate) struct Stay {
    pub(crate) person: usize,
    pub(crate) centre: usize,
    pub(crate) gmina: &'static str,
    pub(crate) education: &'static str,
    pub(crate) labour_status: &'static str,
    pub(crate) unemployed_since: Option<Date>,
    pub(crate) groups: Vec<&'static str>,
    pub(crate) disability: &'static str,
    pub(crate) foreign: bool,
    pub(crate) referred_by: &'static str,
    pub(crate) referral: Date,
    pub(crate) plan: Date,
    pub(crate) entry: Date,
    pub(crate) exit: Option<Date>,
    pub(crate) exit_kind: &'static str,
    pub(crate) workshops: Vec<&'static str>,
    pub(crate) outcome: &'static str,
    pub(crate) outcome_date: Option<Date>,
    pub(crate) qualification: bool,
    pub(crate) education_after: bool,
    pub(crate) social_progress: bool,
    pub(crate) status_6m: &'static str,
    pub(crate) status_6m_date: Option<Date>,
    pub(crate) in_project: bool,
    pub(crate) jobs: Vec<Job>,
    pub(crate) standing: Standing,
    /// Already chosen for a defect.
    pub(crate) chosen: bool,
}

impl Stay {
    /// Ended as planned or for a job.
    pub(crate) fn completed(&self) -> bool {
        self.exit.is_some() && matches!(self.exit_kind, "completed" | "early_job")
    }
}

/// Everything that is true.
pub(crate) struct Cluster {
    pub(crate) people: Vec<Person>,
    pub(crate) stays: Vec<Stay>,
    /// The stay whose person has a PESEL with a wrong control digit.
    pub(crate) wrong_digit: usize,
}

impl Cluster {
    /// The person of a stay.
    pub(crate) fn person_of(&self, stay: &Stay) -> Result<&Person, String> {
        self.people.get(stay.person).ok_or_else(|| "a stay without a person".to_owned())
    }

    /// A stay that fits and has no defect yet; it is marked, so that it gets no second one. Each choice
    /// looks further down, so that the defects are spread over the lists.
    pub(crate) fn choose(
        &mut self,
        what: &str,
        fits: impl Fn(&Stay, &Person) -> bool,
    ) -> Result<usize, String> {
        let people = &self.people;
        let fitting: Vec<usize> = (0..)
            .zip(&self.stays)
            .filter(|(_, stay)| {
                !stay.chosen && people.get(stay.person).is_some_and(|person| fits(stay, person))
            })
            .map(|(at, _)| at)
            .collect();
        let before = self.stays.iter().filter(|stay| stay.chosen).count();
        let at =
            (before * 7 + 3).checked_rem(fitting.len()).and_then(|at| fitting.get(at)).copied();
        let at = at.ok_or_else(|| format!("no stay fits the defect: {what}; try another seed"))?;
        self.stay_mut(at)?.chosen = true;
        Ok(at)
    }

    /// A stay by its number.
    pub(crate) fn stay(&self, at: usize) -> Result<&Stay, String> {
        self.stays.get(at).ok_or_else(|| "no such stay".to_owned())
    }

    /// A stay that may be changed.
    pub(crate) fn stay_mut(&mut self, at: usize) -> Result<&mut Stay, String> {
        self.stays.get_mut(at).ok_or_else(|| "no such stay".to_owned())
    }
}

/// Invents the cluster.
pub(crate) fn invent(random: &mut Random) -> Result<Cluster, String> {
    let mut cluster = Cluster { people: Vec::new(), stays: Vec::new(), wrong_digit: 0 };
    for (centre, about) in CENTRES.iter().enumerate() {
        for _ in 0..about.people {
            let entry = working_day(plus_days(date(2022, 9, 1), random.between(0, 1180)));
            let person = invent_person(random, entry, &cluster.people);
            cluster.people.push(person);
            let stay = invent_stay(random, centre, cluster.people.len() - 1, entry);
            cluster.stays.push(stay);
        }
    }
    second_stays(random, &mut cluster);
    cluster.stays.sort_by_key(|stay| (stay.centre, stay.entry, stay.person));
    spoil_control_digit(&mut cluster)?;
    Ok(cluster)
}

/// One PESEL has a wrong control digit, in all files alike.
fn spoil_control_digit(cluster: &mut Cluster) -> Result<(), String> {
    let fits = |stay: &Stay, person: &Person| {
        stay.centre == 0 && stay.completed() && !person.pesel.starts_with('0')
    };
    let at = cluster.choose("wrong control digit", fits)?;
    let person = cluster.stay(at)?.person;
    let person = cluster.people.get_mut(person).ok_or("a stay without a person")?;
    let ten = person.pesel.get(..10).unwrap_or_default().to_owned();
    person.pesel = format!("{ten}{}", (control_digit(&ten) + 3) % 10);
    cluster.wrong_digit = at;
    Ok(())
}

/// Three people come back to their centre, one goes on to another.
fn second_stays(random: &mut Random, cluster: &mut Cluster) {
    let returning: Vec<Stay> = [(0, 0), (1, 1), (3, 3), (2, 0)]
        .into_iter()
        .filter_map(|(from, to)| {
            let dropped = cluster.stays.iter().find(|stay| {
                stay.centre == from
                    && !stay.completed()
                    && stay.exit.is_some_and(|exit| exit < date(2024, 10, 1))
                    && !matches!(stay.exit_kind, "died")
                    && stay.jobs.is_empty()
            })?;
            let entry = working_day(plus_months(dropped.exit?, random.between(5, 9)));
            let mut again = invent_stay(random, to, dropped.person, entry);
            again.education = dropped.education;
            again.groups.clone_from(&dropped.groups);
            again.disability = dropped.disability;
            again.labour_status = dropped.labour_status;
            again.unemployed_since = dropped.unemployed_since;
            again.gmina = dropped.gmina;
            again.foreign = dropped.foreign;
            Some(again)
        })
        .collect();
    cluster.stays.extend(returning);
}

fn invent_person(random: &mut Random, entry: Date, known: &[Person]) -> Person {
    let woman = random.chance(55);
    let age = match random.between(1, 100) {
        1..=19 => random.between(19, 29),
        20..=64 => random.between(30, 49),
        _ => random.between(50, 62),
    };
    let birth = plus_days(plus_months(entry, -12 * age), -random.between(1, 360));
    let first = random.pick(if woman { WOMEN } else { MEN });
    let last = surname(random.pick(LAST), woman);
    let pesel = loop {
        let number = pesel(random, birth, woman);
        if known.iter().all(|person| person.pesel != number) {
            break number;
        }
    };
    Person { first, last, woman, birth, pesel }
}

fn surname(last: &str, woman: bool) -> String {
    match (woman, last.strip_suffix("ki"), last.strip_suffix("ny")) {
        (true, Some(stem), _) if stem.ends_with('s') || stem.ends_with('c') => format!("{stem}ka"),
        (true, _, Some(stem)) => format!("{stem}na"),
        _ => last.to_owned(),
    }
}

/// Serial digits from 900, so that a likeness to a real number is chance only.
fn pesel(random: &mut Random, birth: Date, woman: bool) -> String {
    let month = i16::from(birth.month()) + if birth.year() >= 2000 { 20 } else { 0 };
    let sex = random.between(0, 4) * 2 + i64::from(!woman);
    let serial = random.between(900, 999);
    let ten = format!("{:02}{month:02}{:02}{serial:03}{sex}", birth.year() % 100, birth.day());
    format!("{ten}{}", control_digit(&ten))
}

/// The eleventh digit of a PESEL.
pub(crate) fn control_digit(ten: &str) -> u32 {
    let weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
    let sum: u32 = ten
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum();
    (10 - sum % 10) % 10
}

fn invent_stay(random: &mut Random, centre: usize, person: usize, entry: Date) -> Stay {
    let main_group = random.weighted(&[
        ("long_term_unemployed", 56),
        ("alcohol", 13),
        ("mental", 8),
        ("disabled", 9),
        ("homeless", 6),
        ("ex_prisoner", 4),
        ("drugs", 2),
        ("refugee", 1),
        ("other", 1),
    ]);
    let mut groups = vec![main_group];
    if random.chance(28) {
        let second =
            random.weighted(&[("disabled", 45), ("alcohol", 35), ("homeless", 12), ("mental", 8)]);
        if second != main_group {
            groups.push(second);
        }
    }
    let labour_status = if main_group == "long_term_unemployed" {
        random.weighted(&[("unemployed_registered", 90), ("unemployed_unregistered", 10)])
    } else {
        random.weighted(&[
            ("unemployed_registered", 56),
            ("unemployed_unregistered", 8),
            ("inactive", 36),
        ])
    };
    let waiting = if main_group == "long_term_unemployed" {
        random.between(400, 2200)
    } else {
        random.between(40, 340)
    };
    let unemployed_since =
        (labour_status != "inactive" && random.chance(92)).then(|| plus_days(entry, -waiting));
    let disability = if groups.contains(&"disabled") {
        random.weighted(&[("light", 42), ("moderate", 50), ("severe", 8)])
    } else {
        random.weighted(&[("none", 97), ("refused", 3)])
    };
    let about = CENTRES.get(centre).unwrap_or(&CENTRES[0]);
    let mut workshops = vec![random.pick(about.workshops)];
    if random.chance(14) {
        let second = random.pick(about.workshops);
        if second != workshops[0] {
            workshops.push(second);
        }
    }
    let referral = plus_days(entry, -random.between(9, 75));
    let mut stay = Stay {
        person,
        centre,
        gmina: random.pick(about.gminas),
        education: random.weighted(&[
            ("none", 6),
            ("primary", 20),
            ("lower_secondary", 13),
            ("vocational", 34),
            ("secondary", 20),
            ("post_secondary", 3),
            ("higher", 4),
        ]),
        labour_status,
        unemployed_since,
        foreign: main_group == "refugee",
        groups,
        disability,
        referred_by: random.weighted(&[
            ("ops", 46),
            ("pup", 27),
            ("own", 12),
            ("ngo", 5),
            ("kis", 4),
            ("pcpr", 4),
            ("treatment", 2),
        ]),
        referral,
        plan: plus_days(entry, -random.between(0, 7)).max(referral),
        entry,
        exit: None,
        exit_kind: "",
        workshops,
        outcome: "",
        outcome_date: None,
        qualification: false,
        education_after: false,
        social_progress: false,
        status_6m: "",
        status_6m_date: None,
        in_project: entry >= date(2023, 4, 1) && random.chance(85),
        jobs: Vec::new(),
        standing: Standing::Whole,
        chosen: false,
    };
    leave(random, &mut stay);
    stay
}

/// How the stay ends and what comes after it.
fn leave(random: &mut Random, stay: &mut Stay) {
    let kind = random.weighted(&[
        ("completed", 49),
        ("early_job", 12),
        ("withdrew", 12),
        ("left", 9),
        ("breach", 8),
        ("health", 4),
        ("moved", 3),
        ("died", 1),
        ("other", 2),
    ]);
    let exit = match kind {
        "completed" if random.chance(60) => plus_days(plus_months(stay.entry, 12), -1),
        "completed" => plus_days(plus_months(stay.entry, random.between(7, 16)), -1),
        "early_job" => plus_days(stay.entry, random.between(95, 330)),
        _ => plus_days(stay.entry, random.between(18, 250)),
    };
    if exit > KEPT_ON {
        return;
    }
    stay.exit = Some(exit);
    stay.exit_kind = kind;
    stay.qualification = random.chance(if stay.completed() { 58 } else { 9 });
    stay.education_after = random.chance(3);
    stay.social_progress = random.chance(if stay.completed() { 82 } else { 30 });
    jobs::find_work(random, stay, exit);
}

/// Age of a person on the day of entry; used to choose people for a defect.
pub(crate) fn age_at_entry(stay: &Stay, person: &Person) -> i64 {
    age_on(person.birth, stay.entry)
}
