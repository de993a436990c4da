//! The keys of rows and the matters that follow from them.

use super::{Becomes, Column, EFFECTIVE, File};
use crate::chain::text;
use crate::kinds::Sort;
use record::entry::{Draft, Subject};
use record::hex::hex;
use sha2::{Digest, Sha256};

/// The most bytes that a matter may take; see `record`.
const MOST: usize = 100;
/// The bytes that the end of a shortened matter takes: a hyphen and 8 hexadecimal digits.
const ENDING: usize = 9;

impl File {
    /// The key of a row, by which it is cited and listed as dropped: the texts of the key columns with bars
    /// between them. `cell` gives the text of a column.
    pub fn key(&self, cell: impl Fn(&Column) -> String) -> String {
        let keys = self.columns.iter().filter(|column| column.key);
        let texts = keys.map(|column| match column.becomes {
            Becomes::Member(_, _, Sort::Texts) | Becomes::StateMember(_, _, Sort::Texts) => {
                let items: Vec<String> = cell(column).split(';').map(|item| item.trim().to_owned()).collect();
                items.join(";")
            }
            _ => cell(column),
        });
        texts.collect::<Vec<_>>().join("|")
    }

    /// The kind of the entry that holds the row's key; none where the key is a name or a State, which all have.
    pub fn key_kind(&self) -> Option<&'static str> {
        let mut keys = self.columns.iter().filter(|column| column.key);
        keys.find_map(|column| match column.becomes {
            Becomes::Act(kind) => Some(kind),
            Becomes::Member(kinds, _, _) | Becomes::StateMember(kinds, _, _) => kinds.first().copied(),
            _ => None,
        })
    }

    /// The key of the row of an entry, of [`File::key_kind`] where the file has one.
    pub fn key_of(&self, draft: &Draft) -> String {
        self.key(|column| {
            let cell = match column.becomes {
                Becomes::Name => draft
                    .matter
                    .strip_prefix(self.matter)
                    .and_then(|rest| rest.strip_prefix('-'))
                    .map(str::to_owned),
                Becomes::State => draft
                    .about
                    .iter()
                    .find_map(|s| if let Subject::State(code) = s { Some(code.clone()) } else { None }),
                Becomes::Act(_) => text(draft, EFFECTIVE),
                Becomes::Member(_, name, _) | Becomes::StateMember(_, name, _) => text(draft, name),
                _ => None,
            };
            cell.unwrap_or_default()
        })
    }

    /// The matter of the row with a key: the beginning of the file's matters and the key in lower case, every
    /// run of other characters than letters a to z, digits and dots as one hyphen. Where letters or digits of
    /// other scripts are lost so, or it would be longer than a matter may be, it is cut where it must be and
    /// ends in a hyphen and the first 8 hexadecimal digits of the key's SHA-256.
    pub fn matter_of(&self, key: &str) -> String {
        let mut slug = String::new();
        for c in key.to_lowercase().chars() {
            if c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        let whole = format!("{}-{}", self.matter, slug.trim_end_matches('-'));
        let lost = key.chars().any(|c| c.is_alphanumeric() && !c.is_ascii());
        if whole.len() <= MOST && !lost {
            return whole;
        }
        let digits: String = hex(&Sha256::digest(key.as_bytes())).chars().take(8).collect();
        let kept: String = whole.chars().take(MOST - ENDING).collect();
        format!("{}-{digits}", kept.trim_end_matches('-'))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use crate::files::named;

    #[track_caller]
    fn check(file: &str, key: &str, expected: &str) {
        assert_eq!(named(file).unwrap().matter_of(key), expected);
    }

    #[test]
    fn the_matter_of_a_row_is_its_key_in_lower_case_with_hyphens() {
        check("rome_statute", "FRA", "rome-statute-fra");
        check("findings", "sdn-2010-05-25", "finding-sdn-2010-05-25");
        check("resolutions", "ICC-ASP/12/Res.3", "resolution-icc-asp-12-res.3");
        check("referrals", "ARG;CAN;CHL|2018-09-27", "referral-arg-can-chl-2018-09-27");
        check(
            "pledges",
            "all pledgers|total (as later counted)",
            "pledge-all-pledgers-total-as-later-counted",
        );
        check("legislation", "XAA|Loi n° 1 — «Cooperation»", "law-xaa-loi-n-1-cooperation");
    }

    #[test]
    fn keys_in_other_scripts_are_told_apart_by_their_hash() {
        let law = named("legislation").unwrap();
        let matters = ["XAA|Закон", "XAA|Кодекс", "XAA|Coopération", "XAA|Coopèration"].map(|key| law.matter_of(key));
        for (i, matter) in matters.iter().enumerate() {
            let (beginning, digits) = matter.rsplit_once('-').unwrap();
            assert!(["law-xaa", "law-xaa-coop-ration"].contains(&beginning), "{matter}");
            assert!(digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_hexdigit()), "{matter}");
            assert!(!matters[..i].contains(matter), "{matter}");
        }
    }

    #[test]
    fn a_long_key_is_cut_and_told_from_others_by_its_hash() {
        let law = named("legislation").unwrap();
        let long = |last: &str| format!("XAA|{}{last}", "Act on cooperation with the Court ".repeat(5));
        let (one, two) = (law.matter_of(&long("1")), law.matter_of(&long("2")));
        assert!(one.len() <= 100 && two.len() <= 100, "{one}");
        assert_ne!(one, two);
        let (kept, digits) = one.rsplit_once('-').unwrap();
        assert!(kept.starts_with("law-xaa-act-on-cooperation") && !kept.ends_with('-'), "{one}");
        assert!(digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_hexdigit()), "{one}");
        let fits = format!("XAA|{}", "x".repeat(92));
        assert_eq!(law.matter_of(&fits), format!("law-xaa-{}", "x".repeat(92)), "100 bytes fit");
        assert_eq!(law.matter_of(&format!("{fits}y")).len(), 100);
    }
}
