//! A program without `std` and without an allocator links against the crate and looks up a code.

use dli_status_tests::{Downstream, stderr};

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
fn a_program_without_std_looks_up_a_code() {
    let user = Downstream::with_dli_status("bare", &[]);
    user.extend_manifest("[profile.release]\npanic = \"abort\"\nlto = true");
    user.write("src/main.rs", PROGRAM);
    let output = user.cargo(&["run", "--quiet", "--release"]);
    let expected = "NotFound".len() as i32 + 1 + 1;
    assert_eq!(output.status.code(), Some(expected), "{}", stderr(&output));
}
