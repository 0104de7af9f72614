/// A level of the chain, from the bottom up.
package struct ChainLevel: Hashable, Sendable {
    package var id: String
    package var name: String
}
