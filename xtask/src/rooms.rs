//! The rooms: the parts of the project whose checks can be run alone, such as `cargo xtask test model`.

/// A part of the project with checks of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// A crate of the domain or of the command line, by the name of its package.
    Crate(&'static str),
    /// The interface, `ui/`.
    Ui,
    /// The desktop app around the interface, `src-tauri/`.
    Shell,
    /// The real window, driven from `tests/`.
    Window,
}

/// Each room by the name that a person types.
pub(crate) const ROOMS: &[(&str, Room)] = &[
    ("model", Room::Crate("vurder-model")),
    ("content", Room::Crate("vurder-content")),
    ("import", Room::Crate("vurder-import")),
    ("workspace", Room::Crate("vurder-workspace")),
    ("report", Room::Crate("vurder-report")),
    ("remarks", Room::Crate("vurder-remarks")),
    ("spelling", Room::Crate("vurder-spelling")),
    ("app", Room::Crate("vurder-app")),
    ("cli", Room::Crate("vurder-cli")),
    ("launch", Room::Crate("vurder-launch")),
    ("ui", Room::Ui),
    ("shell", Room::Shell),
    ("window", Room::Window),
    ("xtask", Room::Crate("xtask")),
];

/// The room with this name.
///
/// # Errors
/// A message with all names of rooms.
pub(crate) fn named(name: &str) -> Result<Room, String> {
    let found = ROOMS.iter().find(|(room, _)| *room == name);
    found.map(|(_, room)| *room).ok_or_else(|| {
        let names: Vec<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
        format!(
            "there is no room \"{name}\". The rooms are: {}.\nNext: cargo xtask test ROOM, or cargo xtask test for all",
            names.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_unknown_room_is_answered_with_all_rooms() {
        assert_eq!(named("shell").unwrap(), Room::Shell);
        let message = named("kitchen").unwrap_err();
        assert!(
            message.contains(
                "model, content, import, workspace, report, remarks, spelling, app, cli, launch, ui, \
                 shell, window, xtask"
            ),
            "{message}"
        );
    }
}
