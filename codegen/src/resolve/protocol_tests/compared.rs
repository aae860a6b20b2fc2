//! Which types are compared, and how.

use crate::ir::protocol_test::{
    Compared, ComparedMember, ProtocolTest, ProtocolTestKind, ProtocolTestPage,
};
use crate::ir::{Name, Operation, Service, Structure, Union};

/// The outputs and errors that cases expect, and every type that an answer can hold; nothing if no case has one.
pub(super) fn compared(service: &Service, pages: &[ProtocolTestPage]) -> Vec<Compared> {
    let cases = || pages.iter().flat_map(|page| &page.cases);
    let expected: Vec<&Name> = cases().filter_map(expected).collect();
    if expected.is_empty() {
        return Vec::new();
    }
    let is_expected = |name: &Name| expected.contains(&name);
    let outputs = service
        .operations
        .iter()
        .filter(|operation| is_expected(&operation.output.name))
        .map(output);
    let errors = service
        .errors
        .iter()
        .map(|error| &error.structure)
        .filter(|structure| structure.in_responses || is_expected(&structure.name))
        .map(|error| structure(error, &["types", "error"]));
    let structures = service
        .structures
        .iter()
        .filter(|structure| structure.in_responses)
        .map(|one| structure(one, &["types"]));
    let unions = service.unions.iter().filter(|union| union.in_responses);
    let enums = service.enums.iter().map(|one| &one.name);
    let int_enums = service.int_enums.iter().map(|one| &one.name);
    let enums = enums.chain(int_enums).cloned().map(Compared::Enum);
    outputs
        .chain(structures)
        .chain(errors)
        .chain(unions.map(union))
        .chain(enums)
        .collect()
}

fn expected(case: &ProtocolTest) -> Option<&Name> {
    match &case.kind {
        ProtocolTestKind::Request(..) => None,
        ProtocolTestKind::Output(_, value) | ProtocolTestKind::Error(_, value) => Some(&value.name),
    }
}

fn output(operation: &Operation) -> Compared {
    structure(&operation.output, &["operation", operation.module.as_str()])
}

fn structure(structure: &Structure, module: &[&str]) -> Compared {
    let fields = structure.fields.iter();
    Compared::Structure {
        module: module.iter().copied().map(Name::new).collect(),
        name: structure.name.clone(),
        fields: fields
            .map(|field| ComparedMember {
                name: field.name.clone(),
                secret: field.sensitive || structure.sensitive,
            })
            .collect(),
    }
}

fn union(union: &Union) -> Compared {
    let (units, members) = union
        .variants
        .iter()
        .partition::<Vec<_>, _>(|variant| variant.ty.is_none());
    Compared::Union {
        name: union.name.clone(),
        variants: members
            .into_iter()
            .map(|variant| ComparedMember {
                name: variant.name.clone(),
                secret: variant.sensitive || union.sensitive,
            })
            .collect(),
        units: units
            .into_iter()
            .map(|variant| variant.name.clone())
            .collect(),
    }
}
