import CCrypto
import Glibc

/// The SHA-256 of bytes that arrive in pieces, written as 64 lower-case hexadecimal digits.
///
/// It is the name of an original in the ledger, so one content is kept once however often it is
/// handed in.
package struct SHA256: ~Copyable {
    private let context: OpaquePointer
    private var isSound: Bool

    /// Throws only where libcrypto of this machine offers no SHA-256.
    package init() throws(LedgerError) {
        guard let context = EVP_MD_CTX_new() else { throw .digestUnavailable }
        self.context = context
        isSound = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the next bytes.
    package mutating func update(_ bytes: RawSpan) {
        let done = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        isSound = isSound && done == 1
    }

    /// The digits for all bytes added; nothing can be added afterwards.
    package mutating func finish() throws(LedgerError) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        guard isSound, EVP_DigestFinal_ex(context, &digest, nil) == 1 else {
            throw .digestUnavailable
        }
        let digits = Array("0123456789abcdef".utf8)
        let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The digits for bytes in memory.
    package static func digest(of bytes: [UInt8]) throws(LedgerError) -> String {
        var hasher = try SHA256()
        hasher.update(bytes.span.bytes)
        return try hasher.finish()
    }

    /// The digits for a file, read in chunks.
    package static func digest(ofFile path: String) throws(LedgerError) -> String {
        var hasher = try SHA256()
        do {
            let file = try Descriptor(reading: path)
            var buffer = [UInt8](repeating: 0, count: 1 << 20)
            while true {
                let count = try file.fill(&buffer)
                if count == 0 { break }
                hasher.update(buffer.span.extracting(first: count).bytes)
            }
        } catch {
            throw .file(error)
        }
        return try hasher.finish()
    }
}
