//! Every screen is accessible, fits the smallest window, and shows its words in full, in the light and the dark theme.

use vurder_tests::app_window::AppWindow;
use vurder_tests::shared_window::SharedWindow;
use vurder_tests::webdriver::Driven;
use vurder_tests::{accessibility, layout, walk};

/// The smallest window that the program allows.
const SMALLEST: (u32, u32) = (1024, 700);

/// A window on a large screen.
const WIDE: (u32, u32) = (1600, 1000);

#[test]
#[ignore = "run by the window lane"]
fn every_screen_is_accessible_and_fits_the_smallest_window() {
    let window = AppWindow::first_start().unwrap();
    window.resize(SMALLEST.0, SMALLEST.1).unwrap();
    let mut wrong = Vec::new();
    let walked = walk::walk(&window, |window, screen| {
        wrong.extend(look_at(window)?.into_iter().map(|what| format!("{screen}: {what}")));
        Ok(())
    });
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
    walked.unwrap();
}

/// In a wide window, rows stand in tables, and matrices side by side.
#[test]
#[ignore = "run by the window lane"]
fn every_section_is_accessible_and_fits_a_wide_window() {
    let window = SharedWindow::with_sample().unwrap();
    window.resize(WIDE.0, WIDE.1).unwrap();
    let mut wrong = Vec::new();
    for (form, sections) in walk::SECTIONS {
        for section in sections {
            walk::go(&window, &format!("#/p/sample/form/{form}/{section}")).unwrap();
            let found = look_at(&window).unwrap();
            wrong.extend(found.into_iter().map(|what| format!("{form} {section}: {what}")));
        }
    }
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is wrong with a screen. Names, roles and sizes are the same in both themes, so only colours are tested in both.
pub(crate) fn look_at(window: &AppWindow) -> Driven<Vec<String>> {
    layout::show_theme(window, "light")?;
    window.settle()?;
    let mut wrong = accessibility::violations(window)?;
    wrong.extend(layout::faults(window)?);
    layout::show_theme(window, "dark")?;
    window.settle()?;
    let dark = accessibility::colour_violations(window)?;
    wrong.extend(dark.into_iter().map(|what| format!("dark: {what}")));
    Ok(wrong)
}
