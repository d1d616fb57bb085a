//! Random identifiers.

/// Letters and digits of identifiers: 32 of them, so that five random bits choose one without bias. Those that look alike
/// (`l`, `o`, `0`, `1`) are left out.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Sixteen letters and digits, eighty random bits: one segment of a path, a device's or a tab's name.
pub fn id() -> String {
    bytes().iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

fn bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    let strong = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !strong {
        // Identifiers are no secrets: where the browser withholds its generator, two of them still must not be the same.
        for byte in &mut bytes {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let random = (js_sys::Math::random() * 256.0) as u8;
            *byte = random;
        }
    }
    bytes
}
