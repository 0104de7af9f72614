/// Words of a command as a POSIX shell takes them, for command lines that people copy.
package enum ShellWord {
    /// A word that a shell reads as it is: bare where nothing in it means anything to a shell, else
    /// between single quotes.
    package static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
                    true
                default: "_./:=@%+,-".utf8.contains(byte)
                }
            }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
