//! Measures the start of the program until a person can work in its window, beside an empty window; and the same with
//! many passages of imported pages in the workspace.
//!
//! All are watched from outside in the same way, through the memory of a virtual screen. A window is ready at the last
//! change of its picture. The program draws its first screen when the workspace is open and has answered.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::table::Row;
use crate::timing::{Times, ms};
use crate::{Outcome, imports};

/// The width of the screen in pixels of four bytes; below, its height.
const WIDTH: usize = 1400;
const HEIGHT: usize = 900;
/// One line of this many is compared: a line of text is higher.
const EVERY: usize = 8;
/// The time without a change after which a picture is complete.
const CALM: Duration = Duration::from_millis(1200);
/// The longest time of a start; after it, the program hangs.
const LONGEST: Duration = Duration::from_secs(30);

/// Starts the empty window, the program and the program with many passages in turn, `rounds` times each.
pub(crate) fn measure(
    app: &Path,
    empty: &Path,
    workspace: &Path,
    rounds: usize,
    folder: &Path,
    rows: &mut Vec<Row>,
) -> Outcome {
    let mut screen = Screen::start(folder)?;
    let passages = imports::workspace_with_passages(folder)?;
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for round in 0..=rounds {
        let starts = [(app, workspace), (empty, workspace), (app, passages.as_path())];
        for (of, (program, workspace)) in starts.into_iter().enumerate() {
            let took = screen.time_to_picture(program, workspace, folder)?;
            // The first start of a program reads it from the disk.
            if round > 0 {
                times[of].push(took);
            }
        }
    }
    let [app, empty, many] = times.map(|times| Times::new(times).median());
    let ratio = app.as_secs_f64() / empty.as_secs_f64();
    let by_passages = many.as_secs_f64() / app.as_secs_f64();
    rows.push(Row::new("An empty window, from start to picture", ms(empty)));
    rows.push(Row::new("Vurder, from start to its first screen with the sample", ms(app)));
    rows.push(
        Row::new("  times as long as the empty window", format!("{ratio:.2}"))
            .aim("1.3", ratio <= 1.3),
    );
    let what = format!("  the same with {} passages ({by_passages:.2} times)", imports::passages());
    rows.push(Row::new(what, ms(many)).aim("1.3 times", by_passages <= 1.3));
    Ok(())
}

/// A virtual screen whose picture can be read.
struct Screen {
    server: Child,
    display: String,
    memory: File,
    picture: Vec<u8>,
}

impl Screen {
    fn start(folder: &Path) -> Outcome<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
            .arg(format!("{WIDTH}x{HEIGHT}x24"))
            .arg("-fbdir")
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| format!("Xvfb could not be started: {e}"))?;
        let mut number = String::new();
        if let Some(stdout) = server.stdout.as_mut() {
            BufReader::new(stdout).read_line(&mut number)?;
        }
        if number.trim().is_empty() {
            return Err("Xvfb gives no screen".into());
        }
        let memory = File::open(folder.join("Xvfb_screen0"))?;
        Ok(Self { server, display: format!(":{}", number.trim()), memory, picture: Vec::new() })
    }

    /// Starts a program, waits until its picture no longer changes, and ends it. Returns when the picture was complete.
    fn time_to_picture(
        &mut self,
        program: &Path,
        workspace: &Path,
        folder: &Path,
    ) -> Outcome<Duration> {
        let home = folder.join("home");
        std::fs::create_dir_all(&home)?;
        self.changed()?;
        let start = Instant::now();
        let mut child = Command::new(program)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("VURDER_WORKSPACE", workspace)
            .env("HOME", &home)
            .env("XDG_DATA_HOME", &home)
            .env("XDG_CONFIG_HOME", &home)
            .env("XDG_CACHE_HOME", &home)
            .env("LC_ALL", "C.UTF-8")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| format!("{}: {e}", program.display()))?;
        let mut last = None;
        let picture = loop {
            std::thread::sleep(Duration::from_millis(2));
            let now = start.elapsed();
            if self.changed()? {
                last = Some(now);
            }
            match last {
                Some(last) if now - last > CALM => break Ok(last),
                _ if now > LONGEST => break Err("the picture does not come to rest"),
                _ => {}
            }
            if child.try_wait()?.is_some() {
                break Err("it ended by itself");
            }
        };
        child.kill()?;
        child.wait()?;
        // The window and the processes of its webview are gone before the next start.
        std::thread::sleep(Duration::from_millis(400));
        picture.map_err(|what| format!("{}: {what}", program.display()).into())
    }

    /// Whether the picture changed since the last call.
    fn changed(&mut self) -> Outcome<bool> {
        let size = self.memory.metadata()?.len() as usize;
        let header = size.saturating_sub(WIDTH * HEIGHT * 4);
        let mut seen = vec![0; WIDTH * 4 * (HEIGHT / EVERY)];
        for (at, line) in seen.chunks_mut(WIDTH * 4).enumerate() {
            let from = header + at * EVERY * WIDTH * 4;
            self.memory.seek(SeekFrom::Start(from as u64))?;
            self.memory.read_exact(line)?;
        }
        let changed = seen != self.picture;
        self.picture = seen;
        Ok(changed)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // The screen may have been ended already; in both cases it is gone.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
