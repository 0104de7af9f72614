/// Whose records a `total` counts at a node.
package enum NodeScope: String, Hashable, Sendable, CaseIterable {
    case subtree, own
}
