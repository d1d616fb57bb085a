//! Files: handing one out, reading one that was picked or dropped.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DragEvent, File, HtmlAnchorElement, HtmlInputElement, Url};

use crate::document::file::MAX_WHOLE_BYTES;

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// Larger than any pair's file; not read at all.
    #[error("{bytes} bytes, more than a file may hold")]
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The browser could not read it: moved, removed or locked since it was picked.
    #[error("the browser could not read it")]
    Unreadable,
}

/// The browser would not make a file; the same text can still be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the browser would not make a file")]
pub struct DownloadRefused;

/// What a file that is handed out holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A pair's record.
    Json,
    /// A session for a calendar.
    Calendar,
}

/// Hands out `text` as a file.
///
/// # Errors
/// When the browser refuses. A browser that blocks downloads silently cannot be told from one that does not.
pub fn download(name: &str, kind: FileKind, text: &str) -> Result<(), DownloadRefused> {
    make_file(name, kind, text).ok_or(DownloadRefused)
}

fn make_file(name: &str, kind: FileKind, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(match kind {
        FileKind::Json => "application/json",
        FileKind::Calendar => "text/calendar;charset=utf-8",
    });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    // Firefox only follows links that are in the page.
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    leptos::task::spawn_local(async move {
        // The browser reads the address after the click returns.
        super::timer::sleep(std::time::Duration::from_mins(1)).await;
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}

/// The first file picked in an `<input type="file">`.
pub fn picked(input: &HtmlInputElement) -> Option<File> {
    input.files()?.get(0)
}

/// The first file dropped.
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// The bytes of a file.
///
/// # Errors
/// When it is larger than any pair's file, or cannot be read.
pub async fn read(file: &File) -> Result<Vec<u8>, FileFault> {
    // Sizes are whole numbers, far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let bytes = file.size() as u64;
    if bytes > MAX_WHOLE_BYTES as u64 {
        return Err(FileFault::TooLarge { bytes });
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileFault::Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
