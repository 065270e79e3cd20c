internal import CloudModel
internal import WireFormats

extension PartitionEngine {
    /// Refuses a state that was made with documents that are not known here yet.
    func requireDocuments(of store: some LocalStore) throws(TakeUpFailure) {
        let value: [UInt8]?
        do throws(StoreFailure) {
            value = try store.value(of: EngineState.documentsKey)
        } catch {
            throw .store(error)
        }
        guard let value, let behind = options.documents?.topicBehind(DocumentStand(stateValue: value)) else {
            return
        }
        throw .early(
            RestoreFailure(
                "the state was made with documents of \(behind) that were not read here yet; if that topic was made anew, "
                    + "the state topic must be made anew too"))
    }

    /// Tells of refused documents that nobody had read when the state was committed, once.
    func tellRefusedDocuments(_ report: inout StepReport, into effects: inout EffectBuffer) {
        guard let documents = options.documents, !areDocumentsTold else { return }
        areDocumentsTold = true
        for letter in documents.faults
        where letter.position.offset >= savedDocuments.next(of: letter.position.source) {
            statistics.countDeadLetter()
            report.effects += 1
            effects.append(.deadLetter(letter))
        }
    }

    /// True if the state says something else of how far the documents were read.
    var areDocumentsNews: Bool { options.documents.map { !$0.isLevel(with: savedDocuments) } ?? false }

    /// How far the documents were read, if that is news.
    func drainDocuments() -> [StateRecord] {
        guard areDocumentsTold, areDocumentsNews, let documents = options.documents else { return [] }
        savedDocuments = documents
        savedDocuments.faults = []
        return [StateRecord(key: EngineState.documentsKey, value: documents.stateValue)]
    }
}
