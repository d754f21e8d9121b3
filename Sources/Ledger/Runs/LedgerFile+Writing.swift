internal import GRDB

extension LedgerFile {
    /// Makes sure that the file can be written, and writes nothing.
    ///
    /// - Throws: ``LedgerError`` when it cannot, or another process writes.
    public func checkWriting() throws(LedgerError) {
        // The statement takes the lock for writing and changes no row.
        try write { try $0.execute(sql: "UPDATE run SET note = note WHERE FALSE") }
    }
}
