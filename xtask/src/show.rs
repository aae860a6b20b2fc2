//! `cargo xtask show SHAPE`: one shape as the generator sees it.

use std::path::PathBuf;

use clap::Args;
use ivs_realtime_codegen::Diagnostics;
use ivs_realtime_codegen::internals::model::ShapeId;
use ivs_realtime_codegen::internals::show::{Link, Options, Place, Shown, show};
use serde_json::{Value, json};

use crate::arguments;
use crate::console::{Console, Speech};
use crate::disk;
use crate::generate::{API, model_files};
use crate::progress;

/// Shows one shape, operation or member of the model as the generator sees it.
///
/// A model is made of shapes: operations, structures, lists, texts and so on, which refer to each other by id. What more
/// there is to say of a shape stands in traits, and a file may add traits to the shapes of another. This command shows
/// what comes together for one shape: its traits, with the file and line that each came from and what it does; the shapes
/// it refers to and those that refer to it; and the items of the client it becomes, with their files. With `--format
/// json` all this is one object.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Show {
    /// An id or a name from the model, or the name of what it becomes in Rust.
    #[arg(value_name = "SHAPE")]
    shape: String,
    /// Another model, in one or more files of Smithy JSON AST that are assembled in this order.
    #[arg(long, num_args = 1.., value_name = "FILE")]
    model: Vec<PathBuf>,
    /// The shape id of the service, where the model holds more than one.
    #[arg(long, value_name = "ID", value_parser = arguments::shape_id)]
    service: Option<ShapeId>,
    #[command(flatten)]
    pub(crate) speech: Speech,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask show com.example#Door            a shape, by its id
  cargo xtask show Door                        the same, by its name
  cargo xtask show 'Door$width'                a member; the quotes keep the shell from reading the `$`
  cargo xtask show open_door                   an operation, by its method on the client
  cargo xtask show types::Door::width          a member, by its path in the client

Exit codes:
  0  the shape was shown
  1  there is no such shape, or the model is wrong
  2  the command line is wrong";

impl Show {
    /// Looks the shape up, and shows it.
    pub(crate) fn run(&self, console: Console) -> Result<bool, Diagnostics> {
        let options = Options {
            service: self.service.clone(),
        };
        let sources = disk::read_model(&model_files(&self.model))?;
        let shown = progress::during("reading the model", || {
            show(&sources, &options, &self.shape)
        })?;
        let shown = if self.model.is_empty() {
            shown.in_folder(API)
        } else {
            shown
        };
        console.report(shown.to_string().trim_end(), || object(&shown));
        Ok(true)
    }
}

/// What is shown, for programs.
fn object(shown: &Shown) -> Value {
    let traits = shown.traits.iter().map(|found| {
        json!({
            "id": found.id,
            "value": found.value,
            "place": place(&found.place),
            "effect": found.effect,
        })
    });
    let becomes = shown.becomes.iter();
    let becomes =
        becomes.map(|item| json!({ "path": item.path, "type": item.ty, "file": item.file }));
    json!({
        "id": shown.id.to_string(),
        "kind": shown.kind,
        "place": place(&shown.place),
        "traits": traits.collect::<Vec<_>>(),
        "refersTo": links(&shown.refers_to),
        "referredBy": links(&shown.referred_by),
        "becomes": becomes.collect::<Vec<_>>(),
    })
}

fn place(place: &Place) -> Value {
    let (line, column) = place.position.unzip();
    json!({ "file": place.file, "line": line, "column": column })
}

fn links(links: &[Link]) -> Vec<Value> {
    let links = links.iter();
    links
        .map(|link| json!({ "id": link.id.to_string(), "role": link.role }))
        .collect()
}
