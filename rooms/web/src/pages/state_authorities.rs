//! The authorities of a State on its profile, for whoever may see them: its own people and organs of the Court.

use super::{Failure, Request};
use crate::address::Lang;
use crate::layout::Layout;
use crate::markup::Markup;
use crate::written::capital;
use access::Viewer;
use register::view::model::{Authority, NotPublic, Stage};

/// The authorities of a State on a day.
#[derive(Default)]
pub(crate) struct Authorities {
    state: String,
    seen: Vec<Authority>,
    may_enter: bool,
}

impl Authorities {
    /// Those that whoever asks may see. The public is not looked up for: it sees none.
    pub(crate) async fn of(request: &Request<'_>, state: &str) -> Result<Authorities, Failure> {
        let viewer = request.viewer();
        if viewer == Viewer::public() {
            return Ok(Authorities::default());
        }
        let register = request.register();
        let mut seen = register.authorities(&viewer, &request.reading, Some(state)).await?;
        seen.retain(|authority| authority.stage != Stage::Over);
        Ok(Authorities {
            state: state.to_owned(),
            may_enter: register.may_open_authority(&viewer, state),
            seen,
        })
    }

    /// Whether the page has a part for them: where some are seen, or may be entered.
    pub(crate) fn is_shown(&self) -> bool {
        !self.seen.is_empty() || self.may_enter
    }

    /// Whether none is seen.
    pub(crate) fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }

    /// Counts them among what the page is made of that is not public.
    pub(crate) fn mark(&self, not_public: &mut NotPublic) {
        let level = self.seen.iter().map(|authority| authority.level).max();
        not_public.level = not_public.level.max(level);
        not_public.facts += u64::try_from(self.seen.len()).unwrap_or_default();
    }

    /// The address of the form by which one is entered, where whoever asks may.
    pub(crate) fn to_enter(&self, l: &Layout) -> Option<String> {
        self.may_enter.then(|| l.within(&format!("authorities/new?state={}", self.state)))
    }

    /// What each is, and what is said of it.
    pub(crate) fn lines(&self, l: &Layout) -> Vec<(Markup, Vec<Markup>)> {
        let w = &l.w;
        let line = |authority: &Authority| {
            let words = &authority.words;
            let name = Markup::name(words.called(w.lang == Lang::Fr));
            let name = Markup::link(&l.within(&format!("authorities/{}", authority.id)), &name);
            let does = w.authority_does(words);
            let role = capital(&w.authority_role(words));
            let first = if does.is_empty() { role } else { Markup::join(&[role, does], ", ") };
            let stands = match authority.stage {
                Stage::Planned => w.say("authorities-planned", &[("day", w.on(&words.from).into())]),
                Stage::InForce | Stage::Over => w.authority_confirmed(authority),
            };
            let all = [
                first,
                capital(&w.authority_channel(words)),
                capital(&w.authority_languages(words)),
                stands,
            ];
            (name, all.into_iter().filter(|said| !said.is_empty()).collect())
        };
        self.seen.iter().map(line).collect()
    }
}
