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
            office: address?.office ?? roster.units[root].name.uppercased()
        )
    }

    /// The issuing office as in running text; the roster knows which letters of a name are capitals.
    var officeName: String {
        let office = letterhead.office
        let units = judgement.scene.roster.units
        let known =
            units.first { $0.name.uppercased() == office }
            ?? units.first { Fold.key($0.name) == Fold.key(office) }
        // An office that is no unit of the plan is called as its letterhead calls it.
        return known?.name ?? (office.isEmpty ? units[judgement.scene.root].name : office)
    }

    /// The place and a date left to the registry: `Thanh Xuân, ngày     tháng     năm 2025`.
    var placeAndDate: String {
        let place = address?.place.map { $0 + ", " } ?? ""
        return "\(place)ngày       tháng       năm \(judgement.scene.asOf.day.parts.year)"
    }

    /// The block for signatures; the right one is the addressee's signer.
    var signature: Signature {
        Signature(place: placeAndDate, right: address?.signer ?? "THỦ TRƯỞNG ĐƠN VỊ")
    }

    /// `(Kèm theo Báo cáo số        /BC-PNV ngày … tháng … năm … của …)`, number and date left open.
    var enclosure: String {
        let office = letterhead.office
        let units = judgement.scene.roster.units
        // The roster knows which letters are capitals in a name.
        let name = units.first { $0.name.uppercased() == office }?.name ?? office
        return
            "(Kèm theo Báo cáo số          /\(address?.symbol ?? "BC") ngày       tháng       năm \(judgement.scene.asOf.day.parts.year) của \(name))"
    }

    /// The window with its dates: `Năm 2024 (từ ngày … đến hết ngày …)`.
    var windowText: String {
        let window = judgement.scene.window
        return "\(window.name) (\(ReportNumbers.span(window.span)))"
    }

    /// What became of the decisions that freeze the window, a sentence each.
    var freezeSentences: [String] {
        edition.sentences(openWarnings: judgement.findings.count { $0.severity == .warning })
    }

    /// A person's name, masked where the report is to be anonymous.
    func person(_ name: String) -> String { anonymise ? Privacy.initials(name) : name }
}
