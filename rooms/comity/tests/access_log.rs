//! What the server writes down of those who read.

use crate::common::Server;
use std::fs::File;

#[test]
fn the_log_of_accesses_holds_routes_and_never_what_was_asked() {
    let folder = tempfile::TempDir::new().unwrap();
    let log = folder.path().join("log");
    let mut server = Server::logging(&folder.path().join("data"), File::create(&log).unwrap().into());
    assert!(server.get("/api/v1/persons/kony?as_at=2013-10-02").starts_with("HTTP/1.1 200"));
    assert!(server.get("/api/v1/search?q=bashir&nonsense=1").starts_with("HTTP/1.1 400"));
    assert!(server.get("/en/state/ITA").starts_with("HTTP/1.1 200"));
    let form = |list: &str| format!("--x\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\n{list}\r\n--x--\r\n");
    for (list, status) in [("Joseph Kony, bashir", "200"), ("K\u{1}kony", "400")] {
        let answer = server.post_as("/en/contacts", "multipart/form-data; boundary=x", &form(list));
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
    }
    let answer = server.post_as("/api/v1/contacts", "application/json", "{\"list\": \"Joseph Kony, bashir\"}");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    server.stop();
    let log = std::fs::read_to_string(log).unwrap();
    let accesses: Vec<&str> = log.lines().filter(|line| line.contains(" method=")).collect();
    assert_eq!(accesses.len(), 6, "{log}");
    let first = "method=GET route=\"/api/v1/persons/{id}\" status=200 microseconds=";
    assert!(accesses[0].contains(first), "{log}");
    assert!(accesses[1].contains("route=\"/api/v1/search\" status=400"), "{log}");
    for asked in ["kony", "Kony", "2013", "bashir", "nonsense", "ITA"] {
        assert!(!log.contains(asked), "{asked} stands in the log: {log}");
    }
}
