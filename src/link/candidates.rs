//! Persons who may be one: proposed with the reason, never merged silently. The project file decides.

use hashbrown::HashMap;

use crate::link::centres::Centres;
use crate::link::persons::Persons;
use crate::link::traits::Traits;
use crate::model::{Finding, Lexicon, Severity, fold};
use crate::validate::{ValidRow, ValidTable, Value};

const NAMES: [&str; 3] = ["first_name", "last_name", "full_name"];

/// So many namesakes are compared each with each; of more, only those that something brings together.
const FEW: usize = 30;

/// X007: two persons with one name and one birth date, nearly the same PESEL, or one centre and no birth
/// date to tell them apart. At least one of them stands in a participants list. Pairs about which the
/// project file has decided are not proposed again.
pub(crate) fn propose(
    tables: &[ValidTable],
    persons: &Persons,
    centres: &Centres,
    findings: &mut Vec<Finding>,
) {
    let traits = Traits::read(tables, persons, centres);
    let named = named(tables, persons);
    let mut pairs = Vec::new();
    for namesakes in named.chunk_by(|one, next| one.0 == next.0) {
        let namesakes: Vec<u32> = namesakes.iter().map(|(_, person)| *person).collect();
        if namesakes.len() <= FEW {
            each_with_each(&namesakes, &mut |one, two| pairs.push((one, two)));
        } else {
            brought_together(&namesakes, &traits, &mut |one, two| {
                if traits.reason(one, two).is_some() {
                    pairs.push((one, two));
                }
            });
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (earlier, later) in pairs {
        let (one, two) = (place(earlier), place(later));
        let participant = persons.is_participant(one) || persons.is_participant(two);
        let Some(reason) = traits.reason(earlier, later) else { continue };
        if !participant || persons.are_different(one, two) {
            continue;
        }
        if let (Some(place), Some(other)) =
            (traits.place(tables, later), traits.place(tables, earlier))
        {
            findings.push(Finding {
                place,
                code: "X007",
                severity: Severity::Warning,
                field: String::new(),
                read: String::new(),
                suggestion: String::new(),
                arguments: vec![("other", other.to_string()), ("reason", reason.to_owned())],
                person: None,
            });
        }
    }
}

fn place(person: u32) -> usize {
    usize::try_from(person).unwrap_or(usize::MAX)
}

/// Persons of an ascending list, the earlier first.
fn each_with_each(persons: &[u32], pair: &mut impl FnMut(u32, u32)) {
    for (index, later) in persons.iter().enumerate() {
        for earlier in persons.iter().take(index) {
            pair(*earlier, *later);
        }
    }
}

/// Pairs of namesakes who share a birth date or nearly share a PESEL, or of whom one has neither; a
/// million pairs that have nothing in common are passed over.
fn brought_together(namesakes: &[u32], traits: &Traits, pair: &mut impl FnMut(u32, u32)) {
    let mut shared: Vec<(u64, u32)> = Vec::with_capacity(namesakes.len());
    let mut pairs_of = |shared: &mut Vec<(u64, u32)>| {
        shared.sort_unstable();
        for group in shared.chunk_by(|one, next| one.0 == next.0).filter(|group| group.len() > 1) {
            let group: Vec<u32> = group.iter().map(|(_, person)| *person).collect();
            each_with_each(&group, pair);
        }
        shared.clear();
    };
    for person in namesakes {
        let births = traits.births(*person);
        shared.extend(births.map(|day| (u64::from(day.number().cast_unsigned()), *person)));
    }
    pairs_of(&mut shared);
    let mut numbers: Vec<(u64, u32)> = Vec::new();
    for person in namesakes {
        numbers.extend(traits.pesels(*person).map(|number| (number, *person)));
    }
    let all_fit = numbers.iter().all(|(number, _)| fits(*number));
    for form in 0..FORMS {
        // Of two numbers that differ by one slip mostly one is wrong, and its control digit says so.
        let may_slip = |number: &&(u64, u32)| !all_fit || may_slip_unseen(number.0, form);
        let slips = numbers.iter().filter(may_slip);
        shared.extend(slips.map(|(number, person)| (alike(*number, form), *person)));
        pairs_of(&mut shared);
    }
    for undated in namesakes.iter().filter(|person| traits.is_undated(**person)) {
        for other in namesakes.iter().filter(|other| *other != undated) {
            pair(*undated.min(other), *undated.max(other));
        }
    }
}

/// One form for each digit that may be wrong, and for each two neighbours that may have changed places.
const FORMS: u32 = 11 + 10;

/// Whether the control digit fits: the digits times 1, 3, 7, 9, 1, 3, 7, 9, 1, 3 and 1 make tens.
fn fits(number: u64) -> bool {
    const WEIGHTS: [u64; 11] = [1, 3, 1, 9, 7, 3, 1, 9, 7, 3, 1];
    let digits = (0..11).map(|position| number / 10_u64.pow(position) % 10);
    digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum::<u64>() % 10 == 0
}

/// Whether a number whose control digit fits can fit again after the slip of a form. One wrong digit
/// never does, because no weight has a divisor in common with ten; two neighbours that changed places
/// do when they differ by five, because all neighbouring weights differ by an even number.
fn may_slip_unseen(number: u64, form: u32) -> bool {
    let digit = |position: u32| number / 10_u64.pow(position) % 10;
    form.checked_sub(11).is_some_and(|position| digit(position).abs_diff(digit(position + 1)) == 5)
}

/// A number of eleven digits in a form that it shares with numbers that differ by one slip: without one
/// digit, or with two neighbours in order.
fn alike(number: u64, form: u32) -> u64 {
    let digit = |position: u32| number / 10_u64.pow(position) % 10;
    match form.checked_sub(11) {
        None => number - digit(form) * 10_u64.pow(form),
        Some(position) => {
            let (low, high) = (digit(position), digit(position + 1));
            let unit = 10_u64.pow(position);
            number - (low + high * 10) * unit + (low.min(high) + low.max(high) * 10) * unit
        }
    }
}

/// The names of persons: number of the name and person, sorted, each once.
fn named(tables: &[ValidTable], persons: &Persons) -> Vec<(u32, u32)> {
    let mut names = Lexicon::default();
    let mut named = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        if !NAMES.iter().any(|field| table.has(field)) {
            continue;
        }
        // Names as written, by the numbers of their words: thousands of persons share them.
        let mut known: HashMap<[Value; 3], Option<u32>> = HashMap::new();
        for (row, person) in persons.of_rows(index, table.rows()) {
            let Some(person) = person.and_then(|person| u32::try_from(person).ok()) else {
                continue;
            };
            let written = NAMES.map(|field| table.value(row, field));
            let number = *known
                .entry(written)
                .or_insert_with(|| name(table, row).map(|name| names.add(&name)));
            named.extend(number.map(|name| (name, person)));
        }
    }
    named.sort_unstable();
    named.dedup();
    named
}

/// First and last name as a set of words: `Nowak Anna` is `Anna Nowak`. One word alone is no name.
fn name(table: &ValidTable, row: ValidRow) -> Option<String> {
    let written: Vec<&str> = NAMES.iter().filter_map(|field| table.text(row, field)).collect();
    let folded = fold(&written.join(" ")).replace('-', " ");
    let mut words: Vec<&str> = folded.split(' ').filter(|word| word.len() > 1).collect();
    words.sort_unstable();
    words.dedup();
    (words.len() > 1).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::traits::nearly;

    #[test]
    fn a_slip_that_the_control_digit_does_not_see_is_never_passed_over() {
        // 4·1+4·3+0·7+5·9+1·1+4·3+0·7+1·9+3·1+5·3+9·1 = 110.
        assert!(fits(44_051_401_359) && !fits(44_051_401_358));
        let mut number = 44_051_401_359_u64;
        let mut unseen = 0;
        for _ in 0..3_000 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let pesel = (number >> 20) % 100_000_000_000;
            let slips = (0..11).flat_map(|position| {
                let digit = pesel / 10_u64.pow(position) % 10;
                let without = pesel - digit * 10_u64.pow(position);
                (0..10).map(move |other| without + other * 10_u64.pow(position))
            });
            let swaps = (0..10).map(|position| {
                let unit = 10_u64.pow(position);
                let (low, high) = (pesel / unit % 10, pesel / unit / 10 % 10);
                pesel - (low + high * 10) * unit + (high + low * 10) * unit
            });
            for other in slips.chain(swaps).filter(|other| nearly(pesel, *other)) {
                if fits(pesel) && fits(other) {
                    unseen += 1;
                    let found = (0..FORMS).any(|form| {
                        may_slip_unseen(pesel, form)
                            && may_slip_unseen(other, form)
                            && alike(pesel, form) == alike(other, form)
                    });
                    assert!(found, "{pesel:011} {other:011}");
                }
            }
        }
        assert!(unseen > 100, "{unseen}");
    }

    #[test]
    fn numbers_that_differ_by_one_slip_share_a_form_and_others_do_not() {
        let number = 44_051_401_359;
        let share = |other| (0..FORMS).any(|form| alike(number, form) == alike(other, form));
        for other in [
            44_051_401_358,
            54_051_401_359,
            44_051_901_359,
            44_015_401_359,
            44_051_401_395,
            44_501_401_359,
        ] {
            assert!(nearly(number, other) && share(other), "{other}");
        }
        for other in [44_051_491_350, 44_051_401_593, 55_051_401_359] {
            assert!(!nearly(number, other) && !share(other), "{other}");
        }
    }
}
