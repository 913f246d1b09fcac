package members

import (
	"fmt"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// importView is bringing in a list: first where it comes from, then what it would do.
type importView struct {
	of   *Place
	view *fyne.Container
	body *fyne.Container // one of start and preview

	start *fyne.Container
	file  *parts.Button
	names *parts.Editor

	preview  *fyne.Container
	title    *parts.Text
	under    *parts.Text
	asAt     *parts.DateField
	sheet    *parts.Choice
	headings *headingView
	columns  *columnsView
	banner   *parts.Banner
	question *questionView
	cards    [4]fyne.CanvasObject // New, Changed, Missing, Refused: made anew for each preview
	row      *fyne.Container      // of all cards, when wide
	shown    *fyne.Container      // one of the cards, when narrow
	tabs     *parts.Segments
	missing  *parts.Check
	do       *parts.Button
	after    *parts.Text
	narrow   bool
	last     *Preview // that is shown
	seen     seen
}

// seen is what the view has copied, so that it copies only what is new: laying out so full a page takes time.
type seen struct {
	turn    int
	preview *Preview
	asAt    data.Date
	ready   bool
}

func newImportView(of *Place) *importView {
	v := &importView{of: of, title: parts.Title("Bring in a member list"), under: parts.Secondary("")}
	v.startPanel()
	v.fields()
	v.body = parts.Layers(v.start)
	v.preview = parts.NewArranged(roomFor, v.arrange)
	v.view = parts.Layers(v.body)
	return v
}

// startPanel is where the list comes from.
func (v *importView) startPanel() {
	v.file = parts.NewButton("Choose a file…", v.of.chooseList).Primary().WithIcon(parts.IconFolder).WithKey("Ctrl+O").Tall()
	v.names = parts.NewEditor("Zoë O'Hare\nSiân Llewellyn", 5)
	v.names.Named("Names, one to a line")
	use := parts.NewButton("Use these names", func() { v.of.pasteNames(v.names.Text) })
	v.start = parts.Page(parts.Column(14,
		parts.PageHead(parts.Title("Bring in a member list"), parts.Secondary("You see what would change before anything does. One Undo takes it all back."),
			parts.NewButton("Back to the register", v.of.cancelImport).WithKey("Esc")),
		parts.AtMost(parts.HeadedCard("A file", nil, parts.Column(10,
			parts.Body("A spreadsheet (.xlsx) or a text with separators (.csv), as the membership system exports it. Every usual encoding is understood, and the columns are guessed from their headings.").Wrapped(0),
			parts.Left(v.file))), 760),
		parts.Grow(parts.AtMost(parts.HeadedCard("Or names that you copied", nil, parts.Column(10,
			parts.Body("One to a line. Columns from a spreadsheet may be pasted too.").Wrapped(0), parts.Grow(v.names, 1), parts.Left(use))), 760), 1)))
}

func (v *importView) fields() {
	imports := v.of.imports
	v.asAt = parts.NewDateField(v.of.model.today())
	v.asAt.Named("Date of the list")
	v.asAt.OnDate = func(on data.Date, err error) {
		if err == nil {
			imports.SetAsAt(on)
		}
	}
	v.sheet = parts.NewChoice(nil, "Sheet", func(i int) { imports.SetSheet(imports.List().Sheets[i]) })
	v.headings = newHeadingView(imports)
	v.columns = newColumnsView(imports)
	v.banner = parts.NewBanner()
	v.question = newQuestionView(imports)
	v.missing = parts.NewCheck("Mark as left the list", func(mark bool) { imports.KeepMissing(!mark) })
	v.missing.SetChecked(true)
	v.tabs = parts.NewTabs([]string{"New", "Changed", "Missing", "Refused"}, func(i int) { parts.Swap(v.shown, v.cards[i]) })
	v.row, v.shown = parts.RowFill(12), parts.Layers()
	v.do = parts.NewButton("Bring in the list", imports.BringIn).Primary().WithKey("Enter").Tall()
	v.after = parts.Secondary("").Wrapped(2)
}

func (v *importView) arrange(r room) fyne.CanvasObject {
	v.narrow = r == narrow
	v.placeCards()
	v.columns.arrange(r == narrow)
	other := parts.NewButton("Choose another file", v.of.chooseList).WithIcon(parts.IconTable).Tall()
	asAt := parts.Row(8, parts.Secondary("List as at"), parts.Fixed(v.asAt, 158))
	foot := parts.Sheet(parts.PadXY(parts.Row(12, v.do, parts.NewButton("Cancel", v.of.cancelImport).WithKey("Esc").Tall(),
		parts.NewIcon(parts.IconUndo, parts.Plain, 18),
		parts.Grow(parts.Column(0, parts.Body("One Undo takes it all back. A safe copy is made first."), v.after), 1)), 15, 7))
	top := []fyne.CanvasObject{
		parts.PageHead(v.title, v.under, parts.Fixed(v.sheet, 130), asAt, other), v.headings.view, v.columns.view, v.banner, v.question.view,
	}
	if r == narrow {
		top = append(top, parts.Left(v.tabs), parts.AtLeast(v.shown, 0, 260))
		return parts.Page(parts.Column(10, parts.NewScroller(parts.Column(10, top...)), foot))
	}
	top = append(top, parts.Grow(parts.AtLeast(v.row, 0, 250), 1))
	return parts.Page(parts.Column(12, parts.NewScroller(parts.Column(12, top...)), foot))
}

func (v *importView) firstFocus() fyne.Focusable {
	switch {
	case !v.of.imports.HasList():
		return v.file
	case v.of.imports.Ready():
		return v.do
	case len(v.of.imports.List().HeadingRows) > 0:
		return v.headings.row
	case len(v.columns.cells) > 0:
		return v.columns.cells[0].field
	}
	return v.asAt
}

// refresh copies what the import has to show.
func (v *importView) refresh() {
	i := v.of.imports
	if !i.HasList() {
		v.seen = seen{}
		parts.Swap(v.body, v.start)
		return
	}
	now := seen{i.turn, i.Preview, i.AsAt(), i.Ready()}
	if now == v.seen {
		return
	}
	v.seen = now
	f := i.List()
	v.under.SetText(underTitle(f))
	if !v.asAt.HasFocus() {
		v.asAt.PutDate(i.AsAt())
	}
	if v.sheet.Hidden = len(f.Sheets) < 2; !v.sheet.Hidden {
		v.sheet.SetOptions(f.Sheets)
		v.sheet.ChooseValue(f.Sheet)
	}
	v.headings.show(f.HeadingRows)
	v.columns.show(f)
	v.columns.view.Hidden = len(f.Columns) == 0
	v.missing.SetChecked(!i.KeepsMissing())
	v.do.SetEnabled(i.Ready())
	parts.Swap(v.body, v.preview)
	v.showPreview(i)
	parts.Settle(v.preview)
	v.view.Refresh()
}

func (v *importView) showPreview(i *Import) {
	p := i.Preview
	if p == nil {
		p = &Preview{Do: "Bring in the list"}
	}
	v.say(i, p)
	if p == v.last {
		return
	}
	v.last = p
	v.question.show(p.Questions)
	v.missing.Hidden = p.Missing == 0
	copyRows := parts.NewButton(fmt.Sprintf("Copy the %d rows", p.Refused), v.copyRefused).WithIcon(parts.IconCopy).Small()
	if p.Refused == 1 {
		copyRows.SetLabel("Copy the row")
	}
	copyRows.Hidden = p.Refused == 0
	v.cards = [4]fyne.CanvasObject{
		cardLook{parts.IconPlus, parts.Green, "New", "will be added"}.card(p.New, p.NewLines, p.NewFoot),
		cardLook{parts.IconPencil, parts.Blue, "Changed", "old value, then new"}.card(p.Changed, p.ChangedLines, p.ChangedFoot),
		cardLook{parts.IconMinus, parts.Grey, "Missing", "from this file"}.card(p.Missing, p.MissingLines, p.MissingFoot, v.missing),
		cardLook{parts.IconCross, parts.Red, "Refused", "and left out"}.card(p.Refused, p.RefusedLines, p.RefusedFoot, copyRows),
	}
	v.placeCards()
	v.tabs.SetNames([]string{
		fmt.Sprintf("New %d", p.New), fmt.Sprintf("Changed %d", p.Changed), fmt.Sprintf("Missing %d", p.Missing), fmt.Sprintf("Refused %d", p.Refused),
	})
	v.do.SetLabel(p.Do)
	v.after.SetText(p.After)
}

// placeCards sets the cards side by side, or one of them where there is no room. Each is in one place only.
func (v *importView) placeCards() {
	if v.cards[0] == nil {
		return
	}
	v.row.Objects, v.shown.Objects = nil, nil
	if v.narrow {
		parts.Swap(v.shown, v.cards[v.tabs.Chosen()])
		return
	}
	row := make([]fyne.CanvasObject, len(v.cards))
	for i, weight := range []float32{4, 6, 4, 4} {
		row[i] = parts.Grow(v.cards[i], weight)
	}
	parts.Refill(v.row, row)
}

// say shows what keeps the list from being brought in, or what to look at before.
func (v *importView) say(i *Import, p *Preview) {
	switch {
	case i.Problem() != nil:
		v.banner.Say(parts.Amber, parts.IconWarning, "Not ready yet", data.Say(i.Problem()))
	case p.Warning != "":
		v.banner.Say(parts.Amber, parts.IconWarning, "Worth a look", p.Warning)
	case v.banner.Visible():
		v.banner.Clear()
	}
}

// underTitle says which file it is, how it was read, and what of it is left out.
func underTitle(f ListFacts) string {
	name, left := f.Name, ""
	if name == "" {
		name = "Pasted names"
	}
	for _, c := range f.Columns {
		if c.Field == f.LeftOut {
			left = joined(", ", left, c.Heading)
		}
	}
	if left != "" {
		left = "left out: " + left
	}
	return joined(" · ", name, f.how(), left)
}

func (v *importView) copyRefused() {
	if p := v.of.imports.Preview; p != nil {
		fyne.CurrentApp().Clipboard().SetContent(p.RefusedText)
		v.of.deps.Shell.Notify("Copied " + data.NumberOf(p.Refused, "refused row.", "refused rows."))
	}
}
