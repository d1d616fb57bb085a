//! What a mentor and a student do, done by `WebDriver` in real browsers: `cargo run -p e2e -- --dist dist`.

mod browser;
mod engine;
mod evidence;
mod hand;
mod journeys;
mod options;
mod page;
mod poll;
mod sample;
mod screen;
mod screens;
mod server;
mod shots;
mod torture;
mod world;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use engine::Engine;
use journeys::{Journey, Outcome};
use options::Options;
use server::Server;
use world::{Stage, World};

/// Whatever goes wrong in a journey, in words for people.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// The longest that one journey may take.
const LIMIT: Duration = Duration::from_mins(5);

#[tokio::main]
async fn main() -> ExitCode {
    let options = match Options::read(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::from(2);
        }
    };
    if options.list {
        for journey in journeys::ALL {
            let engines: Vec<_> = journey.engines.iter().map(Engine::to_string).collect();
            println!("{} ({})", journey.name, engines.join(", "));
        }
        return ExitCode::SUCCESS;
    }
    match run(&options).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(2)
        }
    }
}

/// Counts of what passed and failed.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

async fn run(options: &Options) -> Result<bool, Fault> {
    let server = Arc::new(Server::start(&options.dist).await?);
    if let Some(folder) = &options.shots {
        let taken = shots::take(folder, &options.tools, &server).await?;
        println!("{taken} pictures in {}", folder.display());
        return Ok(taken > 0);
    }
    if let Some(torture) = options.torture {
        return torture::run(options, torture, &server).await;
    }
    let stranger = Arc::new(Server::start(&options.dist).await?);
    let mut total = Tally::default();
    for &engine in &options.engines {
        // WebKitGTK has no mode without a screen: it gets a virtual one, kept until its journeys are done.
        let screen = if engine == Engine::WebKit { Some(screen::Virtual::start().await?) } else { None };
        let display = screen.as_ref().map(|screen| screen.display.clone());
        let mut tally = Tally::default();
        for journey in journeys::ALL {
            if !journey.engines.contains(&engine) || !options.wants(journey.name) {
                continue;
            }
            for &locale in journey.locales {
                let stage = Stage {
                    engine,
                    locale,
                    tools: options.tools.clone(),
                    folder: PathBuf::new(),
                    display: display.clone(),
                };
                let passed = walk(journey, stage, [&server, &stranger]).await;
                *(if passed { &mut tally.passed } else { &mut tally.failed }) += 1;
            }
        }
        if tally.passed + tally.failed > 0 {
            println!("e2e {engine}: {} passed, {} failed", tally.passed, tally.failed);
        }
        total.passed += tally.passed;
        total.failed += tally.failed;
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(total.failed == 0 && total.passed > 0)
}

/// Walks one journey and prints its line.
async fn walk(journey: &Journey, mut stage: Stage, hosts: [&Arc<Server>; 2]) -> bool {
    let started = Instant::now();
    let (engine, locale) = (stage.engine, stage.locale);
    let slug = format!("{}-{}", slug(journey.name), locale.tag());
    stage.folder =
        std::env::temp_dir().join(format!("binome-e2e-{}", std::process::id())).join(format!("{engine}-{slug}"));
    let made = std::fs::create_dir_all(&stage.folder);
    let world = Arc::new(World::new(stage, hosts));
    let outcome = match made {
        Ok(()) => tokio::time::timeout(LIMIT, undisturbed(journey, &world)).await,
        Err(fault) => Ok(Err(fault.into())),
    };
    let outcome = outcome.unwrap_or_else(|_| Err(format!("not done after {} s", LIMIT.as_secs()).into()));
    let seconds = started.elapsed().as_secs_f32();
    let name = format!("{engine} {}: {}", locale.tag(), journey.name);
    let passed = match outcome {
        Ok(()) => {
            println!("  ok     {name} ({seconds:.1} s)");
            true
        }
        Err(fault) => {
            println!("  FAILED {name} ({seconds:.1} s)\n      {fault}");
            for browser in world.browsers() {
                println!("      last in {}: {}", browser.name, browser.last_step());
            }
            for path in evidence::leave(&world, &evidence_folder(), &slug).await {
                println!("      see {}", path.display());
            }
            false
        }
    };
    world.put_away().await;
    passed
}

/// A journey passes when it arrives and no page wrote an error to the console.
async fn undisturbed(journey: &Journey, world: &Arc<World>) -> Outcome {
    (journey.walk)(Arc::clone(world)).await?;
    match world.complaints().await?.as_slice() {
        [] => Ok(()),
        errors => Err(format!("errors on the console: {}", errors.join(" / ")).into()),
    }
}

/// `target/e2e`, beside the folder of this program.
fn evidence_folder() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program
        .parent()
        .and_then(|profile| profile.parent())
        .map_or_else(|| "target/e2e".into(), |target| target.join("e2e"))
}

/// The words of a name that make a file name, in few letters.
fn slug(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-").chars().take(60).collect()
}
