//! Reading JMESPath.

use jmespath::ast::Ast;

/// The longest path that is read, in bytes, and how many brackets and prefixes it may have: reading goes down a step for
/// each. Paths of real models have less than a tenth of it.
const LONGEST: usize = 1_000;
const DEEPEST: usize = 100;

/// Reads a path; the error says what is wrong with it.
pub(super) fn parse(text: &str) -> Result<Ast, String> {
    let depth = text.matches(['(', '[', '{', '!', '&']).count();
    if text.len() > LONGEST || depth > DEEPEST {
        return Err(format!(
            "expected a path of at most {LONGEST} bytes and {DEEPEST} brackets, found {} bytes and {depth} brackets",
            text.len()
        ));
    }
    jmespath::parse(text).map_err(|error| {
        let reason = match &error.reason {
            jmespath::ErrorReason::Parse(reason) => reason.clone(),
            jmespath::ErrorReason::Runtime(reason) => reason.to_string(),
        };
        let reason = reason.replace('\n', " ");
        format!(
            "expected a path of JMESPath, found `{text}`: at byte {}: {reason}",
            error.offset
        )
    })
}

/// How often what stands before an expression is used in it.
pub(super) fn uses(ast: &Ast) -> usize {
    match ast {
        Ast::Identity { .. } | Ast::Field { .. } | Ast::Index { .. } | Ast::Slice { .. } => 1,
        Ast::Literal { .. } => 0,
        Ast::Comparison { lhs, rhs, .. } | Ast::And { lhs, rhs, .. } | Ast::Or { lhs, rhs, .. } => {
            uses(lhs) + uses(rhs)
        }
        // What follows is applied to each item, or to what the first part gives.
        Ast::Projection { lhs, .. } | Ast::Subexpr { lhs, .. } => uses(lhs),
        Ast::Flatten { node, .. }
        | Ast::Not { node, .. }
        | Ast::ObjectValues { node, .. }
        | Ast::Expref { ast: node, .. } => uses(node),
        Ast::Function { args, .. } => args.iter().map(uses).sum(),
        Ast::MultiList { elements, .. } => elements.iter().map(uses).sum(),
        Ast::MultiHash { elements, .. } => elements.iter().map(|pair| uses(&pair.value)).sum(),
        Ast::Condition {
            predicate, then, ..
        } => uses(predicate) + uses(then),
    }
}

/// Whether an expression is an error where what stands before it is null: a function sees it.
pub(super) fn refuses_null(ast: &Ast) -> bool {
    match ast {
        Ast::Function { args, .. } => args.iter().any(|arg| uses(arg) > 0),
        Ast::Comparison { lhs, rhs, .. } | Ast::And { lhs, rhs, .. } | Ast::Or { lhs, rhs, .. } => {
            refuses_null(lhs) || refuses_null(rhs)
        }
        Ast::Projection { lhs, .. } => refuses_null(lhs),
        Ast::Subexpr { lhs, rhs, .. } => refuses_null(lhs) || refuses_null(rhs),
        Ast::Flatten { node, .. } | Ast::Not { node, .. } | Ast::ObjectValues { node, .. } => {
            refuses_null(node)
        }
        _ => false,
    }
}

/// Whether an expression is null where what stands before it is null.
pub(super) fn keeps_null(ast: &Ast) -> bool {
    match ast {
        Ast::Identity { .. }
        | Ast::Field { .. }
        | Ast::Index { .. }
        | Ast::Slice { .. }
        | Ast::MultiList { .. }
        | Ast::MultiHash { .. } => true,
        Ast::Projection { lhs, .. } | Ast::And { lhs, .. } => keeps_null(lhs),
        Ast::Or { lhs, rhs, .. } | Ast::Subexpr { lhs, rhs, .. } => {
            keeps_null(lhs) && keeps_null(rhs)
        }
        Ast::Flatten { node, .. } | Ast::ObjectValues { node, .. } => keeps_null(node),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_path() {
        for (text, part) in [
            ("a.", "found `a.`"),
            ("a[", "found `a[`"),
            ("a = b", "Did you mean '=='?"),
            ("", "found ``"),
        ] {
            let error = parse(text).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn refuses_what_is_too_deep_to_be_read() {
        for open in ["(", "[", "!", "{a: ", "a[?"] {
            let error = parse(&open.repeat(200)).unwrap_err();
            assert!(error.contains("at most"), "{error}");
        }
        assert!(parse(&"a.".repeat(10_000)).is_err());
        assert!(parse(&["!".repeat(99), "a".to_owned()].concat()).is_ok());
    }

    #[test]
    fn counts_uses() {
        for (text, expected) in [
            ("a.b.c", 1),
            ("[a, b]", 2),
            ("a == b || c", 3),
            ("a[?b && c].d", 1),
            ("length(@)", 1),
            ("'a'", 0),
        ] {
            assert_eq!(uses(&parse(text).unwrap()), expected, "{text}");
        }
    }
}
