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
	// Papers makes what leaves the place, and Lists reads what comes in.
	Papers    Papers
	Lists     Lists
	Clipboard Clipboard // nil for the system's
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
	noted received
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
	p.pair = parts.NewPair(parts.Column(12, p.reg.head, p.reg.bar), [2]string{"Register", "Motion"}, p.reg.view, p.card.view, func(left, right fyne.CanvasObject) fyne.CanvasObject {
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
	chosen := func() bool { return p.model.Card.ID != "" }
	decided := func() bool { return p.model.Card.Decided }
	return append([]place.Command{
		{Menu: "Record", Name: "Log a motion", Key: place.Ctrl(fyne.KeyN), Also: place.Bare(fyne.KeyF3), Run: p.startLogging},
		{Menu: "Record", Name: "Paste open motions", Key: place.Alt(fyne.KeyP), Run: p.startPasting},
		{Menu: "Record", Name: "Edit this motion", Key: place.Alt(fyne.KeyE), Enabled: open, Run: p.startEditing},
		{Menu: "Record", Name: "Copy the note for the mover", Key: place.Alt(fyne.KeyN), Enabled: p.canNote, Run: p.copyNote},
		{Menu: "Record", Name: "Put this motion on the agenda", Key: place.Alt(fyne.KeyG), Enabled: func() bool { return p.model.Card.OffAgenda }, Run: p.putOnAgenda},
		{Menu: "Record", Name: "Settle this motion without a vote…", Key: place.Alt(fyne.KeyO), Enabled: open, Run: p.startSettling},
		{Menu: "Record", Name: "Take this motion up again", Key: place.Alt(fyne.KeyU), Enabled: func() bool { return p.model.Card.Again }, Run: p.takeAgain},
		{Menu: "Record", Name: "Resubmit as a new motion…", Key: place.Alt(fyne.KeyW), Enabled: decided, Run: p.startAgain},
		{Menu: "Record", Name: "Make a composite…", Key: place.Alt(fyne.KeyM), Run: p.startMerging},
		{Menu: "View", Name: "Text as agreed, changes, as submitted", Key: place.Alt(fyne.KeyT), Enabled: func() bool { return p.model.Card.Changed }, Run: p.card.turn},
		{Menu: "Go", Name: "The meeting of this motion", Enabled: func() bool { return p.model.Card.Meeting != "" }, Run: p.goToMeeting},
		{Menu: "Record", Name: "Export the register", Key: place.Ctrl(fyne.KeyS), Run: p.exportRegister},
		{Menu: "Record", Name: "Export the register without names", Key: place.Alt(fyne.KeyY), Run: p.exportPublic},
		{Menu: "Record", Name: "Print this motion", Key: place.Ctrl(fyne.KeyP), Enabled: chosen, Run: p.exportMotion},
		{Menu: "Lists", Name: "Bring in a register of motions…", Key: place.Ctrl(fyne.KeyO), Run: p.startBringing},
	}, p.afterCommands()...)
}

// afterCommands are what is done with a motion after it was settled.
func (p *Place) afterCommands() []place.Command {
	chosen := func() bool { return p.model.Card.ID != "" }
	return []place.Command{
		{Menu: "Record", Name: "Send on…", Key: place.Alt(fyne.KeyS), Enabled: chosen, Run: p.startSending},
		{Menu: "Record", Name: "Mark acknowledged…", Key: place.Alt(fyne.KeyA), Enabled: p.hasOpenCopy, Run: p.startAcknowledging},
		{Menu: "Record", Name: "Their result…", Key: place.Alt(fyne.KeyR), Enabled: p.hasOpenCopy, Run: p.startAnswering},
		{Menu: "Record", Name: "Mark reported back…", Key: place.Alt(fyne.KeyB), Enabled: p.hasOpenCopy, Run: p.startReportingBack},
		{Menu: "Record", Name: "Chase…", Key: place.Alt(fyne.KeyC), Enabled: p.hasOpenCopy, Run: p.startChasing},
		{Menu: "Record", Name: "Close the copy…", Key: place.Alt(fyne.KeyX), Enabled: p.hasOpenCopy, Run: p.startClosing},
	}
}

// choose shows the card of a motion.
func (p *Place) choose(id data.MotionID) {
	p.model.Choose(id)
	p.card.show()
}

func (p *Place) takeAgain() { p.said(p.model.TakeAgain()) }

func (p *Place) putOnAgenda() { p.said(p.model.PutOnAgenda()) }

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
