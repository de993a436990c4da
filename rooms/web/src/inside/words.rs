//! Words for people, their roles and why an act was refused.

use crate::markup::Markup;
use crate::texts::{Arg, Words};
use access::{Organisation, Role};
use identity::act::Post;
use identity::people::PeopleError;

impl Words {
    /// The name of a role.
    pub(crate) fn role(&self, role: Role) -> String {
        self.t(&role.text_key())
    }

    /// The name of an organisation, that of a team with its case.
    pub(crate) fn organisation(&self, organisation: &Organisation) -> String {
        let name = self.organisation_alone(organisation);
        match self.cases.get(organisation) {
            Some(case) => self.plain("organisation-of-case", &[("team", name.into()), ("case", case.as_str().into())]),
            None => name,
        }
    }

    /// The name of an organisation by itself.
    pub(crate) fn organisation_alone(&self, organisation: &Organisation) -> String {
        let named = |key: &str, of: &str| self.plain(key, &[("key", of.into())]);
        match organisation {
            Organisation::Court => self.t("organisation-court"),
            Organisation::Assembly => self.t("organisation-assembly"),
            Organisation::State(code) => named("organisation-state", code),
            Organisation::International(key) => named("organisation-international", key),
            Organisation::Team(key) => named("organisation-team", key),
        }
    }

    /// A role of an organisation.
    pub(crate) fn post(&self, post: &Post) -> Markup {
        let (role, organisation) = (self.role(post.role), self.organisation(&post.organisation));
        self.say("inside-post", &[("role", role.into()), ("organisation", organisation.into())])
    }

    /// Why an act on people was refused, and how to mend it.
    pub(crate) fn people_error(&self, error: &PeopleError) -> Markup {
        let key = format!("people-error-{}", error.word());
        let args: Vec<(&'static str, Arg)> = match error {
            PeopleError::Alike(names) => vec![("names", names.as_str().into())],
            PeopleError::Until(days) => vec![("days", (*days).into())],
            PeopleError::Recovery(identity::recovery::RecoveryError::Waiting(until)) => {
                vec![("until", self.moment(*until).into())]
            }
            _ => Vec::new(),
        };
        self.say(&key, &args)
    }
}
