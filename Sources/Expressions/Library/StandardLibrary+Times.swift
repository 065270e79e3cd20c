extension StandardLibrary {
    static let times: [FunctionDeclaration] =
        selectors.flatMap { name, read in
            [
                FunctionDeclaration(
                    method: name, on: .timestamp, returns: .int,
                    .unary { value in
                        guard case .timestamp(let instant) = value else { return .noOverload }
                        return .int(read(CivilTime(instant, secondsEast: 0)))
                    }),
                FunctionDeclaration(
                    method: name, on: .timestamp, [.string], returns: .int,
                    .binary { value, zone in
                        guard case .timestamp(let instant) = value, let zone = zone.text else {
                            return .noOverload
                        }
                        guard let secondsEast = TimeZoneTable.secondsEast(zone, at: instant) else {
                            return .failure(.badArgument, zone)
                        }
                        return .int(read(CivilTime(instant, secondsEast: secondsEast)))
                    }),
            ]
        }
        + spanSelectors.map { name, read in
            FunctionDeclaration(
                method: name, on: .duration, returns: .int,
                .unary { value in
                    guard case .duration(let span) = value else { return .noOverload }
                    return .int(read(span.total))
                })
        }

    private static let selectors: [(String, @Sendable (CivilTime) -> Int64)] = [
        ("getFullYear", { $0.date.year }),
        ("getMonth", { $0.date.month - 1 }),
        ("getDate", { $0.date.day }),
        ("getDayOfMonth", { $0.date.day - 1 }),
        ("getDayOfYear", { $0.date.dayOfYear }),
        ("getDayOfWeek", { $0.dayOfWeek }),
        ("getHours", { $0.secondOfDay / 3600 }),
        ("getMinutes", { $0.secondOfDay / 60 % 60 }),
        ("getSeconds", { $0.secondOfDay % 60 }),
        ("getMilliseconds", { $0.millisecond }),
    ]

    private static let spanSelectors: [(String, @Sendable (Int128) -> Int64)] = [
        ("getHours", { Int64($0 / 3_600_000_000_000) }),
        ("getMinutes", { Int64($0 / 60_000_000_000) }),
        ("getSeconds", { Int64($0 / 1_000_000_000) }),
        ("getMilliseconds", { Int64($0 / 1_000_000 % 1000) }),
    ]
}

/// An instant on the calendar and clock of one offset.
struct CivilTime {
    let date: CivilDate
    let dayOfWeek: Int64
    let secondOfDay: Int64
    let millisecond: Int64

    init(_ instant: Instant, secondsEast: Int64) {
        let (days, rest) = (instant.seconds + secondsEast).flooredDivision(by: 86_400)
        date = CivilDate(daysSince1970: days)
        // 1970-01-01 was a Thursday; weeks begin on Sunday.
        dayOfWeek = (days + 4).flooredDivision(by: 7).remainder
        secondOfDay = rest
        millisecond = Int64(instant.nanoseconds / 1_000_000)
    }
}
