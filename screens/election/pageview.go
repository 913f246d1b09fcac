package election

import (
	"strconv"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// pageView is one contest: its nominees or its figures at the left, and what they come to at the right.
type pageView struct {
	of           *Place
	view         *fyne.Container
	pair         *parts.Pair
	title, under *parts.Text
	heading      *parts.Text
	status       *parts.Chip
	method       *parts.Chip
	places, sum  *parts.Text
	rule         *parts.Choice
	rules        []data.CountRule
	fixed        *parts.Text // the rule, once it can no longer be chosen
	strip, line  *fyne.Container
	tabs         *parts.Segments
	body         *fyne.Container
	register     *table // the one on show: while nominations are taken, or with votes and results
	called       *table
	counted      *table
	detail       *parts.Text
	rowButtons   []*parts.Button
	nominate     *parts.Button
	nominating   *fyne.Container
	tables       *fyne.Container
	votes        *votesView
	cards        *fyne.Container
	step         *parts.Button
	beside       []*parts.Button // what can be done instead of the step
	tab          int
	wanted       string // the row to select
}

// The tabs of the left card.
const (
	nomineesTab = iota
	roundsTab
)

func newPageView(of *Place) *pageView {
	v := &pageView{of: of, title: parts.Title("").Wrapped(3), under: parts.Secondary("").Wrapped(2), heading: parts.CardHeading(""),
		status: parts.ChipOf(parts.Mark{}), method: parts.ChipOf(parts.Mark{}), places: parts.NewText(parts.RoleFigure, ""), sum: parts.Secondary("").Wrapped(2),
		fixed: parts.Secondary("").Wrapped(2), detail: parts.Caption("").Wrapped(3), cards: parts.Column(10)}
	v.rule = parts.NewChoice(nil, "Choose the rule", v.chooseRule)
	v.tabs = parts.NewSegments([]string{"Nominees", "Rounds"}, func(i int) {
		v.tab = i
		v.show()
	})
	v.called, v.counted = newNominees([]int{0, 1, 2, 3, 4, 5}, []int{1, 5}), newNominees([]int{0, 1, 2, 3, 4, 5, 6, 7}, []int{1, 5, 6, 7})
	for _, t := range []*table{v.called, v.counted} {
		t.selected = func(string) { v.showDetail() }
		t.opened = func(string) { of.startCorrecting() }
	}
	v.register = v.called
	v.votes = newVotesView(of)
	left := v.left()
	toList := parts.NewButton("All elections", of.toList).Tall().WithIcon(parts.IconTable)
	toMeeting := parts.NewButton("Back to the meeting", of.toMeeting).Tall().WithIcon(parts.IconChevronLeft)
	head := parts.PageHead(v.title, v.under, toList, toMeeting)
	v.pair = parts.NewPair(head, [2]string{"Nominees", "Ballots and result"}, left, v.right(), func(left, right fyne.CanvasObject) fyne.CanvasObject {
		return parts.RowFill(14, parts.Grow(left, 1), parts.Fixed(right, 334))
	})
	// Where the text is very large the title needs the room of the two buttons, which the menu has too.
	v.view = parts.NewArranged(func(width float32) bool { return parts.Logical(width) < 700 }, func(crowded bool) fyne.CanvasObject {
		toList.Hidden, toMeeting.Hidden = crowded, crowded
		parts.Settle(toList)
		return v.pair.View()
	})
	return v
}

// newNominees returns a table of nominees: without votes and results while there are none, so that why somebody may not
// stand has their room.
func newNominees(shown, kept []int) *table {
	return newTable(parts.OneLine, 700, shown, kept,
		parts.RegisterColumn{Title: "", Width: 28}, parts.RegisterColumn{Title: "Nominee", Width: 136, Grow: 3},
		parts.RegisterColumn{Title: "Counts as", Width: 78}, parts.RegisterColumn{Title: "Proposed, seconded", Width: 130, Grow: 2},
		parts.RegisterColumn{Title: "Consent", Width: 66}, parts.RegisterColumn{Title: "May stand", Width: 84, Grow: 1},
		parts.RegisterColumn{Title: "Votes", Width: 50, Right: true}, parts.RegisterColumn{Title: "Result", Width: 112})
}

// left is the card with the nominees, the figures being typed, or the rounds.
func (v *pageView) left() fyne.CanvasObject {
	v.strip = parts.PadXY(parts.RowTop(18,
		parts.Column(2, parts.Label("Places"), parts.Row(8, v.sum, v.places)),
		parts.Grow(parts.Column(2, parts.Label("Rule"), v.rule), 1)), 15, 8)
	v.line = parts.PadXY(parts.Row(8, parts.Grow(v.fixed, 1), v.tabs), 15, 6)
	v.nominate = parts.NewButton("Nominate", v.of.startNominating).Small().WithIcon(parts.IconPlus).WithKey("Ctrl+N")
	v.rowButtons = []*parts.Button{
		parts.NewButton("Correct", v.of.startCorrecting).Small().WithKey("Alt+E"),
		parts.NewButton("Withdraw…", v.of.startWithdrawing).Small().WithKey("Alt+W"),
		parts.NewButton("Consent", v.of.turnConsent).Small().WithKey("Alt+C"),
		parts.NewButton("On the paper all the same…", v.of.startDespite).Small().WithKey("Alt+P"),
		parts.NewButton("Does not accept", v.of.startDeclining).Small().WithKey("Alt+A"),
		parts.NewButton("Correct the figures", func() { v.of.said(v.of.model.Uncount()) }).Small().WithKey("Alt+F"),
	}
	buttons := []fyne.CanvasObject{v.nominate}
	for _, b := range v.rowButtons {
		buttons = append(buttons, b)
	}
	foot := parts.Column(6, v.detail, parts.Lines(6, buttons...))
	v.tables = parts.Layers(v.register.view)
	v.nominating = parts.Column(0, parts.Grow(v.tables, 1), parts.Rule(), parts.PadXY(foot, 12, 8))
	v.body = parts.Layers(v.nominating)
	head := parts.AtLeast(parts.PadXY(parts.Lines(8, v.heading, v.status, v.method), 15, 9), 0, 44)
	return parts.Sheet(parts.Column(0, head, parts.Rule(), v.strip, v.line, parts.Grow(v.body, 1)))
}

// right is the column of cards, with the button that goes on always in sight.
func (v *pageView) right() fyne.CanvasObject {
	v.step = parts.NewButton(string(StepRecord), v.of.goOn).Primary().Tall().WithKey("Ctrl+Enter")
	v.beside = []*parts.Button{
		parts.NewButton("Draw a lot…", v.of.startLot).Small().WithKey("Alt+G"),
		parts.NewButton("Type the ballots", v.of.typeBallots).Small().WithKey("Alt+T"),
		parts.NewButton("Take again", func() { v.of.said(v.of.model.Repeat()) }).Small().Spoken("Take the round again"),
		parts.NewButton("Doors…", v.of.startDoors).Small(),
		parts.NewButton("Particulars…", v.of.startParticulars).Small(),
		parts.NewButton("Print the ballots…", v.of.startPrinting).Small().WithIcon(parts.IconPrinter).WithKey("Ctrl+P"),
		parts.NewButton("Print the result", v.of.printResult).Small().WithIcon(parts.IconPrinter).WithKey("Alt+Y"),
	}
	beside := make([]fyne.CanvasObject, len(v.beside))
	for i, b := range v.beside {
		beside[i] = b
	}
	return parts.Column(10, parts.NewScroller(parts.Pads(v.cards, 0, 8, 0, 0)), parts.Column(8, parts.Lines(6, beside...), v.step))
}

// top forgets what was on show, for another contest.
func (v *pageView) top() {
	v.tab = nomineesTab
	v.tabs.Choose(nomineesTab)
	v.pair.Show(0)
}

// show copies the page from the model.
func (v *pageView) show() {
	p := v.of.model.Page
	v.title.SetText(p.Title)
	v.under.SetText(p.Under)
	v.heading.SetText(p.Heading)
	v.status.Set(p.Status)
	v.method.Set(p.Method)
	v.places.SetText(p.Places)
	v.sum.SetText(p.PlacesSum)
	v.sum.Hidden = p.PlacesSum == ""
	v.showRule(p)
	v.chooseTable(p)
	v.register.fill("Nobody is nominated yet. Ctrl+N nominates: a few letters of each name, and Enter.",
		len(p.Rows), func(i int) string { return p.Rows[i].Key }, func(i int) []parts.Cell { return p.Rows[i].Cells },
		func(i int) string { return p.Rows[i].Words }, func(i int) (parts.Tone, bool) { return parts.Amber, p.Rows[i].Tied })
	if v.wanted != "" {
		v.register.Select(v.wanted)
		v.wanted = ""
	}
	v.showBody(p)
	v.showButtons(p)
	v.cards.Objects = cardsOf(p)
	v.showDetail()
	parts.Settle(v.cards)
	parts.Settle(v.strip)
	v.pair.Refresh()
}

// chooseTable shows votes and results once there can be any. The row that is selected stays so.
func (v *pageView) chooseTable(p *Page) {
	to := v.called
	if p.Ballots != nil || p.Decided {
		to = v.counted
	}
	if to != v.register {
		v.wanted, v.register = v.register.Selected(), to
		parts.Swap(v.tables, to.view)
	}
}

// showRule shows the choice of the rule, or the rule itself once voting has begun.
func (v *pageView) showRule(p *Page) {
	rules, chosen := v.of.model.Rules()
	v.rules = rules
	var words []string
	for _, r := range rules {
		words = append(words, data.Capital(r.Words(v.of.model.Particulars().Places)))
	}
	choosing := p.Open && p.Ballots == nil
	v.rule.SetOptions(words)
	v.rule.Choose(chosen)
	v.strip.Hidden, v.line.Hidden = !choosing, choosing
	v.fixed.SetText(p.Settled)
}

func (v *pageView) chooseRule(i int) {
	if i >= 0 && i < len(v.rules) {
		v.of.said(v.of.model.ChooseRule(v.rules[i]))
	}
}

// showBody shows the nominees, the figures being typed, or the rounds.
func (v *pageView) showBody(p *Page) {
	if v.tabs.Hidden = len(p.Counting) == 0; v.tabs.Hidden {
		v.tab = nomineesTab
		v.tabs.Choose(nomineesTab)
	}
	_, stage := v.of.model.Wanted()
	switch {
	case v.tab == roundsTab:
		parts.Swap(v.body, countingTable(p))
	case p.Voting && !p.Ballots.Typed, stage && p.Open:
		v.votes.show(p)
		parts.Swap(v.body, v.votes.view)
	default:
		v.votes.forget()
		parts.Swap(v.body, v.nominating)
	}
}

func (v *pageView) showButtons(p *Page) {
	open := p.Open && p.Ballots == nil
	v.nominate.Hidden = !open || p.Trigger
	counted := p.Open && p.Ballots != nil && !p.Voting
	for i, hidden := range []bool{!p.Open || p.Trigger, !p.Open || p.Trigger, !open || p.Trigger, !open || p.Trigger, !p.Decided || p.Trigger, !counted || p.Ballots.Typed} {
		v.rowButtons[i].Hidden = hidden
		v.rowButtons[i].SetEnabled(len(p.Rows) > 0)
	}
	v.beside[0].Hidden = p.Tie == nil || !p.Tie.Asked || !p.Tie.RunOff
	v.beside[1].Hidden = !(p.Voting && p.CanType)
	v.beside[2].Hidden, v.beside[3].Hidden = !counted, len(p.Doors) == 0
	v.beside[4].Hidden = p.Decided // the menu has it: the cards need the room
	v.beside[5].Hidden, v.beside[6].Hidden = !p.Numbered || !p.Contested || p.Decided, !p.Decided
	v.step.SetLabel(p.StepLabel)
	parts.Settle(v.nominate)
	parts.Settle(v.step)
}

// selected is the nominee whose row is selected; -1 for none.
func (v *pageView) selected() int {
	i, err := strconv.Atoi(v.register.Selected())
	if err != nil || v.of.model.Page == nil || i >= len(v.of.model.Page.Rows) {
		return -1
	}
	return i
}

func (v *pageView) showDetail() {
	words, off := "", false
	for _, r := range v.of.model.Page.Rows {
		if r.Key == v.register.Selected() {
			words, off = r.Detail, r.MayNot
		}
	}
	v.rowButtons[3].Hidden = !off || !v.of.model.Page.Open || v.of.model.Page.Ballots != nil
	v.detail.Hidden = words == ""
	v.detail.SetText(words)
	parts.Settle(v.detail)
	parts.Settle(v.rowButtons[3])
}

// first is where the caret goes: the figures, the list of nominees, or the button that goes on.
func (v *pageView) first() fyne.Focusable {
	p := v.of.model.Page
	_, stage := v.of.model.Wanted()
	switch {
	case p == nil:
		return nil
	case p.Voting && !p.Ballots.Typed, stage && p.Open:
		return v.votes.first()
	case p.Step == StepClose:
		return v.register.Register
	case p.Step == StepRule:
		return v.rule
	}
	return v.step
}
