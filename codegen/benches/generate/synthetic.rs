//! Models that are one small model many times over: the time for a shape must not depend on how many there are.

use std::time::{Duration, Instant};

use ivs_realtime_codegen::{Settings, Source, generate};

use super::{GROWTH, Outcome};

/// How often the small model is repeated.
const SIZES: [usize; 5] = [100, 200, 400, 800, 1600];
/// The shapes of [`REPEATED`].
const SHAPES: usize = 8;

/// What each model holds once, and after it its operations.
const SERVICE: &str = r##""com.example#Service": {
    "type": "service",
    "version": "2020-01-01",
    "traits": {
        "aws.api#service": {"sdkId": "Example", "arnNamespace": "example", "endpointPrefix": "example"},
        "aws.auth#sigv4": {"name": "example"},
        "aws.protocols#restJson1": {}
    },
    "operations": ["##;

/// What is repeated, with `@` for the number: an operation with input and output, and what they hold.
const REPEATED: &str = r##"
"com.example#Run@": {
    "type": "operation",
    "input": {"target": "com.example#Run@Request"},
    "output": {"target": "com.example#Run@Response"},
    "errors": [{"target": "com.example#Failure@"}],
    "traits": {
        "smithy.api#documentation": "Runs what `Node@` describes, and answers with a `Run@Response`.",
        "smithy.api#http": {"method": "POST", "uri": "/run@/{id}", "code": 200}
    }
},
"com.example#Run@Request": {
    "type": "structure",
    "members": {
        "id": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}}},
        "limit": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpQuery": "limit"}},
        "node": {"target": "com.example#Node@"},
        "kind": {"target": "com.example#Kind@"}
    }
},
"com.example#Run@Response": {
    "type": "structure",
    "members": {
        "nodes": {"target": "com.example#Nodes@"},
        "choice": {"target": "com.example#Choice@"},
        "count": {"target": "smithy.api#Integer"}
    }
},
"com.example#Node@": {
    "type": "structure",
    "members": {
        "name": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "The name, as in `Kind@`."}},
        "parent": {"target": "com.example#Node@"},
        "children": {"target": "com.example#Nodes@"}
    }
},
"com.example#Nodes@": {"type": "list", "member": {"target": "com.example#Node@"}},
"com.example#Choice@": {
    "type": "union",
    "members": {"one": {"target": "com.example#Node@"}, "many": {"target": "com.example#Nodes@"}}
},
"com.example#Kind@": {
    "type": "enum",
    "members": {
        "FIRST": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "FIRST"}},
        "SECOND": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "SECOND"}}
    }
},
"com.example#Failure@": {
    "type": "structure",
    "members": {"message": {"target": "smithy.api#String"}},
    "traits": {"smithy.api#error": "client", "smithy.api#httpError": 400}
}"##;

/// Generates every size, and says whether the largest takes about as long for a shape as the smallest.
pub fn is_linear() -> Outcome<bool> {
    println!("synthetic models, {SHAPES} shapes for each operation:");
    let mut times = Vec::new();
    for size in SIZES {
        let model = [Source {
            name: "synthetic.json".to_owned(),
            bytes: model(size).into_bytes(),
        }];
        let mut least = Duration::MAX;
        for _ in 0..(SIZES[4] / size).clamp(2, 8) {
            let start = Instant::now();
            generate(&model, &Settings::default())?;
            least = least.min(start.elapsed());
        }
        let one = least / u32::try_from(size * SHAPES)?;
        println!("  {size:>5} operations {least:>9.2?}, for a shape {one:.2?}");
        times.push(one.as_secs_f64());
    }
    let growth = times[SIZES.len() - 1] / times[0];
    println!("  the time for a shape grows to {growth:.2} times; at most {GROWTH} is allowed");
    Ok(growth <= GROWTH)
}

/// The text of a model with so many operations.
fn model(size: usize) -> String {
    let operations: Vec<String> = (0..size)
        .map(|number| format!("{{\"target\": \"com.example#Run{number}\"}}"))
        .collect();
    let shapes: Vec<String> = (0..size)
        .map(|number| REPEATED.replace('@', &number.to_string()))
        .collect();
    format!(
        "{{\"smithy\": \"2.0\", \"shapes\": {{{SERVICE}{}]}},{}}}}}",
        operations.join(", "),
        shapes.join(",")
    )
}
