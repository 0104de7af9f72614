internal import Glibc

extension String {
    /// Whether the bytes of a text come before those of another: the order of paths, the same on
    /// every machine and in every language.
    package func precedesInBytes(_ other: String) -> Bool { orderInBytes(beside: other) < 0 }

    /// Below 0 where the bytes of a text come before those of another, 0 where they are the same.
    package func orderInBytes(beside other: String) -> Int {
        var (left, right) = (self, other)
        return left.withUTF8 { left in
            right.withUTF8 { right in
                let longer = left.count - right.count
                guard let a = left.baseAddress, let b = right.baseAddress else { return longer }
                let order = memcmp(a, b, min(left.count, right.count))
                return order != 0 ? Int(order) : longer
            }
        }
    }
}

/// The places of texts in the order of their bytes, equal ones as they stand.
///
/// Thousands of paths are sorted without touching the texts themselves.
package func orderInBytes(_ texts: [String]) -> [Int] {
    var pool: [UInt8] = []
    var ends: [Int] = [0]
    ends.reserveCapacity(texts.count + 1)
    for text in texts {
        pool.append(contentsOf: text.utf8)
        ends.append(pool.count)
    }
    return pool.withUnsafeBytes { pool in
        texts.indices.sorted { left, right in
            let a = UnsafeRawBufferPointer(rebasing: pool[ends[left]..<ends[left + 1]])
            let b = UnsafeRawBufferPointer(rebasing: pool[ends[right]..<ends[right + 1]])
            var order: Int32 = 0
            if let a = a.baseAddress, let b = b.baseAddress {
                order = memcmp(
                    a,
                    b,
                    min(ends[left + 1] - ends[left], ends[right + 1] - ends[right])
                )
            }
            return order != 0 ? order < 0 : a.count != b.count ? a.count < b.count : left < right
        }
    }
}
