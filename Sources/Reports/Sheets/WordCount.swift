/// The cells of a block that hold one of some words.
package struct WordCount: Hashable, Sendable {
    package var words: [String]
    package var block: CellBlock

    package init(_ words: [String], in block: CellBlock) {
        self.words = words
        self.block = block
    }
}
