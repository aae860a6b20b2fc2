//! Where calls go and what signs them, as the endpoint rules say.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_types::Document;

use super::signing::Signer;
use crate::runtime::client::Service;
use crate::runtime::config::Config;
use crate::runtime::endpoint::{ContextParams, Endpoint, is_valid_host_label};
use crate::runtime::http::Target;

/// How many routes a client keeps of calls that say something to the endpoint rules.
const KEPT: usize = 32;

/// Where a request goes, and what signs it.
#[derive(Debug)]
pub(super) struct Route {
    /// Where it goes, or why there is no such place.
    pub(super) target: Result<Target, String>,
    /// What signs it, or why nothing can.
    pub(super) signer: Result<Option<Signer>, String>,
}

/// The routes of a client's calls.
#[derive(Debug)]
pub(super) struct Routes {
    /// That of calls which say nothing to the endpoint rules: for most services, of all.
    plain: Arc<Route>,
    /// Those of the last calls which did, the latest first. A route has a key for signatures that takes time to make.
    others: Mutex<VecDeque<(ContextParams, Arc<Route>)>>,
}

impl Routes {
    pub(super) fn new(service: &Service, config: &Config) -> Self {
        Self {
            plain: Arc::new(Route::new(service, config, ContextParams::new())),
            others: Mutex::default(),
        }
    }

    /// The route of a call that says this to the endpoint rules.
    pub(super) fn find(
        &self,
        service: &Service,
        config: &Config,
        params: Option<ContextParams>,
    ) -> Arc<Route> {
        let Some(params) = params.filter(|params| !params.is_empty()) else {
            return Arc::clone(&self.plain);
        };
        // Nothing that holds the lock can leave half a route behind.
        let mut others = self.others.lock().unwrap_or_else(PoisonError::into_inner);
        let known = others.iter().position(|(known, _)| *known == params);
        let found = known.and_then(|index| others.remove(index));
        let (params, route) = found.unwrap_or_else(|| {
            let route = Route::new(service, config, params.clone());
            (params, Arc::new(route))
        });
        others.push_front((params, Arc::clone(&route)));
        others.truncate(KEPT);
        route
    }
}

impl Route {
    fn new(service: &Service, config: &Config, params: ContextParams) -> Self {
        match endpoint(service, config, params) {
            Ok(endpoint) => Self {
                target: Target::new(&endpoint).map_err(|error| error.to_string()),
                signer: signer(service, config, &endpoint),
            },
            Err(error) => Self {
                signer: Err(error.clone()),
                target: Err(error),
            },
        }
    }
}

/// Asks the endpoint rules. Where it is a region that they miss, the error says how to set one.
fn endpoint(service: &Service, config: &Config, params: ContextParams) -> Result<Endpoint, String> {
    // A region becomes part of a host's name, whatever else is set: it must not lead to another host.
    if let Some(region) = config.region()
        && !is_valid_host_label(region.as_ref(), false)
    {
        return Err(format!(
            "the region {:?} is no name of a region; expected letters, digits and hyphens, such as us-east-1",
            region.as_ref()
        ));
    }
    service.endpoint(config, params).map_err(|error| {
        let error = error.to_string();
        if config.region().is_none() && error.to_ascii_lowercase().contains("region") {
            format!("{error}: {NO_REGION}")
        } else {
            error
        }
    })
}

/// What signs, for the region of the client unless the endpoint rules name another.
fn signer(
    service: &Service,
    config: &Config,
    endpoint: &Endpoint,
) -> Result<Option<Signer>, String> {
    let Some(name) = service.signing_name else {
        return Ok(None);
    };
    let scheme = match scheme(endpoint)? {
        Scheme::None => return Ok(None),
        Scheme::Usual => None,
        Scheme::SigV4(scheme) => Some(scheme),
    };
    let named = |member| scheme.and_then(|scheme| text(scheme, member));
    let region = named("signingRegion").or(config.region().map(AsRef::as_ref));
    let Some(region) = region else {
        return Err(format!(
            "requests to {} are signed for a region: {NO_REGION}",
            service.sdk_id
        ));
    };
    let is_true = |member| {
        let found = scheme.and_then(|scheme: &Object| scheme.get(member));
        found.and_then(Document::as_bool).unwrap_or_default()
    };
    let signer = Signer::new(named("signingName").unwrap_or(name), region)
        .encode_path_twice(!is_true("disableDoubleEncoding"))
        .normalize_path(!is_true("disableNormalizePath"));
    Ok(Some(signer))
}

type Object = HashMap<String, Document>;

/// How requests to an endpoint are authenticated.
enum Scheme<'d> {
    /// As those to the other endpoints of the service.
    Usual,
    /// With a signature that differs in these properties.
    SigV4(&'d Object),
    /// Not at all.
    None,
}

/// The first of the schemes that the endpoint takes and this client knows.
///
/// ([AWS rules engine, authentication
/// schemes](https://smithy.io/2.0/aws/rules-engine/auth-schemes.html))
fn scheme(endpoint: &Endpoint) -> Result<Scheme<'_>, String> {
    let schemes = endpoint.auth_schemes();
    let mut names = Vec::new();
    for scheme in schemes.iter().filter_map(Document::as_object) {
        match text(scheme, "name") {
            Some("sigv4") => return Ok(Scheme::SigV4(scheme)),
            Some("none") => return Ok(Scheme::None),
            name => names.extend(name),
        }
    }
    // A signature that the endpoint does not take would come back as an error that says little.
    if names.is_empty() {
        return Ok(Scheme::Usual);
    }
    Err(format!(
        "requests to this endpoint are signed with {}, expected sigv4: this client knows no other signature",
        names.join(" or ")
    ))
}

fn text<'d>(object: &'d Object, member: &str) -> Option<&'d str> {
    object.get(member)?.as_string()
}

/// What to say where no region is set.
const NO_REGION: &str = "no region is set; set it with `Config::builder().region(\"us-east-1\")`, or make the client \
    with `Client::from_env()`, which reads AWS_REGION and AWS_DEFAULT_REGION, or, with the feature `aws-config`, with \
    `Client::new(&aws_config::load_defaults(BehaviorVersion::latest()).await)`, which reads the profile that \
    AWS_PROFILE names (its `region`) and the instance's metadata too";
