package meetings

import (
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// minutesView is a closed meeting: its minutes as they will print, and what can be done with them.
type minutesView struct {
	p                          *Place
	view                       *fyne.Container
	title, under, stamp        *parts.Text
	page                       *fyne.Container
	scroll                     *parts.Scroll
	attendance, quorum, source *parts.Text
	minutesPaper, sheetPaper   *parts.Text
	export, again              *parts.Button
	standing                   *parts.Text
	shown                      string
	drawn                      []paragraph
}

func newMinutesView(p *Place) *minutesView {
	v := &minutesView{
		p: p, title: parts.Title("").Wrapped(2), under: parts.Secondary("").Wrapped(2), stamp: parts.Bold("").In(parts.Red),
		page: parts.Column(8), attendance: parts.Body("").Wrapped(0), quorum: parts.Secondary("").Wrapped(0),
		source: parts.Caption("").Wrapped(0), minutesPaper: parts.Caption("").Wrapped(2), sheetPaper: parts.Caption("").Wrapped(2),
	}
	v.export = parts.NewButton("Export the minutes", v.exportMinutes).Primary().WithIcon(parts.IconDownload)
	v.again = parts.NewButton("Reopen for corrections", v.reopen).WithIcon(parts.IconPencil)
	v.standing = parts.Caption("").Wrapped(0)
	v.scroll = parts.NewScroll(parts.Pads(parts.Column(10, parts.Right(v.stamp), v.page), 18, 26, 26, 26))
	side := parts.Column(10,
		parts.Label("Attendance"), v.attendance, v.quorum, v.source, parts.Rule(),
		v.export, v.minutesPaper, parts.NewButton("Public minutes…", p.publicForm).WithIcon(parts.IconEye).WithKey("Alt+P"),
		parts.NewButton("Extract…", p.extractForm).WithIcon(parts.IconDocument).WithKey("Alt+X"), parts.NewButton("Approve the minutes…", v.approve).WithIcon(parts.IconCheck).WithKey("Alt+V"),
		parts.NewButton("Export the attendance", v.exportAttendance).WithIcon(parts.IconTable), v.sheetPaper, parts.Rule(),
		v.again, v.standing)
	v.view = parts.Page(parts.Column(14,
		parts.PageHead(v.title, v.under, parts.NewButton("All meetings", p.toList).Tall().WithIcon(parts.IconChevronLeft)),
		parts.Grow(parts.RowFill(14, parts.Grow(parts.Sheet(v.scroll), 70),
			parts.Grow(parts.HeadedCard("This meeting", nil, parts.Column(0, parts.NewScroller(parts.Pad(side, 3)))), 32)), 1)))
	return v
}

func (v *minutesView) show() {
	m := v.p.m.Minutes
	v.title.SetText(m.Title)
	v.under.SetText(m.Under)
	v.stamp.SetText(m.Stamp)
	v.attendance.SetText(m.Attendance)
	v.quorum.SetText(m.Quorum)
	v.source.SetText(m.Source)
	v.minutesPaper.SetText(m.MinutesPaper)
	v.sheetPaper.SetText(m.AttendancePaper)
	v.standing.SetText(m.Standing)
	v.again.Hidden = m.Locked
	if slices.Equal(v.drawn, m.Page) {
		return
	}
	v.drawn = m.Page
	v.page.Objects = nil
	for _, para := range m.Page {
		v.page.Objects = append(v.page.Objects, set(para))
	}
	parts.Settle(v.page)
	v.page.Refresh()
	if v.shown != m.Title {
		v.shown = m.Title
		v.scroll.ToTop()
	}
}

// set sets one paragraph as its shape asks.
func set(p paragraph) fyne.CanvasObject {
	switch p.Shape {
	case shapeTitle:
		return parts.Heading(p.Lead).Wrapped(0)
	case shapeHeading:
		return parts.Row(10, parts.Grow(parts.NewText(parts.RoleMinor, p.Lead).Wrapped(0), 1), parts.Secondary(p.Text))
	}
	runs := []parts.Run{{Text: p.Text}}
	if p.Lead != "" {
		runs = []parts.Run{{Text: p.Lead, Bold: true}, {Text: "  " + p.Text}}
	}
	rich := parts.NewRich(parts.RoleBody, runs...)
	if p.Shape == shapeSet {
		return parts.Pads(rich, 0, 0, 0, 24)
	}
	return rich
}

func (v *minutesView) exportMinutes() { v.p.d.Papers.Minutes(v.p.m.Open, v.p.exported) }

func (v *minutesView) exportAttendance() { v.p.d.Papers.Attendance(v.p.m.Open, v.p.exported) }

// approve goes to how far the minutes have got.
func (v *minutesView) approve() {
	v.p.d.Shell.Go(place.Route{Place: "approval", ID: string(v.p.m.Open)})
}

func (v *minutesView) reopen() {
	if v.p.try(v.p.m.Reopen(), "") {
		v.p.toSession()
		v.p.d.Shell.Notify("The meeting is open again for corrections. Close it when you are done.")
	}
}
