internal import Judgement
internal import Model
internal import Plans

/// `reminders/<unit>.txt`: what a unit is asked to do, one letter for each unit that has something to
/// do (CONTRACT §6, domain.md 6.7).
///
/// A letter is a head, sections and a foot; today its one section is the correction of what was handed
/// in.
package enum UnitNotes {
    /// The widest line.
    package static let width = 100

    /// The letters, in the order of the roster, each with the name of its file without ending.
    package static func render(_ frame: ReportFrame) -> [(name: String, content: String)] {
        let scene = frame.judgement.scene
        let corrections = Corrections(frame.judgement)
        let units = scene.roster.subtree(scene.root).filter { corrections.files(of: $0) != nil }
        let dates = CorrectionDates(frame.judgement)
        let office = frame.officeName
        let names = FileName.safe(units.map { scene.roster.units[$0].id })
        return zip(units, names).compactMap { unit, name in
            corrections.files(of: unit).map { files in
                let section = CorrectionSection(
                    frame: frame,
                    unit: unit,
                    files: files,
                    office: office,
                    day: dates.day(for: unit)
                )
                return (name, letter(section, frame))
            }
        }
    }

    private static func letter(
        _ section: CorrectionSection,
        _ frame: ReportFrame
    ) -> String {
        var page = SummaryPage(width: width)
        let letterhead = frame.letterhead
        page.pair(letterhead.superior, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        page.pair(letterhead.office, "Độc lập - Tự do - Hạnh phúc")
        page.blank()
        // Blanks left to be filled in would be taken for one between two words.
        page.pair("", frame.placeAndDate.replacing("       ", with: " …… "))
        page.blank()
        section.write(to: &page)
        page.blank()
        page.pair("", frame.address?.signer ?? "THỦ TRƯỞNG ĐƠN VỊ")
        page.pair("", "(Ký, họ tên, đóng dấu)")
        return page.text
    }
}
