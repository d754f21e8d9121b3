internal import Foundation

extension UnsafeBufferPointer<UInt8> {
    /// Where a byte of ASCII stands next.
    ///
    /// - Complexity: O(*n*), at the speed of the C library.
    func place(of byte: Unicode.Scalar, from start: Int = 0) -> Int? {
        guard let base = baseAddress, start < count else { return nil }
        return memchr(base + start, Int32(byte.value), count - start).map {
            UnsafeRawPointer($0) - UnsafeRawPointer(base)
        }
    }
}

extension [UInt8] {
    /// Where a byte of ASCII stands next.
    func place(of byte: Unicode.Scalar, from start: Int = 0) -> Int? {
        withUnsafeBufferPointer { $0.place(of: byte, from: start) }
    }
}
