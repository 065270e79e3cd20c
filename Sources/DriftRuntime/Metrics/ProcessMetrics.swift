internal import Foundation
internal import Telemetry

/// What the operating system says of this process.
enum ProcessMetrics {
    static func all() -> [Metric] {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        let size = Double(sysconf(Int32(_SC_PAGESIZE)))
        let resident = pages.flatMap { $0.count > 1 ? Double($0[1]) : nil } ?? 0
        let virtual = pages.flatMap { Double($0.first ?? "") } ?? 0
        return [
            Metric("process_resident_memory_bytes", .gauge, "Memory in use.", resident * size),
            Metric("process_virtual_memory_bytes", .gauge, "Memory asked for.", virtual * size),
        ]
    }
}
