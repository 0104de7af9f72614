internal import Glibc
internal import Model

/// Who does something to the ledger, on which machine and with which words.
package struct Operator: Hashable, Sendable {
    /// The account's name; its number where the machine knows no name for it.
    package var user: String
    /// The machine's name.
    package var host: String
    /// The command line, its words separated by blanks and quoted where they hold any.
    package var command: String

    package init(user: String, host: String, command: String) {
        self.user = user
        self.host = host
        self.command = command
    }

    /// The account that this process runs as, whatever its environment says.
    package static func current(command: [String]) -> Operator {
        Operator(
            user: user(of: geteuid()),
            host: Machine.host,
            command: command.map(ShellWord.quoted).joined(separator: " ")
        )
    }

    private static func user(of id: uid_t) -> String {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        guard getpwuid_r(id, &entry, &buffer, buffer.count, &found) == 0, found != nil,
            let name = entry.pw_name
        else { return String(id) }
        return String(cString: name)
    }
}
