/// The dialects that a sample's bytes allow, and the one that explains it best.
struct DialectCandidates {
    /// The quote, where it is known; 0 for none.
    private let quote: UInt8?
    private let isCut: Bool
    private var counts = [Int](repeating: 0, count: 256)

    init(_ bytes: Span<UInt8>, quote: UInt8?, isCut: Bool) {
        self.quote = quote
        self.isCut = isCut
        for index in bytes.indices { counts[Int(bytes[index])] += 1 }
    }

    /// The best trial of a delimiter that is known.
    func best(_ delimiter: UInt8, _ bytes: Span<UInt8>) -> DialectTrial {
        let plain = Dialect(delimiter: delimiter, quote: quote ?? UInt8(ascii: "\""))
        var best = DialectTrial(bytes, plain, isCut: isCut)
        let needsQuotes = plain.quote == UInt8(ascii: "\"") && best.holding > 0
        var hasUnbalanced = best.unbalanced > 1
        for dialect in dialects(delimiter, bytes) {
            let trial = DialectTrial(bytes, dialect, isCut: isCut)
            if trial.unbalanced > 1, trial.quoted > 0 { hasUnbalanced = true }
            if isBetter(trial, than: best, needsQuotes) { best = trial }
        }
        // Where the escape explains nearly all of the quotes, the others are but slips.
        let isExplained =
            best.dialect.escape != 0 && best.unbalanced * 10 < best.records
        best.dialect.trimsBlanks = best.dialect.skipsBlanks && best.isPadded
        guard hasUnbalanced, !isExplained else { return best }
        // Where few of many records cannot be read, they are slips: those are handed back, and no
        // reading may put the good lines behind them into their cells, or cut the cells that quotes
        // hold together.
        let known = best
        let areSlips = known.unbalanced * 4 < known.records && known.quoted > 0
        let areNeeded = known.unbalanced * 2 < known.records && known.holding > 0
        // Quotes that cannot be paired again and again: the file may double none, or mean none.
        for quote in quote.map({ [$0] }) ?? [UInt8(ascii: "\""), UInt8(ascii: "'"), 0] {
            var dialect = plain
            dialect.quote = quote
            dialect.hasPlainQuotes = quote != 0
            dialect.skipsBlanks = best.dialect.skipsBlanks
            let trial = DialectTrial(bytes, dialect, isCut: isCut)
            if areSlips && trial.records < known.records || areNeeded && quote == 0 { continue }
            if isBetter(trial, than: best, needsQuotes) { best = trial }
        }
        return best
    }

    /// The best trial of some delimiters, those that do not occur left out.
    func best(_ delimiters: [UInt8], _ bytes: Span<UInt8>) -> DialectTrial? {
        var best: DialectTrial?
        // What cuts all records alike, best without a blank behind every delimiter.
        var clear: DialectTrial?
        for delimiter in delimiters where counts[Int(delimiter)] > 0 {
            let trial = self.best(delimiter, bytes)
            if trial.cutsAll, isClearer(trial, than: clear) { clear = trial }
            if let known = best, trial.score <= known.score { continue }
            best = trial
        }
        guard let known = best, let clear, known.dialect.delimiter != clear.dialect.delimiter
        else { return best }
        // A delimiter that leaves the header whole is a sign in the text of the cells below it, and
        // so is one that a blank always follows where another one does without.
        let needsTitle = known.first == 1 && !known.isFirstApart
        let isProse = known.cutsAll && known.isSpaced && !clear.isSpaced
        return needsTitle || isProse ? clear : known
    }

    private func isClearer(_ trial: DialectTrial, than clear: DialectTrial?) -> Bool {
        guard let clear else { return true }
        if trial.isSpaced != clear.isSpaced { return clear.isSpaced }
        return trial.score > clear.score
    }

    /// The best trial of delimiters that text is full of, where much speaks for it.
    func bestRare(_ delimiters: [UInt8], _ bytes: Span<UInt8>) -> DialectTrial? {
        var best: DialectTrial?
        for delimiter in delimiters where counts[Int(delimiter)] > 1 {
            let trial = self.best(delimiter, bytes)
            let isText = delimiter == UInt8(ascii: " ") || delimiter == UInt8(ascii: ":")
            // R names no column of row names.
            let isUnnamed =
                trial.first > 1 && trial.first == trial.columns - 1
                && trial.quotedRecords == trial.records
            guard trial.unbalanced == 0, trial.first == trial.columns || isUnnamed,
                trial.records > 1,
                trial.share >= 0.9 || (isUnnamed && trial.agreeing == trial.records - 1),
                !isText || isCertain(trial), trial.score > best?.score ?? 0
            else { continue }
            best = trial
        }
        return best
    }

    /// One column, where the delimiter of a trial is but a sign in its text: a comma before a blank
    /// or in a number.
    func oneColumn(insteadOf trial: DialectTrial, _ bytes: Span<UInt8>) -> DialectTrial? {
        let delimiter = trial.dialect.delimiter
        var prose = 0
        for index in bytes.indices.dropFirst().dropLast() where bytes[index] == delimiter {
            let (before, behind) = (bytes[index - 1], bytes[index + 1])
            let isDecimal = CellBytes.isDigit(before) && CellBytes.isDigit(behind)
            if isDecimal || behind <= UInt8(ascii: " ") { prose += 1 }
        }
        guard prose * 3 >= counts[Int(delimiter)] * 2 else { return nil }
        var dialect = trial.dialect
        dialect.delimiter = 0
        dialect.skipsBlanks = false
        dialect.trimsBlanks = false
        return DialectTrial(bytes, dialect, isCut: isCut)
    }

    /// Whether blanks or colons separate cells beyond doubt: under a header of words stand numbers
    /// or dates, or the cells that hold blanks are quoted.
    private func isCertain(_ trial: DialectTrial) -> Bool {
        if trial.isQuotedThroughout { return true }
        guard trial.records > 2, trial.columns > 2 else { return false }
        return trial.quoted > 1
            || (trial.typed.first == 0 && trial.typed.others >= trial.records - 1)
    }

    /// Whether a trial explains more than the best so far; `needsQuotes` says that double quotes
    /// are around cells which cannot do without.
    private func isBetter(
        _ trial: DialectTrial,
        than best: DialectTrial,
        _ needsQuotes: Bool
    ) -> Bool {
        if trial.dialect.skipsBlanks, !trial.isSpaced { return false }
        if trial.dialect.quote == UInt8(ascii: "'"), quote == nil {
            // Apostrophes are letters, unless cells stand in them and in no other quotes.
            if trial.quoted == 0 { return false }
            if needsQuotes, trial.quotedRecords * 2 <= trial.records { return false }
            // In a few cells only, they have to hold delimiters.
            if trial.shape <= best.shape, trial.quotedRecords * 4 < trial.records { return false }
        }
        return trial.score > best.score
    }

    /// What may go with a delimiter, beside the plain dialect.
    private func dialects(_ delimiter: UInt8, _ bytes: Span<UInt8>) -> [Dialect] {
        let apostrophe = UInt8(ascii: "'")
        var quotes = [quote ?? UInt8(ascii: "\"")]
        if quote == nil, counts[Int(apostrophe)] > 1 { quotes.append(apostrophe) }
        let skips = skipsBlanks(delimiter, bytes) ? [false, true] : [false]
        var dialects: [Dialect] = []
        for quote in quotes {
            for escape in isEscaped(quote, bytes) ? [0, UInt8(ascii: "\\")] : [0] {
                for skipsBlanks in skips {
                    dialects.append(
                        Dialect(
                            delimiter: delimiter,
                            quote: quote,
                            escape: escape,
                            skipsBlanks: skipsBlanks
                        )
                    )
                }
            }
        }
        return Array(dialects.dropFirst())
    }

    private func isEscaped(_ quote: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard quote != 0, counts[Int(UInt8(ascii: "\\"))] > 0 else { return false }
        for index in bytes.indices.dropFirst() where bytes[index] == quote {
            if bytes[index - 1] == UInt8(ascii: "\\") { return true }
        }
        return false
    }

    /// Whether a blank follows the delimiter so often that it may mean nothing.
    private func skipsBlanks(_ delimiter: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard delimiter != UInt8(ascii: " ") else { return false }
        var (blanks, all, quoted) = (0, 0, 0)
        for index in bytes.indices.dropLast() where bytes[index] == delimiter {
            let behind = bytes[index + 1]
            guard behind != delimiter, behind != 10, behind != 13 else { continue }
            all += 1
            guard behind == UInt8(ascii: " ") else { continue }
            blanks += 1
            let isQuote = index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "\"")
            if isQuote { quoted += 1 }
        }
        return blanks * 2 >= all && blanks > 0 || quoted > 1
    }
}
