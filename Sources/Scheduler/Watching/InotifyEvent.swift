#if canImport(Glibc)
    internal import Foundation

    /// One thing that the system tells of a folder that it watches.
    ///
    /// Source: <https://man7.org/linux/man-pages/man7/inotify.7.html>.
    struct InotifyEvent: Hashable {
        /// The number of the watch; -1 when events were lost.
        var watch: Int32
        /// What happened.
        var what: What
        /// The name in the folder; empty when the folder itself is meant.
        var name: String

        /// What can happen, as the bits that the system has for it.
        struct What: OptionSet, Hashable {
            let rawValue: UInt32

            static let attributes = What(rawValue: UInt32(IN_ATTRIB))
            static let closedAfterWriting = What(rawValue: UInt32(IN_CLOSE_WRITE))
            static let cameByMoving = What(rawValue: UInt32(IN_MOVED_TO))
            static let wentByMoving = What(rawValue: UInt32(IN_MOVED_FROM))
            static let made = What(rawValue: UInt32(IN_CREATE))
            static let deleted = What(rawValue: UInt32(IN_DELETE))
            static let selfDeleted = What(rawValue: UInt32(IN_DELETE_SELF))
            static let selfMoved = What(rawValue: UInt32(IN_MOVE_SELF))
            static let overflow = What(rawValue: UInt32(IN_Q_OVERFLOW))
            static let unmounted = What(rawValue: UInt32(IN_UNMOUNT))
            static let watchEnded = What(rawValue: UInt32(IN_IGNORED))
            static let isFolder = What(rawValue: UInt32(IN_ISDIR))

            /// Asks for folders only.
            static let folderOnly = What(rawValue: UInt32(IN_ONLYDIR))
            /// Asks not to be told of files that are open and have no name any more.
            static let namedOnly = What(rawValue: UInt32(IN_EXCL_UNLINK))
        }

        /// Whether one of some things happened.
        func isAny(_ things: What) -> Bool { !what.isDisjoint(with: things) }

        /// Cuts what was read from the system into events.
        ///
        /// Each is four words of 32 bits (watch, mask, cookie, length of the name) and the name, padded
        /// with zeros.
        static func events(in bytes: UnsafeRawBufferPointer) -> [InotifyEvent] {
            var events: [InotifyEvent] = []
            var start = 0
            while start + 16 <= bytes.count {
                let length = Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
                let end = min(start + 16 + length, bytes.count)
                let name = bytes[(start + 16)..<end].prefix { $0 != 0 }
                events.append(
                    InotifyEvent(
                        watch: bytes.loadUnaligned(fromByteOffset: start, as: Int32.self),
                        what: What(
                            rawValue: bytes.loadUnaligned(
                                fromByteOffset: start + 4,
                                as: UInt32.self
                            )
                        ),
                        name: String(decoding: name, as: UTF8.self)
                    )
                )
                start = end
            }
            return events
        }
    }
#endif
