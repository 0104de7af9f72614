extension Transform {
    static let writings: [Transform] = [
        .writing("commas", .mustBeRead) { $0.delimiter = "," },
        .writing("semicolons", .mustBeRead) { $0.delimiter = ";" },
        .writing("tabs", .mustBeRead) { $0.delimiter = "\t" },
        .writing("bars", .mustBeRead) { $0.delimiter = "|" },
        .writing("sep line", .mustBeRead) {
            $0.delimiter = ";"
            $0.hasSepLine = true
        },
        .writing("LF", .mustBeRead) { $0.lineEnd = "\n" },
        .writing("CRLF", .mustBeRead) { $0.lineEnd = "\r\n" },
        .writing("CR", .mustBeRead) { $0.lineEnd = "\r" },
        .writing("everything quoted", .mustBeRead) { $0.quoting = .all },
        .writing("empty columns behind", .mustBeRead) { $0.emptyColumns = 3 },
        .writing("rows of delimiters below", .mustBeRead) { $0.emptyRows = 40 },
        .writing("blank lines between", .mustBeRead) { $0.blankLineEvery = 2 },
        .writing("no line end at the end", .mustBeRead) { $0.endsWithLineEnd = false },
    ]
}
