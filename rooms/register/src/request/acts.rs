//! What is done in requests: each act checked by the law, allowed by access, and recorded over what its author saw.

use super::content::{BASIS, LEVEL, values_written};
use super::{RequestError, RequestFile, RequestId, RequestText};
use crate::Register;
use crate::matter::AudienceWords;
use crate::port::{Of, Recorded};
use access::{Action, Matter, On, Role, Viewer, may};
use law::{FindingKind, Move, Side, Values};
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft, Subject};
use record::json::{Object, Value};
use record::when::{Span, When};

/// A request that goes to review for the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// The id that the request gets, where it is known before: of one draft comes one request. A random one else.
    pub id: Option<RequestId>,
    /// What is asked.
    pub text: RequestText,
    /// The organ or office that asks: `organ:chambers`. Besides it the Registry and whoever writes know of it.
    pub requesting: String,
    /// What the act itself carries.
    pub values: Values,
    /// When it went to review, in the text form of [`When`]; today where it is empty.
    pub effective: String,
    /// Who submits it.
    pub author: Author,
}

/// That an act came on paper, and is recorded by an officer who has it before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The number of the note.
    pub number: String,
    /// Its date, in the text form of [`When`].
    pub dated: String,
    /// The day on which it was received, in the same form.
    pub received: String,
}

/// An act in a request that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenAct {
    /// The request.
    pub request: RequestId,
    /// Id of the act in the law pack: `acknowledge`.
    pub act: String,
    /// What its author had before them: the word of [`RequestFile::saw`]. None for whoever acts over what stands now.
    pub saw: Option<String>,
    /// The request as it stands now, where the act carries it.
    pub text: Option<RequestText>,
    /// What the act carries.
    pub values: Values,
    /// When it happened, in the text form of [`When`]; today where it is empty.
    pub effective: String,
    /// Set where it came on paper.
    pub paper: Option<Paper>,
    /// Who records it.
    pub author: Author,
}

/// The roles that record what others gave on paper. Their organs are those that transmit and receive requests (rule 176(2)).
const SCRIBES: [Role; 2] = [Role::Registry, Role::Prosecutor];

impl Register {
    /// Records that a request goes to review, which begins it.
    ///
    /// # Errors
    /// The form is none, somebody else drafts it, the level or the body that asks cannot be read, or the act lacks
    /// something. That the request itself is not complete yet is no error: reviewers see the findings.
    pub async fn submit_request(&self, viewer: &Viewer, new: &Submission) -> Result<RequestId, RequestError> {
        let form = self.law.form(&new.text.form).ok_or_else(|| self.no_form(&new.text.form))?;
        let today = self.today();
        let first = self.law.moves_at_first(&form.id, today);
        let Some(mv) = first.first() else {
            return Err(self.no_form(&form.id));
        };
        if !does(viewer, &mv.by) || !does(viewer, &form.senders) {
            return Err(RequestError::NotAllowed);
        }
        complete(self.law.check_move(mv, &new.values, today))?;
        // What is missing reviewers see; what cannot be read is nothing to review.
        let mut findings = self.check_request(viewer, &new.text, today).await?;
        findings.retain(|finding| finding.kind == FindingKind::Unreadable);
        complete(findings)?;
        let id = new.id.unwrap_or_else(|| RequestId::new(&*self.outside));
        if !matches!(Reader::parse(&new.requesting), Some(Reader::Organ(_) | Reader::Office(_))) {
            return Err(RequestError::Field {
                field: "requesting",
                how: "an organ or office of the Court asks; write it like organ:chambers".to_owned(),
            });
        }
        let mut list = vec![Reader::Organ(Organ::Registry).text(), new.requesting.clone()];
        list.extend(viewer.acts_as().map(Reader::text));
        list.sort();
        list.dedup();
        let audience = AudienceWords {
            level: new.text.values.first(LEVEL).unwrap_or_default().to_owned(),
            list,
            left_out: Vec::new(),
            originator: Some(viewer.acts_as().map_or_else(|| new.requesting.clone(), Reader::text)),
        };
        let audience = audience.read()?;
        if audience.level == Level::Public {
            return Err(RequestError::Field {
                field: "level",
                how: "a request is not public before it was made so; write restricted, confidential or under-seal".to_owned(),
            });
        }
        let matter = id.preparation();
        let on = On::Opening(Matter {
            matter: &matter,
            audience: &audience,
        });
        if !may(viewer, Action::Append, on) {
            return Err(RequestError::NotAllowed);
        }
        let draft = Draft {
            matter: matter.clone(),
            kind: mv.act.clone(),
            effective: self.day_of(&new.effective)?,
            audience,
            basis: new.text.values.first(BASIS).map(str::to_owned),
            about: self.about(&new.text),
            on_behalf_of: viewer.acts_as().map(Reader::text),
            body: with_values(new.text.write(Object::new()), &new.values),
            ..self.blank(viewer, &new.author)?
        };
        if draft.basis.is_none() {
            return Err(RequestError::Field {
                field: "basis",
                how: "every classified filing states the ground of its class (regulation 23bis)".to_owned(),
            });
        }
        self.check_states(viewer, &[], &draft).await?;
        let mut drafts = vec![draft];
        let assigned = self.assigned_by_opening(viewer, &drafts[0]);
        drafts.extend(assigned);
        self.record_all(viewer, drafts).await?;
        Ok(id)
    }

    /// Records an act.
    ///
    /// # Errors
    /// There is no such request for this viewer; the law does not know the act from where the request stands; it is not
    /// theirs to do; something is missing; or somebody else acted in between ([`RequestError::Raced`]).
    pub async fn act_in_request(&self, viewer: &Viewer, given: &GivenAct) -> Result<Recorded, RequestError> {
        let drafts = self.drafts_of_act(viewer, given).await?;
        Ok(self.record_all(viewer, drafts).await?)
    }

    /// Whether it would be recorded, so that what cannot be is said before anybody shows again who they are.
    ///
    /// # Errors
    /// As for [`Register::act_in_request`], as far as can be told before it is recorded.
    pub async fn check_act_in_request(&self, viewer: &Viewer, given: &GivenAct) -> Result<(), RequestError> {
        self.drafts_of_act(viewer, given).await.map(|_| ())
    }

    async fn drafts_of_act(&self, viewer: &Viewer, given: &GivenAct) -> Result<Vec<Draft>, RequestError> {
        let matters = vec![given.request.preparation(), given.request.matter()];
        let entries = self.store.entries(viewer, Of::Matters(matters), None).await?;
        let file = RequestFile::of(given.request, &entries).ok_or(RequestError::NoRequest)?;
        if given.saw.as_ref().is_some_and(|saw| *saw != file.saw()) {
            return Err(RequestError::Raced);
        }
        let mv = self.move_now(&file, &given.act)?;
        let effective = self.day_of(&given.effective)?;
        self.who_may(viewer, mv, given.paper.as_ref())?;
        complete(self.law.check_move(mv, &given.values, self.today()))?;
        let text = self.text_of(&file, mv, given)?;
        self.leads_on(&file, mv, &effective, &given.values)?;
        self.ready(viewer, &file, mv, &text).await?;
        let audience = self.audience_of(viewer, &file, mv, given)?;
        // What was done before it is sent stays within the Court, a withdrawal too.
        let inside = !mv.sends && !file.is_sent();
        let matter = if inside {
            given.request.preparation()
        } else {
            given.request.matter()
        };
        let in_matter = Matter {
            matter: &matter,
            audience: &audience,
        };
        let there = entries.iter().any(|recorded| recorded.entry.matter == matter);
        let on = if there { On::Matter(in_matter) } else { On::Opening(in_matter) };
        let action = if mv.signs { Action::Sign } else { Action::Append };
        if !may(viewer, Action::Append, on) || (mv.signs && !may(viewer, action, On::Matter(in_matter))) {
            return Err(RequestError::NotAllowed);
        }
        let body = if mv.carries_request || mv.sends {
            text.write(Object::new())
        } else {
            Object::new()
        };
        let mut body = with_values(body, &given.values)
            .text("saw", file.saw())
            .text("text_sha256", text.sha256());
        if let Some(paper) = &given.paper {
            body.set("paper", Value::Object(self.paper_written(paper)?));
        }
        let basis = file.acts().iter().rev().find_map(|act| act.recorded.entry.basis.clone());
        let draft = Draft {
            matter,
            kind: mv.act.clone(),
            effective,
            basis: basis.filter(|_| audience.level != Level::Public),
            source: given
                .paper
                .as_ref()
                .map(|paper| format!("note {} of {}", paper.number.trim(), paper.dated.trim())),
            about: self.about(&text),
            on_behalf_of: self.on_behalf_of(viewer, mv, &text),
            audience,
            body,
            ..self.blank(viewer, &given.author)?
        };
        let mut drafts = vec![draft];
        if !there {
            let assigned = self.assigned_by_opening(viewer, &drafts[0]);
            drafts.extend(assigned);
        }
        Ok(drafts)
    }

    /// The act of the law pack, if it can be done from where the request stands.
    fn move_now(&self, file: &RequestFile, act: &str) -> Result<&Move, RequestError> {
        let form = &file.text().form;
        let course = file.course(&self.law).ok_or_else(|| self.no_form(form))?;
        let now = self.law.moves_from(form, &course.state.id, self.today());
        if let Some(mv) = now.iter().find(|mv| mv.id == act) {
            return Ok(mv);
        }
        let can = now.iter().map(|mv| mv.id.as_str()).collect::<Vec<_>>().join(", ");
        Err(if self.law.moves().iter().any(|mv| mv.id == act) {
            RequestError::NotNow {
                state: course.state.id.clone(),
                now: can,
            }
        } else {
            RequestError::NoMove {
                given: act.to_owned(),
                now: can,
            }
        })
    }

    /// When it happened; no act is recorded before it was done.
    fn day_of(&self, effective: &str) -> Result<When, RequestError> {
        let field = |how: String| RequestError::Field { field: "effective", how };
        if effective.trim().is_empty() {
            return Ok(When::In(Span::Day(self.today())));
        }
        let when = When::parse(effective.trim()).map_err(|error| field(format!("{error}; write it like 2026-04-09")))?;
        let today = self.today();
        // A period runs from a day: one that is known in part would be counted from its wrong end.
        match when.last() {
            Some(day) if when.first() == Some(day) && day <= today => Ok(when),
            Some(day) if day > today => Err(field(format!(
                "this lies after today, {today}; an act is recorded when it was done"
            ))),
            _ => Err(field("an act in a request has one day; write it like 2026-04-09".to_owned())),
        }
    }

    /// Whose act it is: of one of the roles that do it, or of a State's and recorded by an officer from paper.
    fn who_may(&self, viewer: &Viewer, mv: &Move, paper: Option<&Paper>) -> Result<(), RequestError> {
        let theirs = match paper {
            // The operator has nobody's role: what a State did they record from paper.
            None => does(viewer, &mv.by) && (mv.side == Side::Court || viewer.role().is_some()),
            Some(_) => mv.side == Side::State && is_scribe(viewer),
        };
        if theirs { Ok(()) } else { Err(RequestError::NotAllowed) }
    }

    /// Whether the act, told by its day, leads where it would lead from where the request stands: one that is dated before
    /// what it follows would be recorded and change nothing.
    fn leads_on(&self, file: &RequestFile, mv: &Move, effective: &When, values: &Values) -> Result<(), RequestError> {
        let form = &file.text().form;
        let now = file.course(&self.law).ok_or_else(|| self.no_form(form))?;
        let on = effective.last().unwrap_or_else(|| self.today());
        let then = file.course_with(&self.law, &mv.act, on, values);
        let leads = mv.leads(&now.state.id);
        if then.is_some_and(|then| Some(then.state.id.as_str()) == leads) {
            return Ok(());
        }
        Err(RequestError::Field {
            field: "effective",
            how: "on that day the request did not stand where this act can be done; give the day on which it happened".to_owned(),
        })
    }

    /// Whether a request may be signed or sent: by whom its form names, complete, and as it was signed.
    async fn ready(&self, viewer: &Viewer, file: &RequestFile<'_>, mv: &Move, text: &RequestText) -> Result<(), RequestError> {
        let form = self.law.form(&text.form).ok_or_else(|| self.no_form(&text.form))?;
        if (mv.carries_request && !does(viewer, &form.senders)) || (mv.signs && !does(viewer, &form.signers)) {
            return Err(RequestError::NotAllowed);
        }
        if mv.signs || mv.sends {
            complete(self.check_request(viewer, text, self.today()).await?)?;
        }
        let signs = |kind: &str| self.law.moves().iter().any(|mv| mv.signs && mv.act == kind);
        let signed = file.acts().iter().rfind(|act| signs(act.kind()));
        let as_signed = signed.is_some_and(|act| act.recorded.entry.body.get_text("text_sha256") == Some(text.sha256().as_str()));
        if mv.sends && !as_signed {
            return Err(RequestError::Raced);
        }
        Ok(())
    }

    /// The request as it stands when the act is done.
    fn text_of(&self, file: &RequestFile, mv: &Move, given: &GivenAct) -> Result<RequestText, RequestError> {
        let Some(text) = given.text.as_ref().filter(|_| mv.carries_request) else {
            return Ok(file.text().clone());
        };
        if text.form != file.text().form || text.requested_state() != file.text().requested_state() {
            return Err(RequestError::Field {
                field: "form",
                how: "form and requested State of a request do not change; withdraw this one and make another".to_owned(),
            });
        }
        let level = file.acts().iter().map(|act| act.recorded.audience.level).max();
        if text.values.first(LEVEL).and_then(Level::from_word) != level {
            return Err(RequestError::Field {
                field: "level-changed",
                how: "its matter has another level; close the matter further first, from its page or with `comity matter narrow`"
                    .to_owned(),
            });
        }
        Ok(text.clone())
    }

    /// Who may know it: the Court alone while it prepares the request, the requested State too from when it is sent.
    /// An answer has the level of what it answers, and comes from whoever gave it (regulation 23bis).
    fn audience_of(&self, viewer: &Viewer, file: &RequestFile, mv: &Move, given: &GivenAct) -> Result<Audience, RequestError> {
        let last = |inside: bool| file.acts().iter().rev().find(|act| act.inside == inside);
        // Before it is sent the Court alone knows of it; the act that sends it is the first that the State knows.
        let (act, widens) = match (file.is_sent(), last(true), last(false)) {
            (true, _, Some(act)) => (act, false),
            (false, Some(act), _) => (act, mv.sends),
            _ => return Err(RequestError::NoRequest),
        };
        let mut audience = act.recorded.audience.clone();
        let state = file.text().requested_state().map(|code| Reader::State(code.to_owned()));
        if widens {
            audience.list.extend(state.clone());
            audience.list.sort_by_key(Reader::text);
            audience.list.dedup();
        }
        audience.originator = match mv.side {
            Side::State => state,
            Side::Court => viewer.acts_as().cloned().or(audience.originator),
        };
        if mv.side == Side::State && given.paper.is_none() && viewer.account().is_some() && audience.originator.as_ref() != viewer.acts_as()
        {
            return Err(RequestError::NotAllowed);
        }
        Ok(audience)
    }

    /// For whom its author acts.
    fn on_behalf_of(&self, viewer: &Viewer, mv: &Move, text: &RequestText) -> Option<String> {
        match mv.side {
            Side::State => text.requested_state().map(|code| Reader::State(code.to_owned()).text()),
            Side::Court => viewer.acts_as().map(Reader::text),
        }
    }

    /// What a request is about: the State, and the person where they are one of the register.
    fn about(&self, text: &RequestText) -> Vec<Subject> {
        text.requested_state()
            .map(|code| Subject::State(code.to_owned()))
            .into_iter()
            .collect()
    }

    fn paper_written(&self, paper: &Paper) -> Result<Object, RequestError> {
        let day = |field: &'static str, text: &str| match When::parse(text.trim()) {
            Ok(when) if when.first().is_some_and(|first| first <= self.today()) => Ok(when.to_string()),
            _ => Err(RequestError::Field {
                field,
                how: format!("{text:?} is no day by today; write it like 2026-04-09"),
            }),
        };
        let last = |text: &str| When::parse(text.trim()).ok().and_then(|when| when.last());
        if last(&paper.dated) > last(&paper.received) {
            return Err(RequestError::Field {
                field: "received",
                how: "a note is not received before its date".to_owned(),
            });
        }
        if paper.number.trim().is_empty() {
            return Err(RequestError::Field {
                field: "number",
                how: "give the number of the note, or what identifies it".to_owned(),
            });
        }
        Ok(Object::new()
            .text("dated", day("dated", &paper.dated)?)
            .text("number", paper.number.trim())
            .text("received", day("received", &paper.received)?))
    }

    pub(crate) fn no_form(&self, given: &str) -> RequestError {
        let forms = self.law.forms().iter().map(|form| form.id.as_str()).collect::<Vec<_>>();
        RequestError::NoForm {
            given: given.chars().take(60).collect(),
            forms: forms.join(", "),
        }
    }
}

/// Whether somebody has one of these roles. The operator, who has none, may record what any of them did.
pub(crate) fn does(viewer: &Viewer, roles: &[String]) -> bool {
    match viewer.role() {
        Some(role) => roles.iter().any(|word| word == role.word()),
        None => *viewer == Viewer::operator(),
    }
}

/// Whether somebody records what others gave on paper.
pub(crate) fn is_scribe(viewer: &Viewer) -> bool {
    match viewer.role() {
        Some(role) => SCRIBES.contains(&role),
        None => *viewer == Viewer::operator(),
    }
}

fn complete(findings: Vec<law::Finding>) -> Result<(), RequestError> {
    if findings.is_empty() {
        Ok(())
    } else {
        Err(RequestError::Findings(findings))
    }
}

fn with_values(mut body: Object, values: &Values) -> Object {
    let values = values_written(values);
    if !values.is_empty() {
        body.set("values", Value::Object(values));
    }
    body
}
