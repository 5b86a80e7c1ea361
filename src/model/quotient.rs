//! An exact number that need not be whole: it is divided once, when it is shown.

/// Numerator ÷ denominator; undefined over 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quotient {
    /// What is divided.
    pub numerator: i128,
    /// By what.
    pub denominator: i128,
}

impl Quotient {
    /// Numerator ÷ denominator.
    pub fn new(numerator: impl Into<i128>, denominator: impl Into<i128>) -> Self {
        Self { numerator: numerator.into(), denominator: denominator.into() }
    }

    /// This number ÷ another one; `None` when the parts are too large.
    pub fn divided_by(self, other: Self) -> Option<Self> {
        Some(Self {
            numerator: self.numerator.checked_mul(other.denominator)?,
            denominator: self.denominator.checked_mul(other.numerator)?,
        })
    }

    /// This number times a whole one; `None` when it is too large.
    pub fn times(self, factor: i128) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_mul(factor)?, ..self })
    }

    /// This number − another one; `None` when the parts are too large.
    pub fn minus(self, other: Self) -> Option<Self> {
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        let denominator = self.denominator.checked_mul(other.denominator)?;
        Some(Self { numerator: left.checked_sub(right)?, denominator })
    }

    /// The nearest floating-point number. The whole part and the rest are divided apart, so that large
    /// numbers lose no digit.
    pub fn value(self) -> Option<f64> {
        let whole = i64::try_from(self.numerator.checked_div(self.denominator)?).ok()?;
        let rest = self.numerator % self.denominator;
        Some(near(whole.into()) + near(rest) / near(self.denominator))
    }

    /// The nearest whole number, half away from zero.
    pub fn rounded(self) -> Option<i64> {
        let (size, by) = (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        let twice = size.checked_mul(2)?.checked_add(by)?;
        let rounded = i64::try_from(twice.checked_div(by.checked_mul(2)?)?).ok()?;
        Some(if (self.numerator < 0) == (self.denominator < 0) { rounded } else { -rounded })
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "sums stay far below 2^53; of rests a quotient is taken"
)]
fn near(number: i128) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_rounded_half_away_from_zero() {
        let rounded =
            |numerator: i64, denominator: i64| Quotient::new(numerator, denominator).rounded();
        assert_eq!([rounded(5, 2), rounded(-5, 2), rounded(5, -2)], [Some(3), Some(-3), Some(-3)]);
        assert_eq!([rounded(7, 3), rounded(0, 7), rounded(1, 0)], [Some(2), Some(0), None]);
    }

    #[test]
    fn large_sums_of_small_parts_keep_their_digits() {
        // 53 099.943256 zł in parts of 10^-11 grosz, as many as make a grosz.
        let sum = Quotient::new(530_999_432_560_000_000_i64, 100_000_000_000_i64);
        assert_eq!(sum.value(), Some(5_309_994.325_6));
        let huge = Quotient { numerator: i128::MAX, denominator: 1 };
        assert_eq!((huge.times(2), huge.value()), (None, None));
    }

    #[test]
    fn the_degree_of_35_planned_40_is_87_and_a_half_percent() {
        // https://rpo.lodzkie.pl/czesto-zadawane-pytania/ (item 70); worked example WE-01.
        let degree = Quotient::new(35, 1).divided_by(Quotient::new(40, 1)).unwrap();
        assert_eq!(degree.times(100).unwrap().value(), Some(87.5));
    }
}
