/// The board's process in a node with all units below it.
package struct BoardNode: Hashable, Sendable {
    package var node: Int
    package var figures: ProcessFigures
}
