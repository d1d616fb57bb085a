//! A static host on the loopback: the built page at the root, with the headers that it asks hosts for; under a sub-path as the
//! barest host would serve it; and under a moment, at which the page's clock then stands.

use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::Fault;

/// The folder under which the page is served a second time: only relative addresses work there.
pub const SUB_PATH: &str = "/sous/chemin/";

/// The folder of the moments: `/heure/<milliseconds since 1970>/`. Pages loaded from there share everything that pages keep with those of
/// the root, and their clocks begin at that moment.
pub const MOMENTS: &str = "/heure/";

/// What such a page loads first.
const CLOCK: &str = "horloge.js";

/// The running host.
pub struct Server {
    /// `http://127.0.0.1:port`.
    pub origin: String,
    asked: Arc<Mutex<Vec<String>>>,
    lost: Arc<Mutex<Option<&'static str>>>,
}

impl Server {
    /// Serves `dist` until the program ends.
    pub async fn start(dist: &Path) -> Result<Self, Fault> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (asked, lost) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<Mutex<Option<&'static str>>>::default());
        let (dist, log, gone) = (Arc::new(dist.to_owned()), Arc::clone(&asked), Arc::clone(&lost));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (dist, log, gone) = (Arc::clone(&dist), Arc::clone(&log), Arc::clone(&gone));
                // A browser that hangs up in the middle is no failure of the host.
                tokio::spawn(async move { answer(stream, &dist, &log, &gone).await.ok() });
            }
        });
        Ok(Self { origin, asked, lost })
    }

    /// From now on files whose path has these words are not there; `None`: all are again.
    pub fn lose(&self, words: Option<&'static str>) {
        if let Ok(mut lost) = self.lost.lock() {
            *lost = words;
        }
    }

    /// The paths asked for since the last call.
    pub fn take_asked(&self) -> Vec<String> {
        self.asked.lock().map(|mut asked| std::mem::take(&mut *asked)).unwrap_or_default()
    }
}

async fn answer(
    mut stream: TcpStream,
    dist: &Path,
    log: &Mutex<Vec<String>>,
    lost: &Mutex<Option<&'static str>>,
) -> std::io::Result<()> {
    let mut head = Vec::new();
    let mut buffer = [0; 4096];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            return Ok(());
        }
        head.extend_from_slice(&buffer[..read]);
    }
    let head = String::from_utf8_lossy(&head);
    let mut words = head.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split(['?', '#']).next().unwrap_or_default();
    if let Ok(mut log) = log.lock() {
        log.push(path.to_owned());
    }
    let gone = lost.lock().is_ok_and(|lost| lost.is_some_and(|words| path.contains(words)));
    let (moment, path) = at_moment(path);
    let (status, kind, body) = match (file(dist, path).filter(|_| !gone), moment) {
        (Some(file), Some(millis)) if file.ends_with(CLOCK) => ("200 OK", mime(&file), clock(millis).into_bytes()),
        (Some(file), moment) => match tokio::fs::read(&file).await {
            Ok(bytes) if moment.is_some() && file.ends_with("index.html") => {
                ("200 OK", mime(&file), with_clock(&bytes))
            }
            Ok(bytes) => ("200 OK", mime(&file), bytes),
            Err(_) => ("404 Not Found", "text/plain", b"not here".to_vec()),
        },
        (None, _) => ("404 Not Found", "text/plain", b"not here".to_vec()),
    };
    let asked_for = if path.starts_with(SUB_PATH) { String::new() } else { headers(dist) };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         {asked_for}Connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    if method != "HEAD" {
        stream.write_all(&body).await?;
    }
    stream.shutdown().await
}

/// The headers that `_headers` asks of hosts that take them, for every path.
fn headers(dist: &Path) -> String {
    let file = std::fs::read_to_string(dist.join("_headers")).unwrap_or_default();
    let every =
        file.lines().skip_while(|line| line.trim() != "/*").skip(1).take_while(|line| line.starts_with([' ', '\t']));
    every.flat_map(|line| [line.trim(), "\r\n"]).collect()
}

/// The moment that a path asks for, and the path under it.
fn at_moment(path: &str) -> (Option<i64>, &str) {
    let asked = path.strip_prefix(MOMENTS).and_then(|rest| rest.split_once('/'));
    match asked.and_then(|(millis, _)| Some((millis.parse().ok()?, &path[MOMENTS.len() + millis.len()..]))) {
        Some((millis, path)) => (Some(millis), path),
        None => (None, path),
    }
}

/// A clock that begins at a moment and goes on by a few milliseconds each time it is looked at: moments keep their order, and a whole
/// page's life lies within a minute.
fn clock(millis: i64) -> String {
    format!(
        "{{ const Real = Date; let at = {millis}; const now = () => (at += 3);
           globalThis.Date = class extends Real {{
             constructor(...given) {{ if (given.length) super(...given); else super(now()); }}
             static now() {{ return now(); }}
           }}; }}"
    )
}

/// The page with the clock before everything else.
fn with_clock(page: &[u8]) -> Vec<u8> {
    let script = format!("<head><script src=\"{CLOCK}\"></script>");
    String::from_utf8_lossy(page).replacen("<head>", &script, 1).into_bytes()
}

fn file(dist: &Path, path: &str) -> Option<PathBuf> {
    let relative = path.strip_prefix(SUB_PATH).or_else(|| path.strip_prefix('/'))?;
    let relative = if relative.is_empty() { "index.html" } else { relative };
    let inside = Path::new(relative).components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| dist.join(relative))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        _ => "text/plain; charset=utf-8",
    }
}
