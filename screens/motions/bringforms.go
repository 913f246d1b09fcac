package motions

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// startBringing asks for a file and shows what it would bring.
func (p *Place) startBringing() {
	p.deps.Lists.ChooseTable("Choose a register of motions", func(name string, rows [][]string, err error) {
		var b Bringing
		if err == nil {
			b, err = p.model.ReadTable(name, rows)
		}
		if err != nil {
			p.deps.Shell.Problem(err)
			return
		}
		p.showBringing(b)
	})
}

// showBringing is the preview of a file, with what would be kept and what refused.
func (p *Place) showBringing(b Bringing) {
	var f *parts.PanelForm
	rows := []fyne.CanvasObject{parts.Bold(b.Words()).Wrapped(0)}
	for _, l := range b.New {
		rows = append(rows, parts.Body(joined(l.Motion.Ref, l.Motion.Title)).Wrapped(2))
	}
	for _, line := range b.Lines() {
		rows = append(rows, parts.Secondary(line).Wrapped(0))
	}
	cancel := parts.NewButton("Cancel", func() { f.Shut() })
	if b.What() == "" {
		f = parts.NewPanelForm(parts.Column(6, rows...), cancel)
		f.Open(p.deps.Shell, "Nothing new in this file", cancel)
		return
	}
	keep := parts.NewButton("Bring in", func() {
		line, err := p.model.BringIn(b)
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.said(line, nil)
	}).Primary()
	f = parts.NewPanelForm(parts.Column(6, rows...), cancel, keep)
	f.Open(p.deps.Shell, "What this file brings", keep)
}
