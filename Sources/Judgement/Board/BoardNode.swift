/// The board's process in a node with all units below it.
package struct BoardNode: Hashable, Sendable {
    /// The node's index in the roster.
    package var node: Int
    /// The process of the node and of all units below it, added up.
    package var figures: ProcessFigures
}
