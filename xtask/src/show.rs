//! `cargo xtask show SHAPE`: one shape as the generator sees it.

use std::path::PathBuf;

use clap::Args;
use ivs_realtime_codegen::Diagnostics;
use ivs_realtime_codegen::internals::show::{Options, show};

use crate::disk;
use crate::generate::{API, model_files, service_id};

/// Shows one shape, operation or member of the model as the generator sees it.
///
/// A model is made of shapes: operations, structures, lists, texts and so on, which refer to each other by id. What more
/// there is to say of a shape stands in traits, and a file may add traits to the shapes of another. This command shows
/// what comes together for one shape: its traits, with the file and line that each came from and what it does; the shapes
/// it refers to and those that refer to it; and the items of the client it becomes, with their files.
///
/// Exits with 1 if there is no such shape, or if the model is wrong.
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
    #[arg(long, value_name = "ID")]
    service: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask show com.example#Door            a shape, by its id
  cargo xtask show Door                        the same, by its name
  cargo xtask show 'Door$width'                a member; the quotes keep the shell from reading the `$`
  cargo xtask show open_door                   an operation, by its method on the client
  cargo xtask show types::Door::width          a member, by its path in the client";

impl Show {
    /// Looks the shape up; gives what to tell the person.
    pub(crate) fn run(&self) -> Result<String, Diagnostics> {
        let options = Options {
            service: self.service.as_deref().map(service_id).transpose()?,
        };
        let sources = disk::read_model(&model_files(&self.model))?;
        let shown = show(&sources, &options, &self.shape)?;
        let shown = if self.model.is_empty() {
            shown.in_folder(API)
        } else {
            shown
        };
        Ok(shown.to_string().trim_end().to_owned())
    }
}
