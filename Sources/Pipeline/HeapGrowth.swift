internal import CMalloc

/// How the heap grows: in few large steps, and back only where that is asked for.
///
/// A run takes memory up until its reports are written and then ends. By default the C library asks
/// the system for a hundred kilobytes at a time, which two threads wait for each other to get, and
/// gives back what it will need again.
package enum HeapGrowth {
    /// Bytes by which the heap grows; they cost nothing until they are used.
    private static let step: Int32 = 64 << 20

    /// Sets it for the whole process; to be called before threads are made.
    package static func makeRare() {
        mallopt(M_TOP_PAD, step)
        mallopt(M_TRIM_THRESHOLD, Int32.max)
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
    }

    /// Gives back to the system what is free, in the heap of every thread.
    ///
    /// For where much was given up at once: what one thread has freed another does not take up again.
    static func giveBack() { malloc_trim(0) }
}
