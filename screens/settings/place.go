package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// Name is what a Route calls this place.
const Name = "settings"

// The sections, as a Route's Tab names them.
const (
	branchTab = "branch"
	papersTab = "papers"
	rulesTab  = "rules"
	lookTab   = "look"
	safetyTab = "safety"
	aboutTab  = "about"
)

// A tabName is a section as it is listed.
type tabName struct {
	tab, name, under string
	icon             parts.IconName
}

// tabs are the sections in their order.
var tabs = []tabName{
	{branchTab, "Branch", "name, wards, venue", parts.IconHome},
	{papersTab, "Papers", "names, logo, handover", parts.IconDocument},
	{rulesTab, "Standing orders", "quorum, notice, votes", parts.IconBook},
	{lookTab, "Look", "colours, text, locking", parts.IconEye},
	{safetyTab, "Safety", "copies and history", parts.IconShield},
	{aboutTab, "About", "version, licences, keys", parts.IconInfo},
}

// Place is the settings.
type Place struct {
	model *Model
	deps  Deps
	view  *view
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.Leaver    = (*Place)(nil)
	_ place.KeyTaker  = (*Place)(nil)
)

// New returns the settings of an open book, at the branch.
func New(d Deps) *Place {
	m := NewModel(d)
	return &Place{model: m, deps: d, view: newView(m, d)}
}

// Route says which section is shown.
func (p *Place) Route() place.Route { return place.Route{Place: Name, Tab: p.view.tab()} }

// Visit shows the section that the route names; the one shown last for none.
func (p *Place) Visit(r place.Route) {
	if i := slices.IndexFunc(tabs, func(t tabName) bool { return t.tab == r.Tab }); i >= 0 {
		p.view.choose(i)
	}
}

// View returns the settings.
func (p *Place) View() fyne.CanvasObject { return p.view.content }

// Refresh reads the book again.
func (p *Place) Refresh() { p.view.load() }

// FirstFocus is the first field of the section.
func (p *Place) FirstFocus() fyne.Focusable { return p.view.first() }

// Leave keeps the details of the branch that were typed and not yet kept.
func (p *Place) Leave() { p.view.leave() }

// Commands offers the sections.
func (p *Place) Commands() []place.Command {
	commands := []place.Command{{Menu: "View", Name: "Show or hide the passphrases", Key: place.Alt(fyne.KeyS), Run: p.view.reveal},
		{Menu: "Book", Name: "Handover summary…", Key: place.Alt(fyne.KeyH), Run: p.view.papers.handover}}
	for _, t := range tabs {
		commands = append(commands, place.Command{Menu: "Go", Name: "Settings: " + t.name, Run: func() {
			p.deps.Shell.Go(place.Route{Place: Name, Tab: t.tab})
		}})
	}
	return commands
}

// TypedKey closes the rule that is open at Escape.
func (p *Place) TypedKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape || p.model.Editing.Key == "" {
		return false
	}
	p.view.rules.cancel()
	return true
}
