//! `comity serve`: pages and API on a folder, one server a folder.

use super::told;
use crate::args::Serve;
use crate::demonstration;
use crate::lock::ServerLock;
use crate::reached::reached;
use crate::said::{Done, Refused};
use crate::signing::{Services, signing};
use crate::system::System;
use identity::people::People;
use register::Register;
use register::answering::WorkingAnswers;
use register::audit::{Act, AuditBook};
use register::desk::ErrorReports;
use register::draft::Drafts;
use register::outside::Outside;
use register::sign_in::SignInDesk;
use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::time::Duration;
use store::{AttachmentFolder, DeskStore, Home};
use web::{Tls, Web};

/// How often the server looks whether a mark has passed.
const LOOK_FOR_MARKS: Duration = Duration::from_secs(15);
/// How often it writes into the audit how many requests were denied, or for addresses that are unknown.
const COUNTS: Duration = Duration::from_secs(60);
/// How often it forgets reports of errors that were closed long ago, sessions and links that are over, and files that nobody
/// used.
const FORGET: Duration = Duration::from_secs(24 * 60 * 60);

pub async fn run(home: &Home, serve: Serve) -> Result<Done, Refused> {
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(colours)
        .with_target(false)
        .init();
    let (site, tls) = reached(&serve)?;
    let services = Services::read(serve.sign_in.as_deref())?;
    if serve.demo && !serve.listen.ip().is_loopback() {
        return Err(Refused::Given(format!(
            "{} is reached from other machines, and a demonstration signs anybody in: give an address of this machine, such as 127.0.0.1:8080",
            serve.listen
        )));
    }
    std::fs::create_dir_all(&home.folder).map_err(|error| Refused::file(&home.folder, &error))?;
    let mut lock = ServerLock::take(&home.folder)?;
    let house = if serve.demo {
        demonstration::open(home, Arc::new(System)).await?
    } else {
        super::open(home).await?
    };
    house.store.tick_due().await?;
    // What is public is served all the same.
    if let Err(error) = told::tell(&house, &[told::event(Act::SystemStarted)]).await {
        tracing::error!("what is confidential or under seal is shown to nobody until the audit can be written: {error}");
    }
    let listener = tokio::net::TcpListener::bind(serve.listen).await.map_err(|error| {
        Refused::Given(format!(
            "cannot listen on {}: {error}; give another address with --listen, port 0 takes a free one",
            serve.listen
        ))
    })?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    let bound = listener.local_addr()?;
    let address = format!("{scheme}://{bound}/");
    // No browser gives passkeys to an address.
    let origin = match &site.public {
        None => format!("{scheme}://localhost:{}", bound.port()),
        Some(public) => public.origin().to_owned(),
    };
    let signing = signing(&serve, services, &origin)?;
    let desk = Arc::new(DeskStore::open(home).await?);
    let drafts = super::drafts(&house, &desk);
    let answers = WorkingAnswers::new(Arc::new(house.store.answers(&desk)), house.register.outside.clone());
    let (people, audit) = super::people(&house, desk.clone());
    if serve.demo {
        demonstration::seed(&house, &people).await?;
        eprintln!("comity: a demonstration in {home}: invented people and matter, as whom anybody at this machine signs in");
    } else {
        say_first_link(&people, &origin).await;
    }
    lock.say(&address)?;
    // Whoever started it may not listen any more: that is no reason not to serve.
    let _ = match &site.public {
        None => writeln!(std::io::stdout().lock(), "Comity is open at {address}"),
        Some(public) => writeln!(std::io::stdout().lock(), "Comity is open at {public}, listening on {address}"),
    };
    let ticking = tokio::spawn(close_ticks(house.store.clone()));
    let reports = super::error_reports(home).await?;
    let forgetting = tokio::spawn(forget(
        house.register.clone(),
        reports.clone(),
        desk,
        (drafts.clone(), answers.clone()),
        house.store.attachments(),
    ));
    let counting = tokio::spawn(write_counts(audit.clone()));
    let web = Web {
        people,
        drafts,
        answers,
        audit: audit.clone(),
        signing: Arc::new(signing),
        register: house.register.clone(),
        reports,
        verifier_key: house.store.verifier_key_text(),
        site,
        origin,
    };
    axum_serve(listener, web, tls).await?;
    ticking.abort();
    forgetting.abort();
    counting.abort();
    // Whoever ends the server is not kept from it by the audit.
    if let Err(error) = audit.write_tally().await {
        tracing::error!("how many requests were denied in the last minute could not be written into the audit: {error}");
    }
    house.store.close().await;
    Ok(Done::Yes)
}

async fn axum_serve(listener: tokio::net::TcpListener, web: Web, tls: Option<Tls>) -> Result<(), Refused> {
    Ok(web::serve(listener, web, tls, stopped()).await?)
}

async fn close_ticks(store: Arc<store::RecordStore>) {
    loop {
        tokio::time::sleep(LOOK_FOR_MARKS).await;
        if let Err(error) = store.tick_due().await {
            tracing::error!("the tick could not be closed, it is tried again: {error}");
        }
    }
}

async fn write_counts(audit: AuditBook) {
    loop {
        tokio::time::sleep(COUNTS).await;
        if let Err(error) = audit.write_tally().await {
            tracing::error!("how many requests were denied could not be written into the audit, it is tried again: {error}");
        }
    }
}

/// Prints the link by which the first administrator comes in, where nobody administers the record yet.
async fn say_first_link(people: &People, origin: &str) {
    match people.first_link().await {
        Ok(None) => {}
        Ok(Some(link)) => eprintln!(
            "comity: nobody administers this record yet; the first administrator comes in by this link, once, within 24 hours: {}",
            super::people::address(origin, &link)
        ),
        // What is public is served all the same.
        Err(error) => tracing::error!("the link of the first administrator could not be made: {error}"),
    }
}

async fn forget(
    register: Register,
    reports: ErrorReports,
    desk: Arc<DeskStore>,
    (drafts, answers): (Drafts, WorkingAnswers),
    files: Arc<AttachmentFolder>,
) {
    loop {
        if let Err(error) = register.settle_reviews(&drafts).await {
            tracing::error!("drafts could not be brought to what is recorded of their requests, it is tried again: {error}");
        }
        if let Err(error) = reports.forget().await {
            tracing::error!("reports of errors that were closed long ago could not be deleted, it is tried again: {error}");
        }
        if let Err(error) = SignInDesk::forget(desk.as_ref(), System.now()).await {
            tracing::error!("sessions and links that are over could not be deleted, it is tried again: {error}");
        }
        if let Err(error) = drafts.forget().await {
            tracing::error!("drafts that nobody wrote in for a year could not be deleted, it is tried again: {error}");
        }
        if let Err(error) = answers.forget().await {
            tracing::error!("what was typed into forms a month ago and not sent could not be deleted, it is tried again: {error}");
        }
        if let Err(error) = files.forget().await {
            tracing::error!("files that were sent and not used within a day could not be deleted, it is tried again: {error}");
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
