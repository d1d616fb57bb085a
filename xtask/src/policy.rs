//! What the build says about its own bytes: hashed names, integrity values, the security policy.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::html;

/// `name-<16 hexadecimal digits>.ending`: a name that changes whenever the bytes do.
pub fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let hash = digest.iter().take(8).fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    });
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash}.{ending}"),
        None => format!("{name}-{hash}"),
    }
}

/// The value of an `integrity` attribute.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The policy that a page with these inline scripts can run under.
pub fn content_security(page: &str) -> String {
    let mut scripts = String::from("script-src 'self' 'wasm-unsafe-eval'");
    for script in html::inline_scripts(page) {
        let _ = write!(scripts, " 'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())));
    }
    let rest = "style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
                worker-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'";
    format!("default-src 'none'; {scripts}; {rest}")
}

/// The file of headers that several static hosts read. The page carries the policy too, for those that do not;
/// what cannot be said in a page, such as who may frame it, is only here.
pub fn headers(policy: &str) -> String {
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  Permissions-Policy: {PERMISSIONS}\n  Cross-Origin-Opener-Policy: same-origin\n\
         /\n  Cache-Control: no-cache\n/index.html\n  Cache-Control: no-cache\n\
         /*.css\n  Cache-Control: {FOR_GOOD}\n/*.js\n  Cache-Control: {FOR_GOOD}\n/*.wasm\n  Cache-Control: {FOR_GOOD}\n\
         /fonts/*\n  Cache-Control: {FOR_GOOD}\n"
    )
}

/// The names of these files change with their bytes, so they never need asking for again.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Powerful features the page never asks for.
const PERMISSIONS: &str = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

#[cfg(test)]
mod tests {
    use super::{content_security, hashed_name, integrity};

    #[test]
    fn a_name_changes_with_the_bytes() {
        assert_eq!(hashed_name("a.woff2", b""), "a-e3b0c44298fc1c14.woff2");
        assert_ne!(hashed_name("a.woff2", b"x"), hashed_name("a.woff2", b"y"));
    }

    #[test]
    fn integrity_is_what_browsers_compute() {
        // The example of the W3C's recommendation.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn every_inline_script_is_allowed_by_its_hash_and_no_other() {
        let policy = content_security("<script>a</script><script src=\"b.js\"></script>");
        assert!(policy.contains("'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"), "{policy}");
        assert_eq!(policy.matches("sha256-").count(), 1);
        assert!(!policy.contains("unsafe-inline"));
    }
}
