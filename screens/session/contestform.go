package session

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// contestForm is the panel of an election: what is elected, who is nominated, and how it went. What is added is in the book
// at once; the panel can be left and opened again.
type contestForm struct {
	of   *Place
	kind data.ContestKind

	what      *parts.Field
	whatRow   *parts.FormRow
	kinds     *parts.Segments
	places    *parts.Field
	nominee   *nameRow
	proposer  *nameRow
	seconder  *nameRow
	add       *parts.Button
	about     *fyne.Container // what is elected, until it has begun; then its title
	title     *parts.Text
	addRow    *fyne.Container
	nominees  *fyne.Container
	counting  *contestCounting
	tellers   *parts.Field
	tellerRow *parts.FormRow
	says      *parts.Text
	more      *parts.Text
	declare   *parts.Button
	content   *fyne.Container
	at        data.ContestID // whose panel it is once it has begun
}

// contestForm opens the panel on the election in hand, on the one that the item is about, or on none yet.
func (p *Place) contestForm() {
	if f := p.form; f != nil && f.contest {
		p.shell.Focus(f.first)
		return
	}
	f := &contestForm{of: p, kind: data.Elects}
	f.build()
	first := fyne.Focusable(f.what)
	if c, err := p.model.meant(ContestLine{Kind: data.Elects}); err == nil {
		f.begin(c)
		first = f.nominee.field.Field()
	}
	f.show()
	opened := p.open("Election", f.content, first)
	opened.refresh, opened.contest = f.show, true
}

var (
	panelKinds = []data.ContestKind{data.Elects, data.Nominates, data.Supports}
	kindWords  = []string{"Election", "Nomination", "Supporting nomination"}
)

func (f *contestForm) build() {
	p := f.of
	changed := func(string) { f.show() }
	f.what, f.places = parts.NewField("chair, gc, gc youth, gc ex officio"), parts.NewField("1")
	f.what.OnChanged, f.places.OnChanged = changed, changed
	f.whatRow = parts.NewFormRow("What is elected", f.what)
	toNominees := func(string) { p.shell.Focus(f.nominee.field.Field()) }
	f.what.OnSubmitted, f.places.OnSubmitted = toNominees, toNominees
	f.kinds = parts.NewSegments(kindWords, func(i int) { f.kind = panelKinds[i]; f.show() })
	f.add = parts.NewButton("Add the nomination", f.addNominee).Small()
	next := func(n **nameRow) func() fyne.Focusable {
		return func() fyne.Focusable { return (*n).field.Field() }
	}
	f.seconder = p.newNameRow("Seconded by", func() fyne.Focusable { return f.add })
	f.proposer = p.newNameRow("Proposed by", next(&f.seconder))
	f.nominee = p.newNameRow("Nominated", next(&f.proposer))
	f.nominee.field.OnFree = func(string) { p.shell.Focus(f.proposer.field.Field()) }
	names := f.nominee.field.Field().OnKey
	f.nominee.field.Field().OnKey = func(ev *fyne.KeyEvent) bool { return f.noMoreNames(ev) || names(ev) }
	f.proposer.field.OnFree = func(words string) { f.skipName(words, f.proposer, f.seconder.field.Field()) }
	f.seconder.field.OnFree = func(words string) { f.skipName(words, f.seconder, f.add) }
	f.nominees = parts.Column(2)
	f.counting = newContestCounting(f)
	f.tellers = parts.NewField("letters of their names, with commas")
	f.tellerRow = parts.NewFormRow("Tellers", f.tellers)
	f.tellers.OnSubmitted = func(string) { f.nameTellers() }
	f.says, f.more = parts.CardHeading("").Wrapped(3), parts.Secondary("").Wrapped(0)
	f.declare = parts.NewButton("Declare", f.enter).Primary()
	page := parts.NewButton("The page of the election", p.electionPage)
	f.title = parts.Bold("").Wrapped(2)
	f.addRow = parts.Row(10, parts.Grow(f.title, 1), f.add)
	f.about = parts.Column(10, parts.RowTop(12, parts.Grow(f.whatRow, 1), parts.Fixed(parts.NewFormRow("Places", f.places), 90)), parts.Left(f.kinds))
	f.content = parts.Column(10, f.about,
		parts.RowTop(10, parts.Grow(f.nominee.row, 1), parts.Grow(f.proposer.row, 1), parts.Grow(f.seconder.row, 1)), f.addRow, f.nominees,
		f.counting.view, parts.RowTop(14, f.counting.restRow, parts.Grow(parts.Sunken(parts.Column(4, f.says, f.more)), 1)), parts.Row(8, f.declare, parts.Gap(), page), f.tellerRow)
}

// begin makes the panel that of one election.
func (f *contestForm) begin(c data.Contest) {
	f.at = c.ID
	f.kind = c.Kind
	for i, k := range panelKinds {
		if k == c.Kind {
			f.kinds.Choose(i)
		}
	}
	f.what.Put(c.Title)
	f.places.Put(strconv.Itoa(c.Places))
	f.counting.begin(c)
}

// line is what the panel says, as the prompt would have it.
func (f *contestForm) line() ContestLine {
	l := newContestLine(f.kind)
	l.named(strings.TrimSpace(f.what.Text))
	if n, err := strconv.Atoi(strings.TrimSpace(f.places.Text)); err == nil && n > 0 && n != f.suggested(l) {
		l.Places = n
	}
	return l
}

// suggested is how many places the book would say.
func (f *contestForm) suggested(l ContestLine) int {
	c, err := f.of.model.meant(l)
	if err != nil {
		return 0
	}
	return c.Places
}

// contest is the election that the panel is about; false while nothing says which.
func (f *contestForm) contest() (data.Contest, bool) {
	if c, ok := byID(f.of.model.held.contests, isContest(f.at)); ok {
		return c, true
	}
	l := f.line()
	if l.What == "" {
		return data.Contest{}, false
	}
	c, err := f.of.model.meant(l)
	return c, err == nil
}

// noMoreNames is Enter in the nominee's field while it is empty: on to the votes, or to the button.
func (f *contestForm) noMoreNames(ev *fyne.KeyEvent) bool {
	enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	if c, ok := f.contest(); !enter || !ok || strings.TrimSpace(f.nominee.field.Text()) != "" || c.ID == "" {
		return false
	}
	f.of.shell.Focus(f.counting.first(f.declare))
	return true
}

func (f *contestForm) skipName(words string, n *nameRow, next fyne.Focusable) {
	n.row.SetError(unless(strings.TrimSpace(words) == "", whoIsMeant))
	if n.row.Error() == "" {
		f.of.shell.Focus(next)
	}
}

// addNominee records one nomination; the caret goes back for the next.
func (f *contestForm) addNominee() {
	l := f.line()
	l.Names = namesIn(f.nominee.field.Text())
	l.Proposer, l.Seconder = strings.TrimSpace(f.proposer.field.Text()), strings.TrimSpace(f.seconder.field.Text())
	f.whatRow.SetError(unless(l.What != "", "Type what is elected, such as chair."))
	f.nominee.row.SetError(unless(len(l.Names) > 0, "Type who is nominated."))
	if l.What == "" || len(l.Names) == 0 || !f.of.said(f.of.model.Nominate(l)) {
		return
	}
	f.at = f.of.model.contest
	for _, n := range []*nameRow{f.nominee, f.proposer, f.seconder} {
		n.put("", "")
		n.row.SetError("")
	}
	f.show()
	f.of.shell.Focus(f.nominee.field.Field())
}

func (f *contestForm) nameTellers() {
	who, wrong := f.of.model.People(f.tellers.Text)
	f.tellerRow.SetError(unless(wrong == "", "“"+wrong+"” means nobody for certain."))
	if wrong == "" && f.of.said(f.of.model.SetTellersOf(f.at, who)) {
		f.of.shell.Focus(f.declare)
	}
}

// enter records the figures, or declares what stands as it is.
func (f *contestForm) enter() {
	c, ok := f.contest()
	if !ok {
		f.whatRow.SetError("Type what is elected, such as chair.")
		return
	}
	l := f.line()
	if c.Field() == data.Contested {
		l = f.counting.line(l)
		line, err := f.of.model.CountContest(l)
		if f.of.said(line, err) {
			f.goOn()
		}
		return
	}
	if f.of.said(f.of.model.DeclareContest(l)) {
		f.goOn()
	}
}

// goOn closes the panel when the election is decided; else it asks for the next figures.
func (f *contestForm) goOn() {
	c, ok := byID(f.of.model.held.contests, isContest(f.of.model.contest))
	if ok && !c.Over() {
		f.at = c.ID
		f.counting.begin(c)
		f.show()
		f.of.shell.Focus(f.counting.first(f.declare))
		return
	}
	f.of.closeForm()
	f.of.focusMinutes()
}

// show says who is nominated and what Enter would record.
func (f *contestForm) show() {
	m := f.of.model
	c, ok := f.contest()
	f.nominees.Objects = nil
	for _, line := range m.nomineeLines(c) {
		f.nominees.Objects = append(f.nominees.Objects, parts.Body(line).Wrapped(0))
	}
	f.counting.show(c, ok)
	f.about.Hidden = c.ID != ""
	title := ""
	if c.ID != "" {
		title = c.Heading() + ", " + data.NumberOf(c.Places, "place", "places")
	}
	f.title.SetText(title)
	f.tellerRow.Hidden = c.ID == "" || c.Field() != data.Contested
	says, more, ready := f.verdict(c, ok)
	f.says.SetText(says)
	f.more.SetText(more)
	f.declare.SetEnabled(ready)
	f.declare.SetLabel(f.verb(c))
	parts.Settle(f.nominees)
	parts.Settle(f.content)
}

func (f *contestForm) verb(c data.Contest) string {
	if c.Field() == data.Contested && !f.counting.decides {
		return "Record the votes"
	}
	return "Declare"
}

// verdict is what the panel comes to so far.
func (f *contestForm) verdict(c data.Contest, ok bool) (says, more string, ready bool) {
	m := f.of.model
	if !ok {
		_, err := m.meant(f.line())
		return "Say what is elected", data.Say(err), false
	}
	if c.Field() != data.Contested {
		t, err := c.Tally(nil)
		if err != nil {
			return data.Say(err), "", false
		}
		return fmt.Sprintf("%s: %s", c.Title, m.comesTo(c, t)), m.followsFrom(c, t), true
	}
	return f.counting.verdict(c)
}
