//! What the parser of the command line has to say, in the language of the user.

use std::io::{Write, stderr, stdout};

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::catalogue::{Argument, Texts};
use crate::cli::console::clean;
use crate::cli::exit::Exit;

/// Prints help, the version or a mistake.
pub(crate) fn answer(error: &Error, texts: &Texts) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            stdout()
                .write_all(format!("{}\n", error.render().to_string().trim_end()).as_bytes())
                .ok();
            Exit::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            stderr()
                .write_all(format!("{}\n", error.render().to_string().trim_end()).as_bytes())
                .ok();
            Exit::Usage
        }
        _ => {
            let (error, hint) = (message(error, texts), texts.text("cli-usage-hint"));
            let text = format!("{} {error}\n{hint}\n", texts.text("cli-error"));
            stderr().write_all(text.as_bytes()).ok();
            Exit::Usage
        }
    }
}

fn message(error: &Error, texts: &Texts) -> String {
    let words = |kind| context(error, kind);
    let (argument, value) = (words(ContextKind::InvalidArg), words(ContextKind::InvalidValue));
    let fill = |id: &str, rest: &[(&str, String)]| {
        let mut gaps: Vec<(&str, Argument)> =
            vec![("argument", argument.clone().into()), ("value", value.clone().into())];
        gaps.extend(rest.iter().map(|(name, text)| (*name, Argument::from(text.clone()))));
        texts.fill(id, &gaps)
    };
    let mut text = match error.kind() {
        ErrorKind::UnknownArgument => fill("cli-usage-unknown-argument", &[]),
        ErrorKind::InvalidSubcommand => {
            let given = words(ContextKind::InvalidSubcommand);
            fill("cli-usage-unknown-command", &[("command", given)])
        }
        ErrorKind::InvalidValue if value.is_empty() => fill("cli-usage-missing-value", &[]),
        ErrorKind::InvalidValue => {
            fill("cli-usage-wrong-value", &[("accepted", words(ContextKind::ValidValue))])
        }
        ErrorKind::ValueValidation => fill("cli-usage-wrong-value-bare", &[]),
        ErrorKind::MissingRequiredArgument => fill("cli-usage-missing-argument", &[]),
        ErrorKind::MissingSubcommand => fill("cli-usage-missing-command", &[]),
        ErrorKind::ArgumentConflict => {
            let other = words(ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                fill("cli-usage-twice", &[])
            } else {
                fill("cli-usage-conflict", &[("other", other)])
            }
        }
        ErrorKind::InvalidUtf8 => fill("cli-usage-not-unicode", &[]),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            fill("cli-usage-too-many-values", &[])
        }
        _ => fill("cli-usage-other", &[]),
    };
    let kinds =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(suggested) = kinds.into_iter().map(words).find(|words| !words.is_empty()) {
        text.push(' ');
        text.push_str(&fill("cli-did-you-mean", &[("nearest", suggested)]));
    }
    text
}

fn context(error: &Error, kind: ContextKind) -> String {
    let text = match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    clean(&text)
}
