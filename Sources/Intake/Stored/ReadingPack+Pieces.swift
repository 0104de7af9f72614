extension ReadingPack {
    /// Which part of a reading a pack holds, where that is kept in several.
    struct Piece: Hashable, Sendable {
        /// From 0.
        let number: Int
        let count: Int

        static let whole = Piece(number: 0, count: 1)
    }

    /// Records of a piece, or findings and rejected rows: as bytes some five million.
    private static let mostInPiece = (records: 1 << 16, listed: 1 << 13)

    /// Whether it is a piece, to be joined with others.
    package var isPiece: Bool { piece != .whole }

    /// Whether it is the piece that comes behind another one.
    package func follows(_ other: ReadingPack) -> Bool {
        piece.count == other.piece.count && piece.number == other.piece.number + 1
            && files.first?.sha256 == other.files.first?.sha256
            && files.first?.held.place == other.files.first?.held.place
    }

    /// The pack as it is kept: a register of millions of rows, or one with hundreds of thousands
    /// that are handed back, in pieces made one after the other, so that never more than one of
    /// them has to be in memory as bytes.
    package var pieces: some Sequence<ReadingPack> {
        pieces(of: ReadingPack.mostInPiece.records, listed: ReadingPack.mostInPiece.listed)
    }

    /// The same with so many records in a piece, or as many as one batch of the register has.
    func pieces(of most: Int, listed: Int) -> some Collection<ReadingPack> {
        let groups = groups(of: most)
        let count = isLarge ? max(groups.count, files[0].held.account.partCount(of: listed)) : 1
        return (0..<count).lazy.map { number in
            guard count > 1 else { return self }
            let (file, stretches) = (files[0], number < groups.count ? groups[number] : [])
            let held = file.held.moved(
                to: stretches,
                account: file.held.account.part(number, of: listed)
            )
            return ReadingPack(
                files: [File(sha256: file.sha256, held: held)],
                batches: stretches.map(\.held),
                piece: Piece(number: number, count: count)
            )
        }
    }

    /// Whether it holds one file that is too large for a piece.
    private var isLarge: Bool {
        files.count == 1 && files[0].held.entries > ReadingPack.mostEntries
    }

    /// The records of a large file by pieces.
    private func groups(of most: Int) -> [[RecordStretch]] {
        guard isLarge else { return [] }
        var groups: [[RecordStretch]] = []
        var records = most
        for stretch in files[0].held.stretches {
            records += stretch.records.count
            if records > most {
                groups.append([])
                records = stretch.records.count
            }
            groups[groups.count - 1].append(stretch)
        }
        return groups
    }

    /// The pack that was kept in pieces; nil where they are not all there, in their order.
    package init?(joining pieces: [ReadingPack]) {
        guard let first = pieces.first, let file = first.files.first, first.piece.number == 0,
            pieces.count == first.piece.count,
            zip(pieces, pieces.dropFirst()).allSatisfy({ $1.follows($0) })
        else { return nil }
        let stretches = pieces.flatMap { $0.files[0].held.stretches }
        let held = file.held.moved(
            to: stretches,
            account: HeldReading.Account(
                joining: file.held.account,
                pieces.dropFirst().map { $0.files[0].held.account }
            )
        )
        guard stretches.reduce(0, { $0 + $1.records.count }) == held.records,
            held.isAsOutlined
        else { return nil }
        self.init(
            files: [File(sha256: file.sha256, held: held)],
            batches: pieces.flatMap(\.batches)
        )
    }
}
