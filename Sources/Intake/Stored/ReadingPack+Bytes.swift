internal import Model

extension ReadingPack {
    /// The pack as bytes.
    package var bytes: [UInt8] {
        let records = batches.reduce(0) { $0 + $1.batch.count }
        var writer = StoredWriter(reserving: 4096 + records * 80 + files.count * 384)
        writer.add(StoredReading.version)
        writer.add(raw: [UInt64(0)])
        writer.add(piece.number)
        writer.add(piece.count)
        writer.add(list: batches) { $0.add($1.batch) }
        var accounts = StoredWriter(reserving: files.count * 192)
        var ends: [Int] = []
        for file in files {
            accounts.add(file.held.account)
            ends.append(accounts.bytes.count)
        }
        writer.add(array: accounts.bytes)
        var numbers: [ObjectIdentifier: Int] = [:]
        for (number, batch) in batches.enumerated() { numbers[ObjectIdentifier(batch)] = number }
        writer.add(files.count)
        for (file, end) in zip(files, ends) {
            writer.add(file.sha256)
            file.held.outline.write(to: &writer)
            writer.add(list: file.held.stretches) { writer, stretch in
                writer.add(numbers[ObjectIdentifier(stretch.held)] ?? -1)
                writer.add(stretch.records.lowerBound)
                writer.add(stretch.records.count)
            }
            writer.add(end)
        }
        return StoredReading.sealed(writer.bytes)
    }

    /// The pack that bytes hold; nil where they are not what was written.
    ///
    /// Where the bytes are kept, what tells its records from others is left there if memory has no
    /// room for it.
    package init?(bytes: [UInt8], context: ReadingContext, kept: KeptBytes? = nil) {
        guard StoredReading.isSound(bytes) else { return nil }
        var reader = StoredReader(bytes, from: StoredReading.head)
        guard let pack = try? reader.pack(context, kept), reader.isAtEnd else { return nil }
        self = pack
    }
}

extension StoredReader {
    fileprivate mutating func pack(
        _ context: ReadingContext,
        _ kept: KeptBytes?
    ) throws(StoredFault) -> ReadingPack {
        let number = try number(below: .max)
        let piece = ReadingPack.Piece(number: number, count: try self.number(below: .max))
        guard piece.number < piece.count else { throw StoredFault() }
        let batches = try list { reader throws(StoredFault) in
            HeldBatch(try reader.batch(context, kept))
        }
        let accounts = KeptAccounts(try array(), context)
        var start = 0
        let files = try list { reader throws(StoredFault) in
            let sha256 = try reader.text()
            let outline = try FileOutline(&reader, context)
            let stretches = try reader.list { reader throws(StoredFault) in
                try reader.stretch(of: batches)
            }
            let end = try reader.number(below: accounts.bytes.count + 1)
            let records = stretches.reduce(0) { $0 + $1.records.count }
            guard end >= start,
                piece == .whole ? records == outline.records : records <= outline.records
            else { throw StoredFault() }
            var account = HeldReading.Account.kept(accounts, start..<end)
            // What was noticed is asked for; a pack that does not hold it is none.
            if outline.hasFindings || outline.hasRejected {
                guard let reading = accounts.reading(start..<end) else { throw StoredFault() }
                account = .made(reading)
            }
            start = end
            let held = HeldReading(
                outline: outline,
                path: outline.place.path,
                stretches: stretches,
                account: account
            )
            guard piece != .whole || held.isAsOutlined else { throw StoredFault() }
            return ReadingPack.File(sha256: sha256, held: held)
        }
        return ReadingPack(files: files, batches: batches, piece: piece)
    }

    private mutating func stretch(of batches: [HeldBatch]) throws(StoredFault) -> RecordStretch {
        let held = batches[try number(below: batches.count)]
        let first = try number(below: held.batch.count + 1)
        let count = try number(below: held.batch.count - first + 1)
        return RecordStretch(held, first..<(first + count))
    }
}

extension StoredWriter {
    fileprivate mutating func add(_ account: HeldReading.Account) {
        switch account {
        case .made(let reading): add(reading)
        case .kept(let accounts, let range): add(raw: accounts.bytes[range])
        // A name that only reports show is not kept.
        case .renamed(let other): add(other.account)
        }
    }
}
