package data

// The papers about the minutes and about a year.
const (
	PublicMinutesPaper PaperKind = "public minutes"
	ExtractPaper       PaperKind = "extract"
	LetterPaper        PaperKind = "attendance letter"
	AnnualReport       PaperKind = "annual report"
	HandoverPaper      PaperKind = "handover"
)
