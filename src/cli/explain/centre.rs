//! What centres bring into a figure, with the cells of their finance tables.

use crate::catalogue::{Argument, Indicator};
use crate::cli::console::{Console, clean};
use crate::cli::explain::figure::reason;
use crate::cli::number;
use crate::cli::wrapping::wrapped;
use crate::pipeline::ExplainedCentre;

/// The centres, each with the rows behind its amount; nothing where a figure is of people alone.
pub(crate) fn lines(
    centres: &[ExplainedCentre],
    indicator: &Indicator,
    console: &Console,
) -> Vec<String> {
    if centres.is_empty() {
        return Vec::new();
    }
    let texts = &console.texts;
    let mut lines = vec![console.heading(&texts.text("cli-explain-centres"))];
    for centre in centres {
        let gaps: [(&str, Argument); 3] = [
            ("centre", clean(&centre.centre).into()),
            ("amount", number::zloty(centre.numerator, texts).into()),
            ("reason", reason(indicator, &centre.reason, texts).into()),
        ];
        lines.push(wrapped(&format!("  {}", texts.fill("cli-explain-centre", &gaps)), 2));
        for amount in &centre.amounts {
            let cells: Vec<String> =
                amount.cells.iter().map(|place| clean(&place.to_string())).collect();
            let gaps: [(&str, Argument); 5] = [
                ("cell", cells.join(", ").into()),
                ("category", texts.label("finance_category", &amount.category).into()),
                ("side", texts.label("plan_or_execution", &amount.side).into()),
                ("period", amount.period.as_str().into()),
                ("amount", number::zloty(amount.grosze, texts).into()),
            ];
            let line = texts.fill("cli-explain-centre-amount", &gaps);
            lines.push(wrapped(&format!("    {line}"), 2));
        }
    }
    lines.push(String::new());
    lines
}
