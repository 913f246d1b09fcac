package session

import (
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/place"
)

// Name is the place's name in a Route; the route's ID is the meeting.
const Name = "session"

// Deps are what the place needs of the program.
type Deps struct {
	Book  minuteBook
	Shell place.Shell
	Now   func() time.Time // local time
}

// A Place is the meeting in session.
type Place struct {
	model *Model
	shell place.Shell

	view    *fyne.Container
	frame   *frame
	head    *headView
	notice  *noticeView
	agenda  *agendaView
	minutes *minutesView
	room    *roomView
	prompt  *promptView
	bar     *narrowBar
	form    *form         // in place of the minutes; nil for none
	shut    func()        // closes the panel that is open
	amends  *amendingView // as it was left, with what was typed; nil before the first
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.Leaver    = (*Place)(nil)
	_ place.KeyTaker  = (*Place)(nil)
	_ place.Searcher  = (*Place)(nil)
)

// New returns the place, with no meeting in it: Visit brings one.
func New(d Deps) *Place {
	p := &Place{model: NewModel(d.Book, d.Now), shell: d.Shell}
	p.head = newHeadView()
	p.notice = newNoticeView(p)
	p.agenda = newAgendaView(p)
	p.minutes = newMinutesView(p)
	p.room = newRoomView(p)
	p.prompt = newPromptView(p)
	p.bar = newNarrowBar(p)
	p.view = newFrame(p)
	p.show()
	return p
}

// arrange shows the form if there is one, else the minutes, and the regions that belong there.
func (p *Place) arrange() {
	centre := fyne.CanvasObject(p.minutes.view)
	if p.form != nil {
		centre = p.form.view
	}
	p.frame.middleShows(centre)
	p.frame.choose()
	p.view.Refresh()
}

// Route is the meeting that is shown.
func (p *Place) Route() place.Route {
	return place.Route{Place: Name, ID: string(p.model.Meeting())}
}

// View returns the screen.
func (p *Place) View() fyne.CanvasObject { return p.view }

// Visit shows the meeting that the route names; one without an ID goes on with the one that was shown.
func (p *Place) Visit(r place.Route) {
	id := data.MeetingID(r.ID)
	if id == "" {
		id = p.model.Meeting()
	}
	if id != p.model.Meeting() {
		p.closeForm()
		p.minutes.forget()
	}
	p.shell.Problem(p.model.Open(id))
	p.show()
}

// Refresh reads the meeting again.
func (p *Place) Refresh() {
	if err := p.model.Load(); err != nil {
		p.shell.Problem(err)
	}
	p.show()
}

// Tick moves the clock and the minutes that are left; it reads nothing. The window calls it now and then.
func (p *Place) Tick() {
	p.model.show()
	p.head.show(p.model.Head)
	p.notice.show(p.model.Notice)
	p.minutes.showHead(p.model)
	p.bar.show(p.model)
}

// show copies the model's strings into the widgets.
func (p *Place) show() {
	p.head.show(p.model.Head)
	p.notice.show(p.model.Notice)
	p.agenda.show(p.model)
	p.minutes.show(p.model)
	p.room.show(p.model)
	p.bar.show(p.model)
	p.prompt.understand()
	if p.form != nil && p.form.refresh != nil {
		p.form.refresh()
	}
}

// FirstFocus is the field at the door before the meeting, and the minutes once it is open.
func (p *Place) FirstFocus() fyne.Focusable {
	switch {
	case p.form != nil:
		return p.form.first
	case p.model.Status() == data.Planned:
		p.bar.toRoom(p)
		return p.room.door.Field()
	}
	return p.minutes.last()
}

// FocusSearch puts the caret into the field that finds people.
func (p *Place) FocusSearch() { p.checkIn() }

// Leave is called before another place is shown and before the book locks. What is typed is in the book already, key by
// key; here it goes to the disk.
func (p *Place) Leave() {
	p.minutes.note.keep()
	p.shell.Problem(p.model.book.Flush())
}

// TypedKey uses Escape: it leaves a form, then the prompt, and from anywhere else goes to the prompt.
func (p *Place) TypedKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape {
		return false
	}
	switch {
	case p.form != nil:
		p.closeForm()
		p.focusMinutes()
	case p.prompt.field.HasFocus():
		p.focusMinutes()
	default:
		p.shell.Focus(p.prompt.field)
	}
	return true
}

// said shows the line that says what was done, or the problem, and everything as it is now.
func (p *Place) said(line string, err error) bool {
	p.show()
	if err != nil {
		p.shell.Problem(err)
		return false
	}
	if line != "" {
		p.shell.Notify(line)
	}
	return true
}

// recorded is said for what was set into the minutes: the caret goes on in the text that follows.
func (p *Place) recorded(line string, err error) {
	if p.said(line, err) {
		p.closeForm()
		p.focusMinutes()
	}
}

func (p *Place) focusMinutes() {
	p.bar.toMinutes(p)
	p.shell.Focus(p.minutes.atCaret(p.model))
}

// A Resting is where the caret was when the book locked.
type resting struct {
	meeting data.MeetingID
	item    data.ItemID
	block   data.BlockID
	letters int // before the caret
	prompt  string
}

// Caret says where the caret is, for RestoreCaret after the book was locked.
func (p *Place) Caret() any {
	r := resting{meeting: p.model.meeting, item: p.model.item, prompt: p.prompt.field.Text}
	if e := p.minutes.current; e != nil {
		r.block, r.letters = e.id, e.Caret()
	}
	return r
}

// RestoreCaret puts the caret back. A block that is no longer there leaves it at the end of the item.
func (p *Place) RestoreCaret(at any) {
	r, ok := at.(resting)
	if !ok || r.meeting == "" {
		return
	}
	if p.model.Meeting() != r.meeting {
		p.Visit(place.Route{Place: Name, ID: string(r.meeting)})
	}
	p.shell.Problem(p.model.Show(r.item))
	p.show()
	p.prompt.field.Put(r.prompt)
	if e := p.minutes.editor(r.block); e != nil {
		e.goTo(r.letters)
		p.shell.Focus(e.Editor)
	}
}
