internal import CloudModel
internal import JSONTokens

/// Resources whose facts are not in memory. The page is the resource: its id, its scope, whether it exists and what of
/// it is not known stay; its facts go, and come back when they are asked for.
extension ResourceGraph {
    /// Lets the facts of at most so many resources stay in memory between commits, and of those that were not changed
    /// also within one; nil is all that were ever asked for. The others' are read from `source`.
    public func setPaging(limit: Int?, source: any PageSource) {
        precondition(limit ?? 1 > 0, "at least one resource has its facts in memory")
        pages.limit = limit
        pages.source = source
        guard limit != nil else { return }
        for index in nodes.indices where nodes[index].hasFacts {
            pages.addResident(ResourceHandle(index: Int32(index)))
        }
    }

    /// Takes note that the source has every resource as it is now, and lets go of what is beyond the limit.
    public func didCommitPages() {
        guard pages.isActive else { return }
        for handle in pages.takeDirty() { nodes[Int(handle.index)].isDirty = false }
        trim(except: nil)
    }

    /// How many resources have their facts in memory.
    public var residentCount: Int {
        pages.isActive ? pages.resident.count : nodes.reduce(0) { $1.hasFacts ? $0 + 1 : $0 }
    }

    /// How many pages were read since the beginning.
    public var pageReadCount: Int { pages.readCount }

    /// Why a page could not be had; nothing that was said since is of use.
    public var pageFailure: PageFailure? { pages.failure }

    /// The node with its facts.
    func node(_ handle: ResourceHandle) -> ResourceNode {
        let node = nodes[Int(handle.index)]
        node.isUsed = true
        if node.isPagedOut { pageIn(handle, node) }
        return node
    }

    /// Takes note that a resource was changed.
    func markDirty(_ handle: ResourceHandle, _ node: ResourceNode, hadFacts: Bool) {
        guard pages.isActive else { return }
        if !hadFacts, node.hasFacts { pages.addResident(handle) }
        guard !node.isDirty else { return }
        node.isDirty = true
        pages.addDirty(handle)
    }

    /// Takes note that a resource was put back, as the source has it.
    func noteRestored(_ handle: ResourceHandle, _ node: ResourceNode, hadFacts: Bool) {
        guard pages.isActive else { return }
        if !hadFacts, node.hasFacts { pages.addResident(handle) }
        letGo(handle)
    }

    /// Lets go of a resource's facts right away, if they came in only to be looked at.
    func letGo(_ handle: ResourceHandle) {
        guard pages.isActive else { return }
        nodes[Int(handle.index)].isUsed = false
        trim(except: nil)
    }

    private func pageIn(_ handle: ResourceHandle, _ node: ResourceNode) {
        node.isPagedOut = false
        pages.readCount += 1
        do throws(PageFailure) {
            guard let source = pages.source else { preconditionFailure("a page went without a source") }
            let value = try source.page(of: node.id)
            do throws(StateError) {
                try node.restore(value, storedSchemas)
            } catch {
                throw PageFailure("\(node.id.nativeID): \(error.message)", isLost: true)
            }
        } catch {
            pages.failure = pages.failure ?? error
        }
        refreshAll(handle)
        guard pages.isActive else { return }
        pages.addResident(handle)
        trim(except: handle)
    }

    private func trim(except kept: ResourceHandle?) {
        guard let limit = pages.limit else { return }
        // Where all but the one that is kept must stay, looking for another is in vain.
        while pages.resident.count > max(limit, pages.dirty.count + 1) {
            let next = pages.takeNext { handle in
                let node = nodes[Int(handle.index)]
                if node.isDirty || handle == kept { return false }
                defer { node.isUsed = false }
                return !node.isUsed
            }
            guard let next else { return }
            nodes[Int(next.index)].dropFacts()
        }
    }
}
