package meetings

import (
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// Papers makes the papers of a meeting. Each method asks the secretary where the file is to go, writes it there and
// enters it in the sharing log. It returns at once; then is called in the window's goroutine with the paper or with a
// *data.Problem, and not at all when the secretary changed their mind.
type Papers interface {
	Minutes(meeting data.MeetingID, then func(data.Paper, error))
	Attendance(meeting data.MeetingID, then func(data.Paper, error))
	PapersBefore
	// PublicMinutes are the minutes for everyone to read, and Extract one item or record of them.
	PublicMinutes(meeting data.MeetingID, then func(data.Paper, error))
	Extract(meeting data.MeetingID, of data.ID, then func(data.Paper, error))
	// AnnualReport is the report of a year of the branch.
	AnnualReport(period data.Period, then func(data.Paper, error))
}

// Clipboard takes the text of a notice; a fyne.Clipboard is one.
type Clipboard interface{ SetContent(string) }

// Deps are what the place stands on.
type Deps struct {
	Book      minuteBook
	Shell     place.Shell
	Papers    Papers
	Clipboard Clipboard
	// Now is the clock, in local time.
	Now func() time.Time
}

// Place is the list of meetings, and the plan or the minutes of one.
type Place struct {
	d       Deps
	m       *Model
	view    *fyne.Container
	front   *fyne.Container // the part that is on show
	list    *listView
	plan    *planView
	minutes *minutesView
	arrived bool // at a meeting whose agenda has not been brought up to date yet
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Searcher  = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.Leaver    = (*Place)(nil)
)

// New returns the place, showing the list. Nothing is read before Refresh.
func New(d Deps) *Place {
	p := &Place{d: d, m: NewModel(d.Book, d.Now)}
	p.list = newListView(p)
	p.plan = newPlanView(p)
	p.minutes = newMinutesView(p)
	p.view = parts.Layers(p.list.view, p.plan.view, p.minutes.view)
	p.show()
	return p
}

// Route is the meeting that is open, or the list.
func (p *Place) Route() place.Route { return place.Route{Place: "meetings", ID: string(p.m.Open)} }

// Visit opens the meeting of the route, or the list.
func (p *Place) Visit(r place.Route) {
	if id := data.MeetingID(r.ID); id != p.m.Open {
		p.plan.forget()
		p.m.Open = id
	}
	p.arrived = true
}

// View returns the place.
func (p *Place) View() fyne.CanvasObject { return p.view }

// Refresh reads the book again.
func (p *Place) Refresh() {
	p.bringUpToDate()
	if err := p.m.Load(); err != nil {
		p.d.Shell.Problem(err)
		return
	}
	p.show()
}

// show puts the part of the place in front that the model is about.
func (p *Place) show() {
	front := p.plan.view
	switch {
	case p.m.Open == "":
		front = p.list.view
		p.list.show()
	case p.m.Status == data.Closed:
		front = p.minutes.view
		p.minutes.show()
	default:
		p.plan.show()
	}
	if front == p.front {
		return
	}
	p.front = front
	for _, part := range []*fyne.Container{p.list.view, p.plan.view, p.minutes.view} {
		part.Hidden = part != front
	}
	parts.Settle(p.view)
	p.view.Refresh()
}

// FirstFocus is the list, the kind of the meeting that is planned, or the first thing to do with its minutes.
func (p *Place) FirstFocus() fyne.Focusable {
	switch {
	case p.m.Open == "":
		return p.list.register
	case p.m.Status == data.Closed:
		return p.minutes.export
	}
	return p.plan.details.kind
}

// FocusSearch puts the caret where the list is narrowed, and goes to the list for that.
func (p *Place) FocusSearch() {
	if p.m.Open != "" {
		p.toList()
	}
	p.d.Shell.Focus(p.list.find)
}

// Leave keeps what was typed in a field that the caret has not left yet.
func (p *Place) Leave() {
	if p.m.Open != "" && p.m.Status != data.Closed {
		p.plan.commit()
	}
}

// PlanNext makes the next meeting, on the day the branch usually meets.
func (p *Place) PlanNext() (data.MeetingID, error) { return p.m.PlanNext() }

// StartNow returns the meeting to go on with at once, and makes one for today where there is none.
func (p *Place) StartNow() (data.MeetingID, error) { return p.m.StartNow() }

func (p *Place) toList() { p.d.Shell.Go(place.Route{Place: "meetings"}) }

func (p *Place) open(id data.MeetingID) {
	p.d.Shell.Go(place.Route{Place: "meetings", ID: string(id)})
}

func (p *Place) planNext() {
	id, err := p.m.PlanNext()
	if err != nil {
		p.d.Shell.Problem(err)
		return
	}
	p.open(id)
	p.d.Shell.Notify("A meeting is planned, on the usual day with the usual agenda. Change what differs.")
}

// try does one thing to the book, says that it was done, and shows how things are now.
func (p *Place) try(err error, said string) bool {
	if err != nil {
		p.d.Shell.Problem(err)
		return false
	}
	p.Refresh()
	if said != "" {
		p.d.Shell.Notify(said)
	}
	return true
}

// toSession goes to the meeting itself: the one that is open, else the one that is selected in the list.
func (p *Place) toSession() {
	if id := p.startable(); id != "" {
		p.arrived = p.m.Open != ""
		p.bringUpToDate()
		p.d.Shell.Go(place.Route{Place: "session", ID: string(id)})
	}
}

func (p *Place) startable() data.MeetingID {
	if p.m.Open != "" {
		if p.m.Status == data.Closed || p.m.Plan.Off {
			return ""
		}
		return p.m.Open
	}
	return p.list.startable()
}

func (p *Place) exported(paper data.Paper, err error) {
	if err != nil {
		p.d.Shell.Problem(err)
		return
	}
	p.Refresh()
	p.d.Shell.Notify(paper.File + " is written. It is entered in the sharing log.")
}
