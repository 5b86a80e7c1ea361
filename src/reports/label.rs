//! What a reader sees in place of a code.

use crate::catalogue::Texts;

/// The name of a category of a dimension: `group`, `homeless`; also of `sex`, `payer`,
/// `benefit_kind`. A code without a text shows as it is: names of places are such codes.
pub fn label(texts: &Texts, dimension: &str, category: &str) -> String {
    let id = match category {
        "?" => "category-missing".to_owned(),
        "*" => "reports-all".to_owned(),
        // Fluent ids hold no plus sign.
        _ => format!("{dimension}-{}", category.replace('+', "plus")),
    };
    if texts.has(&id) { texts.text(&id) } else { category.to_owned() }
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
