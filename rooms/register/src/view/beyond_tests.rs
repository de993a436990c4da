use super::*;
use crate::port::{Fact, Kept, NameToken};
use proptest::prelude::*;

const LISTS: [&str; 2] = ["outstanding", "ended"];
const SCOPES: [&str; 2] = ["", "situation:exercise-01/26"];
const TOKENS: [&str; 3] = ["exercise", "example", "muster"];

fn day(number: u16) -> Date {
    Date::constant(2005, 1, 1).saturating_add(jiff::Span::new().days(number))
}

/// A fact and a name of a person.
fn said() -> impl Strategy<Value = (Fact, NameToken)> {
    let where_ = (0..6u8, any::<bool>(), 0..2usize, 0..2usize);
    let when = (0..500u16, prop::option::of(1..400u16), 0..100u16, 0..3usize);
    (where_, when).prop_map(|((person, hindsight, list, scope), (from, length, since, token))| {
        let subject = format!("person:exercise-000{person}");
        let fact = Fact {
            hindsight,
            list: LISTS[list].into(),
            scope: SCOPES[scope].into(),
            from: day(from),
            until: length.map(|length| day(from + length)),
            since: day(from.saturating_sub(since)),
            subject: subject.clone(),
            kept: Kept::Both,
        };
        let name = NameToken {
            token: TOKENS[token].into(),
            subject,
            disclosed: day(from),
            effective: day(from.saturating_sub(since)),
        };
        (fact, name)
    })
}

/// Each place in a list and each name stands once, as in the tables.
fn folded(said: impl Iterator<Item = (Fact, NameToken)>) -> Folded {
    let (facts, names): (Vec<Fact>, BTreeSet<NameToken>) = said.unzip();
    let place = |fact: &Fact| (fact.hindsight, fact.list.clone(), fact.scope.clone(), fact.subject.clone());
    let facts: BTreeMap<_, Fact> = facts.into_iter().map(|fact| (place(&fact), fact)).collect();
    Folded::from_parts(facts.into_values().collect(), names.into_iter().collect())
}

proptest! {
    /// Of the persons with an even number the viewer may see other things than are public; of the others what is
    /// public is all.
    #[test]
    fn what_is_laid_over_the_tables_is_what_a_fold_of_all_that_is_seen_says(
        public in prop::collection::vec(said(), 0..25),
        hidden in prop::collection::vec(said(), 0..25),
        on in 0..600u16,
        limit in 1..8usize,
    ) {
        let touched = |said: &(Fact, NameToken)| ["0", "2", "4"].iter().any(|even| said.0.subject.ends_with(even));
        let tables = folded(public.iter().cloned());
        let beyond = Beyond {
            units: (0..6).step_by(2).map(|even| format!("person:exercise-000{even}")).collect(),
            seen: folded(hidden.iter().filter(|said| touched(said)).cloned()),
            public: folded(public.iter().filter(|said| touched(said)).cloned()),
        };
        let all = hidden.iter().filter(|said| touched(said)).chain(public.iter().filter(|said| !touched(said)));
        let plain = folded(all.cloned());
        for hindsight in [false, true] {
            for list in LISTS {
                for scope in SCOPES {
                    let mut at = ListAt {
                        hindsight,
                        list: list.into(),
                        scope: scope.into(),
                        day: day(on),
                        since_by: None,
                        after: None,
                        limit,
                    };
                    loop {
                        let more = ListAt { limit: beyond.limit(&at), ..at.clone() };
                        let page = beyond.list(&at, tables.list(&more));
                        prop_assert_eq!(&page, &plain.list(&at));
                        let Some(last) = page.last().cloned() else { break };
                        at.after = Some(last);
                    }
                    let steps = beyond.steps(hindsight, list, scope, tables.steps(hindsight, list, scope));
                    prop_assert_eq!(steps, plain.steps(hindsight, list, scope));
                }
                for scopes in [Scopes::One(""), Scopes::Beginning(""), Scopes::Beginning("situation:")] {
                    let counts = beyond.counts(hindsight, list, scopes, day(on), tables.counts(hindsight, list, scopes, day(on)));
                    prop_assert_eq!(counts, plain.counts(hindsight, list, scopes, day(on)));
                }
            }
            for words in [vec![vec!["ex"]], vec![vec!["muster"], vec!["exa"]], vec![vec!["muster", "exa"], vec!["exe", "none"]]] {
                let words: Vec<Vec<String>> = words.into_iter().map(|word| word.into_iter().map(str::to_owned).collect()).collect();
                let way = Sought { sort: "person:", words: &words };
                let found = tables.names(way, hindsight, day(on), beyond.limit_of_names(limit));
                let names = beyond.names(way, hindsight, day(on), limit, found);
                prop_assert_eq!(names, plain.names(way, hindsight, day(on), limit));
            }
        }
    }
}
