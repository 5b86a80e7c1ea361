//! A small town with a person for every status, in files whose cells are known.

use efekt::catalogue::{Catalogue, embedded_texts};
use efekt::model::{Day, InputFile, Inputs, Language, Period, Project, Sex};
use efekt::pipeline::{
    Explained, ExplainedPerson, Filter, PipelineError, Question, Reading, Settings, explain,
};

use crate::pipeline::run::{Files, file};

/// A second list: it is read before `lista.csv`, so its person is os-0001.
const DRUGA: &str = "\
Placówka;Nr dokumentu;Nazwisko;Imię;Płeć;Data urodzenia;Status na rynku pracy w chwili przystąpienia;Grupa;Data rozpoczęcia
CIS Dolny;DOK 7007;Zbqrwoj;Halina;K;1980-02-03;bierny zawodowo;inne;2023-03-01
";

/// Columns: A centre, B PESEL, C document, D last name, E first name, F sex, G birth, H labour status,
/// I group, J entry, K exit, L way of leaving, M situation, N situation after six months.
const LISTA: &str = "\
Placówka;PESEL;Nr dokumentu;Nazwisko;Imię;Płeć;Data urodzenia;Status na rynku pracy w chwili przystąpienia;Grupa;Data rozpoczęcia;Data zakończenia;Sposób zakończenia;Sytuacja po zakończeniu;Sytuacja po 6 miesiącach
CIS Dolny;44051401359;;Vxmplak;Zofia;K;;bezrobotny zarejestrowany;bezdomni;2023-05-01;2024-03-31;zgodnie z IPZS;;
CIS Dolny;;DOK 2002;Vxmplak;Adam;M;1990-01-01;bezrobotny zarejestrowany;inne;2023-05-01;2024-02-29;zgodnie z IPZS;bierny;bierny
CIS Dolny;;DOK 3003;Krzwtas;Jan;M;1970-01-01;bezrobotny zarejestrowany;inne;2023-05-01;2024-02-10;zgon;;
CIS Dolny;;DOK 4004;Krzwtas;Ewa;K;1970-01-01;bezrobotny zarejestrowany;bezdomni;2023-05-01;2024-11-15;zgodnie z IPZS;;
CIS Górny;;DOK 5005;Krzwtas;Piotr;M;1970-01-01;;inne;2023-05-01;2024-06-30;zgodnie z IPZS;;
CIS Górny;;DOK 6006;Krzwtas;Olga;K;1970-01-01;bierny zawodowo;inne;2023-01-02;2023-06-30;rezygnacja;;
CIS Górny;;DOK 6006;Krzwtas;Olga;K;1970-01-01;bierny zawodowo;inne;2023-07-01;2024-01-31;zgodnie z IPZS;;bierny
CIS Dolny;;DOK 7007;Zbqrwoj;Halina;K;1980-02-03;bierny zawodowo;inne;2023-03-01;2024-04-30;zgodnie z IPZS;;
CIS Dolny;;DOK 8008;Trzmpel;Anna;K;1980-02-03;bezrobotny zarejestrowany;inne;2023-03-01;2024-04-30;zgodnie z IPZS;;
";

/// Jobs: of Zofia one long ago and one that runs on the day, of Anna two that run on the day.
const PRACA: &str = "\
PESEL;Nr dokumentu;Początek zatrudnienia;Koniec zatrudnienia;Forma zatrudnienia;Wymiar etatu
44051401359;;2020-01-01;2020-06-30;umowa o pracę;1
44051401359;;2024-05-01;;umowa o pracę;1/2
;DOK 8008;2024-06-01;;umowa o pracę;1
;DOK 8008;2024-07-01;;umowa zlecenie;
";

/// Payments to the two who left in January 2024 and before; the last row reaches far enough for them.
const ZASILKI: &str = "\
Nr dokumentu;Rodzaj świadczenia;Miesiąc;Kwota;Płatnik
DOK 6006;zasiłek okresowy;2022-01;100,00;gmina
DOK 6006;zasiłek okresowy;2022-02;100,00;gmina
DOK 6006;zasiłek celowy;2022-12;50,50;gmina
DOK 6006;zasiłek okresowy;2023-05;70,00;gmina
DOK 6006;zasiłek okresowy;2024-02;30,00;gmina
DOK 6006;dodatek mieszkaniowy;2022-03;200,00;gmina
DOK 2002;zasiłek okresowy;2025-02;1,00;gmina
";

/// What nobody may read in an answer.
pub(crate) const SECRETS: [&str; 12] = [
    "44051401359",
    "Vxmplak",
    "Krzwtas",
    "Zbqrwoj",
    "Trzmpel",
    "DOK 2002",
    "DOK2002",
    "DOK 7007",
    "DOK 8008",
    "Zofia",
    "Halina",
    "1970-01-01",
];

/// The files of the town.
pub(crate) fn town() -> Files {
    vec![
        file("druga.csv", DRUGA),
        file("lista.csv", LISTA),
        file("praca.csv", PRACA),
        file("zasiłki.csv", ZASILKI),
    ]
}

/// A question about everybody.
pub(crate) fn about(catalogue: &Catalogue, indicator: &str) -> Question<'static> {
    // Questions borrow their indicator from the catalogue; a test's catalogue lives as long as the test.
    let indicator = Box::leak(Box::new(catalogue.indicator(indicator).unwrap().clone()));
    Question { indicator, filter: Filter::default(), status: None, person: None, limit: 100 }
}

/// A category of a dimension, or a part of the breakdown.
pub(crate) fn filter(
    centre: Option<&str>,
    sex: Option<Sex>,
    categories: &[(&str, &str)],
) -> Filter {
    let owned = |(dimension, category): &(&str, &str)| ((*dimension).into(), (*category).into());
    Filter {
        centre: centre.map(str::to_owned),
        sex,
        categories: categories.iter().map(owned).collect(),
    }
}

/// The answer for 2024 as of 31 March 2025.
pub(crate) fn ask(files: &Files, question: &Question<'_>) -> Result<Explained, PipelineError> {
    ask_of(files, question, "2024", "2025-03-31")
}

/// The answer for a period as of a day.
pub(crate) fn ask_of(
    files: &Files,
    question: &Question<'_>,
    period: &str,
    as_of: &str,
) -> Result<Explained, PipelineError> {
    let as_of = Day::parse_iso(as_of).unwrap();
    let files = files
        .iter()
        .map(|(path, bytes)| InputFile { path: path.clone(), bytes: bytes.clone() })
        .collect();
    let inputs = Inputs::new(files, Vec::new());
    let settings = Settings {
        reading: Reading::Here,
        period: Period::parse(period, as_of).unwrap(),
        as_of,
        language: Language::Polish,
        project: Project::default(),
        reports: None,
        centre: None,
        way_to_inputs: None,
    };
    let texts = embedded_texts(Language::Polish).unwrap();
    explain(&Catalogue::embedded().unwrap(), &texts, inputs, &settings, question, &mut |_| {})
}

/// Status and reason of everybody: `os-0002 counted 1/1 job_on_the_day`.
pub(crate) fn answers(explained: &Explained) -> Vec<String> {
    let people = explained.explanation.people.iter();
    people
        .map(|person| {
            let row = &person.rows[0];
            let numbers = match (row.status.code(), row.numerator, row.denominator) {
                ("counted", Some(above), Some(below)) => format!(" {above}/{below}"),
                _ => String::new(),
            };
            format!("{} {}{numbers} {}", person.pseudonym, row.status.code(), row.reason)
        })
        .collect()
}

/// A person of an answer.
pub(crate) fn person<'a>(explained: &'a Explained, pseudonym: &str) -> &'a ExplainedPerson {
    explained.explanation.people.iter().find(|person| person.pseudonym == pseudonym).unwrap()
}

/// The cells of a value of the participation.
pub(crate) fn cells(person: &ExplainedPerson, column: &str) -> Vec<String> {
    let value = person.facts[0].values.iter().find(|value| value.column == column).unwrap();
    value.cells.iter().map(ToString::to_string).collect()
}

/// The first cell of every job, with a star when it decided.
pub(crate) fn jobs(person: &ExplainedPerson) -> Vec<String> {
    let jobs = person.facts.iter().filter(|fact| fact.kind.code() == "job");
    jobs.map(|job| {
        let star = if job.decides { "*" } else { "" };
        format!("{}{star}", job.values[0].cells[0])
    })
    .collect()
}
