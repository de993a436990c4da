//! `comity serve`: pages and API on a folder, one server a folder.

use crate::args::Serve;
use crate::lock::ServerLock;
use crate::said::{Done, Refused};
use register::desk::ErrorReports;
use std::io::{IsTerminal, Write};
use std::time::Duration;
use store::Home;
use web::Web;

/// How often the server looks whether a mark has passed.
const LOOK_FOR_MARKS: Duration = Duration::from_secs(15);
/// How often it forgets reports of errors that were closed long ago.
const FORGET: Duration = Duration::from_secs(24 * 60 * 60);

pub async fn run(home: &Home, serve: Serve) -> Result<Done, Refused> {
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(colours)
        .with_target(false)
        .init();
    std::fs::create_dir_all(&home.folder).map_err(|error| Refused::file(&home.folder, &error))?;
    let mut lock = ServerLock::take(&home.folder)?;
    let house = super::open(home).await?;
    house.store.tick_due().await?;
    let listener = tokio::net::TcpListener::bind(serve.listen).await.map_err(|error| {
        Refused::Given(format!(
            "cannot listen on {}: {error}; give another address with --listen, port 0 takes a free one",
            serve.listen
        ))
    })?;
    let address = format!("http://{}/", listener.local_addr()?);
    lock.say(&address)?;
    // Whoever started it may not listen any more: that is no reason not to serve.
    let _ = writeln!(std::io::stdout().lock(), "Comity is open at {address}");
    let ticking = tokio::spawn(close_ticks(house.store.clone()));
    let reports = super::error_reports(home).await?;
    let forgetting = tokio::spawn(forget(reports.clone()));
    let web = Web {
        register: house.register.clone(),
        reports,
        verifier_key: house.store.verifier_key_text(),
    };
    axum_serve(listener, web).await?;
    ticking.abort();
    forgetting.abort();
    house.store.close().await;
    Ok(Done::Yes)
}

async fn axum_serve(listener: tokio::net::TcpListener, web: Web) -> Result<(), Refused> {
    Ok(web::serve(listener, web, stopped()).await?)
}

async fn close_ticks(store: std::sync::Arc<store::RecordStore>) {
    loop {
        tokio::time::sleep(LOOK_FOR_MARKS).await;
        if let Err(error) = store.tick_due().await {
            tracing::error!("the tick could not be closed, it is tried again: {error}");
        }
    }
}

async fn forget(reports: ErrorReports) {
    loop {
        if let Err(error) = reports.forget().await {
            tracing::error!("reports of errors that were closed long ago could not be deleted, it is tried again: {error}");
        }
        tokio::time::sleep(FORGET).await;
    }
}

/// Waits for an interrupt or a request to end.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
