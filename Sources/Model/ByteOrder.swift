internal import Glibc

extension String {
    /// Whether the bytes of a text come before those of another: the order of paths, the same on every
    /// machine and in every language.
    package func precedesInBytes(_ other: String) -> Bool {
        var (left, right) = (self, other)
        return left.withUTF8 { left in
            right.withUTF8 { right in
                guard let a = left.baseAddress, let b = right.baseAddress else {
                    return left.count < right.count
                }
                let order = memcmp(a, b, min(left.count, right.count))
                return order != 0 ? order < 0 : left.count < right.count
            }
        }
    }
}
