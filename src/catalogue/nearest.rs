//! "Did you mean": the known word that a misspelt one resembles.

/// The most similar of the known words, or `None` when nothing is similar enough to be meant.
pub fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let given = given.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for word in known {
        let likeness = strsim::jaro_winkler(&given, &word.to_lowercase());
        // The first of equals stays, so the answer does not depend on anything but the list.
        if likeness >= 0.8 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, word));
        }
    }
    best.map(|(_, word)| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_word_finds_its_neighbour_and_nonsense_finds_nothing() {
        let known = ["ministry", "mayor", "cluster"];
        assert_eq!(nearest("minstry", known).as_deref(), Some("ministry"));
        assert_eq!(nearest("Mayr", known).as_deref(), Some("mayor"));
        assert_eq!(nearest("zzz", known), None);
    }
}
