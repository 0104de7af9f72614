package import Model

extension Judgement {
    /// What the indicators come to in one year of a stage, on the tree that the stage's report ends
    /// with; nil where no submission of the year is known.
    package func figures(of window: Window) -> Restated? {
        Judgement.figures(records, scene, of: window)
    }
}
