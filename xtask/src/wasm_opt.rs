//! Binaryen's optimiser, used where Node or the tool itself is there. Without it the page is larger, not different.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Result;
use crate::{npm, run};

/// The version that the figures of the size budget were measured with.
const VERSION: &str = "132";
/// Older ones, as distributions carry, do not know every instruction the compiler emits.
const OLDEST: u32 = 118;

/// Shrinks a module in place if it can; says so if it cannot. Never an error: the module was valid before.
pub fn shrink(root: &Path, module: &Path) -> Result<()> {
    let Some(mut optimiser) = find(root)? else {
        println!("  No wasm-opt and no Node here: the page works, and is some 10 % larger to download.");
        return Ok(());
    };
    let smaller = module.with_extension("opt");
    // Never `--all-features`: browsers refuse what it lets in. The module's own features section says what may be used.
    let done =
        run::quietly(root, "Shrinking the WebAssembly", optimiser.arg("-Oz").arg(module).arg("-o").arg(&smaller))?;
    match (size(module), size(&smaller)) {
        (Some(before), Some(after)) if done.status.success() && after > 0 && after < before => {
            if fs::rename(&smaller, module).is_ok() {
                println!(
                    "  Shrinking the WebAssembly · {} · {} → {} KB",
                    run::duration(done.took),
                    before / 1000,
                    after / 1000
                );
            }
        }
        _ => {
            let _ = fs::remove_file(&smaller);
            println!("  wasm-opt did not help, the module stays as compiled. What it said: {}", done.log.display());
        }
    }
    Ok(())
}

fn size(file: &Path) -> Option<u64> {
    fs::metadata(file).ok().map(|data| data.len())
}

/// The optimiser in the cache, on the path, or installed now through Node.
fn find(root: &Path) -> Result<Option<Command>> {
    let script = npm::place("binaryen", VERSION)?.join("bin").join("wasm-opt");
    let node = run::which("node");
    if let (Some(node), true) = (&node, script.is_file()) {
        return Ok(Some(with_script(node, &script)));
    }
    if let Some(found) = run::which("wasm-opt").filter(|program| version_of(program).is_some_and(|v| v >= OLDEST)) {
        return Ok(Some(Command::new(found)));
    }
    let Some(node) = node else { return Ok(None) };
    let _ = npm::package(root, "binaryen", VERSION)?;
    Ok(script.is_file().then(|| with_script(&node, &script)))
}

fn with_script(node: &Path, script: &Path) -> Command {
    let mut command = Command::new(node);
    command.arg(script);
    command
}

fn version_of(program: &Path) -> Option<u32> {
    // "wasm-opt version 132 (version_132)"
    run::output(Command::new(program).arg("--version"))?.split_whitespace().find_map(|word| word.parse().ok())
}
