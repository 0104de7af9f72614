import CCrypto
import Glibc

/// The SHA-256 of bytes that arrive in pieces, written as 64 lower-case hexadecimal digits.
///
/// Contents are known by it: the ledger keeps one content once however often it is handed in, and an
/// edition can be checked by it byte for byte.
package struct SHA256: ~Copyable {
    private let context: OpaquePointer
    private var isSound: Bool

    /// Begins without a byte.
    ///
    /// - Throws: ``FileError/digestUnavailable`` where libcrypto of this machine offers no SHA-256,
    ///   as every method here does.
    package init() throws(FileError) {
        guard let context = EVP_MD_CTX_new() else { throw FileError.digestUnavailable }
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
    package mutating func finish() throws(FileError) -> String {
        var digest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        let done = withUnsafeMutableBytes(of: &digest) { bytes in
            EVP_DigestFinal_ex(
                context,
                bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
                nil
            )
        }
        guard isSound, done == 1 else { throw FileError.digestUnavailable }
        return withUnsafeBytes(of: digest) { digest in
            String(unsafeUninitializedCapacity: 64) { text in
                for (place, byte) in digest.enumerated() {
                    text.initializeElement(at: 2 * place, to: SHA256.digit(byte >> 4))
                    text.initializeElement(at: 2 * place + 1, to: SHA256.digit(byte & 15))
                }
                return 64
            }
        }
    }

    private static func digit(_ number: UInt8) -> UInt8 {
        number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
    }

    /// The digits for bytes of their own, whatever was added before.
    ///
    /// To look up the method anew in libcrypto takes longer than the digest of a small file.
    package mutating func next(_ bytes: RawSpan) throws(FileError) -> String {
        isSound = EVP_DigestInit_ex(context, nil, nil) == 1
        update(bytes)
        return try finish()
    }

    /// The digits for bytes in memory.
    package static func digest(of bytes: [UInt8]) throws(FileError) -> String {
        var hasher = try SHA256()
        hasher.update(bytes.span.bytes)
        return try hasher.finish()
    }

    /// The digits for a file, read in chunks.
    package static func digest(ofFile path: String) throws(FileError) -> String {
        var hasher = try SHA256()
        let file = try Descriptor(reading: path)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = try file.fill(&buffer)
            if count == 0 { break }
            hasher.update(buffer.span.extracting(first: count).bytes)
        }
        return try hasher.finish()
    }
}
