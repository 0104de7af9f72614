/// How the window's reviews stand with the plan's rules.
package struct ReviewFigures: Hashable, Sendable {
    package var held = 0
    /// Those that could be held against every rule asked of them.
    package var checked = 0
    package var contrary = 0
}
