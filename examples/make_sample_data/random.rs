//! A small seeded source of chance (`SplitMix64`, public domain), so that every run makes the same bytes.

/// The state of the generator.
pub(crate) struct Random(u64);

impl Random {
    /// Starts at a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high.saturating_sub(low).saturating_add(1).max(1).unsigned_abs();
        low.saturating_add_unsigned(self.next() % width)
    }

    /// True in `percent` of a hundred cases.
    pub(crate) fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of the words.
    pub(crate) fn pick(&mut self, words: &[&'static str]) -> &'static str {
        let last = i64::try_from(words.len()).unwrap_or(1).saturating_sub(1);
        let at = usize::try_from(self.between(0, last)).unwrap_or_default();
        words.get(at).copied().unwrap_or_default()
    }

    /// One of the words, by weight.
    pub(crate) fn weighted(&mut self, words: &[(&'static str, i64)]) -> &'static str {
        let sum: i64 = words.iter().map(|(_, weight)| weight).sum();
        let mut left = self.between(1, sum);
        for (word, weight) in words {
            left -= weight;
            if left <= 0 {
                return word;
            }
        }
        ""
    }
}
