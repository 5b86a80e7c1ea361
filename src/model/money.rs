//! Money in whole grosze. It is never a float.

use std::fmt;
use std::ops::AddAssign;

use serde::{Serialize, Serializer};

/// An amount in grosze (1/100 zł); displayed as zł with a dot and two decimals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Grosze(pub i64);

impl Grosze {
    /// Reads what `Display` writes: `1490.64`.
    pub fn parse(text: &str) -> Option<Self> {
        let (zloty, grosze) = text.split_once('.').filter(|(_, grosze)| grosze.len() == 2)?;
        format!("{zloty}{grosze}").parse().ok().map(Self)
    }
}

impl AddAssign for Grosze {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl fmt::Display for Grosze {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let amount = self.0.unsigned_abs();
        write!(formatter, "{sign}{}.{:02}", amount / 100, amount % 100)
    }
}

impl Serialize for Grosze {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_zloty_and_grosze() {
        assert_eq!(Grosze(149_064).to_string(), "1490.64");
        assert_eq!(Grosze(-5).to_string(), "-0.05");
        assert_eq!(Grosze::parse("1490.64"), Some(Grosze(149_064)));
        assert_eq!(Grosze::parse("-0.05"), Some(Grosze(-5)));
        assert_eq!(Grosze::parse("1490"), None);
    }
}
