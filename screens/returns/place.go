package returns

import (
	"time"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// Deps is what the place is given.
type Deps struct {
	Book      minuteBook
	Keys      *place.Keys
	Shell     place.Shell
	Now       func() time.Time // local time
	Papers    Papers
	Clipboard Clipboard // nil for the system's
}

// name is the name of the place in a Route.
const name = "returns"

// Place is the returns as the window knows them.
type Place struct {
	deps  Deps
	model *Model
	view  *returnsView
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.Searcher  = (*Place)(nil)
)

// New returns the place of an open book.
func New(d Deps) *Place {
	p := &Place{deps: d, model: NewModel(d.Book, d.Now)}
	p.view = newReturnsView(p)
	return p
}

// Route says which return is shown, and of which meeting.
func (p *Place) Route() place.Route {
	r := place.Route{Place: name}
	if kind := p.model.Kind(); kind != DelegatesReturn {
		r.Tab, r.ID = looks[kind].tab, string(p.model.meeting)
	}
	return r
}

// View returns the cards with the preview.
func (p *Place) View() fyne.CanvasObject { return p.view.pair.View() }

// Visit shows a return: the tab is "delegates", "officers", "attendance", "motions", "minutes",
// "report", "lists" or "log", and the ID whose meeting's; no ID is
// the last meeting's. A Route without a tab leaves what is shown.
func (p *Place) Visit(r place.Route) {
	for kind, l := range looks {
		if l.tab == r.Tab {
			p.model.turnTo(Kind(kind), data.MeetingID(r.ID))
			p.view.pair.Show(1)
		}
	}
}

// Refresh reads the book again.
func (p *Place) Refresh() { p.shown(p.model.Refresh()) }

// shown copies the model to the view, or says what went wrong.
func (p *Place) shown(err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	if text, shown := p.model.Text(); shown {
		p.model.Lacks(p.deps.Papers.Unprintable(text))
	}
	p.view.show()
}

// FirstFocus is the button that exports what is shown, where there is something to export.
func (p *Place) FirstFocus() fyne.Focusable {
	if p.model.Preview.Verb != "" {
		return p.view.export
	}
	return p.view.cards[p.model.Kind()].button
}

// Waiting returns how many returns were never exported, or changed since: the number beside the place's name.
func (p *Place) Waiting() int {
	n, err := p.model.Waiting()
	if err != nil {
		return 0
	}
	return n
}

// Commands returns what the place offers to the menu.
func (p *Place) Commands() []place.Command {
	ready := func() bool { return p.model.Preview.Verb != "" }
	noted := func() bool { return p.model.Preview.Note != "" }
	show := func(k Kind) func() { return func() { p.choose(k) } }
	return append([]place.Command{
		{Menu: "Record", Name: "Export what is shown", Key: place.Ctrl(fyne.KeyS), Enabled: ready, Run: p.exportShown},
		{Menu: "Record", Name: "Copy the covering note", Key: place.Alt(fyne.KeyC), Enabled: noted, Run: p.copyNote},
		{Menu: "Lists", Name: "Delegate return", Key: place.Alt(fyne.Key1), Run: show(DelegatesReturn)},
		{Menu: "Lists", Name: "Officers return", Key: place.Alt(fyne.Key2), Run: show(OfficersReturn)},
		{Menu: "Lists", Name: "Attendance of a meeting", Key: place.Alt(fyne.Key3), Run: show(AttendanceReturn)},
		{Menu: "Lists", Name: "Motions register", Key: place.Alt(fyne.Key4), Run: show(MotionsReturn)},
		{Menu: "Lists", Name: "Minutes of a meeting", Key: place.Alt(fyne.Key5), Run: show(MinutesReturn)},
		{Menu: "Lists", Name: "Annual report", Key: place.Alt(fyne.Key6), Run: show(YearReport)},
		{Menu: "Lists", Name: "More lists", Key: place.Alt(fyne.Key7), Run: show(OtherLists)},
		{Menu: "Lists", Name: "Sharing log", Key: place.Alt(fyne.Key8), Run: show(SharingLog)},
	}, p.deliveryCommands()...)
}

// choose shows another return, of the last meeting.
func (p *Place) choose(k Kind) {
	err := p.model.Show(k, "")
	p.view.pair.Show(1)
	p.shown(err)
}

// exportCard shows a return and exports it; one that has nothing to export is shown alone.
func (p *Place) exportCard(k Kind) {
	seen := p.model.Kind() == k
	if !seen {
		p.choose(k)
	}
	if p.model.Preview.Verb != "" {
		p.export(seen)
	}
}

// exportShown writes the paper that is previewed.
func (p *Place) exportShown() { p.export(true) }

// export writes the paper. Where it tells something personal, or something is to be looked at that was not seen yet, it asks
// first, since Undo cannot take back a file that was sent.
func (p *Place) export(seen bool) {
	write := func() { p.deps.Papers.ExportTable(p.model.Order(), p.exported) }
	if text, reads := p.model.Text(); reads {
		write = func() { p.deps.Papers.ExportText(text, p.exported) }
	}
	title, text := p.model.Question(seen)
	if title == "" {
		write()
		return
	}
	p.deps.Shell.Ask(place.Question{Title: title, Text: text, Yes: "Export it", Then: write})
}

// exported says that a paper was written.
func (p *Place) exported(paper data.Paper, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.shown(p.model.Exported())
	p.deps.Shell.Notify(exportedWords(paper))
}

func (p *Place) copyNote() {
	p.clipboard().SetContent(p.model.Preview.Note)
	p.deps.Shell.Notify("The covering note is on the clipboard. Paste it into your message.")
}

func (p *Place) clipboard() Clipboard {
	if p.deps.Clipboard == nil {
		return fyne.CurrentApp().Clipboard()
	}
	return p.deps.Clipboard
}

// FocusSearch puts the caret in what narrows the sharing log.
func (p *Place) FocusSearch() {
	if p.model.Kind() != SharingLog {
		p.choose(SharingLog)
	}
	p.deps.Shell.Focus(p.view.narrow)
}

// text is the line in its look.
func (l Line) text() *parts.Text {
	switch {
	case l.Bold:
		return parts.Bold(l.Text).Wrapped(0)
	case l.Quiet:
		return parts.Secondary(l.Text).Wrapped(0)
	}
	return parts.Body(l.Text).Wrapped(0)
}
