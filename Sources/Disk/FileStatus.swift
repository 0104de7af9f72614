package import Glibc

/// What a file is, as the system says it of a path or a descriptor.
extension stat {
    /// Whether it is a folder; of a link, asked with `stat`, whether it leads to one.
    package var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    /// Whether it is a file with bytes of its own: no folder, pipe, socket or device.
    package var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
    /// Whether it is a symbolic link, which only `lstat` says.
    package var isLink: Bool { st_mode & S_IFMT == S_IFLNK }
}
