//! Which workbooks `efekt init` makes, with which tables and columns, and what their examples say.
//! A list: headers, types and lists of values come from `queries/sources/`.

/// A workbook.
#[derive(Debug)]
pub(super) struct BookLayout {
    /// Its file name.
    pub(super) file: &'static str,
    /// Its tables, a sheet each.
    pub(super) tables: &'static [TableLayout],
}

/// A table on a sheet of its own.
#[derive(Debug)]
pub(super) struct TableLayout {
    /// Name of the sheet; Polish in both languages, as the headers are.
    pub(super) sheet: &'static str,
    /// Kind of table.
    pub(super) kind: &'static str,
    /// The text that says what one row is, where the kind of table says it too widely.
    pub(super) grain: Option<&'static str>,
    /// Fields that a table of the kind may lack, but without which a row gives a finding.
    pub(super) also_required: &'static [&'static str],
    /// Columns from the left.
    pub(super) columns: &'static [ColumnLayout],
}

/// A field and what the two example rows hold: codes for fields with a list of values (several with
/// `;`), days as `2024-12-31`, amounts with a dot, `@` for the word that marks an example.
pub(super) type ColumnLayout = (&'static str, [&'static str; 2]);

/// The workbooks, in the order in which they are to be filled in.
pub(super) const BOOKS: &[BookLayout] = &[
    BookLayout { file: "uczestnicy.xlsx", tables: &[PARTICIPANTS] },
    BookLayout { file: "zatrudnienie.xlsx", tables: &[JOBS] },
    BookLayout { file: "świadczenia.xlsx", tables: &[PAYMENTS, DECISIONS] },
    BookLayout { file: "formy wsparcia.xlsx", tables: &[SUPPORT] },
    BookLayout { file: "placówki.xlsx", tables: &[CENTRES, FINANCE, STAFF, TARGETS] },
    BookLayout { file: "grupa porównawcza.xlsx", tables: &[COMPARISON] },
];

const PARTICIPANTS: TableLayout = TableLayout {
    sheet: "Uczestnicy",
    kind: "participants",
    grain: None,
    also_required: &["centre", "education"],
    columns: &[
        ("pesel", ["@", "@"]),
        ("document", ["", ""]),
        ("first_name", ["Anna", "Jan"]),
        ("last_name", ["Przykładowa", "Przykładowy"]),
        ("centre", ["CIS Stary Młyn", "CIS Stary Młyn"]),
        ("sex", ["K", "M"]),
        ("birth_date", ["1984-03-17", "1971-11-02"]),
        ("education", ["isced_3_vocational", "isced_1"]),
        ("gmina", ["Stary Młyn", "Stary Młyn"]),
        ("powiat", ["młyński", "młyński"]),
        ("area", ["3", "3"]),
        ("labour_status", ["unemployed_registered", "inactive"]),
        ("unemployed_since", ["2022-05-04", ""]),
        ("groups", ["long_term_unemployed", "alcohol;homeless"]),
        ("disability", ["none", "light"]),
        ("pathway", ["healthy", "addicted"]),
        ("third_country", ["no", "no"]),
        ("foreign_background", ["no", "no"]),
        ("minority", ["no", "refused"]),
        ("homeless", ["no", "yes"]),
        ("referred_by", ["ops", "own"]),
        ("referral_date", ["2024-01-15", "2025-02-10"]),
        ("ipzs_date", ["2024-02-01", "2025-03-03"]),
        ("entry_date", ["2024-02-01", "2025-03-03"]),
        ("exit_date", ["2024-11-29", ""]),
        ("exit_kind", ["completed", ""]),
        ("workshops", ["gastronomiczny", "stolarski; remontowy"]),
        ("outcome", ["job", ""]),
        ("outcome_date", ["2024-12-02", ""]),
        ("job_start", ["2024-12-02", ""]),
        ("job_end", ["", ""]),
        ("job_form", ["contract", ""]),
        ("job_time", ["3/4", ""]),
        ("job_value", ["", ""]),
        ("wage", ["3499.50", ""]),
        ("qualification", ["yes", ""]),
        ("education_after", ["no", ""]),
        ("startup_grant", ["no", ""]),
        ("social_progress", ["yes", ""]),
        ("status_6m", ["job", ""]),
        ("status_6m_date", ["2025-06-02", ""]),
        ("project", ["FESL.07.04-IP.02-0001/24", ""]),
    ],
};

const JOBS: TableLayout = TableLayout {
    sheet: "Zatrudnienie",
    kind: "jobs",
    grain: None,
    also_required: &[],
    columns: &[
        ("pesel", ["@", "@"]),
        ("document", ["", ""]),
        ("start", ["2024-12-02", "2025-07-01"]),
        ("end", ["2025-06-30", ""]),
        ("form", ["contract", "civil"]),
        ("time", ["3/4", ""]),
        ("employer", ["Piekarnia Kłos", "Gmina Stary Młyn"]),
        ("value", ["", "9600.00"]),
        ("wage", ["3499.50", ""]),
    ],
};

const PAYMENTS: TableLayout = TableLayout {
    sheet: "Wypłaty",
    kind: "benefits",
    grain: Some("init-grain-payment"),
    also_required: &[],
    columns: &[
        ("pesel", ["@", "@"]),
        ("document", ["", ""]),
        ("kind", ["periodic", "integration"]),
        ("reason", ["bezrobocie", ""]),
        ("month", ["2024-01", "2024-02"]),
        ("amount", ["418.00", "1490.64"]),
        ("payer", ["gmina", "labour_fund"]),
        ("decision", ["OPS.8211.15.2024", ""]),
    ],
};

const DECISIONS: TableLayout = TableLayout {
    sheet: "Decyzje",
    kind: "benefits",
    grain: Some("init-grain-decision"),
    also_required: &["to"],
    columns: &[
        ("pesel", ["@", "@"]),
        ("document", ["", ""]),
        ("kind", ["permanent", "housing"]),
        ("reason", ["niepełnosprawność", ""]),
        ("from", ["2024-01-01", "2024-03-01"]),
        ("to", ["2024-12-31", "2024-08-31"]),
        ("amount", ["1000.00", ""]),
        ("amount_total", ["", "1925.40"]),
        ("payer", ["state", "gmina"]),
        ("decision", ["OPS.8211.16.2024", "OPS.8212.3.2024"]),
    ],
};

const SUPPORT: TableLayout = TableLayout {
    sheet: "Formy wsparcia",
    kind: "support",
    grain: None,
    also_required: &[],
    columns: &[
        ("pesel", ["@", "@"]),
        ("document", ["", ""]),
        ("kind", ["vocational_workshop", "psychological"]),
        ("area", ["vocational", "social"]),
        ("start", ["2024-02-01", "2024-03-05"]),
        ("end", ["2024-11-29", "2024-06-18"]),
        ("hours", ["640", "12.5"]),
    ],
};

const CENTRES: TableLayout = TableLayout {
    sheet: "Placówki",
    kind: "centres",
    grain: None,
    also_required: &[],
    columns: &[
        ("centre", ["@ – CIS Stary Młyn", "@ – CIS Nowy Młyn"]),
        ("kind", ["cis", "cis"]),
        ("gmina", ["Stary Młyn", "Nowy Młyn"]),
        ("powiat", ["młyński", "Nowy Młyn"]),
        ("voivodeship", ["śląskie", "śląskie"]),
        ("teryt", ["0299012", "0299011"]),
        ("regon", ["", ""]),
        ("founder", ["gmina", "Fundacja Koło"]),
        ("status_date", ["2016-04-20", "2021-09-01"]),
        ("start_date", ["2016-06-01", "2021-10-01"]),
        ("city_with_powiat_rights", ["no", "yes"]),
    ],
};

const FINANCE: TableLayout = TableLayout {
    sheet: "Finanse",
    kind: "finance",
    grain: None,
    also_required: &["centre"],
    columns: &[
        ("centre", ["@ – CIS Stary Młyn", "@ – CIS Stary Młyn"]),
        ("period", ["2024", "2025-Q1"]),
        ("category", ["grant_gmina", "running_cost"]),
        ("amount", ["180000.00", "61240.35"]),
        ("plan_or_execution", ["execution", "plan"]),
    ],
};

const STAFF: TableLayout = TableLayout {
    sheet: "Kadra",
    kind: "staff",
    grain: None,
    also_required: &["centre"],
    columns: &[
        ("centre", ["@ – CIS Stary Młyn", "@ – CIS Stary Młyn"]),
        ("year", ["2024", "2024"]),
        ("employment_kind", ["instruktor zawodu", "pracownik socjalny"]),
        ("persons", ["4", "1"]),
        ("full_time_equivalents", ["3.5", "0.5"]),
    ],
};

const TARGETS: TableLayout = TableLayout {
    sheet: "Wskaźniki docelowe",
    kind: "targets",
    grain: None,
    also_required: &[],
    columns: &[
        ("project", ["@ – FESL.07.04-IP.02-0001/24", "@ – FESL.07.04-IP.02-0001/24"]),
        ("indicator", ["EECO01", "EECR04"]),
        ("baseline", ["0", "0"]),
        ("target_k", ["30", "12"]),
        ("target_m", ["20", "8"]),
        ("target_o", ["50", "20"]),
        ("due_date", ["2026-12-31", "2027-03-31"]),
    ],
};

/// The reader looks for this kind only where a name of a file or sheet says so.
const COMPARISON: TableLayout = TableLayout {
    sheet: "Grupa porównawcza",
    kind: "comparison",
    grain: None,
    also_required: &["centre"],
    columns: &[
        ("pesel", ["@", "@"]),
        ("document", ["", ""]),
        ("first_name", ["Ewa", "Piotr"]),
        ("last_name", ["Przykładowa", "Przykładowy"]),
        ("centre", ["CIS Stary Młyn", "CIS Stary Młyn"]),
        ("sex", ["K", "M"]),
        ("birth_date", ["1990-06-21", "1968-01-30"]),
        ("education", ["isced_2", ""]),
        ("gmina", ["Stary Młyn", "Stary Młyn"]),
        ("powiat", ["młyński", "młyński"]),
        ("area", ["3", "3"]),
        ("labour_status", ["unemployed_registered", "inactive"]),
        ("unemployed_since", ["2021-09-01", ""]),
        ("groups", ["long_term_unemployed", ""]),
        ("disability", ["none", ""]),
        ("pathway", ["healthy", ""]),
        ("third_country", ["no", ""]),
        ("foreign_background", ["no", ""]),
        ("minority", ["no", ""]),
        ("homeless", ["no", ""]),
        ("referred_by", ["ops", "pup"]),
        ("referral_date", ["2024-01-15", "2024-03-04"]),
        ("job_start", ["2024-10-01", ""]),
        ("job_end", ["", ""]),
        ("job_form", ["contract", ""]),
        ("job_time", ["1", ""]),
        ("job_value", ["", ""]),
        ("wage", ["4300.00", ""]),
    ],
};
