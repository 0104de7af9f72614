import Glibc

/// The signals by which a person or the machine asks the program to end.
///
/// A run that has published must end with a status that says so: while an edition is put in its place,
/// and from then until the program ends or begins the next plan, these signals wait for nobody.
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

    /// Ignores them from now on.
    static func ignore() {
        for number in deadly { signal(number, SIG_IGN) }
    }
}
