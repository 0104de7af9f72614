import Glibc

/// The link `latest` of a window.
enum Latest {
    /// The id of the run that the link beside an edition's folder points to.
    static func run(besides folder: String) -> String? {
        var parts = folder.split(separator: "/", omittingEmptySubsequences: false)
        parts[parts.count - 1] = "latest"
        let link = parts.joined(separator: "/")
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink(link, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
            .split(separator: "/").last.map(String.init)
    }
}
