//! The checks A1–A12 of eu-funds.md 2.1, one function each, over one cell.

use crate::indicators::plausibility::population::{Left, Population};
use crate::indicators::plausibility::sets::{Behind, Cell, Persons, Sets, twice, without};
use crate::model::{AggregateCheck, Quantity, QuantityKind, Relation, Sex, Verdict};

/// Output indicators, then result indicators.
pub(super) const CODES: [&str; 23] = [
    "EECO01", "EECO02", "EECO03", "EECO04", "EECO05", "EECO06", "EECO07", "EECO08", "EECO09",
    "EECO10", "EECO11", "EECO12", "EECO13", "EECO14", "EECO15", "EECO16", "EECO17", "EECR01",
    "EECR02", "EECR03", "EECR04", "EECR05", "EECR06",
];
const STATUS: [&str; 3] = ["EECO02", "EECO04", "EECO05"];
const EDUCATION: [&str; 3] = ["EECO09", "EECO10", "EECO11"];
const AGE: [&str; 3] = ["EECO06", "EECO07", "EECO08"];
/// Sums that the transmitted tables hold beside their parts (TOD table 6).
const COMBINED: [&[&str]; 5] = [
    &["EECO02", "EECO04"],
    &["EECO02", "EECO05"],
    &["EECO02", "EECO04", "EECO05"],
    &["EECO06", "EECO07"],
    &["EECO10", "EECO11"],
];
/// Results and the outputs that they refer to (eu-funds.md 1.4, TOD table 10).
const REFERENCE: [(&str, &[&str]); 6] = [
    ("EECR01", &["EECO04"]),
    ("EECR02", &["EECO01"]),
    ("EECR03", &["EECO01"]),
    ("EECR04", &["EECO02", "EECO04"]),
    ("EECR05", &["EECO02", "EECO04"]),
    ("EECR06", &["EECO05"]),
];

/// What the checks of a cell look at.
pub(super) struct Looked<'a> {
    pub(super) cell: &'a Cell,
    /// The period.
    pub(super) period: &'a Sets,
    /// From the beginning to the end of the period.
    pub(super) whole: &'a Sets,
    /// From the beginning to the day before the period.
    pub(super) before: &'a Sets,
    pub(super) population: &'a Population,
}

impl Looked<'_> {
    /// All checks of the cell.
    pub(super) fn checks(&self) -> Vec<AggregateCheck> {
        let mut checks = vec![self.status_sum(), self.one_status(), self.long_term()];
        checks.extend(COMBINED.iter().map(|codes| self.combined(codes)));
        checks.extend(REFERENCE.iter().map(|(result, outputs)| self.reference(result, outputs)));
        checks.extend(REFERENCE.iter().map(|(result, _)| self.at_most_all(result)));
        if self.cell.1 == Sex::All {
            checks.extend(CODES.iter().map(|code| self.sexes(code)));
        }
        checks.extend([self.education(), self.age(), self.exclusive()]);
        checks.extend(self.of_leavers());
        checks.extend(CODES.iter().map(|code| self.never_falls(code)));
        checks
    }

    /// A1: unemployed + inactive + employed = participants. Incomplete records count in the grand total
    /// alone (2.2 R2) and so are not among them.
    fn status_sum(&self) -> AggregateCheck {
        let complete = self.complete();
        let left = self.quantity(QuantityKind::Sum, &STATUS, self.period.sum(&STATUS, self.cell));
        let right = self.quantity(QuantityKind::Complete, &["EECO01"], count(&complete));
        self.check(1, left, Relation::Equal, right, || self.not_in_one(&STATUS, &complete))
    }

    /// A2: exactly one labour status a person.
    fn one_status(&self) -> AggregateCheck {
        let complete = self.complete();
        let wrong = self.not_in_one(&STATUS, &complete);
        let one = complete.keys().filter(|person| !wrong.contains_key(person)).count();
        let left = self.quantity(QuantityKind::OneStatus, &STATUS, number(one));
        let right = self.quantity(QuantityKind::Complete, &["EECO01"], count(&complete));
        self.check(2, left, Relation::Equal, right, || wrong)
    }

    /// A3: long-term unemployed ≤ unemployed.
    fn long_term(&self) -> AggregateCheck {
        let [long_term, unemployed] =
            ["EECO03", "EECO02"].map(|code| self.period.of(code, self.cell));
        let left = self.quantity(QuantityKind::Sum, &["EECO03"], long_term.value);
        let right = self.quantity(QuantityKind::Sum, &["EECO02"], unemployed.value);
        self.check(3, left, Relation::AtMost, right, || {
            without(&long_term.success, &unemployed.success)
        })
    }

    /// A4: persons in any of some indicators = the sum of these indicators.
    fn combined(&self, codes: &[&'static str]) -> AggregateCheck {
        let union = count(&self.period.union(codes, self.cell));
        let left = self.quantity(QuantityKind::Union, codes, union);
        let right = self.quantity(QuantityKind::Sum, codes, self.period.sum(codes, self.cell));
        self.check(4, left, Relation::Equal, right, || self.period.in_several(codes, self.cell))
    }

    /// A5: a result ≤ the outputs that it refers to, both from the beginning: whoever leaves in a period may
    /// have entered before it.
    fn reference(&self, result: &'static str, outputs: &[&'static str]) -> AggregateCheck {
        let achieved = self.whole.of(result, self.cell);
        let referred = self.whole.union(outputs, self.cell);
        let left = self.quantity(QuantityKind::Cumulative, &[result], achieved.value);
        let right = self.quantity(QuantityKind::CumulativeUnion, outputs, count(&referred));
        self.check(5, left, Relation::AtMost, right, || without(&achieved.success, &referred))
    }

    /// A6: a result in percent ≤ 100.
    fn at_most_all(&self, result: &'static str) -> AggregateCheck {
        let standing = self.period.of(result, self.cell);
        let left = self.quantity(QuantityKind::Sum, &[result], standing.value);
        let right = self.quantity(QuantityKind::Base, &[result], standing.counted);
        self.check(6, left, Relation::AtMost, right, || standing.more_than_one.clone())
    }

    /// A7: women + men + persons whose sex is not known = total.
    fn sexes(&self, code: &'static str) -> AggregateCheck {
        let of = |sex| self.period.of(code, &(self.cell.0.clone(), sex));
        let parts = [Sex::K, Sex::M, Sex::Unknown].map(of);
        let sum = parts.iter().map(|standing| standing.value).sum();
        let left = self.quantity(QuantityKind::Sexes, &[code], sum);
        let whole = self.period.of(code, self.cell);
        let right = self.quantity(QuantityKind::Sum, &[code], whole.value);
        self.check(7, left, Relation::Equal, right, || {
            let mut wrong = twice(parts.iter().map(|standing| &standing.success));
            // Whoever succeeds in a sex and not in all, or the other way round.
            let mut seen = Persons::new();
            seen.extend(parts.iter().flat_map(|standing| &standing.success));
            wrong.extend(without(&seen, &whole.success));
            wrong.extend(without(&whole.success, &seen));
            wrong
        })
    }

    /// A8: the levels of education ≤ participants; equal where the education of all is known, as it is of
    /// complete records.
    fn education(&self) -> AggregateCheck {
        let complete = self.complete();
        let sum = self.period.sum(&EDUCATION, self.cell);
        let left = self.quantity(QuantityKind::Sum, &EDUCATION, sum);
        let right = self.quantity(QuantityKind::Complete, &["EECO01"], count(&complete));
        self.check(8, left, Relation::Equal, right, || self.not_in_one(&EDUCATION, &complete))
    }

    /// A9: the age groups ≤ participants; ages 30–54 are in none.
    fn age(&self) -> AggregateCheck {
        let left = self.quantity(QuantityKind::Sum, &AGE, self.period.sum(&AGE, self.cell));
        let all = self.period.of("EECO01", self.cell);
        let right = self.quantity(QuantityKind::Sum, &["EECO01"], all.value);
        self.check(9, left, Relation::AtMost, right, || {
            let mut wrong = self.period.in_several(&AGE, self.cell);
            wrong.extend(without(&self.period.union(&AGE, self.cell), &all.success));
            wrong
        })
    }

    /// A10: job-seeking + employed upon leaving ≤ participants who left: nobody is both.
    fn exclusive(&self) -> AggregateCheck {
        let codes = ["EECR01", "EECR04"];
        let left = self.quantity(QuantityKind::Sum, &codes, self.period.sum(&codes, self.cell));
        let leavers = self.leavers(|left| &left.all);
        let right = self.quantity(QuantityKind::Left, &[], count(&leavers));
        self.check(10, left, Relation::AtMost, right, || self.period.in_several(&codes, self.cell))
    }

    /// A11: employed upon leaving ≤ unemployed and inactive who left; job-seeking ≤ inactive who left.
    fn of_leavers(&self) -> [AggregateCheck; 2] {
        let one = |code, kind, persons: Persons| {
            let standing = self.period.of(code, self.cell);
            let left = self.quantity(QuantityKind::Sum, &[code], standing.value);
            let right = self.quantity(kind, &[], count(&persons));
            self.check(11, left, Relation::AtMost, right, || without(&standing.success, &persons))
        };
        [
            one("EECR04", QuantityKind::LeftOutOfWork, self.leavers(|left| &left.out_of_work)),
            one("EECR01", QuantityKind::LeftInactive, self.leavers(|left| &left.inactive)),
        ]
    }

    /// A12: a cumulative value never falls, unless a correction is logged. Both values are of what is known
    /// today, so it falls only where the later participation of a person stands for an earlier one
    /// (2.2 R7): the finding that names these persons is the log.
    fn never_falls(&self, code: &'static str) -> AggregateCheck {
        let [now, then] = [self.whole, self.before].map(|sets| sets.of(code, self.cell));
        let left = self.quantity(QuantityKind::Cumulative, &[code], now.value);
        let right = self.quantity(QuantityKind::CumulativeBefore, &[code], then.value);
        let mut check =
            self.check(12, left, Relation::AtLeast, right, || without(&then.success, &now.success));
        let came_back = |person: &i64| {
            now.chosen.get(person).is_some_and(|known| then.chosen.get(person) != Some(known))
        };
        let lost = without(&then.success, &now.success);
        if check.verdict == Verdict::Fails && !lost.is_empty() && lost.keys().all(came_back) {
            check.verdict = Verdict::Explained;
        }
        check
    }

    /// Persons who entered in the period and for whom a complete record stands.
    fn complete(&self) -> Persons {
        let entered = &self.period.of("EECO01", self.cell).success;
        let is_complete = |participation: i64| self.population.missing(participation).is_empty();
        entered
            .iter()
            .filter(|(_, participation)| is_complete(**participation))
            .map(|(person, participation)| (*person, *participation))
            .collect()
    }

    fn leavers(&self, pick: fn(&Left) -> &Persons) -> Persons {
        self.population.left(self.cell).map(pick).cloned().unwrap_or_default()
    }

    /// Persons who should stand in exactly one of the figures and do not.
    fn not_in_one(&self, codes: &[&str], expected: &Persons) -> Behind {
        let union = self.period.union(codes, self.cell);
        let mut wrong = self.period.in_several(codes, self.cell);
        wrong.extend(without(expected, &union));
        wrong.extend(without(&union, expected));
        wrong
    }

    #[expect(clippy::unused_self, reason = "reads as a sentence beside `check`")]
    fn quantity(&self, kind: QuantityKind, codes: &[&'static str], value: i64) -> Quantity {
        Quantity { kind, codes: codes.to_vec(), value }
    }

    fn check(
        &self,
        rule: u8,
        left: Quantity,
        relation: Relation,
        right: Quantity,
        behind: impl FnOnce() -> Behind,
    ) -> AggregateCheck {
        let agrees = AggregateCheck::numbers_agree(left.value, relation, right.value);
        let participations =
            if agrees { Vec::new() } else { behind().into_values().flatten().collect() };
        AggregateCheck {
            rule,
            centre: self.cell.0.clone(),
            sex: self.cell.1,
            left,
            relation,
            right,
            verdict: if agrees { Verdict::Holds } else { Verdict::Fails },
            participations,
        }
    }
}

fn count(persons: &Persons) -> i64 {
    number(persons.len())
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
