/// The cells of a block that hold one of some words.
package struct WordCount: Hashable, Sendable {
    /// The words of which a cell must hold one.
    package var words: [String]
    /// The cells that are looked at.
    package var block: CellBlock

    package init(_ words: [String], in block: CellBlock) {
        self.words = words
        self.block = block
    }
}
