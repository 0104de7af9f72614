import Foundation

/// A cell's text in NFC and without byte order marks, which are no data wherever they stand.
func plain(_ text: String) -> String {
    var text = text
    // Foundation composes at 29 MB/s (csv.md §2): only text with a combining mark is worth it.
    let mayCombine = text.utf8.contains { $0 == 0xCC || $0 == 0xCD }
    if mayCombine { text = text.precomposedStringWithCanonicalMapping }
    if text.utf8.contains(0xEF) { text.unicodeScalars.removeAll { $0.value == 0xFEFF } }
    return text
}
