//! How people write what the records hold: the first spelling is the usual one, the others were met as well.

/// The spellings of a code of a field.
pub(crate) fn spellings(field: &str, code: &str, woman: bool) -> &'static [&'static str] {
    match (field, code) {
        ("education", "none") => &["brak/niepełne podstawowe"],
        ("education", "primary") => &["podstawowe", "Podstawowe"],
        ("education", "lower_secondary") => &["gimnazjalne", "gimnazjum"],
        ("education", "vocational") => &["zasadnicze zawodowe", "Zasadnicze zawodowe", "zawodowe"],
        ("education", "secondary") => &["średnie", "ponadgimnazjalne/średnie", "ponadgimnazjalne"],
        ("education", "post_secondary") => &["policealne"],
        ("education", "higher") => &["wyższe", "Wyższe"],
        ("labour_status", "unemployed_registered") if woman => &[
            "bezrobotna zarejestrowana",
            "osoba bezrobotna zarejestrowana",
            "bezrobotny zarejestrowany",
        ],
        ("labour_status", "unemployed_registered") => {
            &["bezrobotny zarejestrowany", "bezrobotny zarejestrowany w PUP"]
        }
        ("labour_status", "unemployed_unregistered") if woman => &["bezrobotna niezarejestrowana"],
        ("labour_status", "unemployed_unregistered") => &["bezrobotny niezarejestrowany"],
        ("labour_status", "inactive") if woman => &["bierna zawodowo", "osoba bierna zawodowo"],
        ("labour_status", "inactive") => &["bierny zawodowo", "osoba bierna zawodowo"],
        ("group", "long_term_unemployed") => &["długotrwale bezrobotni", "długotrwale bezrobotny"],
        ("group", "alcohol") => &["uzależnieni od alkoholu", "uzależniony od alkoholu"],
        ("group", "drugs") => &["uzależnieni od narkotyków"],
        ("group", "mental") => &["zaburzenia psychiczne", "z zaburzeniami psychicznymi"],
        ("group", "disabled") => &["niepełnosprawni", "niepełnosprawny"],
        ("group", "homeless") => &["bezdomni", "osoba bezdomna"],
        ("group", "ex_prisoner") => &["zwalniani z zakładów karnych"],
        ("group", "refugee") => &["uchodźcy"],
        ("disability", "none") => &["brak", "bez orzeczenia"],
        ("disability", "light") => &["lekki", "Lekki"],
        ("disability", "moderate") => &["umiarkowany", "Umiarkowany"],
        ("disability", "severe") => &["znaczny"],
        ("disability", "refused") => &["odmowa"],
        ("referred_by", "ops") => &["OPS", "Ośrodek Pomocy Społecznej"],
        ("referred_by", "pup") => &["PUP", "Powiatowy Urząd Pracy"],
        ("referred_by", "pcpr") => &["PCPR"],
        ("referred_by", "ngo") => &["organizacja", "organizacja pozarządowa"],
        ("referred_by", "kis") => &["KIS"],
        ("referred_by", "treatment") => &["zakład leczniczy"],
        ("referred_by", "own") => &["własny wniosek", "wniosek własny"],
        ("exit_kind", "completed") => {
            &["zgodnie z IPZS", "zakończenie zgodnie z IPZS", "Zgodnie z IPZS"]
        }
        ("exit_kind", "early_job") => &["wcześniej – podjęcie pracy", "wcześniej - podjęcie pracy"],
        ("exit_kind", "breach") => &["naruszenie regulaminu"],
        ("exit_kind", "left") => &["trwałe opuszczenie"],
        ("exit_kind", "withdrew") => &["rezygnacja", "rezygnacja z uczestnictwa"],
        ("exit_kind", "died") => &["zgon"],
        ("exit_kind", "health") => &["stan zdrowia"],
        ("exit_kind", "moved") => &["zmiana miejsca zamieszkania"],
        ("outcome", "job") => &["praca", "Praca"],
        ("outcome" | "form", "self_employment") => &["działalność gospodarcza"],
        ("outcome" | "form", "social_coop") => &["spółdzielnia socjalna"],
        ("outcome" | "form", "supported") => &["zatrudnienie wspierane"],
        ("outcome", "education") => &["nauka lub szkolenie"],
        ("outcome", "job_seeking") => &["poszukiwanie pracy", "poszukuje pracy"],
        ("outcome", "unemployed") if woman => &["bezrobotna", "bezrobotny"],
        ("outcome", "unemployed") => &["bezrobotny"],
        ("outcome", "inactive") if woman => &["bierna", "bierny"],
        ("outcome", "inactive") => &["bierny", "bierny zawodowo"],
        ("outcome", "retired") => &["emerytura lub renta"],
        ("form", "contract") => &["umowa o pracę", "stosunek pracy"],
        ("form", "civil") => &["umowa zlecenie", "zlecenie"],
        ("form", "other_paid") => &["inna praca zarobkowa"],
        ("benefit", "periodic") => &["zasiłek okresowy", "okresowy"],
        ("benefit", "purpose") => &["zasiłek celowy", "celowy"],
        ("benefit", "special_purpose") => &["specjalny zasiłek celowy"],
        ("benefit", "permanent") => &["zasiłek stały", "stały"],
        ("benefit", "housing") => &["dodatek mieszkaniowy"],
        ("benefit", "integration") => &["świadczenie integracyjne"],
        ("benefit", "bonus") => &["premia motywacyjna"],
        ("payer", "gmina") => &["gmina"],
        ("payer", "state") => &["budżet państwa"],
        ("group" | "exit_kind", "other") => &["inne"],
        _ => &[""],
    }
}

/// The usual spelling.
pub(crate) fn usual(field: &str, code: &str, woman: bool) -> &'static str {
    spellings(field, code, woman).first().copied().unwrap_or_default()
}

/// Grosze as `1 234,50`.
pub(crate) fn polish_amount(grosze: i64) -> String {
    let (sign, grosze) = if grosze < 0 { ("-", -grosze) } else { ("", grosze) };
    let (zloty, rest) = (grosze / 100, grosze % 100);
    if zloty >= 1000 {
        format!("{sign}{} {:03},{rest:02}", zloty / 1000, zloty % 1000)
    } else {
        format!("{sign}{zloty},{rest:02}")
    }
}
