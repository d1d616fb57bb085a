//! Files of earlier versions of the format: each released version but the newest has one step that turns its members into those of
//! the next.
//!
//! A step checks `check` and the names of edits as its own version defined them, and states them anew as the next one does. It is a
//! pure function on what was parsed: when it fails nothing has changed, and the file is still whole in somebody's hands.

use std::collections::BTreeMap;

use super::error::ReadError;
use crate::document::map::Document;
use crate::domain::Value;

/// All members of a file but its readable part.
pub(super) type Members = BTreeMap<String, Value>;

/// Turns the members of a file of one version into those of the next.
pub(super) type Step = fn(Members) -> Result<Members, ReadError>;

/// The steps, that of version 1 first. A version without one does not compile; `tests/it/golden.rs` asks for its fixture.
const STEPS: [Step; Document::VERSION as usize - 1] = [];

/// The members of a file of `version` as the newest version would have written them. Those of a version yet to come stay as they
/// are: what this one does not know of them is carried.
pub(super) fn lift(version: u32, members: Members) -> Result<Members, ReadError> {
    climb(&STEPS, version, members)
}

/// The members of a file of `version` after the steps that follow it. `cargo xtask fuzz migration` gives it steps of its own.
pub(super) fn climb(steps: &[Step], version: u32, members: Members) -> Result<Members, ReadError> {
    // No version 0 was ever written.
    let done = version.checked_sub(1).and_then(|done| usize::try_from(done).ok());
    let done = done.ok_or_else(|| ReadError::damaged("version"))?;
    steps.iter().skip(done).try_fold(members, |members, step| step(members))
}

#[cfg(test)]
mod tests {
    use super::{Members, ReadError, Step, climb};
    use crate::domain::Value;

    fn noted(mut members: Members, step: &str) -> Members {
        let said = members.get("steps").and_then(Value::text).unwrap_or_default();
        let said = format!("{said}{step}");
        members.insert("steps".into(), Value::Text(said));
        members
    }

    const STEPS: [Step; 3] = [|it| Ok(noted(it, "1→2 ")), |it| Ok(noted(it, "2→3 ")), |it| Ok(noted(it, "3→4 "))];

    fn steps_from(version: u32) -> Result<String, ReadError> {
        let members = climb(&STEPS, version, Members::new())?;
        Ok(members.get("steps").and_then(Value::text).unwrap_or_default().to_owned())
    }

    #[test]
    fn a_file_goes_through_every_step_from_its_version_on() {
        assert_eq!(steps_from(1).as_deref(), Ok("1→2 2→3 3→4 "));
        assert_eq!(steps_from(3).as_deref(), Ok("3→4 "));
        for newest_or_newer in [4, 5, u32::MAX] {
            assert_eq!(steps_from(newest_or_newer).as_deref(), Ok(""));
        }
        assert_eq!(steps_from(0), Err(ReadError::damaged("version")));
    }

    #[test]
    fn a_step_that_fails_ends_the_reading() {
        let failing: [Step; 3] = [STEPS[0], |_| Err(ReadError::damaged("edits")), |_| unreachable!("not reached")];
        assert_eq!(climb(&failing, 1, Members::new()), Err(ReadError::damaged("edits")));
    }
}
