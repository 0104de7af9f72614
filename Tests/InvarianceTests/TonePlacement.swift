/// `hòa` and `hoà`: the two places of a tone mark, both of which offices use.
enum TonePlacement {
    private static let pairs: [(String, String)] = zip(
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
    ).map { ($0, $1) }

    /// The text with every such tone in its other place, where no letter follows and no `q` leads.
    static func moved(_ text: String) -> String {
        var letters = Array(text)
        for index in letters.indices.dropLast() {
            let isLast = index + 2 >= letters.count || !letters[index + 2].isLetter
            let isLed = index > 0 && letters[index - 1].lowercased() == "q"
            guard isLast, !isLed else { continue }
            let pair = String(letters[index...index + 1])
            for (old, new) in pairs where pair == old || pair == new {
                letters.replaceSubrange(index...index + 1, with: Array(pair == old ? new : old))
                break
            }
        }
        return String(letters)
    }
}
