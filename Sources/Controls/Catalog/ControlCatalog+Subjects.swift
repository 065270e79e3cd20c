public import ResourceGraph

extension ControlCatalog {
    /// Every evaluation that a graph has, sorted, resources that are gone left out; for evaluating from scratch.
    public func allSubjects(in graph: ResourceGraph) -> [EvaluationKey] {
        var keys: [EvaluationKey] = []
        for handle in graph.allHandles where graph.existence(of: handle) != .absent {
            for (position, control) in controls.enumerated() where control.isSubject(handle, in: graph) {
                keys.append(EvaluationKey(control: Int32(position), subject: handle))
            }
        }
        return keys.sorted()
    }
}
