internal import Judgement
internal import Model
internal import Plans

extension ReportFrame {
    /// The superior body and the issuing office, in capitals.
    var letterhead: Letterhead {
        let roster = judgement.scene.roster
        let root = judgement.scene.root
        let superior = roster.parents[root].map { roster.units[$0].name.uppercased() }
        return Letterhead(
            superior: address?.parent ?? superior ?? "",
            office: address?.office ?? roster.units[root].name.uppercased(),
            nation: words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            motto: words("Độc lập - Tự do - Hạnh phúc")
        )
    }

    /// The issuing office as in running text; the roster knows which letters of a name are
    /// capitals.
    var spelledOffice: String {
        let office = letterhead.office
        let units = judgement.scene.roster.units
        let known =
            units.first { $0.name.uppercased() == office }
            ?? units.first { Fold.key($0.name) == Fold.key(office) }
        if let known { return known.name }
        guard !office.isEmpty else { return units[judgement.scene.root].name }
        // Else the plan may name it somewhere; if not, it is called as its letterhead calls it.
        let plan = judgement.scene.plan
        let texts =
            [plan.title, plan.basis ?? ""] + (address?.recipients ?? []) + units.map(\.name)
        return texts.lazy.compactMap { ReportFrame.spelling(of: office, in: $0) }.first
            ?? ReportFrame.asSentence(office, place: address?.place) ?? office
    }

    /// How a text writes words that are given in capitals; nil where it does not have them.
    private static func spelling(of capitals: String, in text: String) -> String? {
        let (wanted, letters) = (Array(capitals), Array(text))
        guard !wanted.isEmpty, wanted.count <= letters.count else { return nil }
        for start in 0...(letters.count - wanted.count) {
            let piece = letters[start..<start + wanted.count]
            let isWhole =
                (start == 0 || !letters[start - 1].isLetter)
                && (start + wanted.count == letters.count
                    || !letters[start + wanted.count].isLetter)
            guard isWhole, piece.elementsEqual(wanted, by: { $0.uppercased() == String($1) }),
                !piece.elementsEqual(wanted)
            else { continue }
            return String(piece).capitalisedFirst
        }
        return nil
    }

    /// The place and a date left to the registry: `Thanh Xuân, ngày     tháng     năm 2025`.
    var placeAndDate: String {
        let place = address?.place.map { $0 + ", " } ?? ""
        return words("\(place)ngày       tháng       năm \(judgement.scene.asOf.day.parts.year)")
    }

    /// The block for signatures; the right one is the addressee's signer.
    var signature: Signature {
        Signature(
            place: placeAndDate,
            left: words("NGƯỜI LẬP BIỂU"),
            leftHint: words("(Ký, họ tên)"),
            right: address?.signer ?? words("THỦ TRƯỞNG ĐƠN VỊ"),
            rightHint: words("(Ký, họ tên, đóng dấu)")
        )
    }

    /// `(Kèm theo Báo cáo số /BC-PNV ngày … tháng … năm … của …)`, number and date left open.
    var enclosure: String {
        words(
            "(Kèm theo Báo cáo số          /\(address?.symbol ?? "BC") ngày       tháng       năm \(judgement.scene.asOf.day.parts.year) của \(officeName))"
        )
    }

    /// The window with its dates: `Năm 2024 (từ ngày … đến hết ngày …)`.
    var windowText: String {
        let window = judgement.scene.window
        return "\(words.name(window)) (\(words.span(window.span)))"
    }

    /// What became of the decisions that freeze the window, a sentence each.
    var freezeSentences: [String] {
        edition.sentences(openWarnings: judgement.findings.count { $0.severity == .warning }, words)
    }

    /// A person's name, masked where the report is to be anonymous.
    func person(_ name: String) -> String { anonymise ? Privacy.initials(name) : name }
}
