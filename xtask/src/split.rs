//! Cuts the compiled page into the part that is downloaded first and those that follow (docs/adr/0007).
//!
//! The compiler leaves everything in one module, with its relocations; `wasm-split-cli` cuts it at the functions that
//! `web::pages::parts` marks, and the bindings are generated anew for what remains.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::{run, tools, wasm_opt};

/// What the compiler is told so that the module can be cut. They replace those of `.cargo/config.toml`, which they repeat.
pub const FLAGS: &str = "--cfg=erase_components --cfg=lazy_screens -Clink-args=--emit-relocs";
/// The variable they go in: for the page alone, so that programs of this machine are not compiled anew.
pub const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
/// The script that fetches the parts, as the tool names it.
pub const LINKS: &str = "__wasm_split.js";

/// The pieces of a cut page, in a folder of their own.
pub struct Pieces {
    /// The module that is downloaded first.
    pub main: PathBuf,
    /// The bindings' script, which imports [`Self::links`].
    pub glue: PathBuf,
    /// The script that fetches the parts, which imports [`Self::glue`].
    pub links: PathBuf,
    /// The parts.
    pub parts: Vec<PathBuf>,
}

/// Cuts the module that the last release build left.
pub fn cut(root: &Path) -> Result<Pieces> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let module = root.join(target).join(tools::WASM).join("release").join("binome.wasm");
    let folder = run::generated(root).join("split");
    let _ = fs::remove_dir_all(&folder);
    let cut = tools::splitter(root)?;
    run::step(
        root,
        "Cutting the page into parts",
        Command::new(cut).arg(&module).arg(&folder).args(["--out-name", "binome"]),
    )?;
    let bound = folder.join("bound");
    let mut bind = Command::new(tools::bindings(root)?.join(tools::executable("wasm-bindgen")));
    // The parts work on the first one's memory and table, which the linker exports.
    bind.args(["--keep-lld-exports", "--target", "web", "--no-typescript", "--out-name", "binome", "--out-dir"])
        .arg(&bound);
    run::step(root, "Binding the first part", bind.arg(folder.join("binome.wasm")))?;
    let listed = fs::read_dir(&folder).map_err(|error| Failure::file("Cannot read", &folder, &error))?;
    let mut parts: Vec<PathBuf> = listed
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "wasm"))
        .filter(|path| path.file_name().is_some_and(|name| name != "binome.wasm"))
        .collect();
    parts.sort();
    let main = bound.join("binome_bg.wasm");
    for module in parts.iter().chain([&main]) {
        wasm_opt::shrink(root, module)?;
    }
    Ok(Pieces { main, glue: bound.join("binome.js"), links: folder.join(LINKS), parts })
}
