//! A pack with one of its files replaced by any bytes is taken or refused with a reason. The first byte
//! chooses the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use register::pack::{PackFile, check, columns::DROPPED};

/// The files that each of these packs has: without a fault.
const FILES: [(&str, &str); 7] = [
    (
        "persons.csv",
        "person_id,name,also_known_as,notes,source\nexercise-0001,Exercise One,Eins;Un,,recalled:high\n",
    ),
    (
        "proceedings.csv",
        "instrument_id,person_id,situation,situation_no,case_no,instrument,issued_on,made_public_on,executed_on,executed_in,\
surrendered_on,ended_on,ended_by,end_reason,notes,source\n\
exercise-0001-1,exercise-0001,Exercise,ICC-99/99,ICC-99/99-01/20,warrant,2020-01-02,2020-02-03,,,,,,,A remark.,recalled:low\n",
    ),
    (
        "milestones.csv",
        "instrument_id,kind,on,until,about,state,years,note,source\nexercise-0001-1,arrested,2021-04,,,XAA,,,recalled:low\n",
    ),
    (
        CITATIONS,
        "file,key,field,verdict,value,source,says\nproceedings.csv,exercise-0001-1,issued_on,confirms,,exercise file,\n",
    ),
    (
        "official_counts.csv",
        "as_at,what,basis,figure,said_by,source\n2021-01-01,outstanding,persons,1,Exercise Assembly,exercise file\n",
    ),
    ("edition.csv", "edition,complete_until,notes\n2022-01-01,2021-12-31,\n"),
    (DROPPED.name, "file,key,reason\n"),
];

/// The file whose rows speak of all others.
const CITATIONS: &str = "citations.csv";

/// Files of rows, without a fault too: a pack has the one that is replaced, and all of them where citations are.
const ROWS: [(&str, &str); 12] = [
    (
        "states.csv",
        "alpha3,alpha2,iso_numeric,name_en,name_fr,un_name_en,un_name_fr,un_membership,un_regional_group,official_languages,\
exists_from,source,field_sources\n\
XAA,XA,,Exercise,Exercice,Exercise State,État d’exercice,member,African States,en;fr,1998-07-17,recalled:high,un_name_en=exercise file\n",
    ),
    (
        "former_names.csv",
        "alpha3,name_en,name_fr,until,notes,source\nXAA,Old Exercise,Ancien exercice,2011-07-09,,recalled:high\n",
    ),
    (
        "rome_statute.csv",
        "alpha3,signed_on,ratified_or_acceded_on,kind,entered_into_force_on,withdrawal_announced_on,withdrawal_notified_on,\
withdrawal_stated_effective_on,withdrawal_effective_on,withdrawal_rescinded_on,instrument_withdrawn_on,position_unresolved_from,\
intent_not_to_become_party_on,notes,source,field_sources\n\
XAA,1998-07-18,2002-07,ratification,2002-10-01,2016-10,2016-10-27,2027-10-27,,2017-02-10,,,,A remark.,recalled:high,signed_on=exercise file\n",
    ),
    (
        "apic.csv",
        "alpha3,signed_on,deposited_on,kind,bound_on,notes,source,field_sources\nXAA,,,deposit not found,,,recalled:low,\n",
    ),
    (
        "acceptances.csv",
        "alpha3,lodged_on,accepts_from,accepts_until,status,notes,source\n\
XAA,2009-01-21,2002-07-01,2027-12-31,found ineffective 2012-04-03,,recalled:high\n",
    ),
    (
        "article87.csv",
        "alpha3,channel,languages_accepted,declared_on,notes,source,field_sources\n\
XAA,diplomatic channel;ministry of justice,sqi+eng;sqi+fra,2004,,stored: https://example.org/1; keywords 2,\n",
    ),
    (
        "findings.csv",
        "finding_id,alpha3,decision_date,case,person_ids,concerning,conduct_date,document_ref,kind,referral_put_off_on,\
referred_by_day,to_assembly,to_security_council,referral_reversed_on,notes,source\n\
xaa-2010-05-25,XAA,2010-05-25,Exercise,exercise-0001,no arrest,2010-05,EXERCISE-1,finding,2010-06-01,2010-07-01,yes,no,2011,,recalled:high\n",
    ),
    (
        "agreements.csv",
        "agreement_id,alpha3,kind,signed_on,in_force_on,count,as_at,notes,source\n\
xaa-sentences,XAA,sentence enforcement,,2017-04-18,2,2016-11-16,,recalled:high\n",
    ),
    (
        "referrals.csv",
        "kind,referred_by,situation,referred_on,document_ref,binds,binds_also,binds_paragraph,notes,source,field_sources\n\
Security Council,UNSC;XAA,Exercise,2005-03-31,EXERCISE/1,XAA,all other parties,2,,recalled:high,binds=exercise file\n",
    ),
    (
        "resolutions.csv",
        "asp_session,resolution,title,adopted_on,notes,source,field_sources\n12,EXERCISE/Res.3,Cooperation,2013-11-27,,recalled:high,\n",
    ),
    (
        "pledges.csv",
        "pledger,theme,paraphrase,pledged_on,source\nExercise,arrest,To support efforts,2010-06,recalled:high\n",
    ),
    (
        "legislation.csv",
        "alpha3,title,year,part9_topics_read,source,field_sources\nXAA,Exercise Act,1994,arrest and surrender; transit,recalled:high,\n",
    ),
];

fuzz_target!(
    init: {
        let file = |(name, own): &(&str, &str)| PackFile {
            name: (*name).to_owned(),
            bytes: own.as_bytes().to_vec(),
        };
        let whole: Vec<PackFile> = FILES.iter().chain(&ROWS).map(file).collect();
        if let Err(faults) = check(&whole) {
            panic!("the files above have faults: {faults:?}");
        }
    },
    |bytes: &[u8]| {
        let Some((choice, rest)) = bytes.split_first() else { return };
        let replaced = usize::from(*choice) % (FILES.len() + ROWS.len());
        let all = FILES.iter().chain(&ROWS).enumerate();
        let cited = FILES.get(replaced).is_some_and(|(name, _)| *name == CITATIONS);
        let there = all.filter(|(i, _)| *i < FILES.len() || *i == replaced || cited);
        let files: Vec<PackFile> = there
            .map(|(i, (name, own))| PackFile {
                name: (*name).to_owned(),
                bytes: if i == replaced { rest.to_vec() } else { own.as_bytes().to_vec() },
            })
            .collect();
        if let Err(faults) = check(&files) {
            assert!(!faults.is_empty());
            assert!(faults.iter().all(|fault| !fault.to_string().is_empty()));
        }
    }
);
