internal import CMalloc
internal import Glibc

/// How the heap grows: in few large steps, and back only where that is asked for.
///
/// A run takes memory up until its reports are written and then ends. By default the C library asks
/// the system for a hundred kilobytes at a time, which two threads wait for each other to get, and
/// gives back what it will need again.
package enum HeapGrowth {
    /// Bytes by which the heap grows; they cost nothing until they are used.
    private static let step: Int32 = 64 << 20

    /// The bytes from which an allocation is one of its own, which goes back to the system once it
    /// is freed: columns of millions of records, of which each stage of a run has others.
    private static let own: Int32 = 8 << 20

    /// Sets it for the whole process; to be called before threads are made.
    package static func makeRare() {
        mallopt(M_TOP_PAD, step)
        mallopt(M_TRIM_THRESHOLD, Int32.max)
        mallopt(M_MMAP_THRESHOLD, own)
        // What a thread has freed only threads of the same arena take up again. By default there
        // are more of them than threads at work, and each keeps what its busiest stage took.
        mallopt(M_ARENA_MAX, Int32(clamping: sysconf(Int32(_SC_NPROCESSORS_ONLN))) + 1)
    }

    /// Gives back to the system what is free, in the heap of every thread.
    ///
    /// For where much was given up at once: what one thread has freed another does not take up
    /// again.
    static func giveBack() { malloc_trim(0) }
}
