//! All modules in one file.

use std::fs;
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::internals::output::Files;
use ivs_realtime_codegen::{Layout, Settings, Source, generate};
use quote::ToTokens;
use syn::{File, Item, parse_file};

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn source(path: &Path) -> Source {
    Source {
        name: path.display().to_string(),
        bytes: fs::read(path).expect("the file is there"),
    }
}

fn files(sources: &[Source], layout: Layout) -> Files {
    let settings = Settings {
        serde: true,
        tests: true,
        omit_unsupported: true,
        layout,
        ..Settings::default()
    };
    generate(sources, &settings)
        .unwrap_or_else(|faults| panic!("{faults}"))
        .files
}

fn one_file(sources: &[Source]) -> String {
    let name = "all.rs".to_owned();
    let mut files = files(sources, Layout::File { name });
    assert_eq!(files.len(), 1);
    files
        .remove("all.rs")
        .expect("it is the file that was asked for")
}

/// The module whose file is at `path`, with those below it, as a compiler finds them.
fn read(files: &Files, path: &str, folder: &str) -> File {
    let mut file = parse_file(&files[path]).expect("it is Rust");
    for item in &mut file.items {
        let Item::Mod(module) = item else { continue };
        if module.content.is_some() {
            continue;
        }
        let name = module.ident.to_string();
        let name = name.trim_start_matches("r#");
        let [plain, root] = [
            format!("{folder}{name}.rs"),
            format!("{folder}{name}/mod.rs"),
        ];
        let path = if files.contains_key(&plain) {
            plain
        } else {
            root
        };
        let inner = read(files, &path, &format!("{folder}{name}/"));
        assert!(
            inner.attrs.is_empty(),
            "{path} has attributes that no file for `include!` may have"
        );
        module.semi = None;
        module.content = Some((syn::token::Brace::default(), inner.items));
    }
    file
}

/// Lines of `mod` are sorted where they adjoin, and modules that have a body are not.
fn sort_modules(items: &mut [Item]) {
    for item in &mut *items {
        if let Item::Mod(module) = item {
            let inner = module.content.iter_mut();
            inner.for_each(|(_, items)| sort_modules(items));
        }
    }
    items.sort_by_key(|item| match item {
        Item::Mod(module) => module.ident.to_string(),
        _ => String::new(),
    });
}

#[test]
fn is_the_tree_in_one() {
    let mut fixtures: Vec<PathBuf> = fs::read_dir(folder("tests/fixtures"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .filter(|path| !path.to_string_lossy().contains("mixins"))
        .collect();
    fixtures.sort();
    assert!(fixtures.len() > 20);
    for fixture in fixtures {
        let sources = [source(&fixture)];
        let tree = read(&files(&sources, Layout::Module), "mod.rs", "");
        let one = parse_file(&one_file(&sources)).unwrap();
        // Farther to the right, what fitted on a line may take several, with a comma at the end and braces around.
        let plain = |mut file: File| -> String {
            sort_modules(&mut file.items);
            let text = file.to_token_stream().to_string();
            text.replace([',', ' ', '{', '}'], "")
        };
        let [tree, one] = [tree, one].map(plain);
        assert!(tree == one, "{}", fixture.display());
    }
}

/// Deep in modules too, what our printer lays out is printed as on pages of its own, and not by another.
#[test]
fn is_documented_line_by_line() {
    let paths = [
        "ivs-realtime.json",
        "documentation.json",
        "customizations.json",
    ];
    let sources = paths.map(|name| source(&folder("../model").join(name)));
    let one = one_file(&sources);
    let pages = files(&sources, Layout::Module);
    let lines = |text: &str| {
        let mut lines: Vec<String> = text
            .lines()
            .map(|line| line.trim_start().to_owned())
            .filter(|line| line.starts_with("///"))
            .collect();
        lines.sort();
        lines
    };
    let pages: String = pages.values().map(|text| format!("{text}\n")).collect();
    assert!(lines(&one) == lines(&pages));
    assert!(!one.contains("/**"));
}
