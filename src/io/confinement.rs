//! Takes rights away from the process that reads a file, before it reads it.

/// Caps memory and processor time of this process, and forbids it to write files: no memory dump,
/// which would hold personal data, and nothing else.
///
/// Linux enforces all of it. macOS accepts the cap on memory without enforcing it: there the parent looks
/// at the memory of its child and ends it; on Windows the parent does both by a job object
/// ([`ask`](crate::io::ask)).
///
/// `false` when the system refused: then nothing must be read.
#[cfg(unix)]
pub fn confine(memory_mib: u32, seconds: u32) -> bool {
    use rlimit::Resource;
    let lower = |resource: Resource, wanted: u64| {
        // A limit that is stricter already stays.
        let (_, hard) = resource.get().unwrap_or((0, rlimit::INFINITY));
        resource.set(wanted.min(hard), wanted.min(hard)).is_ok()
    };
    let memory = u64::from(memory_mib) * 1024 * 1024;
    let capped = lower(Resource::DATA, memory) & lower(Resource::AS, memory);
    let soft = u64::from(seconds);
    let (_, hard) = Resource::CPU.get().unwrap_or((0, rlimit::INFINITY));
    // The soft limit ends with a signal of its own, by which the parent knows the reason.
    let timed = Resource::CPU.set(soft.min(hard), soft.saturating_add(5).min(hard)).is_ok();
    let closed = lower(Resource::CORE, 0) && lower(Resource::FSIZE, 0);
    (capped || cfg!(target_os = "macos")) && timed && closed
}

/// The parent has put this process into a job object before it gave it the file.
#[cfg(windows)]
pub fn confine(_memory_mib: u32, _seconds: u32) -> bool {
    true
}
