internal import Glibc
internal import Synchronization

/// Turns SIGTERM and SIGINT into a request to stop, and ends the process if the stop takes too long.
public enum StopSignal {
    private static let requested = Atomic<Bool>(false)
    private static let boundSeconds = Atomic<UInt32>(30)

    /// True once the process was asked to stop.
    public static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Asks the process to stop, as a signal would, but without a bound.
    public static func request() { requested.store(true, ordering: .relaxed) }

    /// Takes the signals over. A second one, or the end of the bound, ends the process at once with code 1.
    public static func install(boundSeconds seconds: Int) {
        boundSeconds.store(UInt32(clamping: seconds), ordering: .relaxed)
        requested.store(false, ordering: .relaxed)
        for number in [SIGTERM, SIGINT] { signal(number, Self.received) }
        signal(SIGALRM, Self.expired)
        unblock([SIGTERM, SIGINT, SIGALRM])
        // A reader that goes away must not end the process.
        signal(SIGPIPE, SIG_IGN)
    }

    /// The mask is inherited from whoever started the process, who may have blocked the signals.
    private static func unblock(_ signals: [Int32]) {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for number in signals { unsafe sigaddset(&set, number) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    /// Runs in the signal handler: only calls that are safe there.
    private static let received: @convention(c) (Int32) -> Void = { _ in
        if requested.exchange(true, ordering: .relaxed) { end("plumbline: stopped at once\n") }
        _ = alarm(boundSeconds.load(ordering: .relaxed))
    }

    private static let expired: @convention(c) (Int32) -> Void = { _ in
        end("plumbline: the stop took too long; what was not committed will be read again\n")
    }

    private static func end(_ text: StaticString) -> Never {
        unsafe _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
        _exit(1)
    }
}
