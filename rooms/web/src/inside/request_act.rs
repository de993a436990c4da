//! The page of one act: the form with what it must say, and what stands around it; and what a page says after an act was done.

use super::annexes::{Documents, KnownFile};
use super::elements::{Control, Field, LawWords, Listed, typed};
use super::request::{Looked, over_within, owed_said};
use super::request_acts::SCAN;
use super::{Inside, request_asked, request_instead, request_sending};
use crate::guard::{Fields, with_script};
use crate::layout::Layout;
use crate::markup::Markup;
use crate::texts::Said;
use crate::upload::Sent;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use law::{ElementSort, Finding, Move, Pack, Side, Values};
use record::audience::Level;
use register::answering::WorkingAnswer;
use register::directory::StateRef;
use register::view::model::{MoveOffer, RequestView};
use std::sync::Arc;

/// What stands before the names of the fields of an act.
pub(super) fn prefix(act: &str) -> String {
    format!("{act}-")
}

/// The page.
#[derive(Template)]
#[template(path = "inside/request_act.html")]
struct Page {
    l: Layout,
    law: Arc<Pack>,
    v: RequestView,
    states: Vec<StateRef>,
    /// The authorities to which it can go, where it is a sending.
    authorities: Option<Vec<(String, String)>>,
    /// The requests that can take the place of this one, where it names one.
    instead: Option<Vec<(String, String)>>,
    /// The act.
    mv: Move,
    /// That it can be done now by whoever looks; none where it cannot.
    offer: Option<MoveOffer>,
    /// Whether it is recorded from a note.
    on_paper: bool,
    /// Whether a State does it on the Court's record, to which it goes with that.
    as_guest: bool,
    shown: Shown,
}

/// What a page of an act shows besides the form.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) status: StatusCode,
    /// What stands in the fields.
    pub(super) typed: Fields,
    /// Files that came and wait.
    pub(super) files: Vec<Sent>,
    /// What is to mend.
    pub(super) findings: Vec<Finding>,
    /// Why it was not done.
    pub(super) oops: Vec<Markup>,
    /// What is well.
    pub(super) said: Option<Markup>,
    /// What was typed before and is there again.
    pub(super) resumed: Option<WorkingAnswer>,
}

/// That the act can be done now by whoever looks.
pub(super) fn offered<'v>(view: &'v RequestView, mv: &Move) -> Option<&'v MoveOffer> {
    view.moves.iter().chain(&view.late).find(|offer| offer.id == mv.id)
}

/// The page of an act.
pub(super) async fn answer(inside: &Inside, looked: Looked, mv: Move, shown: Shown) -> Response {
    let Looked { view, states, side } = looked;
    let authorities = match request_sending::authorities(inside, &view, &mv).await {
        Ok(authorities) => authorities,
        Err(answer) => return *answer,
    };
    let instead = match request_instead::named(inside, &view, &mv).await {
        Ok(instead) => instead,
        Err(answer) => return *answer,
    };
    let law = inside.pages.web.register.law.clone();
    let words = LawWords { law: &law, w: &inside.w };
    let mut l = super::request::layout(inside, &view).await;
    l.title = words.t(&mv.text_key);
    let offer = offered(&view, &mv).cloned();
    let on_paper = match &offer {
        Some(offer) => offer.on_paper,
        None => shown.typed.get("paper") == "yes",
    };
    let as_guest = match side {
        Side::Court => false,
        Side::State => match inside.pages.web.register.own_state().await {
            Ok(own) => own.is_none(),
            Err(error) => return inside.failed(&error),
        },
    };
    let page = Page {
        l,
        law,
        v: view,
        states,
        authorities,
        instead,
        mv,
        offer,
        on_paper,
        as_guest,
        shown,
    };
    let mut response = inside.show_as(page.shown.status, &page);
    with_script(&mut response);
    response
}

/// What an address after a redirect says was done.
pub(super) enum Settled {
    /// An entry.
    Recorded(String),
    /// What was typed into the form of an act was kept.
    Kept(String),
    /// Somebody came to sign, and there is nothing for them to sign.
    Unsigned,
}

impl Settled {
    /// What the address of this page tells.
    pub(super) fn in_address(inside: &Inside) -> Option<Settled> {
        let given = |name: &str| Some(inside.parameter(name)).filter(|value| !value.is_empty());
        let unsigned = || given("unsigned").map(|_| Settled::Unsigned);
        given("done")
            .map(Settled::Recorded)
            .or_else(|| given("kept").map(Settled::Kept))
            .or_else(unsigned)
    }

    /// What the page says of it; nothing of what the request and the desk do not bear out, whatever an address says.
    pub(super) fn said(&self, words: &LawWords, view: &RequestView, working: &[WorkingAnswer]) -> Option<Markup> {
        match self {
            Settled::Recorded(entry) => {
                let step = view.steps.iter().find(|step| step.entry == *entry)?;
                let act = words.t(&format!("{}.done", step.text_key.as_ref()?));
                Some(words.w.say("request-done", &[("act", act.into())]))
            }
            Settled::Kept(act) => {
                let kept = working.iter().find(|kept| kept.act == *act)?;
                let until = kept.saved.saturating_add(register::answering::KEPT).ok()?;
                Some(words.w.say("request-kept", &[("until", words.w.moment(until).into())]))
            }
            Settled::Unsigned => {
                let waits = view.moves.iter().any(|offer| offer.signs);
                (!waits).then(|| Markup::text(&words.w.t("request-unsigned")))
            }
        }
    }
}

impl Page {
    fn words(&self) -> LawWords<'_> {
        LawWords {
            law: &self.law,
            w: &self.l.w,
        }
    }

    fn over(&self) -> Markup {
        over_within(&self.l, &self.words(), &self.v)
    }

    fn head(&self) -> String {
        self.words().t(&self.mv.text_key)
    }

    fn rules(&self) -> Markup {
        self.words().rules(&self.mv.rests_on)
    }

    /// That nobody of the State will see it here before it is assigned to them, where it is under seal and this sends it.
    fn sealed(&self) -> Option<Markup> {
        let sends_sealed = self.mv.sends && self.v.row.level == Level::UnderSeal;
        let args = [("state", self.l.w.state(&self.v.row.state).into())];
        sends_sealed.then(|| self.l.w.say("request-sends-sealed", &args))
    }

    /// What is owed by the side whose act it is, soonest first.
    fn owed(&self) -> Option<Markup> {
        let owed = self.v.row.owed.iter().find(|owed| owed.by == self.mv.side)?;
        Some(owed_said(&self.l, &self.words(), &self.v, owed))
    }

    /// The latest act, so that nobody acts over what they have not seen.
    fn latest(&self) -> Option<Markup> {
        let step = self.v.steps.first()?;
        let act = self.words().t(&format!("{}.done", step.text_key.as_ref()?));
        let args = [
            ("what", act.into()),
            ("when", self.l.w.when(&step.effective, crate::written::Length::Full).into()),
        ];
        Some(self.l.w.say("request-act-latest", &args))
    }

    /// That what was typed before is there again, and whether something was done in the request meanwhile.
    fn resumed(&self) -> Option<Markup> {
        let resumed = self.shown.resumed.as_ref()?;
        let key = if resumed.saw == self.v.saw {
            "request-resumed"
        } else {
            "request-resumed-since"
        };
        Some(self.l.w.say(key, &[("when", self.l.w.moment(resumed.saved).into())]))
    }

    /// The open questions that this answers, each with what it says.
    fn asked(&self) -> Vec<(Markup, Vec<(String, Markup)>)> {
        let asked = request_asked::asked(&self.law, &self.v, &self.mv);
        asked
            .into_iter()
            .map(|step| request_asked::said(&self.words(), &self.states, step))
            .collect()
    }

    fn names_of_asked(&self) -> Option<(String, Vec<String>)> {
        request_asked::names(&self.law, &self.mv, &request_asked::asked(&self.law, &self.v, &self.mv))
    }

    fn listed(&self) -> Vec<Listed> {
        self.words().listed(&self.mv.carries, &self.shown.findings, &prefix(&self.mv.id))
    }

    fn fields(&self) -> Vec<Field> {
        let prefix = prefix(&self.mv.id);
        let values: Values = typed(&self.mv.carries, &self.shown.typed, &self.shown.files, &prefix);
        let files: Vec<KnownFile> = self.shown.files.iter().map(KnownFile::waiting).collect();
        let mut fields = self
            .words()
            .fields(&self.mv.carries, &values, &self.shown.findings, &self.states, &prefix, &files);
        if let Some(names) = self.names_of_asked() {
            request_asked::offer(&mut fields, &prefix, &names);
        }
        if let Some(instead) = &self.instead {
            request_instead::offer(&mut fields, &prefix, instead);
        }
        if let Some(authorities) = &self.authorities {
            request_sending::offer(&mut fields, &prefix, authorities, &self.l.w);
        }
        fields
    }

    fn typed(&self, name: &str) -> &str {
        self.shown.typed.get(name)
    }

    fn takes_files(&self) -> bool {
        self.on_paper || self.mv.carries.iter().any(|element| element.sort == ElementSort::Documents)
    }

    /// Names and values of the fields that name the files which came already and stand under no element.
    fn kept_files(&self) -> Vec<(String, String, Markup)> {
        let beside = self.shown.files.iter().filter(|sent| sent.field == SCAN);
        let kept = |sent: &Sent| {
            let (name, value) = sent.hidden();
            (name, value, Markup::name(&sent.working.file.name))
        };
        beside.map(kept).collect()
    }

    /// Whether the State is told of it by a letter, which can be read before it is recorded.
    fn has_letter(&self) -> bool {
        self.mv.letter.is_some() && self.v.row.sent && self.offer.as_ref().is_some_and(|offer| !offer.on_paper)
    }

    fn today(&self) -> String {
        self.l.today.to_string()
    }

    fn request(&self) -> String {
        self.l.within(&format!("request/{}", self.v.row.id))
    }

    fn action(&self) -> String {
        format!("{}/act/{}", self.request(), self.mv.id)
    }

    /// Why it cannot be done by whoever looks.
    fn not_now(&self) -> Markup {
        if self.shown.status == StatusCode::FORBIDDEN {
            return Markup::text(&self.l.t("request-not-allowed"));
        }
        if let Some((_, why)) = self.v.uncalled.iter().find(|(id, _)| *id == self.mv.id) {
            return Said::uncalled(why).markup(&self.l.w);
        }
        let state = self.words().t(&format!("law-state-{}", self.v.row.stands));
        self.l.w.say("request-not-now", &[("state", state.into())])
    }
}
