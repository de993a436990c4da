//! Answering on a listener. Whoever holds a connection open and says nothing gives it up after a while, so
//! that slow and broken clients shut nobody else out, and keep nobody from ending the server.

use crate::{Web, router};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// How long the head of a request may take, the time between two requests included.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long requests under way may take when the server is to end.
const LAST: Duration = Duration::from_secs(5);
/// How many connections are held at once; more wait for their turn.
const CONNECTIONS: usize = 512;

/// Answers on a listener until `stopped` comes to pass; requests under way then get a few seconds more.
///
/// # Errors
/// The listener cannot go on.
pub async fn serve(listener: TcpListener, web: Web, stopped: impl Future<Output = ()> + Send) -> std::io::Result<()> {
    let service = TowerToHyperService::new(router(web));
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let open = GracefulShutdown::new();
    let mut stopped = pin!(stopped);
    loop {
        let place = tokio::select! {
            place = places.clone().acquire_owned() => place.map_err(std::io::Error::other)?,
            () = &mut stopped => break,
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stopped => break,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(error) => {
                // A client that went away, or no more open files for now: neither ends the server.
                tracing::warn!("a connection could not be taken: {error}");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let mut builder = Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
        let connection = open.watch(builder.serve_connection(TokioIo::new(stream), service.clone()));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!("a connection ended: {error}");
            }
            drop(place);
        });
    }
    drop(listener);
    tokio::select! {
        () = open.shutdown() => {}
        () = tokio::time::sleep(LAST) => {}
    }
    Ok(())
}
