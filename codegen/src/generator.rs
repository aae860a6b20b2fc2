//! The whole way from model text to files.

use std::iter;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use proc_macro2::TokenStream;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::emit::{self, Page};
use crate::ir::protocol_test::ProtocolTestKind;
use crate::ir::{RuntimePath, Service};
use crate::load::Source;
use crate::model::{InvalidShapeId, ShapeId};
use crate::output::{Files, MARK};
use crate::{assemble, fingerprint, format, load, resolve, validate};

/// What a caller decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The path under which the emitted code finds its runtime, `crate::runtime` or `ivs_realtime::runtime`.
    pub runtime: String,
    /// The shape id of the service to generate, where the model holds more than one.
    pub service: Option<String>,
    /// Whether operations with event streams, and waiters whose paths are not covered, are left out instead of refused.
    pub omit_unsupported: bool,
    /// Whether a service may do without `aws.protocols#restJson1`, so that its endpoint rules can be tried: what is
    /// generated for it is no client to call it with.
    pub any_protocol: bool,
    /// Whether the tests that the model holds are emitted: of its endpoint rules
    /// (`smithy.rules#endpointTests`), of requests and of answers (`smithy.test#httpRequestTests`,
    /// `smithy.test#httpResponseTests`). The latter need the feature `protocol-test` of the runtime.
    pub tests: bool,
    /// Whether the emitted types implement `Serialize` and `Deserialize` of serde.
    pub serde: bool,
    /// The operations to keep, with the types and errors that they reach, by name or shape id; all without a list.
    /// Names in the emitted code are the same as without it.
    pub operations: Option<Vec<String>>,
    /// What the files make together.
    pub layout: Layout,
}

/// What the files make together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The tree of a module, with `mod.rs` at its root.
    Module,
    /// One file with all modules in it, for `include!`.
    File {
        /// Its name, `ivs.rs`.
        name: String,
    },
    /// A package: `Cargo.toml`, and the tree with `lib.rs` at its root in `src`.
    Package {
        /// Its name.
        name: String,
        /// Where the package `ivs-realtime` lies, as a path from the package.
        runtime_path: String,
        /// Whether it is a member of a workspace that lies around it; else it is one of its own.
        member: bool,
    },
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            runtime: "crate::runtime".to_owned(),
            service: None,
            omit_unsupported: false,
            any_protocol: false,
            tests: false,
            serde: false,
            operations: None,
            layout: Layout::Module,
        }
    }
}

/// What a model has become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generated {
    /// The files.
    pub files: Files,
    /// What is in them.
    pub counts: Counts,
    /// The ids of the shapes and members that become public items and have no documentation in the model.
    pub undocumented: Vec<String>,
    /// The operations that were left out.
    pub omitted: Vec<String>,
    /// The waiters that were left out.
    pub omitted_waiters: Vec<String>,
    /// The tests that are in the files.
    pub tests: Vec<Test>,
}

/// A test of the model, in the emitted files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// The path of its function from the root of the emitted modules, `protocol_tests::create::request_basic`.
    pub path: String,
    /// What it tests.
    pub kind: TestKind,
    /// The shape that it stands on: an operation, an error or the service.
    pub shape: String,
    /// Its id in the model; of an endpoint test, which has none, the name of the function.
    pub id: String,
}

/// What a test of the model tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestKind {
    /// That an input becomes a request.
    Request,
    /// That an answer becomes an output or an error.
    Response,
    /// That the endpoint rules find an endpoint.
    Endpoint,
}

/// How much of what there is in the emitted files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Operations.
    pub operations: usize,
    /// Structures and unions, inputs and outputs included, errors not.
    pub structures: usize,
    /// Enums.
    pub enums: usize,
    /// Errors.
    pub errors: usize,
    /// Lines.
    pub lines: usize,
}

/// Generates the client of a service from the files of its model.
///
/// # Errors
///
/// Everything that is wrong with the model, at once: a stage that finds faults hands on what it can, so that a person
/// sees those of the later stages as well. They are located in the files, so that they can be shown with their lines.
pub fn generate(model: &[Source], settings: &Settings) -> Result<Generated, Diagnostics> {
    run(model, settings).map_err(|faults| faults.located(model))
}

fn run(model: &[Source], settings: &Settings) -> Result<Generated, Diagnostics> {
    let mut faults = Diagnostics::new();
    let sha256 = fingerprint::sha256(model);
    let files = load::load_with(model, &mut faults)?;
    let assembled = assemble::assemble_with(files, &mut faults);
    let model = validate::validate_with(assembled, &validate_options(settings)?, &mut faults)?;
    let decided = resolve_settings(settings, sha256)?;
    let service = resolve::resolve_after(faults, model, &decided)?;
    let files = files_of(&service, settings)?;
    let counts = counts(&service, &files);
    Ok(Generated {
        files,
        counts,
        tests: tests(&service),
        undocumented: service.undocumented,
        omitted: service.omitted_operations,
        omitted_waiters: service.omitted_waiters,
    })
}

fn validate_options(settings: &Settings) -> Result<validate::Options, Diagnostics> {
    let service = settings.service.as_deref().map(ShapeId::parse).transpose();
    let service = service.map_err(|InvalidShapeId(text)| {
        let fault = Diagnostic::new(format!("`{text}` is no shape id"));
        fault.help("write it as in the model: com.example#Service")
    })?;
    Ok(validate::Options {
        service,
        any_protocol: settings.any_protocol,
    })
}

fn resolve_settings(settings: &Settings, sha256: String) -> Result<resolve::Settings, Diagnostics> {
    let runtime = RuntimePath::parse(&settings.runtime).ok_or_else(|| {
        Diagnostic::new(format!(
            "the runtime path `{}` is no path of Rust modules",
            settings.runtime
        ))
        .help("write it as in a `use` line: `crate::runtime`")
    })?;
    Ok(resolve::Settings {
        runtime,
        omit_unsupported: settings.omit_unsupported,
        tests: settings.tests,
        serde: settings.serde,
        operations: settings.operations.clone(),
        model_sha256: Some(sha256),
    })
}

/// Emits and formats every page, on every core.
fn files_of(service: &Service, settings: &Settings) -> Result<Files, Diagnostics> {
    if let Layout::File { name } = &settings.layout {
        let text = print(name, emit::nested(service)).map_err(|fault| *fault)?;
        return Ok(Files::from([(name.clone(), text)]));
    }
    let pages = emit::pages(service, settings.layout != Layout::Module);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let taken = AtomicUsize::new(0);
    // Pages differ in length: each thread takes the next one when it is done with one.
    let next = || pages.get(taken.fetch_add(1, Ordering::Relaxed));
    let printed: Vec<Printed> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| scope.spawn(|| iter::from_fn(next).map(print_page).collect::<Vec<_>>()))
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    let mut diagnostics = Diagnostics::new();
    let mut files = Files::new();
    for page in printed {
        match page {
            Ok((path, text)) => drop(files.insert(path, text)),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    diagnostics.into_result()?;
    Ok(lay_out(service, files, &settings.layout))
}

/// A page's path and text, or why there is none.
type Printed = Result<(String, String), Box<Diagnostic>>;

/// One page as text, under the path it has in the tree.
fn print_page(page: &Page<'_>) -> Printed {
    let path = page.path();
    let text = print(&path, page.tokens())?;
    Ok((path, text))
}

/// The text of a file.
fn print(path: &str, tokens: TokenStream) -> Result<String, Box<Diagnostic>> {
    let text = format::format_page(tokens).map_err(|error| {
        Diagnostic::new(format!("the page {path} could not be printed: {error}"))
            .help("this is a fault of the generator: please report it with the model")
    })?;
    let advice = "Change the model or the generator instead.";
    Ok(format!("// {MARK}; do not edit. {advice}\n\n{text}"))
}

fn lay_out(service: &Service, files: Files, layout: &Layout) -> Files {
    let Layout::Package {
        name,
        runtime_path,
        member,
    } = layout
    else {
        return files;
    };
    let mut package: Files = files
        .into_iter()
        .map(|(path, text)| (format!("src/{path}"), text))
        .collect();
    package.insert(
        "Cargo.toml".to_owned(),
        emit::manifest(service, name, runtime_path, *member),
    );
    package
}

/// The tests of the service, those of endpoints first.
fn tests(service: &Service) -> Vec<Test> {
    let endpoints = service.endpoint_tests.iter().flat_map(|tests| &tests.cases);
    let endpoints = endpoints.map(|case| Test {
        path: format!("endpoint_tests::{}", case.name),
        kind: TestKind::Endpoint,
        shape: service.sdk_id.clone(),
        id: case.name.to_string(),
    });
    let pages = service.protocol_tests.iter().flat_map(|tests| &tests.pages);
    let cases = pages.flat_map(|page| {
        page.cases.iter().map(|case| Test {
            path: format!("protocol_tests::{}::{}", page.module, case.name),
            kind: match case.kind {
                ProtocolTestKind::Request(..) => TestKind::Request,
                ProtocolTestKind::Output(..) | ProtocolTestKind::Error(..) => TestKind::Response,
            },
            shape: page.shape.clone(),
            id: case.id.clone(),
        })
    });
    endpoints.chain(cases).collect()
}

fn counts(service: &Service, files: &Files) -> Counts {
    Counts {
        operations: service.operations.len(),
        structures: 2 * service.operations.len() + service.structures.len() + service.unions.len(),
        enums: service.enums.len() + service.int_enums.len(),
        errors: service.errors.len(),
        lines: files.values().map(|text| text.lines().count()).sum(),
    }
}
