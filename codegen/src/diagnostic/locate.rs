//! From what the stages know of a place to the piece of text that it is.

use std::ops::Range;

use super::excerpt::Excerpt;
use super::file::File;
use super::place::Place;
use super::{Diagnostic, Diagnostics, Related};
use crate::load::Source;

impl Diagnostics {
    /// Looks up in the files where everything stands, so that it can be shown. A place in none of these files stays as
    /// it is, so that files of several models can be gone through one after the other.
    #[must_use]
    pub fn located(self, sources: &[Source]) -> Self {
        let files = sources
            .iter()
            .map(|source| (source.name.as_str(), source.bytes.as_slice()));
        self.located_in(files)
    }

    /// As [`Diagnostics::located`], of files by name.
    pub(crate) fn located_in<'s>(
        self,
        files: impl IntoIterator<Item = (&'s str, &'s [u8])>,
    ) -> Self {
        let files: Vec<File<'s>> = files
            .into_iter()
            .map(|(name, bytes)| File::new(name, bytes))
            .collect();
        self.into_iter()
            .map(|diagnostic| Diagnostic {
                place: locate(diagnostic.place, &files),
                related: diagnostic
                    .related
                    .into_iter()
                    .map(|related| Related {
                        place: locate(related.place, &files),
                        ..related
                    })
                    .collect(),
                ..diagnostic
            })
            .collect()
    }
}

/// Finds a place, unless it has been found.
fn locate(place: Place, files: &[File<'_>]) -> Place {
    if place.excerpt.is_some() {
        return place;
    }
    let found = match &place.file {
        Some(name) => {
            let file = files.iter().find(|file| file.name == name);
            let other = || anywhere_else(&place, file?, files);
            other().or_else(|| file.and_then(|file| Some((file, file.piece(&place)?))))
        }
        None if place.shape.is_some() => anywhere(&place, files),
        None => None,
    };
    match found {
        Some((file, piece)) => Place {
            file: Some(file.name.to_owned()),
            excerpt: Some(Excerpt::of(file.lines(), piece)),
            ..place
        },
        None => place,
    }
}

/// Finds a trait that the file named has no word of in the file that applies it.
fn anywhere_else<'f, 's>(
    place: &Place,
    named: &File<'s>,
    files: &'f [File<'s>],
) -> Option<(&'f File<'s>, Range<usize>)> {
    let trait_id = place.trait_id.as_ref()?;
    if named.bears_trait(place, trait_id) {
        return None;
    }
    let place = Place {
        position: None,
        ..place.clone()
    };
    let mut latest = files.iter().rev();
    let file = latest.find(|file| file.bears_trait(&place, trait_id))?;
    Some((file, file.piece(&place)?))
}

/// Finds a shape or a trait of it in the file that has it. A trait of a later file is the one that counts.
fn anywhere<'f, 's>(place: &Place, files: &'f [File<'s>]) -> Option<(&'f File<'s>, Range<usize>)> {
    let latest = || files.iter().rev();
    let trait_id = place.trait_id.as_ref();
    let bears = trait_id.and_then(|id| latest().find(|file| file.bears_trait(place, id)));
    let file = bears.or_else(|| latest().find(|file| file.defines(place)))?;
    Some((file, file.piece(place)?))
}
