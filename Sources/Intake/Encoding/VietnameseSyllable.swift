/// Whether letters can be a Vietnamese syllable: onset × rime × tone, with the tone in its place.
///
/// The names of ethnic minorities' places are allowed for (Đắk, Krông, Păh), as they are common in
/// unit names. `hoà` and `hòa` are both right.
enum VietnameseSyllable {
    /// Whether the letters are one possible syllable.
    static func isPossible(_ letters: [VietnameseLetter]) -> Bool {
        guard letters.count <= 8, let vowel = letters.firstIndex(where: { isVowel($0.shape) })
        else {
            return false
        }
        let toned = letters.indices.filter { letters[$0].tone != .level }
        guard toned.count <= 1, toned.allSatisfy({ $0 >= vowel }) else { return false }
        let shapes = letters.map(\.shape)
        return splits(shapes, vowel: vowel).contains { start in
            let onset = Array(shapes[..<start])
            let rime = Array(shapes[start...])
            guard onsets.contains(onset), rimes.contains(rime), fits(onset, before: rime) else {
                return false
            }
            guard let mark = toned.first else { return !needsTone(rime) }
            // In `gì` and `quý` the tone may stand on the rime only.
            return mark >= start && tonePlaces(of: rime).contains(mark - start)
                && allows(letters[mark].tone, on: rime)
        }
    }

    /// Where a rime may begin: `gi` and `qu` are onsets where a vowel follows them.
    private static func splits(_ shapes: [UInt16], vowel: Int) -> [Int] {
        guard vowel == 1, shapes.count > 2, isVowel(shapes[2]) else { return [vowel] }
        if shapes[0] == q { return shapes[1] == u ? [2] : [] }
        return shapes[0] == g && shapes[1] == i ? [1, 2] : [vowel]
    }

    private static func isVowel(_ shape: UInt16) -> Bool { vowels.contains(shape) }

    /// The spelling rules of c/k, g/gh, ng/ngh; k stands anywhere in foreign names.
    private static func fits(_ onset: [UInt16], before rime: [UInt16]) -> Bool {
        let isFront = frontVowels.contains(rime[0])
        switch onset {
        case [c], [n, g]: return !isFront
        case [g]: return !isFront || rime[0] == i
        case [g, h], [n, g, h]: return isFront && rime[0] != y
        default: return true
        }
    }

    /// Rimes with a stop at their end are spoken with the acute or the dot only.
    private static func needsTone(_ rime: [UInt16]) -> Bool {
        stops.contains(rime[rime.count - 1]) || (rime.count > 1 && rime.suffix(2) == [c, h])
    }

    private static func allows(_ tone: VietnameseLetter.Tone, on rime: [UInt16]) -> Bool {
        let isStopped = needsTone(rime) || rime[rime.count - 1] == k
        return !isStopped || tone == .acute || tone == .dot
    }

    /// The places in a rime where the tone mark may stand.
    private static func tonePlaces(of rime: [UInt16]) -> ClosedRange<Int> {
        if let shaped = rime.lastIndex(where: { shapedVowels.contains($0) }) {
            return shaped...shaped
        }
        let count = rime.prefix(while: isVowel).count
        switch count {
        case 0, 1: return 0...0
        case 2 where rime.count > 2: return 1...1
        case 2: return openPairs.contains(rime) ? 0...1 : 0...0
        default: return 1...1
        }
    }

    private static func scalars(_ text: some StringProtocol) -> [UInt16] {
        text.unicodeScalars.map { UInt16($0.value) }
    }

    private static func words(_ text: String) -> Set<[UInt16]> {
        Set(text.split(whereSeparator: \.isWhitespace).map(scalars))
    }

    private static let vowels = Set(scalars("aăâeêioôơuưy"))
    private static let shapedVowels = Set(scalars("ăâêôơư"))
    private static let frontVowels = Set(scalars("eêiy"))
    private static let stops = Set(scalars("cpt"))
    private static let openPairs = words("oa oe uy")
    private static let c = UInt16(UInt8(ascii: "c"))
    private static let g = UInt16(UInt8(ascii: "g"))
    private static let h = UInt16(UInt8(ascii: "h"))
    private static let i = UInt16(UInt8(ascii: "i"))
    private static let k = UInt16(UInt8(ascii: "k"))
    private static let n = UInt16(UInt8(ascii: "n"))
    private static let q = UInt16(UInt8(ascii: "q"))
    private static let u = UInt16(UInt8(ascii: "u"))
    private static let y = UInt16(UInt8(ascii: "y"))

    private static let onsets = words(
        """
        b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
        j bl br chr dl dr đr gl gr hl hr kl kr pl pr rm tl w
        """
    ).union([[]])

    private static let rimes = words(
        """
        a ac ach ai am an ang anh ao ap at au ay ak ah
        ăc ăk ăm ăn ăng ăp ăt ăh âc âk âm ân âng âp ât âu ây
        e ec em en eng eo ep et ek eh ê êch êk êm ên êng ênh êp êt êu êh
        i ia ich im in inh ip it iu ik ing iêc iêm iên iêng iêp iêt iêu
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
        oc oe oen oeng oeo oet oi om on ong ooc oong op ot ok oh
        ô ôc ôi ôm ôn ông ôp ôt ôk ôh ơ ơi ơm ơn ơp ơt ơr
        u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ up ut uk
        uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uyn uynh uyp uyt uyu
        ư ưa ưc ưi ưm ưn ưng ưt ưu ưk ưh ươc ươi ươm ươn ương ươp ươt ươu
        y ych yêm yên yêng yêt yêu ym yn ynh yt
        """
    )
}
