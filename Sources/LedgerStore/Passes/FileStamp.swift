package import Glibc
package import Model

/// What the file system says of a file without its being read.
///
/// Equal stamps mean equal bytes, so that a night with 10,000 unchanged files reads none of them.
/// The change time is part of it because a copy may keep size and modification time; it cannot keep
/// that.
package struct FileStamp: Hashable, Sendable {
    /// Bytes.
    package var size: Int64
    /// Modification time, nanoseconds since 1970-01-01T00:00:00Z.
    package var modified: Int64
    /// Time of the last change to the file or what is known of it, in the same units.
    package var changed: Int64
    /// The number of the file in its file system.
    package var inode: UInt64

    package init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }

    /// The stamp of an open file, or of a path that was asked about.
    package init(_ status: stat) {
        size = Int64(status.st_size)
        modified = FileStamp.nanoseconds(status.st_mtim)
        changed = FileStamp.nanoseconds(status.st_ctim)
        inode = UInt64(status.st_ino)
    }

    /// The modification time on the clock of Viet Nam.
    package var modifiedAt: Instant {
        let billion: Int64 = 1_000_000_000
        let (seconds, rest) = modified.quotientAndRemainder(dividingBy: billion)
        return Instant(unix: rest < 0 ? seconds - 1 : seconds)
    }

    /// The stamp that equals no other: its file is read again the next time.
    ///
    /// For a file that changed so shortly before it was read that a second change could carry the
    /// same times.
    package var untrusted: FileStamp {
        var copy = self
        copy.changed = .min
        return copy
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        let (product, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? (time.tv_sec < 0 ? .min : .max) : product &+ Int64(time.tv_nsec)
    }
}
