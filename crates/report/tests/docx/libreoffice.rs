//! LibreOffice opens and prints each report. Where LibreOffice is not installed, the test says so and is skipped: the
//! project does not need it.

use std::process::Command;

use vurder_report::to_docx;

use super::check::sound;
use super::reports;

#[test]
fn libreoffice_opens_each_report_and_prints_all_of_it() {
    if Command::new("soffice").arg("--version").output().is_err() {
        println!("skipped: LibreOffice (soffice) is not installed");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    let reports = reports();
    for (name, document) in &reports {
        let file = folder.path().join(format!("{name}.docx"));
        std::fs::write(&file, to_docx(document, None).unwrap()).unwrap();
        files.push(file);
    }
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .args(&files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let faults = told.lines().filter(|line| !line.is_empty() && !line.contains("javaldx"));
    assert_eq!(faults.collect::<Vec<_>>(), Vec::<&str>::new());
    for (name, document) in &reports {
        let pdf = folder.path().join(format!("{name}.pdf"));
        let text = Command::new("pdftotext").args(["-raw"]).arg(&pdf).arg("-").output();
        let text = String::from_utf8(text.expect("poppler").stdout).unwrap();
        let printed: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let package = sound(name, &to_docx(document, None).unwrap());
        for part in ["word/document.xml", "word/endnotes.xml"] {
            for line in package.part(part).words().lines() {
                for word in line.split(|c: char| !c.is_alphanumeric()) {
                    assert!(printed.contains(word), "{name}: {word} of {line} is not printed");
                }
            }
        }
        if let Some(chosen_folder) = std::env::var_os("VURDER_KEEP_PAGES") {
            let chosen_folder = std::path::Path::new(&chosen_folder);
            std::fs::copy(&pdf, chosen_folder.join(format!("{name}.pdf"))).unwrap();
            let docx = folder.path().join(format!("{name}.docx"));
            std::fs::copy(docx, chosen_folder.join(format!("{name}.docx"))).unwrap();
        }
    }
}
