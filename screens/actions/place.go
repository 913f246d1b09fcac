package actions

import (
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
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
	deps    Deps
	model   *Model
	view    *listView
	letters *lettersView

	front     *fyne.Container // which of the two lists is shown
	onLetters bool
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
	p.view, p.letters = newListView(p), newLettersView(p, NewLetters(d.Book, d.Now))
	p.front = parts.Layers()
	p.show(false)
	return p
}

// Route says which action or which letter is shown.
func (p *Place) Route() place.Route {
	if p.onLetters {
		return place.Route{Place: "actions", Tab: lettersTab, ID: string(p.letters.model.chosen)}
	}
	return place.Route{Place: "actions", ID: string(p.model.chosen)}
}

// View returns the list in front with its card beside it.
func (p *Place) View() fyne.CanvasObject { return p.front }

// Visit brings the actions or the letters to the front, and shows one, among all when the filter would hide it.
func (p *Place) Visit(r place.Route) {
	p.show(r.Tab == lettersTab)
	if r.ID != "" && p.onLetters {
		p.letters.form = nil
		p.letters.model.Choose(data.LetterID(r.ID))
		p.letters.model.Narrow(AllLetters)
		return
	}
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
	if err := p.letters.model.Refresh(); err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.letters.refresh()
}

// Waiting returns how many actions are open, for the rail.
func (p *Place) Waiting() int {
	n, err := p.model.Waiting()
	if err != nil {
		return 0 // the list itself says what is wrong when it is shown
	}
	return n
}

// FirstFocus is the list in front.
func (p *Place) FirstFocus() fyne.Focusable {
	if p.onLetters {
		return p.letters.register
	}
	return p.view.register
}

// FocusSearch puts the caret into the search field.
func (p *Place) FocusSearch() {
	if p.onLetters {
		p.deps.Shell.Focus(p.letters.search)
		return
	}
	p.deps.Shell.Focus(p.view.search)
}

// Commands returns what the place offers to the menu.
func (p *Place) Commands() []place.Command {
	is := func(open bool) func() bool {
		return func() bool {
			row, ok := p.model.Chosen()
			return ok && !p.onLetters && row.IsOpen == open
		}
	}
	chosen := func() bool {
		_, action := p.model.Chosen()
		_, letter := p.letters.model.Chosen()
		return p.onLetters && letter || !p.onLetters && action
	}
	return append([]place.Command{
		{Menu: "Record", Name: "Add an action", Key: place.Bare(fyne.KeyF6), Run: p.add},
		{Menu: "Lists", Name: "New in this list", Key: place.Ctrl(fyne.KeyN), Run: p.start},
		{Menu: "Record", Name: "Mark as done", Key: place.Ctrl(fyne.KeyD), Enabled: is(true), Run: p.do(p.model.MarkDone)},
		{Menu: "Record", Name: "Drop this action", Enabled: is(true), Run: p.do(p.model.Drop)},
		{Menu: "Record", Name: "Open it again", Key: place.Ctrl(fyne.KeyR), Enabled: is(false), Run: p.do(p.model.Reopen)},
		{Menu: "Record", Name: "Edit this one", Key: place.Alt(fyne.KeyE), Enabled: chosen, Run: p.editChosen},
	}, p.letterCommands()...)
}

// TypedKey takes Escape out of the form.
func (p *Place) TypedKey(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name != fyne.KeyEscape:
		return false
	case p.onLetters && p.letters.form != nil:
		p.letters.cancel()
	case !p.onLetters && p.view.form != nil:
		p.view.cancel()
	default:
		return false
	}
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

func (p *Place) add() {
	p.show(false)
	p.view.open(p.model.NewDraft())
}

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
