//! What a visitor downloads, against the budgets of the project.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use crate::failure::{Failure, Result};

/// The page, its style, its script and its WebAssembly, compressed: fonts aside.
const FIRST_LOAD: u64 = 230_000;
/// What the first load may not exceed until the budget is met: the page is over it, and must not get heavier meanwhile. A ratchet:
/// lower it with every gain, and take it away once the budget holds.
const CEILING: u64 = 485_000;
/// The fonts, which are compressed already.
const FONTS: u64 = 80_000;

/// The files of a built page.
pub struct Sizes {
    files: Vec<File>,
}

struct File {
    name: String,
    raw: u64,
    brotli: u64,
}

impl File {
    fn is_font(&self) -> bool {
        self.name.starts_with("fonts/")
    }

    /// Whether it is code of later screens, fetched once the page stands.
    fn is_later(&self) -> bool {
        self.name.starts_with("split_") || self.name.starts_with("chunk_")
    }
}

impl Sizes {
    /// Bytes to download before the page can be used, fonts aside.
    pub fn first_load(&self) -> u64 {
        self.files.iter().filter(|file| !file.is_font() && !file.is_later()).map(|file| file.brotli).sum()
    }

    /// Bytes of later screens, fetched behind the first one's back.
    pub fn later(&self) -> u64 {
        self.files.iter().filter(|file| file.is_later()).map(|file| file.brotli).sum()
    }

    /// Bytes of fonts.
    pub fn fonts(&self) -> u64 {
        self.files.iter().filter(|file| file.is_font()).map(|file| file.brotli).sum()
    }

    /// How many limits hold, and how many do not.
    pub fn verdict(&self) -> (usize, usize) {
        let held = usize::from(self.first_load() <= CEILING) + usize::from(self.fonts() <= FONTS);
        (held, 2 - held)
    }

    /// The table.
    pub fn table(&self) -> String {
        let mut table = format!("{:<44} {:>9} {:>9}\n", "bytes", "raw", "brotli");
        for file in &self.files {
            let _ = writeln!(table, "{:<44} {:>9} {:>9}", file.name, file.raw, file.brotli);
        }
        for (what, bytes, budget) in
            [("first load, fonts aside", self.first_load(), FIRST_LOAD), ("fonts", self.fonts(), FONTS)]
        {
            let verdict = if bytes <= budget { "within" } else { "OVER" };
            let _ = writeln!(table, "{what:<44} {:>9} {bytes:>9}  {verdict} {budget}", "");
        }
        let _ = writeln!(table, "{:<44} {:>9} {:>9}", "later screens, fetched meanwhile", "", self.later());
        if self.first_load() > FIRST_LOAD {
            let _ = writeln!(table, "The first load is over its budget; until it is met, it may not exceed {CEILING}.");
        }
        table
    }
}

/// Prints the table of `dist/`; fails over a limit.
pub fn command(root: &Path) -> Result<ExitCode> {
    let dist = root.join("dist");
    if !dist.join("index.html").is_file() {
        return Err(Failure::new("There is no dist/ to weigh.").mend("cargo xtask build"));
    }
    let sizes = of(&dist)?;
    print!("{}", sizes.table());
    Ok(if sizes.verdict().1 == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Weighs a built page.
pub fn of(dist: &Path) -> Result<Sizes> {
    let mut files = Vec::new();
    weigh(dist, dist, &mut files)?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Sizes { files })
}

fn weigh(folder: &Path, dist: &Path, files: &mut Vec<File>) -> Result<()> {
    let listed = fs::read_dir(folder).map_err(|error| Failure::file("Cannot read", folder, &error))?;
    for path in listed.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            weigh(&path, dist, files)?;
            continue;
        }
        let name = path.strip_prefix(dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        // Read by the host, or by whoever asks for a licence: never part of a visit.
        if name == "_headers" || path.extension().is_some_and(|ending| ending == "txt") {
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| Failure::file("Cannot read", &path, &error))?;
        let raw = bytes.len() as u64;
        // A woff2 font is brotli inside.
        let brotli = if path.extension().is_some_and(|ending| ending == "woff2") { raw } else { compressed(&bytes)? };
        files.push(File { name, raw, brotli });
    }
    Ok(())
}

/// The length after brotli at its strongest, as hosts serve it.
fn compressed(bytes: &[u8]) -> Result<u64> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes).map_err(|error| Failure::new(format!("Cannot compress: {error}.")))?;
    Ok(writer.into_inner().len() as u64)
}

#[cfg(test)]
mod tests {
    use super::{CEILING, FIRST_LOAD, FONTS, File, Sizes};

    fn sizes(page: u64, font: u64) -> Sizes {
        let file = |name: &str, brotli| File { name: name.into(), raw: brotli, brotli };
        Sizes { files: vec![file("index.html", page), file("fonts/a.woff2", font)] }
    }

    #[test]
    fn fonts_have_a_budget_of_their_own() {
        assert_eq!(sizes(CEILING, FONTS).verdict(), (2, 0));
        assert_eq!(sizes(CEILING + 1, FONTS).verdict(), (1, 1));
        assert_eq!(sizes(1, FONTS + 1).verdict(), (1, 1));
    }

    #[test]
    fn later_screens_are_not_part_of_the_first_load() {
        let file = |name: &str| File { name: name.into(), raw: 7, brotli: 7 };
        let sizes = Sizes { files: vec![file("binome-1.wasm"), file("split_call-2.wasm"), file("chunk_3-4.wasm")] };
        assert_eq!((sizes.first_load(), sizes.later()), (7, 14));
    }

    #[test]
    fn a_page_over_its_budget_says_so_before_it_reaches_the_ceiling() {
        assert!(sizes(FIRST_LOAD + 1, 1).table().contains("OVER"));
        assert!(!sizes(FIRST_LOAD, 1).table().contains("OVER"));
    }
}
