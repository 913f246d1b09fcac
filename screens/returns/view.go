package returns

import (
	"strings"

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
	delivery *fyne.Container // the buttons beside it
	about    *parts.Text
	subject  *parts.Choice
	subjects *fyne.Container
	empty    *parts.Text

	body     *fyne.Container // all that scrolls
	since    *parts.Text
	changes  *fyne.Container
	changed  *fyne.Container
	list     *parts.Choice
	lists    *fyne.Container
	narrow   *parts.Field
	detail   *parts.Text
	hash     *parts.Button
	shared   *fyne.Container
	offered  string // the keys of the columns that have checks
	columns  *chips
	checks   map[string]*parts.Check
	more     *parts.Button
	choosing *fyne.Container
	lock     *parts.Icon
	personal *parts.Text
	private  *fyne.Container
	warnings *fyne.Container
	passed   *fyne.Container
	tick     *parts.Icon
	checked  *parts.Text
	sheet    *parts.SheetPreview
	pages    *fyne.Container
	paper    *fyne.Container
	scroll   *parts.Scroll
	log      *parts.Register

	as     *parts.Segments
	export *parts.Button
	note   *parts.Button
	foot   *parts.Text
	bar    *fyne.Container
}

func newReturnsView(of *Place) *returnsView {
	v := &returnsView{of: of}
	var cards []fyne.CanvasObject
	for i := range v.cards {
		v.cards[i] = newCardView(looks[i].icon, func() { of.choose(Kind(i)) }, func() { of.exportCard(Kind(i)) })
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
	v.delivery = parts.Row(8, parts.NewButton("Recipient", of.startDelivery).Small().WithKey("Alt+R"), parts.NewButton("Template", of.startTemplate).Small().WithKey("Alt+T"))
	v.about = parts.Label("")
	v.subject = parts.NewChoice(nil, "Nothing to choose", func(i int) { of.shown(of.model.ShowSubject(i)) })
	v.as = parts.NewSegments([]string{"Word", "PDF"}, func(i int) {
		of.model.AsPDF(i == 1)
		v.show()
	})
	v.subjects = parts.Row(10, v.about, parts.AtMost(v.subject, 380), parts.Gap(), v.as)
	v.list = parts.NewChoice(nil, "No list", func(i int) { of.shown(of.model.ShowList(i)) })
	v.lists = parts.Row(10, parts.Label("List"), parts.AtMost(v.list, 380), parts.Gap())
	v.empty = parts.Body("").Wrapped(0)
	v.since, v.changes = parts.Label(""), parts.Column(2)
	v.changed = parts.Sunken(parts.Column(4, v.since, v.changes))
	v.columns = newChips()
	v.more = parts.NewButton("", func() { of.shown(of.model.MoreColumns()) }).Small()
	v.choosing = parts.Column(6, parts.Label("Columns in the file"), v.columns)
	v.lock, v.personal = parts.NewIcon(parts.IconLock, parts.Blue, 16), parts.Secondary("").Wrapped(2)
	v.private = parts.Row(8, v.lock, parts.Grow(v.personal, 1))
	v.warnings = parts.Column(2)
	v.tick, v.checked = parts.NewIcon(parts.IconCheck, parts.Green, 16), parts.Secondary("").Wrapped(3)
	v.passed = parts.RowTop(8, v.tick, parts.Grow(v.checked, 1))
	v.sheet = parts.NewSheetPreview(previewRows)
	v.pages = parts.Column(8)
	v.paper = parts.Sunken(v.pages)
	v.body = parts.Column(10, v.changed, v.choosing, v.private, v.warnings, v.passed, v.sheet, v.paper)
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
	return parts.Card(parts.Column(10, parts.Row(10, parts.Grow(v.title, 1), v.chip), parts.RowTop(8, parts.Grow(v.under, 1), v.delivery), v.lists, v.subjects, v.empty,
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
	v.under.SetText(strings.TrimSpace(p.Under + " " + p.How))
	v.under.Hidden = v.under.Text() == ""
	v.delivery.Hidden = p.How == ""
	v.about.SetText(p.SubjectName)
	v.subject.SetOptions(p.Subjects)
	v.subject.Choose(p.Subject)
	v.subjects.Hidden = len(p.Subjects) == 0
	v.list.SetOptions(p.Lists)
	v.list.Choose(p.List)
	v.lists.Hidden = len(p.Lists) == 0
	v.empty.SetText(p.Empty)
	v.empty.Hidden = p.Empty == ""
	v.scroll.Hidden, v.shared.Hidden = log || p.Empty != "", !log
	v.showBody(p)
	v.showLog()
	text, reads := m.Text()
	v.as.Hidden = !reads
	v.as.Choose(map[bool]int{true: 1}[text.PDF])
	v.note.Hidden = p.Note == ""
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
	v.since.SetText(p.Since)
	v.changes.Objects = lineRows(p.Changes)
	v.changed.Hidden = p.Since == ""
	v.showColumns(p.Columns, p.More)
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
	v.checked.SetText(p.checkedWords())
	v.tick.Hidden = len(p.Passed) == 0
	v.passed.Hidden = v.checked.Text() == ""
	v.sheet.SetSheet(p.Head, p.Rows)
	v.sheet.Hidden = len(p.Head) == 0
	v.pages.Objects = lineRows(p.Pages)
	v.paper.Hidden = len(p.Pages) == 0
}

// showColumns ticks the columns that are on show. Those that stay are not made afresh, so that the caret stays on the one
// that was pressed.
func (v *returnsView) showColumns(columns []Column, more string) {
	v.choosing.Hidden = len(columns) == 0
	offered, before := "", v.checks
	for _, c := range columns {
		offered += c.Key + " " + c.Title + "\n"
	}
	if offered != v.offered {
		before = nil
	}
	v.offered, v.checks = offered, map[string]*parts.Check{}
	var objects []fyne.CanvasObject
	for _, c := range columns {
		if !c.Shown {
			continue
		}
		check := before[c.Key]
		if check == nil {
			check = parts.NewColumnCheck(c.Title, c.Personal, func(on bool) { v.of.shown(v.of.model.Switch(c.Key, on)) })
		}
		check.SetChecked(c.On)
		v.checks[c.Key] = check
		objects = append(objects, check)
	}
	v.more.SetLabel(more)
	if more != "" {
		objects = append(objects, v.more)
	}
	v.columns.set(objects)
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
