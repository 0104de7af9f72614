internal import Model

/// The words of a file's name that are not a unit's.
enum FileNameWords {
    /// Whether a short number stands at the beginning that may belong to the name before it.
    ///
    /// `Bảo Lâm 4` is not `Bảo Lâm`. A date's number (`05.2024`, `6 tháng`) is none, and a copy's
    /// has its brackets.
    static func beginsWithOrdinal(_ words: ArraySlice<[UInt8]>) -> Bool {
        guard let first = words.first, first.count <= 2, first.allSatisfy(CellBytes.isDigit) else {
            return false
        }
        guard let second = words.dropFirst().first else { return true }
        return second != month && !second.allSatisfy(CellBytes.isDigit)
    }

    private static let month = Fold.key("tháng")

    /// A name without the number of a copy: `BC (1)`.
    static func withoutCopies(_ name: String) -> String {
        var output = ""
        var rest = name[...]
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            let inside = rest[open..<close].dropFirst()
            let isCopy = inside.utf8.count <= 2 && inside.utf8.allSatisfy(CellBytes.isDigit)
            output += isCopy ? rest[..<open] + " " : rest[...close]
            rest = rest[close...].dropFirst()
        }
        return output + rest
    }

    /// A name with `NhanChinh` parted into `Nhan Chinh` and `THCSHaDinh` into `THCS Ha Dinh`.
    static func parted(_ name: String) -> String {
        let letters = Array(name)
        var output = ""
        for (index, letter) in letters.enumerated() {
            if index > 0, letter.isUppercase {
                let follows = index + 1 < letters.count && letters[index + 1].isLowercase
                if letters[index - 1].isLowercase || (letters[index - 1].isUppercase && follows) {
                    output.append(" ")
                }
            }
            output.append(letter)
        }
        return output
    }

    /// Whether folded words are nothing but numbers and what reports are named with.
    ///
    /// What is common counts as a whole: `bình xét` does, while `Bình` alone may end a unit's name
    /// (`Xã Thanh Bình` is not `Xã Thanh`). Accents may be left out of two words and more only:
    /// `nam` may be a part of a name, `nam 2024` is not asked for.
    static func areCommon(_ words: ArraySlice<[UInt8]>) -> Bool {
        var words = words
        while let word = words.first {
            if word.contains(where: CellBytes.isDigit), word.count <= 10 {
                words.removeFirst()
                continue
            }
            let length = (1...longest).reversed().first { length in
                length <= words.count && isCommon(UnitNameForms.key(words.prefix(length)))
            }
            guard let length else { return false }
            words.removeFirst(length)
        }
        return true
    }

    private static func isCommon(_ key: [UInt8]) -> Bool {
        common.contains(key) || (key.contains(32) && bareCommon.contains(key))
    }

    private static let longest = 5

    private static let common = Set(
        """
        báo cáo, bc, kết quả, kq, số liệu, sl, biểu, biểu mẫu, bm, phụ lục, pl, danh sách, ds, \
        tổng hợp, gửi, nộp, của, đơn vị, ubnd, ủy ban nhân dân, cuộc thi viết, cuộc thi, bài dự thi, \
        bài viết, điển hình tiên tiến, điển hình, đhtt, gương, người tốt việc tốt, ntvt, khen thưởng, \
        thi đua, thi đua khen thưởng, tđkt, đề nghị, kế hoạch, kh, văn bản, văn bản ban hành, \
        họp bình xét, bình xét, giao ước, giao ước thi đua, hoạt động, phong trào, tin bài, \
        chuyên mục, tuyên truyền, thực hiện, năm, quý, tháng, kỳ, đợt, lần, ngày, tháng đầu năm, \
        tháng cuối năm, cả năm, giai đoạn, copy, final, bản sao, đã sửa, sửa, chốt, bản chốt, \
        chính thức, bản chính thức, hoàn thiện, bổ sung, theo, về, và, v, q, t, rev, new, ok, \
        i, ii, iii, iv
        """
        .split(separator: ",").map { Fold.key(String($0)) }
    )

    private static let bareCommon = Set(common.map(Fold.bareKey))
}
