//! The lists in which a person stands, day by day. They are derived out of the person's file, kept by
//! the store in read tables, and asked for any day.
//!
//! | list | scopes | who |
//! |---|---|---|
//! | `outstanding`, `surrendered`, `ended`, `summoned`, `summons-ended` | whole, `situation:NO`; for `ended` also `reason:R` | persons of that status, as the law pack has it: in the whole list by all their instruments, in that of a situation by those in it |
//! | `named` | whole, `situation:NO` | persons named in a warrant |
//! | `summonses` | whole | persons named in a summons |
//! | `warrants`, `open-warrants` | `nth:1`, `nth:2`, … | persons with at least so many warrants issued, or open; their sum is the number of warrants |
//! | `situations` | number, a space, name | persons named in an instrument in that situation, under the name that it bears there |
//! | `requests` | whole, `open`, `over`, `state:CODE`, `person:KEY` | no persons: requests that the public record tells of, the latest first by a mirrored day |
//! | `acts` | whole | persons in whose file something happened, the latest first by a mirrored day |

use crate::port::Kept;
use jiff::civil::{Date, date};
use jiff::{Span, Unit};

/// Persons with outstanding warrants or surrender requests.
pub const OUTSTANDING: &str = "outstanding";
/// Persons surrendered to the Court.
pub const SURRENDERED: &str = "surrendered";
/// Persons against whom the proceedings ended otherwise.
pub const ENDED: &str = "ended";
/// Persons under a summons and no warrant.
pub const SUMMONED: &str = "summoned";
/// The same, against whom the proceedings ended.
pub const SUMMONS_ENDED: &str = "summons-ended";
/// Persons named in a warrant.
pub const NAMED: &str = "named";
/// Persons named in a summons.
pub const SUMMONSES: &str = "summonses";
/// Warrants, counted by the scopes `nth:…`.
pub const WARRANTS: &str = "warrants";
/// Open warrants, counted by the scopes `nth:…`.
pub const OPEN_WARRANTS: &str = "open-warrants";
/// Situations: each scope is a number, a space and a name.
pub const SITUATIONS: &str = "situations";
/// Days on which something happened, mirrored; see [`mirror`].
pub const ACTS: &str = "acts";

/// Requests that the public record tells of: whole, [`OPEN`], [`OVER`], and by State and person. The one in which something
/// happened last comes first.
pub const REQUESTS: &str = "requests";
/// Requests that are not over.
pub const OPEN: &str = "open";
/// Requests that are over.
pub const OVER: &str = "over";

/// Beginning of the scopes of situations.
pub const SITUATION: &str = "situation:";
/// Beginning of the scopes of reasons.
pub const REASON: &str = "reason:";
/// Beginning of the scopes that number warrants.
pub const NTH: &str = "nth:";

/// What is asked of a list and scope.
pub fn kept(list: &str, scope: &str) -> Kept {
    match list {
        WARRANTS | OPEN_WARRANTS | SUMMONSES | SITUATIONS => Kept::Counted,
        ACTS => Kept::Listed,
        _ if scope.starts_with(REASON) => Kept::Counted,
        _ => Kept::Both,
    }
}

const LAST: Date = date(2999, 12, 31);
const FIRST: Date = date(1, 1, 1);

/// The day as far after the year 1 as the given one lies before the year 3000, and back: lists go from
/// early to late, and `acts` must give the latest first.
pub fn mirror(day: Date) -> Date {
    let days = day.until((Unit::Day, LAST)).map_or(0, |span| span.get_days());
    FIRST.checked_add(Span::new().days(days)).unwrap_or(FIRST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mirror_turns_the_order_and_stays_before_every_day_of_the_record() {
        let days = [date(1998, 7, 17), date(2013, 10, 2), date(2013, 10, 3), date(2026, 11, 25)];
        for pair in days.windows(2) {
            assert!(mirror(pair[0]) > mirror(pair[1]));
        }
        for day in days {
            assert!(mirror(day) < date(1998, 7, 17));
            assert_eq!(mirror(mirror(day)), day);
        }
    }
}
