//! The days on which a count changed, and what it was from then on: out of the running sums, and remembered, since a chart of
//! many years has thousands of steps.

use crate::day;
use crate::fail::Failure;
use crate::sql::{Link, query};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// How many counts are remembered at the most.
const MOST: usize = 64;

/// Days, each with the count from that day on.
type Steps = Vec<(Date, u64)>;
/// What the sums follow from: how many entries there are, and whose law and code derived the read tables.
type State = (i64, String);
/// Reading, list and scope.
type Part = (bool, String, String);

/// Steps that were read, for as long as nothing is recorded or derived anew, by whatever process.
#[derive(Default)]
pub(crate) struct KnownSteps(Mutex<(State, BTreeMap<Part, Steps>)>);

impl KnownSteps {
    /// Those of a list or a part of it. `link` sees one moment.
    pub(crate) async fn of(&self, link: &mut Link<'_>, hindsight: bool, list: &str, scope: &str) -> Result<Steps, Failure> {
        let Some(state) = state(link).await? else {
            return read(link, hindsight, list, scope).await;
        };
        let part = (hindsight, list.to_owned(), scope.to_owned());
        {
            let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(steps) = known.1.get(&part).filter(|_| known.0 == state) {
                return Ok(steps.clone());
            }
        }
        let steps = read(link, hindsight, list, scope).await?;
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.0 != state || known.1.len() >= MOST {
            *known = (state, BTreeMap::new());
        }
        known.1.insert(part, steps.clone());
        Ok(steps)
    }
}

/// None where nothing was derived yet.
async fn state(link: &mut Link<'_>) -> Result<Option<State>, Failure> {
    let asked = query("SELECT n.count, d.edition FROM newest n CROSS JOIN derived_by d WHERE n.one = 1 AND d.one = 1");
    let row = asked.fetch_optional(link).await?;
    row.map(|row| Ok((row.try_get("count")?, row.try_get("edition")?))).transpose()
}

/// By how much a count changed on each day. `$1` reading, `$2` list, `$3` scope.
pub(crate) const STEPS: &str = "
SELECT d.day, CAST(SUM(d.begun - d.ended) AS BIGINT) AS more FROM sum_blocks b CROSS JOIN sum_days d
WHERE b.hindsight = $1 AND b.list = $2 AND b.scope = $3
  AND d.hindsight = $1 AND d.list = $2 AND d.block = b.block AND d.scope = $3
GROUP BY d.day ORDER BY d.day";

async fn read(connection: &mut Link<'_>, hindsight: bool, list: &str, scope: &str) -> Result<Steps, Failure> {
    let rows = query(STEPS).bind(hindsight).bind(list).bind(scope).fetch_all(connection).await?;
    let (mut steps, mut many) = (Vec::new(), 0i64);
    for row in rows {
        let more: i64 = row.try_get("more")?;
        if more == 0 {
            continue;
        }
        many += more;
        let number: i64 = row.try_get("day")?;
        let day = day::date(number).ok_or_else(|| Failure::damaged(format!("a running sum stands at day {number}")))?;
        steps.push((day, crate::read::unsigned(many, "a count")?));
    }
    Ok(steps)
}
