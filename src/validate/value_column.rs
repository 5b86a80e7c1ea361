//! The values of one field, row after row.

use crate::validate::Value;

/// Values by the places of their rows. Columns repeat themselves, so every value that was read stands
/// here once and a row is the number of its value, in one, two or four bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct ValueColumn {
    values: Vec<Value>,
    rows: Numbers,
}

/// Numbers in as many bytes as the largest of them needs.
#[derive(Clone, Debug)]
enum Numbers {
    Small(Vec<u8>),
    Middle(Vec<u16>),
    Large(Vec<u32>),
}

impl Default for Numbers {
    fn default() -> Self {
        Self::Small(Vec::new())
    }
}

impl Numbers {
    fn get(&self, place: usize) -> Option<u32> {
        match self {
            Self::Small(list) => list.get(place).map(|number| (*number).into()),
            Self::Middle(list) => list.get(place).map(|number| (*number).into()),
            Self::Large(list) => list.get(place).copied(),
        }
    }

    /// Makes numbers up to `largest` fit.
    fn widen(&mut self, largest: u32) {
        *self = match self {
            Self::Small(list) if u8::try_from(largest).is_err() => {
                Self::Middle(list.iter().map(|number| (*number).into()).collect())
            }
            Self::Middle(list) if u16::try_from(largest).is_err() => {
                Self::Large(list.iter().map(|number| (*number).into()).collect())
            }
            _ => return,
        };
        self.widen(largest);
    }

    fn push(&mut self, number: u32) {
        self.widen(number);
        match self {
            Self::Small(list) => list.extend(u8::try_from(number).ok()),
            Self::Middle(list) => list.extend(u16::try_from(number).ok()),
            Self::Large(list) => list.push(number),
        }
    }

    fn set(&mut self, place: usize, number: u32) {
        self.widen(number);
        match self {
            Self::Small(list) => put(list, place, u8::try_from(number).ok()),
            Self::Middle(list) => put(list, place, u16::try_from(number).ok()),
            Self::Large(list) => put(list, place, Some(number)),
        }
    }

    fn shrink(&mut self) {
        match self {
            Self::Small(list) => list.shrink_to_fit(),
            Self::Middle(list) => list.shrink_to_fit(),
            Self::Large(list) => list.shrink_to_fit(),
        }
    }
}

fn put<T>(list: &mut [T], place: usize, number: Option<T>) {
    if let (Some(old), Some(number)) = (list.get_mut(place), number) {
        *old = number;
    }
}

impl ValueColumn {
    /// A column of so many rows without a value.
    pub(crate) fn missing(rows: usize) -> Self {
        Self { values: vec![Value::Missing], rows: Numbers::Small(vec![0; rows]) }
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        match &self.rows {
            Numbers::Small(list) => list.len(),
            Numbers::Middle(list) => list.len(),
            Numbers::Large(list) => list.len(),
        }
    }

    /// The number of a further value.
    pub(crate) fn add(&mut self, value: Value) -> u32 {
        let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.values.push(value);
        number
    }

    /// Gives the next row the value of a number.
    pub(crate) fn push(&mut self, number: u32) {
        self.rows.push(number);
    }

    /// Gives back memory that was kept for further rows.
    pub(crate) fn shrink(&mut self) {
        self.values.shrink_to_fit();
        self.rows.shrink();
    }

    /// The value of the row at a place.
    pub(crate) fn get(&self, position: u32) -> Option<Value> {
        self.value(self.number(position)?)
    }

    /// The number of the value of the row at a place.
    pub(crate) fn number(&self, position: u32) -> Option<u32> {
        self.rows.get(usize::try_from(position).ok()?)
    }

    /// The value of a number.
    pub(crate) fn value(&self, number: u32) -> Option<Value> {
        self.values.get(usize::try_from(number).ok()?).copied()
    }

    /// Every value, by its number; one may stand here twice, and one that no row has any more stays.
    pub(crate) fn values(&self) -> &[Value] {
        &self.values
    }

    /// Puts another value into the row at a place.
    pub(crate) fn set(&mut self, position: u32, value: Value) {
        let last = self.values.len().checked_sub(1).and_then(|last| u32::try_from(last).ok());
        let number = match last.filter(|last| self.value(*last) == Some(value)) {
            Some(last) => last,
            None => self.add(value),
        };
        self.rows.set(usize::try_from(position).unwrap_or(usize::MAX), number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_is_set_leaves_the_other_rows_alone() {
        let mut column = ValueColumn::default();
        let number = column.add(Value::Flag(true));
        for _ in 0..3 {
            column.push(number);
        }
        column.set(1, Value::Missing);
        column.set(2, Value::Missing);
        column.set(7, Value::Missing);
        let values: Vec<_> = (0..4).map(|position| column.get(position)).collect();
        let missing = Some(Value::Missing);
        assert_eq!(values, [Some(Value::Flag(true)), missing, missing, None]);
        assert_eq!(column.values().len(), 2);
    }

    #[test]
    fn numbers_grow_with_the_values() {
        let mut column = ValueColumn::default();
        for count in 0..70_000 {
            let number = column.add(Value::Grosze(count));
            column.push(number);
            if [200, 300, 69_000].contains(&count) {
                assert_eq!(column.get(150), Some(Value::Grosze(150)));
            }
        }
        column.set(255, Value::Missing);
        let at = [0, 254, 255, 256, 65_535, 65_536, 69_999].map(|row| column.get(row));
        let amounts =
            [0, 254, 0, 256, 65_535, 65_536, 69_999].map(|amount| Some(Value::Grosze(amount)));
        assert_eq!(at[2], Some(Value::Missing));
        assert_eq!((&at[..2], &at[3..]), (&amounts[..2], &amounts[3..]));
    }
}
