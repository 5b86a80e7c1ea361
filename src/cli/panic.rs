//! A mistake of the program says where it happened and nothing of the data that it worked on.

use std::io::Write;
use std::panic::{PanicHookInfo, set_hook};

/// Replaces the message of a panic, which may quote a value, by its place in the code.
pub(crate) fn hide_data() {
    set_hook(Box::new(|panic| {
        let place = place(panic);
        let message = format!(
            "efekt: wewnętrzny błąd programu ({place}); nic nie opublikowano.\n\
             efekt: internal error of the program ({place}); nothing was published.\n"
        );
        // There is nobody left to tell when this fails.
        std::io::stderr().write_all(message.as_bytes()).ok();
    }));
}

/// The last names of the path: the folders before them belong to whoever built the program.
fn place(panic: &PanicHookInfo<'_>) -> String {
    let Some(location) = panic.location() else { return "?".to_owned() };
    let names: Vec<&str> = location.file().split(['/', '\\']).collect();
    let last = names.get(names.len().saturating_sub(3)..).unwrap_or_default();
    format!("{}:{}", last.join("/"), location.line())
}
