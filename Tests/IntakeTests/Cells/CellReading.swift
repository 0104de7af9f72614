import Intake

/// What cells with a text say; `#expect` cannot hold the spans that the readers take.
func integer(_ text: String) -> CellNumber.Integer { CellNumber.parseInt(text.utf8.span) }

func decimal(_ text: String) -> CellNumber.Decimal { CellNumber.parseDecimal(text.utf8.span) }

func date(_ text: String) -> CellDate { CellDate.parse(text.utf8.span) }

func yesNo(_ text: String) -> CellYesNo { CellYesNo.parse(text.utf8.span) }

func isBlank(_ text: String) -> Bool { CellBytes.isBlank(text.utf8.span) }

func isBlankOrDash(_ text: String) -> Bool { CellBytes.isBlankOrDash(text.utf8.span) }

func isMonthFirst(_ text: String) -> Bool { CellDate.isMonthFirst(text.utf8.span) }

func isPercentage(_ text: String) -> Bool { CellNumber.isPercentage(text.utf8.span) }

func parts(_ text: String) -> CountedParts? { CountedParts.parse(text.utf8.span) }

func integer(_ text: String, of subject: Subject) -> CellNumber.Integer {
    CellNumber.parseInt(text.utf8.span, of: subject)
}

func oddity(_ text: String) -> CellBytes.Oddity { CellBytes.oddity(in: text.utf8.span) }
