//! Answering on a listener, in the open or over TLS. Whoever holds a connection open and says nothing, or does not
//! take what is said, gives it up after a while, so that slow and broken clients shut nobody else out, and keep nobody
//! from ending the server.

use crate::guard::Peer;
use crate::places::Places;
use crate::steady::Steady;
use crate::tls::{ClientCertificate, Tls};
use crate::{Web, router};
use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// How long the head of a request may take, the time between two requests included; and the opening of TLS.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long the other end may take nothing of what is said to it.
const TAKEN: Duration = Duration::from_secs(60);
/// How long requests under way may take when the server is to end.
const LAST: Duration = Duration::from_secs(5);
/// Answers on a listener until `stopped` comes to pass; requests under way then get a few seconds more. So many
/// connections are held at once, and more wait for their turn; where clients connect themselves, each network has its
/// share, and what is beyond is not taken.
///
/// # Errors
/// The listener cannot go on.
pub async fn serve(listener: TcpListener, web: Web, tls: Option<Tls>, stopped: impl Future<Output = ()> + Send) -> std::io::Result<()> {
    let places = Places::new(web.site.behind.is_none());
    let router = router(web);
    let open = GracefulShutdown::new();
    let mut stopped = pin!(stopped);
    loop {
        let place = tokio::select! {
            place = places.any() => place.map_err(std::io::Error::other)?,
            () = &mut stopped => break,
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stopped => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // A client that went away, or no more open files for now: neither ends the server.
                tracing::warn!("a connection could not be taken: {error}");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let Some(place) = places.of(place, peer.ip()) else {
            tracing::debug!("a network that has its share of connections wanted one more");
            continue;
        };
        let (router, tls, watcher) = (router.clone(), tls.clone(), open.watcher());
        tokio::spawn(async move {
            let stream = Steady::new(stream, TAKEN);
            match tls {
                None => converse(stream, router, peer, None, watcher).await,
                Some(tls) => converse_over_tls(stream, tls, router, peer, watcher).await,
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

async fn converse_over_tls(stream: Steady<TcpStream>, tls: Tls, router: Router, peer: SocketAddr, watcher: Watcher) {
    match tokio::time::timeout(PATIENCE, tls.0.accept(stream)).await {
        Ok(Ok(stream)) => {
            let shown = stream.get_ref().1.peer_certificates().and_then(|chain| chain.first());
            let certificate = shown.map(ClientCertificate::of);
            converse(stream, router, peer, certificate, watcher).await;
        }
        Ok(Err(error)) => tracing::debug!("TLS was not opened: {error}"),
        Err(_) => tracing::debug!("TLS was not opened in time"),
    }
}

/// Answers on one connection. Each request says who holds its other end.
async fn converse<S>(stream: S, router: Router, peer: SocketAddr, certificate: Option<ClientCertificate>, watcher: Watcher)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        if let Some(certificate) = &certificate {
            request.extensions_mut().insert(certificate.clone());
        }
        router.clone().oneshot(request)
    });
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    let connection = watcher.watch(builder.serve_connection(TokioIo::new(stream), service));
    if let Err(error) = connection.await {
        tracing::debug!("a connection ended: {error}");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::Extension;
    use axum::routing::get;
    use std::io::{Read, Write};

    /// What a handler is told of the connection, where a client shows this certificate.
    async fn told(certificate: Option<ClientCertificate>) -> (SocketAddr, String) {
        let handler = async |Extension(Peer(peer)): Extension<Peer>, shown: Option<Extension<ClientCertificate>>| {
            format!("{peer} {}", shown.map_or_else(String::new, |Extension(shown)| shown.subject))
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let client = tokio::task::spawn_blocking(move || {
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            let request = "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.1\r\nConnection: close\r\n\r\n";
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            (stream.local_addr().unwrap(), answer)
        });
        let (stream, peer) = listener.accept().await.unwrap();
        let open = GracefulShutdown::new();
        let router = Router::new().route("/", get(handler));
        converse(stream, router, peer, certificate, open.watcher()).await;
        client.await.unwrap()
    }

    #[tokio::test]
    async fn a_request_says_who_holds_the_other_end_and_which_certificate_they_showed() {
        let (client, answer) = told(None).await;
        assert!(answer.ends_with(&format!("\r\n\r\n{client} ")), "{answer}");
        let shown = ClientCertificate {
            sha256: "00".repeat(32),
            subject: "CN=Exercise One".to_owned(),
        };
        let (client, answer) = told(Some(shown)).await;
        assert!(answer.ends_with(&format!("\r\n\r\n{client} CN=Exercise One")), "{answer}");
    }
}
