import Glibc
import Synchronization

/// The signals by which a person or the machine asks the program to end.
///
/// A run that has published must end with a status that says so: while an edition is put in its
/// place, and from then until the program ends or begins the next plan, these signals wait for
/// nobody.
enum EndingSignals {
    /// Those that would end this program; one that its caller had it ignore stays ignored.
    private static let deadly = [SIGTERM, SIGINT, SIGHUP].filter { number in
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return action.__sigaction_handler.sa_handler == nil
    }

    /// Lets them end the program again.
    static func obey() {
        for number in deadly { signal(number, SIG_DFL) }
    }

    /// Notes them from now on: there is something to be put away before the program ends.
    static func note() {
        // Made before a signal can come, which may not make anything.
        last.store(0, ordering: .relaxed)
        for number in deadly {
            signal(number) { EndingSignals.last.store($0, ordering: .relaxed) }
        }
    }

    /// The last one that was noted; nil where none was.
    static var noted: Int32? {
        let number = last.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }

    /// Ends the program by the signal that was noted.
    static func repeatNoted() -> Never {
        let number = noted ?? SIGTERM
        // To the whole process: the threads that work have these signals blocked.
        kill(getpid(), number)
        sleep(1)
        exit(128 + number)
    }

    private static let last = Atomic<Int32>(0)

    /// Ignores them from now on.
    static func ignore() {
        for number in deadly { signal(number, SIG_IGN) }
    }
}
