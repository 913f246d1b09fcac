package session

import (
	"reflect"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// amendingCommands are what can be asked for while a motion is worked through the meeting.
func (p *Place) amendingCommands() []place.Command {
	open := func() bool { return p.model.IsOpen() }
	return []place.Command{
		{Menu: "Record", Name: "Amendments", Key: place.Alt(fyne.KeyA), Enabled: open, Run: p.amendNow},
		{Menu: "Record", Name: "A motion ends without a vote…", Key: place.Alt(fyne.KeyO), Enabled: open, Run: p.endNow},
		{Menu: "Record", Name: "The chair's ruling…", Key: place.Alt(fyne.KeyU), Enabled: open, Run: p.ruleNow},
	}
}

// amendingHelp are the keys of working a motion through, for the help card.
func amendingHelp() []HelpLine {
	return []HelpLine{
		{"Alt+A", "The amendments to the motion in debate; there, add one"},
		{"Alt+O", "A motion ends without a vote: a letter each"},
		{"Alt+U", "What the chair ruled; whether the meeting takes an emergency; a challenge"},
	}
}

// amendNow shows the amendments to the motion in debate; on their page it adds one.
func (p *Place) amendNow() {
	if p.form != nil && p.amends != nil && p.form.wide {
		p.amends.add()
		return
	}
	mo, ok := p.model.Debated()
	if !ok {
		p.shell.Problem(data.NewProblem("No motion is in debate. Move one first: F3.", nil))
		return
	}
	p.amendPage(mo.ID)
}

// amendPage shows a motion with its amendments in place of agenda, minutes and register.
func (p *Place) amendPage(motion data.MotionID) {
	if p.amends == nil || p.amends.page.Motion != motion {
		p.amends = newAmendingView(p, motion)
	}
	v := p.amends
	p.form = &form{view: v.view, refresh: v.show, vote: v.voteNow, wide: true}
	p.bar.toMinutes(p)
	v.build()
	p.arrange()
	v.toFirst()
}

// leaveWide goes back from a form that covers the register, to whatever is wanted there.
func (p *Place) leaveWide() {
	if p.form != nil && p.form.wide {
		p.closeForm()
	}
}

// amendingView is the page of a motion's amendments: the text as it stands, the amendments in order, the text after the
// one that is being taken.
type amendingView struct {
	of     *Place
	view   *fyne.Container
	page   AmendingPage
	chosen data.AmendmentID // to be taken out of turn; "" for the next
	clean  bool
	lost   bool
	tab    int
	beside bool // the columns stand side by side; else they have tabs

	stands, list, after *fyne.Container // what is in the three columns
	heading             *fyne.Container
	taking              *takingView
	adds, votes         *parts.Button
}

func newAmendingView(p *Place, motion data.MotionID) *amendingView {
	v := &amendingView{of: p, stands: parts.Column(0), list: parts.Column(0), after: parts.Column(0), heading: parts.Column(0)}
	v.page.Motion = motion
	columns := parts.NewArranged(threeColumns, v.arrange)
	v.view = parts.Pads(parts.Column(10, v.heading, parts.Grow(columns, 1)), 10, 20, 10, 20)
	return v
}

// columnsFrom is the width of the place, in our pixels, from which the three columns stand side by side.
const columnsFrom = 1000

func threeColumns(width float32) bool { return parts.Logical(width) >= columnsFrom-40 }

// arrange sets the columns side by side, or one at a time under tabs.
func (v *amendingView) arrange(beside bool) fyne.CanvasObject {
	v.beside = beside
	v.buildStands()
	v.buildList()
	v.buildAfter()
	if beside {
		for _, c := range []*fyne.Container{v.stands, v.list, v.after} {
			c.Show()
		}
		return parts.RowFill(12, parts.Grow(v.stands, 32), parts.Grow(v.list, 48), parts.Grow(v.after, 32))
	}
	all := []*fyne.Container{v.list, v.stands, v.after}
	show := func(i int) {
		v.tab = i
		for n, c := range all {
			c.Hidden = n != i
		}
	}
	holder := parts.Layers(v.list, v.stands, v.after)
	tabs := parts.NewTabs([]string{"Amendments", "As it stands", "Text after"}, func(i int) {
		show(i)
		parts.Settle(holder)
	})
	tabs.Choose(v.tab)
	show(v.tab)
	return parts.Column(8, tabs, parts.Grow(holder, 1))
}

// show copies the page; what is typed stays as long as the same amendment is being taken.
func (v *amendingView) show() {
	if now := v.of.model.Amending(v.page.Motion, v.chosen); reflect.DeepEqual(now, v.page) {
		if v.taking != nil {
			v.taking.roomChanged()
		}
		return
	}
	v.build()
	if !v.of.prompt.field.HasFocus() {
		v.toFirst() // what had the caret was laid out anew
	}
}

func (v *amendingView) build() {
	was := v.page.Current
	v.page = v.of.model.Amending(v.page.Motion, v.chosen)
	if v.taking == nil || was != v.page.Current || v.page.Current == "" {
		v.taking = nil
	}
	if v.page.Current != "" {
		v.taking = newTakingView(v, v.taking)
	}
	v.adds = parts.NewButton("Amendment", v.add).WithIcon(parts.IconPlus).WithKey("Alt+A")
	back := parts.NewButton("Back to minutes", func() {
		v.of.closeForm()
		v.of.focusMinutes()
	}).Quiet().WithIcon(parts.IconChevronLeft).WithKey("Esc")
	title := parts.Heading(v.page.Ref + "  " + v.page.Title)
	parts.Refill(v.heading, []fyne.CanvasObject{parts.Row(10, parts.Grow(title, 1), v.adds, back)})
	v.buildStands()
	v.buildList()
	v.buildAfter()
	for _, c := range []*fyne.Container{v.heading, v.stands, v.list, v.after} {
		parts.Settle(c)
		c.Refresh()
	}
}

// column is one of the three cards: a head, which may be nil, what scrolls, and a foot. Under tabs, where the window is
// narrow and often low, the foot scrolls too.
func (v *amendingView) column(in *fyne.Container, head, body, foot fyne.CanvasObject) {
	foot = parts.AtLeast(parts.PadXY(foot, 14, 4), 0, 36)
	rows := []fyne.CanvasObject{parts.NewScroller(body), parts.Rule(), foot}
	if !v.beside {
		rows = []fyne.CanvasObject{parts.NewScroller(parts.Column(0, body, parts.Rule(), foot))}
	}
	if head != nil {
		rows = append([]fyne.CanvasObject{parts.AtLeast(parts.PadXY(head, 14, 6), 0, 46), parts.Rule()}, rows...)
	}
	parts.Refill(in, []fyne.CanvasObject{parts.Grow(parts.Sheet(parts.Column(0, rows...)), 1)})
}

func (v *amendingView) buildStands() {
	how := parts.NewSegments([]string{"Marked", "Clean"}, func(i int) {
		v.clean = i == 1
		v.buildStands()
	})
	if v.clean {
		how.Choose(1)
	}
	text := v.page.Marked
	if v.clean {
		text = v.page.Clean
	}
	rows := paragraphRows(text)
	for _, c := range v.page.Changed {
		rows = append(rows, parts.Column(2, parts.Left(parts.ChipOf(c.Mark)), parts.Caption(c.What).Wrapped(2)))
	}
	if v.page.Decided.Text != "" {
		rows = append(rows, parts.Left(parts.ChipOf(v.page.Decided)))
	}
	v.column(v.stands, parts.Row(8, parts.Grow(parts.CardHeading("As it stands"), 1), how), parts.Pad(parts.Column(10, rows...), 14), legend(v.page.Words))
}

func (v *amendingView) buildAfter() {
	if v.page.Current == "" {
		words := "Every amendment has been dealt with: the text as it stands is the substantive motion."
		if len(v.page.Rows) == 0 {
			words = "Add an amendment to see here what it would make of the text."
		}
		v.column(v.after, parts.CardHeading("Text after"), parts.Pad(parts.Secondary(words).Wrapped(0), 14), legend(v.page.Words))
		return
	}
	how := parts.NewSegments([]string{"If carried", "If lost"}, func(i int) {
		v.lost = i == 1
		v.buildAfter()
	})
	text, words := v.page.Carried, v.page.AfterWords[0]
	if v.lost {
		how.Choose(1)
		text, words = v.page.Lost, v.page.AfterWords[1]
	}
	rows := paragraphRows(text)
	if v.page.Wrong != "" {
		rows = append([]fyne.CanvasObject{parts.Toned(parts.Amber, parts.Body(v.page.Wrong).Wrapped(0))}, rows...)
	}
	v.column(v.after, parts.Row(8, parts.Grow(parts.CardHeading(v.page.After), 1), how), parts.Pad(parts.Column(10, rows...), 14), legend(words))
}

// legend says what the marks mean, and how long the text is.
func legend(words string) fyne.CanvasObject {
	return parts.Row(12, parts.NewRich(parts.RoleCaption, parts.Run{Text: "added", Change: parts.Added}), parts.NewRich(parts.RoleCaption, parts.Run{Text: "taken out", Change: parts.Removed}),
		parts.Gap(), parts.Caption(words))
}

// paragraphRows sets the paragraphs with their numbers hanging beside them.
func paragraphRows(text []Paragraph) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, p := range text {
		words := parts.NewRich(parts.RoleBody, p.Runs...)
		if p.Number == "" {
			rows = append(rows, words)
			continue
		}
		rows = append(rows, parts.RowTop(0, parts.Fixed(parts.Bold(p.Number), 22), parts.Grow(words, 1)))
	}
	return rows
}

func (v *amendingView) buildList() {
	var rows []fyne.CanvasObject
	for i, r := range v.page.Rows {
		if i > 0 && !r.Current && !v.page.Rows[i-1].Current {
			rows = append(rows, parts.Rule())
		}
		if !r.Current {
			rows = append(rows, parts.PadXY(v.row(r), 14, 8))
			continue
		}
		bar, ground := parts.NewPlate(parts.ColorAccent), parts.NewPlate(parts.ColorCurrent)
		bar.Least = fyne.NewSize(4, 0)
		rows = append(rows, parts.Layers(ground, parts.RowFill(0, bar, parts.Grow(parts.PadXY(v.taking.content, 11, 10), 1))))
		rows = append(rows, v.doubts()...)
	}
	if len(v.page.Rows) == 0 {
		rows = append(rows, parts.Pad(parts.Secondary("No amendment yet. Alt+A adds one.").Wrapped(0), 14))
	}
	v.votes = parts.NewButton("Vote", func() { v.of.vote(v.page.Motion) }).Small().WithKey("F4")
	if v.page.Ready {
		v.votes.Primary()
	}
	v.votes.SetEnabled(v.page.Decided.Text == "")
	var head fyne.CanvasObject
	if v.beside {
		head = parts.Row(8, parts.CardHeading("Amendments"), parts.Gap(), parts.Caption("in the order they will be taken"))
	}
	v.column(v.list, head, parts.Column(0, rows...),
		parts.Row(8, parts.Grow(parts.Secondary(v.page.Then), 1), v.votes))
}

func (v *amendingView) row(r AmendmentRow) fyne.CanvasObject {
	words := parts.Column(0, parts.Body(r.Does).Wrapped(2))
	if r.Moved != "" {
		words.Add(parts.Secondary(r.Moved).Wrapped(2))
	}
	row := []fyne.CanvasObject{parts.NewKeycap(r.Label), parts.Grow(words, 1)}
	if r.Open {
		row = append(row, parts.NewButton("Take now", func() {
			v.chosen = r.ID
			v.build()
			v.toFirst()
		}).Small().Quiet())
	}
	return parts.Row(10, append(row, parts.ChipOf(r.Mark))...)
}

func (v *amendingView) doubts() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, f := range v.page.Doubts {
		words := parts.Column(0, parts.Bold(f.Verdict).In(parts.Amber).Wrapped(0))
		if f.Sum != "" {
			words.Add(parts.Secondary(f.Sum).In(parts.Amber).Wrapped(0))
		}
		rows = append(rows, parts.Layers(parts.NewPlate(parts.ColorAmberFill),
			parts.PadXY(parts.Row(12, parts.NewIcon(parts.IconWarning, parts.Amber, 20), parts.Grow(words, 1)), 14, 6)))
	}
	return rows
}

// voteNow is F4: the hands on the amendment that is being taken, or the vote on the motion when none is left.
func (v *amendingView) voteNow() {
	switch {
	case v.page.Decided.Text != "":
	case v.taking != nil:
		v.toFirst()
	default:
		v.of.vote(v.page.Motion)
	}
}

// toFirst puts the caret where the next thing is typed.
func (v *amendingView) toFirst() {
	first := fyne.Focusable(v.adds)
	switch {
	case v.taking != nil:
		first = v.taking.numbers[0]
	case v.page.Ready && len(v.page.Rows) > 0 && v.page.Decided.Text == "":
		first = v.votes
	}
	if v.of.form != nil {
		v.of.form.first = first
	}
	if v.taking != nil {
		parts.Reveal(v.taking.record) // with the hands, what records them
	}
	v.of.shell.Focus(first)
}

// done says what was recorded, and goes on with the next amendment.
func (v *amendingView) done(line string, err error) {
	v.of.said(line, err)
	if err == nil {
		v.chosen = ""
		v.show()
		v.toFirst()
	}
}
