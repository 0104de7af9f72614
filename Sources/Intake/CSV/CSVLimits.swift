/// Bounds on what the CSV layer holds, so that no file can take the night or the memory.
package struct CSVLimits: Hashable, Sendable {
    /// The size at which waiting bytes are cut into a block.
    package var blockBytes: Int
    /// The longest record; a quote open for longer never closes.
    package var recordBytes: Int
    /// The longest cell that is no fault.
    package var cellBytes: Int
    /// The most cells in a record; a wider one is set aside.
    package var columns: Int

    /// Limits other than the standard ones, such as small ones for tests.
    package init(
        blockBytes: Int = 1 << 20,
        recordBytes: Int = 1 << 20,
        cellBytes: Int = 64 << 10,
        columns: Int = 1024
    ) {
        self.blockBytes = blockBytes
        self.recordBytes = recordBytes
        self.cellBytes = cellBytes
        self.columns = min(columns, 65_000)
    }

    /// The limits that every run reads with.
    package static let standard = CSVLimits()
}
