package ballot

import (
	"fmt"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/screens/parts"
)

// countCard is the count as it comes in: the figures of each stage, what each did, and what is missing.
type countCard struct {
	p               *Place
	view, sheet     *fyne.Container
	heading         *parts.Text
	state           *parts.Chip
	quota           *fyne.Container
	quotaIs         *parts.Text
	balance         *parts.Text
	table           *fyne.Container
	wide            int // how many stages stand side by side
	pages           *parts.Segments
	named           []string // what pages says
	paged           *fyne.Container
	told            *fyne.Container
	notes           *parts.Scroll
	missing         *fyne.Container
	missingIs, note *parts.Text
	close, lot      *parts.Button
	issued          *parts.Button
	shown           Count
	drawn           bool
	register        *parts.Register
	columns         int
	from            int  // the first stage that is shown
	turned          bool // the secretary chose which stages
}

// Widths of the table of stages, in our pixels.
const (
	nameWide  = 150
	stateWide = 100
	stageWide = 128
)

func newCountCard(p *Place) *countCard {
	v := &countCard{
		p: p, heading: parts.CardHeading(""), state: parts.NewChip(parts.Amber, "", ""), quotaIs: parts.Bold(""),
		balance: parts.Secondary("").Wrapped(2), told: parts.Column(5), missingIs: parts.Bold(""), note: parts.Secondary("").Wrapped(3), wide: 3, columns: -1,
	}
	v.quota = parts.Row(8, parts.Caption("Quota"), v.quotaIs)
	v.table = parts.NewArranged(stagesBeside, func(n int) fyne.CanvasObject {
		v.wide, v.columns = n, -1
		v.showTable()
		return v.register
	})
	v.paged = parts.Row(8)
	v.paged.Hide()
	v.notes = parts.NewScroll(parts.Pads(v.told, 0, 0, 4, 0))
	v.missing = parts.Toned(parts.Amber, parts.RowTop(10, parts.NewIcon(parts.IconWarning, parts.Amber, 22),
		parts.Grow(parts.Column(2, v.missingIs.In(parts.Amber), v.note.In(parts.Amber)), 1)))
	v.close = parts.NewButton("Close the round", p.close).Primary().WithIcon(parts.IconLock).WithKey("Ctrl+Enter")
	v.lot = parts.NewButton("Draw a lot…", p.lotForm).WithKey("Alt+L")
	v.issued = parts.NewButton("Issued…", p.handedForm).WithKey("Alt+I").Spoken("Ballots issued, and who types")
	buttons := parts.Lines(8,
		parts.NewButton("Print", p.print).WithIcon(parts.IconPrinter).WithKey("Ctrl+P").Spoken("Print the count"),
		parts.NewButton("Another rule", p.othersPanel).WithKey("Alt+R"), v.issued, v.lot, v.close)
	v.sheet = parts.Column(0,
		parts.AtLeast(parts.PadXY(parts.Row(12, parts.Grow(v.heading, 1), v.paged, v.quota, v.state), 15, 8), 0, 48), parts.Rule(),
		parts.Grow(v.table, 3), parts.Rule(),
		parts.Grow(parts.PadXY(v.notes, 15, 6), 1.4),
		parts.Pads(parts.Column(10, v.missing, buttons), 0, 15, 12, 15))
	v.view = still(parts.Sheet(v.sheet))
	return v
}

// still keeps what changes inside a card from laying out the page anew: its room does not depend on what it holds.
func still(card fyne.CanvasObject) *fyne.Container { return container.NewStack(card) }

// stagesBeside is how many stages a width holds side by side.
func stagesBeside(width float32) int {
	n := int((parts.Logical(width) - nameWide - stateWide - 24) / stageWide)
	return min(max(n, 1), 6)
}

func (v *countCard) turn(page int) {
	v.from, v.turned = page*v.wide, true
	v.showTable()
}

func (v *countCard) show() {
	c := v.p.model.Count()
	_, lot := v.p.model.Draw()
	lot = lot && len(c.Missing) == 0 // more ballots may still settle a tie; the menu has it all the same
	if typing := v.p.model.typing(); v.drawn && reflect.DeepEqual(c, v.shown) && v.lot.Hidden != lot && v.close.Hidden != typing {
		return
	}
	if !v.drawn || c.State != v.shown.State {
		v.state.Set(c.State)
	}
	v.shown, v.drawn = c, true
	v.heading.SetText(c.Heading)
	v.quotaIs.SetText(c.Quota)
	v.showTable()
	v.showNotes()
	v.missingIs.SetText("Not a result yet")
	v.note.SetText(joined(c.Missing))
	moved := hide(v.quota, c.Quota == "")
	moved = hide(v.missing, len(c.Missing) == 0) || moved
	moved = hide(v.lot, !lot) || moved
	moved = hide(v.issued, lot || !v.p.model.typing()) || moved
	if hide(v.close, !v.p.model.typing()) || moved {
		parts.Settle(v.sheet)
		v.view.Refresh()
	}
}

// hide hides or shows, and says whether that is another thing than before.
func hide(o fyne.CanvasObject, hidden bool) bool {
	if o.Visible() != hidden {
		return false
	}
	if hidden {
		o.Hide()
	} else {
		o.Show()
	}
	return true
}

// showNotes sets out what each stage did, a tie, and who is elected.
func (v *countCard) showNotes() {
	c := v.shown
	var lines []fyne.CanvasObject
	add := func(tone parts.Tone, lead, text string) {
		if text != "" {
			lines = append(lines, parts.NewRich(parts.RoleSecondary, parts.Run{Text: lead, Bold: true, Tone: tone}, parts.Run{Text: text, Tone: tone}))
		}
	}
	add(parts.Red, "", c.Wrong)
	add(parts.Red, "Tie. ", c.Tie)
	add(parts.Plain, "", c.Outcome)
	for _, s := range c.Sentences {
		lead := s.Lead
		if lead != "" {
			lead += " "
		}
		add(parts.Plain, lead, s.Text)
	}
	add(parts.Plain, "Ballots. ", c.Balance)
	if len(lines) == 0 {
		lines = append(lines, parts.Secondary("The count begins with the first ballot, and follows every one.").Wrapped(0))
	}
	parts.Refill(v.told, lines)
}

// showTable shows as many stages as there is room for: the last ones, unless the secretary turned to others.
func (v *countCard) showTable() {
	c := v.shown
	stages := len(c.Stages)
	pages := (stages + v.wide - 1) / v.wide
	if !v.turned || v.from >= stages {
		v.from, v.turned = max(0, pages-1)*v.wide, false
	}
	v.showPages(pages, stages)
	here := c.Stages[min(v.from, stages):min(v.from+v.wide, stages)]
	if v.columns != len(here) {
		v.columns = len(here)
		v.register = newStageTable(len(here))
		if len(v.table.Objects) > 0 {
			parts.Swap(v.table, v.register)
		}
	}
	for i, s := range here {
		v.register.SetHead(2+i, s.Name)
	}
	from, rows := v.from, c.Rows
	v.register.SetRows(parts.Rows{
		Len: len(rows), ID: func(i int) string { return rows[i].Name },
		Cells: func(i int) []parts.Cell { return stageCells(rows[i], from, len(here)) },
		Fill:  func(i int) (parts.Tone, bool) { return parts.Green, rows[i].Elected },
	})
}

// showPages offers the stages a table full at a time, where one does not hold them.
func (v *countCard) showPages(pages, stages int) {
	if pages < 2 {
		v.named = nil
		if hide(v.paged, true) {
			parts.Settle(v.sheet)
		}
		return
	}
	names := make([]string, pages)
	for i := range names {
		first, last := i*v.wide+1, min((i+1)*v.wide, stages)
		names[i] = fmt.Sprintf("%d–%d", first, last)
		if first == last {
			names[i] = fmt.Sprint(first)
		}
	}
	if slices.Equal(names, v.named) {
		v.pages.Choose(v.from / v.wide)
		return
	}
	v.named, v.pages = names, parts.NewSegments(names, v.turn)
	v.pages.Choose(v.from / v.wide)
	parts.Refill(v.paged, []fyne.CanvasObject{parts.Caption("Stages"), v.pages})
	hide(v.paged, false)
	parts.Settle(v.sheet)
}

func newStageTable(stages int) *parts.Register {
	columns := []parts.RegisterColumn{{Title: "Candidate", Width: nameWide, Grow: 1}, {Title: "", Width: stateWide}}
	for range stages {
		columns = append(columns, parts.RegisterColumn{Title: "Stage", Width: stageWide, Right: true})
	}
	r := parts.NewRegister(parts.OneLine, columns...)
	r.SetEmpty("Nothing is counted yet.")
	return r
}

func stageCells(r CountRow, from, n int) []parts.Cell {
	out := []parts.Cell{{Text: r.Name, Bold: r.Elected || r.Sum}, {Chip: r.State}}
	for _, f := range r.Figures[min(from, len(r.Figures)):min(from+n, len(r.Figures))] {
		text := f.Now
		if f.Moved != "" {
			text = f.Moved + "   " + f.Now
		}
		out = append(out, parts.Cell{Text: text, Bold: r.Elected || r.Sum})
	}
	return out
}
