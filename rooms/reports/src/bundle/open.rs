//! A bundle that came, read and held against its manifest: what was altered, left out or put in on the way is named.

use crate::zip::{self, NotRead};
use jiff::civil::Date;
use register::request::{BundleFile, Listed, MOST_IN_BUNDLE, Manifest, RequestId, RequestText, sha256};

/// The member that says what the others are.
const MANIFEST: &str = "manifest.json";
/// The member with the canonical text.
const TEXT: &str = "request.json";

/// What came in a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameInBundle {
    /// The request, by the id that it has in the Court's record.
    pub id: RequestId,
    /// What is asked.
    pub text: RequestText,
    /// The day on which it was signed.
    pub signed_on: Option<Date>,
    /// The documents: all members but manifest and text, which the record holds itself.
    pub files: Vec<BundleFile>,
    /// Titles of what comes on paper.
    pub on_paper: Vec<String>,
    /// SHA-256 of the bundle: what the Court's record has of the file that it sent.
    pub sha256: String,
}

/// Why a bundle is not taken. Nothing of it is used then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleRefused {
    /// It is no ZIP as bundles are, or it was damaged or put together anew.
    #[error("the file is no bundle of a request, or it was damaged or packed anew on its way; take it as it came, or have it sent again")]
    Damaged,
    /// It unpacks to more than any bundle.
    #[error("the file unpacks to more than {} MiB, which no bundle does; have its documents sent one by one", MOST_IN_BUNDLE >> 20)]
    TooLarge,
    /// It says nothing of itself.
    #[error("the file has no {MANIFEST} that can be read: it is no bundle of a request, or of a newer edition; ask whoever sent it")]
    Manifest,
    /// A member is missing.
    #[error("{0} is named in the bundle and is not in it; have it sent again")]
    Missing(String),
    /// A member is there that is not named, or twice.
    #[error("{0} is in the bundle and was not when it was made; have it sent again")]
    Added(String),
    /// A member is not as it was.
    #[error("{0} is not as it was when the bundle was made: its hash is another; have it sent again")]
    Altered(String),
    /// The text is not the one of which the manifest tells.
    #[error("the text of the request is not the one that was signed, or is none; have it sent again")]
    Text,
}

/// Reads a bundle. Takes the processor for a while.
///
/// # Errors
/// As [`BundleRefused`] says.
pub fn open(bytes: &[u8]) -> Result<CameInBundle, BundleRefused> {
    let members = zip::members(bytes, MOST_IN_BUNDLE).map_err(|error| match error {
        NotRead::Damaged => BundleRefused::Damaged,
        NotRead::TooLarge => BundleRefused::TooLarge,
    })?;
    let (manifest, mut members): (Vec<_>, Vec<_>) = members.into_iter().partition(|(name, _)| *name == MANIFEST);
    let [(_, manifest)] = manifest.as_slice() else {
        return Err(BundleRefused::Manifest);
    };
    let manifest = Manifest::read(manifest).ok_or(BundleRefused::Manifest)?;
    let mut files = Vec::new();
    for listed in manifest.files {
        let Some(place) = members.iter().position(|(name, _)| *name == listed.name) else {
            return Err(BundleRefused::Missing(listed.name));
        };
        let (_, bytes) = members.swap_remove(place);
        files.push(whole(listed, bytes)?);
    }
    if let Some((name, _)) = members.first() {
        return Err(BundleRefused::Added((*name).to_owned()));
    }
    let place = files.iter().position(|file| file.name == TEXT);
    let text = files.remove(place.ok_or_else(|| BundleRefused::Missing(TEXT.to_owned()))?);
    let text = RequestText::of_canonical(&text.bytes).ok_or(BundleRefused::Text)?;
    let same =
        text.sha256() == manifest.text_sha256 && text.form == manifest.form && text.requested_state().unwrap_or_default() == manifest.state;
    if !same {
        return Err(BundleRefused::Text);
    }
    Ok(CameInBundle {
        id: manifest.request,
        text,
        signed_on: manifest.signed_on,
        files,
        on_paper: manifest.on_paper,
        sha256: sha256(bytes),
    })
}

fn whole(listed: Listed, bytes: Vec<u8>) -> Result<BundleFile, BundleRefused> {
    if bytes.len() as u64 != listed.length || sha256(&bytes) != listed.sha256 {
        return Err(BundleRefused::Altered(listed.name));
    }
    Ok(BundleFile {
        name: listed.name,
        title: listed.title,
        language: listed.language,
        bytes,
    })
}
