//! What a reader sees in place of a code.

use crate::catalogue::Texts;

/// The name of a category of a dimension, as [`Texts::label`] gives it.
pub fn label(texts: &Texts, dimension: &str, category: &str) -> String {
    texts.label(dimension, category)
}

#[cfg(test)]
mod tests {
    use crate::catalogue::embedded_texts;
    use crate::model::Language;

    use super::*;

    #[test]
    fn a_code_without_a_text_shows_as_it_is() {
        let texts = embedded_texts(Language::Polish).unwrap();
        assert_eq!(label(&texts, "gmina", "Nowa Wieś"), "Nowa Wieś");
        assert_eq!(label(&texts, "group", "*"), "Razem");
    }
}
