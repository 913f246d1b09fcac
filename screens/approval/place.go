package approval

import (
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/place"
)

// Name is the place's name in a Route; the route's ID is the meeting whose minutes they are, its Tab the one at which
// they are presented.
const Name = "approval"

// Papers makes the paper of the minutes. It asks the secretary where the file is to go, writes it there and enters it in
// the sharing log. It returns at once; then is called in the window's goroutine with the paper or a *data.Problem, and
// not at all when the secretary changed their mind.
type Papers interface {
	Minutes(meeting data.MeetingID, then func(data.Paper, error))
}

// Deps are what the place stands on.
type Deps struct {
	Book   minuteBook
	Shell  place.Shell
	Papers Papers
	Now    func() time.Time // local time
}

// A Place is the minutes of one meeting after it.
type Place struct {
	d    Deps
	m    *Model
	view *view
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.KeyTaker  = (*Place)(nil)
)

// New returns the place, with no minutes in it: Visit brings some.
func New(d Deps) *Place {
	p := &Place{d: d, m: NewModel(d.Book, d.Now)}
	p.m.show()
	p.view = newView(p)
	p.view.show()
	return p
}

// Route is the minutes that are shown.
func (p *Place) Route() place.Route {
	return place.Route{Place: Name, ID: string(p.m.meeting), Tab: string(p.m.at)}
}

// View returns the screen.
func (p *Place) View() fyne.CanvasObject { return p.view.view }

// Visit shows the minutes that the route names; one without an ID goes on with those that were shown.
func (p *Place) Visit(r place.Route) {
	p.d.Shell.Problem(p.m.Open(data.MeetingID(r.ID), data.MeetingID(r.Tab)))
	p.view.show()
}

// Refresh reads the book again.
func (p *Place) Refresh() {
	p.d.Shell.Problem(p.m.Load())
	p.view.show()
}

// FirstFocus is the next step, so that Enter takes it.
func (p *Place) FirstFocus() fyne.Focusable { return p.view.next }

// TypedKey uses Escape, which goes back to the meeting.
func (p *Place) TypedKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape {
		return false
	}
	p.back()
	return true
}

// Commands are what the place offers to the menu bar.
func (p *Place) Commands() []place.Command {
	is := func(states ...data.MinutesState) func() bool {
		return func() bool {
			for _, s := range states {
				if p.m.IsOpen() && p.m.State() == s {
					return true
				}
			}
			return false
		}
	}
	draft := is(data.MinutesDraft, data.MinutesCirculated, data.MinutesPresented, data.MinutesHeldOver)
	approved := is(data.MinutesApproved)
	addendum := func() bool { _, ok := p.m.waiting(); return ok }
	return []place.Command{
		{Menu: "Meeting", Name: "The next step of the minutes", Key: place.Ctrl(fyne.KeyReturn), Enabled: p.m.IsOpen, Run: func() { p.doing().do() }},
		{Menu: "Meeting", Name: "The draft is finished…", Key: place.Alt(fyne.KeyD), Enabled: draft, Run: p.finishForm},
		{Menu: "Meeting", Name: "Circulated…", Key: place.Alt(fyne.KeyC), Enabled: draft, Run: p.circulateForm},
		{Menu: "Meeting", Name: "Presented…", Key: place.Alt(fyne.KeyP), Enabled: draft, Run: p.presentForm},
		{Menu: "Meeting", Name: "Hold over…", Key: place.Alt(fyne.KeyH), Enabled: draft, Run: p.holdOverForm},
		{Menu: "Meeting", Name: "Approve…", Key: place.Alt(fyne.KeyV), Enabled: draft, Run: p.approveForm},
		{Menu: "Meeting", Name: "Received and noted…", Key: place.Alt(fyne.KeyN), Enabled: p.m.IsOpen, Run: p.noteForm},
		{Menu: "Meeting", Name: "Signed by the chair…", Key: place.Alt(fyne.KeyS), Enabled: approved, Run: p.signForm},
		{Menu: "Record", Name: "Add a correction", Key: place.Alt(fyne.KeyA), Enabled: p.m.IsOpen, Run: p.correctionForm},
		{Menu: "Record", Name: "An addendum is agreed…", Key: place.Alt(fyne.KeyG), Enabled: addendum, Run: p.agreeNext},
		{Menu: "Meeting", Name: "Print the minutes", Key: place.Ctrl(fyne.KeyP), Enabled: p.m.IsOpen, Run: p.print},
		{Menu: "Meeting", Name: "Back to the meeting", Run: p.back},
	}
}

// A doing is the next step, as the one red button offers it.
type doing struct {
	label string
	do    func()
}

// doing returns what comes next. At a meeting that is one key; outside one a form asks when and where.
func (p *Place) doing() doing {
	at, inMeeting := p.m.other(p.m.at)
	switch p.m.State() {
	case data.MinutesSigned:
		return doing{"Add a correction", p.correctionForm}
	case data.MinutesApproved:
		return doing{"Signed by the chair…", p.signForm}
	}
	approve := "Approve as a true record"
	if len(p.m.Corrections) > 0 {
		approve = "Approve as amended"
	}
	switch {
	case inMeeting && p.m.IsOtherBody() && at.Kind != data.Executive:
		return doing{"Received and noted", func() { p.said(p.m.Note(p.m.Usual())) }}
	case inMeeting:
		return doing{approve, func() { p.said(p.m.Approve(p.m.Usual())) }}
	case p.m.State() == data.MinutesDraft:
		return doing{"Circulated…", p.circulateForm}
	}
	return doing{approve + "…", p.approveForm}
}

func (p *Place) back() {
	if p.m.at != "" {
		p.d.Shell.Go(place.Route{Place: "session", ID: string(p.m.at)})
		return
	}
	p.d.Shell.Go(place.Route{Place: "meetings", ID: string(p.m.meeting)})
}

func (p *Place) print() {
	p.d.Papers.Minutes(p.m.meeting, func(paper data.Paper, err error) {
		if err != nil {
			p.d.Shell.Problem(err)
			return
		}
		p.d.Shell.Notify(paper.File + " is written. It is entered in the sharing log.")
	})
}

// said shows the line that says what was done, or the problem, and everything as it is now.
func (p *Place) said(line string, err error) {
	p.view.show()
	if err != nil {
		p.d.Shell.Problem(err)
		return
	}
	p.d.Shell.Notify(line)
}

// agreeNext asks about the first addendum that waits to be agreed.
func (p *Place) agreeNext() {
	if c, ok := p.m.waiting(); ok {
		p.agreeForm(c.ID, c.Number)
	}
}
