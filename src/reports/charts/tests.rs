//! The charts as a whole: what they say, what they must not say, and where their letters stand.

use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Group, Node, Rect, TextChunk};

use crate::disclosure::{Publishable, Shown, ShownFigure};
use crate::model::{Figure, Language, Period};

use super::canvas::FINENESS;
use super::figures::Figures;
use super::finish::outline;
use super::fixture::{
    benefits, cluster, count, day, indicators, many_names, mean, path, share, shown, texts,
};
use super::{ChartFile, Sketch, draw_all, finish, sketch_all};

const LANGUAGES: [Language; 2] = [Language::Polish, Language::English];
const LONG_NAME: &str = "Centrum Integracji Społecznej w Wólce Pętkowskiej";
const FOUR: [&str; 4] = ["CIS Brzeźnikowo", "CIS Kuźniczany", "CIS Olszanówek", LONG_NAME];
const SOURCE: &str = "efekt 0.1.0, Klaster CIS „Razem”";

fn draw(figures: Vec<Figure>, language: Language) -> Vec<ChartFile> {
    let publishable = Publishable::exact(&indicators(figures));
    draw_all(&publishable, &texts(language), SOURCE).unwrap()
}

/// The drawings of shown figures, with their text as text.
fn sketch(shown: &[ShownFigure], language: Language) -> Vec<Sketch> {
    let as_of = day("2026-11-23");
    let period = Period::parse("2025", as_of).unwrap();
    sketch_all(Figures { shown, period, as_of }, &texts(language), SOURCE).unwrap()
}

/// The texts of a drawing with their boxes in pixels of a screen.
fn lettering(markup: &str) -> (Vec<(String, Rect)>, Rect) {
    fn collect(group: &Group, found: &mut Vec<(String, Rect)>) {
        for node in group.children() {
            match node {
                Node::Group(inner) => collect(inner, found),
                Node::Text(text) => {
                    let words: String = text.chunks().iter().map(TextChunk::text).collect();
                    let words = words.trim().replace('\u{a0}', " ");
                    found.push((words, text.flattened().abs_bounding_box()));
                }
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }
    let tree = outline(markup).unwrap();
    let mut found = Vec::new();
    collect(tree.root(), &mut found);
    (found, tree.size().to_rect(0.0, 0.0).unwrap())
}

fn overlap(a: Rect, b: Rect) -> bool {
    // Boxes around the letters themselves; half a pixel is antialiasing.
    #[expect(clippy::cast_precision_loss, reason = "it is 4")]
    let slack = FINENESS as f32 / 2.0;
    a.left() + slack < b.right()
        && b.left() + slack < a.right()
        && a.top() + slack < b.bottom()
        && b.top() + slack < a.bottom()
}

#[test]
fn a_headline_tells_the_finding() {
    let polish = sketch(&shown(&cluster(&FOUR), "-"), Language::Polish);
    let titles: Vec<&str> = polish.iter().map(|chart| chart.title.as_str()).collect();
    // 59 164.03 zł ÷ 276 months, 34 788.30 zł ÷ 276 months; 39 of 66; 37 of 100.
    assert_eq!(
        titles,
        [
            "Zasiłki z pomocy społecznej: średnio 214\u{a0}zł miesięcznie przed CIS, 126\u{a0}zł po nim, orientacyjnie",
            "Praca w ciągu 90 dni po ukończeniu zajęć: 59,1% (39\u{a0}z\u{a0}66), przedział 95%: 47,0–70,1%",
            "Po zakończeniu zajęć w CIS: praca w 37 z 100 przypadków (37,0%)",
            "Praca w ciągu 90 dni po ukończeniu zajęć: w granicach przypadku 3 z 3 centrów",
        ]
    );
    let english = sketch(&shown(&cluster(&FOUR), "-"), Language::English);
    assert_eq!(english[2].title, "After leaving the centre: work in 37 of 100 cases (37.0%)");
}

#[test]
fn every_text_exists_in_both_languages() {
    for language in LANGUAGES {
        for chart in sketch(&shown(&cluster(&FOUR), "CIS Kuźniczany"), language) {
            assert!(!chart.markup.contains("charts-") && !chart.alt.contains("charts-"));
            assert!(!chart.alt.contains("{ ") && !chart.alt.contains("{$"), "{}", chart.alt);
        }
    }
}

#[test]
fn no_word_claims_a_cause() {
    for language in LANGUAGES {
        let charts = sketch(&shown(&cluster(&FOUR), "-"), language);
        for chart in &charts {
            let alt = chart.alt.to_lowercase();
            for claim in ["thanks to", "caused", "net effect", "dzięki", "spowodowa", "efekt netto"]
            {
                assert!(!alt.contains(claim), "{claim}");
            }
        }
        assert!(charts[0].alt.contains(&texts(language).text("charts-benefits-caveat")));
    }
}

#[test]
fn an_svg_names_and_describes_itself_and_needs_no_font() {
    for language in LANGUAGES {
        for chart in draw(cluster(&FOUR), language) {
            let ChartFile { name, title, alt, svg, .. } = chart;
            assert!(svg.contains("role=\"img\"") && svg.contains(language.code()));
            assert!(svg.contains(&format!(
                "<title id=\"{name}-title\">{}</title>",
                finish::escaped(&title)
            )));
            assert!(
                svg.contains(&format!("<desc id=\"{name}-desc\">{}</desc>", finish::escaped(&alt)))
            );
            assert!(!svg.contains("<text") && !svg.contains("font-family"));
            assert!(outline(&svg).is_ok(), "it is well formed");
            assert!(svg.len() < 1_500_000, "{name} {}", svg.len());
        }
    }
}

#[test]
fn a_picture_is_1800_pixels_wide() {
    for chart in draw(cluster(&FOUR), Language::Polish) {
        let pixmap = Pixmap::decode_png(&chart.png).unwrap();
        assert_eq!(pixmap.width(), 1800, "{}", chart.name);
        let height = outline(&chart.svg).unwrap().size().height() * 2.0;
        assert!((f64::from(pixmap.height()) - f64::from(height)).abs() < 1.0);
        assert!(chart.png.len() < 400_000, "{} {}", chart.name, chart.png.len());
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let mut shuffled = cluster(&FOUR);
    shuffled.reverse();
    assert_eq!(draw(cluster(&FOUR), Language::Polish), draw(shuffled, Language::Polish));
}

#[test]
fn names_of_centres_appear_literally() {
    let names = ["CIS <script>alert(1)</script> & \"x\"", "CIS #read(\"x\")", "CIS a\u{0}\nb]]>"];
    for chart in &draw(cluster(&names), Language::Polish)[1..] {
        assert!(chart.alt.contains(names[0]) && chart.alt.contains(names[1]));
        assert!(
            chart.svg.contains("CIS &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;")
        );
        assert!(!chart.svg.contains("<script"));
    }
    let sketches = sketch(&shown(&cluster(&names), "-"), Language::Polish);
    // The funnel has no dot for the third centre: nine people would be too few.
    for sketch in &sketches[1..3] {
        let (texts, _) = lettering(&sketch.markup);
        let drawn: Vec<&str> = texts.iter().map(|(text, _)| text.as_str()).collect();
        assert!(drawn.join(" ").contains(names[0]) && drawn.contains(&names[1]), "{drawn:?}");
        assert!(drawn.contains(&"CIS a b]]>"), "{drawn:?}");
    }
}

#[test]
fn letters_stay_on_the_sheet_and_off_each_other() {
    let many = many_names();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let endless = "Bardzodługanazwabezspacji".repeat(20);
    let hostile = [endless.as_str(), LONG_NAME, "CIS <script>", "CIS"];
    let nothing_hidden: &[&str] = &["-"];
    for (names, hidden) in [
        (&FOUR[..1], &["-", "*"][..]),
        (&FOUR, &["-", "*", FOUR[0]]),
        (&many, nothing_hidden),
        (&hostile, nothing_hidden),
    ] {
        for language in LANGUAGES {
            for hidden in hidden {
                for sketch in sketch(&shown(&cluster(names), hidden), language) {
                    let (texts, sheet) = lettering(&sketch.markup);
                    assert!(texts.len() > 5);
                    for (index, (text, area)) in texts.iter().enumerate() {
                        let inside = area.left() >= 40.0
                            && area.right() <= sheet.right() - 40.0
                            && area.top() >= 20.0
                            && area.bottom() <= sheet.bottom() - 20.0;
                        assert!(inside, "{}: {text:?} {area:?}", sketch.name);
                        for (other, other_area) in &texts[index + 1..] {
                            let both = overlap(*area, *other_area);
                            assert!(!both, "{}: {text:?} over {other:?}", sketch.name);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_hidden_centres_numbers_appear_nowhere() {
    // Numbers that nothing else on the charts has: 7919 of 9973, 4447, 4451, 4457, 4463, 4481.
    let mut figures = cluster(&FOUR);
    figures.retain(|figure| &*figure.key.centre != "CIS Kuźniczany");
    figures.extend([
        share("labour_market_entry_rate", "CIS Kuźniczany", 7919, 9973),
        share("employment_rate_6m", "CIS Kuźniczany", 7907, 9967),
        count("leavers_working", "CIS Kuźniczany", 4447, 4481),
        count("leavers_in_education", "CIS Kuźniczany", 4451, 4481),
        count("leavers_job_seeking", "CIS Kuźniczany", 4457, 4481),
        count("leavers_inactive", "CIS Kuźniczany", 4463, 4481),
    ]);
    let words = |hidden: &str| {
        let sketches = sketch(&shown(&figures, hidden), Language::English);
        let words: String =
            sketches.into_iter().map(|sketch| sketch.markup + &sketch.alt).collect();
        words.replace('\u{a0}', "")
    };
    let (open, hidden) = (words("-"), words("CIS Kuźniczany"));
    for number in ["9973", "9967", "79.4%", "4447", "4451", "4457", "4463", "4481"] {
        assert!(open.contains(number), "{number} is shown when open");
        assert!(!hidden.contains(number), "{number} is not shown when hidden");
    }
    assert!(hidden.contains("hidden to protect people"));
}

#[test]
fn a_hidden_part_hides_the_whole_bar() {
    let figures = cluster(&FOUR);
    let mut shown = shown(&figures, "-");
    for figure in &mut shown {
        if &*figure.key.indicator == "leavers_inactive" && &*figure.key.centre == "CIS Kuźniczany"
        {
            figure.shown = Shown::Suppressed;
        }
    }
    let sketches = sketch(&shown, Language::English);
    assert!(sketches[2].alt.contains("CIS Kuźniczany: hidden to protect people."));
}

#[test]
fn nine_are_too_few_ten_are_indicative_thirty_are_enough() {
    for (n, few, indicative) in
        [(9, true, false), (10, false, true), (29, false, true), (30, false, false)]
    {
        let figures = [
            share("labour_market_entry_rate", "CIS A", 4, n),
            share("labour_market_entry_rate", "CIS B", 40, 100),
            share("labour_market_entry_rate", "*", 44, 100 + n),
            count("leavers_working", "CIS A", 4, 0),
            count("leavers_in_education", "CIS A", 0, 0),
            count("leavers_job_seeking", "CIS A", n - 4, 0),
            count("leavers_inactive", "CIS A", 0, 0),
        ];
        let sketches = sketch(&shown(&figures, "-"), Language::English);
        // No path of benefits, no chart of it; a funnel from two centres on.
        assert_eq!(sketches.len(), if few { 2 } else { 3 }, "{n}");
        let sentence = |sketch: &Sketch| {
            let start = sketch.alt.find("CIS A").unwrap();
            let rest = &sketch.alt[start..];
            rest[..rest.find("CIS B").unwrap_or(rest.len())].to_owned()
        };
        for sketch in &sketches {
            let said = sentence(sketch);
            assert_eq!(said.contains("too few data (n < 10)"), few, "{n}: {said}");
            assert_eq!(said.contains("indicative"), indicative, "{n}: {said}");
            assert_eq!(said.contains('%'), !few, "{n}: {said}");
        }
    }
}

#[test]
fn means_of_nine_people_are_not_in_the_headline() {
    for (people, told) in [(9, false), (10, true)] {
        let mut figures = benefits();
        figures.retain(|figure| &*figure.key.indicator == "benefit_path");
        figures.push(mean("benefit_monthly_before", 1_234_567, people));
        figures.push(mean("benefit_monthly_after", 765_432, people));
        let sketches = sketch(&shown(&figures, "-"), Language::Polish);
        assert_eq!(sketches[0].title.contains("średnio"), told, "{people}");
        assert_eq!(sketches[0].markup.contains("średnio przed"), told, "{people}");
    }
}

#[test]
fn offsets_have_a_proper_minus_sign() {
    let sketches = sketch(&shown(&benefits(), "-"), Language::Polish);
    let (texts, _) = lettering(&sketches[0].markup);
    assert!(texts.iter().any(|(text, _)| text == "−12"));
    assert!(!texts.iter().any(|(text, _)| text == "-12"));
}

#[test]
fn nobody_counted_is_a_chart_that_says_so() {
    let mut figures = vec![
        path(-1, 0, 0),
        path(1, 0, 0),
        share("labour_market_entry_rate", "*", 0, 0),
        share("labour_market_entry_rate", "CIS A", 0, 0),
    ];
    for indicator in
        ["leavers_working", "leavers_in_education", "leavers_job_seeking", "leavers_inactive"]
    {
        figures.push(count(indicator, "*", 0, 0));
        figures.push(count(indicator, "CIS A", 0, 0));
    }
    let sketches = sketch(&shown(&figures, "-"), Language::Polish);
    assert_eq!(sketches.len(), 3);
    for sketch in &sketches {
        let (texts, _) = lettering(&sketch.markup);
        let said = texts.iter().any(|(text, _)| text == "W tym okresie nikogo nie policzono.");
        assert!(said, "{}", sketch.name);
        assert!(!sketch.markup.contains("NaN") && !sketch.markup.contains("inf"));
    }
    for sketch in self::sketch(&shown(&figures, "CIS A"), Language::Polish) {
        assert!(!sketch.markup.contains("NaN"));
    }
    assert!(draw(Vec::new(), Language::Polish).is_empty(), "no indicator, no chart");
}

#[test]
fn zero_benefits_are_drawn_as_zero() {
    let figures: Vec<Figure> =
        (-12..=12).filter(|month| *month != 0).map(|month| path(month, 0, 20)).collect();
    let sketches = sketch(&shown(&figures, "-"), Language::Polish);
    assert!(sketches[0].alt.contains("miesiąc −12: 0,00\u{a0}zł (20 osób)"), "{}", sketches[0].alt);
}

/// Not a test but a look: writes every chart into the system's temporary folder.
#[test]
#[ignore = "writes pictures for people to look at"]
#[expect(clippy::disallowed_methods, reason = "pictures for a look need no atomic publication")]
fn look_at_the_charts() {
    let many = many_names();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let folder = tempfile::tempdir().unwrap().keep();
    for (label, names, hidden) in [
        ("1", &FOUR[..1], "-"),
        ("4", &FOUR, "-"),
        ("20", &many, "-"),
        ("hidden", &FOUR, FOUR[0]),
        ("all-hidden", &FOUR, "*"),
    ] {
        for language in LANGUAGES {
            for sketch in sketch(&shown(&cluster(names), hidden), language) {
                let chart = finish::finish(sketch, language).unwrap();
                let stem = format!("{}-{label}-{}", chart.name, language.code());
                std::fs::write(folder.join(format!("{stem}.svg")), &chart.svg).unwrap();
                std::fs::write(folder.join(format!("{stem}.png")), &chart.png).unwrap();
            }
        }
    }
    eprintln!("{}", folder.display());
}
