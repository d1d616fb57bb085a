//! The input as lines, for the targets whose bytes are paths and values by turns.

use binome::domain::Value;

/// What is left of the input.
pub struct Lines<'a>(pub &'a [u8]);

impl<'a> Lines<'a> {
    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// The text up to the next line end.
    pub fn line(&mut self) -> Option<&'a str> {
        let end = self.0.iter().position(|byte| *byte == b'\n').unwrap_or(self.0.len());
        let (line, rest) = self.0.split_at(end);
        self.0 = rest.get(1..).unwrap_or_default();
        std::str::from_utf8(line).ok()
    }

    /// A value: JSON where the line is JSON, its text otherwise.
    pub fn value(&mut self) -> Option<Value> {
        let line = self.line()?;
        Some(serde_json::from_str(line).unwrap_or_else(|_| Value::from(line)))
    }
}
