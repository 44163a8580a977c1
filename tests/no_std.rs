//! A program without `std` and without an allocator links against the crate and looks a code up.

use dli_status_tests::{Downstream, workspace};
use std::path::Path;

const PROGRAM: &str = "
#![no_std]
#![no_main]

use dli_status::{Received, StatusCode};

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

#[link(name = \"c\")]
unsafe extern \"C\" {}

#[unsafe(no_mangle)]
extern \"C\" fn main() -> i32 {
    let known = StatusCode::from_code(404).map_or(0, |status| status.message().len());
    let parsed = \"nOT mODIFIED\".parse::<StatusCode>().map_or(0, |status| i32::from(status.code() == 304));
    let kept = Received::<StatusCode>::new(599).code() == 599;
    known as i32 + parsed + i32::from(kept)
}
";

#[test]
fn a_program_without_std_looks_a_code_up() {
    let manifest = format!(
        "[dependencies]\ndli-status = {{ path = {:?} }}\n\n[profile.release]\npanic = \"abort\"\nlto = true",
        workspace().join("dli-status")
    );
    let program = Downstream::new("bare", &manifest, &Path::new(env!("CARGO_TARGET_TMPDIR")).join("no_std"));
    program.write("src/main.rs", PROGRAM);
    let ran = program.cargo(&["run", "--quiet", "--release"]).expect("cargo starts");
    let expected = "NotFound".len() as i32 + 1 + 1;
    assert_eq!(ran.status.code(), Some(expected), "{}", String::from_utf8_lossy(&ran.stderr));
}
