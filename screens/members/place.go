package members

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// Deps is what the place is given.
type Deps struct {
	Book   minuteBook
	Keys   *place.Keys
	Shell  place.Shell
	Now    func() time.Time // local time
	Lists  Lists
	Copies Copies
	Papers Papers
}

// name is the name of the place in a Route, and importTab that of its second tab.
const (
	name      = "members"
	importTab = "import"
)

// Place is the register of members as the window knows it.
type Place struct {
	deps    Deps
	model   *Model
	imports *Import
	view    *fyne.Container
	reg     *registerView
	list    *importView
	tab     string
	fresh   bool // a list was just taken: once it has been compared, the caret goes to what is to be done with it
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Searcher  = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.Leaver    = (*Place)(nil)
	_ place.KeyTaker  = (*Place)(nil)
)

// New returns the place of an open book.
func New(d Deps) *Place {
	p := &Place{deps: d, model: NewModel(d.Book, d.Now)}
	p.imports = NewImport(d.Book, d.Copies, d.Shell.Runner, d.Now)
	p.reg = newRegisterView(p)
	p.list = newImportView(p)
	p.view = parts.Layers(p.reg.view)
	p.imports.Changed = p.importChanged
	p.imports.Fail = d.Shell.Problem
	p.imports.Done = p.broughtIn
	return p
}

// Route says which person is shown, or that a list is being brought in.
func (p *Place) Route() place.Route {
	if p.tab == importTab {
		return place.Route{Place: name, Tab: importTab}
	}
	return place.Route{Place: name, ID: string(p.model.Chosen())}
}

// View returns the register, or the list that is being brought in.
func (p *Place) View() fyne.CanvasObject { return p.view }

// Visit shows a person, or bringing in a list.
func (p *Place) Visit(r place.Route) {
	if r.ID != "" {
		p.reg.stopEditing()
		p.model.Choose(data.PersonID(r.ID))
	}
	p.show(r.Tab)
}

func (p *Place) show(tab string) {
	p.tab = tab
	if tab == importTab {
		p.list.refresh()
		parts.Swap(p.view, p.list.view)
		return
	}
	parts.Swap(p.view, p.reg.view)
}

// Refresh reads the book again.
func (p *Place) Refresh() {
	if err := p.model.Refresh(); err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.reg.refresh()
	if p.tab == importTab {
		p.imports.Refresh()
		p.list.refresh()
	}
}

// FirstFocus is the search field; while a list is brought in, the next thing to do.
func (p *Place) FirstFocus() fyne.Focusable {
	if p.tab == importTab {
		return p.list.firstFocus()
	}
	return p.reg.search
}

// FocusSearch puts the caret into the search field.
func (p *Place) FocusSearch() {
	p.show("")
	p.deps.Shell.Focus(p.reg.search)
}

// Leave keeps the private note that is being written, and hides contact details again.
func (p *Place) Leave() {
	p.reg.card.keepNote()
	p.reg.card.hideContact()
}

// Commands returns what the place offers to the menu.
func (p *Place) Commands() []place.Command {
	someone := func() bool { return p.tab == "" && p.model.Chosen() != "" }
	return append(p.letterCommands(), []place.Command{
		{Menu: "Lists", Name: "Add a person", Key: place.Ctrl(fyne.KeyN), Run: p.add},
		{Menu: "Lists", Name: "Edit this person", Key: place.Alt(fyne.KeyE), Enabled: someone, Run: p.edit},
		{Menu: "Lists", Name: "Choose a list to bring in…", Key: place.Ctrl(fyne.KeyO), Run: p.chooseList},
		{Menu: "Lists", Name: "Bring in this list", Key: place.Bare(fyne.KeyReturn), Enabled: p.canBringIn, Run: p.imports.BringIn},
		{Menu: "View", Name: "Show or hide contact details", Key: place.Alt(fyne.KeyS), Enabled: someone, Run: p.reg.card.toggleContact},
	}...)
}

func (p *Place) canBringIn() bool { return p.tab == importTab && p.imports.Ready() }

// TypedKey takes Escape: out of a form, out of an import, back to everyone.
func (p *Place) TypedKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape {
		return false
	}
	switch {
	case p.tab == importTab:
		p.cancelImport()
	case p.reg.form != nil:
		p.reg.cancelForm()
	case p.model.Result != nil:
		p.model.CloseResult()
		p.reg.refresh()
	default:
		return false
	}
	return true
}

func (p *Place) add() {
	p.show("")
	p.reg.startForm(p.model.NewDraft())
}

func (p *Place) edit() {
	draft, err := p.model.Draft(p.model.Chosen())
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.reg.startForm(draft)
}

// save stores the form, and returns what is wrong with it.
func (p *Place) save(d Draft) *FieldError {
	said, err := p.model.Save(d)
	var wrong *FieldError
	if errors.As(err, &wrong) {
		return wrong
	}
	p.reg.stopEditing()
	p.said(said, err)
	p.deps.Shell.Focus(p.reg.register)
	return nil
}

// said shows what was done in the undo line, or the problem, and reads the book again.
func (p *Place) said(line string, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.Refresh()
	if line != "" {
		p.deps.Shell.Notify(line)
	}
}

func (p *Place) chooseList() {
	p.show(importTab)
	p.deps.Lists.Choose(func(list ListFile, err error) {
		if err != nil {
			p.deps.Shell.Problem(err)
			return
		}
		p.take(list)
	})
}

func (p *Place) pasteNames(text string) {
	list, err := p.deps.Lists.Paste(text)
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.take(list)
}

func (p *Place) take(list ListFile) {
	p.imports.Take(list)
	p.show(importTab)
	p.fresh = true
	p.importChanged()
}

// importChanged shows the import as it is now. While a fresh list is compared nothing has the caret: Enter would open a
// choice that it stood on.
func (p *Place) importChanged() {
	p.list.refresh()
	switch {
	case !p.fresh:
	case p.imports.Busy:
		p.deps.Shell.Focus(nil)
	default:
		p.fresh = false
		p.deps.Shell.Focus(p.list.firstFocus())
	}
}

func (p *Place) cancelImport() {
	if p.imports.HasList() {
		p.imports.Drop()
		p.deps.Shell.Focus(p.list.firstFocus())
		return
	}
	p.show("")
	p.Refresh()
	p.deps.Shell.Focus(p.reg.search)
}

// broughtIn shows what a list did.
func (p *Place) broughtIn(r *Result) {
	p.model.ShowResult(r)
	p.reg.stopEditing()
	p.show("")
	p.reg.search.Put("")
	p.Refresh()
	p.deps.Shell.Notify(r.Said)
	p.deps.Shell.Focus(p.reg.register)
}
