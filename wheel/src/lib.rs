//! The screening kernel as a Python module: one function over Arrow record batches, so that an engine such as Apache Spark
//! (`mapInArrow`) spreads it over machines.

mod rows;

use arrow_array::RecordBatch;
use arrow_pyarrow::PyArrowType;
use arrow_schema::Schema;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyIterator;
use rows::Search;
use screening::table::{Table, WatchList, read_watch_list};
use screening::{Commonness, Language, Screen};
use std::io::Cursor;

/// Finds the persons and entities of a watch list in record batches.
///
/// Args:
///     watch: The watch list as the bytes of a CSV file with the columns id and name, and optionally aliases (separated by
///         `;`), born_on, nationality, gender and kind (person or entity).
///     batches: Record batches with the register, read as they are needed. Columns of names, of an id, of dates of birth,
///         nationality and gender are found by their headings.
///     name_columns: The columns that hold names, where their headings do not say so; `first+last` joins two.
///     min_score: The least score of a hit; from 0.7 on it is what a careful officer would call a likely match.
///     common: A record batch with some thousand rows of the register, from which it is learned how common words are. The
///         same one for each part of a register, or its parts are not judged alike; without it the watch list alone tells.
///     language: The language of the explanations, "en" or "fr".
///
/// Returns:
///     An iterator with a record batch of hits for each batch of the register, with the columns of `SCHEMA`. Hits stand in
///     the order of the rows; `row` counts them from 1 in all batches of this call. Rows without an id bear this number.
#[pyfunction]
#[pyo3(signature = (watch, batches, *, name_columns = Vec::new(), min_score = 0.7, common = None, language = "en"))]
fn screen(
    watch: Vec<u8>,
    batches: &Bound<'_, PyAny>,
    name_columns: Vec<String>,
    min_score: f32,
    common: Option<PyArrowType<RecordBatch>>,
    language: &str,
) -> PyResult<Hits> {
    let language = match language {
        "en" => Language::English,
        "fr" => Language::French,
        other => {
            return Err(PyValueError::new_err(format!(
                "there are explanations in \"en\" and \"fr\", not in {other:?}"
            )));
        }
    };
    if !(0.0..=1.0).contains(&min_score) {
        return Err(PyValueError::new_err("min_score is a number from 0 to 1, such as 0.7"));
    }
    let WatchList { watched, .. } = Table::of_stream(Box::new(Cursor::new(watch)), None)
        .and_then(read_watch_list)
        .map_err(|error| PyValueError::new_err(format!("the watch list {error}")))?;
    let mut commonness = Commonness::new();
    watched.iter().for_each(|watched| commonness.learn_watched(watched));
    if let Some(PyArrowType(batch)) = common {
        rows::learn(&batch, &name_columns, &mut commonness)?;
    }
    let screen = Screen::new(watched, &commonness);
    Ok(Hits {
        batches: batches.try_iter()?.unbind(),
        search: Search::new(screen, name_columns, min_score, language),
    })
}

/// Record batches of hits, made as they are asked for.
#[pyclass]
struct Hits {
    batches: Py<PyIterator>,
    search: Search,
}

#[pymethods]
impl Hits {
    fn __iter__(hits: PyRef<'_, Self>) -> PyRef<'_, Self> {
        hits
    }

    fn __next__(&mut self, python: Python<'_>) -> PyResult<Option<PyArrowType<RecordBatch>>> {
        let Some(batch) = self.batches.bind(python).clone().next() else {
            return Ok(None);
        };
        let PyArrowType(batch) = batch?.extract::<PyArrowType<RecordBatch>>()?;
        let search = &mut self.search;
        // Other threads of the interpreter go on meanwhile.
        let found = python.detach(|| search.find(&batch))?;
        Ok(Some(PyArrowType(found)))
    }
}

/// Finds the persons and entities of a watch list in registers, under every spelling and script, over Arrow.
#[pymodule]
fn comity_screening(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(screen, module)?)?;
    module.add("SCHEMA", PyArrowType(Schema::clone(&rows::schema())))
}
