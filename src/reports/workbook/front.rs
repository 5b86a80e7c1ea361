//! What the cover and the frame of every report of figures say: project, period, centres, purpose.

use crate::disclosure::Publishable;
use crate::reports::ReportContext;
use crate::reports::workbook::{CoverPlan, FramePlan, written_day, written_period};

/// Frame and cover of the report `id`; its texts are `<id>-title`, `-subtitle`, `-purpose`,
/// `-readers` and `-basis`.
pub(crate) fn front(
    context: &ReportContext<'_>,
    figures: &Publishable,
    id: &str,
) -> (FramePlan, CoverPlan) {
    let texts = context.texts;
    let language = texts.language();
    let own = |part: &str| texts.text(&format!("{id}-{part}"));
    let centres = figures.centres().join(", ");
    let project = Some(context.title.to_owned()).filter(|title| !title.is_empty());
    let lines = [
        ("cover-project", project.unwrap_or_else(|| texts.text("cover-no-project"))),
        ("cover-period", written_period(figures.period(), language)),
        ("cover-as-of", written_day(figures.as_of(), language)),
        (
            "cover-centres",
            if centres.is_empty() { texts.text("cover-no-centres") } else { centres },
        ),
        ("cover-purpose", own("purpose")),
        ("cover-readers", own("readers")),
        ("cover-basis", own("basis")),
    ];
    let cover = CoverPlan {
        title: own("title"),
        subtitle: own("subtitle"),
        lines: lines.into_iter().map(|(subject, text)| (texts.text(subject), text)).collect(),
        highlights_title: String::new(),
        highlights: Vec::new(),
    };
    let frame =
        FramePlan { title: own("title"), period: Some(figures.period()), as_of: figures.as_of() };
    (frame, cover)
}
