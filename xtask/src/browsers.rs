//! The browsers of the tests and their drivers: found where they are, installed where that is allowed.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::run;

/// Where each program is; `None` only where the system has no package for it.
pub struct Browsers {
    /// Chromium and its driver.
    pub chromium: Option<(PathBuf, PathBuf)>,
    /// Firefox; its driver comes from cargo.
    pub firefox: Option<PathBuf>,
    /// WebKitGTK's driver, with the virtual screen it needs.
    pub webkit: Option<PathBuf>,
}

/// A program, the names it goes by, and the Debian packages that bring it, first choice first.
struct Wanted {
    names: &'static [&'static str],
    packages: &'static [&'static str],
}

const CHROMIUM: Wanted = Wanted {
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    packages: &["chromium", "chromium-browser"],
};
const CHROMEDRIVER: Wanted = Wanted {
    names: &["chromedriver", "chromium.chromedriver"],
    packages: &["chromium-driver", "chromium-chromedriver"],
};
const FIREFOX: Wanted = Wanted { names: &["firefox-esr", "firefox"], packages: &["firefox-esr", "firefox"] };
const WEBKIT: Wanted = Wanted { names: &["WebKitWebDriver"], packages: &["webkit2gtk-driver"] };
const SCREEN: Wanted = Wanted { names: &["Xvfb"], packages: &["xvfb"] };
/// Brings axe-core, and the optimiser of the page.
const NPM: Wanted = Wanted { names: &["npm"], packages: &["npm"] };
const ALL: [&Wanted; 6] = [&CHROMIUM, &CHROMEDRIVER, &FIREFOX, &WEBKIT, &SCREEN, &NPM];

impl Wanted {
    fn find(&self) -> Option<PathBuf> {
        self.names.iter().find_map(|name| run::which(name))
    }

    /// The first of its packages that this system knows.
    fn package(&self) -> &'static str {
        let known = |package: &&&str| {
            run::output(Command::new("apt-cache").args(["show", "--no-all-versions"]).arg(package)).is_some()
        };
        self.packages.iter().find(known).copied().unwrap_or(self.packages[0])
    }
}

/// Finds the browsers. On Debian and Ubuntu, installs what is missing where that needs no password, and otherwise says
/// the one command to type. Elsewhere, what is missing is left out, and the tests say so.
pub fn find_or_install(root: &Path) -> Result<Browsers> {
    let missing = || ALL.iter().filter(|wanted| wanted.find().is_none()).collect::<Vec<_>>();
    if !missing().is_empty() && run::which("apt-get").is_some() {
        let mut packages: Vec<&str> = missing().iter().map(|wanted| wanted.package()).collect();
        // A system without a single font has browsers that cannot measure text.
        packages.push("fonts-dejavu-core");
        install(root, "browsers", &packages)?;
        if let Some(still) = missing().first() {
            return Err(Failure::new(format!("{} was installed and is still not found.", still.names[0]))
                .mend(format!("sudo apt-get install --reinstall {}", still.packages[0])));
        }
    }
    Ok(Browsers {
        chromium: CHROMIUM.find().zip(CHROMEDRIVER.find()),
        firefox: FIREFOX.find(),
        webkit: WEBKIT.find().filter(|_| SCREEN.find().is_some()),
    })
}

/// Installs packages of this system where that needs no password, and otherwise says the one command to type.
pub fn install(root: &Path, what: &str, packages: &[&str]) -> Result<()> {
    let administrator = run::output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let sudo = !administrator && run::output(Command::new("sudo").args(["-n", "true"])).is_some();
    let by_hand =
        format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {}", packages.join(" "));
    if !administrator && !sudo {
        let why = format!("The tests need {what} that are not here, and installing them takes a password.");
        return Err(Failure::new(why).mend(by_hand));
    }
    let apt = |arguments: &[&str]| {
        let mut command = if sudo { Command::new("sudo") } else { Command::new("apt-get") };
        if sudo {
            command.args(["-n", "apt-get"]);
        }
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    // A package list that cannot be refreshed may still do.
    let _ = run::step(root, "Refreshing the list of packages", &mut apt(&["update"]));
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    let title = format!("Installing {}", packages.join(", "));
    run::step(root, &title, &mut apt(&arguments)).map_err(|failure| Failure::new(failure.to_string()).mend(by_hand))?;
    Ok(())
}
