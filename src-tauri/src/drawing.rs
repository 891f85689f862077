//! Chooses how WebKitGTK draws if there is no graphics hardware.
//!
//! WebKitGTK draws with OpenGL and combines its layers with OpenGL. Without a graphics device (on a virtual or remote
//! desktop, or a server's virtual screen) the processor emulates OpenGL, and a page of text costs several times more
//! than direct drawing. Other systems choose by themselves.

/// Makes the processor draw pages directly if OpenGL would be emulated. Call this first, while the program has a single
/// thread. A variable that somebody has set keeps its value.
#[cfg(target_os = "linux")]
pub(crate) fn choose() {
    /// WebKitGTK reads these (the first from 2.46 on): the processor draws the page, and draws it as one picture.
    const ON_THE_PROCESSOR: [&str; 2] =
        ["WEBKIT_SKIA_ENABLE_CPU_RENDERING", "WEBKIT_DISABLE_COMPOSITING_MODE"];

    if !has_graphics_device(std::path::Path::new("/dev/dri")) {
        for variable in ON_THE_PROCESSOR {
            // If this fails, pages are still drawn, only more slowly.
            let _ = webkit2gtk::glib::setenv(variable, "1", false);
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn choose() {}

/// Whether the system has a device that renders. The display controllers in the same folder (`card0`) may only show
/// pictures.
#[cfg(target_os = "linux")]
fn has_graphics_device(folder: &std::path::Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|devices| {
        devices
            .flatten()
            .any(|device| device.file_name().as_encoded_bytes().starts_with(b"renderD"))
    })
}
