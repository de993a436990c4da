//! The signed state of the public log (C2SP `tlog-checkpoint` in a C2SP `signed-note`, Ed25519).

use crate::merkle::Hash;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// The algorithm byte of Ed25519 in key ids and verifier keys (C2SP `signed-note`).
const ED25519: u8 = 0x01;

/// What a checkpoint says of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Name of the log, which is the name of its key too; see [`is_origin`].
    pub origin: String,
    /// How many ticks the log holds.
    pub size: u64,
    /// Root hash at this size.
    pub root: Hash,
}

/// Why a checkpoint or a verifier key is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// The text is not a checkpoint.
    #[error(
        "the checkpoint's {part} is not in the form of C2SP tlog-checkpoint; take the text as it was published, to the last line break"
    )]
    Form {
        /// Which part.
        part: &'static str,
    },
    /// No signature of the key.
    #[error("the checkpoint of {origin:?} bears no signature of the given key; give the verifier key of this log")]
    NoSignature {
        /// Origin that the checkpoint names.
        origin: String,
    },
    /// A signature of the key that does not hold.
    #[error("the signature under the checkpoint of {origin:?} does not hold; the checkpoint was changed, fetch it again")]
    BadSignature {
        /// Origin that the checkpoint names.
        origin: String,
    },
    /// The text is not a verifier key.
    #[error("the verifier key is not in the form NAME+HASH+KEY of C2SP signed-note for Ed25519; copy it whole, as it was published")]
    VerifierKey,
}

/// Whether a name can be the origin of a log and the name of its key: not empty, without white space,
/// control characters and `+`.
pub fn is_origin(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+')
}

/// The id of a key under a name: the first four bytes of SHA-256 over the name, a line break, the
/// algorithm byte and the key.
pub fn key_id(name: &str, key: &VerifyingKey) -> u32 {
    let digest: [u8; 32] = Sha256::new()
        .chain_update(name)
        .chain_update([b'\n', ED25519])
        .chain_update(key.as_bytes())
        .finalize()
        .into();
    digest.iter().take(4).fold(0, |id, byte| id << 8 | u32::from(*byte))
}

/// The text by which a log's key is given to verifiers: `NAME+HASH+KEY`.
pub fn verifier_key_text(origin: &str, key: &VerifyingKey) -> String {
    format!(
        "{origin}+{:08x}+{}",
        key_id(origin, key),
        STANDARD.encode([&[ED25519], key.as_bytes().as_slice()].concat())
    )
}

/// Reads a verifier key: origin and key.
///
/// # Errors
/// [`CheckpointError::VerifierKey`].
pub fn parse_verifier_key(text: &str) -> Result<(String, VerifyingKey), CheckpointError> {
    let read = || {
        let (origin, rest) = text.split_once('+').filter(|(origin, _)| is_origin(origin))?;
        let (_, key) = rest.split_once('+')?;
        let key: [u8; 33] = STANDARD.decode(key).ok()?.try_into().ok()?;
        let (_, key) = key.split_first().filter(|(algorithm, _)| **algorithm == ED25519)?;
        let key = VerifyingKey::from_bytes(key.first_chunk()?).ok()?;
        // Writing it anew shows that the hash is right and the text the one way to write it.
        (verifier_key_text(origin, &key) == text).then(|| (origin.to_owned(), key))
    };
    read().ok_or(CheckpointError::VerifierKey)
}

impl Checkpoint {
    /// The signed text. `origin` must be one by [`is_origin`]; otherwise nobody can parse it.
    pub fn signed(&self, key: &SigningKey) -> String {
        let note = self.note();
        let id = key_id(&self.origin, &key.verifying_key()).to_be_bytes();
        let signature = key.sign(note.as_bytes()).to_bytes();
        format!(
            "{note}\n\u{2014} {} {}\n",
            self.origin,
            STANDARD.encode([id.as_slice(), &signature].concat())
        )
    }

    /// Reads a signed checkpoint and verifies that this key signed it under the checkpoint's origin.
    /// Signatures of others (witnesses) may stand beside it and are not judged. Extension lines are
    /// signed with the rest and say nothing to us.
    ///
    /// # Errors
    /// A text of another form, no signature of the key, or one that does not hold.
    pub fn parse_and_verify(text: &str, key: &VerifyingKey) -> Result<Checkpoint, CheckpointError> {
        let (note, signatures) = text.rsplit_once("\n\n").ok_or(CheckpointError::Form { part: "blank line" })?;
        let checkpoint = Checkpoint::parse_note(note)?;
        let signatures = signatures
            .strip_suffix('\n')
            .ok_or(CheckpointError::Form { part: "last line break" })?;
        let (origin, id) = (checkpoint.origin.clone(), key_id(&checkpoint.origin, key).to_be_bytes());
        let mut ours = None;
        for line in signatures.split('\n') {
            let (name, bytes) = signature_line(line).ok_or(CheckpointError::Form { part: "signature line" })?;
            if let (true, Some(signature)) = (name == origin, bytes.strip_prefix(&id)) {
                ours = Some(signature.to_vec());
            }
        }
        let Some(signature) = ours else {
            return Err(CheckpointError::NoSignature { origin });
        };
        // The signed text runs up to and with the line break before the blank line.
        let holds = Signature::from_slice(&signature).and_then(|s| key.verify_strict(format!("{note}\n").as_bytes(), &s));
        holds.map(|()| checkpoint).map_err(|_| CheckpointError::BadSignature { origin })
    }

    fn note(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }

    fn parse_note(note: &str) -> Result<Checkpoint, CheckpointError> {
        let form = |part| CheckpointError::Form { part };
        let mut lines = note.split('\n');
        let origin = lines.next().filter(|origin| is_origin(origin)).ok_or_else(|| form("origin"))?;
        let size = lines.next().unwrap_or_default();
        let size: u64 = size
            .parse()
            .ok()
            .filter(|n: &u64| n.to_string() == size)
            .ok_or_else(|| form("size"))?;
        let root = STANDARD
            .decode(lines.next().unwrap_or_default())
            .ok()
            .and_then(|root| root.try_into().ok());
        let root = root.ok_or_else(|| form("root"))?;
        if lines.any(|extension| extension.is_empty() || extension.contains(char::is_control)) {
            return Err(form("extension line"));
        }
        Ok(Checkpoint {
            origin: origin.to_owned(),
            size,
            root,
        })
    }
}

/// Name, and bytes of key id and signature.
fn signature_line(line: &str) -> Option<(&str, Vec<u8>)> {
    let (name, bytes) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    let bytes = STANDARD.decode(bytes).ok()?;
    (is_origin(name) && bytes.len() > 4).then_some((name, bytes))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32])
    }

    fn checkpoint() -> Checkpoint {
        Checkpoint {
            origin: "exercise.example/comity".into(),
            size: 7,
            root: [9; 32],
        }
    }

    #[test]
    fn a_checkpoint_is_read_back_by_whoever_has_the_key() {
        let text = checkpoint().signed(&key(1));
        assert!(
            text.starts_with(
                "exercise.example/comity\n7\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n\n\u{2014} exercise.example/comity "
            )
        );
        assert_eq!(Checkpoint::parse_and_verify(&text, &key(1).verifying_key()), Ok(checkpoint()));
    }

    #[test]
    fn another_key_another_origin_and_any_changed_byte_are_refused() {
        let text = checkpoint().signed(&key(1));
        let by = |text: &str, seed| Checkpoint::parse_and_verify(text, &key(seed).verifying_key());
        assert_eq!(
            by(&text, 2),
            Err(CheckpointError::NoSignature {
                origin: checkpoint().origin
            })
        );
        for at in 0..text.len() {
            for mask in [1u8, 0x20] {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= mask;
                let Ok(changed) = String::from_utf8(bytes) else { continue };
                assert!(by(&changed, 1).is_err(), "byte {at} changed by {mask}");
            }
        }
        assert!(by(text.trim_end(), 1).is_err());
        assert!(by("", 1).is_err());
    }

    #[test]
    fn witnesses_may_sign_beside_us_but_not_in_our_place() {
        let ours = checkpoint().signed(&key(1));
        let witness = format!("\u{2014} witness.example {}\n", STANDARD.encode([5; 76]));
        let verifying = key(1).verifying_key();
        assert_eq!(
            Checkpoint::parse_and_verify(&format!("{ours}{witness}"), &verifying),
            Ok(checkpoint())
        );
        let alone = format!("{}\n{witness}", checkpoint().note());
        assert!(matches!(
            Checkpoint::parse_and_verify(&alone, &verifying),
            Err(CheckpointError::NoSignature { .. })
        ));
    }

    #[test]
    fn the_verifier_key_is_read_back_and_refused_with_any_changed_character() {
        let text = verifier_key_text("exercise.example/comity", &key(1).verifying_key());
        assert_eq!(
            parse_verifier_key(&text),
            Ok(("exercise.example/comity".into(), key(1).verifying_key()))
        );
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            assert!(parse_verifier_key(&String::from_utf8(bytes).unwrap()).is_err(), "character {at}");
        }
    }

    #[test]
    fn the_key_id_is_that_of_the_published_example_form() {
        // SHA-256 over name, line break, 0x01 and key, reckoned here step by step.
        let verifying = key(3).verifying_key();
        let input = [b"log.example\n\x01".as_slice(), verifying.as_bytes()].concat();
        let digest = Sha256::digest(&input);
        assert_eq!(key_id("log.example", &verifying).to_be_bytes(), digest[..4]);
        assert!(is_origin("log.example/a") && !is_origin("a b") && !is_origin("a+b") && !is_origin("") && !is_origin("a\n"));
    }
}
