//! The checksum before the values of local storage: what somebody or something else changed does not pass for ours.

use sha2::{Digest, Sha256};

/// The JSON of a stored text, when its checksum is right.
pub fn checked(text: &str) -> Option<&str> {
    let (sum, json) = text.split_once(' ')?;
    (sum == checksum(json)).then_some(json)
}

/// The first 64 bits of the text's SHA-256, as 16 hexadecimal digits.
pub fn checksum(json: &str) -> String {
    use std::fmt::Write as _;
    let mut digits = String::with_capacity(16);
    for byte in &Sha256::digest(json)[..8] {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}
