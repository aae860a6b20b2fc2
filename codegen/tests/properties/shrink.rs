//! What is left of a model when all is taken out that a fault does not need.

use serde_json::Value;

/// Takes out shapes, members and traits as long as the same kind of fault stays.
pub(super) fn shrink(model: &Value, fault: impl Fn(&Value) -> Option<String>) -> Value {
    let mut model = model.clone();
    let Some(kind) = fault(&model).map(|text| kind(&text)) else {
        return model;
    };
    let has_fault = |model: &Value| fault(model).is_some_and(|text| self::kind(&text) == kind);
    loop {
        let mut smaller = false;
        for place in places(&model) {
            let mut without = model.clone();
            if remove(&mut without, &place) && has_fault(&without) {
                model = without;
                smaller = true;
            }
        }
        if !smaller {
            return model;
        }
    }
}

/// A fault without the names in it: its first line, but for what stands in backticks and quotes, and digits.
fn kind(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let plain = line.split(['`', '"']).step_by(2);
    plain
        .flat_map(str::chars)
        .filter(|c| !c.is_ascii_digit())
        .collect()
}

/// Where something could be taken out, the larger things first.
fn places(model: &Value) -> Vec<Vec<String>> {
    let mut places = Vec::new();
    let shapes = model["shapes"].as_object().into_iter().flatten();
    let mut inner = Vec::new();
    for (id, shape) in shapes {
        let at = |keys: &[&str]| -> Vec<String> {
            ["shapes", id]
                .iter()
                .chain(keys)
                .map(|key| (*key).to_owned())
                .collect()
        };
        for list in ["operations", "collectionOperations", "errors"] {
            for index in (0..shape[list].as_array().map_or(0, Vec::len)).rev() {
                places.push(at(&[list, &index.to_string()]));
            }
        }
        places.extend([at(&["input"]), at(&["output"])]);
        for (name, member) in shape["members"].as_object().into_iter().flatten() {
            inner.push(at(&["members", name]));
            for id in member["traits"].as_object().into_iter().flatten() {
                inner.push(at(&["members", name, "traits", id.0]));
            }
        }
        for id in shape["traits"].as_object().into_iter().flatten() {
            inner.push(at(&["traits", id.0]));
        }
        inner.push(at(&[]));
    }
    places.extend(inner);
    places
}

/// Whether there was something.
fn remove(model: &mut Value, place: &[String]) -> bool {
    let Some((last, path)) = place.split_last() else {
        return false;
    };
    let mut inside = model;
    for key in path {
        match inside.get_mut(key) {
            Some(next) => inside = next,
            None => return false,
        }
    }
    match inside {
        Value::Object(entries) => entries.shift_remove(last).is_some(),
        Value::Array(items) => match last.parse::<usize>() {
            Ok(index) if index < items.len() => {
                items.remove(index);
                true
            }
            _ => false,
        },
        _ => false,
    }
}
