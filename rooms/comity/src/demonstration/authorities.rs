//! The invented authorities of the demonstration: what a State wrote itself, and what an officer wrote from a letter
//! that is too old by now.

use super::Stage;
use crate::said::Refused;
use access::Viewer;
use record::entry::Author;
use register::authorities::{AuthorityWords, Letter, WhichVersion};
use register::reading::Reading;

/// Sets all of them, in States that have none.
pub async fn set(stage: &Stage<'_>) -> Result<(), Refused> {
    let register = &stage.house.register;
    let now = Reading::new(None, None, false, register.today())?;
    let there = register.authorities(&Viewer::operator(), &now, None).await?;
    let has = |state: &str| there.iter().any(|authority| authority.state.code == state);
    let new = |state: &str| WhichVersion::New { state: state.to_owned() };
    if !has("XAA") {
        let actor = stage.enter("xaa").await?;
        for words in [of_xaa(), embassy_of_xaa()] {
            let none = Letter::default();
            register
                .name_authority(actor.viewer(), &new("XAA"), &words, &none, actor.author())
                .await?;
        }
        stage.leave("xaa").await?;
    }
    if !has("XAB") {
        let letter = Letter {
            source: "Exercise: note verbale 7/2026 of the embassy of XAB".to_owned(),
            dated: "2026-02-10".to_owned(),
        };
        let author = Author::Officer("Exercise operator".to_owned());
        register
            .name_authority(&Viewer::operator(), &new("XAB"), &of_xab(), &letter, &author)
            .await?;
    }
    Ok(())
}

fn texts(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn of_xaa() -> AuthorityWords {
    AuthorityWords {
        name_en: "Exercise Office for Cooperation of XAA".to_owned(),
        name_fr: "Bureau d’exercice de la coopération de XAA".to_owned(),
        role: "central-authority".to_owned(),
        does: texts(&["receives", "executes"]),
        address: "Exercise House\n1 Exercise Street\nExercise City".to_owned(),
        telephone: "+999 0000 0001".to_owned(),
        email: "cooperation@xaa.example".to_owned(),
        hours: "Monday to Friday, 9:00 to 17:00".to_owned(),
        zone: "Europe/Amsterdam".to_owned(),
        urgent: "Exercise duty officer, +999 0000 0002".to_owned(),
        languages: texts(&["eng", "fra"]),
        channel: "direct".to_owned(),
        from: "2020-01-01".to_owned(),
        ..AuthorityWords::default()
    }
}

fn embassy_of_xaa() -> AuthorityWords {
    AuthorityWords {
        name_en: "Exercise Embassy of XAA".to_owned(),
        name_fr: "Ambassade d’exercice de XAA".to_owned(),
        role: "embassy".to_owned(),
        does: texts(&["receives"]),
        telephone: "+999 0000 0003".to_owned(),
        email: "embassy@xaa.example".to_owned(),
        languages: texts(&["fra"]),
        channel: "diplomatic".to_owned(),
        from: "2012".to_owned(),
        ..AuthorityWords::default()
    }
}

fn of_xab() -> AuthorityWords {
    AuthorityWords {
        name_en: "Exercise Ministry of Justice of XAB".to_owned(),
        name_fr: "Ministère d’exercice de la justice de XAB".to_owned(),
        role: "central-authority".to_owned(),
        does: texts(&["receives"]),
        topics: texts(&["surrender", "provisional"]),
        address: "Exercise Ministry\nExercise Capital".to_owned(),
        languages: texts(&["spa"]),
        channel: "diplomatic".to_owned(),
        channel_details: "through the embassy".to_owned(),
        from: "2024-05".to_owned(),
        ..AuthorityWords::default()
    }
}
