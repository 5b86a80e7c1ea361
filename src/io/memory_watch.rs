//! How much memory a child process holds, as its parent sees it.

use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

/// Watches one process.
pub(crate) struct MemoryWatch {
    system: System,
    process: Pid,
    most: u64,
}

impl MemoryWatch {
    /// Watches a process that may hold so many MiB.
    pub(crate) fn new(process: u32, mib: u32) -> Self {
        let most = u64::from(mib) * 1024 * 1024;
        Self { system: System::new(), process: Pid::from_u32(process), most }
    }

    /// Whether it holds more just now. A process that is gone holds nothing.
    pub(crate) fn is_exceeded(&mut self) -> bool {
        let memory = ProcessRefreshKind::nothing().without_tasks().with_memory();
        let only = [self.process];
        self.system.refresh_processes_specifics(ProcessesToUpdate::Some(&only), true, memory);
        self.system.process(self.process).is_some_and(|process| process.memory() > self.most)
    }
}
