//! Clients that send slowly hold no place for long, and one that holds many leaves the rest to others.

use super::server::Server;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What comes back of a connection on which this was sent and nothing more; it must end by itself.
fn left_alone(server: &Server, sent: &str) -> String {
    let mut stream = TcpStream::connect(&server.listens).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.write_all(sent.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server ends the connection");
    answer
}

#[test]
fn a_head_or_a_body_that_does_not_arrive_is_given_up() {
    let server = Server::start(&[]);
    let host = server.listens.clone();
    let heads = [
        String::new(),
        "GET /en HT".to_owned(),
        format!("GET /en HTTP/1.1\r\nHost: {host}\r\n"),
        format!("GET /en HTTP/1.1\r\nHost: {host}\r\n\r\n"),
    ];
    let form = format!(
        "POST /en/error HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: 100\r\n\r\nwrong="
    );
    std::thread::scope(|scope| {
        for head in &heads {
            scope.spawn(|| left_alone(&server, head));
        }
        let body = scope.spawn(|| left_alone(&server, &form));
        assert!(body.join().unwrap().starts_with("HTTP/1.1 408"), "and a form is said to be late");
    });
    assert_eq!(server.ask("GET /en", &[]).status, 200);
}

/// What is answered to a client at an address of this machine; empty where the connection is not taken.
#[cfg(target_os = "linux")]
async fn answered(server: &Server, from: &str) -> String {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind(format!("{from}:0").parse().unwrap()).unwrap();
    let stream = socket.connect(server.listens.parse().unwrap()).await.unwrap();
    let mut stream = stream.into_std().unwrap();
    stream.set_nonblocking(false).unwrap();
    let request = format!("GET /en HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", server.listens);
    let mut answer = String::new();
    // A connection that is not taken may be closed before it is written to or read from.
    let _ = stream.write_all(request.as_bytes());
    let _ = stream.read_to_string(&mut answer);
    answer
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_client_that_holds_its_share_of_connections_gets_no_more_and_others_are_answered() {
    let server = Server::start(&[]);
    // On a machine that is busy the first may be given up before the last is taken: then they are held once more.
    let mut held: Vec<TcpStream> = Vec::new();
    for again in 0.. {
        held.extend((0..128).map(|_| TcpStream::connect(&server.listens).unwrap()));
        let answer = answered(&server, "127.0.0.1").await;
        if answer.is_empty() {
            break;
        }
        assert!(again < 5, "{answer}");
    }
    assert!(answered(&server, "127.0.0.2").await.starts_with("HTTP/1.1 200"));
    drop(held);
    // The server learns of it a moment later.
    let mut answer = String::new();
    while answer.is_empty() {
        answer = answered(&server, "127.0.0.1").await;
    }
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
