//! Makes `dist/`: what a static host serves, at whatever address.
//!
//! Trunk compiles and links the page into a staging folder. Then the WebAssembly is shrunk where that is possible, the
//! files that changed get new names, and integrity values and the security policy are computed over the final bytes.
//! `dist/` itself is only replaced when all of that went well.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::split::{self, Pieces};
use crate::{cache, html, policy, run, size, tools};

/// How the page is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// As visitors get it; takes minutes.
    Release,
    /// Not optimised, for a quick look.
    Dev,
}

/// Builds the page as visitors get it, and says where it is.
pub fn build(root: &Path) -> Result<PathBuf> {
    build_as(root, Profile::Release)
}

/// Builds the page into `dist/`.
pub fn build_as(root: &Path, profile: Profile) -> Result<PathBuf> {
    let tools = tools::page(root)?;
    fetch(root)?;
    let _alone = cache::lock_in(&run::generated(root), "Another run is building the page here")?;
    let stage = run::generated(root).join("dist");
    let _ = fs::remove_dir_all(&stage);
    let mut trunk = Command::new("trunk");
    trunk
        .current_dir(root)
        .args(["build", "--offline", "--locked", "--public-url", "./", "--dist"])
        .arg(&stage)
        .env("PATH", tools.path())
        // Trunk refuses the value "1", which is what everybody sets.
        .env_remove("NO_COLOR");
    let title = match profile {
        Profile::Release => "Building the page",
        Profile::Dev => "Building the page, not optimised",
    };
    if profile == Profile::Release {
        trunk.arg("--release").env(split::VARIABLE, split::FLAGS);
    }
    run::step(root, title, &mut trunk)?;
    finish(root, &stage, profile)?;

    let dist = root.join("dist");
    let _ = fs::remove_dir_all(&dist);
    fs::rename(&stage, &dist).map_err(|error| Failure::file("Cannot replace", &dist, &error))?;
    match profile {
        Profile::Release => {
            let first = size::of(&dist)?.first_load();
            println!("  dist/ is ready: {} KB to download before the page can be used, fonts aside.", first / 1000);
        }
        Profile::Dev => println!("  dist/ is ready, to look at and not to publish."),
    }
    Ok(dist)
}

/// Brings in the sources of the dependencies, unless they are all here.
fn fetch(root: &Path) -> Result<()> {
    let fetched = |offline: bool| {
        let mut command = Command::new("cargo");
        command.current_dir(root).args(["fetch", "--locked"]);
        if offline {
            command.arg("--offline");
        }
        command
    };
    if run::quietly(root, "Looking for sources", &mut fetched(true))?.status.success() {
        return Ok(());
    }
    run::step(root, "Fetching sources", &mut fetched(false))
        .map_err(|failure| Failure::new(failure.to_string()).mend("cargo fetch --locked"))?;
    Ok(())
}

/// Everything after Trunk.
fn finish(root: &Path, stage: &Path, profile: Profile) -> Result<()> {
    let index = stage.join("index.html");
    let mut page = read_text(&index)?.replace("\r\n", "\n");
    let wasm = the_one(stage, "wasm")?;
    let glue = the_one(stage, "js")?;
    if profile == Profile::Release {
        page = with_pieces(&page, stage, &wasm, &glue, &split::cut(root)?)?;
    } else {
        // The glue names the module, so the module's new name comes first.
        let (old, new) = rename_by_hash(&wasm, "binome.wasm")?;
        page = page.replace(&old, &new);
        let bindings = read_text(&glue)?.replace(&old, &new);
        write(&glue, &bindings)?;
        let (old, new) = rename_by_hash(&glue, "binome.js")?;
        page = page.replace(&old, &new);
    }

    page = with_integrity(&without_comments(&page), stage)?;
    let csp = policy::content_security(&page);
    page = with_policy(&page, &csp)?;
    write(&index, &page)?;
    write(&stage.join("_headers"), &policy::headers(&csp))
}

/// Puts the pieces of a cut page in the place of the whole one that Trunk left, each named after its bytes.
fn with_pieces(page: &str, stage: &Path, wasm: &Path, glue: &Path, pieces: &Pieces) -> Result<String> {
    let (whole, whole_glue) = (file_name(wasm), file_name(glue));
    for left in [wasm, glue] {
        fs::remove_file(left).map_err(|error| Failure::file("Cannot remove", left, &error))?;
    }
    let (mut bindings, mut links) = (read_text(&pieces.glue)?, read_text(&pieces.links)?);
    let mut page = page.to_owned();
    for part in pieces.parts.iter().chain([&pieces.main]) {
        let bytes = fs::read(part).map_err(|error| Failure::file("Cannot read", part, &error))?;
        let (old, plain) = (file_name(part), file_name(part).replace("_bg.", "."));
        let new = policy::hashed_name(&plain, &bytes);
        let path = stage.join(&new);
        fs::write(&path, &bytes).map_err(|error| Failure::file("Cannot write", &path, &error))?;
        links = links.replace(&old, &new);
        if *part == pieces.main {
            bindings = bindings.replace(&old, &new);
            page = page.replace(&whole, &new);
        }
    }
    // Each script names the other, so both are named after the two together, as they are before.
    let both = format!("{bindings}{links}");
    let (glue, loader) =
        (policy::hashed_name("binome.js", both.as_bytes()), policy::hashed_name("parts.js", both.as_bytes()));
    write(&stage.join(&glue), &bindings.replace(&imported(split::LINKS), &imported(&loader)))?;
    write(&stage.join(&loader), &links.replace("binome.js", &glue))?;
    Ok(page.replace(&whole_glue, &glue))
}

/// How a script imports another of its folder. The module knows its imports by the same name, which must stay.
fn imported(name: &str) -> String {
    format!("from \"./{name}\"")
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The only file of that ending at the top of the folder.
fn the_one(folder: &Path, ending: &str) -> Result<PathBuf> {
    let listed = fs::read_dir(folder).map_err(|error| Failure::file("Cannot read", folder, &error))?;
    let mut found = listed
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|known| known == ending));
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only),
        _ => Err(Failure::new(format!("Trunk should have made exactly one .{ending} file in {}.", folder.display()))),
    }
}

/// Names a file after its bytes; the old name and the new.
fn rename_by_hash(file: &Path, plain: &str) -> Result<(String, String)> {
    let bytes = fs::read(file).map_err(|error| Failure::file("Cannot read", file, &error))?;
    let old = file_name(file);
    let new = policy::hashed_name(plain, &bytes);
    fs::rename(file, file.with_file_name(&new)).map_err(|error| Failure::file("Cannot rename", file, &error))?;
    Ok((old, new))
}

/// Computes again every integrity value that Trunk wrote, over the bytes as they are now.
fn with_integrity(page: &str, folder: &Path) -> Result<String> {
    let mut done = page.to_owned();
    // From the last to the first, so that the places of those before stay right.
    for tag in html::tags(page).iter().rev() {
        let Some(place) = tag.value("integrity") else { continue };
        let Some(address) = tag.value("href").or_else(|| tag.value("src")) else { continue };
        let file = folder.join(page[address].trim_start_matches("./"));
        let bytes = fs::read(&file).map_err(|error| Failure::file("Cannot read", &file, &error))?;
        done.replace_range(place, &policy::integrity(&bytes));
    }
    Ok(done)
}

/// Puts the policy before anything that it governs: right after the encoding.
fn with_policy(page: &str, csp: &str) -> Result<String> {
    let after = html::tags(page)
        .iter()
        .find(|tag| tag.name == "meta" && tag.has("charset"))
        .map(|tag| tag.range.end)
        .ok_or_else(|| Failure::new("index.html does not begin its head with <meta charset>."))?;
    let (before, rest) = page.split_at(after);
    Ok(format!("{before}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{csp}\">{rest}"))
}

/// What is written for the people who read `index.html` is not sent to those who open it.
fn without_comments(page: &str) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(start) = rest.find("<!--") {
        kept.push_str(rest[..start].trim_end_matches([' ', '\n']));
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    kept.push_str(rest);
    kept
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| Failure::file("Cannot read", path, &error))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(|error| Failure::file("Cannot write", path, &error))
}

#[cfg(test)]
mod tests {
    use super::{with_policy, without_comments};

    #[test]
    fn the_policy_comes_right_after_the_encoding() {
        let page = with_policy("<head><meta charset=\"utf-8\"><script>1</script></head>", "default-src 'none'");
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        assert_eq!(
            page.unwrap_or_default(),
            format!("<head><meta charset=\"utf-8\">\n{policy}<script>1</script></head>")
        );
    }

    #[test]
    fn a_page_without_encoding_is_refused() {
        assert!(with_policy("<head></head>", "").is_err());
    }

    #[test]
    fn comments_do_not_travel() {
        assert_eq!(without_comments("<p>a</p>\n  <!-- why -->\n<p>b</p>"), "<p>a</p>\n<p>b</p>");
    }
}
