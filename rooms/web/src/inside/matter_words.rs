//! Words for matters that are not public, and for who has them.

use crate::layout::Layout;
use crate::markup::Markup;
use crate::texts::{Arg, Words};
use crate::written::capital;
use access::{Held, Organisation, Role};
use identity::account::AccountId;
use identity::people::holders::{Holder, Known, Own, Told};
use identity::people::{Actor, People, PeopleError};
use record::audience::{Assembly, Audience, Level, Reader};
use record::entry::Author;
use register::view::model::{AboutMatter, PersonRef};
use std::collections::BTreeMap;

/// What a page says of what is not public on it.
pub(crate) trait Marked {
    /// What a matter is called: its first act and whom it is about.
    fn what(&self, kind: &str, about: &AboutMatter) -> Markup;
    /// The address of a matter's page.
    fn matter(&self, id: &str) -> String;
}

impl Marked for Layout {
    fn what(&self, kind: &str, about: &AboutMatter) -> Markup {
        let person = |person: &PersonRef| Markup::link(&self.person(&person.id), &Markup::name(&person.name));
        self.w.what(kind, about, person)
    }

    fn matter(&self, id: &str) -> String {
        self.within(&format!("matter/{}", crate::address::encode(id)))
    }
}

impl Words {
    /// What a matter is called, with each person as `person` writes them.
    pub(crate) fn what(&self, kind: &str, about: &AboutMatter, person: impl Fn(&PersonRef) -> Markup) -> Markup {
        let kind = capital(&self.closed("kind", kind));
        let persons = about.persons.iter().map(person);
        let states = about.states.iter().map(|state| self.state(state));
        let numbers = about.numbers.iter().map(|number| Markup::text(number));
        let about: Vec<Markup> = persons.chain(states).chain(numbers).collect();
        if about.is_empty() {
            return kind;
        }
        self.say(
            "matter-about",
            &[("kind", kind.into()), ("about", Markup::join(&about, ", ").into())],
        )
    }

    /// Who recorded something; accounts as far as they are named.
    pub(crate) fn author(&self, author: &Author, named: &BTreeMap<String, Known>) -> Markup {
        match author {
            Author::Account(id) => named.get(id).map(|known| self.known(known)).unwrap_or_default(),
            Author::Officer(name) => Markup::name(name),
            Author::Pack(name) => Markup::text(name),
            Author::Program => Markup::text("Comity"),
        }
    }

    /// The word of a level.
    pub(crate) fn level(&self, level: Level) -> String {
        self.t(&format!("level-{}", level.word()))
    }

    /// Who may know it: the level, and the readers at levels that have any.
    pub(crate) fn audience(&self, audience: &Audience) -> Markup {
        let level = Markup::ready(format!("<b>{}</b>", Markup::text(&self.level(audience.level))));
        if audience.level == Level::Public {
            return level;
        }
        let readers = |readers: &[Reader]| Markup::join(&readers.iter().map(|reader| self.reader(reader)).collect::<Vec<_>>(), ", ");
        let mut args: Vec<(&'static str, Arg)> = vec![("level", level.into()), ("readers", readers(&audience.list).into())];
        if audience.left_out.is_empty() {
            return self.say("matter-audience", &args);
        }
        args.push(("without", readers(&audience.left_out).into()));
        self.say("matter-audience-without", &args)
    }

    /// A reader of audiences.
    pub(crate) fn reader(&self, reader: &Reader) -> Markup {
        let by_key = |key: &str, of: &str| self.say(key, &[("key", of.into())]);
        match reader {
            Reader::Organ(organ) => Markup::text(&self.t(&format!("role-{}", organ.word()))),
            Reader::Office(office) => Markup::text(&self.t(&format!("role-{}", office.word()))),
            Reader::State(code) => by_key("organisation-state", code),
            Reader::Assembly(part) => Markup::text(&self.role(match part {
                Assembly::Secretariat => Role::Secretariat,
                Assembly::Bureau => Role::BureauMember,
                Assembly::President => Role::AssemblyPresident,
                Assembly::Facilitator => Role::Facilitator,
                Assembly::RegionalFocalPoint => Role::RegionalFocalPoint,
            })),
            Reader::Organisation(key) => by_key("organisation-international", key),
            Reader::Team(key) => Markup::text(&self.organisation(&Organisation::Team(key.clone()))),
            Reader::Person(account) => by_key("matter-reader-person", account.get(..8).unwrap_or(account)),
            other @ Reader::Unknown(_) => Markup::text(&other.text()),
        }
    }

    /// Somebody, as far as whoever reads may know them.
    pub(crate) fn known(&self, known: &Known) -> Markup {
        match known {
            Known::Named { name, post, .. } => self.say(
                "matter-person",
                &[("name", Markup::name(name).into()), ("post", self.post(post).into())],
            ),
            Known::Of(organisation) => self.say("matter-somebody-of", &[("organisation", self.organisation(organisation).into())]),
            Known::Operator => Markup::text(&self.t("matter-operator")),
            Known::Nobody => Markup::text(&self.t("matter-nobody")),
        }
    }

    /// How somebody has a matter of their own.
    pub(crate) fn own(&self, own: &Own) -> Markup {
        let until = own.until.map(|until| self.moment(until)).unwrap_or_default();
        match (own.held, &own.from) {
            (Held::Delegated, Some(from)) => self.say(
                "matter-own-delegated",
                &[("from", self.known(from).into()), ("until", until.into())],
            ),
            (Held::Delegated, None) | (Held::BreakGlass, _) => self.say("matter-own-emergency", &[("until", until.into())]),
            (Held::Assigned, _) => Markup::text(&self.t("matter-own-assigned")),
        }
    }

    /// How somebody has a matter.
    pub(crate) fn held(&self, holder: &Holder) -> Markup {
        let level: Arg = self.level(holder.up_to).into();
        let until: Arg = holder.until.map(|until| self.moment(until)).unwrap_or_default().into();
        match (holder.held, &holder.from) {
            (Held::Assigned, _) => self.say("matter-held-assigned", &[("level", level)]),
            (Held::Delegated, Some((_, from))) => {
                let args = [("from", self.known(from).into()), ("until", until), ("level", level)];
                self.say("matter-held-delegated", &args)
            }
            (Held::Delegated, None) | (Held::BreakGlass, _) => self.say("matter-held-emergency", &[("until", until), ("level", level)]),
        }
    }

    /// What those concerned are told of an emergency.
    pub(crate) fn told(&self, told: &Told, href: &str) -> Markup {
        let matter = Markup::link(href, &Markup::text(&told.matter));
        let who: [(&'static str, Arg); 6] = [
            ("who", self.known(&told.who).into()),
            ("matter", matter.into()),
            ("by", self.known(&told.by).into()),
            ("granted", self.moment(told.granted).into()),
            ("until", self.moment(told.ended.unwrap_or(told.until)).into()),
            ("reason", told.reason.as_str().into()),
        ];
        self.say("matter-told", &who)
    }
}

/// The account of whoever recorded something.
pub(crate) fn account_of_author(author: &Author) -> Option<&str> {
    match author {
        Author::Account(id) => Some(id),
        Author::Program | Author::Pack(_) | Author::Officer(_) => None,
    }
}

/// Accounts by name, as far as an actor may know them.
pub(crate) async fn named<'a>(
    people: &People,
    actor: &Actor,
    accounts: impl Iterator<Item = &'a str>,
) -> Result<BTreeMap<String, Known>, PeopleError> {
    let mut named = BTreeMap::new();
    for id in accounts {
        let Some(account) = AccountId::parse(id).filter(|_| !named.contains_key(id)) else {
            continue;
        };
        named.insert(id.to_owned(), people.who_is(actor, &account).await?);
    }
    Ok(named)
}

/// An account as a form sends it.
pub(super) fn account_of(text: &str) -> Option<AccountId> {
    AccountId::parse(text)
}
