//! The result of a run as one JSON document.

use serde_json::{Value, json};

use crate::cli::findings;
use crate::cli::run::Finished;
use crate::model::{
    Emptiness, Finding, FindingWorth, Language, Magnitude, Movement, Numerals, Worths,
};

/// The document, with a line for every value.
pub(crate) fn document(finished: &Finished<'_>) -> String {
    let (outcome, settings) = (finished.outcome, finished.settings);
    let counts = findings::by_severity(&outcome.findings);
    let ranks = outcome.worths.ranks(&outcome.findings);
    let counts: serde_json::Map<String, Value> =
        counts.iter().map(|(severity, count)| (severity.code().to_owned(), json!(count))).collect();
    let document = json!({
        "command": finished.command,
        "exit_code": finished.exit.code(),
        "period": settings.period,
        "as_of": settings.as_of,
        "folder": finished.folder.as_ref().map(|folder| folder.to_string_lossy()),
        "files": outcome.files.iter().map(|file| &file.path).collect::<Vec<_>>(),
        "inputs": outcome
            .inputs
            .iter()
            .map(|(path, status)| json!({ "path": path, "status": status }))
            .collect::<Vec<_>>(),
        "skipped": finished
            .listing
            .inputs
            .skipped
            .iter()
            .map(|file| json!({ "path": file.path, "reason": file.reason }))
            .collect::<Vec<_>>(),
        "sheets": outcome.sheets,
        "stages": outcome.stages,
        "recognised": outcome.recognised,
        "held_back": outcome.held_back,
        "finding_counts": counts,
        "findings": outcome
            .findings
            .iter()
            .enumerate()
            .map(|(place, finding)| {
                self::finding(finding, outcome.worths.of_finding(place, &ranks), finished)
            })
            .collect::<Vec<_>>(),
        "worth": worth(&outcome.worths),
        "headline": outcome
            .headline
            .iter()
            .map(|headline| {
                let numerals = headline.numbers.as_ref().map(|(numerals, _)| numerals);
                let counts = headline.numbers.as_ref().map(|(_, counts)| counts);
                json!({
                    "indicator": headline.indicator,
                    "suppressed": headline.numbers.is_none(),
                    "value": numerals.and_then(Numerals::value),
                    "empty": numerals
                        .zip(counts)
                        .and_then(|(numerals, counts)| Emptiness::of(numerals, counts)),
                    "interval": numerals.and_then(Numerals::interval),
                    "counted": counts.map(|counts| counts.counted),
                    "excluded": counts.map(|counts| counts.excluded),
                    "pending": counts.map(|counts| counts.pending),
                    "unknown": counts.map(|counts| counts.unknown),
                })
            })
            .collect::<Vec<_>>(),
    });
    // A value made of texts and numbers always has a text; `{:#}` is serde_json's pretty form.
    format!("{document:#}")
}

/// What all open findings together could do to each headline figure; `null` where it was not reckoned.
fn worth(worths: &Worths) -> Value {
    if !worths.are_known() {
        return Value::Null;
    }
    let headlines = worths.headlines.iter().map(|headline| {
        let up_to = match headline.together {
            Movement::None => Some(0.0),
            Movement::UpTo(far) => Some(far),
            Movement::NotKnown => None,
        };
        json!({
            "indicator": headline.indicator,
            "measure": match headline.magnitude {
                Magnitude::Count => "units",
                _ => "share",
            },
            "now": headline.now,
            "lowest": headline.range.map(|(low, _)| low),
            "highest": headline.range.map(|(_, high)| high),
            "up_to": up_to,
            "movers": headline.movers,
            "without_bound": headline.without_bound,
        })
    });
    json!({
        "open": worths.open(),
        "harmless": worths.harmless(),
        "headlines": headlines.collect::<Vec<_>>(),
    })
}

fn finding(finding: &Finding, worth: Option<FindingWorth<'_>>, finished: &Finished<'_>) -> Value {
    let page = finished.catalogue.check(finding.code);
    let title = |language: Language| page.map(|page| page.text(language).title.clone());
    json!({
        "code": finding.code,
        "severity": finding.severity,
        "file": &*finding.place.file,
        "sheet": &*finding.place.sheet,
        "cell": finding.place.address(),
        "field": finding.field,
        "read": finding.read,
        "suggestion": finding.suggestion,
        "person": finding.person,
        "rank": worth.as_ref().map(|worth| worth.rank),
        "could_move": worth.and_then(|worth| worth.could_move),
        "title": { "pl": title(Language::Polish), "en": title(Language::English) },
    })
}
