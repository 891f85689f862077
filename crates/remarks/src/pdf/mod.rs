//! Reads the remarks of a PDF. This is the only module of the crate that uses lopdf.
//!
//! Each part of the PDF standard (ISO 32000-1) has a file with the name that the standard uses: [`file_structure`]
//! finds the objects, [`annotations`] reads what reviewers put on the pages, [`page_text`] reads the words under it,
//! and [`destinations`] reads the places that the export named. [`threads`] turns them into remarks.

mod annotations;
mod covered_words;
mod destinations;
mod file_structure;
mod fonts;
mod geometry;
mod metadata;
mod objects;
mod operands;
mod page_text;
mod rich_text;
mod states;
mod strings;
mod threads;
mod to_unicode;
mod weight;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use self::annotations::Annotation;
use self::destinations::Destinations;
use self::threads::{Group, PlacedAnnotation};
use crate::limits::REMARKS;
use crate::problem::Problem;
use crate::returned_file::{FileKind, ReturnedFile};
use crate::unreadable::Unreadable;

/// Reads a PDF.
pub(crate) fn read(
    name: &str,
    bytes: &[u8],
    password: Option<&str>,
) -> Result<ReturnedFile, Unreadable> {
    // lopdf does not check for overflow everywhere, for example at the offsets of an object stream, so it can panic.
    // All values that it may have left half changed are dropped with it.
    catch_unwind(AssertUnwindSafe(|| read_checked(name, bytes, password))).unwrap_or_else(|_| {
        Err(Unreadable::Damaged { name: name.to_owned(), detail: "its objects contradict".into() })
    })
}

/// Checks that the objects of a PDF stay within what is read.
pub(crate) fn check(name: &str, bytes: &[u8]) -> Result<(), Unreadable> {
    catch_unwind(AssertUnwindSafe(|| file_structure::check(name, bytes, None))).unwrap_or_else(
        |_| {
            Err(Unreadable::Damaged {
                name: name.to_owned(),
                detail: "its objects contradict".into(),
            })
        },
    )
}

fn read_checked(
    name: &str,
    bytes: &[u8],
    password: Option<&str>,
) -> Result<ReturnedFile, Unreadable> {
    let file_structure::Opened { pdf, reconstructed } =
        file_structure::open(name, bytes, password)?;
    let mut problems = Vec::new();
    if reconstructed {
        problems.push(Problem::Reconstructed);
    }
    let Some(catalog) = objects::entries(&pdf, &pdf.trailer, "Root") else {
        return Err(Unreadable::Damaged { name: name.to_owned(), detail: "no catalog".into() });
    };
    let pages = annotations::pages(&pdf, catalog);
    if pages.is_empty() {
        return Err(Unreadable::Damaged { name: name.to_owned(), detail: "no pages".into() });
    }
    let numbers: HashMap<_, _> = pages.iter().map(|page| (page.id, page.number)).collect();
    let places = Destinations::read(&pdf, catalog, &numbers);
    let mut fonts = page_text::Fonts::new();
    let mut found: Vec<PlacedAnnotation> = Vec::new();
    for page in &pages {
        let Some(on_page) = annotations::of_page(&pdf, page) else {
            problems.push(Problem::PageAnnotations { page: page.number });
            continue;
        };
        if found.len() + on_page.len() > REMARKS {
            return Err(Unreadable::TooManyRemarks { name: name.to_owned(), limit: REMARKS });
        }
        // Replies cover no words, so the text of a page that has only replies is not read.
        if !on_page.iter().any(|annotation| annotation.in_reply_to.is_none()) {
            found.extend(on_page.into_iter().map(PlacedAnnotation::without_place));
            continue;
        }
        let text = page_text::read(&pdf, page.dictionary, page.resources, &mut fonts);
        if text.incomplete {
            problems.push(Problem::PageText { page: page.number });
        }
        found.extend(on_page.into_iter().map(|annotation| place(annotation, &text, &places)));
    }
    let remarks = threads::remarks(found, &mut problems);
    let of = metadata::identity(&pdf);
    Ok(ReturnedFile { kind: FileKind::Pdf, of, remarks, answers: Vec::new(), problems })
}

fn place(
    annotation: Annotation,
    text: &page_text::PageText,
    places: &Destinations,
) -> PlacedAnnotation {
    let covered = covered_words::under(text, &annotation.areas).or_else(|| {
        let point = annotation.areas.first().copied().or(annotation.rect)?.center();
        Some(covered_words::beside(text, point))
    });
    let named = covered.as_ref().and_then(|at| places.holding(annotation.page, at.point));
    let place = named.map(str::to_owned);
    PlacedAnnotation {
        annotation,
        covered: covered.unwrap_or_default(),
        place,
        group: Group::default(),
    }
}
