#![allow(clippy::unwrap_used)]
use super::*;
use crate::address::Lang;
use crate::samples;
use crate::texts::Texts;
use std::sync::Arc;

fn words(lang: Lang) -> Words {
    Words::new(&Arc::new(Texts::load()), lang)
}

fn plain<'a>(act: &'a str, particulars: &'a Particulars) -> Named<'a> {
    Named {
        act,
        what: None,
        instrument: "warrant",
        ordinal: 0,
        state: None,
        particulars,
    }
}

fn named(name_en: &str, name_fr: &str) -> StateRef {
    StateRef {
        code: "XAA".into(),
        name_en: name_en.into(),
        name_fr: name_fr.into(),
    }
}

#[track_caller]
fn check(named: &Named, expected: [&str; 2]) {
    let said = [Lang::En, Lang::Fr].map(|lang| words(lang).act(named).as_str().replace("</time>", ""));
    let said = said.map(|html| {
        html.split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
            .collect::<String>()
    });
    assert_eq!(said, expected);
}

#[test]
fn an_act_is_called_after_its_kind_its_instrument_and_its_particulars() {
    let none = Particulars::default();
    check(
        &plain(kinds::WARRANT_ISSUED, &none),
        ["warrant of arrest issued", "mandat d’arrêt délivré"],
    );
    check(
        &Named {
            ordinal: 2,
            ..plain(kinds::MADE_PUBLIC, &none)
        },
        ["second warrant made public", "deuxième mandat rendu public"],
    );
    check(
        &Named {
            instrument: "summons",
            ..plain(kinds::MADE_PUBLIC, &none)
        },
        ["summons to appear made public", "citation à comparaître rendue publique"],
    );
    check(
        &Named {
            state: Some(&named("Italy", "Italie")),
            ..plain(kinds::WARRANT_EXECUTED, &none)
        },
        [
            "arrested in execution of the warrant of arrest, Italy",
            "arrestation en exécution du mandat d’arrêt, Italie",
        ],
    );
    check(&plain(kinds::SURRENDERED, &none), ["surrendered to the Court", "remise à la Cour"]);
    let died = Particulars {
        reason: Some("died".into()),
        ..Particulars::default()
    };
    check(
        &plain(kinds::ENDED, &died),
        ["proceedings ended (the person died)", "fin de la procédure (décès)"],
    );
    let acquitted = Particulars {
        reason: Some("acquitted".into()),
        ..Particulars::default()
    };
    check(
        &Named {
            what: Some("acquitted on appeal"),
            ..plain(kinds::ENDED, &acquitted)
        },
        [
            "acquitted on appeal, proceedings ended",
            "acquittement en appel, fin de la procédure",
        ],
    );
    check(
        &Named {
            what: Some("appeal decided"),
            ordinal: 1,
            ..plain(kinds::ENDED, &acquitted)
        },
        [
            "appeal decided, proceedings under the first warrant ended (acquitted)",
            "arrêt rendu en appel, fin de la procédure, premier mandat (acquittement)",
        ],
    );
    check(
        &Named {
            what: Some("gave himself up"),
            state: Some(&named("Central African Republic", "République centrafricaine")),
            ..plain(kinds::WARRANT_EXECUTED, &none)
        },
        [
            "gave himself up, Central African Republic",
            "reddition volontaire, République centrafricaine",
        ],
    );
    let years = Particulars {
        years: Some(20),
        ..Particulars::default()
    };
    check(
        &Named {
            what: Some("sentenced"),
            ..plain(kinds::MILESTONE, &years)
        },
        ["sentenced to 20 years", "condamnation à 20 ans"],
    );
    check(
        &Named {
            what: Some("sentence reduced"),
            ..plain(kinds::MILESTONE, &years)
        },
        ["sentence reduced: 20 years", "réduction de peine\u{a0}: 20 ans"],
    );
    let until = Particulars {
        until: Some("2026-02-27".into()),
        ..Particulars::default()
    };
    check(
        &Named {
            what: Some("confirmation hearing"),
            ..plain(kinds::MILESTONE, &until)
        },
        [
            "hearing on the confirmation of charges, until 27 February 2026",
            "audience de confirmation des charges, jusqu’au 27 février 2026",
        ],
    );
}

#[test]
fn a_word_that_is_not_known_is_shown_as_it_is() {
    let none = Particulars::default();
    check(
        &Named {
            what: Some("exercise step"),
            state: Some(&named("Exercise", "Exercice")),
            ..plain(kinds::MILESTONE, &none)
        },
        ["exercise step, Exercise", "exercise step, Exercice"],
    );
    check(&plain("exercise.kind", &none), ["exercise.kind", "exercise.kind"]);
}

#[test]
fn instruments_are_numbered_among_their_kind_and_only_where_there_are_several() {
    let instrument = |id: &str, kind: &str| Instrument {
        id: id.into(),
        kind: kind.into(),
        ..samples::row().warrants.remove(0)
    };
    let three = [instrument("a", "summons"), instrument("b", "warrant"), instrument("c", "warrant")];
    assert_eq!(["a", "b", "c", "d"].map(|id| ordinal(&three, id)), [0, 1, 2, 0]);
}

#[test]
fn a_source_is_named_by_its_host_and_only_the_web_is_linked() {
    let en = words(Lang::En);
    assert_eq!(
        en.source("stored: https://www.example.org/a?b=\"c").as_str(),
        "<a href=\"https://www.example.org/a?b=&quot;c\" rel=\"nofollow noreferrer\">example.org</a>"
    );
    assert_eq!(en.source("recalled:high").as_str(), "from memory");
    let several = en.source("recalled:high; death stored: https://example.org/x; https://www.example.net");
    let text = several.as_str().replace(" rel=\"nofollow noreferrer\"", "");
    assert_eq!(
        text,
        "from memory, death <a href=\"https://example.org/x\">example.org</a>, <a href=\"https://www.example.net\">example.net</a>"
    );
    let part = en.source("stored: https://example.org/x ; keywords 481, 509");
    assert!(part.as_str().ends_with(">example.org</a> keywords 481, 509"), "{part}");
    for source in [
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "https://",
        "https://example.org and more",
        "Exercise gazette, no. 1",
    ] {
        assert!(!en.source(source).as_str().contains("<a"), "{source}");
    }
}

#[test]
fn sources_that_differ_are_shown_with_their_value() {
    let row = samples::row();
    let lines = words(Lang::En).sources(&row.sources.iter().collect::<Vec<_>>());
    let text: Vec<_> = lines
        .iter()
        .map(|line| line.as_str().split("</").next().unwrap().to_owned())
        .collect();
    assert_eq!(
        text[0], "Read: Exercise gazette, no. 1",
        "a source read and one that confirms stand once"
    );
    assert!(text[3].contains("another source: "), "{text:?}");
    assert_eq!(
        lines.len(),
        4,
        "read, partly, inferred and the other value; what was recalled has no line"
    );
}
