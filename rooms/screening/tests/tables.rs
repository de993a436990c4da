//! Registers and watch lists as they come: what is read of them, and what is refused with its line.
#![allow(clippy::unwrap_used, clippy::panic)]

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};
use screening::table::{Block, Layout, Seen, Table, TableError, TableMemory, encoding_named, read_watch_list};
use screening::{Gender, Kind, Language};
use std::io::{Cursor, Read};

fn table(bytes: impl Into<Vec<u8>>) -> Result<Table, TableError> {
    Table::of_stream(Box::new(Cursor::new(bytes.into())), None)
}

/// What became of the rows: `id: name / name` of those that were read, `line: reason` of those that were not.
#[derive(Debug, Default, PartialEq)]
struct Rows {
    read: Vec<String>,
    refused: Vec<String>,
}

fn rows_of(mut table: Table, told: &[&str]) -> Rows {
    let told: Vec<String> = told.iter().map(|name| (*name).to_owned()).collect();
    let layout = Layout::of(table.headings(), &told).unwrap();
    table.read_columns(&layout);
    let head = table.head();
    let (mut block, mut memory, mut rows) = (Block::default(), TableMemory::default(), Rows::default());
    while table.next_block(&mut block).unwrap() {
        block.each(&head, &layout, &mut memory, |seen| match seen {
            Seen::Row(found) => {
                let id = found.id.map_or_else(|| found.row.to_string(), str::to_owned);
                rows.read.push(format!("{id}: {}", found.of.names.join(" / ")));
            }
            Seen::Refused(refusal) => rows
                .refused
                .push(format!("{}: {}", refusal.line, refusal.why.words(Language::English))),
        });
    }
    rows
}

/// All rows of a text, none of which is refused.
fn read(text: &str) -> Vec<String> {
    let rows = rows_of(table(text).unwrap(), &[]);
    assert_eq!(rows.refused, Vec::<String>::new());
    rows.read
}

#[track_caller]
fn check_refused(text: impl Into<Vec<u8>>, read: &[&str], refused: &[&str]) {
    let rows = rows_of(table(text).unwrap(), &[]);
    assert_eq!(rows.read, read, "read");
    assert_eq!(rows.refused, refused, "refused");
}

#[test]
fn a_table_is_read_in_whatever_encoding_it_was_written() {
    let arabic = "id,name\n1,محمد عبد الرحمن السعيد\n2,فاطمة الزهراء بنت علي\n3,يوسف إبراهيم الخطيب\n";
    let russian = "id,name\n1,Иванов Сергей Петрович\n2,Кузнецова Ольга Николаевна\n3,Щербаков Юрий\n";
    let french = "id,name\n1,Hélène Lefèvre\n2,François Noël Çelik\n3,Jürgen Müßig\n";
    let marked = |text: &str| [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let wide = |text: &str, mark: bool, big: bool| -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    };
    for text in [arabic, russian, french] {
        let in_plain = rows_of(table(text).unwrap(), &[]);
        assert_eq!(in_plain.read.len(), 3);
        for (form, bytes) in [
            ("UTF-8 with a mark", marked(text)),
            ("UTF-16LE with a mark", wide(text, true, false)),
            ("UTF-16BE with a mark", wide(text, true, true)),
            ("UTF-16LE", wide(text, false, false)),
            ("UTF-16BE", wide(text, false, true)),
        ] {
            assert_eq!(rows_of(table(bytes).unwrap(), &[]), in_plain, "{form}");
        }
    }
    for (text, encoding) in [(arabic, WINDOWS_1256), (russian, WINDOWS_1251), (french, WINDOWS_1252)] {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{}", encoding.name());
        let detected = table(bytes.to_vec()).unwrap();
        assert_eq!(detected.written_in(), encoding.name());
        assert_eq!(rows_of(detected, &[]), rows_of(table(text).unwrap(), &[]), "{}", encoding.name());
    }
}

#[test]
fn an_encoding_that_is_told_is_taken() {
    for (encoding, name) in [(UTF_16LE, "utf-16le"), (UTF_16BE, "UTF-16BE"), (WINDOWS_1256, "cp1256")] {
        assert_eq!(encoding_named(name).unwrap(), encoding);
    }
    // Too little to tell by: the letters of one word.
    let (bytes, ..) = WINDOWS_1251.encode("id,name\n1,Ли\n");
    let told = Table::of_stream(Box::new(Cursor::new(bytes.into_owned())), Some(WINDOWS_1251)).unwrap();
    assert_eq!(rows_of(told, &[]).read, ["1: Ли"]);
    assert!(encoding_named("klingon").unwrap_err().to_string().contains("utf-16le"));
}

#[test]
fn an_encoding_shows_itself_where_its_first_letter_stands_however_late() {
    let mut text = "id,name\n".to_owned();
    (1..=40_000).for_each(|id| text.push_str(&format!("{id},John Smith of the Plain\n")));
    text.push_str("x,Hélène Lefèvre\n");
    let (bytes, ..) = WINDOWS_1252.encode(&text);
    let rows = rows_of(table(bytes.into_owned()).unwrap(), &[]);
    assert_eq!(rows.refused, Vec::<String>::new());
    assert_eq!(rows.read.last().unwrap(), "x: Hélène Lefèvre");
}

#[test]
fn bytes_that_are_no_text_cost_their_row_alone() {
    check_refused(
        b"id,name\n1,Zo\xc3\xab\n2,Andr\xe9\n3,No\xc3\xablle\n4,Ren\xc3\xa9e\n".to_vec(),
        &["1: Zoë", "3: Noëlle", "4: Renée"],
        &["3: bytes that are no text in the encoding of the file"],
    );
    // Half a pair in UTF-16.
    let units = "id,name\n1,A".encode_utf16().chain([0xd800]).chain("\n2,B\n".encode_utf16());
    check_refused(
        units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
        &["2: B"],
        &["2: bytes that are no text in the encoding of the file"],
    );
}

#[test]
fn fields_are_parted_by_what_the_table_uses() {
    for text in ["id,name\n1,A B\n", "id;name\r\n1;A B\r\n", "id\tname\n1\tA B", "id|name\n1|A B\n"] {
        assert_eq!(read(text), ["1: A B"], "{text:?}");
    }
    // A comma more often than the semicolon that parts.
    assert_eq!(
        read("id;name\n1;Smith, John, jr\n2;Doe, Jane\n"),
        ["1: Smith, John, jr", "2: Doe, Jane"]
    );
    // One column: a comma in a name parts nothing.
    assert_eq!(read("name\nSmith, John\n\"Doe, Jane\"\n"), ["1: Smith, John", "2: Doe, Jane"]);
}

#[test]
fn a_quoted_field_may_hold_delimiters_marks_and_line_ends() {
    assert_eq!(
        read("id,name,note\n1,\"O\"\"Hara, Ann\",\"two\nlines\"\n2,Bo,\r\n\r\n3,\"Cy\",x"),
        ["1: O\"Hara, Ann", "2: Bo", "3: Cy"]
    );
}

#[test]
fn rows_of_another_width_are_refused_with_their_line() {
    check_refused(
        "id,name,note\n1,A,x\n2,B\n3,\"C\nC\",x\n4,D,x,y\n5,E,x\n",
        &["1: A", "3: C\nC", "5: E"],
        &["3: fields: 2, and 3 in the header", "6: fields: 4, and 3 in the header"],
    );
}

#[test]
fn a_quotation_mark_that_nothing_closes_costs_its_line_alone() {
    let open = "a quotation mark opens a field and nothing ends it";
    let after = "text after the quotation mark that ends a field";
    check_refused("id,name\n1,\"A\n2,B\n3,C", &["2: B", "3: C"], &[&format!("2: {open}")]);
    check_refused("id,name\n1,\"A\n2,\"B\"\n3,C\n", &["2: B", "3: C"], &[&format!("2: {open}")]);
    check_refused("id,name\n1,\"A\"x\n2,B\n", &["2: B"], &[&format!("2: {after}")]);
    // It seems to be closed further down, over rows that are rows by themselves.
    check_refused(
        "id,name,note\n1,\"A,x\n2,B,x\n3,C\",x\n4,D,x\n",
        &["2: B", "3: C\"", "4: D"],
        &[&format!("2: {open}")],
    );
    // Nor does it where so much follows that it is no field any more.
    let many: String = (2..100_000).map(|id| format!("{id},Somebody with a name\n")).collect();
    let rows = rows_of(table(format!("id,name\n1,\"A\n{many}")).unwrap(), &[]);
    assert_eq!((rows.read.len(), rows.refused), (99_998, vec![format!("2: {open}")]));
}

#[test]
fn columns_that_move_are_refused_where_the_header_comes_again() {
    check_refused(
        "id,name,note\n1,A,x\nid,name,note\n2,B,x\nname,note,id\n3,C,x\n",
        &["1: A", "2: B", "3: C"],
        &[
            "3: the header again, not a row; columns may have moved",
            "5: the header again, not a row; columns may have moved",
        ],
    );
}

#[test]
fn a_line_without_an_end_is_refused_and_takes_no_memory() {
    let endless = || Box::new(std::io::repeat(b'a').take(3 << 30));
    let error = Table::of_stream(endless(), None).map(|_| ()).unwrap_err().to_string();
    assert_eq!(error, "has no line end in its first 1048576 bytes; is it a table with a header?");
    let with_header = Cursor::new("id,name\n1,A\n2,")
        .chain(std::io::repeat(b'a').take(20 << 20))
        .chain(Cursor::new("\n3,C\n"));
    let rows = rows_of(Table::of_stream(Box::new(with_header), None).unwrap(), &[]);
    assert_eq!(rows.read, ["1: A", "3: C"]);
    assert_eq!(rows.refused, ["3: longer than 1048576 bytes"]);
}

#[test]
fn rows_are_the_same_wherever_the_pieces_of_a_stream_end() {
    /// Gives few bytes at a time.
    struct Dribble(Cursor<Vec<u8>>);
    impl Read for Dribble {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let some = into.len().min(1013);
            self.0.read(&mut into[..some])
        }
    }
    let mut text = "id;name;note\r\n".to_owned();
    for id in 0..30_000 {
        text.push_str(&match id % 5 {
            0 => format!("{id};\"Zoë; {id}\";\"x\ny\"\r\n"),
            1 => format!("{id};Zoë\r\n"),
            2 => format!("{id};\"Zoë\n"),
            _ => format!("{id};Ольга {id};x\n"),
        });
    }
    let at_once = rows_of(table(text.clone()).unwrap(), &[]);
    let dribble = Table::of_stream(Box::new(Dribble(Cursor::new(text.into_bytes()))), None).unwrap();
    assert_eq!((at_once.read.len(), at_once.refused.len()), (18_000, 12_000));
    assert_eq!(rows_of(dribble, &[]), at_once);
}

#[test]
fn names_are_found_by_the_headings_of_many_languages() {
    for (headings, row, names) in [
        ("Full_Name,x", "A B,", "A B"),
        ("NOM,Prénoms", "Hugo,Victor", "Victor Hugo"),
        ("firstName,lastName,middleName", "A,C,B", "A B C"),
        ("Name,Vorname", "Zweig,Anna", "Anna Zweig"),
        ("Фамилия,Имя,Отчество", "Иванов,Иван,Ильич", "Иван Ильич Иванов"),
        ("Apellidos,Nombre", "Ruiz,Ana", "Ana Ruiz"),
        ("اللقب,الاسم", "علي,حسن", "حسن علي"),
        ("Nombre,Ciudad", "Ana,Lima", "Ana"),
        ("姓名,性别", "王小明,男", "王小明"),
        ("Owner,Director name", "A,B", "A / B"),
        ("name_en,name_ar", "Hasan,حسن", "Hasan / حسن"),
        ("name,aliases", "A,B; C", "A / B / C"),
        ("vessel_name,imo", "Star,9074729", "Star / IMO 9074729"),
    ] {
        assert_eq!(
            rows_of(table(format!("{headings}\n{row}\n")).unwrap(), &[]).read,
            [format!("1: {names}")],
            "{headings}"
        );
    }
}

#[test]
fn names_are_taken_from_the_columns_that_are_told() {
    let text = "name,Who,a,b\nN,W,A,B\n";
    let told = |columns: &[&str]| rows_of(table(text).unwrap(), columns).read;
    assert_eq!(told(&["who"]), ["1: W"]);
    assert_eq!(told(&["Who", "a+b"]), ["1: A B / W"]);
    let error = |text: &str, told: &[String]| Layout::of(table(text).unwrap().headings(), told).unwrap_err().to_string();
    assert_eq!(
        error(text, &["whom".to_owned()]),
        "has no column \"whom\" (columns: name, Who, a, b)"
    );
    assert_eq!(
        error("street,price\nA,1\n", &[]),
        "has no column that is known to hold names; say which it is with --name-column (columns: street, price)"
    );
}

#[test]
fn what_is_no_table_is_refused_in_words() {
    for (bytes, error) in [
        (&b""[..], "is empty"),
        (b"\n \n", "is empty"),
        (b"\xff\xfe\0\0i\0\0\0", "UTF-32"),
        (b"\"id,name\n1,A\n", "a quotation mark that nothing closes"),
        (b"id,name\r1,A\r2,B\r", "carriage return alone"),
        (b"PAR1xxxx", "cannot be read from a pipe"),
    ] {
        let said = table(bytes).map(|_| ()).unwrap_err().to_string();
        assert!(said.contains(error), "{said}");
    }
}

#[test]
fn a_watch_list_says_who_is_looked_for() {
    let text = "id,name,aliases,born_on,nationality,gender,kind\n\
                p1,Ada Exemplar,A. Exemplar; Аda,1970-05-01,XAA; XBB,f,person\n\
                p2,,,,,,\n\
                p3,Star of Nowhere Ltd,,once,,?,entity\n\
                p1,Ada Sample,,,,,\n";
    let list = read_watch_list(table(text).unwrap()).unwrap();
    let [ada, star] = &list.watched[..] else {
        panic!("{:?}", list.watched)
    };
    assert_eq!((ada.id.as_str(), ada.name.as_str()), ("p1", "Ada Exemplar"));
    assert_eq!(ada.aliases, ["A. Exemplar", "Аda", "Ada Sample"]);
    assert_eq!(
        (ada.born_on.unwrap().year, ada.gender, ada.nationality.len()),
        (1970, Some(Gender::Female), 2)
    );
    assert_eq!((star.kind, star.born_on), (Kind::Entity, None));
    let notes: Vec<String> = list
        .notes
        .iter()
        .map(|note| format!("{}: {}", note.line, note.what.words(Language::English)))
        .collect();
    assert_eq!(
        notes,
        [
            "3: no name, so nobody is looked for",
            "4: “once” is not understood as a date of birth and counts for nothing",
            "4: “?” is not understood as a gender and counts for nothing"
        ]
    );
}

#[test]
fn somebody_without_an_id_is_nobody_else() {
    let list = read_watch_list(
        table("id,name\n2,Ada Exemplar\n,Ada Sample\n,Ada Specimen\nrow 3,Ada Copy\nrow 6,Ada Model\n,Ada Pattern\n").unwrap(),
    )
    .unwrap();
    let ids: Vec<&str> = list.watched.iter().map(|watched| watched.id.as_str()).collect();
    assert_eq!(
        ids,
        ["2", "row 2", "row 3", "row 3", "row 6", "row 6"],
        "whatever is called so besides"
    );
}

#[test]
fn what_rows_of_one_id_say_against_each_other_counts_for_nothing_and_is_noted() {
    let text = "id,name,born_on,gender\n7,Ada Exemplar,1970,f\n7,Ada Sample,1970-01-02,f\n8,Ada Specimen,1970-01-01,f\n8,Ada Model,1961-05-07,m\n\
                8,Ada Pattern,1970-01-01,\n";
    let list = read_watch_list(table(text).unwrap()).unwrap();
    let [seven, eight] = &list.watched[..] else {
        panic!("{:?}", list.watched)
    };
    assert_eq!(seven.born_on.and_then(|born| born.day), Some(2), "the more exact of two that agree");
    assert_eq!((eight.born_on, eight.gender, eight.aliases.len()), (None, None, 2));
    let notes: Vec<String> = (list.notes.iter())
        .map(|note| format!("{}: {}", note.line, note.what.words(Language::English)))
        .collect();
    assert_eq!(
        notes,
        [
            "5: “1961-05-07” is another date of birth than an earlier row of the same id has; neither counts",
            "5: “m” is another gender than an earlier row of the same id has; neither counts",
            "6: “1970-01-01” is another date of birth than an earlier row of the same id has; neither counts",
        ]
    );
}

#[test]
fn nobody_is_left_out_of_a_watch_list_silently() {
    let faults = read_watch_list(table("id,name\n1,A\n2\n3,\"C\n").unwrap()).unwrap_err().to_string();
    assert_eq!(
        faults,
        "has faults; nothing was screened:\n  line 3: fields: 1, and 2 in the header\n  line 4: a quotation mark opens a field and nothing ends it"
    );
    assert!(
        read_watch_list(table("id,name\n").unwrap())
            .unwrap_err()
            .to_string()
            .starts_with("names nobody")
    );
}

#[test]
fn a_date_of_birth_that_stands_in_no_calendar_is_noted() {
    let text = "id,name,born_on\n1,Ada Exemplar,1980-02-31\n2,Ada Sample,31.04.1980\n3,Ada Specimen,1980-02-29\n";
    let list = read_watch_list(table(text).unwrap()).unwrap();
    let born: Vec<Option<u8>> = list
        .watched
        .iter()
        .map(|watched| watched.born_on.and_then(|born| born.day))
        .collect();
    assert_eq!(born, [None, None, Some(29)]);
    let noted: Vec<u64> = list.notes.iter().map(|note| note.line).collect();
    assert_eq!(noted, [2, 3]);
}
