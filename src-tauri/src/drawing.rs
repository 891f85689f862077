//! How WebKitGTK draws where there is no graphics hardware.
//!
//! It draws with OpenGL, and puts what it drew together in layers, with OpenGL too. Without a graphics device (a
//! virtual desktop, a remote one, a server's virtual screen) OpenGL is emulated on the processor, and a page of text
//! costs several times what drawing it directly would. Other systems draw by themselves.

/// Has pages drawn by the processor where the emulated way would be the only other. To be called first, while the
/// program is a single thread. Who set the variable chose; that stands.
#[cfg(target_os = "linux")]
pub(crate) fn choose() {
    /// Read by WebKitGTK, the first from 2.46 on: the processor draws the page, and draws it as one picture.
    const ON_THE_PROCESSOR: [&str; 2] =
        ["WEBKIT_SKIA_ENABLE_CPU_RENDERING", "WEBKIT_DISABLE_COMPOSITING_MODE"];

    if !has_graphics_device(std::path::Path::new("/dev/dri")) {
        for variable in ON_THE_PROCESSOR {
            // Should it fail, pages are drawn all the same, only slower.
            let _ = webkit2gtk::glib::setenv(variable, "1", false);
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn choose() {}

/// Whether the system offers a device that renders; the display controllers beside them (`card0`) may only show.
#[cfg(target_os = "linux")]
fn has_graphics_device(folder: &std::path::Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|devices| {
        devices
            .flatten()
            .any(|device| device.file_name().as_encoded_bytes().starts_with(b"renderD"))
    })
}
