//! The service as a whole.

use super::{Findings, Rule, Side};

/// Compares the facts of two services.
pub(super) fn compare(old: &Side, new: &Side, findings: &mut Findings<'_>) {
    findings.documentation("Client");
    let ids = [old, new].map(|side| side.model.service.id.to_string());
    if ids[0] != ids[1] {
        findings.note(format!(
            "these are two services, `{}` and `{}`: what is renamed as a whole shows as removed and added",
            ids[0], ids[1]
        ));
    }
    let (old, new) = (&old.service, &new.service);
    for (what, old, new) in [
        ("title", &old.title, &new.title),
        ("SDK id", &old.sdk_id, &new.sdk_id),
        ("API version", &old.api_version, &new.api_version),
    ] {
        findings.value(Rule::ServiceChanged, "Client", (what, old, new));
    }
    let signing = |name: &Option<String>| name.clone().unwrap_or_default();
    let names = (
        "signing name",
        signing(&old.signing_name),
        signing(&new.signing_name),
    );
    findings.value(Rule::SigningChanged, "Client", names);
}
