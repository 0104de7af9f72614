package import Model
package import Plans

/// Why a unit has its status, where that needs saying.
package enum Reason: Hashable, Sendable {
    case waived(decision: String, date: Day, reason: String)
    case closed(since: Day, successor: String?)
    /// The unit does not exist yet on the as-of day, or came after all days that are judged.
    case notYet(from: Day)
    case noContest
    /// The unit was there throughout none of the months, quarters or years asked about.
    case noPart(Recurrence)
    /// The day on which the rule came to hold.
    case late(on: Day)
    /// Satisfied only with records that name no day, which are never in time (CONTRACT §11.6).
    case undated
    /// The forms that are missing, by name: those that did not come, and those that were handed
    /// back.
    case missing(forms: [String], back: [String])
    case overridden(decision: String, date: Day, reason: String)
    case extended(decision: String, until: Day)
    /// The months, quarters or years in which the rule did not hold.
    case failed(periods: [String])
    /// The years in which the rule did not hold by the day on which it was due.
    case failedInTime(periods: [String])
    /// What the measure needs was left blank, by header, and what did not come besides or was
    /// handed back, by form.
    case blank(fields: [String], forms: [String], back: [String])
    /// Of several editions of the contest those with too few entries.
    case tooFew(editions: [String])
    /// Two figures of which the second is 0: there is nothing to divide by.
    case nothingToDivideBy
    /// The numbers give more, or divide more finely, than can be computed exactly.
    case outOfRange
    /// The records are about a longer period, which no part of it can be told from.
    case recordedBy(period: String)
    /// The forms that are missing, by name, of which there is only what is about a longer period.
    case missingBeside(period: String, forms: [String])
    /// Nodes below handed over an open result.
    case openBelow
    /// What was judged on the due day is more than the window's own figure.
    case accrued(Quantity, over: DateSpan)
    /// What is judged on the due day has no figure, although the window's own has.
    case accruedNothing(own: Quantity, over: DateSpan)
}
