import CZlib

/// zlib's own record of what it is doing, at one address for as long as it lives: zlib keeps the
/// address and refuses a record that has moved.
struct ZStream: ~Copyable {
    let pointer: UnsafeMutablePointer<z_stream>

    init() {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: z_stream())
    }

    deinit {
        pointer.deinitialize(count: 1)
        pointer.deallocate()
    }
}
