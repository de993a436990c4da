//! What stands on every page: head, navigation, search, date sentence and foot.

mod navigation;

pub(crate) use navigation::Entry;

use crate::address::{Address, DateFields, Format, Lang, Place, page_of_file};
use crate::markup::Markup;
use crate::texts::{Arg, Words};
use crate::visitor::Visitor;
use crate::written::capital;
use jiff::civil::Date;
use register::view::DoubtFilter;
use register::view::model::{Changed, Filter, Foot, NotPublic, RequestFilter, RowFilter};

/// A form in which the same page can be had.
pub(crate) struct Also {
    /// Its name: JSON, CSV.
    pub(crate) name: &'static str,
    /// Its address.
    pub(crate) href: String,
}

/// The same page in a language.
pub(crate) struct Tongue {
    /// BCP 47 tag.
    pub(crate) tag: &'static str,
    /// The language's own name.
    pub(crate) name: &'static str,
    /// Its address.
    pub(crate) href: String,
    /// Whether the page is in this language.
    pub(crate) current: bool,
}

/// Everything around the matter of a page.
pub(crate) struct Layout {
    /// The words.
    pub(crate) w: Words,
    /// Who asks.
    pub(crate) visitor: Visitor,
    /// The page.
    pub(crate) address: Address,
    /// Where the style sheet lies.
    pub(crate) sheet: String,
    /// Today in The Hague.
    pub(crate) today: Date,
    /// The day in the world that the page is about; today where none is named or the named one is wrong.
    pub(crate) as_at: Date,
    /// What stands in the fields of that day.
    pub(crate) day: DateFields,
    /// What stands in the fields of the day known on.
    pub(crate) known: DateFields,
    /// Whether a field of the day in the world is wrong.
    pub(crate) day_wrong: bool,
    /// Whether a field of the day known on is wrong.
    pub(crate) known_wrong: bool,
    /// Whether a field of the earlier day of a comparison is wrong.
    pub(crate) from_wrong: bool,
    /// The foot; none where the record could not be read.
    pub(crate) foot: Option<Foot>,
    /// Title, without the name of the product.
    pub(crate) title: String,
    /// Whether the title names the day.
    pub(crate) title_as_at: bool,
    /// Which entry of the navigation is the current one.
    pub(crate) entry: Entry,
    /// Whether search engines are asked to leave the page out.
    pub(crate) noindex: bool,
    /// Lines under the date sentence.
    pub(crate) steps: Vec<Markup>,
    /// Forms in which the same page can be had.
    pub(crate) formats: &'static [Format],
    /// Whether it is a page without the sentence that asks for a day: one for whoever is signed in, which is about now, or one
    /// that has a day of its own.
    pub(crate) inside: bool,
    /// What of it is not public, which its head says.
    pub(crate) not_public: NotPublic,
}

impl Layout {
    /// A text.
    pub(crate) fn t(&self, key: &str) -> String {
        self.w.t(key)
    }

    /// The title, with the day that the page is about.
    pub(crate) fn full_title(&self) -> String {
        if !self.title_as_at {
            return self.title.clone();
        }
        self.w.plain(
            "title-as-at",
            &[("title", self.title.as_str().into()), ("day", self.w.day_plain(self.as_at).into())],
        )
    }

    /// What the marks of doubt mean.
    pub(crate) fn key(&self) -> [Markup; 3] {
        let other = Markup::ready(format!("<span class=\"df\">{}</span>", Markup::text(&self.t("key-other-label"))));
        [
            Markup::text(&self.t("key-none")),
            self.w.say("key-unverified", &[("mark", self.w.unverified().into())]),
            self.w.say("key-other", &[("mark", other.into())]),
        ]
    }

    /// The address of another page in the same reading.
    pub(crate) fn to(&self, place: Place) -> String {
        self.address.to(place).href()
    }

    /// The address of a person's page.
    pub(crate) fn person(&self, key: &str) -> String {
        self.to(Place::Person(key.to_owned()))
    }

    /// The address of a situation's page.
    pub(crate) fn situation(&self, no: &str) -> String {
        self.to(Place::Situation(no.to_owned()))
    }

    /// The page of a file of the register.
    pub(crate) fn file_page(&self, file: &str) -> Place {
        page_of_file(file).map_or(Place::Overview, |page| Place::File(page, RowFilter::default()))
    }

    /// The address of a State's profile.
    pub(crate) fn state(&self, code: &str) -> String {
        self.to(Place::State(code.to_owned()))
    }

    /// The address of the parties to a treaty.
    pub(crate) fn treaty(&self, id: &str) -> String {
        self.to(Place::Treaty(id.to_owned()))
    }

    /// The address of a row of a file.
    pub(crate) fn row(&self, matter: &str) -> String {
        self.to(Place::Row(matter.to_owned()))
    }

    /// The requests to a State, or for a person, that the public record tells of.
    pub(crate) fn public_requests(&self, state: Option<&str>, person: Option<&str>) -> String {
        self.to(Place::PublicRequests(RequestFilter {
            state: state.map(str::to_owned),
            person: person.map(str::to_owned),
            ..RequestFilter::default()
        }))
    }

    /// The address of the facts of a file that are in doubt.
    pub(crate) fn doubts(&self, file: &str) -> String {
        self.to(Place::Doubts(DoubtFilter {
            file: Some(file.to_owned()),
            disputed: false,
        }))
    }

    /// The address of an entry's page.
    pub(crate) fn entry_page(&self, id: &str) -> String {
        self.to(Place::Entry(id.to_owned()))
    }

    /// The address of the list of warrants with a status and a situation chosen.
    pub(crate) fn warrants(&self, status: Option<&str>, situation: Option<&str>) -> String {
        let [status, situation] = [status, situation].map(|chosen| chosen.map(str::to_owned));
        self.to(Place::Warrants(Filter {
            status,
            situation,
            ..Filter::default()
        }))
    }

    /// The same page as at another day.
    pub(crate) fn at_day(&self, day: Date) -> String {
        Address {
            as_at: Some(day),
            format: Format::Html,
            ..self.address.clone()
        }
        .href()
    }

    /// The same page in the other reading.
    pub(crate) fn other_reading(&self) -> String {
        Address {
            hindsight: !self.address.hindsight,
            format: Format::Html,
            ..self.address.clone()
        }
        .href()
    }

    /// The same page as it is today.
    pub(crate) fn at_today(&self) -> String {
        Address {
            as_at: None,
            format: Format::Html,
            ..self.address.clone()
        }
        .href()
    }

    /// The same page with both days named: what a footnote can rest on.
    pub(crate) fn fixed(&self) -> String {
        let known_on = Some(self.known_on());
        Address {
            as_at: Some(self.as_at),
            known_on,
            format: Format::Html,
            ..self.address.clone()
        }
        .href()
    }

    /// The day as of whose end the record is read.
    pub(crate) fn known_on(&self) -> Date {
        self.address.known_on.unwrap_or(self.today)
    }

    /// The path to which the date sentence is sent.
    pub(crate) fn action(&self) -> String {
        Address {
            format: Format::Html,
            ..self.address.clone()
        }
        .path()
    }

    /// The page in each language.
    pub(crate) fn tongues(&self) -> Vec<Tongue> {
        let tongue = |lang: Lang| Tongue {
            tag: lang.tag(),
            name: lang.name(),
            href: Address {
                lang,
                format: Format::Html,
                ..self.address.clone()
            }
            .href(),
            current: lang == self.w.lang,
        };
        Lang::ALL.into_iter().map(tongue).collect()
    }

    /// Where the script lies of the pages on which somebody shows a passkey.
    pub(crate) fn script(&self) -> String {
        crate::pages::script_path()
    }

    /// Where the script lies of the forms that keep what is typed into them.
    pub(crate) fn typing_script(&self) -> String {
        crate::pages::typing_path()
    }

    /// Who is signed in: their name.
    pub(crate) fn who(&self) -> Option<&str> {
        self.visitor.visit().map(|visit| visit.account.name())
    }

    /// The line that says so.
    pub(crate) fn signed_in(&self, name: &str) -> Markup {
        let name = Markup::ready(format!("<b>{}</b>", Markup::text(name)));
        self.w.say("inside-signed-in", &[("name", name.into())])
    }

    /// In which role for whom they act; none until they chose.
    pub(crate) fn post(&self) -> Option<Markup> {
        let post = self.visitor.visit()?.session.post()?;
        Some(self.w.post(post))
    }

    /// The address of a page for whoever is signed in, by its path after the language.
    pub(crate) fn within(&self, path: &str) -> String {
        format!("/{}/{path}", self.w.lang.tag())
    }

    /// The address of the page on which somebody signs in, to come back to this one.
    pub(crate) fn sign_in(&self) -> String {
        let back = match &self.address.place {
            Place::Inside(path, _) if path.starts_with("sign-in") || path.starts_with("join") => return self.within("sign-in"),
            _ => self.address.href(),
        };
        format!("{}?to={}", self.within("sign-in"), crate::address::encode(&back))
    }

    /// The classification that stands at the head of a page with what is not public, and how much of it that is.
    pub(crate) fn mark(&self) -> Option<Markup> {
        let level = self.not_public.level?;
        let level = Markup::ready(format!("<b>{}</b>", capital(&Markup::text(&self.w.level(level)))));
        Some(match self.not_public.facts {
            0 => self.w.say("mark-level", &[("level", level.into())]),
            facts => self.w.say("mark-level-facts", &[("level", level.into()), ("n", facts.into())]),
        })
    }

    /// The address of the form by which a list of contacts is checked.
    pub(crate) fn contacts(&self) -> String {
        self.to(Place::Contacts)
    }

    /// The address of the first page.
    pub(crate) fn overview(&self) -> String {
        self.to(Place::Overview)
    }

    /// The address of the page that says how the figure was made.
    pub(crate) fn working(&self) -> String {
        self.to(Place::Working)
    }

    /// The address of the page of counts.
    pub(crate) fn counts(&self) -> String {
        self.to(Place::Counts)
    }

    /// The address of the facts that are in doubt.
    pub(crate) fn all_doubts(&self) -> String {
        self.to(Place::Doubts(DoubtFilter::default()))
    }

    /// The address of the page that says how far these pages can be used by everybody.
    pub(crate) fn accessibility(&self) -> String {
        self.to(Place::Accessibility)
    }

    /// The address of the page that says what this is.
    pub(crate) fn about(&self) -> String {
        self.to(Place::About)
    }

    /// The address of the form by which an error in this page is reported.
    pub(crate) fn error(&self) -> String {
        self.address.to_error().href()
    }

    /// The address of a file of the register to take along, in the same reading.
    pub(crate) fn taken_along(&self, file: &str) -> String {
        let page = self.address.to(Place::Data).href();
        match page.split_once('?') {
            Some((path, query)) => format!("{path}/{file}?{query}"),
            None => format!("{page}/{file}"),
        }
    }

    /// The address of this report as a file.
    pub(crate) fn report_file(&self, form: reports::report::Form) -> String {
        let (path, query) = (self.address.path(), self.address.href());
        let query = query.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
        format!("{path}/report.{}{query}", form.word())
    }

    /// The address of the page that says in which forms the register can be had.
    pub(crate) fn data(&self) -> String {
        self.to(Place::Data)
    }

    /// The address of the feed of changes.
    pub(crate) fn feed(&self) -> String {
        crate::atom::path(self.w.lang)
    }

    /// The address of the calendar of public dates.
    pub(crate) fn calendar(&self) -> String {
        crate::dates::path(self.w.lang)
    }

    /// Where the search form leads.
    pub(crate) fn search(&self) -> String {
        self.address.to(Place::Search(String::new())).path()
    }

    /// What stands in the search field.
    pub(crate) fn searched(&self) -> &str {
        match &self.address.place {
            Place::Search(q) => q,
            _ => "",
        }
    }

    /// What stands in the fields of the earlier day, on the page that compares two.
    pub(crate) fn earlier(&self) -> Option<&DateFields> {
        match &self.address.place {
            Place::Compare(_, fields) => Some(fields),
            _ => None,
        }
    }

    /// Months for the date fields: number, name and whether it is the chosen one.
    pub(crate) fn months(&self, fields: &DateFields) -> Vec<(String, String, bool)> {
        let chosen = fields.m.trim_start_matches('0').to_owned();
        let month = |month: i8| {
            (
                month.to_string(),
                self.w.month(month, crate::written::Length::Full),
                month.to_string() == chosen,
            )
        };
        (1..=12).map(month).collect()
    }

    /// "As this register knew it on 25 November 2026"
    pub(crate) fn known_summary(&self) -> Markup {
        self.w.say("known-summary", &[("day", self.w.day(self.known_on()).into())])
    }

    /// "The record begins on 25 November 2026."
    pub(crate) fn known_begins(&self) -> Option<Markup> {
        let foot = self.foot.as_ref()?;
        Some(self.w.say("known-begins", &[("day", self.w.day(foot.began).into())]))
    }

    /// The same page in its other forms.
    pub(crate) fn also(&self) -> Vec<Also> {
        let also = |format: &Format| Also {
            name: if *format == Format::Json { "JSON" } else { "CSV" },
            href: Address {
                format: *format,
                ..self.address.clone()
            }
            .href(),
        };
        self.formats.iter().map(also).collect()
    }

    /// Whose record it is.
    pub(crate) fn kept_by(&self) -> Markup {
        let named = self.foot.as_ref().and_then(|foot| foot.institution.as_deref());
        match named.and_then(access::Organisation::parse) {
            Some(named) => self.w.say("foot-kept-by-named", &[("who", self.w.organisation(&named).into())]),
            None => Markup::text(&self.t("foot-kept-by")),
        }
    }

    /// Which edition of the public record was taken in, and until when it is complete.
    pub(crate) fn edition(&self) -> Option<Markup> {
        let foot = self.foot.as_ref()?;
        let edition = self.w.say("foot-edition", &[("day", self.w.day(foot.edition?).into())]);
        Some(match foot.complete_until {
            Some(until) => {
                let complete = self.w.say("foot-complete-until", &[("day", self.w.day(until).into())]);
                Markup::ready(format!("{edition} {complete}"))
            }
            None => edition,
        })
    }

    /// The newest checkpoint.
    pub(crate) fn checkpoint(&self) -> Option<Markup> {
        let foot = self.foot.as_ref()?;
        let args: [(&'static str, Arg); 2] = [("day", self.w.day(foot.checkpoint_day).into()), ("hash", short_hash(foot).into())];
        Some(self.w.say("foot-checkpoint", &args))
    }

    /// How the page is cited.
    pub(crate) fn cite(&self) -> Markup {
        let mut args: Vec<(&'static str, Arg)> = vec![
            ("title", self.title.as_str().into()),
            ("day", self.w.day(self.as_at).into()),
            ("known", self.w.day(self.known_on()).into()),
        ];
        let reading = if self.address.hindsight {
            "reading-hindsight"
        } else {
            "reading-public"
        };
        args.push(("reading", self.t(reading).into()));
        match &self.foot {
            Some(foot) => {
                args.push(("hash", short_hash(foot).into()));
                self.w.say("foot-cite", &args)
            }
            None => self.w.say("foot-cite-unread", &args),
        }
    }

    /// Whether this is an exercise record.
    pub(crate) fn exercise(&self) -> bool {
        self.foot.as_ref().is_some_and(|foot| foot.exercise)
    }

    /// Puts the days around the page's day on which the count changed under the date sentence.
    pub(crate) fn set_changed(&mut self, changed: &Changed) {
        if let Some(last) = changed.last {
            let day = self.w.day(last);
            let day = if last == self.as_at {
                day
            } else {
                Markup::link(&self.at_day(last), &day)
            };
            self.steps.push(self.w.say("step-last", &[("day", day.into())]));
            if let Ok(before) = last.yesterday() {
                let link = Markup::link(&self.at_day(before), &Markup::text(&self.t("step-before")));
                self.steps.push(link);
            }
        }
        if let Some(next) = changed.next {
            let day = Markup::link(&self.at_day(next), &self.w.day(next));
            self.steps.push(self.w.say("step-next", &[("day", day.into())]));
        }
    }
}

fn short_hash(foot: &Foot) -> Markup {
    let short: String = foot.checkpoint_root.chars().take(12).collect();
    Markup::ready(format!("<bdi class=\"h\" dir=\"ltr\">{}</bdi>", Markup::text(&short)))
}
