//! Joins the files of `style/` into the one stylesheet that the page asks for.
//!
//! The order is that of the names, and the first file declares the cascade layers: since every rule sits in a layer,
//! the order of two files of one layer decides nothing. Fonts get their content's hash in their name, as everything
//! else that a browser may keep for good; their licences travel with them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::policy;
use crate::run;

/// Writes `target/generated/style/`: `binome.css`, and `fonts/` beside it.
pub fn generate(root: &Path) -> Result<()> {
    let source = root.join("style");
    let out = run::generated(root).join("style");
    let fonts_out = out.join("fonts");
    // Fonts of an earlier run would be published with the new ones.
    let _ = fs::remove_dir_all(&fonts_out);
    fs::create_dir_all(&fonts_out).map_err(|error| Failure::file("Cannot make", &fonts_out, &error))?;

    let mut css = join(&stylesheets(&source)?);
    for (name, bytes) in fonts(&source.join("fonts"))? {
        let Some(stem) = name.strip_suffix(".woff2") else {
            write(&fonts_out.join(&name), &bytes)?;
            continue;
        };
        // A font that no rule names would be published and never asked for.
        if !css.contains(&format!("fonts/{name}")) {
            return Err(Failure::new(format!("No rule of style/ names fonts/{name}."))
                .mend(format!("git rm style/fonts/{stem}.woff2")));
        }
        let hashed = policy::hashed_name(&name, &bytes);
        write(&fonts_out.join(&hashed), &bytes)?;
        css = css.replace(&format!("fonts/{name}"), &format!("fonts/{hashed}"));
    }
    write(&out.join("binome.css"), css.as_bytes())
}

/// Every stylesheet with its path inside `style/`, in the order of the names.
fn stylesheets(source: &Path) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    collect(source, source, &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, source: &Path, found: &mut Vec<(String, String)>) -> Result<()> {
    for path in entries(folder)? {
        if path.is_dir() {
            collect(&path, source, found)?;
        } else if path.extension().is_some_and(|ending| ending == "css") {
            let text = fs::read_to_string(&path).map_err(|error| Failure::file("Cannot read", &path, &error))?;
            let inside = path.strip_prefix(source).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push((inside, text));
        }
    }
    Ok(())
}

/// The entries of a folder; none if it does not exist.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let listed = fs::read_dir(folder).map_err(|error| Failure::file("Cannot read", folder, &error))?;
    Ok(listed.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect())
}

/// The fonts and their licences.
fn fonts(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    for path in entries(folder)? {
        if path.extension().is_some_and(|ending| ending == "woff2" || ending == "txt") {
            let bytes = fs::read(&path).map_err(|error| Failure::file("Cannot read", &path, &error))?;
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            found.push((name, bytes));
        }
    }
    found.sort();
    Ok(found)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    // Left alone when nothing changed, so that a watching Trunk does not build in a circle.
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    fs::write(path, bytes).map_err(|error| Failure::file("Cannot write", path, &error))
}

fn join(files: &[(String, String)]) -> String {
    files.iter().map(|(_, text)| without_comments(text)).collect()
}

/// Takes comments, indentation and empty lines out; strings are left as they are.
fn without_comments(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        bare.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if rest.starts_with("/*") {
            let end = rest[2..].find("*/").map_or(rest.len(), |end| end + 4);
            rest = &rest[end..];
            continue;
        } else if rest.starts_with('/') {
            1
        } else {
            string_length(rest)
        };
        bare.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    bare.push_str(rest);
    let mut lines = String::with_capacity(bare.len());
    for line in bare.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines.push_str(line);
        lines.push('\n');
    }
    lines
}

/// The bytes of the string literal that `css` starts with, quotes included.
fn string_length(css: &str) -> usize {
    let quote = css.chars().next().unwrap_or('"');
    let mut escaped = false;
    for (at, c) in css.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_go_and_strings_stay() {
        let css = "/* why: it's needed */\n.a::before {\n  content: \"/* kept */\";\n\n  width: calc(1px / 2); /* half */\n}\n";
        assert_eq!(without_comments(css), ".a::before {\ncontent: \"/* kept */\";\nwidth: calc(1px / 2);\n}\n");
    }

    #[test]
    fn an_unclosed_comment_or_string_ends_with_the_file() {
        assert_eq!(without_comments(".a{}/* never closed"), ".a{}\n");
        assert_eq!(without_comments(".a{content:\"x"), ".a{content:\"x\n");
    }
}
