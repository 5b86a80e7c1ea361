//! The command line in the language of the user. clap writes English: every word that it would add
//! is given here or hidden.

use clap::builder::{PossibleValuesParser, Str};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::catalogue::Texts;

const OPTIONS_OF_RUNS: &[&str] =
    &["config", "out", "report", "period", "as-of", "centre", "fail-on", "jobs", "queries"];

/// What `list` can list.
pub(crate) const LISTS: &[&str] = &["indicators", "checks", "reports", "parameters", "sources"];

/// The whole command line.
pub(crate) fn command(texts: &Texts) -> Command {
    let run = |name: &'static str| {
        let command = subcommand(texts, name).arg(
            argument(texts, "input").num_args(1..).value_parser(value_parser!(std::path::PathBuf)),
        );
        let command =
            OPTIONS_OF_RUNS.iter().fold(command, |command, id| command.arg(option(texts, id)));
        command
            .arg(flag(texts, "force"))
            .mut_arg("report", |arg| arg.value_delimiter(',').action(ArgAction::Append))
    };
    let list =
        argument(texts, "list").required(true).value_parser(PossibleValuesParser::new(LISTS));
    let explain = argument(texts, "topic").required(true);
    let command = base(texts, Command::new("efekt"), "efekt")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(fixed(texts, "cli-heading-commands"))
        .subcommand_value_name(fixed(texts, "cli-value-command"))
        .arg(flag(texts, "version").short('V').action(ArgAction::Version))
        .subcommand(run("report"))
        .subcommand(run("check"))
        .subcommand(subcommand(texts, "list").arg(list).arg(option(texts, "queries")))
        .subcommand(subcommand(texts, "explain").arg(explain).arg(option(texts, "queries")));
    command
        .mut_subcommand("report", with_values)
        .mut_subcommand("check", with_values)
        .mut_subcommand("list", with_common_values)
        .mut_subcommand("explain", with_common_values)
}

fn subcommand(texts: &Texts, name: &'static str) -> Command {
    base(texts, Command::new(name), name)
        .arg(option(texts, "lang"))
        .arg(option(texts, "format"))
        .arg(flag(texts, "quiet").short('q'))
        .arg(flag(texts, "verbose").short('v').conflicts_with("quiet"))
}

fn base(texts: &Texts, command: Command, name: &str) -> Command {
    command
        .about(texts.text(&format!("cli-about-{name}")))
        .override_usage(texts.text(&format!("cli-usage-{name}")))
        .help_template(format!(
            "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
            texts.text("cli-heading-usage")
        ))
        .max_term_width(100)
        .disable_help_flag(true)
        .arg(flag(texts, "help").short('h').action(ArgAction::Help))
}

fn with_values(command: Command) -> Command {
    with_common_values(command)
        .mut_arg("fail-on", |arg| {
            arg.value_parser(PossibleValuesParser::new(["error", "warning", "never"]))
        })
        .mut_arg("jobs", |arg| arg.value_parser(value_parser!(u16).range(1..)))
        .mut_arg("config", |arg| arg.value_parser(value_parser!(std::path::PathBuf)))
        .mut_arg("out", |arg| arg.value_parser(value_parser!(std::path::PathBuf)))
}

fn with_common_values(command: Command) -> Command {
    command
        .mut_arg("lang", |arg| arg.value_parser(PossibleValuesParser::new(["pl", "en"])))
        .mut_arg("format", |arg| arg.value_parser(PossibleValuesParser::new(["text", "json"])))
        .mut_arg("queries", |arg| arg.value_parser(value_parser!(std::path::PathBuf)))
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
