import Testing

@testable import briefctl
