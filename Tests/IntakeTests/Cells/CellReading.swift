import Intake

/// What cells with a text say; `#expect` cannot hold the spans that the readers take.
func integer(_ text: String) -> CellNumber.Integer { CellNumber.parseInt(text.utf8.span) }

func decimal(_ text: String) -> CellNumber.Decimal { CellNumber.parseDecimal(text.utf8.span) }

func date(_ text: String) -> CellDate { CellDate.parse(text.utf8.span) }

func yesNo(_ text: String) -> CellYesNo { CellYesNo.parse(text.utf8.span) }

func isBlank(_ text: String) -> Bool { CellBytes.isBlank(text.utf8.span) }

func isBlankOrDash(_ text: String) -> Bool { CellBytes.isBlankOrDash(text.utf8.span) }
