package motions

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

// name is the name of the place in a Route.
const name = "motions"

// Place is the register of motions as the window knows it.
type Place struct {
	deps  Deps
	model *Model
	reg   *registerView
	card  *cardView
	pair  *parts.Pair
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Searcher  = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
)

// New returns the place of an open book.
func New(d Deps) *Place {
	p := &Place{deps: d, model: NewModel(d.Book, d.Now)}
	p.reg, p.card = newRegisterView(p), newCardView(p)
	p.pair = parts.NewPair(p.reg.head, [2]string{"Register", "Motion"}, p.reg.view, p.card.view, func(left, right fyne.CanvasObject) fyne.CanvasObject {
		return parts.RowFill(16, parts.Grow(left, 1), parts.Fixed(right, 360))
	})
	return p
}

// Route says which motion is shown.
func (p *Place) Route() place.Route {
	return place.Route{Place: name, ID: string(p.model.Chosen())}
}

// View returns the register with the card beside it.
func (p *Place) View() fyne.CanvasObject { return p.pair.View() }

// Visit shows a motion.
func (p *Place) Visit(r place.Route) {
	if r.ID != "" {
		p.model.chosen = data.MotionID(r.ID)
		p.reg.everything()
		p.pair.Show(1)
	}
}

// Refresh reads the book again.
func (p *Place) Refresh() {
	if err := p.model.Refresh(); err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.reg.show()
	p.card.show()
}

// FirstFocus is the register, so that the arrows go through it at once.
func (p *Place) FirstFocus() fyne.Focusable { return p.reg.register }

// FocusSearch puts the caret into the search field.
func (p *Place) FocusSearch() {
	p.pair.Show(0)
	p.deps.Shell.Focus(p.reg.search)
}

// Commands returns what the place offers to the menu.
func (p *Place) Commands() []place.Command {
	open := func() bool { return p.model.Card.Open }
	return []place.Command{
		{Menu: "Record", Name: "Log a motion", Key: place.Ctrl(fyne.KeyN), Also: place.Bare(fyne.KeyF3), Run: p.startLogging},
		{Menu: "Record", Name: "Paste open motions", Key: place.Alt(fyne.KeyP), Run: p.startPasting},
		{Menu: "Record", Name: "Edit this motion", Key: place.Alt(fyne.KeyE), Enabled: open, Run: p.startEditing},
		{Menu: "Record", Name: "Settle this motion without a vote", Enabled: open, Run: p.startSettling},
		{Menu: "Record", Name: "Take this motion up again", Enabled: func() bool { return p.model.Card.Again }, Run: p.takeAgain},
		{Menu: "Go", Name: "The meeting of this motion", Enabled: func() bool { return p.model.Card.Meeting != "" }, Run: p.goToMeeting},
	}
}

// choose shows the card of a motion.
func (p *Place) choose(id data.MotionID) {
	p.model.Choose(id)
	p.card.show()
}

func (p *Place) takeAgain() { p.said(p.model.TakeAgain()) }

func (p *Place) goToMeeting() {
	p.deps.Shell.Go(place.Route{Place: "meetings", ID: string(p.model.Card.Meeting)})
}

// said shows what was done in the undo line, or the problem, and reads the book again.
func (p *Place) said(line string, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.Refresh()
	p.deps.Shell.Notify(line)
}
