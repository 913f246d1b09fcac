package election

import (
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// Deps is what the place is given.
type Deps struct {
	Book   minuteBook
	Shell  place.Shell
	Now    func() time.Time // local time
	Papers Papers
}

// Papers makes a paper of an election where the secretary chooses, enters it in the sharing log, and tells then. Where the
// secretary chooses nowhere, then is not called.
type Papers interface {
	// Ballots are so many ballots to cut, with the names in the order of their numbers.
	Ballots(contest data.ContestID, copies int, then func(data.Paper, error))
	// Tellers is the sheet that those who count fill in.
	Tellers(contest data.ContestID, then func(data.Paper, error))
	// Result is what the contest came to, with every figure.
	Result(contest data.ContestID, then func(data.Paper, error))
}

// The name of the place in a Route, and its tabs. A Route without a tab has a contest in its ID; with one, a meeting.
const (
	name       = "election"
	meetingTab = "meeting" // the contests of the meeting in ID
	newTab     = "new"     // the same, with the form that begins one
)

// Place is the elections as the window knows them: the list of a meeting's, or one of them.
type Place struct {
	deps  Deps
	model *Model
	list  *listView
	page  *pageView
	shown *fyne.Container
	begin bool // the form that begins a contest is wanted
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.Leaver    = (*Place)(nil)
)

// New returns the place of an open book.
func New(d Deps) *Place {
	p := &Place{deps: d, model: NewModel(d.Book, d.Now)}
	p.list, p.page = newListView(p), newPageView(p)
	p.shown = parts.Layers(p.list.view)
	return p
}

// Route says which contest is open, or whose list is shown.
func (p *Place) Route() place.Route {
	if c := p.model.Shown(); c != "" {
		return place.Route{Place: name, ID: string(c)}
	}
	return place.Route{Place: name, Tab: meetingTab, ID: string(p.model.meeting)}
}

// View returns the list or the contest.
func (p *Place) View() fyne.CanvasObject { return p.shown }

// Visit opens a contest, or the list of a meeting.
func (p *Place) Visit(r place.Route) {
	switch {
	case r.Tab == newTab || r.Tab == meetingTab:
		p.model.ShowMeeting(data.MeetingID(r.ID))
		p.begin = r.Tab == newTab
	case r.ID != "":
		p.model.Show(data.ContestID(r.ID))
	default:
		p.model.ShowMeeting("")
	}
	p.page.top()
}

// Refresh reads the book again.
func (p *Place) Refresh() {
	if err := p.model.Refresh(); err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.show()
	if p.begin {
		p.begin = false
		p.startBeginning()
	}
}

func (p *Place) show() {
	if p.model.Page == nil {
		p.list.show()
		parts.Swap(p.shown, p.list.view)
		return
	}
	p.page.show()
	parts.Swap(p.shown, p.page.view)
}

// FirstFocus is the list, or where the contest goes on.
func (p *Place) FirstFocus() fyne.Focusable {
	if p.model.Page == nil {
		return p.list.first()
	}
	return p.page.first()
}

// Leave keeps the figure that is being typed.
func (p *Place) Leave() { p.page.votes.keep() }

// said shows what was done in the undo line, or the problem, and reads the book again.
func (p *Place) said(line string, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.Refresh()
	p.deps.Shell.Notify(line)
}

// open shows a contest.
func (p *Place) open(id data.ContestID) {
	p.deps.Shell.Go(place.Route{Place: name, ID: string(id)})
}

// toList shows the contests of the meeting.
func (p *Place) toList() {
	p.deps.Shell.Go(place.Route{Place: name, Tab: meetingTab, ID: string(p.model.Meeting().ID)})
}

// toMeeting goes back to the minutes of the meeting.
func (p *Place) toMeeting() {
	m := p.model.Meeting()
	if m.Status == data.InSession {
		p.deps.Shell.Go(place.Route{Place: "session", ID: string(m.ID)})
		return
	}
	p.deps.Shell.Go(place.Route{Place: "meetings", ID: string(m.ID)})
}

// toBallots goes where each ballot is typed.
func (p *Place) toBallots() {
	p.deps.Shell.Go(place.Route{Place: "ballot", ID: string(p.model.Shown())})
}
