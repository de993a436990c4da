//! `comity VERB`: see `comity --help`.

use clap::Parser;
use comity::args::Args;
use comity::said::Refused;
use comity::verbs;
use std::io::ErrorKind;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("comity: the system gives no threads: {error}");
            return ExitCode::from(2);
        }
    };
    match runtime.block_on(verbs::run(args)) {
        Ok(done) => done.exit_code(),
        // Whoever reads has had enough, as `head` does.
        Err(Refused::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(refused) => {
            eprintln!("comity: {refused}");
            ExitCode::from(2)
        }
    }
}
