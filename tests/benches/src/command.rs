//! A command, its time and the memory of its largest process.
//!
//! The system tells the memory of a process's children only as the maximum over all of them so far, so each command is
//! run by a child of its own: this program again, asked to [`relay`].

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, io};

/// What a command took.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub seconds: f64,
    /// The processor time of all processes, in seconds.
    pub processor: f64,
    /// Of the largest process.
    pub megabytes: f64,
    /// Whether it ended well within its time.
    pub finished: bool,
}

const RELAY: &str = "--relay";
const LIMIT: Duration = Duration::from_secs(120);

/// Cargo in a folder, told nothing but errors.
pub fn cargo(folder: &Path, target: &Path, arguments: &[&str]) -> io::Result<Cost> {
    let mut command = Command::new(env::current_exe()?);
    command.arg(RELAY).arg("cargo").args(arguments).arg("--quiet").current_dir(folder);
    command.env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut numbers = said.split_whitespace().filter_map(|number| number.parse().ok());
    let [seconds, processor, kilobytes] = [(); 3].map(|()| numbers.next().unwrap_or(f64::NAN));
    if !output.status.success() {
        eprintln!("{}", String::from_utf8_lossy(&output.stderr).lines().take(20).collect::<Vec<_>>().join("\n"));
    }
    Ok(Cost { seconds, processor, megabytes: kilobytes / 1024.0, finished: output.status.success() })
}

/// What a build of a crate spends on the expansion of its macros, and in all, in seconds, as the compiler tells; its
/// dependencies not counted.
pub fn expansion(folder: &Path, target: &Path) -> io::Result<(f64, f64)> {
    let mut command = Command::new("cargo");
    command.args(["rustc", "--quiet", "--", "-Ztime-passes"]).current_dir(folder);
    command.env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0").env("RUSTC_BOOTSTRAP", "1");
    let output = command.output()?;
    // `time:   0.812; rss:   43MB ->  197MB ( +155MB)	macro_expand_crate`
    let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    let seconds = |pass: &str| {
        let line = said.lines().find(|line| line.split_whitespace().next_back() == Some(pass))?;
        line.split_whitespace().nth(1)?.trim_end_matches(';').parse().ok()
    };
    Ok((seconds("macro_expand_crate").unwrap_or(f64::NAN), seconds("total").unwrap_or(f64::NAN)))
}

/// Runs the command behind `--relay`, if this program was started for that, and ends.
pub fn relay() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1);
    if arguments.next().is_none_or(|first| first != RELAY) {
        return Ok(());
    }
    let Some(program) = arguments.next() else { return Ok(()) };
    let start = Instant::now();
    // What takes longer is stopped; `timeout` stops the compilers that cargo has started, too.
    let limit = LIMIT.as_secs().to_string();
    let status = Command::new("timeout").arg(limit).arg(program).args(arguments).status()?;
    let seconds = start.elapsed().as_secs_f64();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let processor = [usage.user_time(), usage.system_time()].map(|time| time.num_microseconds() as f64 / 1e6);
    println!("{seconds} {} {}", processor.iter().sum::<f64>(), usage.max_rss());
    std::process::exit(status.code().unwrap_or(1))
}
