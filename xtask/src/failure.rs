//! Why a command stopped, and the one command that mends it.

use std::fmt;
use std::path::Path;

/// The result of anything a command does.
pub type Result<T> = std::result::Result<T, Failure>;

/// Why a command stopped: what happened, and what to type next where one command mends it.
#[derive(Debug)]
pub struct Failure {
    what: String,
    mend: Option<String>,
}

impl Failure {
    /// A failure told in one sentence.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), mend: None }
    }

    /// Something the file system refused, with the path it refused it on.
    pub fn file(doing: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(format!("{doing} {}: {error}.", path.display()))
    }

    /// Adds the command that mends it.
    #[must_use]
    pub fn mend(mut self, command: impl Into<String>) -> Self {
        self.mend = Some(command.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.mend {
            Some(command) => write!(f, "\nTo mend it:  {command}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Failure {}
