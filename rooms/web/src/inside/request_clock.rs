//! The line from the day since which something is owed to its last day, with today on it. Drawn as SVG, whose places are
//! attributes: a style in the page would not be loaded.

use super::elements::LawWords;
use crate::layout::Layout;
use crate::markup::Markup;
use jiff::civil::Date;
use register::view::model::OwedShown;

/// The line; none where no day is set, or it would have no length.
pub(super) fn clock(l: &Layout, words: &LawWords, form: &str, owed: &OwedShown) -> Option<Markup> {
    let due = owed.due.as_ref()?;
    let days = |to: Date| owed.since.until(to).map_or(0, |span| i64::from(span.get_days()));
    let (total, passed) = (days(due.last), days(l.today));
    if total <= 0 || passed < 0 {
        return None;
    }
    let permille = |of: i64| (of.min(total) * 1000 / total).max(0);
    let place = |permille: i64| format!("{}.{}%", permille / 10, permille % 10);
    let (now, first) = (permille(passed), permille(days(due.first)));
    let since = words
        .law
        .move_of_act(form, &owed.since_act, owed.since)
        .map_or_else(|| owed.since_act.clone(), |mv| words.t(&format!("{}.done", mv.text_key)));
    let plain = |day: Date| l.w.day_short_plain(day);
    let args = [
        ("day", passed.into()),
        ("days", total.into()),
        ("since", since.as_str().into()),
        ("from", plain(owed.since).into()),
        ("first", plain(due.first).into()),
        ("last", plain(due.last).into()),
    ];
    let one_end = due.first == due.last;
    let label = l.w.say(if one_end { "request-clock" } else { "request-clock-two" }, &args);
    let today = l.w.plain("request-clock-today", &[("day", passed.into())]);
    let ends = if one_end {
        plain(due.last)
    } else {
        l.w.plain(
            "request-clock-ends",
            &[("first", plain(due.first).into()), ("last", plain(due.last).into())],
        )
    };
    let anchor = if now < 500 { "start" } else { "end" };
    let escaped = |text: &str| Markup::text(text).to_string();
    Some(Markup::ready(format!(
        "<svg class=\"clock\" aria-hidden=\"true\" width=\"100%\" height=\"58\">\
         <rect class=\"all\" y=\"24\" width=\"100%\" height=\"6\"/><rect class=\"gone\" y=\"24\" width=\"{now}\" height=\"6\"/>\
         <rect class=\"end\" x=\"{first}\" y=\"20\" width=\"2\" height=\"14\"/><rect class=\"end\" x=\"100%\" y=\"20\" width=\"2\" height=\"14\" transform=\"translate(-2)\"/>\
         <rect class=\"now\" x=\"{now}\" y=\"18\" width=\"2\" height=\"18\" transform=\"translate(-1)\"/>\
         <text x=\"0\" y=\"52\">{since_day}</text><text x=\"{now}\" y=\"12\" text-anchor=\"{anchor}\">{today}</text>\
         <text x=\"100%\" y=\"52\" text-anchor=\"end\">{ends}</text></svg><p class=\"s soft\">{label}.</p>",
        now = place(now),
        first = place(first),
        since_day = escaped(&plain(owed.since)),
        today = escaped(&today),
        ends = escaped(&ends),
    )))
}
