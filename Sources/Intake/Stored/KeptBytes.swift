/// Bytes that stay where they were read from, so that what is seldom asked for need not be held as
/// well.
package struct KeptBytes: Sendable {
    let source: any IdentitySource
    /// Where they begin in the source.
    let start: Int
    let room: IdentityRoom

    /// Bytes that begin at a place of a source; `room` is what memory holds of them and of others.
    package init(in source: any IdentitySource, from start: Int, room: IdentityRoom) {
        (self.source, self.start, self.room) = (source, start, room)
    }
}
