//! `docs/roles.md` says what the table says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use access::grant::{Grant, Over, Reach, Whose};
use access::{Action, Role, table};
use record::audience::Level;
use std::fmt::Write;

/// What stands before the part that follows from the table.
const MARK: &str = "<!-- From here on, every line follows from rooms/access/src/table.rs; a test says where one does not. -->\n";

fn levels(levels: &[Level]) -> String {
    if levels == &Level::ALL[1..] {
        return "everything below public".to_owned();
    }
    let words: Vec<&str> = levels
        .iter()
        .map(|level| match level {
            Level::UnderSeal => "under seal",
            Level::Public | Level::Restricted | Level::Confidential => level.word(),
        })
        .collect();
    words.join(", ")
}

fn names(roles: &[Role]) -> String {
    if roles.len() == Role::ALL.len() {
        return "everybody".to_owned();
    }
    let names: Vec<&str> = roles.iter().map(|role| table::role(*role).name).collect();
    names.join("; ")
}

fn over(over: Over) -> String {
    match over {
        Over::Matter(at, Whose::Any) => levels(at),
        Over::Matter(at, Whose::Own) => format!("{}, where it comes from them", levels(at)),
        Over::Matter(at, Whose::Court) => format!("{}, where it comes from the Court", levels(at)),
        Over::Opening(at, Whose::Any) => format!("a new matter: {}", levels(at)),
        Over::Opening(at, Whose::Own) => format!("a new matter that comes from them: {}", levels(at)),
        Over::Opening(at, Whose::Court) => format!("a new matter that comes from the Court: {}", levels(at)),
        Over::Giving(at, roles) => format!("{}, for: {}", levels(at), names(roles)),
        Over::OwnPeople(roles) => format!("in their own organisation: {}", names(roles)),
        Over::AllPeople(roles) => format!("in any organisation: {}", names(roles)),
        Over::House => "the institution's".to_owned(),
    }
}

fn grants(text: &mut String, grants: &[Grant]) {
    text.push_str("| may | what |\n|---|---|\n");
    for (action, given) in grants {
        writeln!(text, "| {} | {} |", table::asks(*action).name, over(*given)).unwrap();
    }
}

fn follows() -> String {
    let mut text = String::from("\n## What each action asks\n\n| action | fresh verification | two persons |\n|---|---|---|\n");
    let yes = |is: bool| if is { "yes" } else { "no" };
    for action in Action::ALL {
        let asks = table::asks(action);
        writeln!(text, "| {} | {} | {} |", asks.name, yes(asks.fresh), yes(asks.two_persons)).unwrap();
    }
    text.push_str("\n## Anybody, signed in or not\n\n");
    grants(&mut text, table::ANYBODY);
    for role in Role::ALL {
        let line = table::role(role);
        writeln!(text, "\n## {}\n", line.name).unwrap();
        if line.reach == Reach::Assigned {
            text.push_str("Reaches nothing below public without being assigned to the matter.\n\n");
        }
        grants(&mut text, line.may);
    }
    text
}

#[test]
fn what_each_role_may_do_is_documented() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/roles.md");
    let document = std::fs::read_to_string(path).unwrap();
    let (_, written) = document.split_once(MARK).expect("the line after which the table stands");
    let follows = follows();
    let differs = written.lines().zip(follows.lines()).find(|(written, follows)| written != follows);
    if let Some((written, follows)) = differs {
        panic!("docs/roles.md says {written:?} where the table gives {follows:?}; write the latter");
    }
    assert!(
        written == follows,
        "docs/roles.md ends elsewhere; from the mark on it should read:\n{follows}"
    );
}
