/// How the window's reviews stand with the plan's rules.
package struct ReviewFigures: Hashable, Sendable {
    /// Reviews held in the window.
    package var held = 0
    /// Those that could be held against every rule asked of them.
    package var checked = 0
    /// Those that contradict a rule.
    package var contrary = 0
}
