internal import Foundation

/// Hands bytes that libFuzzer makes up to a program, for as long as its command line says.
///
/// Source: <https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library>.
///
/// - Parameter read: Reads the bytes in every way; it traps where a promise is broken.
@MainActor
public func fuzz(_ read: @escaping (UnsafeBufferPointer<UInt8>) -> Void) -> Never {
    reader = read
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
        runDriver(&count, &arguments) { start, count in
            reader?(UnsafeBufferPointer(start: start, count: count))
            return 0
        }
    )
}

/// A C function cannot hold on to anything; libFuzzer calls it on the thread that started it.
nonisolated(unsafe) private var reader: ((UnsafeBufferPointer<UInt8>) -> Void)?

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
