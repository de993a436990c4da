#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
mod common;
use access::Viewer;
use common::*;
use record::entry::Draft;
use record::json::Object;
use register::port::*;
use std::time::Instant;
use store::Sort;

fn day(n: u64) -> String {
    jiff::civil::date(2005, 1, 1)
        .checked_add(jiff::Span::new().days((n % 7000) as i64))
        .unwrap()
        .to_string()
}

fn drafts(p: u64) -> Vec<Draft> {
    let key = format!("exercise-{p:07}");
    let base = |k: u64| Draft {
        about: vec![person(&key)],
        matter: format!("{key}-1"),
        ..draft(p * 4 + k)
    };
    let from = p.wrapping_mul(2654435761) % 6000;
    vec![
        Draft {
            body: Object::new()
                .text("from", day(from))
                .text("until", day(from + 900))
                .text("name", format!("Exercise P{p} N{}", p % 997))
                .text("scope", format!("situation:{}", p % 40)),
            ..base(0)
        },
        Draft {
            body: Object::new()
                .text("from", day(from + 900))
                .text("list", "surrendered")
                .text("since", day(from))
                .text("scope", format!("situation:{}", p % 40)),
            ..base(1)
        },
        Draft {
            body: Object::new().text("what", "x"),
            ..base(2)
        },
    ]
}

#[tokio::test(flavor = "multi_thread")]
#[ignore]
async fn perf() {
    let n: u64 = std::env::var("N").unwrap().parse().unwrap();
    let (folder, bench, store) = fresh(Sort::Exercise).await;
    let t = Instant::now();
    for p in 0..200 {
        append(&store, vec![drafts(90_000_000 + p).remove(0)]).await;
    }
    println!("single append {:?}", t.elapsed() / 200);
    let pool = sqlx::sqlite::SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(
            sqlx::sqlite::SqliteConnectOptions::new()
                .filename(folder.path().join("bare"))
                .create_if_missing(true)
                .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal),
        )
        .await
        .unwrap();
    sqlx::query("CREATE TABLE t (position INTEGER PRIMARY KEY, bytes BLOB)")
        .execute(&pool)
        .await
        .unwrap();
    let t = Instant::now();
    for p in 0..200i64 {
        sqlx::query("INSERT INTO t VALUES ($1,$2)")
            .bind(p)
            .bind(vec![1u8; 400])
            .execute(&pool)
            .await
            .unwrap();
    }
    println!("bare single {:?}", t.elapsed() / 200);
    let t = Instant::now();
    for b in 0..3i64 {
        let mut tx = pool.begin().await.unwrap();
        for p in 0..3000i64 {
            sqlx::query("INSERT INTO t VALUES ($1,$2)")
                .bind(1000 + b * 3000 + p)
                .bind(vec![1u8; 400])
                .execute(&mut *tx)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }
    println!("bare grouped per row {:?}", t.elapsed() / 9000);
    let t = Instant::now();
    for chunk in (0..n).collect::<Vec<_>>().chunks(1000) {
        let d: Vec<Draft> = chunk.iter().flat_map(|p| drafts(*p)).collect();
        append(&store, d).await;
    }
    println!(
        "grouped: {:?} a person, {:?} an entry, total {:?}",
        t.elapsed() / n as u32,
        t.elapsed() / (3 * n) as u32,
        t.elapsed()
    );
    println!(
        "size {} MB",
        std::fs::metadata(folder.path().join("record.sqlite")).unwrap().len() >> 20
    );
    for (list, d) in [
        ("outstanding", "2006-01-01"),
        ("outstanding", "2015-01-01"),
        ("surrendered", "2010-01-01"),
        ("surrendered", "2020-01-01"),
    ] {
        let at = ListAt {
            hindsight: false,
            list: list.into(),
            scope: String::new(),
            day: d.parse().unwrap(),
            since_by: None,
            after: None,
            limit: 50,
        };
        store.list(&Viewer::public(), &at).await.unwrap();
        let t = Instant::now();
        for _ in 0..20 {
            store.list(&Viewer::public(), &at).await.unwrap();
        }
        let tl = t.elapsed() / 20;
        let t = Instant::now();
        let mut c = vec![];
        for _ in 0..20 {
            c = store.counts(&Viewer::public(), false, list, "", at.day).await.unwrap();
        }
        let tc = t.elapsed() / 20;
        let t = Instant::now();
        for _ in 0..5 {
            store.steps(&Viewer::public(), false, list, "").await.unwrap();
        }
        println!(
            "{list} {d}: list {tl:?} counts {tc:?} ({} parts, {}) steps {:?}",
            c.len(),
            c[0].1,
            t.elapsed() / 5
        );
    }
    let t = Instant::now();
    store
        .names(
            &Viewer::public(),
            &["p77".into(), "n9".into()],
            false,
            "2020-01-01".parse().unwrap(),
            20,
        )
        .await
        .unwrap();
    println!("names {:?}", t.elapsed());
    bench.set("2026-11-25T11:40:00Z");
    let t = Instant::now();
    store.tick_due().await.unwrap();
    println!("tick_due {:?}", t.elapsed());
    if std::env::var_os("FULL").is_none() { store.close().await; std::fs::copy(folder.path().join("record.sqlite"), "/tmp/perf.sqlite").unwrap(); return; }
    let t = Instant::now();
    println!("{:?}", store.verify().await.unwrap());
    println!("verify {:?}", t.elapsed());
    let t = Instant::now();
    store.rebuild().await.unwrap();
    println!("rebuild {:?}", t.elapsed());
    let mut v = Vec::new();
    let t = Instant::now();
    store.export(&mut v).await.unwrap();
    println!("export {:?} {} MB", t.elapsed(), v.len() >> 20);
    let t = Instant::now();
    let f = tempfile::tempdir().unwrap();
    store::SqliteStore::import_record(f.path(), &mut v.as_slice(), bench.clone(), std::sync::Arc::new(FromBodies))
        .await
        .unwrap();
    println!("import {:?}", t.elapsed());
}
