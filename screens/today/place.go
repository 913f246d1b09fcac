package today

import (
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// A Planner makes meetings; the place of all meetings is one. The errors are *data.Problem.
type Planner interface {
	// StartNow returns the meeting to go on with at once: the one in session, else today's, else a new one for today.
	StartNow() (data.MeetingID, error)
	// PlanNext makes the next meeting, on the day the branch usually meets.
	PlanNext() (data.MeetingID, error)
}

// Deps are what the place stands on.
type Deps struct {
	Book    minuteBook
	Shell   place.Shell
	Planner Planner
	Copies  Copies
	// Now is the clock, in local time.
	Now func() time.Time
}

// Place is the page of today.
type Place struct {
	d       Deps
	m       *Model
	view    *fyne.Container
	front   *fyne.Container // the page that is on show
	head    *headView
	welcome *welcomeView
	desk    *deskView
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
)

// New returns the place. Nothing is read before Refresh.
func New(d Deps) *Place {
	p := &Place{d: d, m: NewModel(d.Book, d.Copies, d.Now)}
	p.head, p.welcome, p.desk = newHeadView(), newWelcomeView(p), newDeskView(p)
	p.view = parts.NewFolding(parts.Page(parts.Column(14, p.head.view, p.welcome.view, p.desk.view)), func(narrow bool) {
		p.welcome.fold(narrow)
		p.desk.fold(narrow)
	})
	return p
}

// Route is the page of today.
func (p *Place) Route() place.Route { return place.Route{Place: "today"} }

// View returns the place.
func (p *Place) View() fyne.CanvasObject { return p.view }

// Refresh reads the book again.
func (p *Place) Refresh() {
	if err := p.m.Load(); err != nil {
		p.d.Shell.Problem(err)
		return
	}
	p.head.show(p.m)
	front := p.desk.view
	if p.m.New {
		front = p.welcome.view
		p.welcome.show(p.m.Steps)
	} else {
		p.desk.show(p.m)
	}
	if front == p.front {
		return
	}
	p.front = front
	p.welcome.view.Hidden, p.desk.view.Hidden = !p.m.New, p.m.New
	parts.Settle(p.head.view)
	p.view.Refresh()
}

// FirstFocus is the first thing that can be done.
func (p *Place) FirstFocus() fyne.Focusable {
	if p.m.New {
		return parts.FirstFocus(p.welcome.view)
	}
	return parts.FirstFocus(p.desk.view)
}

// Commands are what the place offers to the menu bar.
func (p *Place) Commands() []place.Command {
	return []place.Command{
		{Menu: "Meeting", Name: "Start a meeting now", Key: place.Ctrl(fyne.KeyM), Run: p.startNow},
		{Menu: "Meeting", Name: "Plan the next meeting", Key: place.Ctrl(fyne.KeyN), Run: p.planNext},
		{Menu: "Record", Name: "Log a motion received", Key: place.Bare(fyne.KeyF3), Run: p.goTo(place.Route{Place: "motions"})},
		{Menu: "Record", Name: "Add an action", Key: place.Bare(fyne.KeyF6), Run: p.goTo(place.Route{Place: "actions"})},
	}
}

func (p *Place) goTo(r place.Route) func() { return func() { p.d.Shell.Go(r) } }

func (p *Place) startNow() {
	id, err := p.d.Planner.StartNow()
	if err != nil {
		p.d.Shell.Problem(err)
		return
	}
	p.d.Shell.Go(sessionRoute(id))
}

func (p *Place) planNext() {
	id, err := p.d.Planner.PlanNext()
	if err != nil {
		p.d.Shell.Problem(err)
		return
	}
	p.d.Shell.Go(meetingRoute(id))
	p.d.Shell.Notify("A meeting is planned, on the usual day with the usual agenda. Change what differs.")
}

// button is a button for a step, or for planning where the step has no route.
func (p *Place) button(s step) *parts.Button {
	if s.Go == (place.Route{}) {
		return parts.NewButton(s.Label, p.planNext).WithKey("Ctrl+N")
	}
	return parts.NewButton(s.Label, p.goTo(s.Go))
}
