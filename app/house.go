package app

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// The places by the name that a Route has for them.
const (
	todayPlace    = "today"
	meetingsPlace = "meetings"
	sessionPlace  = "session"
	approvalPlace = "approval"
	ballotPlace   = "ballot"
	motionsPlace  = "motions"
	postsPlace    = "posts"
	electionPlace = "election"
	membersPlace  = "members"
	actionsPlace  = "actions"
	returnsPlace  = "returns"
	settingsPlace = "settings"
)

// railItems are the places of the navigation. The meeting in session belongs to Meetings.
var railItems = []parts.RailItem{
	{Place: todayPlace, Name: "Today", Icon: parts.IconCalendar},
	{Place: meetingsPlace, Name: "Meetings", Icon: parts.IconMeeting},
	{Place: motionsPlace, Name: "Motions", Icon: parts.IconDocument},
	{Place: postsPlace, Name: "Posts & delegates", Short: "Posts", Icon: parts.IconRosette},
	{Place: membersPlace, Name: "Members", Icon: parts.IconPeople},
	{Place: actionsPlace, Name: "Actions", Icon: parts.IconCheckbox},
	{Place: returnsPlace, Name: "Returns", Icon: parts.IconSend},
	{Place: settingsPlace, Name: "Settings", Icon: parts.IconSliders, Apart: true},
}

// A waiter is a place that knows how much in it waits for the secretary: the number beside its name.
type waiter interface{ Waiting() int }

// A house is an open book with its places: the rail, the place that is shown, the failure bar and the undo line. It is
// the Shell that places ask.
type house struct {
	w      *window
	book   *book.Book
	press  *press
	places map[string]place.Place
	menus  map[string][]place.Command
	at     place.Place
	before []place.Route // where the secretary was, for going back

	rail     *parts.Rail
	shown    *fyne.Container
	undo     *parts.UndoBar
	banner   *parts.Banner
	progress *parts.ProgressLine
	view     fyne.CanvasObject
	cancels  []func()
}

// newHouse builds the places of an open book. Nothing is shown yet.
func newHouse(w *window, b *book.Book) *house {
	h := &house{w: w, book: b, press: w.program.press(b), menus: map[string][]place.Command{}}
	h.rail = parts.NewRail(railItems, parts.RailActions{
		Go:   func(name string) { h.Go(place.Route{Place: name}) },
		Lock: func() { w.lock("") }, LockKey: "Ctrl+L",
		Search: h.search, SearchKey: "Ctrl+K",
	})
	h.undo = parts.NewUndoBar("Ctrl+U", h.takeBack)
	h.banner = parts.NewBanner(
		parts.NewButton("Save to a USB stick", h.rescue),
		parts.NewButton("Try again", h.retry).Danger().WithKey("Ctrl+S"))
	h.progress = parts.NewProgressLine()
	h.shown = container.NewStack()
	h.places = assemble(h)
	for name, p := range h.places {
		if c, ok := p.(place.Commander); ok {
			h.menus[name] = c.Commands()
		}
	}
	h.view = h.layOut()
	h.cancels = append(h.cancels,
		b.Subscribe(func(n book.Notice) { w.do(func() { h.changed(n) }) }),
		b.OnState(func(s book.State) { w.do(func() { h.saved(s) }) }))
	h.saved(b.State())
	return h
}

func (h *house) layOut() fyne.CanvasObject {
	room := parts.Column(0, h.banner, parts.Grow(h.shown, 1), h.progress, h.undo)
	inside := parts.RowFill(0, h.rail, parts.Grow(room, 1))
	return container.New(&widthLayout{changed: h.rail.SetNarrow},
		parts.Layers(parts.NewPlate(parts.ColorPaper), inside))
}

// close puts away what is being typed, closes the book and forgets it. With an error the book is still open.
func (h *house) close() error {
	h.leave()
	if err := h.book.Close(); err != nil {
		return err
	}
	for _, cancel := range h.cancels {
		cancel()
	}
	return nil
}

func (h *house) leave() {
	if l, ok := h.at.(place.Leaver); ok {
		l.Leave()
	}
}

// Go shows another place, or another record of this one.
func (h *house) Go(r place.Route) {
	p, ok := h.places[r.Place]
	if !ok {
		h.w.log.Error("no such place", "route", r.String())
		return
	}
	h.leave()
	if h.at != nil && h.at.Route() != r {
		h.before = append(h.before, h.at.Route())
		h.before = h.before[max(0, len(h.before)-20):]
	}
	h.show(p, r)
}

// back shows where the secretary was before.
func (h *house) back() bool {
	if len(h.before) == 0 {
		return false
	}
	h.leave()
	last := h.before[len(h.before)-1]
	h.before = h.before[:len(h.before)-1]
	h.show(h.places[last.Place], last)
	return true
}

func (h *house) show(p place.Place, r place.Route) {
	if v, ok := p.(place.Visitor); ok {
		v.Visit(r)
	}
	moved := h.at != p
	h.at = p
	if moved {
		h.shown.Objects = []fyne.CanvasObject{p.View()}
		h.shown.Refresh()
	}
	h.w.keys.Place(h.takers(p, r.Place))
	h.rail.SetCurrent(railPlace(r.Place))
	p.Refresh()
	h.w.setMenu(h.commands(r.Place))
	h.count()
	h.Focus(p.FirstFocus())
	h.w.narrate("place " + r.Place)
}

// takers is who hears bare keys while a place is shown: the place itself, then its commands.
func (h *house) takers(p place.Place, name string) place.KeyTaker {
	return place.KeyTakerFunc(func(ev *fyne.KeyEvent) bool {
		if t, ok := p.(place.KeyTaker); ok && t.TypedKey(ev) {
			return true
		}
		return place.Commands(h.menus[name]).TypedKey(ev)
	})
}

func railPlace(name string) string {
	switch name {
	case sessionPlace, approvalPlace:
		return meetingsPlace
	case electionPlace, ballotPlace:
		return postsPlace
	}
	return name
}

// Notify says what was just done, in the undo line.
func (h *house) Notify(line string) {
	_, _, undoable := h.book.Undoable()
	h.undo.Say(line, h.clock(), undoable)
	h.w.narrate("notify " + line)
}

// Problem shows the sentence of err in a panel and logs its cause.
func (h *house) Problem(err error) { h.w.problem(err) }

// Ask asks a question that an Undo could not make needless.
func (h *house) Ask(q place.Question) { h.w.ask(q) }

// Open shows a panel over a veil.
func (h *house) Open(p place.Panel) func() { return h.w.openPanel(p) }

// Focus moves the caret.
func (h *house) Focus(f fyne.Focusable) { h.w.focus(f) }

// Runner runs longer work; its progress is shown over the undo line.
func (h *house) Runner() place.Runner { return shownRunner{h} }

// changed follows a Change of the book: the place that is shown, the numbers in the rail, the undo line. Typing comes
// every second while somebody writes, so what it alters (whether exported minutes are still up to date) is counted at the
// next other Change, or when another place is shown.
func (h *house) changed(n book.Notice) {
	if h.at == nil || n.Typing {
		return
	}
	h.count()
	h.at.Refresh()
	h.w.setMenu(h.commands(h.at.Route().Place))
}

func (h *house) count() {
	for name, p := range h.places {
		if c, ok := p.(waiter); ok {
			h.rail.SetCount(name, c.Waiting())
		}
	}
}

// takeBack undoes the last Change that was not typing, and says so loudly.
func (h *house) takeBack() { h.undid(h.book.Undo()) }

// bringBack redoes what was taken back last.
func (h *house) bringBack() { h.undid(h.book.Redo()) }

func (h *house) undid(n book.Notice, err error) {
	if err != nil {
		h.Problem(err)
		return
	}
	_, _, more := h.book.Undoable()
	line := undone(n.What)
	h.undo.Undone(line, h.clock(), more)
	h.w.narrate("notify " + line)
	h.at.Refresh()
}

// undone says what an Undo or a Redo did; the book names both as what is to be done: "take back: check in Ben Carrick".
func undone(what string) string {
	if rest, ok := strings.CutPrefix(what, "take back: "); ok {
		return "Taken back: " + rest + "."
	}
	return "Brought back: " + strings.TrimPrefix(what, "bring back: ") + "."
}

func (h *house) clock() string { return data.TimeOf(h.w.program.now()).String() }

// inSession says whether a meeting is in session, which gives the lock more patience.
func (h *house) inSession() bool {
	open := false
	err := h.book.Read(func(r *book.Reading) error {
		meetings, err := r.Meetings.All()
		open = slices.ContainsFunc(meetings, func(m data.Meeting) bool { return m.Status == data.InSession })
		return err
	})
	return err == nil && open
}

// saved shows the state of saving: in the rail, and as a bar that stays while something is not on the disk.
func (h *house) saved(s book.State) {
	if len(s.Unsaved) == 0 {
		h.banner.Clear()
		if !s.Saved.IsZero() {
			h.rail.Save().Saved("Saved " + data.TimeOf(s.Saved).String())
			h.w.narrate("saved " + data.TimeOf(s.Saved).String())
		}
		return
	}
	since := data.TimeOf(s.Unsaved[0].When).String()
	words := 0
	for _, u := range s.Unsaved {
		words += u.Words
	}
	where := "Leave the laptop on: "
	if s.Rescued || h.rescueToSecondPlace() {
		where = "A rescue file is in the second place, and they are here: "
	}
	h.rail.Save().Failed("Not saved " + since)
	h.banner.Say(parts.Red, parts.IconWarning, "Not saved since "+since+". Your words are kept here.",
		s.Why+" "+where+data.NumberOf(len(s.Unsaved), "change", "changes")+" and "+data.NumberOf(words, "word", "words")+" are waiting.")
	h.undo.Warn("Kept here, not saved: "+s.Unsaved[len(s.Unsaved)-1].What, since)
	h.w.narrate("not saved since " + since)
}

func (h *house) retry() {
	if err := h.book.Retry(); err != nil {
		h.Problem(err)
	}
}

// save answers the habit of Ctrl+S.
func (h *house) save() {
	if err := h.book.Flush(); err != nil {
		h.Problem(err)
		return
	}
	state := h.book.State()
	if len(state.Unsaved) > 0 {
		h.retry()
		return
	}
	if !state.Saved.IsZero() {
		h.undo.Say("Already saved "+data.TimeOf(state.Saved).String()+". Branchbook saves as you type.", "", h.canUndo())
		return
	}
	h.undo.Say("Nothing to save. Branchbook saves as you type.", "", h.canUndo())
}

func (h *house) canUndo() bool {
	_, _, ok := h.book.Undoable()
	return ok
}

// A shownRunner shows the progress of a task that takes longer than a blink, with its Cancel.
type shownRunner struct{ h *house }

// Run starts the task.
func (r shownRunner) Run(t place.Task) func() {
	progress, finished := t.Progress, t.Finished
	line := r.h.progress
	done := false
	var cancel func()
	t.Progress = func(d, total int64) {
		line.Set(d, total)
		if progress != nil {
			progress(d, total)
		}
	}
	t.Finished = func(err error) {
		done = true
		line.Stop()
		if finished != nil {
			finished(err)
		}
	}
	cancel = r.h.w.telling().Run(t)
	// A blink: most work is done before the line would be seen.
	time.AfterFunc(300*time.Millisecond, func() {
		r.h.w.do(func() {
			if !done {
				line.Start(t.Name, cancel)
			}
		})
	})
	return cancel
}

// widthLayout fills its room with one object, and tells when the room is narrow.
type widthLayout struct{ changed func(narrow bool) }

// Layout places the object.
func (l *widthLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.changed(parts.Narrow(size.Width))
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize is small, so that no screen of a place ever pushes the window off the laptop's.
func (l *widthLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }
