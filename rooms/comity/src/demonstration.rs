//! The demonstration: an exercise with invented people in every role, and matter of every level, so that somebody can
//! see in a quarter of an hour who sees what. It is put together by the same operations as everything else.

mod authorities;
mod matters;
mod people;
pub mod requests;
mod scan;

use crate::house::House;
use crate::said::Refused;
use identity::account::{Account, AccountId};
use identity::people::demonstration::is_of_a_demonstration;
use identity::people::{Actor, People};
use identity::session::Browser;
use record::hex::hex;
use register::port::Store;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::{Home, Sort};

/// Opens an exercise record for a demonstration, or begins one. The public record is taken in with it.
///
/// # Errors
/// The record there is real, or holds an exercise with people of its own, or cannot be used.
pub async fn open(home: &Home, outside: std::sync::Arc<dyn register::outside::Outside>) -> Result<House, Refused> {
    let house = House::open_bare(home.clone(), Sort::Exercise, outside).await?;
    if !house.store.genesis().await?.exercise {
        return Err(Refused::Given(format!(
            "{home} holds a real record, and a demonstration is an exercise: give another folder with --data, or none"
        )));
    }
    if house.store.is_fresh().await? {
        let operator = access::Viewer::operator();
        house.register.import(&operator, &crate::carried::public_record()).await?;
    }
    Ok(house)
}

/// Puts the demonstration into an exercise record. One that was begun and broke off is gone on with; one that is
/// there is left as those who tried it left it.
///
/// # Errors
/// The record holds an exercise with people of its own, or record or desk cannot be read or written.
pub async fn seed(house: &House, people: &People) -> Result<(), Refused> {
    let roll = people.roll().await?;
    let accounts = roll.accounts();
    // Whoever tried it may have let the last of its people in again, who then has another credential.
    let begun = accounts.iter().any(|account| is_of_a_demonstration(account));
    let is_set = |account: &&Account| people::is_called_as_the_last(account) && roll.recovery(account.id()).is_some();
    if begun && accounts.iter().any(is_set) {
        return Ok(());
    }
    // Whoever bears the name of one of the people need not be one: nobody's invitation is taken up for them.
    if let Some(other) = accounts.iter().find(|account| !is_of_a_demonstration(account)) {
        return Err(Refused::Given(format!(
            "{} holds an exercise with people of its own, such as {}: give another folder with --data, or none",
            house.home,
            other.name()
        )));
    }
    let operator = Actor::operator("Exercise operator");
    let mut accounts = BTreeMap::new();
    for person in people::ALL {
        accounts.insert(person.key, people::take_in(people, &operator, person).await?);
    }
    let stage = Stage {
        house,
        people,
        operator,
        accounts,
    };
    matters::set(&stage).await?;
    authorities::set(&stage).await?;
    requests::set(&stage).await?;
    people::set(&stage).await
}

/// What the parts of a demonstration are set with.
struct Stage<'s> {
    house: &'s House,
    people: &'s People,
    operator: Actor,
    /// Accounts by the keys of [`people::ALL`].
    accounts: BTreeMap<&'static str, AccountId>,
}

impl Stage<'_> {
    /// The account of one of the people.
    fn account(&self, key: &str) -> Result<AccountId, Refused> {
        let account = self.accounts.get(key).copied();
        account.ok_or_else(|| Refused::Given(format!("the demonstration has nobody called {key}; this is a fault of the program")))
    }

    /// One of the people, signed in for some acts; [`Stage::leave`] ends that.
    async fn enter(&self, key: &str) -> Result<Actor, Refused> {
        let lost = || {
            Refused::Given(format!(
                "{key} could not be signed in for the demonstration; start it in an empty folder"
            ))
        };
        let token = self
            .people
            .demonstrate(&self.account(key)?, Browser::Other)
            .await
            .map_err(|_| lost())?;
        let visit = self.people.visit(&token).await?;
        visit.and_then(|visit| visit.actor).ok_or_else(lost)
    }

    /// Ends what [`Stage::enter`] began.
    async fn leave(&self, key: &str) -> Result<(), Refused> {
        let account = self.account(key)?;
        self.people.end_sessions_of(&self.operator, &account, None).await?;
        Ok(())
    }
}

/// A folder for one demonstration; it goes with this.
pub struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    /// A new one, which nobody but its owner may read.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn make(outside: &dyn register::outside::Outside) -> Result<TemporaryFolder, Refused> {
        let mut bytes = [0; 8];
        outside.random(&mut bytes);
        let path = std::env::temp_dir().join(format!("comity-demonstration-{}", hex(&bytes)));
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path).map_err(|error| Refused::file(&path, &error))?;
        Ok(TemporaryFolder(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        // What stays behind is invented, and the system clears such folders away.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
