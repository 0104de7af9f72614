/// Two whole numbers of a form in one column: `Số phiếu đồng ý/Tổng số phiếu` (domain.md 2.4).
///
/// The column gives them where no other one gives either of them.
package struct PairFields: Hashable, Sendable {
    /// The field of the number before the stroke.
    package let first: Int
    /// The field of the number behind it.
    package let second: Int

    /// Both, in the order of the cell.
    package var fields: [Int] { [first, second] }
}
