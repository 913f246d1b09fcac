package posts

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

// The names of the place in a Route, and of its second tab.
const (
	name         = "posts"
	delegatesTab = "delegates"
)

// Place is the posts and the delegates as the window knows them.
type Place struct {
	deps     Deps
	model    *Model
	officers *officersView
	seats    *seatsView
	on       *parts.DateField
	under    *parts.Text
	pair     *parts.Pair
}

var (
	_ place.Place     = (*Place)(nil)
	_ place.Visitor   = (*Place)(nil)
	_ place.Commander = (*Place)(nil)
)

// New returns the place of an open book.
func New(d Deps) *Place {
	p := &Place{deps: d, model: NewModel(d.Book, d.Now)}
	p.officers, p.seats = newOfficersView(p), newSeatsView(p)
	p.under = parts.Secondary(whatItIs)
	p.on = parts.NewDateField(p.model.Today())
	p.on.Named("As on")
	p.on.OnDate = p.showOn
	head := parts.PageHead(parts.Title("Posts & delegates"), p.under,
		parts.Caption("As on"), parts.Fixed(p.on, 142), p.seats.add,
		parts.NewButton("Record an election", p.goToElection).Primary().WithIcon(parts.IconPlus).Tall())
	p.pair = parts.NewPair(head, [2]string{"Officers", "Delegates"}, p.officers.view, p.seats.view, func(left, right fyne.CanvasObject) fyne.CanvasObject {
		return parts.RowFill(16, parts.Fixed(left, 310), parts.Grow(right, 1))
	})
	return p
}

// whatItIs stands under the title while today is shown.
const whatItIs = "Who holds what, from when, and what must be filled next"

// showOn shows who held what on a day. What is not a date yet changes nothing.
func (p *Place) showOn(day data.Date, err error) {
	if err != nil || day == p.model.Day() || day.IsZero() && p.model.AsOn == "" {
		return
	}
	if err := p.model.ShowOn(day); err != nil {
		p.deps.Shell.Problem(err)
	}
	p.show()
}

// Route says which of the two cards is in front.
func (p *Place) Route() place.Route {
	if p.pair.Shown() == 1 {
		return place.Route{Place: name, Tab: delegatesTab}
	}
	return place.Route{Place: name}
}

// View returns the two cards.
func (p *Place) View() fyne.CanvasObject { return p.pair.View() }

// Visit brings the officers or the delegates to the front, and selects a post or a seat.
func (p *Place) Visit(r place.Route) {
	if r.Tab == delegatesTab {
		p.pair.Show(1)
		p.seats.wanted = r.ID
		return
	}
	p.pair.Show(0)
	p.officers.wanted = r.ID
}

// Refresh reads the book again.
func (p *Place) Refresh() {
	if err := p.model.Refresh(); err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.show()
}

// show copies what the model has read.
func (p *Place) show() {
	p.under.SetText(whatItIs)
	if p.model.AsOn != "" {
		p.under.SetText(p.model.AsOn + ": who held what then")
	}
	if !p.on.HasFocus() {
		p.on.PutDate(p.model.Day())
	}
	p.officers.show()
	p.seats.show()
}

// FirstFocus is the list in front.
func (p *Place) FirstFocus() fyne.Focusable {
	if p.pair.Shown() == 1 {
		return p.seats.register
	}
	return p.officers.first()
}

// goToElection begins an election, which fills posts and seats by itself.
func (p *Place) goToElection() { p.deps.Shell.Go(place.Route{Place: "election", Tab: "new"}) }

func (p *Place) goToReturn() { p.deps.Shell.Go(place.Route{Place: "returns", Tab: "delegates"}) }

// said shows what was done in the undo line, or the problem, and reads the book again.
func (p *Place) said(line string, err error) {
	if err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.Refresh()
	p.deps.Shell.Notify(line)
}

// howNames are the ways into a post or a seat as a choice shows them.
func howNames() []string {
	var names []string
	for _, h := range data.WaysElected() {
		names = append(names, data.Capital(string(h)))
	}
	return names
}

// howAt returns the way that was chosen; "" for none.
func howAt(i int) data.HowElected {
	if i < 0 {
		return ""
	}
	return data.WaysElected()[i]
}
