//! The words of the law pack on pages: rules with their citations, standings, obligations, topics.

use super::cells::soft;
use crate::markup::Markup;
use crate::texts::Words;
use register::view::model::{Computed, RuleShown, Tie};
use std::collections::BTreeMap;

/// The law in the language of a page.
#[derive(Clone, Copy)]
pub(crate) struct Legal<'a> {
    /// The words of the page.
    pub(crate) w: &'a Words,
    /// The law.
    pub(crate) law: &'a law::Pack,
}

/// A rule as a page shows it.
pub(crate) struct Rule {
    /// Its citation.
    pub(crate) cites: Markup,
    /// What it says, in our words.
    pub(crate) says: Markup,
    /// The mark of a rule that was recalled without its text.
    pub(crate) mark: Markup,
}

impl Legal<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        self.law.text(self.w.lang.tag(), key)
    }

    /// A rule.
    pub(crate) fn rule(&self, rule: &RuleShown) -> Rule {
        Rule {
            cites: self.cites(rule),
            says: self.text(&rule.text_key).map(Markup::text).unwrap_or_default(),
            mark: if rule.unverified { self.w.unverified() } else { Markup::default() },
        }
    }

    /// Rules, each once, in the order of the pack.
    pub(crate) fn rules<'r>(&self, rules: impl Iterator<Item = &'r RuleShown>) -> Vec<Rule> {
        let by_id: BTreeMap<&str, &RuleShown> = rules.map(|rule| (rule.id.as_str(), rule)).collect();
        let known = self.law.rules().iter().filter_map(|known| by_id.get(known.id.as_str()));
        known.map(|rule| self.rule(rule)).collect()
    }

    /// The rules of these ids, as far as the pack has them.
    pub(crate) fn of_ids(&self, ids: &[&str]) -> Vec<Rule> {
        let known = ids.iter().filter_map(|id| self.law.rule(id));
        let shown = known.map(|rule| RuleShown {
            id: rule.id.clone(),
            cites: rule.cites.clone(),
            text_key: rule.text_key.clone(),
            unverified: rule.unverified,
        });
        shown.map(|rule| self.rule(&rule)).collect()
    }

    fn cites(&self, rule: &RuleShown) -> Markup {
        let cites = self.text(&format!("{}.cites", rule.text_key));
        cites.map_or_else(|| Markup::english(&rule.cites, self.w.lang), Markup::text)
    }

    /// The citation of a rule in a table of its own treaty: "article 126(2)".
    fn cites_within(&self, treaty: &str, rule: &RuleShown) -> Markup {
        let cites = self.text(&format!("{}.cites", rule.text_key)).unwrap_or(&rule.cites);
        let own = self.text(&format!("law-treaty-{treaty}.short"));
        let within = own.and_then(|own| cites.strip_prefix(own)?.strip_prefix(", "));
        // An article stands on one line with its number.
        let unbroken = |text: &str| Markup::text(&text.replace("article ", "article\u{a0}").replace("paragraphe ", "paragraphe\u{a0}"));
        within.map_or_else(|| self.cites(rule), unbroken)
    }

    /// The rules that give a computed day, as cited in a table of the treaty.
    pub(crate) fn cited(&self, treaty: &str, computed: &Computed) -> Markup {
        let cites: Vec<_> = computed
            .rules
            .iter()
            .map(|rule| {
                let cites = self.cites_within(treaty, rule);
                if rule.unverified {
                    Markup::ready(format!("{cites} {}", self.w.unverified()))
                } else {
                    cites
                }
            })
            .collect();
        Markup::join(&cites, ", ")
    }

    /// The day that the law gives, whether it is planned, and what a source states where that is another day.
    pub(crate) fn computed(&self, computed: &Computed, sources: &str) -> Markup {
        let w = self.w;
        let mut day = w.day_short(computed.on);
        if computed.planned {
            day = Markup::ready(format!("{day} <span class=\"soft\">({})</span>", Markup::text(&w.t("planned"))));
        }
        match computed.stated.as_ref().filter(|_| computed.differs) {
            Some(stated) => {
                let words = w.say("stated-other", &[("day", w.value(&stated.value).into())]);
                Markup::ready(format!("{day} <a class=\"df\" href=\"{}\">{words}</a>", Markup::text(sources)))
            }
            None => day,
        }
    }

    /// What a standing under a treaty is called; what has none is said so.
    pub(crate) fn standing(&self, treaty: &str, standing: Option<&str>) -> Markup {
        let Some(standing) = standing else {
            return soft(&Markup::text(&self.w.t("no-tie")));
        };
        let text = self.text(&format!("law-standing-{treaty}-{standing}"));
        text.map_or_else(|| Markup::english(standing, self.w.lang), Markup::text)
    }

    /// By what else than a treaty a State is bound.
    pub(crate) fn obligation(&self, id: &str) -> Markup {
        let text = self.text(&format!("law-obligation-{id}"));
        text.map_or_else(|| Markup::english(id, self.w.lang), Markup::text)
    }

    /// Whether a standing under a treaty is that of a party.
    pub(crate) fn is_party(&self, treaty: &str, standing: Option<&str>) -> bool {
        let standings = self.law.standings(treaty);
        standing.is_some_and(|id| standings.iter().any(|s| s.id == id && s.party))
    }

    /// What a topic of Part 9 is called; its id where the law pack has no such topic.
    pub(crate) fn topic(&self, id: &str) -> Markup {
        let topic = self.law.topics().iter().find(|topic| topic.id == id);
        let name = topic.and_then(|topic| self.text(&topic.text_key));
        name.map_or_else(|| Markup::english(id, self.w.lang), Markup::text)
    }

    /// A topic of Part 9 with its article.
    pub(crate) fn topic_with_article(&self, id: &str) -> Markup {
        let name = self.topic(id);
        match self.law.topics().iter().find(|topic| topic.id == id) {
            Some(topic) => self
                .w
                .say("state-topic", &[("topic", name.into()), ("article", topic.article.as_str().into())]),
            None => name,
        }
    }
}

impl Words {
    /// The name of a regional group; of none, where it is empty.
    pub(crate) fn group(&self, group: &str) -> Markup {
        if group.is_empty() {
            Markup::text(&self.t("group-none"))
        } else {
            self.closed("group", group)
        }
    }
}

/// The rules that were applied to a State under a treaty: those of its standing and of its days.
pub(crate) fn applied(tie: &Tie) -> impl Iterator<Item = &RuleShown> {
    let computed = tie.in_force.iter().chain(&tie.withdrawal);
    tie.rules.iter().chain(computed.flat_map(|day| &day.rules))
}

/// What names are sorted by: without the marks that would send them behind all others.
pub(crate) fn sort_key(name: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        other => other,
    };
    name.to_lowercase().chars().map(plain).collect()
}
