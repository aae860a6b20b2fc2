//! Names of waiters: the method of the client, the module and the base of their types, the constant.

use heck::ToShoutySnakeCase;

use super::words::{Taken, module, snake, upper_camel};
use crate::ir::Name;

/// Names that modules in `waiters` do not get: its page imports them.
const TAKEN_MODULES: [&str; 2] = ["client", "waiter"];

/// The names of a waiter.
pub(in crate::resolve) struct WaiterNames {
    /// `CompositionActive`, on which the names of its types are made.
    pub(in crate::resolve) base: Name,
    /// Its module in `waiters`.
    pub(in crate::resolve) module: Name,
    /// Its method on the client.
    pub(in crate::resolve) method: Name,
    /// The constant that says what it does.
    pub(in crate::resolve) constant: Name,
}

/// Names waiters. Their own names differ by more than the case of letters, so two of them never get one name; a waiter
/// gives way to an operation that is called as its method.
pub(in crate::resolve) struct NamesWaiters(Taken);

impl NamesWaiters {
    /// Beside these methods of the client.
    pub(in crate::resolve) fn new<'n>(methods: impl Iterator<Item = &'n Name>) -> Self {
        let mut taken = Taken::default();
        for method in methods {
            taken.take(vec![method.as_str().to_owned()]);
        }
        Self(taken)
    }

    pub(in crate::resolve) fn name(&mut self, name: &str) -> WaiterNames {
        WaiterNames {
            base: upper_camel(name),
            module: module(name, &TAKEN_MODULES),
            method: self.0.number(&snake(name).prefixed("wait_until_")),
            constant: Name::new(name.to_shouty_snake_case()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_way_to_operations() {
        let methods = ["wait_until_done", "do_it"].map(Name::new);
        let mut names = NamesWaiters::new(methods.iter());
        let mut method = |name| names.name(name).method.as_str().to_owned();
        assert_eq!(method("Done"), "wait_until_done2");
        assert_eq!(method("DBReady"), "wait_until_db_ready");
        assert_eq!(method("Self"), "wait_until_self_");
        assert_eq!(method("Wait"), "wait_until_wait");
    }

    #[test]
    fn modules_and_constants_are_names_of_rust() {
        let mut names = NamesWaiters::new([].iter());
        let mut both = |name| {
            let WaiterNames {
                module, constant, ..
            } = names.name(name);
            format!("{module} {constant}")
        };
        assert_eq!(
            both("CompositionActive"),
            "composition_active COMPOSITION_ACTIVE"
        );
        assert_eq!(both("Type"), "type_ TYPE");
        assert_eq!(both("Client"), "client_ CLIENT");
        assert_eq!(both("Self"), "self_ SELF");
        assert_eq!(both("Con"), "con_ CON");
        assert_eq!(both("V2"), "v2 V2");
    }
}
