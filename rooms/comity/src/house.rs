//! A record opened, with the register over it.

use crate::carried;
use crate::said::Refused;
use access::{Organisation, Viewer};
use register::Register;
use register::derive::UnderLaw;
use register::outside::Outside;
use register::pack::ImportReport;
use register::port::Store;
use std::sync::Arc;
use store::{Home, RecordStore, Sort};

/// A record opened.
pub struct House {
    /// Where it lies.
    pub home: Home,
    /// The record.
    pub store: Arc<RecordStore>,
    /// Operations and views over it.
    pub register: Register,
    /// The institution that keeps it.
    pub institution: Organisation,
    /// What the first start took in, if this was it.
    pub taken_in: Option<ImportReport>,
}

impl House {
    /// Opens a record. Where there is none one is begun, and the public record is taken in.
    ///
    /// # Errors
    /// The folder or the database cannot be used.
    pub async fn open(home: impl Into<Home>, outside: Arc<dyn Outside>) -> Result<House, Refused> {
        let mut house = House::open_bare(home, Sort::Real, outside).await?;
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
    pub async fn open_bare(home: impl Into<Home>, sort: Sort, outside: Arc<dyn Outside>) -> Result<House, Refused> {
        let law = Arc::new(law::Pack::rome_statute()?);
        let home = home.into();
        let derive = Arc::new(UnderLaw(law.clone()));
        let store = Arc::new(RecordStore::open(&home, sort, outside.clone(), derive).await?);
        let register = Register {
            store: store.clone(),
            attachments: store.attachments(),
            law,
            outside,
        };
        let institution = register.named_institution().await?.unwrap_or(Organisation::Court);
        Ok(House {
            home,
            store,
            register,
            institution,
            taken_in: None,
        })
    }
}
