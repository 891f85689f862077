//! The language of the program, and the languages in which people can write.

use std::sync::OnceLock;

use vurder_content::spoken_languages;
use vurder_report::TEXT_LANGUAGES;

/// The language of the window and of the command line, as BCP 47 tag: English, the only complete language.
///
/// In a program built for development, `VURDER_LANGUAGE` names another language, and `VURDER_LANGUAGE_FOLDER` the
/// folder with its files. So one can see an unfinished language, or the test language, without a new build.
pub fn program_language() -> &'static str {
    static LANGUAGE: OnceLock<&'static str> = OnceLock::new();
    LANGUAGE.get_or_init(|| {
        #[cfg(debug_assertions)]
        if let Some(language) = std::env::var_os("VURDER_LANGUAGE") {
            if let Some(folder) = std::env::var_os("VURDER_LANGUAGE_FOLDER") {
                vurder_content::use_language_folder(folder);
            }
            return vurder_content::spoken_language(&language.to_string_lossy());
        }
        vurder_content::ENGLISH
    })
}

/// The languages in which answers can be written: those whose words the PDF can divide, and the languages of the
/// program.
pub(crate) fn text_languages() -> Vec<String> {
    let spoken = spoken_languages().iter().map(String::as_str);
    let others = spoken.filter(|language| !TEXT_LANGUAGES.contains(language));
    TEXT_LANGUAGES.into_iter().chain(others).map(str::to_owned).collect()
}
