//! A server with flags of its own over an exercise record, asked over a real socket.

use crate::common::Folder;
use crate::common::comity;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

pub struct Server {
    child: Child,
    /// Address and port where it listens.
    pub listens: String,
    _folder: Folder,
}

/// An answer, as it came over the wire.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Answer {
    pub fn read(text: &str) -> Answer {
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer {
            status,
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    /// The value of a header, in small letters on the wire as hyper writes it; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .filter(|(given, _)| *given == name)
            .map(|(_, value)| value)
            .next()
            .unwrap_or_default()
    }
}

impl Server {
    /// One on a free port of this machine, over an empty exercise record.
    pub fn start(flags: &[&str]) -> Server {
        let folder = Folder::new();
        let data = folder.path().join("data");
        let begun = comity(&["record", "init", "--exercise", "--data", data.to_str().unwrap()]);
        assert!(begun.status.success(), "{}", String::from_utf8_lossy(&begun.stderr));
        let log = folder.path().join("log");
        let mut child = Command::new(env!("CARGO_BIN_EXE_comity"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .args(crate::common::address(&data).map(|address| format!("--database={address}")))
            .args(flags)
            .stdout(Stdio::piped())
            .stderr(File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit(' ').next().unwrap_or_default();
        let listens = address.split("//").nth(1).unwrap_or_default().trim_end_matches('/').to_owned();
        let said = || std::fs::read_to_string(&log).unwrap_or_default();
        assert!(listens.starts_with("127.0.0.1:"), "the server said {line:?} {}", said());
        Server {
            child,
            listens,
            _folder: folder,
        }
    }

    /// Sends a request line and headers; the host is where the server listens, unless a header says another.
    pub fn ask(&self, line: &str, headers: &[&str]) -> Answer {
        self.send(line, headers, "")
    }

    pub fn send(&self, line: &str, headers: &[&str], body: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.listens).unwrap();
        self.write(&mut stream, line, headers, body);
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        Answer::read(&String::from_utf8_lossy(&text))
    }

    pub fn write(&self, stream: &mut impl Write, line: &str, headers: &[&str], body: &str) {
        let mut head = format!("{line} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|header| header.starts_with("Host:")) {
            head += &format!("Host: {}\r\n", self.listens);
        }
        if !body.is_empty() {
            head += &format!("Content-Length: {}\r\n", body.len());
        }
        for header in headers {
            head += &format!("{header}\r\n");
        }
        stream.write_all(format!("{head}\r\n{body}").as_bytes()).unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
