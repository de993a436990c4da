//! A browser with an authenticator in software: it makes real keys and real signatures, and lies where a test
//! tells it to.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use serde_json::json;
use sha2::{Digest, Sha256};

/// By which kind of key it signs.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Es256,
    EdDsa,
}

enum Pair {
    Es256(EcdsaKeyPair),
    EdDsa(Ed25519KeyPair),
}

/// What a test can change, each beginning with what an honest browser and authenticator do.
pub struct Authenticator {
    pair: Pair,
    pub id: Vec<u8>,
    /// The counter of the next answer.
    pub counter: u32,
    pub present: bool,
    pub verified: bool,
    pub backup_eligible: bool,
    pub backed_up: bool,
    pub origin: String,
    pub cross_origin: bool,
    /// The origin of the page around a frame, as browsers give it there.
    pub top_origin: Option<String>,
    /// The id that the browser says instead of the authenticator's.
    pub claimed_id: Option<Vec<u8>>,
    /// The id of the relying party for which it answers; none for that of the options.
    pub site: Option<String>,
    /// The user handle, as it was at registration.
    pub user: Vec<u8>,
    /// Extensions that nobody asked for, in the authenticator data.
    pub extensions: bool,
    /// The sort of client data; none for the right one.
    pub sort: Option<String>,
}

impl Authenticator {
    pub fn new(kind: Kind, origin: &str, id: &[u8]) -> Authenticator {
        let random = SystemRandom::new();
        let pair = match kind {
            Kind::Es256 => {
                let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
                Pair::Es256(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref(), &random).unwrap())
            }
            Kind::EdDsa => {
                let key = Ed25519KeyPair::generate_pkcs8(&random).unwrap();
                Pair::EdDsa(Ed25519KeyPair::from_pkcs8(key.as_ref()).unwrap())
            }
        };
        Authenticator {
            pair,
            id: id.to_vec(),
            counter: 0,
            present: true,
            verified: true,
            backup_eligible: false,
            backed_up: false,
            origin: origin.to_owned(),
            cross_origin: false,
            top_origin: None,
            claimed_id: None,
            site: None,
            user: Vec::new(),
            extensions: false,
            sort: None,
        }
    }

    /// What `navigator.credentials.create()` answers to these options, by `toJSON()`.
    pub fn create(&mut self, options: &str) -> String {
        let options: serde_json::Value = serde_json::from_str(options).unwrap();
        self.user = URL_SAFE_NO_PAD.decode(options["user"]["id"].as_str().unwrap()).unwrap();
        let client_data = self.client_data("webauthn.create", &options);
        let data = self.data(options["rp"]["id"].as_str().unwrap(), true);
        let object = cbor(&Value::Map(vec![
            ("fmt".into(), "none".into()),
            ("attStmt".into(), Value::Map(Vec::new())),
            ("authData".into(), Value::Bytes(data.clone())),
        ]));
        let id = URL_SAFE_NO_PAD.encode(self.claimed_id.as_ref().unwrap_or(&self.id));
        json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": URL_SAFE_NO_PAD.encode(&client_data),
                "attestationObject": URL_SAFE_NO_PAD.encode(&object),
                "authenticatorData": URL_SAFE_NO_PAD.encode(&data),
                "transports": ["internal", "hybrid", "carrier-pigeon"],
                "publicKeyAlgorithm": -7,
            },
        })
        .to_string()
    }

    /// What `navigator.credentials.get()` answers to these options, by `toJSON()`.
    pub fn get(&mut self, options: &str) -> String {
        let options: serde_json::Value = serde_json::from_str(options).unwrap();
        let client_data = self.client_data("webauthn.get", &options);
        let data = self.data(options["rpId"].as_str().unwrap(), false);
        let signed = [data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature = match &self.pair {
            Pair::Es256(pair) => pair.sign(&SystemRandom::new(), &signed).unwrap().as_ref().to_vec(),
            Pair::EdDsa(pair) => pair.sign(&signed).as_ref().to_vec(),
        };
        let id = URL_SAFE_NO_PAD.encode(self.claimed_id.as_ref().unwrap_or(&self.id));
        json!({
            "id": id,
            "rawId": id,
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": URL_SAFE_NO_PAD.encode(&client_data),
                "authenticatorData": URL_SAFE_NO_PAD.encode(&data),
                "signature": URL_SAFE_NO_PAD.encode(&signature),
                "userHandle": URL_SAFE_NO_PAD.encode(&self.user),
            },
        })
        .to_string()
    }

    fn client_data(&self, sort: &str, options: &serde_json::Value) -> Vec<u8> {
        let mut said = json!({
            "type": self.sort.as_deref().unwrap_or(sort),
            "challenge": options["challenge"],
            "origin": self.origin,
            "crossOrigin": self.cross_origin,
        });
        if let Some(top) = &self.top_origin {
            said["topOrigin"] = top.as_str().into();
        }
        said.to_string().into_bytes()
    }

    fn data(&self, site: &str, new: bool) -> Vec<u8> {
        let site = self.site.as_deref().unwrap_or(site);
        let mut data = Sha256::digest(site.as_bytes()).to_vec();
        let flags = [
            (self.present, 1),
            (self.verified, 1 << 2),
            (self.backup_eligible, 1 << 3),
            (self.backed_up, 1 << 4),
            (new, 1 << 6),
            (self.extensions, 1 << 7),
        ];
        data.push(flags.iter().filter(|(set, _)| *set).map(|(_, bit)| bit).sum());
        data.extend(self.counter.to_be_bytes());
        if new {
            data.extend([0; 16]);
            data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
            data.extend(&self.id);
            data.extend(self.cose());
        }
        if self.extensions {
            data.extend(cbor(&Value::Map(vec![("exercise".into(), true.into())])));
        }
        data
    }

    fn cose(&self) -> Vec<u8> {
        let members: Vec<(i64, Value)> = match &self.pair {
            Pair::Es256(pair) => {
                let point = pair.public_key().as_ref();
                let (x, y) = (point[1..33].to_vec(), point[33..].to_vec());
                vec![
                    (1, 2.into()),
                    (3, (-7).into()),
                    (-1, 1.into()),
                    (-2, Value::Bytes(x)),
                    (-3, Value::Bytes(y)),
                ]
            }
            Pair::EdDsa(pair) => {
                let x = pair.public_key().as_ref().to_vec();
                vec![(1, 1.into()), (3, (-8).into()), (-1, 6.into()), (-2, Value::Bytes(x))]
            }
        };
        cbor(&Value::Map(
            members.into_iter().map(|(label, value)| (label.into(), value)).collect(),
        ))
    }
}

fn cbor(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}
