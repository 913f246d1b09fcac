package session

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/place"
)

// confidentialCommands keep the item on show out of public minutes.
func (p *Place) confidentialCommands() []place.Command {
	key := place.Key{Name: fyne.KeyC, Mod: fyne.KeyModifierAlt | fyne.KeyModifierShift}
	return []place.Command{{Menu: "Record", Name: "Confidential item, or not", Key: key, Enabled: p.model.IsOpen, Run: func() {
		p.said(p.model.ToggleConfidential())
	}}}
}

// ToggleConfidential keeps the item on show, and all that is under it, out of public minutes, or lets it into them.
func (m *Model) ToggleConfidential() (string, error) {
	item := m.shown()
	if item.ID == "" {
		return "", data.NewProblem("The agenda is empty. Add an item first.", nil)
	}
	if item.Confidential {
		return "Item “" + item.Heading + "” is no longer confidential.",
			m.changeItemAt(item.ID, "let "+item.Heading+" into public minutes", func(i *data.AgendaItem) { i.Confidential = false })
	}
	return "Item “" + item.Heading + "” is confidential: public minutes leave it out.",
		m.changeItemAt(item.ID, "keep "+item.Heading+" out of public minutes", func(i *data.AgendaItem) { i.Confidential = true })
}
