//! Certificates for tests, made anew in each run (X.509 in DER, RFC 5280; Ed25519, RFC 8410).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair};

/// A certificate and its key.
pub struct Certificate {
    der: Vec<u8>,
    pkcs8: Vec<u8>,
    key: Ed25519KeyPair,
    subject: Vec<u8>,
}

fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let contents = parts.concat();
    let length = contents.len();
    let length = match u8::try_from(length) {
        Ok(short) if short < 0x80 => vec![short],
        Ok(longer) => vec![0x81, longer],
        _ => vec![0x82, u8::try_from(length >> 8).unwrap(), u8::try_from(length & 0xff).unwrap()],
    };
    [vec![tag], length, contents].concat()
}

fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    der(0x30, parts)
}

fn extension(identifier: u8, critical: bool, value: &[u8]) -> Vec<u8> {
    let identifier = der(0x06, &[&[0x55, 0x1d, identifier]]);
    let critical = if critical { der(0x01, &[&[0xff]]) } else { Vec::new() };
    sequence(&[&identifier, &critical, &der(0x04, &[value])])
}

impl Certificate {
    /// An authority's own.
    pub fn authority(name: &str) -> Certificate {
        Certificate::new(name, None, &extension(19, true, &sequence(&[&der(0x01, &[&[0xff]])])))
    }

    /// One of this authority, for a host or a person of this name.
    pub fn by(authority: &Certificate, name: &str) -> Certificate {
        let host = sequence(&[&der(0x82, &[name.replace(' ', "-").as_bytes()])]);
        Certificate::new(name, Some(authority), &extension(17, false, &host))
    }

    fn new(name: &str, issuer: Option<&Certificate>, extension: &[u8]) -> Certificate {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap().as_ref().to_vec();
        let key = Ed25519KeyPair::from_pkcs8(&pkcs8).unwrap();
        let common_name = sequence(&[&der(0x06, &[&[0x55, 0x04, 3]]), &der(0x0c, &[name.as_bytes()])]);
        let subject = sequence(&[&der(0x31, &[&common_name])]);
        let algorithm = sequence(&[&der(0x06, &[&[0x2b, 0x65, 0x70]])]);
        let signed = sequence(&[
            &der(0xa0, &[&der(0x02, &[&[2]])]),
            &der(0x02, &[&[7]]),
            &algorithm,
            issuer.map_or(&subject, |issuer| &issuer.subject),
            &sequence(&[&der(0x17, &[b"200101000000Z"]), &der(0x17, &[b"491231235959Z"])]),
            &subject,
            &sequence(&[&algorithm, &der(0x03, &[&[0], key.public_key().as_ref()])]),
            &der(0xa3, &[&sequence(&[extension])]),
        ]);
        let signature = issuer.map_or(&key, |issuer| &issuer.key).sign(&signed);
        let whole = sequence(&[&signed, &algorithm, &der(0x03, &[&[0], signature.as_ref()])]);
        Certificate {
            der: whole,
            pkcs8,
            key,
            subject,
        }
    }

    pub fn der(&self) -> &[u8] {
        &self.der
    }

    pub fn key_der(&self) -> &[u8] {
        &self.pkcs8
    }

    pub fn pem(&self) -> String {
        pem("CERTIFICATE", &self.der)
    }

    pub fn key_pem(&self) -> String {
        pem("PRIVATE KEY", &self.pkcs8)
    }
}

fn pem(kind: &str, der: &[u8]) -> String {
    format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n", STANDARD.encode(der))
}
