package motions

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
)

// Papers makes the papers of this place; the program has it. Each asks the secretary where the file goes and returns at
// once; done is called when it is written, and not at all when the secretary changed their mind.
type Papers interface {
	// ExportMotions writes the register as a spreadsheet; a public one names nobody.
	ExportMotions(public bool, done func(data.Paper, error))
	// ExportMotion writes one motion as a Word document, with who moved and seconded it where that is wanted.
	ExportMotion(motion data.MotionID, named bool, done func(data.Paper, error))
}

// Clipboard takes what is copied.
type Clipboard interface{ SetContent(string) }

func (p *Place) exportRegister() { p.deps.Papers.ExportMotions(false, p.exported) }

func (p *Place) exportPublic() { p.deps.Papers.ExportMotions(true, p.exported) }

func (p *Place) exportMotion() {
	if p.model.chosen != "" {
		p.deps.Papers.ExportMotion(p.model.chosen, true, p.exported)
	}
}

// exported says that a paper was written.
func (p *Place) exported(paper data.Paper, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.said("Written to "+paper.File+". It is in the sharing log.", nil)
}

func (p *Place) toClipboard(words, line string) {
	clipboard := p.deps.Clipboard
	if clipboard == nil {
		clipboard = fyne.CurrentApp().Clipboard()
	}
	clipboard.SetContent(words)
	p.deps.Shell.Notify(line)
}
