/// Why the benchmark could not run.
package struct BenchError: Error {
    package let message: String

    package init(message: String) { self.message = message }
}
