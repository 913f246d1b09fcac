package approval

import (
	"fmt"
	"reflect"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// view is the page with how far the minutes have got beside it.
type view struct {
	p            *Place
	view         *fyne.Container
	title, under *parts.Text
	mark         *parts.Chip
	tabs         *parts.Segments // when narrow
	body         *fyne.Container
	page, side   *fyne.Container
	lines        *fyne.Container
	scroll       *parts.Scroll
	steps, list  *fyne.Container
	lock         *fyne.Container
	next, hold   *parts.Button
	narrow       bool
	shown        data.MeetingID
	drawn        []Line
	stamped      data.Stamp
}

func newView(p *Place) *view {
	v := &view{
		p: p, title: parts.Title("").Wrapped(2), under: parts.Secondary("").Wrapped(2), mark: parts.NewChip(parts.Grey, "", ""),
		lines: parts.Column(6), steps: parts.Column(0), list: parts.Column(8),
	}
	v.next = parts.NewButton("Approve", func() { p.doing().do() }).Primary().WithIcon(parts.IconCheck).WithKey("Enter").Tall()
	v.hold = parts.NewButton("Hold over", p.holdOverForm).WithKey("Alt+H")
	v.scroll = parts.NewScroll(parts.Pads(v.lines, 20, 28, 24, 28))
	v.page = parts.Sheet(v.scroll)
	v.lock = parts.Sunken(parts.RowTop(10, parts.NewIcon(parts.IconLock, parts.Plain, 20), parts.Grow(parts.Column(2, parts.Bold("What signing locks"),
		parts.Secondary("The page stops changing for good. A later mistake gets a numbered correction, agreed at a later meeting and printed after it.").Wrapped(0)), 1)))
	moves := parts.Column(14, v.steps, parts.Rule(), v.list, v.lock)
	v.side = parts.Sheet(parts.Column(0,
		parts.NewScroller(parts.Pad(parts.Column(12, parts.CardHeading("Where the minutes are"), moves), 15)),
		parts.Rule(), parts.Pad(parts.Column(8, v.next, parts.RowFill(8, parts.Grow(v.hold, 1),
			parts.Grow(parts.NewButton("Print", p.print).WithIcon(parts.IconPrinter).WithKey("Ctrl+P"), 1))), 12)))
	v.tabs = parts.NewTabs([]string{"The page", "Where it is"}, func(int) {
		v.choose()
		v.body.Refresh()
	})
	v.tabs.Choose(1)
	v.body = parts.Layers(v.page)
	v.view = parts.NewArranged(isNarrow, v.arrange)
	return v
}

func isNarrow(width float32) bool { return parts.Logical(width) < parts.BesideFrom }

func (v *view) arrange(narrow bool) fyne.CanvasObject {
	v.narrow = narrow
	head := parts.Row(12, parts.Grow(parts.Column(2, parts.Row(12, v.title, v.mark, parts.Gap()), v.under), 1),
		parts.NewButton("Back to the meeting", v.p.back).WithIcon(parts.IconChevronLeft).WithKey("Esc"))
	if narrow {
		v.choose()
		v.body = parts.Layers(v.page, v.side)
		return parts.PadXY(parts.NewScroll(parts.Column(10, head, parts.Left(v.tabs), parts.Grow(parts.AtLeast(v.body, 0, 300), 1))), 16, 12)
	}
	v.page.Hidden, v.side.Hidden = false, false
	return parts.PadXY(parts.Column(12, head, parts.Grow(parts.RowFill(16, parts.Grow(v.page, 1), parts.Fixed(v.side, 344)), 1)), 20, 14)
}

// choose shows the page or the steps where there is no room for both.
func (v *view) choose() {
	if v.narrow {
		v.page.Hidden, v.side.Hidden = v.tabs.Chosen() != 0, v.tabs.Chosen() != 1
	}
}

func (v *view) show() {
	m := v.p.m
	v.title.SetText(m.Title)
	v.under.SetText(m.Under)
	v.mark.Set(m.Mark)
	v.showLines()
	steps := []fyne.CanvasObject{parts.Life(m.Steps)}
	parts.Refill(v.steps, steps)
	parts.Refill(v.list, v.corrections())
	open, signed := m.IsOpen(), m.IsOpen() && m.State() == data.MinutesSigned
	v.lock.Hidden = !open || signed
	v.hold.Hidden = !open || m.approved()
	v.next.Hidden = !open
	if open {
		v.next.SetLabel(v.p.doing().label)
	}
	parts.Settle(v.side)
	v.side.Refresh()
	if v.shown != m.Meeting() {
		v.shown = m.Meeting()
		v.scroll.ToTop()
	}
}

// showLines sets the page, unless it is as it was.
func (v *view) showLines() {
	m := v.p.m
	if v.drawn != nil && v.stamped == m.Stamp && reflect.DeepEqual(v.drawn, m.Page) {
		return
	}
	v.drawn, v.stamped = m.Page, m.Stamp
	var lines []fyne.CanvasObject
	if m.Wrong != "" {
		lines = append(lines, parts.Toned(parts.Amber, parts.RowTop(8, parts.NewIcon(parts.IconWarning, parts.Amber, 18), parts.Grow(parts.Body(m.Wrong).Wrapped(0), 1))))
	}
	head := parts.Column(2)
	for i, l := range m.Page {
		if l.Shape == ShapeRule && i < 8 && len(head.Objects) > 0 {
			lines = append(lines, parts.RowTop(16, parts.Grow(head, 1), stamp(m.Stamp)), parts.Rule())
			head = parts.Column(2)
			continue
		}
		if l.Shape <= ShapeSmall && len(lines) < 2 {
			head.Add(set(l))
			continue
		}
		lines = append(lines, set(l))
	}
	parts.Refill(v.lines, lines)
}

// stamp is the boxed word at the head of the page.
func stamp(s data.Stamp) fyne.CanvasObject {
	tone := parts.Red
	if s.Word != "DRAFT" {
		tone = parts.Green
	}
	return parts.AtMost(parts.Toned(tone, parts.Column(0, parts.Bold(s.Word).In(tone).Wrapped(0), parts.Caption(s.Below).In(tone).Wrapped(0))), 190)
}

// set sets one line of the page as its shape asks.
func set(l Line) fyne.CanvasObject {
	runs := l.Runs
	if l.Lead != "" {
		runs = append([]parts.Run{{Text: l.Lead, Bold: true}, {Text: " "}}, runs...)
	}
	switch l.Shape {
	case ShapeRule:
		return parts.Rule()
	case ShapeBranch:
		return parts.CardHeading(l.Lead).Wrapped(2)
	case ShapeSmall:
		return parts.NewRich(parts.RoleSecondary, runs...)
	case ShapeHeading:
		return parts.Pads(parts.RowTop(0, parts.Fixed(parts.Bold(l.Number), 26), parts.Grow(parts.NewRich(parts.RoleBody, runs...), 1)), 8, 0, 0, 0)
	case ShapeUnder:
		return parts.Pads(parts.NewRich(parts.RoleBody, runs...), 0, 0, 0, 26)
	case ShapeSet:
		bar := parts.NewPlate(parts.ColorInk2)
		bar.Least = fyne.NewSize(3, 0)
		return parts.Pads(parts.RowFill(0, bar, parts.Grow(parts.Layers(parts.NewPlate(parts.ColorSunken), parts.PadXY(parts.NewRich(parts.RoleBody, runs...), 12, 3)), 1)), 0, 0, 0, 26)
	}
	return parts.NewRich(parts.RoleBody, runs...)
}

// corrections lists the corrections and the addenda, with what can be done to each.
func (v *view) corrections() []fyne.CanvasObject {
	m := v.p.m
	if !m.IsOpen() {
		return nil
	}
	heading, rows := "Corrections", m.Corrections
	add := parts.NewButton("Add", v.p.correctionForm).Small().WithIcon(parts.IconPlus).WithKey("Alt+A").Spoken("Add a correction")
	out := []fyne.CanvasObject{parts.Row(8, parts.Grow(parts.CardHeading(heading), 1), add)}
	if len(rows)+len(m.Addenda) == 0 {
		out = append(out, parts.Secondary("None so far.").Wrapped(0))
	}
	for _, c := range rows {
		out = append(out, v.correction(c, "correction"))
	}
	if len(m.Addenda) > 0 {
		out = append(out, parts.Bold("Addenda"))
	}
	for _, c := range m.Addenda {
		out = append(out, v.correction(c, "addendum"))
	}
	return append(out, parts.Secondary(m.Advice).Wrapped(0))
}

func (v *view) correction(c CorrectionRow, called string) fyne.CanvasObject {
	words := parts.Column(4, parts.NewRich(parts.RoleBody, c.Runs...))
	if c.Sub != "" {
		words.Add(parts.Caption(c.Sub))
	}
	if c.Agreeable {
		words.Add(parts.Left(parts.NewButton("Agreed…", func() { v.p.agreeForm(c.ID, c.Number) }).Small().WithKey("Alt+G")))
	}
	row := []fyne.CanvasObject{parts.NewBadge(c.Number), parts.Grow(words, 1)}
	if c.Removable {
		out := parts.NewButton("", func() { v.p.said(v.p.m.TakeOut(c.ID)) }).Small().Quiet().WithIcon(parts.IconCross)
		row = append(row, out.Spoken(fmt.Sprintf("Take out %s %d", called, c.Number)))
	}
	return parts.RowTop(10, row...)
}
