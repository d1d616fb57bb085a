//! A static host on this machine, with the headers that a real one is asked to send.
//!
//! It listens on the loopback only, reads files from one folder only, and answers `GET` and `HEAD` only.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

/// Browsers open several connections ahead of need; more than this many at once is not a person.
const CONNECTIONS: usize = 64;
/// The longest request head worth reading.
const HEAD: u64 = 16 * 1024;
/// How long an idle connection is kept.
const IDLE: Duration = Duration::from_secs(20);

/// Serves a folder until the process ends.
pub fn run(listener: &TcpListener, folder: &Path) {
    let site = Arc::new(Site::new(folder));
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming().flatten() {
        if open.fetch_add(1, Ordering::SeqCst) >= CONNECTIONS {
            open.fetch_sub(1, Ordering::SeqCst);
            continue;
        }
        let (site, open) = (Arc::clone(&site), Arc::clone(&open));
        thread::spawn(move || {
            // A browser that hangs up in the middle is no failure of the host.
            let _ = talk(&stream, &site);
            open.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

/// Answers the requests of one connection, one after the other.
fn talk(stream: &TcpStream, site: &Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_write_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        let answer = site.answer(&request.method, &request.target);
        let mut head = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\n", answer.status, answer.body.len());
        for (name, value) in &answer.headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        head += if request.keep { "Connection: keep-alive\r\n\r\n" } else { "Connection: close\r\n\r\n" };
        let mut writer = stream;
        writer.write_all(head.as_bytes())?;
        if request.method != "HEAD" {
            writer.write_all(&answer.body)?;
        }
        if !request.keep {
            break;
        }
    }
    Ok(())
}

struct Request {
    method: String,
    target: String,
    keep: bool,
}

/// Reads one request's head; nothing when the connection ended or what came is not HTTP.
fn read_request(reader: &mut BufReader<&TcpStream>) -> std::io::Result<Option<Request>> {
    let mut head = reader.take(HEAD);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    let mut request = Request { method: method.into(), target: target.into(), keep: version == "HTTP/1.1" };
    loop {
        let mut header = String::new();
        if head.read_line(&mut header)? == 0 {
            return Ok(None);
        }
        let header = header.trim().to_ascii_lowercase();
        if header.is_empty() {
            return Ok(Some(request));
        }
        // A body would be read as the next request: better to hang up after answering.
        if header == "connection: close" || header.starts_with("content-length:") || header.starts_with("transfer-") {
            request.keep = false;
        }
    }
}

/// What is served, and with which headers.
struct Site {
    folder: PathBuf,
}

struct Answer {
    status: &'static str,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Site {
    fn new(folder: &Path) -> Self {
        Self { folder: fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf()) }
    }

    fn answer(&self, method: &str, target: &str) -> Answer {
        if method != "GET" && method != "HEAD" {
            return Answer::plain("405 Method Not Allowed");
        }
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let Some(file) = self.file(path) else { return Answer::plain("404 Not Found") };
        let Ok(body) = fs::read(&file) else { return Answer::plain("404 Not Found") };
        let mut headers = HashMap::from([("Cache-Control".to_owned(), "no-cache".to_owned())]);
        // Read each time: the folder may have been built again since.
        let rules = fs::read_to_string(self.folder.join("_headers")).unwrap_or_default();
        headers.extend(headers_for(&rules, path));
        headers.insert("Content-Type".into(), kind(&file).into());
        Answer { status: "200 OK", headers: headers.into_iter().collect(), body }
    }

    /// The file that a path names, if it is inside the folder.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let relative = decoded(path.strip_prefix('/')?)?;
        let relative = if relative.is_empty() { "index.html" } else { &relative };
        // No `..`, no drive, no root; and no symbolic link that leads out.
        let inside = Path::new(relative).components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || relative.contains(['\\', ':', '\0']) || relative == "_headers" {
            return None;
        }
        let file = fs::canonicalize(self.folder.join(relative)).ok()?;
        (file.starts_with(&self.folder) && file.is_file()).then_some(file)
    }
}

impl Answer {
    fn plain(status: &'static str) -> Self {
        let headers = vec![("Content-Type".into(), "text/plain; charset=utf-8".into())];
        Self { status, headers, body: format!("{status}\n").into_bytes() }
    }
}

/// The headers that a `_headers` file gives to a path; later rules win.
fn headers_for(rules: &str, path: &str) -> Vec<(String, String)> {
    let mut applies = false;
    let mut headers = Vec::new();
    for line in rules.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with(char::is_whitespace) {
            if let (true, Some((name, value))) = (applies, line.trim().split_once(": ")) {
                headers.push((name.to_owned(), value.to_owned()));
            }
        } else {
            applies = matches(line.trim(), path);
        }
    }
    headers
}

/// Whether a rule's pattern, in which `*` stands for anything, is that of a path.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => {
            path.len() >= before.len() + after.len() && path.starts_with(before) && path.ends_with(after)
        }
        None => pattern == path,
    }
}

/// Percent-decodes a path.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let (high, low) = (char::from(rest.next()?).to_digit(16)?, char::from(rest.next()?).to_digit(16)?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{Site, headers_for, matches};

    /// A folder with a page, a headers file, and a secret beside it.
    fn site(name: &str) -> (PathBuf, Site) {
        let home = std::env::temp_dir().join(format!("binome-server-{}-{name}", std::process::id()));
        let dist = home.join("dist");
        fs::create_dir_all(&dist).expect("a folder to write in");
        fs::write(home.join("secret"), "secret").expect("a file");
        fs::write(dist.join("index.html"), "<p>").expect("a file");
        fs::write(dist.join("a b.wasm"), "\0asm").expect("a file");
        fs::write(dist.join("_headers"), "/*\n  X-A: 1\n/\n  X-A: 2\n").expect("a file");
        let site = Site::new(&dist);
        (home, site)
    }

    #[test]
    fn a_page_comes_with_its_kind_and_its_headers() {
        let (home, site) = site("kinds");
        let page = site.answer("GET", "/?x#y");
        assert_eq!((page.status, page.body.as_slice()), ("200 OK", b"<p>".as_slice()));
        assert!(page.headers.contains(&("X-A".into(), "2".into())));
        let module = site.answer("GET", "/a%20b.wasm");
        assert!(module.headers.contains(&("Content-Type".into(), "application/wasm".into())));
        let _ = fs::remove_dir_all(home);
    }

    #[test]
    fn nothing_outside_the_folder_is_read() {
        let (home, site) = site("outside");
        let paths = [
            "/../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "//etc/passwd",
            "/..\\secret",
            "/./../secret",
            "/%00",
            "/%zz",
            "/%",
            "secret",
            "",
            "/_headers",
            "/none",
        ];
        for path in paths {
            assert_eq!(site.answer("GET", path).status, "404 Not Found", "{path}");
        }
        assert_eq!(site.answer("POST", "/").status, "405 Method Not Allowed");
        let _ = fs::remove_dir_all(home);
    }

    #[test]
    fn patterns_have_one_star() {
        assert!(matches("/*", "/") && matches("/*.js", "/a.js") && matches("/", "/"));
        assert!(!matches("/*.js", "/a.css") && !matches("/", "/a") && !matches("/a*a", "/a"));
    }

    #[test]
    fn headers_belong_to_the_pattern_above_them() {
        let rules = "/*\n  A: 1\n/b\n  B: 2: 3\n";
        assert_eq!(headers_for(rules, "/b"), [("A".into(), "1".into()), ("B".into(), "2: 3".into())]);
        assert_eq!(headers_for(rules, "/c"), [("A".into(), "1".into())]);
    }
}
