//! The program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    quorate::run::main(std::env::args_os())
}
