//! The settings of a client.

/// The settings of a client: which region and which endpoint it calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    region: Option<String>,
    endpoint_url: Option<String>,
    use_fips: bool,
    use_dual_stack: bool,
}

impl Config {
    /// Starts to put settings together.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The region, `us-east-1`.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// The URL of an endpoint to call in place of the service's own.
    #[must_use]
    pub fn endpoint_url(&self) -> Option<&str> {
        self.endpoint_url.as_deref()
    }

    /// Whether endpoints that conform to FIPS 140 are called.
    #[must_use]
    pub fn use_fips(&self) -> bool {
        self.use_fips
    }

    /// Whether endpoints that speak IPv6 and IPv4 are called.
    #[must_use]
    pub fn use_dual_stack(&self) -> bool {
        self.use_dual_stack
    }
}

/// Puts the settings of a client together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Builder {
    config: Config,
}

impl Builder {
    /// Sets the region, `us-east-1`.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.config.region = Some(region.into());
        self
    }

    /// Sets the URL of an endpoint to call in place of the service's own.
    #[must_use]
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.config.endpoint_url = Some(url.into());
        self
    }

    /// Sets whether endpoints that conform to FIPS 140 are called.
    #[must_use]
    pub fn use_fips(mut self, use_fips: bool) -> Self {
        self.config.use_fips = use_fips;
        self
    }

    /// Sets whether endpoints that speak IPv6 and IPv4 are called.
    #[must_use]
    pub fn use_dual_stack(mut self, use_dual_stack: bool) -> Self {
        self.config.use_dual_stack = use_dual_stack;
        self
    }

    /// The settings.
    #[must_use]
    pub fn build(self) -> Config {
        self.config
    }
}
