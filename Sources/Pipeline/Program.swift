/// What the program calls itself.
package enum Program {
    /// The name of the command.
    package static let name = "tonghop"
    /// Printed by `--version` and kept in every manifest: figures may change with it.
    package static let version = "0.1.0"
}
