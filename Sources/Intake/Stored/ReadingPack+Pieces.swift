extension ReadingPack {
    /// Which part of a reading a pack holds, where that is kept in several.
    struct Piece: Hashable, Sendable {
        /// From 0.
        let number: Int
        let count: Int

        static let whole = Piece(number: 0, count: 1)
    }

    /// Records of a piece: as bytes some five million.
    private static let mostInPiece = 1 << 16

    /// Whether it is a piece, to be joined with others.
    package var isPiece: Bool { piece != .whole }

    /// Whether it is the piece that comes behind another one.
    package func follows(_ other: ReadingPack) -> Bool {
        piece.count == other.piece.count && piece.number == other.piece.number + 1
            && files.first?.sha256 == other.files.first?.sha256
            && files.first?.held.place == other.files.first?.held.place
    }

    /// The pack as it is kept: a register of millions of rows in pieces, so that never more than one of
    /// them has to be in memory as bytes.
    package var pieces: [ReadingPack] { pieces(of: ReadingPack.mostInPiece) }

    /// The same with so many records in a piece, or as many as one batch of the register has.
    func pieces(of most: Int) -> [ReadingPack] {
        guard files.count == 1, let file = files.first, file.held.isRegister else { return [self] }
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
        guard groups.count > 1 else { return [self] }
        return groups.enumerated().map { number, stretches in
            ReadingPack(
                files: [File(sha256: file.sha256, held: file.held.moved(to: stretches))],
                batches: stretches.map(\.held),
                piece: Piece(number: number, count: groups.count)
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
        guard stretches.reduce(0, { $0 + $1.records.count }) == file.held.records else {
            return nil
        }
        self.init(
            files: [File(sha256: file.sha256, held: file.held.moved(to: stretches))],
            batches: pieces.flatMap(\.batches)
        )
    }
}
