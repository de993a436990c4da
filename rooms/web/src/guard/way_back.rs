//! Where somebody goes after they signed in: to the page from which they came, and nowhere else.

use crate::address::{Asked, Place};
use crate::query;
use jiff::civil::Date;

/// The first segments, after the language, of the addresses of pages for whoever is signed in that are gone back to.
const LASTING: [&str; 21] = [
    "account",
    "audit",
    "authorities",
    "draft",
    "drafts",
    "emergency",
    "execution",
    "executions",
    "files",
    "hand-over",
    "matter",
    "matters",
    "needs",
    "paper",
    "people",
    "report-text",
    "request",
    "requests",
    "role",
    "roles",
    "screen",
];
/// The longest address that is read, in bytes.
const LONGEST: usize = 2000;

/// The page of ours that a text names, in its canonical address; none where it names anything else (an open redirect).
///
/// It must begin with one stroke, hold nothing that a browser would read as another site or another path (a second
/// stroke at the beginning, a backslash, a control character, a blank), and be an address that is read here. What is
/// given back is written anew by us, so no sign of it is the asker's own.
pub fn way_back(given: &str, today: Date) -> Option<String> {
    let plain = given.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if given.len() > LONGEST || !plain {
        return None;
    }
    let path = given.strip_prefix('/').filter(|path| !path.starts_with('/'))?;
    let (path, raw_query) = path.split_once('?').unwrap_or((path, ""));
    let (lang, rest) = path.split_once('/').unwrap_or((path, ""));
    let rest = query::decode(rest)?;
    // Browsers take steps of a path themselves (RFC 3986, section 5.2.4), and would come elsewhere than was read here.
    if rest.split('/').any(|segment| segment == "." || segment == "..") {
        return None;
    }
    let asked = Asked::read(lang, &rest, Some(raw_query), today)?;
    // What a form led to is not gone back to, nor where one comes in, goes or is asked something on the way.
    let lasting = match asked.address.place {
        Place::Error { .. } => false,
        Place::Inside(..) => LASTING.contains(&rest.split('/').next().unwrap_or_default()) && !rest.ends_with("/begin"),
        _ => true,
    };
    lasting.then(|| asked.address.href())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 11, 26);

    fn back(given: &str) -> Option<String> {
        way_back(given, TODAY)
    }

    #[test]
    fn a_page_of_ours_is_gone_back_to_in_its_reading() {
        for address in [
            "/en",
            "/fr/warrants?as_at=2013-10-02&status=all",
            "/en/person/exercise-0001?as_at=2013-10-02&known_on=2026-11-24&hindsight=1",
            "/en/search?q=Exercise%20One",
            "/en/matters",
            "/fr/matter/exercise-1",
            "/en/people?organisation=state%3AXAA",
            "/en/people/0123456789abcdef0123456789abcdef",
            "/en/audit?act=signed-in&since=2026-11-01",
            "/fr/account",
            "/en/request/0123456789abcdef0123456789abcdef",
            "/fr/draft/0123456789abcdef0123456789abcdef",
            "/en/requests",
            "/en/executions",
        ] {
            assert_eq!(back(address).as_deref(), Some(address), "{address}");
        }
        assert_eq!(back("/en/overview?x=1").as_deref(), Some("/en"), "as its canonical address is");
        assert_eq!(
            back("/en/warrants?as_at=2013-99-99").as_deref(),
            Some("/en/warrants"),
            "without a day that is none"
        );
    }

    #[test]
    fn nothing_else_is_gone_to() {
        for given in [
            "",
            "/",
            "//example.org",
            "//example.org/en",
            "/\\example.org",
            "\\/example.org",
            "https://example.org/en",
            "https:/en",
            "javascript:alert(1)",
            "data:text/html,x",
            "en",
            " /en",
            "/en\r\nLocation: https://example.org",
            "/\t/example.org",
            "/en/../../example.org",
            "/en//example.org",
            "/en/%2F%2Fexample.org",
            "/en/%5Cexample.org",
            "/de",
            "/api/v1/overview",
            "/assets/x.css",
            "/en/error",
            "/en/sign-in",
            "/en/sign-out",
            "/en/join/0123",
            "/en/verify?to=%2Fen",
            "/en/account/begin",
            "/en/matter/../../api/v1",
            "/en/matter/%2e%2e/%2e%2e/api/v1",
            "/é",
        ] {
            assert_eq!(back(given), None, "{given:?}");
        }
        assert_eq!(back(&format!("/en/search?q={}", "x".repeat(3000))), None, "too long");
    }

    /// Text in which what leads elsewhere is likely.
    fn crooked() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            Just("/".to_owned()),
            Just("\\".to_owned()),
            Just("//".to_owned()),
            Just("/en/".to_owned()),
            Just("/fr".to_owned()),
            Just("person/".to_owned()),
            Just("search?q=".to_owned()),
            Just("matter/".to_owned()),
            Just("people?".to_owned()),
            Just("@example.org".to_owned()),
            Just("https:".to_owned()),
            Just("%2f".to_owned()),
            Just("%5c".to_owned()),
            Just("%0d%0a".to_owned()),
            Just("..".to_owned()),
            Just("#".to_owned()),
            ".{0,6}",
        ];
        prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn wherever_it_leads_a_browser_stays_on_this_site_in_a_language_of_ours(given in crooked()) {
            if let Some(address) = back(&given) {
                let here = url::Url::parse("https://comity.example.org/").unwrap();
                let there = here.join(&address).unwrap();
                prop_assert_eq!(there.origin(), here.origin());
                prop_assert!(there.path() == "/en" || there.path() == "/fr" || there.path().starts_with("/en/") || there.path().starts_with("/fr/"));
                prop_assert!(address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\'));
                let again = back(&address);
                prop_assert_eq!(again, Some(address), "and it is its own way back");
            }
        }
    }
}
