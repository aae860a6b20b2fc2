//! The JMESPath subset of `smithy.rules#operationContextParams`
//! ([specification](https://smithy.io/2.0/additional-specs/rules-engine/parameters.html)).

/// A step of a JMESPath expression, of the subset that endpoint rules allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStep {
    /// `name`: a member, by its name in the model.
    Member(String),
    /// `[*]`: every item of a list; what follows applies to each.
    Items,
    /// `.*`: every value of a map; what follows applies to each.
    Values,
    /// `[]`: the items of the items of a list; what follows applies to each.
    Flatten,
    /// `[a, b.c]`: a list of what several paths select.
    Select(Vec<Vec<PathStep>>),
    /// `keys(path)`: the keys of the map that the steps before select.
    Keys,
}

/// Reads an expression; the error says what is wrong with it.
pub(super) fn parse(text: &str) -> Result<Vec<PathStep>, String> {
    let mut parser = Parser { rest: text };
    let steps = parser.expression()?;
    if parser.rest.is_empty() {
        Ok(steps)
    } else {
        Err(parser.unexpected("the end of the path"))
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn expression(&mut self) -> Result<Vec<PathStep>, String> {
        let mut steps = Vec::new();
        self.operand(&mut steps)?;
        loop {
            if self.takes("[*]") {
                steps.push(PathStep::Items);
            } else if self.takes("[]") {
                steps.push(PathStep::Flatten);
            } else if self.takes(".") {
                self.operand(&mut steps)?;
            } else if self.is_selection() {
                // Smithy's own models leave the dot out that JMESPath has before it.
                self.operand(&mut steps)?;
            } else {
                return Ok(steps);
            }
        }
    }

    /// What may stand at the start, or behind a dot.
    fn operand(&mut self, steps: &mut Vec<PathStep>) -> Result<(), String> {
        if self.takes("*") {
            steps.push(PathStep::Values);
            return Ok(());
        }
        if self.takes("[") {
            let selected = self.selection()?;
            steps.push(PathStep::Select(selected));
            return Ok(());
        }
        let name = self.name()?;
        if !self.takes("(") {
            steps.push(PathStep::Member(name));
            return Ok(());
        }
        if name != "keys" {
            return Err(format!("expected the function `keys`, found `{name}`"));
        }
        steps.extend(self.expression()?);
        steps.push(PathStep::Keys);
        self.expect(")")
    }

    /// Whether a bracket follows with a name in it.
    fn is_selection(&self) -> bool {
        let inside = self
            .rest
            .trim_start()
            .strip_prefix('[')
            .map(str::trim_start);
        inside.is_some_and(|inside| inside.starts_with(|one: char| one.is_ascii_alphabetic()))
    }

    fn selection(&mut self) -> Result<Vec<Vec<PathStep>>, String> {
        let mut paths = Vec::new();
        loop {
            paths.push(self.expression()?);
            if !self.takes(",") {
                self.expect("]")?;
                return Ok(paths);
            }
        }
    }

    fn name(&mut self) -> Result<String, String> {
        self.rest = self.rest.trim_start();
        let end = self
            .rest
            .find(|one: char| !one.is_ascii_alphanumeric() && one != '_')
            .unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        if !crate::model::is_identifier(name) {
            return Err(self.unexpected("a name"));
        }
        self.rest = rest;
        Ok(name.to_owned())
    }

    fn takes(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(token);
        if let Some(rest) = rest {
            self.rest = rest;
        }
        rest.is_some()
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        if self.takes(token) {
            Ok(())
        } else {
            Err(self.unexpected(&format!("`{token}`")))
        }
    }

    fn unexpected(&self, expected: &str) -> String {
        match self.rest {
            "" => format!("expected {expected}, found the end of the path"),
            rest => format!("expected {expected}, found `{rest}`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PathStep::{Flatten, Items, Keys, Select, Values};

    fn member(name: &str) -> PathStep {
        PathStep::Member(name.to_owned())
    }

    #[test]
    fn reads_the_subset() {
        for (text, steps) in [
            ("a", vec![member("a")]),
            ("a.b", vec![member("a"), member("b")]),
            ("a[*].b", vec![member("a"), Items, member("b")]),
            ("a.*.b", vec![member("a"), Values, member("b")]),
            ("keys(a.b)", vec![member("a"), member("b"), Keys]),
            (
                "a[*][b, c]",
                vec![
                    member("a"),
                    Items,
                    Select(vec![vec![member("b")], vec![member("c")]]),
                ],
            ),
            (
                "a[*].[b.c, d][]",
                vec![
                    member("a"),
                    Items,
                    Select(vec![vec![member("b"), member("c")], vec![member("d")]]),
                    Flatten,
                ],
            ),
        ] {
            assert_eq!(parse(text), Ok(steps), "{text}");
        }
    }

    #[test]
    fn refuses_the_rest_of_jmespath() {
        for text in [
            "",
            "a.",
            "a[0]",
            "a[?b]",
            "length(a)",
            "keys(a",
            "[a",
            "a | b",
            "@",
            "'a'",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
