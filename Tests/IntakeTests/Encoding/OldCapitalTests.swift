import Testing

/// The toned capitals of TCVN 5712, which stand where other old files have punctuation or controls.
@Suite("Toned capitals of TCVN 5712")
struct OldCapitalTests {
    /// Bytes by the standard's table, written by hand.
    private func bytes(_ pieces: [Any]) -> [UInt8] {
        pieces.flatMap { piece -> [UInt8] in
            if let text = piece as? String { return Array(text.utf8) }
            return (piece as? Int).map { [UInt8($0)] } ?? []
        }
    }

    @Test func aFewCapitalsAmongSmallLettersAreRead() {
        let found = Decoded(
            bytes([
                "Lo", 0xB9, "i ho", 0xB9, "t ", 0xAE, 0xE9, "ng,Ng", 0xB5, "y,N", 0xE9,
                "i dung\nT", 0xCB, "p hu", 0xCA, "n,02/05/2024,ph", 0xAD, 0xEA, "ng\nT", 0xE0,
                "NG C", 0x97, "NG,,\n",
            ])
        )
        #expect(
            found.text
                == "Loại hoạt động,Ngày,Nội dung\nTập huấn,02/05/2024,phường\nTỔNG CỘNG,,\n"
        )
    }

    @Test func capitalsAmongTheControlsBeforeAllOthersAreRead() {
        let found = Decoded(
            bytes([
                "K", 0x13, " B", 0x83, "O C", 0x83, "O;S", 0xFF, " ", 0xA7, "HTT\n2024;N", 0xE9,
                "i dung c", 0xF1, "a ph", 0xAD, 0xEA, "ng\n",
            ])
        )
        #expect(found.text == "KỲ BÁO CÁO;SỐ ĐHTT\n2024;Nội dung của phường\n")
    }

    @Test func dashesAndQuotationMarksBesideCapitalsStay() {
        let found = Decoded(
            bytes([
                "Lo", 0xB9, "i ho", 0xB9, "t ", 0xAE, 0xE9, "ng,Ng", 0xB5, "y,N", 0xE9,
                "i dung\nT", 0xCB, "p hu", 0xCA, "n,02/05/2024,ph", 0xAD, 0xEA, "ng ", 0x93, "A",
                0x94, " B ", 0x96, " C\n",
            ])
        )
        #expect(found.text.hasSuffix("phường “A” B – C\n"))
    }
}
