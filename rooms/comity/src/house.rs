//! A record opened in a folder, with the register over it.

use crate::carried;
use crate::said::Refused;
use access::Viewer;
use register::Register;
use register::derive::UnderLaw;
use register::outside::Outside;
use register::pack::ImportReport;
use register::port::Store;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Options, Sort, SqliteStore};

/// A record opened in a folder.
pub struct House {
    /// The data folder.
    pub folder: PathBuf,
    /// The record.
    pub store: Arc<SqliteStore>,
    /// Operations and views over it.
    pub register: Register,
    /// What the first start took in, if this was it.
    pub taken_in: Option<ImportReport>,
}

impl House {
    /// Opens the record of a folder. A folder without one gets one, and the public record is taken in.
    ///
    /// # Errors
    /// The folder or the database cannot be used.
    pub async fn open(folder: &Path, outside: Arc<dyn Outside>) -> Result<House, Refused> {
        let mut house = House::open_bare(folder, Sort::Real, outside).await?;
        let exercise = house.store.genesis().await?.exercise;
        if house.store.is_fresh().await? && !exercise {
            house.taken_in = Some(house.register.import(&Viewer::operator(), &carried::public_record()).await?);
        }
        Ok(house)
    }

    /// The same without taking anything in; `sort` is what a new record becomes.
    ///
    /// # Errors
    /// As [`House::open`].
    pub async fn open_bare(folder: &Path, sort: Sort, outside: Arc<dyn Outside>) -> Result<House, Refused> {
        let law = Arc::new(law::Pack::rome_statute()?);
        let options = Options {
            folder: folder.to_owned(),
            sort,
        };
        let derive = Arc::new(UnderLaw(law.clone()));
        let store = Arc::new(SqliteStore::open(options, outside.clone(), derive).await?);
        let register = Register {
            store: store.clone(),
            law,
            outside,
        };
        Ok(House {
            folder: folder.to_owned(),
            store,
            register,
            taken_in: None,
        })
    }
}
