//! The command line in the language of the user. clap writes English: every word that it would add
//! is given here or hidden.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, Str};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::catalogue::Texts;

/// What `list` can list.
const LISTS: &[&str] = &["indicators", "checks", "reports", "parameters", "sources"];

/// The whole command line.
pub(crate) fn command(texts: &Texts) -> Command {
    localised(texts, Command::new("efekt"), "efekt")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(fixed(texts, "cli-heading-commands"))
        .subcommand_value_name(fixed(texts, "cli-value-command"))
        .arg(help(texts))
        .arg(flag(texts, "version").short('V').action(ArgAction::Version))
        .subcommand(run(texts, "report"))
        .subcommand(run(texts, "check"))
        .subcommand(init(texts))
        .subcommand(list(texts))
        .subcommand(explain(texts))
}

fn run(texts: &Texts, name: &'static str) -> Command {
    let severities = ["error", "warning", "never"];
    let command = localised(texts, Command::new(name), name)
        .arg(argument(texts, "input").num_args(1..).value_parser(value_parser!(PathBuf)))
        .arg(option(texts, "config").value_parser(value_parser!(PathBuf)))
        .arg(option(texts, "out").value_parser(value_parser!(PathBuf)))
        .arg(option(texts, "report").value_delimiter(',').action(ArgAction::Append))
        .arg(option(texts, "period"))
        .arg(option(texts, "as-of"))
        .arg(option(texts, "centre"))
        .arg(option(texts, "fail-on").value_parser(PossibleValuesParser::new(severities)))
        .arg(option(texts, "jobs").value_parser(value_parser!(u16).range(1..)))
        .arg(flag(texts, "force"));
    with_common_options(texts, command)
}

fn init(texts: &Texts) -> Command {
    let folder = argument(texts, "dir").required(true).value_parser(value_parser!(PathBuf));
    let force = flag(texts, "force").help(texts.text("cli-help-force-init"));
    let command = localised(texts, Command::new("init"), "init").arg(folder).arg(force);
    with_common_options(texts, command)
        .mut_arg("lang", |lang| lang.help(texts.text("cli-help-lang-init")))
}

fn list(texts: &Texts) -> Command {
    let what = argument(texts, "list").required(true);
    let what = what.value_parser(PossibleValuesParser::new(LISTS));
    with_common_options(texts, localised(texts, Command::new("list"), "list").arg(what))
}

fn explain(texts: &Texts) -> Command {
    let statuses = ["counted", "excluded", "pending", "unknown"];
    let inputs = argument(texts, "input").num_args(1..).value_parser(value_parser!(PathBuf));
    let command = localised(texts, Command::new("explain"), "explain")
        .arg(argument(texts, "topic").required(true))
        .arg(inputs.help(texts.text("cli-help-input-explain")))
        .arg(option(texts, "config").value_parser(value_parser!(PathBuf)))
        .arg(option(texts, "period"))
        .arg(option(texts, "as-of"))
        .arg(option(texts, "centre").help(texts.text("cli-help-centre-explain")))
        .arg(option(texts, "sex").value_parser(PossibleValuesParser::new(["K", "M", "?"])))
        .arg(option(texts, "dimension").action(ArgAction::Append))
        .arg(option(texts, "status").value_parser(PossibleValuesParser::new(statuses)))
        .arg(option(texts, "person"))
        .arg(option(texts, "limit").value_parser(value_parser!(u32)))
        .arg(option(texts, "jobs").value_parser(value_parser!(u16).range(1..)));
    with_common_options(texts, command)
}

fn with_common_options(texts: &Texts, command: Command) -> Command {
    command
        .arg(option(texts, "queries").value_parser(value_parser!(PathBuf)))
        .arg(option(texts, "lang").value_parser(PossibleValuesParser::new(["pl", "en"])))
        .arg(option(texts, "format").value_parser(PossibleValuesParser::new(["text", "json"])))
        .arg(flag(texts, "quiet").short('q'))
        .arg(flag(texts, "verbose").short('v').conflicts_with("quiet"))
        .arg(help(texts))
}

/// A command whose own words are in the language of the user.
fn localised(texts: &Texts, command: Command, name: &str) -> Command {
    let usage = texts.text("cli-heading-usage");
    command
        .about(texts.text(&format!("cli-about-{name}")))
        .override_usage(texts.text(&format!("cli-usage-{name}")))
        .help_template(format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}"))
        .max_term_width(100)
        .disable_help_flag(true)
}

fn help(texts: &Texts) -> Arg {
    flag(texts, "help").short('h').action(ArgAction::Help)
}

fn argument(texts: &Texts, id: &'static str) -> Arg {
    Arg::new(id)
        .help(texts.text(&format!("cli-help-{id}")))
        .value_name(fixed(texts, &format!("cli-value-{id}")))
        .help_heading(fixed(texts, "cli-heading-arguments"))
        .hide_default_value(true)
        .hide_possible_values(true)
}

fn option(texts: &Texts, id: &'static str) -> Arg {
    argument(texts, id).long(id).help_heading(fixed(texts, "cli-heading-options"))
}

fn flag(texts: &Texts, id: &'static str) -> Arg {
    Arg::new(id)
        .long(id)
        .action(ArgAction::SetTrue)
        .help(texts.text(&format!("cli-help-{id}")))
        .help_heading(fixed(texts, "cli-heading-options"))
}

/// A text that clap keeps as long as the program runs.
fn fixed(texts: &Texts, id: &str) -> Str {
    let text: &'static str = Box::leak(texts.text(id).into_boxed_str());
    text.into()
}
