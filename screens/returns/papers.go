package returns

import (
	"branchbook/data"
	"branchbook/data/book"
)

// Papers writes papers. The program satisfies it with the system's file window, the package exports and the sharing log.
//
// Each of its exports asks the secretary where to, with a name for the file that says what it is, and returns at once.
// done is called in the window's goroutine when the file is written whole and the paper is in the sharing log, or with
// a *data.Problem that says why not; it is not called when the secretary changed their mind.
type Papers interface {
	// ExportTable writes a spreadsheet as it is laid out for its recipient, with progress and a way to cancel.
	ExportTable(o Order, done func(data.Paper, error))
	// ExportText writes a paper for reading. The ending that the secretary types decides between Word and PDF in the end.
	ExportText(t Text, done func(data.Paper, error))
	// Unprintable says in a sentence which words of a paper for reading a PDF cannot show; "" where it shows them all.
	Unprintable(t Text) string
	// ChooseTemplate asks for a workbook that a recipient supplied, and reads the first rows of its sheets. then has a
	// *data.Problem for a file that is no template; it is not called when the secretary changed their mind.
	ChooseTemplate(then func(name string, content []byte, sheets []data.TemplateSheet, err error))
}

// A Text says which paper for reading is to be written: the minutes of a meeting, or the annual report of a period.
type Text struct {
	Kind    data.PaperKind
	Meeting data.MeetingID
	Period  data.Period
	// PDF offers a name for a PDF, and not for a Word document.
	PDF bool
}

// An Order says which spreadsheet is to be written, and how.
type Order struct {
	Kind  data.PaperKind
	Table book.TableOrder
	// Passphrase is asked for by what opens the file; "" for none. It is to be kept nowhere.
	Passphrase string
}

// Clipboard takes the covering note. Fyne's has it.
type Clipboard interface{ SetContent(string) }
