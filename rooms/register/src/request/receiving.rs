//! A request that comes to a State, on that State's own record: it begins in mid-life, with the act that sent it. What the
//! Court did before is not in this record, and pages say so.
//!
//! The central authority records on its State's own record what the Court gave it, as the Registry records on the Court's what
//! others gave it (rule 176(2)). A request comes from the Court there too: nobody of the State opens it wider.

use super::acts::{complete, with_values};
use super::content::{BASIS, LEVEL};
use super::files::Named;
use super::signs::with_signs;
use super::{BUNDLE, BundleFile, Paper, RequestError, RequestId, RequestText};
use crate::Register;
use crate::attachment::{AtHand, AttachmentError, accept, kind, owner};
use crate::fact::TRIES;
use crate::port::{Recorded, StoreError};
use access::{Action, Matter, On, Role, Viewer, may};
use jiff::civil::Date;
use law::{Circumstances, FindingKind, Move, Values};
use record::audience::{Audience, Level, Organ, Reader};
use record::entry::{Author, Draft};
use record::hex::is_hex;
use record::json::{Object, Value};
use record::when::When;
use sha2::{Digest, Sha256};

/// The member of the body with the id that the request has in the Court's record.
pub(crate) const RECEIVED_AS: &str = "received_as";
/// The element that says through which channel it came: of what is told of its sending it is the one that is needed.
pub const CHANNEL: &str = "channel";
/// What is hashed before account and request, for the id that a person's receipt gets.
const DOMAIN: &str = "comity: received request";

/// A request that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The id that it has in the Court's record, where it is known.
    pub id: Option<RequestId>,
    /// What is asked.
    pub text: RequestText,
    /// What is known of its sending: channel, medium.
    pub values: Values,
    /// The day on which it was sent, in the text form of `When`; that of the note where it is empty.
    pub sent: String,
    /// The note that covers it.
    pub paper: Paper,
    /// The documents that came with it in one file; none where the text came alone, or on paper.
    pub files: Vec<BundleFile>,
    /// SHA-256 of that file, where it is a bundle.
    pub bundle: Option<String>,
    /// Who records it.
    pub author: Author,
}

/// What is to be recorded.
struct Receipt {
    draft: Draft,
    id: RequestId,
}

impl Register {
    /// The State on whose own record somebody receives the Court's requests and records its acts: those of its central
    /// authority, and the operator.
    ///
    /// # Errors
    /// The store failed.
    pub async fn receives_for(&self, viewer: &Viewer) -> Result<Option<String>, StoreError> {
        if viewer.account().is_some() && viewer.role() != Some(Role::CentralAuthority) {
            return Ok(None);
        }
        self.home_of(viewer).await
    }

    /// Records a request that came to the State whose record this is; the entry that begins it. A person's receipt gets an id of
    /// its own: whether a request that they may not see is here already makes no difference to them. Of two who receive the same
    /// in the same moment the second is told that it is here.
    ///
    /// # Errors
    /// It is not theirs to receive, this is no State's record, the request goes to another State, its form, level or a date
    /// cannot be read, the channel is missing, a document that it names did not come with it or is none that is kept, or it is
    /// here already, as far as they may see ([`RequestError::AlreadyHere`]).
    pub async fn receive_request(&self, viewer: &Viewer, came: &Received) -> Result<Recorded, RequestError> {
        let mut received = Err(RequestError::Raced);
        for _ in 0..TRIES {
            // Looked up before it is looked whether it is here: what is recorded after that is held against it.
            let read = self.store.length().await?;
            let receipt = self.receipt(viewer, came).await?;
            received = self.record_receipt(viewer, came, receipt, read).await;
            if !matches!(received, Err(RequestError::Raced | RequestError::Field { field: "file", .. })) {
                break;
            }
        }
        received
    }

    async fn record_receipt(&self, viewer: &Viewer, came: &Received, receipt: Receipt, read: u64) -> Result<Recorded, RequestError> {
        let Receipt { mut draft, id } = receipt;
        let owner = owner(viewer);
        for file in &came.files {
            self.let_wait(&owner, file).await?;
        }
        let waiting = self.attachments.working(&owner).await?;
        // A text that came alone may name documents that are not here.
        let is_here = |sha256: &String| waiting.iter().any(|waiting| waiting.file.sha256 == *sha256);
        let annexes = self.annexes_of(&came.text).into_iter().filter_map(|(_, annex)| annex.sha256);
        let mut named: Vec<String> = came.files.iter().map(|file| super::sha256(&file.bytes)).collect();
        named.extend(annexes.filter(is_here));
        named.extend(came.paper.scan.clone());
        let brought = self.found(viewer, &[], named.into_iter().map(Named::beside), &[]).await?;
        draft.attachments.clone_from(&brought.attachments);
        let mut drafts = vec![draft];
        let assigned = self.assigned_by_opening(viewer, &drafts[0]);
        drafts.extend(assigned);
        self.keep(viewer, &id, &brought).await?;
        // Who may record it was decided; it comes from the Court, in whose name nobody else writes.
        let recorded = self.record_all_over(&Viewer::operator(), drafts, read).await?;
        self.wait_no_longer(viewer, &brought).await;
        Ok(recorded)
    }

    /// Whether what came can be received here at all, whatever is said of its sending: where it goes, what it is, whether it
    /// is whole and not here already.
    ///
    /// # Errors
    /// As for [`Register::receive_request`].
    pub async fn check_came(
        &self,
        viewer: &Viewer,
        id: Option<&RequestId>,
        text: &RequestText,
        files: &[BundleFile],
    ) -> Result<(), RequestError> {
        self.acceptable(viewer, id, text, files).await.map(|_| ())
    }

    /// The act that sends such a request, and who may know of it.
    async fn acceptable(
        &self,
        viewer: &Viewer,
        id: Option<&RequestId>,
        text: &RequestText,
        files: &[BundleFile],
    ) -> Result<(&Move, Audience), RequestError> {
        let field = |field: &'static str, how: String| RequestError::Field { field, how };
        let home = self.receives_for(viewer).await?;
        if home.is_none() && *viewer != Viewer::operator() {
            return Err(RequestError::NotAllowed);
        }
        let Some(own) = home else {
            return Err(field(
                "institution",
                "this record is no State's own; say whose it is with `comity admin institution state:XAA`".to_owned(),
            ));
        };
        if text.requested_state() != Some(own.as_str()) {
            return Err(field(
                "requested_state",
                format!("this record is that of {own}, and the request goes to another State"),
            ));
        }
        let form = self.law.form(&text.form).ok_or_else(|| self.no_form(&text.form))?;
        let sends = self.law.moves().iter().find(|mv| mv.sends && mv.is_of(&form.id));
        let mv = sends.ok_or_else(|| self.no_form(&form.id))?;
        let level = text.values.first(LEVEL).and_then(Level::from_word);
        let Some(level) = level.filter(|level| *level != Level::Public) else {
            return Err(field(
                "level",
                "a request is not public before it was made so; write confidential or under-seal".to_owned(),
            ));
        };
        complete(with_signs(&form.elements, &text.values, Vec::new()))?;
        self.all_came(text, files).await?;
        if let Some(here) = self.here_already(viewer, mv, id, text).await? {
            return Err(RequestError::AlreadyHere(here));
        }
        let state = Reader::State(own);
        Ok((mv, Audience::of(level, Reader::Organ(Organ::Registry), [state])))
    }

    async fn receipt(&self, viewer: &Viewer, came: &Received) -> Result<Receipt, RequestError> {
        let (mv, audience) = self.acceptable(viewer, came.id.as_ref(), &came.text, &came.files).await?;
        let sent = if came.sent.trim().is_empty() {
            &came.paper.dated
        } else {
            &came.sent
        };
        let paper = self.paper_written(&came.paper)?;
        let effective = self.day_of(sent)?;
        let mut values = came.values.clone();
        if let Some(sha256) = &came.bundle {
            values.0.insert(BUNDLE.to_owned(), vec![sha256.clone()]);
        }
        self.sending_told(mv, &values, effective.last().unwrap_or_else(|| self.today()))?;
        let received = When::parse(came.paper.received.trim()).ok().and_then(|when| when.last());
        if received < effective.first() {
            return Err(RequestError::Field {
                field: "received-before-sent",
                how: format!("it was received before {effective}, on which it was sent; mend the one day or the other"),
            });
        }
        let mut body = with_values(came.text.write(Object::new()), &values)
            .text("text_sha256", came.text.sha256())
            .text_if(RECEIVED_AS, came.id.map(|id| id.to_string()));
        body.set("paper", Value::Object(paper));
        let id = match (viewer.account(), came.id) {
            (Some(account), _) => of_account(account, came),
            (None, Some(id)) => id,
            (None, None) => RequestId::new(&*self.outside),
        };
        let matter = id.matter();
        // Asked as for what comes from the State itself: the level, and that the audience lets in whoever begins it.
        let as_own = Audience {
            originator: viewer.acts_as().cloned(),
            ..audience.clone()
        };
        let on = On::Opening(Matter {
            matter: &matter,
            audience: &as_own,
        });
        if !may(viewer, Action::Append, on) {
            return Err(RequestError::NotAllowed);
        }
        let draft = Draft {
            matter,
            kind: mv.act.clone(),
            effective,
            audience,
            basis: Some(came.text.values.first(BASIS).unwrap_or("article 87(3)").to_owned()),
            source: Some(format!("note {} of {}", came.paper.number.trim(), came.paper.dated.trim())),
            about: self.about(&came.text),
            on_behalf_of: Some(Reader::Organ(Organ::Registry).text()),
            body,
            ..self.blank(viewer, &came.author)?
        };
        self.check_states(viewer, &[], &draft).await?;
        Ok(Receipt { draft, id })
    }

    /// Whether all documents that a request names came with it, where any came, and each is one that is kept.
    async fn all_came(&self, text: &RequestText, files: &[BundleFile]) -> Result<(), RequestError> {
        if files.is_empty() {
            return Ok(());
        }
        for file in files {
            kind::check(&mut AtHand(&file.bytes), own_name(file), "")
                .await
                .map_err(|error| RequestError::Field {
                    field: "document",
                    how: format!("{}: {error}", file.name),
                })?;
        }
        let hashes: Vec<String> = files.iter().map(|file| super::sha256(&file.bytes)).collect();
        let annexes = self.annexes_of(text).into_iter();
        let mut missing = annexes.filter(|(_, annex)| annex.sha256.as_ref().is_some_and(|sha256| !hashes.contains(sha256)));
        match missing.next() {
            None => Ok(()),
            Some((_, annex)) => Err(RequestError::Field {
                field: "annex",
                how: format!(
                    "the document {:?}, which the request names, did not come with it; have it sent again",
                    annex.title
                ),
            }),
        }
    }

    /// What is said of the sending: the channel, and nothing that could not be read on the day of it.
    fn sending_told(&self, mv: &Move, values: &Values, sent: Date) -> Result<(), RequestError> {
        let mut findings = self.findings_of_act(mv, values, &Circumstances::on(sent));
        findings.retain(|finding| {
            finding.kind == FindingKind::Unreadable || (finding.kind == FindingKind::Missing && finding.element == CHANNEL)
        });
        complete(findings)?;
        match values.first(BUNDLE) {
            Some(sha256) if !is_hex(sha256, 64) => Err(RequestError::Field {
                field: "bundle",
                how: "the hash of the file that came is 64 lower-case hexadecimal digits".to_owned(),
            }),
            _ => Ok(()),
        }
    }

    /// The request that is here already, as far as somebody may see: the same id in the Court's record, or, where one of them
    /// came without it, the same text.
    async fn here_already(
        &self,
        viewer: &Viewer,
        mv: &Move,
        id: Option<&RequestId>,
        text: &RequestText,
    ) -> Result<Option<RequestId>, StoreError> {
        let sha256 = text.sha256();
        let same = |recorded: &Recorded| {
            let body = &recorded.entry.body;
            match (id, body.get_text(RECEIVED_AS).and_then(RequestId::parse)) {
                (Some(id), Some(known)) => *id == known,
                _ => body.get_text("text_sha256") == Some(sha256.as_str()),
            }
        };
        let beyond = self.store.beyond(viewer).await?;
        let mut here = beyond.iter().filter(|recorded| recorded.entry.kind == mv.act && same(recorded));
        Ok(here.find_map(|recorded| RequestId::of_matter(&recorded.entry.matter)))
    }

    /// Lets a document wait for the receipt that names it, unless it waits already. Of one that was kept for another receipt, which
    /// somebody else was faster with, there is its head alone: it is sent anew.
    async fn let_wait(&self, owner: &str, file: &BundleFile) -> Result<(), RequestError> {
        let sha256 = super::sha256(&file.bytes);
        for waiting in self.attachments.working(owner).await? {
            if waiting.file.sha256 != sha256 {
                continue;
            }
            match self.attachments.look(owner, &waiting.id).await {
                Ok(_) => return Ok(()),
                Err(AttachmentError::NotWaiting) => self.attachments.discard(owner, &waiting.id).await?,
                Err(error) => return Err(error.into()),
            }
        }
        let mut receiving = self.attachments.begin(owner).await?;
        receiving.write(&file.bytes).await?;
        accept(receiving, own_name(file), "").await?;
        Ok(())
    }
}

/// The name of a document without the folder in which it stands in the bundle.
fn own_name(file: &BundleFile) -> &str {
    file.name.rsplit('/').next().unwrap_or(&file.name)
}

/// The id of a receipt: of one person and one request one, so that the same receipt twice at once is one.
fn of_account(account: &str, came: &Received) -> RequestId {
    let what = came.id.map_or_else(|| came.text.sha256(), |id| id.to_string());
    let digest: [u8; 32] = Sha256::digest(format!("{DOMAIN}\n{account}\n{what}")).into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    RequestId::from_bytes(bytes)
}
