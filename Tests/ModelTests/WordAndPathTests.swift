import Model
import Testing

@Suite struct WordAndPathTests {
    @Test(arguments: [
        ("run", "run"), ("--as-of=2024-12-10T02:00:00", "--as-of=2024-12-10T02:00:00"),
        ("/srv/tổng hợp", "'/srv/tổng hợp'"), ("phường.csv", "phường.csv"), ("", "''"),
        ("it's", "'it'\\''s'"), ("$HOME", "'$HOME'"), ("a;b", "'a;b'"), ("*", "'*'"),
        ("~", "'~'"), ("a\nb", "'a\nb'"), ("\"", "'\"'"), ("\\", "'\\'"), ("{x}", "'{x}'"),
    ])
    func aShellReadsTheWordAsItIs(word: String, quoted: String) {
        #expect(ShellWord.quoted(word) == quoted)
    }

    /// The same letters, the accent once a part of them and once by itself: two files.
    @Test func pathsAreTheSameByTheirBytes() {
        let (whole, parts) = ("b\u{E1}o.csv", "ba\u{301}o.csv")
        #expect(whole == parts)
        #expect(PathKey(whole) != PathKey(parts))
        #expect(Set([PathKey(whole), PathKey(parts), PathKey(whole)]).count == 2)
    }
}
