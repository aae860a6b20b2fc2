//! Faults of networks and services, on real sockets: what the client makes of them, and what it says.
//!
//! Each test has a server of its own on loopback that writes its answers byte by byte, and a region of its own: what a
//! region's calls have to spend on retries is shared by a whole process.

#[cfg(test)]
#[path = "../support/process.rs"]
mod process;
#[cfg(test)]
mod server;
#[cfg(test)]
mod setup;
#[cfg(test)]
mod tls;

#[cfg(test)]
mod answers;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod connections;
#[cfg(test)]
mod credentials;
#[cfg(test)]
mod environment;
#[cfg(test)]
mod framing;
#[cfg(test)]
mod hooks;
#[cfg(test)]
mod http2;
#[cfg(test)]
mod load;
#[cfg(test)]
mod services;
#[cfg(test)]
mod sizes;
#[cfg(test)]
mod times;
