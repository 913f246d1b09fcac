package motions

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// The texts of a motion that the card can show.
const (
	asAgreed = iota
	withChanges
	asSubmitted
)

// cardView is the motion that is chosen, with its text, its chain and its life.
type cardView struct {
	of       *Place
	view     *fyne.Container
	ref      *parts.Text
	chip     *parts.Chip
	title    *parts.Text
	which    *parts.Segments
	text     *parts.Text
	changes  *parts.Rich
	movers   *parts.Text
	facts    *parts.Text
	deadline *parts.Text
	chain    *fyne.Container
	copies   *fyne.Container
	life     *fyne.Container
	motion   *fyne.Container
	none     *parts.Text
	bar      *fyne.Container
	body     *fyne.Container
	does     []cardButton
}

// A cardButton is a button that is there while its command can be done.
type cardButton struct {
	*parts.Button
	shown func() bool
}

func newCardView(of *Place) *cardView {
	v := &cardView{
		of: of, ref: parts.Secondary(""), chip: parts.ChipOf(parts.Mark{}), title: parts.CardHeading("").Wrapped(3),
		text: parts.Body("").Wrapped(0), changes: parts.NewRich(parts.RoleBody), movers: parts.Secondary("").Wrapped(0),
		facts: parts.Caption("").Wrapped(0), deadline: parts.Secondary("").Wrapped(0),
		chain: parts.Column(4), copies: parts.Column(6), life: parts.Column(0),
		none: parts.Secondary("Choose a motion to see its text and its life.").Wrapped(0),
	}
	v.which = parts.NewSegments([]string{"As agreed", "Changes", "As submitted"}, func(int) { v.showText() })
	v.does = v.buttons()
	v.bar = parts.Column(8)
	v.body = parts.Column(10, v.title, v.which, v.text, v.changes, v.movers, v.facts, v.deadline, v.chain, parts.Rule(), v.life, v.copies)
	v.motion = parts.Column(10, parts.Row(8, parts.Grow(v.ref, 1), v.chip), parts.NewScroller(parts.PadXY(v.body, 4, 0)), v.bar)
	v.view = parts.Card(parts.Column(0, v.none, parts.Grow(v.motion, 1)))
	return v
}

// buttons are what can be done with the motion, the likeliest first. Those that a card has no room for are in the menu.
func (v *cardView) buttons() []cardButton {
	p := v.of
	waits := func(states ...data.ForwardingState) func() bool {
		return func() bool { return p.model.pressing(states...) }
	}
	open := func() bool { return p.model.Card.Open }
	return []cardButton{
		{parts.NewButton("Mark reported back", p.startReportingBack).WithKey("Alt+B").Primary(), waits(data.ResultIn)},
		{parts.NewButton("Chase", p.startChasing).WithKey("Alt+C"), waits(data.Overdue)},
		{parts.NewButton("Their result", p.startAnswering).WithKey("Alt+R"), waits(data.WasSent, data.Overdue, data.Acknowledged, data.OnTheirPaper)},
		{parts.NewButton("Acknowledged", p.startAcknowledging).WithKey("Alt+A"), waits(data.WasSent)},
		{parts.NewButton("Send on", p.startSending).WithKey("Alt+S").WithIcon(parts.IconSend), func() bool { return p.model.Card.Mark.Tone == parts.Green }},
		{parts.NewButton("Close", p.startClosing).WithKey("Alt+X"), waits(data.Overdue)},
		{parts.NewButton("Put on the agenda", p.putOnAgenda).WithKey("Alt+G"), func() bool { return p.model.Card.OffAgenda }},
		{parts.NewButton("Edit", p.startEditing).WithKey("Alt+E").WithIcon(parts.IconPencil), open},
		{parts.NewButton("Note for the mover", p.copyNote).WithKey("Alt+N").WithIcon(parts.IconCopy), func() bool { return open() && p.canNote() }},
		{parts.NewButton("Without a vote", p.startSettling).WithKey("Alt+O"), open},
		{parts.NewButton("Take up again", p.takeAgain).WithKey("Alt+U").WithIcon(parts.IconUndo), func() bool { return p.model.Card.Again }},
		{parts.NewButton("Print", p.exportMotion).WithKey("Ctrl+P").WithIcon(parts.IconPrinter), func() bool { return true }},
	}
}

// mostButtons is how many a card has room for.
const mostButtons = 4

// show copies the card from the model.
func (v *cardView) show() {
	c := v.of.model.Card
	v.none.Hidden, v.motion.Hidden = c.ID != "", c.ID == ""
	v.ref.SetText(c.Ref)
	v.chip.Set(c.Mark)
	v.title.SetText(c.Title)
	v.movers.SetText(c.Movers)
	v.facts.In(toneOf(c.TooLong)).SetText(c.Facts)
	v.deadline.Hidden = c.Deadline == ""
	v.deadline.In(toneOf(c.Late)).SetText(c.Deadline)
	v.which.Hidden = !c.Changed
	if !c.Changed {
		v.which.Choose(asAgreed)
	}
	v.life.Objects = []fyne.CanvasObject{parts.Life(c.Steps)}
	v.showLinks(c)
	v.showText()
	v.showButtons()
	parts.Settle(v.motion)
	v.view.Refresh()
}

func (v *cardView) showText() {
	c := v.of.model.Card
	v.text.Hidden, v.changes.Hidden = v.which.Chosen() == withChanges, v.which.Chosen() != withChanges
	v.text.SetText(c.Text)
	if v.which.Chosen() == asSubmitted {
		v.text.SetText(c.Submitted)
	}
	v.changes.SetRuns(c.Changes...)
	parts.Settle(v.body)
}

// turn shows the next of the texts.
func (v *cardView) turn() {
	v.which.Choose((v.which.Chosen() + 1) % (asSubmitted + 1))
	v.showText()
}

// showLinks lists the rest of the chain, each to go to, and the copies.
func (v *cardView) showLinks(c Card) {
	v.chain.Objects = nil
	for _, l := range c.Chain {
		v.chain.Add(parts.NewButton(l.Text, func() {
			v.of.deps.Shell.Go(place.Route{Place: name, ID: string(l.ID)})
		}).Small().Quiet().Leading().WithIcon(parts.IconArrowRight))
	}
	v.copies.Objects = nil
	for _, x := range c.Copies {
		v.copies.Add(parts.Secondary(x.Text).Wrapped(0))
	}
	v.chain.Hidden, v.copies.Hidden = len(c.Chain) == 0, len(c.Copies) == 0
}

// showButtons lays out what can be done now, two beside each other.
func (v *cardView) showButtons() {
	var rows, row []fyne.CanvasObject
	n := 0
	for _, b := range v.does {
		if n == mostButtons || !b.shown() {
			continue
		}
		n++
		row = append(row, b.Small())
		if len(row) == 2 {
			rows, row = append(rows, parts.Row(8, row...)), nil
		}
	}
	if len(row) > 0 {
		rows = append(rows, parts.Row(8, row...))
	}
	v.bar.Objects = rows
	parts.Settle(v.bar)
}
