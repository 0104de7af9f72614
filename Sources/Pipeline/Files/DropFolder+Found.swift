import Disk
import Glibc

extension DropFolder {
    /// Something that was come across in a folder; what it is has not been asked yet.
    struct Found {
        /// The folder in which it lies.
        private let parent: OpenFolder
        private let name: [UInt8]
        /// Its path below the drop folder.
        let path: String
        /// How many folders stand above it.
        private let depth: Int
        /// Whether all names on the way are text as they stand.
        let isExact: Bool
        /// What its name says that it is.
        let kind: FileKind

        init(_ name: [UInt8], in parent: OpenFolder, of entry: FolderStack.Entry) {
            let (text, isNameExact) = PathText.text(name)
            self.parent = parent
            self.name = name
            path = entry.name == nil ? text : entry.path + "/" + text
            depth = entry.depth
            isExact = entry.isExact && isNameExact
            kind = FileKind(name: name)
        }

        var isHidden: Bool { FileKind.isHidden(name) }

        /// It as a folder that is to be entered.
        var folder: FolderStack.Entry {
            FolderStack.Entry(
                folder: parent,
                name: name,
                path: path,
                depth: depth + 1,
                isExact: isExact
            )
        }

        /// What the system says that it is, or the number of the error why it does not.
        enum Look {
            case seen(stat)
            case failed(Int32)
        }

        /// Asks what it is, without following a link.
        func look() -> Look { look(AT_SYMLINK_NOFOLLOW) }

        private func look(_ flags: Int32) -> Look {
            var status = stat()
            let cName = name.map { CChar(bitPattern: $0) } + [0]
            guard fstatat(parent.descriptor.number, cName, &status, flags) == 0 else {
                return .failed(errno)
            }
            return .seen(status)
        }

        /// Whether it is a folder once links are followed.
        var leadsToFolder: Bool {
            guard case .seen(let status) = look(0) else { return false }
            return status.isFolder
        }

        /// Whether a table lies in the folder itself; snapshots and the like, which hold whole
        /// trees, are not searched.
        var holdsTable: Bool {
            guard
                let inner = try? Descriptor(folder: name, in: parent.descriptor.number, path: path),
                let names = try? inner.names()
            else { return false }
            return names.contains { FileKind(name: $0) == .table }
        }
    }
}
