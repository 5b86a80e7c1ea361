//! The values of one field, row after row.

use crate::validate::Value;

/// Values by the places of their rows. Columns repeat themselves, so every value that was read stands
/// here once and a row is four bytes: the number of its value.
#[derive(Clone, Debug, Default)]
pub(crate) struct ValueColumn {
    values: Vec<Value>,
    rows: Vec<u32>,
}

impl ValueColumn {
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

    /// The value of the row at a place.
    pub(crate) fn get(&self, position: u32) -> Option<Value> {
        self.value(self.number(position)?)
    }

    /// The number of the value of the row at a place.
    pub(crate) fn number(&self, position: u32) -> Option<u32> {
        self.rows.get(usize::try_from(position).ok()?).copied()
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
        let row = usize::try_from(position).ok().and_then(|position| self.rows.get_mut(position));
        if let Some(row) = row {
            *row = number;
        }
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
}
