//! `docs/bad-input.md` says which bad input is tested where: what it names exists.

use std::path::Path;

use super::layering::source::rust_files;

fn root(inside: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_test_that_the_catalogue_names_exists() {
    let catalogue = read(&root("docs/bad-input.md"));
    let rows: Vec<&str> = catalogue.lines().filter(|line| line.starts_with("| ") && !line.contains("---")).collect();
    let mut named = 0;
    for row in rows.iter().filter(|row| !row.ends_with("| Test |")) {
        let tests = row.trim_end_matches(" |").rsplit(" | ").next().expect("a cell");
        let quoted = tests.split('`').skip(1).step_by(2).filter(|name| !name.starts_with("cargo "));
        let found = quoted
            .map(|name| {
                let (file, test) = name.split_once(": ").unwrap_or_else(|| panic!("{name}: no file and test"));
                let source = read(&root("tests").join(file));
                assert!(source.contains(&format!("fn {test}(")), "{file} has no {test}");
            })
            .count();
        assert!(found > 0, "no test: {row}");
        named += found;
    }
    assert!(named > 50, "{named}");
}

/// Where somebody is reached is text, whatever it looks like: an address that a person or a file brings would have to be checked before
/// it may be a link.
#[test]
fn nothing_that_people_wrote_becomes_a_link() {
    let sources = rust_files(&["src/web"]);
    let reaching: Vec<_> =
        sources.iter().filter(|source| source.words().iter().any(|word| matches!(*word, "REACH" | "reach"))).collect();
    assert!(!reaching.is_empty(), "contacts are shown somewhere");
    for source in reaching {
        let text = read(&root(&source.name));
        for to in text.split("href=").skip(1) {
            assert!(to.starts_with("Route::"), "{}: a link to {}", source.name, to.lines().next().unwrap_or_default());
        }
    }
}

/// A page opened in another tab neither reaches back nor learns where it was opened from; and an address that people typed is a link only
/// in the one component that takes web addresses alone.
#[test]
fn a_link_out_tells_the_other_page_nothing() {
    let mut found = 0;
    for source in rust_files(&["src/web"]) {
        let text = read(&root(&source.name));
        for after in text.split("target=\"_blank\"").skip(1) {
            assert!(after.trim_start().starts_with("rel=\"noopener noreferrer\""), "{}", source.name);
            found += 1;
        }
        let is_typed = source.words().contains(&"WebAddress") || source.words().contains(&"Piece");
        assert!(!is_typed || source.name.ends_with("pages/typed.rs"), "{}", source.name);
    }
    assert!(found > 1, "{found}");
}
