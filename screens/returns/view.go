package returns

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// returnsView is the cards with the preview of the return that is chosen.
type returnsView struct {
	of    *Place
	pair  *parts.Pair
	cards [kinds]*cardView

	title    *parts.Text
	chip     *parts.Chip
	under    *parts.Text
	meeting  *parts.Choice
	meetings *fyne.Container
	empty    *parts.Text

	body     *fyne.Container // all that scrolls
	since    *parts.Text
	changes  *fyne.Container
	changed  *fyne.Container
	list     *parts.Choice
	lists    *fyne.Container
	how      *parts.Text
	sending  *fyne.Container
	narrow   *parts.Field
	detail   *parts.Text
	hash     *parts.Button
	shared   *fyne.Container
	offered  string // the keys of the columns that have checks
	columns  *chips
	checks   []*parts.Check
	choosing *fyne.Container
	lock     *parts.Icon
	personal *parts.Text
	private  *fyne.Container
	warnings *fyne.Container
	passed   *fyne.Container
	sheet    *parts.SheetPreview
	summary  *parts.Text
	pages    *fyne.Container
	paper    *fyne.Container
	scroll   *parts.Scroll
	log      *parts.Register

	export *parts.Button
	note   *parts.Button
	foot   *parts.Text
	bar    *fyne.Container
}

func newReturnsView(of *Place) *returnsView {
	v := &returnsView{of: of}
	var cards []fyne.CanvasObject
	for i := range v.cards {
		v.cards[i] = newCardView(looks[i].icon, func() { of.choose(Kind(i)) })
		cards = append(cards, v.cards[i])
	}
	head := parts.PageHead(parts.Title("Returns"), parts.Secondary("Files for the CLP secretary. Nothing leaves this laptop until you send it yourself."))
	left := parts.Column(0, parts.NewScroller(parts.PadXY(parts.Column(8, cards...), 4, 4)))
	v.pair = parts.NewPair(head, [2]string{"Returns", "Preview"}, left, v.preview(), func(left, right fyne.CanvasObject) fyne.CanvasObject {
		return parts.RowFill(12, parts.Fixed(left, 362), parts.Grow(right, 1))
	})
	return v
}

// preview builds the card at the right.
func (v *returnsView) preview() fyne.CanvasObject {
	of := v.of
	v.title, v.chip, v.under = parts.Heading(""), parts.ChipOf(parts.Mark{}), parts.Secondary("").Wrapped(2)
	v.meeting = parts.NewChoice(nil, "No meeting", func(i int) { of.shown(of.model.ShowMeeting(i)) })
	v.meetings = parts.Row(10, parts.Label("Meeting"), parts.AtMost(v.meeting, 380), parts.Gap())
	v.list = parts.NewChoice(nil, "No list", func(i int) { of.shown(of.model.ShowList(i)) })
	v.lists = parts.Row(10, parts.Label("List"), parts.AtMost(v.list, 380), parts.Gap())
	v.empty = parts.Body("").Wrapped(0)
	v.how = parts.Secondary("").Wrapped(3)
	v.sending = parts.Row(8, parts.Grow(v.how, 1), parts.NewButton("Recipient", of.startDelivery).Small().WithKey("Alt+R"), parts.NewButton("Template", of.startTemplate).Small().WithKey("Alt+T"))
	v.since, v.changes = parts.Label(""), parts.Column(2)
	v.changed = parts.Sunken(parts.Column(4, v.since, v.changes))
	v.columns = newChips()
	v.choosing = parts.Column(6, parts.Label("Columns in the file"), v.columns)
	v.lock, v.personal = parts.NewIcon(parts.IconLock, parts.Blue, 16), parts.Secondary("").Wrapped(2)
	v.private = parts.Row(8, v.lock, parts.Grow(v.personal, 1))
	v.warnings, v.passed = parts.Column(2), parts.Column(2)
	v.sheet, v.summary = parts.NewSheetPreview(previewRows), parts.Secondary("").Wrapped(3)
	v.pages = parts.Column(8)
	v.paper = parts.Sunken(v.pages)
	v.body = parts.Column(12, v.changed, v.sending, v.choosing, v.private, v.warnings, v.summary, v.sheet, v.passed, v.paper)
	v.scroll = parts.NewScroll(parts.PadXY(v.body, 4, 4))
	v.log = parts.NewRegister(parts.TwoLines,
		parts.RegisterColumn{Title: "What", Width: 140, Grow: 2}, parts.RegisterColumn{Title: "Version", Width: 62},
		parts.RegisterColumn{Title: "When", Width: 92}, parts.RegisterColumn{Title: "To, file", Width: 110, Grow: 2},
		parts.RegisterColumn{Title: "Held", Width: 90, Grow: 1}, parts.RegisterColumn{Title: "People", Width: 56},
		parts.RegisterColumn{Title: "Hash", Width: 80})
	v.log.SetEmpty("Nothing has left this book yet.")
	v.log.OnSelected = func(string) { v.showDetail() }
	v.narrow = parts.NewField("Narrow the log: what, when, to whom, a column, a hash").Named("Narrow the sharing log")
	v.narrow.OnChanged = func(words string) {
		of.model.Narrow(words)
		v.showLog()
	}
	v.detail = parts.Secondary("").Wrapped(3)
	v.hash = parts.NewButton("Copy the hash", of.copyHash).WithIcon(parts.IconCopy).WithKey("Alt+H")
	v.shared = parts.Column(10, v.narrow, parts.Grow(v.log, 1), parts.Row(10, parts.Grow(v.detail, 1), v.hash))
	v.export = parts.NewButton("", of.exportShown).Primary().WithIcon(parts.IconDownload).WithKey("Ctrl+S")
	v.note = parts.NewButton("Copy the covering note", of.copyNote).WithIcon(parts.IconMail)
	v.foot = parts.Caption("")
	v.bar = parts.Row(10, v.export, v.note, parts.Gap(), v.foot)
	return parts.Card(parts.Column(10, parts.Row(10, parts.Grow(v.title, 1), v.chip), v.under, v.meetings, v.lists, v.empty,
		parts.Grow(parts.Layers(v.scroll, v.shared), 1), v.bar))
}

// show copies the model.
func (v *returnsView) show() {
	m := v.of.model
	for i, card := range v.cards {
		card.set(m.Cards[i], Kind(i) == m.Kind())
	}
	p := m.Preview
	log := m.Kind() == SharingLog
	v.title.SetText(p.Title)
	v.chip.Set(p.Mark)
	v.under.SetText(p.Under)
	v.under.Hidden = p.Under == ""
	v.meeting.SetOptions(p.Meetings)
	v.meeting.Choose(p.Meeting)
	v.meetings.Hidden = len(p.Meetings) == 0
	v.list.SetOptions(p.Lists)
	v.list.Choose(p.List)
	v.lists.Hidden = len(p.Lists) == 0
	v.empty.SetText(p.Empty)
	v.empty.Hidden = p.Empty == ""
	v.scroll.Hidden, v.shared.Hidden = log || p.Empty != "", !log
	v.showBody(p)
	v.showLog()
	v.export.SetLabel(p.Verb)
	v.foot.SetText(p.Foot)
	v.bar.Hidden = p.Verb == ""
	parts.Settle(v.body)
	v.pair.Refresh()
}

// showLog copies the sharing log, as far as it is narrowed.
func (v *returnsView) showLog() {
	m := v.of.model
	v.log.SetRows(parts.Rows{
		Len:   len(m.Log),
		ID:    func(i int) string { return m.Log[i].ID },
		Cells: func(i int) []parts.Cell { return m.Log[i].Cells },
	})
	v.showDetail()
}

// showDetail says what the selected paper held.
func (v *returnsView) showDetail() {
	row, chosen := v.of.model.LogRow(v.log.Selected())
	v.detail.SetText("Select a paper to see what it held.")
	if chosen {
		v.detail.SetText(row.Detail)
	}
	v.hash.Hidden = row.Hash == ""
	parts.Settle(v.detail)
}

func (v *returnsView) showBody(p Preview) {
	v.how.SetText(p.How)
	v.sending.Hidden = p.How == ""
	v.since.SetText(p.Since)
	v.changes.Objects = lineRows(p.Changes)
	v.changed.Hidden = p.Since == ""
	v.showColumns(p.Columns)
	v.personal.SetText(p.Personal)
	v.personal.In(parts.Quiet)
	v.lock.Hidden = !p.Private
	if p.Private {
		v.personal.In(parts.Blue)
	}
	v.private.Hidden = p.Personal == ""
	v.warnings.Objects = nil
	for _, w := range p.Warnings {
		v.warnings.Objects = append(v.warnings.Objects, parts.RowTop(8, parts.NewIcon(parts.IconWarning, parts.Amber, 16),
			parts.Grow(parts.Secondary(w).In(parts.Amber).Wrapped(2), 1)))
	}
	v.warnings.Hidden = len(p.Warnings) == 0
	v.passed.Objects = nil
	for _, w := range p.Passed {
		v.passed.Objects = append(v.passed.Objects, parts.RowTop(8, parts.NewIcon(parts.IconCheck, parts.Green, 16),
			parts.Grow(parts.Secondary(w).Wrapped(2), 1)))
	}
	v.passed.Hidden = len(p.Passed) == 0
	v.sheet.SetSheet(p.Head, p.Rows)
	v.sheet.Hidden = len(p.Head) == 0
	v.summary.SetText(p.Summary + ".")
	v.summary.Hidden = p.Summary == ""
	v.pages.Objects = lineRows(p.Pages)
	v.paper.Hidden = len(p.Pages) == 0
}

// showColumns ticks the columns. They are made afresh for other columns alone, so that the caret stays on the one that was
// pressed.
func (v *returnsView) showColumns(columns []Column) {
	v.choosing.Hidden = len(columns) == 0
	keys := ""
	for _, c := range columns {
		keys += c.Key + " "
	}
	if keys != v.offered {
		v.offered, v.checks = keys, nil
		var objects []fyne.CanvasObject
		for _, c := range columns {
			check := parts.NewColumnCheck(c.Title, c.Personal, func(on bool) { v.of.shown(v.of.model.Switch(c.Key, on)) })
			v.checks = append(v.checks, check)
			objects = append(objects, check)
		}
		v.columns.set(objects)
	}
	for i, c := range columns {
		v.checks[i].SetChecked(c.On)
	}
}

func lineRows(lines []Line) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, l := range lines {
		if l.Icon == "" {
			rows = append(rows, l.text())
			continue
		}
		rows = append(rows, parts.RowTop(8, parts.NewIcon(l.Icon, l.Tone, 18), parts.Grow(l.text(), 1)))
	}
	return rows
}
