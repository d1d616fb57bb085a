//! A virtual screen for the browser that needs one.

use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::Fault;

/// A running Xvfb; it ends with this value.
pub struct Virtual {
    _process: Child,
    /// `:99`, the value of DISPLAY.
    pub display: String,
}

impl Virtual {
    /// Starts one under a number that nobody uses.
    pub async fn start() -> Result<Self, Fault> {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|fault| format!("Xvfb: {fault}"))?;
        let output = process.stdout.take().ok_or("Xvfb has no output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).await?;
        Ok(Self { _process: process, display: format!(":{}", line.trim()) })
    }
}
