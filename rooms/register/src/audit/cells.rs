//! Events as rows of a table: the columns of every list and file that is made of them.

use super::{Kept, Pseudonym, Who};
use record::audience::Level;

impl Kept {
    /// The columns.
    pub const COLUMNS: [&'static str; 13] = [
        "position",
        "at",
        "act",
        "who",
        "name",
        "account",
        "organisation",
        "role",
        "about",
        "matter",
        "level",
        "count",
        "detail",
    ];

    /// What the event has in each of [`Kept::COLUMNS`]; empty where it has nothing. `name` is that of the system's user
    /// at the shell: people have none in the audit.
    pub fn cells(&self) -> [String; 13] {
        let (sort, name, account, organisation, role) = match &self.who {
            Who::Nobody => ("nobody", "", "", "", ""),
            Who::Operator { name } => ("operator", name.as_str(), "", "", ""),
            Who::Person {
                account,
                organisation,
                role,
            } => ("person", "", account.as_str(), organisation.as_str(), role.as_str()),
        };
        [
            &self.position.to_string(),
            &self.at.to_string(),
            self.act.word(),
            sort,
            name,
            account,
            organisation,
            role,
            self.about.as_deref().unwrap_or_default(),
            self.matter.as_ref().map(Pseudonym::text).unwrap_or_default(),
            self.level.map(Level::word).unwrap_or_default(),
            &self.count.to_string(),
            &self.detail,
        ]
        .map(str::to_owned)
    }
}
