//! Waiting for what the page will show: always until something is so, never for a time.

use std::time::{Duration, Instant};

use crate::Fault;

/// How long something may take before a journey calls it missing. The machine may be busy.
pub const PATIENCE: Duration = Duration::from_secs(30);

const PAUSE: Duration = Duration::from_millis(60);

/// Asks until there is an answer.
///
/// # Errors
/// `what` did not come in time; or the last error that asking met.
pub async fn until<T, F>(what: &str, mut ask: impl FnMut() -> F) -> Result<T, Fault>
where
    F: Future<Output = Result<Option<T>, Fault>>,
{
    let end = Instant::now() + PATIENCE;
    let mut last = None;
    while Instant::now() < end {
        match ask().await {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => last = None,
            Err(fault) => last = Some(fault),
        }
        tokio::time::sleep(PAUSE).await;
    }
    Err(match last {
        Some(fault) => format!("waited for: {what}; last: {fault}").into(),
        None => format!("waited {} s for: {what}", PATIENCE.as_secs()).into(),
    })
}
