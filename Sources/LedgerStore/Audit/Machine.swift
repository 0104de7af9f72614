import Glibc
package import Model

/// The machine that the program runs on.
package enum Machine {
    /// Its name in the network.
    package static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "?" }
        return String(
            decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
    }

    /// Its own clock, which no option sets.
    package static var clock: Instant { Instant(unix: Int64(time(nil))) }
}
