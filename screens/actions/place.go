package actions

import (
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/place"
)

// Deps is what the place is given.
type Deps struct {
	Book  minuteBook
	Keys  *place.Keys
	Shell place.Shell
	Now   func() time.Time // local time
}

// Place is the list of actions as the window knows it.
type Place struct {
	deps  Deps
	model *Model
	view  *listView
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Searcher  = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.KeyTaker  = (*Place)(nil)
)

// New returns the place of an open book.
func New(d Deps) *Place {
	p := &Place{deps: d, model: NewModel(d.Book, d.Now)}
	p.view = newListView(p)
	return p
}

// Route says which action is shown.
func (p *Place) Route() place.Route { return place.Route{Place: "actions", ID: string(p.model.chosen)} }

// View returns the list with the card beside it.
func (p *Place) View() fyne.CanvasObject { return p.view.view }

// Visit shows an action, among all when the filter would hide it.
func (p *Place) Visit(r place.Route) {
	if r.ID == "" {
		return
	}
	p.view.form = nil
	p.model.Choose(data.ActionID(r.ID))
	p.model.Narrow(All)
}

// Refresh reads the book again.
func (p *Place) Refresh() {
	if err := p.model.Refresh(); err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.view.refresh()
}

// Waiting returns how many actions are open, for the rail.
func (p *Place) Waiting() int {
	n, err := p.model.Waiting()
	if err != nil {
		return 0 // the list itself says what is wrong when it is shown
	}
	return n
}

// FirstFocus is the list.
func (p *Place) FirstFocus() fyne.Focusable { return p.view.register }

// FocusSearch puts the caret into the search field.
func (p *Place) FocusSearch() { p.deps.Shell.Focus(p.view.search) }

// Commands returns what the place offers to the menu.
func (p *Place) Commands() []place.Command {
	is := func(open bool) func() bool {
		return func() bool {
			row, ok := p.model.Chosen()
			return ok && row.IsOpen == open
		}
	}
	chosen := func() bool { _, ok := p.model.Chosen(); return ok }
	return []place.Command{
		{Menu: "Record", Name: "Add an action", Key: place.Bare(fyne.KeyF6), Run: p.add},
		{Menu: "Lists", Name: "New action", Key: place.Ctrl(fyne.KeyN), Run: p.add},
		{Menu: "Record", Name: "Mark as done", Key: place.Ctrl(fyne.KeyD), Enabled: is(true), Run: p.do(p.model.MarkDone)},
		{Menu: "Record", Name: "Drop this action", Enabled: is(true), Run: p.do(p.model.Drop)},
		{Menu: "Record", Name: "Open it again", Key: place.Ctrl(fyne.KeyR), Enabled: is(false), Run: p.do(p.model.Reopen)},
		{Menu: "Record", Name: "Edit this action", Key: place.Alt(fyne.KeyE), Enabled: chosen, Run: p.edit},
	}
}

// TypedKey takes Escape out of the form.
func (p *Place) TypedKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape || p.view.form == nil {
		return false
	}
	p.view.cancel()
	return true
}

// do returns a command that carries out a verb of the model and says what was done.
func (p *Place) do(verb func() (string, error)) func() {
	return func() { p.said(verb()) }
}

func (p *Place) said(line string, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.Refresh()
	p.deps.Shell.Notify(line)
}

func (p *Place) add() { p.view.open(p.model.NewDraft()) }

func (p *Place) edit() {
	draft, err := p.model.Draft()
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.view.open(draft)
}

// toMeeting goes to the meeting where the chosen action was made.
func (p *Place) toMeeting() {
	if row, ok := p.model.Chosen(); ok && row.Meeting != "" {
		p.deps.Shell.Go(place.Route{Place: "session", ID: string(row.Meeting)})
	}
}
