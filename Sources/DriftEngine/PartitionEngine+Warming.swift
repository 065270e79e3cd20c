internal import CloudModel
internal import Controls
internal import ResourceGraph

extension PartitionEngine {
    /// Finds out who reads what a change may concern, where a start has left that open: at once and before the change where
    /// the subjects are few, so that the change is followed as if there had been no restart; else by and by.
    func warm(before change: GraphChange) {
        let (kind, account) =
            switch change {
            case .resource(let change): (change.resource.kind, change.resource.account)
            case .scope(let closing): (closing.kind, closing.account)
            case .shared(let facts): (facts.resource.kind, facts.asking)
            }
        let found = cold.take(before: kind, account) {
            // What lives in a resource goes with it.
            ([kind] + KindCatalog.kinds(livingIn: kind)).flatMap { index.readersOfOthers(of: $0) }
        }
        for subjects in found {
            let subject = catalog.controls[Int(subjects.control)].subject
            guard graph.memberCount(of: subject, in: subjects.account) <= options.sliceCount,
                let account = graph.accountHandle(subjects.account)
            else {
                warming.add(subjects.control, subjects.account, in: catalog)
                continue
            }
            let change = WideChange(control: subjects.control, account: account)
            for key in index.evaluations(of: change, in: graph) { _ = present(key) }
        }
    }

    /// Lets go of who reads what in accounts that lie still, and of what is remembered of their past: they are as after a
    /// start. Only where warming them again is done at once, so that it shows nowhere.
    func cool(to limit: Int) {
        let gone = evaluator.letGo(beyond: limit) { account in
            let account = graph.id(of: account).account
            return index.subjectsReadingOthers.allSatisfy {
                graph.memberCount(of: $0, in: account) <= options.sliceCount
            }
        }
        for account in gone {
            cold.add(graph.id(of: account).account)
            past.forgetAnswers(in: account)
        }
    }
}
