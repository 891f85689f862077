//! Finds out whether a file is on another computer. A database on a network share is only as safe as the locks of the
//! share.

use std::path::Path;

/// The share on which a file is: the kind of file system on Linux, such as `nfs4`; the server and its folder on
/// Windows. `None` if it is on a disk of this computer, or if the system does not say.
pub(crate) fn share_of(path: &Path) -> Option<String> {
    let real = std::fs::canonicalize(path).ok()?;
    of_system(&real)
}

/// Windows gives the full name of a file on a share with its server, even if the file is on a drive letter.
#[cfg(windows)]
fn of_system(real: &Path) -> Option<String> {
    use std::path::{Component, Prefix};
    let Component::Prefix(prefix) = real.components().next()? else { return None };
    match prefix.kind() {
        Prefix::UNC(server, folder) | Prefix::VerbatimUNC(server, folder) => {
            Some(format!(r"\\{}\{}", server.to_string_lossy(), folder.to_string_lossy()))
        }
        _ => None,
    }
}

#[cfg(target_os = "linux")]
fn of_system(real: &Path) -> Option<String> {
    share_in(&std::fs::read_to_string("/proc/self/mountinfo").ok()?, real)
}

/// On other systems, only a system call could tell.
#[cfg(not(any(windows, target_os = "linux")))]
fn of_system(_real: &Path) -> Option<String> {
    None
}

/// File systems whose files are on another computer.
#[cfg(any(target_os = "linux", test))]
const ON_ANOTHER_COMPUTER: &[&str] = &[
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "fuse.ceph",
    "fuse.davfs",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];

/// Looks up a file in the list of mounts in the format of the kernel (proc(5), `mountinfo`). Of the deepest folders
/// that contain the file, the last one counts.
#[cfg(any(target_os = "linux", test))]
fn share_in(mounts: &str, real: &Path) -> Option<String> {
    let (_, kind) = mounts
        .lines()
        .filter_map(|line| {
            let (before, after) = line.split_once(" - ")?;
            let folder = unescaped(before.split(' ').nth(4)?);
            let kind = after.split(' ').next()?;
            real.starts_with(&folder).then(|| (Path::new(&folder).components().count(), kind))
        })
        .max_by_key(|(depth, _)| *depth)?;
    ON_ANOTHER_COMPUTER.contains(&kind).then(|| kind.to_owned())
}

/// Decodes a name: the list has spaces and some other characters as `\040` and so on.
#[cfg(any(target_os = "linux", test))]
fn unescaped(name: &str) -> String {
    let mut parts = name.split('\\');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let octal = part.get(..3).and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match (octal, part.get(3..)) {
            (Some(byte), Some(rest)) => {
                text.push(char::from(byte));
                text.push_str(rest);
            }
            _ => {
                text.push('\\');
                text.push_str(part);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = r"22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /home/kari/My\040share rw,nosuid shared:20 - cifs //server/kari rw,vers=3.0
41 40 8:2 / /home/kari/My\040share/stick rw shared:21 - vfat /dev/sdb1 rw
42 22 0:36 / /data rw - nfs4 server:/data rw
43 22 8:3 / /data rw - xfs /dev/sdc1 rw
44 22 0:37 / /remote rw - fuse.sshfs kari@server: rw
45 22 0:38 / /vault rw - fuse.gocryptfs /home/kari/vault rw";

    fn share(path: &str) -> Option<String> {
        share_in(MOUNTS, Path::new(path))
    }

    #[test]
    fn the_deepest_folder_that_holds_a_file_says_where_it_lies() {
        assert_eq!(share("/home/kari/study.vurder"), None);
        assert_eq!(share("/home/kari/My share/study.vurder").as_deref(), Some("cifs"));
        assert_eq!(share("/home/kari/My share/stick/study.vurder"), None);
        assert_eq!(share("/home/kari/My shared/study.vurder"), None);
        assert_eq!(share("/remote/study.vurder").as_deref(), Some("fuse.sshfs"));
    }

    #[test]
    fn what_was_mounted_last_counts_and_a_vault_on_this_computer_is_no_share() {
        assert_eq!(share("/data/study.vurder"), None);
        assert_eq!(share("/vault/study.vurder"), None);
        assert_eq!(share_in("", Path::new("/study.vurder")), None);
        assert_eq!(share_in("no such line", Path::new("/study.vurder")), None);
    }

    #[test]
    fn a_file_of_this_computer_lies_on_no_share() {
        let folder = std::env::temp_dir();
        assert_eq!(share_of(&folder.join("not there")), None, "what is not there lies nowhere");
    }
}
