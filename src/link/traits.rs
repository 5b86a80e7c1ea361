//! What is known of persons for comparing them, a few bytes each.

use crate::link::centres::Centres;
use crate::link::persons::Persons;
use crate::model::{Day, Place};
use crate::validate::{ValidRow, ValidTable, Value};

/// Birth dates, PESELs and centres of all persons, and where each stands first.
#[derive(Default)]
pub(crate) struct Traits {
    births: Several<Day>,
    pesels: Several<u64>,
    centres: Several<u32>,
    first: Vec<Option<(u32, ValidRow)>>,
}

impl Traits {
    pub(crate) fn read(tables: &[ValidTable], persons: &Persons, centres: &Centres) -> Self {
        let mut traits = Self::default();
        for (number, table) in (0_u32..).zip(tables) {
            let index = usize::try_from(number).unwrap_or(usize::MAX);
            let of_rows = centres.of_rows(table);
            let (births, pesels) = (table.values_of("birth_date"), table.values_of("pesel"));
            for (row, person) in persons.of_rows(index, table.rows()) {
                let Some(person) = person else { continue };
                if person >= traits.first.len() {
                    traits.first.resize(person + 1, None);
                }
                if let Some(first) = traits.first.get_mut(person) {
                    first.get_or_insert((number, row));
                }
                if let Some(Value::Day(day)) = births.and_then(|days| days.get(row.position)) {
                    traits.births.add(person, day);
                }
                if let Some(centre) = of_rows.get(row.place()).copied().flatten() {
                    traits.centres.add(person, centre);
                }
                let pesel = pesels.and_then(|pesels| pesels.get(row.position));
                if let Some(Value::Pesel(number)) = pesel {
                    traits.pesels.add(person, number);
                }
            }
        }
        traits.births.close();
        traits.pesels.close();
        traits.centres.close();
        traits
    }

    pub(crate) fn births(&self, person: u32) -> impl Iterator<Item = Day> {
        self.births.of(person)
    }

    pub(crate) fn pesels(&self, person: u32) -> impl Iterator<Item = u64> {
        self.pesels.of(person)
    }

    /// Whether neither a birth date nor a number tells the person apart.
    pub(crate) fn is_undated(&self, person: u32) -> bool {
        self.births(person).next().is_none() && self.pesels(person).next().is_none()
    }

    /// Why two namesakes may be one person; the message id of the reason.
    pub(crate) fn reason(&self, one: u32, two: u32) -> Option<&'static str> {
        if self.pesels(one).any(|left| self.pesels(two).any(|right| nearly(left, right))) {
            return Some("same-person-pesel");
        }
        if self.births(one).any(|left| self.births(two).any(|right| left == right)) {
            return Some("same-person-birth-date");
        }
        let undated = self.is_undated(one) || self.is_undated(two);
        let mut centres = self.centres.of(one);
        let together =
            undated && centres.any(|left| self.centres.of(two).any(|right| left == right));
        together.then_some("same-person-centre")
    }

    /// Where a person stands first.
    pub(crate) fn place(&self, tables: &[ValidTable], person: u32) -> Option<Place> {
        let (table, row) = (*self.first.get(usize::try_from(person).ok()?)?)?;
        tables.get(usize::try_from(table).ok()?).map(|table| table.row_place(row))
    }
}

/// Values of persons: nearly everybody has one and the same everywhere, a few have several.
struct Several<T> {
    first: Vec<Option<T>>,
    more: Vec<(u32, T)>,
}

impl<T> Default for Several<T> {
    fn default() -> Self {
        Self { first: Vec::new(), more: Vec::new() }
    }
}

impl<T: Copy + Ord> Several<T> {
    fn add(&mut self, person: usize, value: T) {
        if person >= self.first.len() {
            self.first.resize(person + 1, None);
        }
        match self.first.get_mut(person) {
            Some(first @ None) => *first = Some(value),
            Some(Some(first)) if *first == value => {}
            _ => self.more.push((u32::try_from(person).unwrap_or(u32::MAX), value)),
        }
    }

    fn close(&mut self) {
        self.more.sort_unstable();
        self.more.dedup();
    }

    fn of(&self, person: u32) -> impl Iterator<Item = T> {
        let first = usize::try_from(person).ok().and_then(|place| *self.first.get(place)?);
        let start = self.more.partition_point(|(known, _)| *known < person);
        let more = self.more.iter().skip(start).take_while(move |(known, _)| *known == person);
        first.into_iter().chain(more.map(|(_, value)| *value))
    }
}

/// Whether two numbers of eleven digits differ in one digit or in two neighbours that changed places.
pub(crate) fn nearly(left: u64, right: u64) -> bool {
    let mut different = [0_u32; 2];
    let mut count = 0;
    let digit = |number: u64, position: u32| number / 10_u64.pow(position) % 10;
    for position in 0..11 {
        if digit(left, position) != digit(right, position) {
            let Some(place) = different.get_mut(count) else { return false };
            *place = position;
            count += 1;
        }
    }
    let [first, second] = different;
    match count {
        1 => true,
        2 => {
            second - first == 1
                && digit(left, first) == digit(right, second)
                && digit(left, second) == digit(right, first)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_pesel_is_one_digit_or_two_neighbours() {
        assert!(nearly(44_051_401_359, 44_051_401_358));
        assert!(nearly(44_051_401_359, 44_015_401_359));
        assert!(!nearly(44_051_401_359, 44_051_401_359));
        assert!(!nearly(44_051_401_359, 44_051_491_350));
    }

    #[test]
    fn a_person_may_have_several_values_each_once() {
        let mut several = Several::default();
        for (person, value) in [(2, 'b'), (0, 'x'), (2, 'a'), (2, 'b'), (2, 'a')] {
            several.add(person, value);
        }
        several.close();
        let of = |person| several.of(person).collect::<String>();
        assert_eq!([of(0), of(1), of(2), of(3)], ["x", "", "ba", ""]);
    }
}
