//! `cargo xtask associate`: opens `.vurder` files with the program built here, for one person and without a package.
//!
//! The deb and the rpm install the same two files. Only Linux needs this: on Windows and macOS, the installers tell the
//! system.

use crate::{Outcome, house, process};
use std::fs;
use std::path::{Path, PathBuf};

/// The menu entry. The packages contain it without change.
const ENTRY: &str = "packaging/linux/vurder.desktop";
/// The description of the file type.
const TYPE: &str = "packaging/linux/vurder.xml";
/// The name of the files in the person's folders: entry, file type and icon.
const NAME: &str = "vurder";

/// The paths of the person's own files.
struct Places {
    entry: PathBuf,
    kind: PathBuf,
    icon: PathBuf,
    data: PathBuf,
}

impl Places {
    fn within(data: PathBuf) -> Places {
        Places {
            entry: data.join("applications").join(format!("{NAME}.desktop")),
            kind: data.join("mime/packages").join(format!("{NAME}.xml")),
            icon: data.join("icons/hicolor/scalable/apps").join(format!("{NAME}.svg")),
            data,
        }
    }
}

/// Writes the menu entry, the file type and the icon for the person, or removes them.
///
/// # Errors
/// On other systems, where no program is built yet, or the system's error about a file.
pub(crate) fn associate(remove: bool) -> Outcome {
    if !cfg!(target_os = "linux") {
        return Err("only on Linux: elsewhere the installers do this".to_owned());
    }
    let places = Places::within(person_data()?);
    if remove {
        for file in [&places.entry, &places.kind, &places.icon] {
            if file.exists() {
                fs::remove_file(file).map_err(|error| format!("{}: {error}", file.display()))?;
                println!("Removed {}", file.display());
            }
        }
    } else {
        let program = ["release", "quick", "debug"]
            .map(|profile| house::program(profile, NAME))
            .into_iter()
            .find(|program| program.is_file())
            .ok_or("no program is built yet. Next: cargo xtask run")?;
        write(&places.entry, entry_for(&house::read(ENTRY)?, &program).as_bytes())?;
        write(&places.kind, house::read(TYPE)?.as_bytes())?;
        write(&places.icon, house::read("icons/vurder.svg")?.as_bytes())?;
        println!("Files named *.vurder now open with {}", program.display());
        println!("cargo xtask associate --remove takes that back.");
    }
    tell_desktop(&places);
    Ok(())
}

/// The folder of the person's own data.
fn person_data() -> Outcome<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("XDG_DATA_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".local/share")))
        .ok_or_else(|| "there is no home folder".to_owned())
}

fn write(file: &Path, bytes: &[u8]) -> Outcome {
    let fault = |error| format!("{}: {error}", file.display());
    file.parent().map_or(Ok(()), fs::create_dir_all).map_err(fault)?;
    fs::write(file, bytes).map_err(fault)?;
    println!("Wrote {}", file.display());
    Ok(())
}

/// The menu entry with the full path of the program, since the person's search path may not have it.
fn entry_for(entry: &str, program: &Path) -> String {
    let named = program.to_string_lossy();
    // The specification of desktop entries: these four characters are escaped within quotes, and in the resulting
    // string every backslash is written twice.
    let mut quoted = String::new();
    for letter in named.chars() {
        if matches!(letter, '"' | '`' | '$' | '\\') {
            quoted.push_str(r"\\");
        }
        if letter == '\\' {
            quoted.push('\\');
        }
        if letter == '%' {
            quoted.push('%');
        }
        quoted.push(letter);
    }
    entry.replace(&format!("Exec={NAME} "), &format!("Exec=\"{quoted}\" "))
}

/// Makes the desktop read the new files. Where these programs are missing, the desktop reads the files at the next
/// login.
fn tell_desktop(places: &Places) {
    let updates = [
        ("update-mime-database", places.data.join("mime")),
        ("update-desktop-database", places.data.join("applications")),
    ];
    for (program, folder) in updates {
        if process::is_there(program) && folder.is_dir() {
            let mut update = process::command(program, &[]);
            if let Err(error) = process::run(update.arg(&folder)) {
                println!("{error}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_packages_and_the_program_name_one_type() {
        let (entry, kind) = (house::read(ENTRY).unwrap(), house::read(TYPE).unwrap());
        let bundle: serde_json::Value =
            serde_json::from_str(&house::read("tauri.conf.json").unwrap()).unwrap();
        let bundle = &bundle["bundle"];
        let known = bundle["fileAssociations"][0]["mimeType"].as_str().unwrap();
        assert!(entry.contains(&format!("MimeType={known};")), "{entry}");
        assert!(kind.contains(&format!("type=\"{known}\"")), "{kind}");
        assert!(kind.contains("*.vurder"), "{kind}");
        for package in ["deb", "rpm"] {
            let package = &bundle["linux"][package];
            assert_eq!(package["desktopTemplate"], ENTRY);
            assert_eq!(package["files"]["/usr/share/mime/packages/vurder.xml"], TYPE);
        }
        assert_eq!(bundle["fileAssociations"][0]["ext"][0], "vurder");
    }

    #[test]
    fn the_program_is_named_by_its_path_whatever_stands_in_it() {
        let entry = house::read(ENTRY).unwrap();
        let plain = entry_for(&entry, Path::new("/home/kari/My programs/vurder"));
        assert!(plain.contains("Exec=\"/home/kari/My programs/vurder\" %f\n"), "{plain}");
        let strange = entry_for(&entry, Path::new("/a$b/50%/vurder"));
        assert!(strange.contains("Exec=\"/a\\\\$b/50%%/vurder\" %f\n"), "{strange}");
    }

    #[test]
    fn a_workspace_is_known_by_what_it_holds_too() {
        if !process::is_there("update-mime-database") {
            return;
        }
        let folder = house::target().join("associate-test");
        let places = Places::within(folder.clone());
        write(&places.kind, house::read(TYPE).unwrap().as_bytes()).unwrap();
        tell_desktop(&places);
        let globs = fs::read_to_string(folder.join("mime/globs2")).unwrap();
        assert!(globs.contains(":application/x-vurder:*.vurder"), "{globs}");
        let magic = fs::read(folder.join("mime/magic")).unwrap();
        let magic = String::from_utf8_lossy(&magic).into_owned();
        assert!(magic.contains("[70:application/x-vurder]") && magic.contains("Vurd"), "{magic}");
        fs::remove_dir_all(folder).unwrap();
    }
}
