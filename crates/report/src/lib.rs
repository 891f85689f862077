//! From a project and a template to a document, to pages, to a PDF.
