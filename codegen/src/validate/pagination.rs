//! `paginated`: the operation's values before the service's, and paths that lead to fitting members
//! ([Smithy 2.0, paginated](https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait)).

use super::faults::Faults;
use super::kinds::Kinds;
use super::traits::PartialPaginated;
use super::typing::{Paginators, kind_of};
use crate::diagnostic::step;
use crate::model::{Model, Paginated, ShapeId};

const PAGINATED: &str = "smithy.api#paginated";

/// Gives each paginated operation its whole trait.
pub(super) fn merge(model: &mut Model, paginators: &Paginators, faults: &mut Faults) {
    let shared = paginators
        .get(&model.service.id)
        .cloned()
        .unwrap_or_default();
    let mut merged = Vec::new();
    for operation in &model.operations {
        let paginated = paginators.get(&operation.id).and_then(|own| {
            let mut search = Search {
                model,
                operation: &operation.id,
                faults,
            };
            search.paginated(
                own,
                &shared,
                operation.input.as_ref(),
                operation.output.as_ref(),
            )
        });
        merged.push(paginated);
    }
    for (operation, paginated) in model.operations.iter_mut().zip(merged) {
        operation.traits.paginated = paginated;
    }
}

struct Search<'a> {
    model: &'a Model,
    operation: &'a ShapeId,
    faults: &'a mut Faults,
}

impl Search<'_> {
    fn paginated(
        &mut self,
        own: &PartialPaginated,
        shared: &PartialPaginated,
        input: Option<&ShapeId>,
        output: Option<&ShapeId>,
    ) -> Option<Paginated> {
        let value =
            |own: &Option<String>, shared: &Option<String>| own.clone().or_else(|| shared.clone());
        let input_token = value(&own.input_token, &shared.input_token);
        let output_token = value(&own.output_token, &shared.output_token);
        let items = value(&own.items, &shared.items);
        let page_size = value(&own.page_size, &shared.page_size);

        let token = Kinds::STRINGS.or(Kinds::MAP);
        self.check("inputToken", input, input_token.as_deref(), token);
        self.check("outputToken", output, output_token.as_deref(), token);
        self.check(
            "items",
            output,
            items.as_deref(),
            Kinds::LIST.or(Kinds::MAP),
        );
        // Services older than Smithy take the number as text.
        let size = Kinds::INTEGERS.or(Kinds::STRINGS);
        self.check("pageSize", input, page_size.as_deref(), size);
        for (property, found) in [("inputToken", &input_token), ("outputToken", &output_token)] {
            if found.is_none() {
                self.fault(
                    None,
                    format!("found no `{property}`, neither here nor on the service, expected the name of a member"),
                    "add it to the trait",
                );
            }
        }
        Some(Paginated {
            input_token: input_token?,
            output_token: output_token?,
            items,
            page_size,
        })
    }

    /// Follows a path of member names from a structure.
    fn check(
        &mut self,
        property: &str,
        from: Option<&ShapeId>,
        path: Option<&str>,
        allowed: Kinds,
    ) {
        let Some(path) = path else {
            return;
        };
        let mut place = from;
        for name in path.split('.') {
            let shape = place.and_then(|id| self.model.shapes.get(id));
            let member =
                shape.and_then(|shape| shape.members().iter().find(|member| member.name() == name));
            let Some(member) = member else {
                let found = place.map_or_else(
                    || "the operation has none".to_owned(),
                    |id| format!("`{id}` has none"),
                );
                let message = format!(
                    "found {path:?} at `{property}`, expected the path of a member: {found} of the name `{name}`"
                );
                let help = "name a member of the operation's input or output";
                self.fault(Some(property), message, help);
                return;
            };
            place = Some(&member.target);
        }
        let target = place.and_then(|id| self.model.shapes.get(id));
        if let Some(target) = target.filter(|target| !allowed.has(kind_of(target))) {
            let (found, expected) = (kind_of(target).name(), allowed.describe());
            let message = format!(
                "found {path:?} at `{property}`, whose target is of the type {found}, expected {expected}"
            );
            self.fault(Some(property), message, "name another member");
        }
    }

    fn fault(&mut self, property: Option<&str>, message: String, help: &str) {
        let fault = self
            .faults
            .of_trait(self.operation, PAGINATED, message)
            .help(help);
        self.faults.push(match property {
            Some(property) => fault.value(step(property)),
            None => fault,
        });
    }
}
