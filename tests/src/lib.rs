//! Whole flows: the command line, the exported files, and the real window driven by WebDriver.
