/// A level of the chain, from the bottom up.
package struct ChainLevel: Hashable, Sendable {
    /// The code of the level in the plan and the roster.
    package var id: String
    /// What officials call it.
    package var name: String
}
