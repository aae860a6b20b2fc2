//! A shape as text for a person.

use std::fmt;

use serde_json::Value;

use super::{Link, RustItem, Shown, ShownTrait};

/// Longer values are cut: those of endpoint rules fill pages.
const LONGEST_VALUE: usize = 160;

impl Shown {
    /// Puts a folder before the paths of files, where the client is written to one.
    #[must_use]
    pub fn in_folder(mut self, folder: &str) -> Self {
        for item in &mut self.becomes {
            item.file = format!("{folder}/{}", item.file);
        }
        self
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} ({})", self.id, self.kind)?;
        writeln!(f, "  {}", self.place)?;
        section(f, "Traits", &self.traits, write_trait)?;
        let own = |link: &Link| {
            let is_member = link.id.container() == self.id && link.id.member().is_some();
            if is_member {
                format!("${}", link.id.member().unwrap_or_default())
            } else {
                link.id.to_string()
            }
        };
        links(f, "Refers to", &self.refers_to, own)?;
        links(f, "Referred to by", &self.referred_by, |link| {
            link.id.to_string()
        })?;
        section(f, "Becomes", &self.becomes, write_item)?;
        if self.becomes.is_empty() {
            writeln!(f, "\nBecomes nothing of its own in the client.")?;
        }
        Ok(())
    }
}

fn section<T>(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    entries: &[T],
    write_entry: fn(&mut fmt::Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    if entries.is_empty() {
        return Ok(());
    }
    write!(f, "\n{title}\n")?;
    entries.iter().try_for_each(|entry| write_entry(f, entry))
}

fn write_trait(f: &mut fmt::Formatter<'_>, shown: &ShownTrait) -> fmt::Result {
    writeln!(f, "  {}  {}", shown.id, shown.place)?;
    let is_annotation = matches!(&shown.value, Value::Object(entries) if entries.is_empty());
    if !is_annotation {
        writeln!(f, "      {}", cut(&shown.value.to_string()))?;
    }
    match shown.effect {
        Some(effect) => writeln!(f, "      {effect}"),
        None => writeln!(f, "      A trait of the model's own, which has no effect."),
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST_VALUE {
        return text.to_owned();
    }
    let kept: String = text.chars().take(LONGEST_VALUE).collect();
    format!("{kept} ..")
}

/// Links in two columns, as wide as the widest.
fn links(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    links: &[Link],
    name: impl Fn(&Link) -> String,
) -> fmt::Result {
    if links.is_empty() {
        return Ok(());
    }
    write!(f, "\n{title}\n")?;
    let names: Vec<String> = links.iter().map(name).collect();
    let width = names.iter().map(String::len).max().unwrap_or(0);
    for (link, name) in links.iter().zip(names) {
        writeln!(f, "  {name:width$}  {}", link.role)?;
    }
    Ok(())
}

fn write_item(f: &mut fmt::Formatter<'_>, item: &RustItem) -> fmt::Result {
    match &item.ty {
        Some(ty) => writeln!(f, "  {}: {ty}", item.path)?,
        None => writeln!(f, "  {}", item.path)?,
    }
    writeln!(f, "      {}", item.file)
}
