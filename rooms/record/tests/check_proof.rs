//! An independent program (`check_proof.py`, Python, nothing of ours) checks our proofs: it accepts
//! what we prove and refuses whatever was changed. Our own verifier is held to the same table.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::SigningKey;
use jiff::{Timestamp, ToSpan};
use record::audience::Audience;
use record::checkpoint::{Checkpoint, parse_verifier_key, verifier_key_text};
use record::entry::{Author, Draft, Entry, EntryId, Subject};
use record::json::{Object, Value};
use record::leaf::{Salt, leaf_hash};
use record::log::{Nodes, grown, log_inclusion, log_root};
use record::merkle::{self, Hash};
use record::proof::Proof;
use record::tick::{TickKey, tick_path, tick_record, tick_root};
use record::when::When;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const ORIGIN: &str = "exercise.example/comity";
const K: u8 = 12;
/// How many ticks the record of these tests has: a log that is no complete tree.
const TICKS: u64 = 11;

#[derive(Default)]
struct Kept(BTreeMap<(u8, u64), Hash>);

impl Nodes for Kept {
    fn node(&self, level: u8, index: u64) -> Option<Hash> {
        self.0.get(&(level, index)).copied()
    }
}

fn signing_key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn entry(number: u8) -> Entry {
    let draft = Draft {
        id: EntryId::from_bytes([number; 16]),
        matter: format!("exercise-{number}"),
        kind: "warrant.issued".into(),
        kind_v: 1,
        effective: When::parse("2026-03").unwrap(),
        author: Author::Officer("Exercise Officer".into()),
        on_behalf_of: None,
        audience: Audience::public(),
        basis: None,
        // Characters that canonical JSON escapes, sorts and leaves alone.
        source: Some("exercise, \"page 3\"\nline two: \u{e9} \u{20ac} \u{1f54a} \\ /".into()),
        corrects: None,
        about: vec![Subject::Person(format!("exercise-{number:04}")), Subject::State("XAA".into())],
        attachments: vec![],
        body: Object::new()
            .text("\u{fb33}", "after")
            .text("\u{1f54a}", "before")
            .text("situation", "Exercise"),
    };
    Entry {
        draft,
        recorded: "2026-11-25T10:14:59.123456Z".parse().unwrap(),
    }
}

fn salt(number: u8) -> Salt {
    [number ^ 0x5a; 32]
}

/// The place in its tick of an entry, and the tick. Two entries share tick 4.
fn stand(number: u8) -> (u64, u64) {
    let tick = if number < 2 { 4 } else { u64::from(number) };
    (u64::from(number) * 389 % (1 << K), tick)
}

fn mark(tick: u64) -> Timestamp {
    let first: Timestamp = "2026-11-25T10:20:00Z".parse().unwrap();
    first + (10 * i64::try_from(tick).unwrap()).minutes()
}

/// A small record of five entries, the first two of which share a tick; a proof of each.
fn proofs() -> Vec<Proof> {
    proofs_over(|number| String::from_utf8(entry(number).canonical()).unwrap())
}

/// The same over whatever stands for an entry, as a record that does not keep the form would have it.
fn proofs_over(text: impl Fn(u8) -> String) -> Vec<Proof> {
    let numbers = [0u8, 1, 2, 8, 10];
    let tick_key = |tick| TickKey::derive(&[3; 32], tick);
    let entries = |tick: u64| -> Vec<(u64, Hash)> {
        let here = numbers.iter().filter(|number| stand(**number).1 == tick);
        here.map(|&number| (stand(number).0, leaf_hash(&salt(number), text(number).as_bytes())))
            .collect()
    };
    let mut nodes = Kept::default();
    for tick in 0..TICKS {
        let root = tick_root(&tick_key(tick), K, &entries(tick));
        let leaf = merkle::leaf(&tick_record(tick, mark(tick), &root));
        for (level, index, hash) in grown(tick, leaf, &nodes) {
            nodes.0.insert((level, index), hash);
        }
    }
    let checkpoint = Checkpoint {
        origin: ORIGIN.into(),
        size: TICKS,
        root: log_root(TICKS, &nodes).unwrap(),
    };
    let prove = |&number: &u8| {
        let (place, tick) = stand(number);
        Proof {
            entry: text(number),
            salt: salt(number),
            place,
            tick,
            mark: mark(tick),
            tick_path: tick_path(&tick_key(tick), K, &entries(tick), place),
            log_path: log_inclusion(TICKS, tick, &nodes).unwrap(),
            checkpoint: checkpoint.signed(&signing_key(1)),
            vkey: verifier_key_text(ORIGIN, &signing_key(1).verifying_key()),
        }
    };
    numbers.iter().map(prove).collect()
}

/// Whether our own verifier accepts, under the key that is given or the one in the proof.
fn ours(text: &str, vkey: Option<&str>) -> Result<(), String> {
    let proof = Proof::parse(text).map_err(|e| e.to_string())?;
    let (_, key) = parse_verifier_key(vkey.unwrap_or(&proof.vkey)).map_err(|e| e.to_string())?;
    proof.verify(&key).map_err(|e| e.to_string())
}

/// The independent program, if this machine can run it.
struct Checker {
    program: PathBuf,
}

impl Checker {
    fn find() -> Option<Checker> {
        let room = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
        let probe = Command::new("python3").args(["-c", "import cryptography"]).output();
        if probe.is_ok_and(|output| output.status.success()) {
            return Some(Checker {
                program: room.join("tests/check_proof.py"),
            });
        }
        support::skip("independent check of proofs (needs python3 with the package cryptography)");
        None
    }

    /// Whether it accepts, and what it says.
    fn check(&self, name: &str, text: &str, vkey: Option<&str>) -> (bool, String) {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("proof-{name}.json"));
        std::fs::write(&file, text).unwrap();
        let output = Command::new("python3").arg(&self.program).arg(&file).args(vkey).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let code = output.status.code();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(code, Some(0 | 1)), "{name}: exit {code:?}, {errors}");
        (code == Some(0), said)
    }
}

#[test]
fn our_proofs_are_accepted_by_an_independent_program() {
    let Some(checker) = Checker::find() else { return };
    let vkey = verifier_key_text(ORIGIN, &signing_key(1).verifying_key());
    for (number, proof) in proofs().iter().enumerate() {
        for key in [None, Some(vkey.as_str())] {
            assert_eq!(ours(&proof.to_text(), key), Ok(()), "proof {number}");
            let (accepted, said) = checker.check(&format!("good-{number}"), &proof.to_text(), key);
            assert!(accepted, "proof {number}: {said}");
            assert!(said.starts_with("proved: the entry "), "{said}");
        }
    }
}

#[test]
fn a_proof_in_which_anything_was_changed_is_refused_by_us_and_by_the_independent_program() {
    let checker = Checker::find();
    let proof = proofs().remove(1);
    let mut cases = changed(&proof);
    cases.extend(rewritten(&proof.to_text()));
    for (name, text) in &cases {
        assert_ne!(*text, proof.to_text(), "{name}: nothing was changed");
        assert!(ours(text, None).is_err(), "{name}: accepted by us");
        if let Some(checker) = &checker {
            let (accepted, said) = checker.check(&name.replace(' ', "-"), text, None);
            assert!(!accepted, "{name}: {said}");
            assert!(said.starts_with("not proved: "), "{name}: {said}");
        }
    }
}

#[test]
fn a_proof_under_another_key_than_the_given_one_is_refused_by_us_and_by_the_independent_program() {
    let proof = proofs().remove(0);
    let other = verifier_key_text(ORIGIN, &signing_key(2).verifying_key());
    assert!(ours(&proof.to_text(), Some(&other)).is_err());
    let Some(checker) = Checker::find() else { return };
    let (accepted, said) = checker.check("other-key", &proof.to_text(), Some(&other));
    assert!(!accepted && said.contains("another key"), "{said}");
}

#[test]
fn what_is_no_entry_in_canonical_form_is_refused_even_where_a_record_holds_it() {
    let checker = Checker::find();
    let good = String::from_utf8(entry(0).canonical()).unwrap();
    let forms = [
        ("blank", good.replacen(':', ": ", 1)),
        ("escape", good.replacen("XAA", "XA\\u0041", 1)),
        ("twice", good.replacen('{', "{\"about\":[],", 1)),
        ("fraction", good.replacen("\"kind_v\":1", "\"kind_v\":1.0", 1)),
        ("version", good.replacen("\"v\":1", "\"v\":2", 1)),
        ("list", "[]".to_owned()),
        ("nothing", String::new()),
    ];
    for (name, form) in forms {
        assert_ne!(form, good, "{name}");
        let text = proofs_over(|_| form.clone())[0].to_text();
        assert!(ours(&text, None).is_err(), "{name}: accepted by us");
        if let Some(checker) = &checker {
            let (accepted, said) = checker.check(&format!("form-{name}"), &text, None);
            assert!(!accepted && said.contains("entry"), "{name}: {said}");
        }
    }
}

/// The proof with one thing in it changed, and what was.
fn changed(proof: &Proof) -> Vec<(String, String)> {
    let flip = |hash: &Hash| {
        let mut hash = *hash;
        hash[17] ^= 0x10;
        hash
    };
    let with = |change: &dyn Fn(&mut Proof)| {
        let mut proof = proof.clone();
        change(&mut proof);
        proof.to_text()
    };
    let (signed, other) = (&proof.checkpoint, signing_key(2));
    let resigned = |origin: &str, size: u64, key: &SigningKey| {
        let root = STANDARD.decode(signed.lines().nth(2).unwrap()).unwrap().try_into().unwrap();
        let origin = origin.to_owned();
        Checkpoint { origin, size, root }.signed(key)
    };
    let mut cases = vec![
        ("word of the entry", with(&|p| p.entry = p.entry.replace("XAA", "XAB"))),
        ("blank in the entry", with(&|p| p.entry = p.entry.replacen(':', ": ", 1))),
        (
            "entry of another",
            with(&|p| p.entry = String::from_utf8(entry(7).canonical()).unwrap()),
        ),
        ("entry that is none", with(&|p| p.entry = "[]".into())),
        ("salt", with(&|p| p.salt = flip(&p.salt))),
        ("place", with(&|p| p.place ^= 1)),
        ("place beyond the tick", with(&|p| p.place += 1 << K)),
        ("tick", with(&|p| p.tick += 1)),
        ("tick beyond the log", with(&|p| p.tick += 16)),
        ("mark", with(&|p| p.mark += 1.second())),
        ("tick path too short", with(&|p| p.tick_path.truncate(11))),
        ("tick path too long", with(&|p| p.tick_path.push([0; 32]))),
        ("tick path in another order", with(&|p| p.tick_path.swap(0, 1))),
        ("log path too short", with(&|p| p.log_path.truncate(3))),
        ("log path too long", with(&|p| p.log_path.push([0; 32]))),
        ("log path in another order", with(&|p| p.log_path.swap(0, 1))),
        (
            "paths one for the other",
            with(&|p| std::mem::swap(&mut p.tick_path, &mut p.log_path)),
        ),
        (
            "size in the checkpoint",
            with(&|p| p.checkpoint = signed.replace("\n11\n", "\n12\n")),
        ),
        ("size newly signed", with(&|p| p.checkpoint = resigned(ORIGIN, 64, &signing_key(1)))),
        (
            "origin newly signed",
            with(&|p| p.checkpoint = resigned("other.example", 11, &signing_key(1))),
        ),
        (
            "checkpoint signed by another",
            with(&|p| p.checkpoint = resigned(ORIGIN, 11, &other)),
        ),
        (
            "checkpoint without signature",
            with(&|p| p.checkpoint = signed.split('\u{2014}').next().unwrap().into()),
        ),
        ("checkpoint cut", with(&|p| p.checkpoint = signed.trim_end().into())),
        ("signature", with(&|p| p.checkpoint = tampered_signature(signed))),
        ("key", with(&|p| p.vkey = verifier_key_text(ORIGIN, &other.verifying_key()))),
        (
            "name of the key",
            with(&|p| p.vkey = verifier_key_text("other.example", &signing_key(1).verifying_key())),
        ),
        ("hash of the key", with(&|p| p.vkey = p.vkey.replacen("comity+", "comity+0", 1))),
    ]
    .into_iter()
    .map(|(name, text)| (name.to_owned(), text))
    .collect::<Vec<_>>();
    for level in 0..proof.tick_path.len() {
        cases.push((
            format!("tick path at {level}"),
            with(&|p| p.tick_path[level] = flip(&p.tick_path[level])),
        ));
    }
    for level in 0..proof.log_path.len() {
        cases.push((
            format!("log path at {level}"),
            with(&|p| p.log_path[level] = flip(&p.log_path[level])),
        ));
    }
    cases
}

/// The checkpoint with one bit of its signature changed.
fn tampered_signature(signed: &str) -> String {
    let (rest, signature) = signed.trim_end().rsplit_once(' ').unwrap();
    let mut bytes = STANDARD.decode(signature).unwrap();
    bytes[40] ^= 1;
    format!("{rest} {}\n", STANDARD.encode(bytes))
}

/// The file written in another way, or with other members.
fn rewritten(text: &str) -> Vec<(String, String)> {
    let object = Object::parse(text.as_bytes()).unwrap();
    let write = |members: Vec<(&str, Value)>| {
        let mut object = Object::new();
        members.into_iter().for_each(|(name, value)| object.set(name, value));
        format!("{}\n", String::from_utf8(object.canonical()).unwrap())
    };
    let members = || object.members().map(|(name, value)| (name, value.clone()));
    let mut cases = vec![
        (
            "member that is unknown".to_owned(),
            write(members().chain([("note", Value::Null)]).collect()),
        ),
        ("no line break".to_owned(), text.trim_end().to_owned()),
        ("two line breaks".to_owned(), format!("{text}\n")),
        ("blank in the file".to_owned(), text.replacen(':', ": ", 1)),
        ("member twice".to_owned(), text.replacen('{', "{\"place\":389,", 1)),
        (
            "place with a fraction".to_owned(),
            text.replacen("\"place\":389", "\"place\":389.0", 1),
        ),
        ("file cut".to_owned(), text[..text.len() / 2].to_owned()),
        ("empty file".to_owned(), String::new()),
        ("byte order mark".to_owned(), format!("\u{feff}{text}")),
    ];
    for (gone, value) in members() {
        cases.push((format!("no {gone}"), write(members().filter(|(name, _)| *name != gone).collect())));
        let other = match value {
            Value::Integer(n) => Value::Text(n.to_string()),
            _ => Value::Integer(1),
        };
        let replaced = members().map(|(name, value)| (name, if name == gone { other.clone() } else { value }));
        cases.push((format!("{gone} of another type"), write(replaced.collect())));
    }
    cases.push(("format of another version".to_owned(), text.replacen("proof v1", "proof v2", 1)));
    cases
}
