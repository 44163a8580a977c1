//! The command line.

use anstyle::AnsiColor;
use clap::builder::styling::Styles;
use clap::{Parser, Subcommand};
use clap_complete::Shell;

use crate::{check, declare, diff, explain, fmt, tables};

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Works on the tables of RST pages: explains, lists, checks, formats and compares them.
///
/// Tables are read as docutils reads them, and as `dli_status::include_status_table!` does. The exit status is 0, or 1 if
/// something was found, or 2 if the command cannot run.
#[derive(Debug, Parser)]
#[command(name = "dli-status", version, styles = STYLES, max_term_width = 100, propagate_version = false)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colors; `auto` also honors NO_COLOR
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t, help_heading = "Global options")]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Explain(explain::Arguments),
    Tables(tables::Arguments),
    Check(check::Arguments),
    Fmt(fmt::Arguments),
    Diff(diff::Arguments),
    Declare(declare::Arguments),
    /// Prints a completion script for a shell
    ///
    /// Example:
    ///   dli-status completions bash > ~/.local/share/bash-completion/completions/dli-status
    #[command(verbatim_doc_comment)]
    Completions {
        /// The shell to complete commands for
        shell: Shell,
    },
}

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
pub(crate) enum Color {
    /// On a terminal only.
    #[default]
    Auto,
    /// Into files and pipes too.
    Always,
    /// Nowhere.
    Never,
}

impl Color {
    /// Sets it for all streams.
    pub(crate) fn write_global(self) {
        match self {
            // The environment decides.
            Self::Auto => {}
            Self::Always => anstream::ColorChoice::Always.write_global(),
            Self::Never => anstream::ColorChoice::Never.write_global(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_declaration_is_consistent() {
        Arguments::command().debug_assert();
    }
}
