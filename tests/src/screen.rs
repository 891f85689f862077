//! The screens of the window lane. Each running test has a screen of its own, with a keyboard, a mouse and a focus.

use std::cell::OnceCell;
use std::sync::{Condvar, Mutex, PoisonError};

/// The screens that no test uses now; `None` until the first test asks.
static FREE: Mutex<Option<Vec<String>>> = Mutex::new(None);
static GIVEN_BACK: Condvar = Condvar::new();

thread_local! {
    static OF_THIS_TEST: OnceCell<Screen> = const { OnceCell::new() };
}

/// A screen in use by a test, by the name that the X server gives it, such as `:99`.
struct Screen(String);

/// The name of this test's screen, which the test keeps until its thread ends. `None` where the window lane names no
/// screens: then the only screen is that of the environment.
pub fn of_this_test() -> Option<String> {
    let named = std::env::var("VURDER_SCREENS").ok()?;
    OF_THIS_TEST.with(|screen| Some(screen.get_or_init(|| Screen::take(&named)).0.clone()))
}

impl Screen {
    /// Takes a free screen. Waits while other tests use all of them.
    fn take(named: &str) -> Screen {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let all = || named.split_whitespace().map(str::to_owned).collect();
            match free.get_or_insert_with(all).pop() {
                Some(name) => return Screen(name),
                None => free = GIVEN_BACK.wait(free).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        free.get_or_insert_default().push(std::mem::take(&mut self.0));
        GIVEN_BACK.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_screen_belongs_to_one_test_until_it_ends() {
        let named = ":1 :2";
        let first = Screen::take(named);
        let second = Screen::take(named);
        assert_ne!(first.0, second.0);
        let freed = second.0.clone();
        std::thread::scope(|scope| {
            let third = scope.spawn(|| Screen::take(named).0.clone());
            std::thread::sleep(Duration::from_millis(20));
            assert!(!third.is_finished(), "it waits while both screens are taken");
            drop(second);
            assert_eq!(third.join().ok(), Some(freed));
        });
    }
}
