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

    /// The pack as it is kept: a register of millions of rows, or one with hundreds of thousands that are
    /// handed back, in pieces, so that never more than one of them has to be in memory as bytes.
    package var pieces: [ReadingPack] {
        pieces(of: ReadingPack.mostInPiece.records, listed: ReadingPack.mostInPiece.listed)
    }

    /// The same with so many records in a piece, or as many as one batch of the register has.
    func pieces(of most: Int, listed: Int) -> [ReadingPack] {
        guard files.count == 1, let file = files.first,
            file.held.entries > ReadingPack.mostEntries
        else { return [self] }
        var groups: [[RecordStretch]] = []
        var records = most
        for stretch in file.held.stretches {
            records += stretch.records.count
            if records > most {
                groups.append([])
                records = stretch.records.count
            }
            groups[groups.count - 1].append(stretch)
        }
        let accounts = file.held.account.parts(of: listed)
        let count = max(groups.count, accounts.count)
        guard count > 1 else { return [self] }
        let nothing = HeldReading.Account.made(FileReading(place: file.held.place))
        return (0..<count).map { number in
            let stretches = number < groups.count ? groups[number] : []
            let held = file.held.moved(
                to: stretches,
                account: number < accounts.count ? accounts[number] : nothing
            )
            return ReadingPack(
                files: [File(sha256: file.sha256, held: held)],
                batches: stretches.map(\.held),
                piece: Piece(number: number, count: count)
            )
        }
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
