//! Rust sources, read just enough to know which paths and words their code has: comments and strings left out.

use std::fs;
use std::path::Path;

/// A source file.
pub struct Source {
    /// Its path from the top of the repository.
    pub name: String,
    /// Its text, with comments and the insides of strings blanked.
    pub code: String,
}

impl Source {
    /// Reads a text as if it were the file of that name.
    pub fn new(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), code: code_only(text) }
    }

    /// The room of the crate it is in; empty at the crate's own door.
    pub fn room(&self) -> &str {
        self.modules().first().copied().unwrap_or_default()
    }

    /// Its module path: `["domain", "goal"]` for `src/domain/goal.rs`.
    fn modules(&self) -> Vec<&str> {
        let inside = self.name.strip_prefix("src/").unwrap_or_default();
        let inside = inside.strip_suffix(".rs").unwrap_or(inside);
        inside.split('/').filter(|part| !matches!(*part, "" | "mod" | "lib" | "main")).collect()
    }

    /// The room that a path leads to, from this file.
    pub fn room_named_by<'a>(&self, path: &[&str], rooms: &[&'a str]) -> Option<&'a str> {
        let ups = path.iter().take_while(|part| **part == "super").count();
        let named = match path {
            ["crate" | "binome", room, ..] => room,
            // Inside an inline module one more `super` is needed, never one less.
            _ if ups > 0 && ups >= self.modules().len() => path.get(ups)?,
            _ => return None,
        };
        rooms.iter().find(|room| *room == named).copied()
    }

    /// Every path the code has, trees of `use` spread out.
    pub fn paths(&self) -> Vec<Vec<String>> {
        let tokens = tokens(&self.code);
        let mut paths = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if is_word(tokens[at]) {
                at = spread(&tokens, at, &mut Vec::new(), &mut paths);
            } else {
                at += 1;
            }
        }
        paths
    }

    /// Every word of the code.
    pub fn words(&self) -> Vec<&str> {
        tokens(&self.code).into_iter().filter(|token| is_word(token)).collect()
    }
}

/// The sources of the crate.
pub fn crate_sources() -> Vec<Source> {
    rust_files(&["src"])
}

/// The Rust files of some folders.
pub fn rust_files(folders: &[&str]) -> Vec<Source> {
    // Asked when running: clones that share a target folder share this program too.
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&root);
    let mut sources = Vec::new();
    for folder in folders {
        collect(&root.join(folder), folder, &mut sources);
    }
    sources
}

fn collect(folder: &Path, name: &str, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = format!("{name}/{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            collect(&path, &name, sources);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
            sources.push(Source::new(&name, &text));
        }
    }
}

/// The files that no `mod` declares.
pub fn forgotten(folders: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for top in folders {
        let sources = rust_files(&[top]);
        for source in &sources {
            let inside = source.name.trim_start_matches(top).trim_start_matches('/');
            let module = inside.trim_end_matches(".rs").trim_end_matches("/mod");
            if matches!(module, "main" | "lib" | "mod") {
                continue;
            }
            let (parent, own) = module.rsplit_once('/').unwrap_or(("", module));
            let parents = if parent.is_empty() {
                vec![format!("{top}/lib.rs"), format!("{top}/main.rs")]
            } else {
                vec![format!("{top}/{parent}.rs"), format!("{top}/{parent}/mod.rs")]
            };
            let declared = sources
                .iter()
                .filter(|source| parents.contains(&source.name))
                .any(|source| tokens(&source.code).windows(3).any(|three| three == ["mod", own, ";"]));
            if !declared {
                found.push(source.name.clone());
            }
        }
    }
    found
}

/// Follows the path that starts at a token, into every branch of its tree; where it ends.
fn spread(tokens: &[&str], mut at: usize, before: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> usize {
    let depth = before.len();
    loop {
        before.push(tokens[at].to_owned());
        at += 1;
        if tokens.get(at) != Some(&"::") {
            paths.push(before.clone());
            break;
        }
        at += 1;
        match tokens.get(at) {
            Some(&"{") => {
                at += 1;
                while let Some(token) = tokens.get(at).filter(|token| **token != "}") {
                    at = if is_word(token) || *token == "*" { spread(tokens, at, before, paths) } else { at + 1 };
                }
                at += 1;
                break;
            }
            Some(token) if is_word(token) || *token == "*" => {}
            // A turbofish, or the end of the file.
            _ => {
                paths.push(before.clone());
                break;
            }
        }
    }
    before.truncate(depth);
    at
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Words, `::`, and every other character by itself.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    tokens
}

/// Blanks comments and the insides of string and character literals.
fn code_only(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    let mut previous = ' ';
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if first == '"' {
            string(rest)
        } else if first == 'r' && !previous.is_alphanumeric() && previous != '_' {
            raw_string(rest)
        } else if first == '\'' {
            character(rest)
        } else {
            0
        };
        if skipped > 0 {
            // A literal leaves its quotes, so that what is around it stays apart.
            code.push_str(if matches!(first, '"' | 'r' | '\'') { "\"\"" } else { " " });
            rest = &rest[skipped..];
            previous = ' ';
        } else {
            code.push(first);
            rest = &rest[first.len_utf8()..];
            previous = first;
        }
    }
    code
}

/// The bytes of the block comment that `text` starts with; they nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The bytes of the raw string that `text` starts with, or 0 if it starts with a word.
fn raw_string(text: &str) -> usize {
    let hashes = text[1..].chars().take_while(|c| *c == '#').count();
    if !text[1 + hashes..].starts_with('"') {
        return 0;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let body = 2 + hashes;
    text[body..].find(&end).map_or(text.len(), |at| body + at + end.len())
}

/// The bytes of the character literal, or of the lifetime, that `text` starts with.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), _) => text[3..].find('\'').map_or(text.len(), |at| at + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1 + text[1..].find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len() - 1),
    }
}
