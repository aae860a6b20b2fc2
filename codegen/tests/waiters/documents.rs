//! Outputs: a full one, and ones of which parts are missing, null, empty or another.

use serde_json::{Map, Value, json};

/// How many are drawn.
const DRAWN: u64 = 150;

/// All outputs. What the model requires is there in each.
pub(crate) fn documents() -> Vec<Value> {
    let full = full();
    let mut all = vec![full.clone(), json!({"must": must()})];
    let Value::Object(members) = &full else {
        return all;
    };
    for name in members.keys().filter(|name| *name != "must") {
        for other in [None, Some(Value::Null), Some(empty(&full[name]))] {
            let mut document = members.clone();
            match other {
                Some(other) => drop(document.insert(name.clone(), other)),
                None => drop(document.swap_remove(name)),
            }
            all.push(Value::Object(document));
        }
    }
    let mut random = Random(7);
    all.extend((0..DRAWN).map(|_| random.change(&full)));
    all
}

fn must() -> Value {
    json!({"name": "a", "count": 2, "flag": true, "list": ["a", "b", "a"], "inner": {"name": "b"}})
}

fn full() -> Value {
    let thing = |id: &str, done: bool, count: u32| {
        json!({
            "id": id, "status": if done { "DONE" } else { "ACTIVE" }, "done": done, "count": count,
            "labels": ["x", "y"], "choice": {"text": "a"},
            "parts": [{"id": "p", "ok": true}, {"id": "q", "ok": false}],
            "inner": {"id": "c", "inner": {"id": "c", "labels": []}}
        })
    };
    json!({
        "name": "a", "status": "ACTIVE", "ok": true, "count": 2, "big": 5_000_000_000_i64, "ratio": 0.5,
        "when": 1_700_000_000.25, "level": 2, "tags": ["a", "b"], "flags": [true, false], "counts": [1, 2, 3],
        "sparse": ["a", null, "a"], "states": ["DONE", "ACTIVE"], "grid": [["a", "b"], ["a"], []],
        "labels": {"k": "v", "l": "v"}, "scores": {"k": 1, "l": 2}, "states_by_name": {"DONE": "yes"},
        "things": [thing("b", true, 1), thing("b", false, 2)], "thing": thing("b", true, 2),
        "choice": {"text": "a"}, "must": must()
    })
}

/// The smallest value of a kind.
fn empty(value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Bool(_) => json!(false),
        Value::Number(_) => json!(0),
        Value::String(_) => json!(""),
        Value::Array(_) => json!([]),
        // A union is never empty.
        Value::Object(members) if members.contains_key("text") => json!({"flag": false}),
        Value::Object(_) => json!({}),
    }
}

/// Draws the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    /// Something like it.
    fn change(&mut self, value: &Value) -> Value {
        match value {
            Value::Object(members) if members.contains_key("text") => match self.below(4) {
                0 => json!({"thing": {"status": "DONE"}}),
                1 => json!({"flag": self.below(2) == 0}),
                2 => json!({"text": "b"}),
                _ => value.clone(),
            },
            Value::Object(members) => Value::Object(self.members(members)),
            Value::Array(items) => {
                let mut changed = Vec::new();
                for item in items {
                    if self.below(4) > 0 {
                        changed.push(self.change(item));
                    }
                }
                Value::Array(changed)
            }
            Value::Bool(flag) => json!((self.below(3) == 0) != *flag),
            Value::Number(number) if number.is_f64() => json!(self.below(8) as f64 / 4.0),
            Value::Number(_) => json!(self.below(4)),
            Value::String(text) => match (text.as_str(), self.below(4)) {
                ("ACTIVE" | "DONE", 0) => json!("FAILED"),
                ("ACTIVE" | "DONE", 1) => json!("DONE"),
                ("yes" | "v", _) => value.clone(),
                (_, 0) => json!(["a", "b", "", "ab"][self.below(4) as usize]),
                _ => value.clone(),
            },
            Value::Null => Value::Null,
        }
    }

    fn members(&mut self, members: &Map<String, Value>) -> Map<String, Value> {
        // What the model requires is in one structure, and in one with a single member.
        let is_required = members.contains_key("list") || members.len() == 1;
        let mut changed = Map::new();
        for (name, value) in members {
            let may_go = !is_required && name != "must";
            let is_map = matches!(name.as_str(), "k" | "l" | "DONE");
            match self.below(6) {
                0 if may_go => {}
                1 if may_go && !is_map => drop(changed.insert(name.clone(), Value::Null)),
                _ => drop(changed.insert(name.clone(), self.change(value))),
            }
        }
        changed
    }
}
