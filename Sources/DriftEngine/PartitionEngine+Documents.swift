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
            return try requireGoodDocuments(of: store)
        }
        throw .early(
            RestoreFailure(
                "the state was made with documents of \(behind) that were not read here yet; if that topic was made anew, "
                    + "the state topic must be made anew too"))
    }

    /// Refuses a state that has the last good document of a key of which only a refused one stands on the topic: whoever makes
    /// the catalogue shall take that one.
    private func requireGoodDocuments(of store: some LocalStore) throws(TakeUpFailure) {
        var lacking: [KeptDocument] = []
        for doubt in options.documents?.doubts ?? [] {
            let value: [UInt8]?
            do throws(StoreFailure) {
                value = try store.value(of: EngineState.documentKey(doubt.topic, doubt.key))
            } catch {
                throw .store(error)
            }
            let document = value.flatMap {
                KeptDocument(topic: doubt.topic, key: doubt.key, stateValue: $0)
            }
            if let document, document.offset > doubt.known { lacking.append(document) }
        }
        if !lacking.isEmpty { throw .lacking(lacking) }
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
    var areDocumentsNews: Bool {
        options.documents.map { !areDocumentsKept || !$0.isLevel(with: savedDocuments) } ?? false
    }

    /// Finds out whether the state has the good documents.
    func compareDocuments() { areDocumentsKept = unsavedDocuments().isEmpty }

    private func unsavedDocuments() -> [StateRecord] {
        let kept = options.documents?.kept ?? []
        let doubts = options.documents?.doubts ?? []
        // One that is refused by the controls that are loaded now may be good for others.
        let keys = Set(kept.map(\.stateKey) + doubts.map { EngineState.documentKey($0.topic, $0.key) })
        return savedOffsets.keys.filter { !keys.contains($0) }.map { StateRecord(key: $0, value: []) }
            + kept.filter { savedOffsets[$0.stateKey] != $0.offset }
            .map { StateRecord(key: $0.stateKey, value: $0.stateValue) }
    }

    /// How far the documents were read and which are good, if that is news.
    func drainDocuments() -> [StateRecord] {
        guard areDocumentsTold, areDocumentsNews, let documents = options.documents else { return [] }
        savedDocuments = documents
        savedDocuments.faults = []
        let records = unsavedDocuments()
        areDocumentsKept = true
        return records + [StateRecord(key: EngineState.documentsKey, value: documents.stateValue)]
    }
}
