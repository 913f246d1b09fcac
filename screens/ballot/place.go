package ballot

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/count"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// Name is the place's name in a Route; the route's ID is the contest whose ballots are typed.
const Name = "ballot"

// electionPlace is where the contest goes on; the route's ID is the contest.
const electionPlace = "election"

// Files reads and writes what leaves or enters the book here. Each method asks the secretary where the file is or is to go
// and returns at once; then is called in the window's goroutine with the result or a *data.Problem, and not at all when the
// secretary changed their mind. What is written is entered in the sharing log.
type Files interface {
	// OpenBallots reads a .blt file, the form that counting programs exchange.
	OpenBallots(then func(count.Election, error))
	// SaveBallots writes the valid ballots of the contest's last round as such a file, without the names of voters, which
	// nobody has.
	SaveBallots(contest data.ContestID, then func(data.Paper, error))
	// Result prints the count of the contest as it stands.
	Result(contest data.ContestID, then func(data.Paper, error))
}

// Deps are what the place stands on.
type Deps struct {
	Book  minuteBook
	Shell place.Shell
	Files Files
}

// A Place is the ballots of one contest as the window knows them.
type Place struct {
	deps     Deps
	model    *Model
	entry    *entryCard
	list     *listCard
	count    *countCard
	head     *headView
	pair     *parts.Pair
	counting bool
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
	_ place.KeyTaker  = (*Place)(nil)
)

// New returns the place, with no contest in it: Visit brings one.
func New(d Deps) *Place {
	p := &Place{deps: d, model: NewModel(d.Book)}
	p.head, p.entry, p.list, p.count = newHeadView(p), newEntryCard(p), newListCard(p), newCountCard(p)
	p.pair = parts.NewPair(p.head.view, [2]string{"Typing", "The count"}, parts.Column(12, p.entry.view, parts.Grow(p.list.view, 1)), p.count.view,
		func(left, right fyne.CanvasObject) fyne.CanvasObject {
			return parts.RowFill(16, parts.Fixed(left, 420), parts.Grow(right, 1))
		})
	p.show()
	return p
}

// Route is the contest that is shown.
func (p *Place) Route() place.Route { return place.Route{Place: Name, ID: string(p.model.Contest())} }

// View returns the page.
func (p *Place) View() fyne.CanvasObject { return p.pair.View() }

// Visit shows the contest that the route names; one without an ID goes on with the contest that was shown.
func (p *Place) Visit(r place.Route) {
	if r.ID != "" && r.ID != string(p.model.Contest()) {
		p.deps.Shell.Problem(p.model.Open(data.ContestID(r.ID)))
		p.entry.field.Put("")
	}
	p.show()
}

// Refresh reads what was changed.
func (p *Place) Refresh() {
	changed, err := p.model.Refresh()
	p.deps.Shell.Problem(err)
	if changed || p.model.Uncounted() {
		p.show()
	}
}

// FirstFocus is the field, or the button that begins the typing.
func (p *Place) FirstFocus() fyne.Focusable { return p.entry.first() }

// TypedKey uses Escape: it leaves a correction first, and then the page.
func (p *Place) TypedKey(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape {
		return false
	}
	p.escape()
	return true
}

func (p *Place) escape() {
	if !p.model.Away() {
		p.leave()
		return
	}
	p.model.Return()
	p.entry.field.Put("")
	p.show()
	p.deps.Shell.Focus(p.entry.first())
}

// leave goes back to the election.
func (p *Place) leave() {
	p.deps.Shell.Go(place.Route{Place: electionPlace, ID: string(p.model.Contest())})
}

// Commands are what the place offers to the menu bar.
func (p *Place) Commands() []place.Command {
	typing := p.model.typing
	shown := p.model.IsOpen
	differs := func() bool { return typing() && len(p.model.Pile().Differ) > 0 }
	typed := func() bool { return p.model.Rows() > 0 }
	draw := func() bool { _, ok := p.model.Draw(); return ok }
	chosen := func() bool { return typing() && p.model.Away() }
	return []place.Command{
		{Menu: "Record", Name: "Blank ballot", Key: place.Bare(fyne.KeyF8), Enabled: typing, Run: func() { p.enter("b") }},
		{Menu: "Record", Name: "Spoilt ballot", Key: place.Bare(fyne.KeyF9), Enabled: typing, Run: p.spoil},
		{Menu: "Record", Name: "Back one ballot", Key: place.Bare(fyne.KeyPageUp), Enabled: typing, Run: func() { p.move(p.model.Back()) }},
		{Menu: "Record", Name: "Forward one ballot", Key: place.Bare(fyne.KeyPageDown), Enabled: typing, Run: func() { p.move(p.model.Forward()) }},
		{Menu: "Record", Name: "Settle the next that differs", Key: place.Alt(fyne.KeyD), Enabled: differs, Run: p.settle},
		{Menu: "Record", Name: "Take this ballot out of the pile", Key: place.Alt(fyne.KeyT), Enabled: chosen, Run: p.takeOut},
		{Menu: "Record", Name: "First entry", Key: place.Alt(fyne.Key1), Enabled: typing, Run: func() { p.enterAs(false) }},
		{Menu: "Record", Name: "Second entry", Key: place.Alt(fyne.Key2), Enabled: typing, Run: func() { p.enterAs(true) }},
		{Menu: "Record", Name: "Ballots issued, and who types…", Key: place.Alt(fyne.KeyI), Enabled: func() bool { return p.model.round >= 0 }, Run: p.handedForm},
		{Menu: "Record", Name: "Draw a lot…", Key: place.Alt(fyne.KeyL), Enabled: draw, Run: p.lotForm},
		{Menu: "Record", Name: "Close the round…", Key: place.Ctrl(fyne.KeyReturn), Enabled: typing, Run: p.close},
		{Menu: "Lists", Name: "The same ballots under another rule", Key: place.Alt(fyne.KeyR), Enabled: typed, Run: p.othersPanel},
		{Menu: "Lists", Name: "Bring in ballots (.blt)…", Key: place.Alt(fyne.KeyB), Enabled: typing, Run: p.bringIn},
		{Menu: "Lists", Name: "Write the ballots to a file (.blt)…", Key: place.Alt(fyne.KeyX), Enabled: typed, Run: p.writeOut},
		{Menu: "Lists", Name: "Print the count", Key: place.Ctrl(fyne.KeyP), Enabled: shown, Run: p.print},
		{Menu: "Record", Name: "Back to the election", Run: p.leave, Enabled: shown},
	}
}

// enter does what a line asks for. A line that cannot be is kept in the field, with what is wrong under it.
func (p *Place) enter(line string) {
	said, cleared, err := p.model.Enter(line)
	if cleared {
		p.entry.field.Put("")
	}
	p.entry.wrong = err
	p.show()
	if said != "" {
		p.deps.Shell.Notify(said)
	}
	p.deps.Shell.Focus(p.entry.first())
}

// move shows the ballot that was gone to, with an empty field.
func (p *Place) move(err error) {
	p.entry.wrong = err
	p.entry.field.Put("")
	p.show()
	p.deps.Shell.Focus(p.entry.first())
}

func (p *Place) spoil() {
	p.model.Spoil()
	p.move(nil)
}

func (p *Place) settle() { p.move(p.model.NextDiffering()) }

// goTo goes to the ballot of a row.
func (p *Place) goTo(id string) {
	number, err := strconv.Atoi(id)
	if err == nil && p.model.typing() {
		p.move(p.model.GoTo(number))
	}
}

func (p *Place) enterAs(second bool) { p.move(p.model.EnterAs(second)) }

func (p *Place) takeOut() { p.said(p.model.TakeOut()) }

func (p *Place) begin() { p.said(p.model.Begin()) }

// said shows everything as it is now, and the line that says what was done or the problem.
func (p *Place) said(line string, err error) {
	p.entry.wrong = nil
	p.show()
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.deps.Shell.Notify(line)
	p.deps.Shell.Focus(p.entry.first())
}

func (p *Place) bringIn() {
	p.deps.Files.OpenBallots(func(e count.Election, err error) {
		if err != nil {
			p.deps.Shell.Problem(err)
			return
		}
		p.said(p.model.BringIn(e))
	})
}

func (p *Place) writeOut() { p.deps.Files.SaveBallots(p.model.Contest(), p.written) }

func (p *Place) print() { p.deps.Files.Result(p.model.Contest(), p.written) }

func (p *Place) written(paper data.Paper, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.deps.Shell.Notify(paper.File + " is written. It is entered in the sharing log.")
}

// show draws the page, and has the pile counted if it changed.
func (p *Place) show() {
	p.head.show()
	p.entry.show()
	p.list.show()
	p.count.show()
	p.recount()
}

// blink is how many marks a pile may have, at most, to be counted before the next key: a few milliseconds.
const blink = 20_000

// recount counts a small pile at once, and a large one in the background: one count is under way at a time, and the next
// begins with the pile as it is then.
func (p *Place) recount() {
	if p.counting || !p.model.Uncounted() {
		return
	}
	work := p.model.Counting()
	if p.model.Rows()*len(p.model.choices) <= blink {
		p.model.PutCounted(work())
		p.count.show()
		p.entry.showStart()
		return
	}
	p.counting = true
	p.deps.Shell.Runner().Run(place.Task{
		Name: "Counting the ballots",
		Work: func(context.Context, place.Report) (func(), error) {
			counted := work()
			return func() {
				p.model.PutCounted(counted)
				p.count.show()
				p.entry.showStart()
			}, nil
		},
		Finished: func(err error) {
			p.counting = false
			if err == nil {
				p.recount()
			}
		},
	})
}

// headView is the head of the page.
type headView struct {
	p            *Place
	view         *fyne.Container
	title, under *parts.Text
}

func newHeadView(p *Place) *headView {
	v := &headView{p: p, title: parts.Title("").Wrapped(2), under: parts.Secondary("").Wrapped(2)}
	v.view = parts.PageHead(v.title, v.under,
		parts.NewButton("Back to the election", p.leave).WithIcon(parts.IconChevronLeft).WithKey("Esc").Tall())
	return v
}

func (v *headView) show() {
	v.title.SetText(v.p.model.Title())
	v.under.SetText(v.p.model.Under())
}
