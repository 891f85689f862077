//! The window opens, and it has no access to a network.

use serde_json::json;
use vurder_tests::accessibility;
use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;

#[test]
#[ignore = "run by the window lane"]
fn opens_with_its_title_and_a_heading() {
    let window = AppWindow::first_start().unwrap();
    let heading = window.wait_for("h1").unwrap();
    assert!(!window.text(&heading).unwrap().is_empty(), "the first screen has a heading in words");
    assert!(window.title().unwrap().contains("Vurder"));
}

#[test]
#[ignore = "run by the window lane"]
fn first_screen_is_accessible() {
    let window = AppWindow::first_start().unwrap();
    window.wait_for("h1").unwrap();
    assert_eq!(accessibility::violations(&window).unwrap(), Vec::<String>::new());
}

/// The page itself must refuse, wherever the tests run. Without this test, a run in an empty network namespace would
/// prove nothing about a person's computer.
#[test]
#[ignore = "run by the window lane"]
fn the_page_may_not_reach_outside() {
    let window = SharedWindow::with_sample().unwrap();
    window.wait_for("h1").unwrap();
    let script = "const done = arguments[arguments.length - 1];
        document.addEventListener('securitypolicyviolation', (e) => done(e.effectiveDirective), { once: true });
        fetch('http://127.0.0.1:9/').then(() => done('reached'), () => setTimeout(() => done('no rule'), 500));";
    assert_eq!(window.execute_async(script, &json!([])).unwrap(), "connect-src");
}

#[test]
#[ignore = "run by the window lane"]
fn a_link_does_not_carry_the_window_away() {
    let window = SharedWindow::with_sample().unwrap();
    window.wait_for("h1").unwrap();
    let script = "window.stays = true; location.href = 'http://127.0.0.1:9/'; return true";
    window.execute(script, &json!([])).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(window.execute("return window.stays", &json!([])).unwrap(), true);
}

#[test]
#[ignore = "run by the window lane"]
fn only_files_that_were_saved_here_are_opened() {
    let window = SharedWindow::with_sample().unwrap();
    window.wait_for("h1").unwrap();
    let script = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke('open_file', { path: '/etc/hostname' }).then(
            () => done('opened'), (error) => done(error.code));";
    assert_eq!(window.execute_async(script, &json!([])).unwrap(), "bad_arguments");
}

/// The window lane sets a variable when it could take the network away; then there must be none.
#[test]
#[ignore = "run by the window lane"]
fn there_is_no_network_in_this_lane() {
    if std::env::var_os("VURDER_NO_NETWORK").is_none() {
        return;
    }
    let devices = std::fs::read_to_string("/proc/net/dev").unwrap();
    let devices: Vec<&str> =
        devices.lines().skip(2).filter_map(|line| Some(line.split_once(':')?.0.trim())).collect();
    assert!(devices.iter().all(|device| *device == "lo"), "only loopback: {devices:?}");
}
