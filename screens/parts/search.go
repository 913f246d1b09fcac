package parts

import "fyne.io/fyne/v2"

// A Found is one line of the search palette.
type Found struct {
	ID   string // what Chosen returns
	Icon IconName
	Tone Tone
	Runs []Run  // the line, with what was searched for in Highlight
	Note string // at the right: a date, a place
}

// shownFound is how many lines the palette shows; more letters find the rest.
const shownFound = 9

// A Palette is the search over everything: a field, the kinds, and the best lines. Up and Down go through them, Enter
// takes one, Tab narrows to the next kind. Put it in a Modal near the top, 760 wide.
type Palette struct {
	part
	field  *Field
	kinds  *Segments
	rows   []*foundRow
	found  []Found
	lit    int
	says   *Text
	chosen func(id string)
	search func(words string, kind int) (found []Found, says string)
}

// NewPalette returns a palette. search is called at every letter and returns the best lines, and a line that says how
// many there are; chosen is called with the ID of the line that is taken.
func NewPalette(kinds []string, search func(words string, kind int) ([]Found, string), chosen func(id string)) *Palette {
	p := &Palette{field: NewField("Search everything in the book"), says: Caption(""), search: search, chosen: chosen}
	p.kinds = NewSegments(kinds, func(int) { p.look() })
	p.field.OnChanged = func(string) { p.look() }
	p.field.OnSubmitted = func(string) { p.take(p.lit) }
	p.field.OnKey = p.typedKey
	p.field.keepsTab = true
	var rows []fyne.CanvasObject
	for i := range shownFound {
		row := newFoundRow(func() { p.take(i) })
		row.Hide()
		p.rows = append(p.rows, row)
		rows = append(rows, row)
	}
	p.content = Column(10, p.field, Left(p.kinds), Column(0, rows...), p.says)
	p.ExtendBaseWidget(p)
	return p
}

// Field is where the caret goes.
func (p *Palette) Field() *Field { return p.field }

// NextKind narrows to the next kind, and after the last to everything.
func (p *Palette) NextKind() {
	p.kinds.Choose((p.kinds.Chosen() + 1) % max(len(p.kinds.names), 1))
	p.look()
}

func (p *Palette) look() {
	found, says := p.search(p.field.Text, p.kinds.Chosen())
	p.found, p.lit = found[:min(len(found), shownFound)], 0
	p.says.SetText(says)
	p.draw()
	Settle(p)
	p.Refresh()
}

func (p *Palette) draw() {
	for i, row := range p.rows {
		if i >= len(p.found) {
			row.Hide()
			continue
		}
		row.show(p.found[i], i == p.lit)
		row.Show()
	}
}

func (p *Palette) typedKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		p.lit = max(min(p.lit+1, len(p.found)-1), 0)
	case fyne.KeyUp:
		p.lit = max(p.lit-1, 0)
	case fyne.KeyTab:
		p.NextKind()
		return true
	default:
		return false
	}
	p.draw()
	return true
}

func (p *Palette) take(i int) {
	if i >= 0 && i < len(p.found) && p.chosen != nil {
		p.chosen(p.found[i].ID)
	}
}

// foundRow is one line.
type foundRow struct {
	part
	plate *Plate
	icon  *Icon
	line  *Rich
	note  *Text
	key   *Keycap
	tap   func()
}

func newFoundRow(tap func()) *foundRow {
	r := &foundRow{
		plate: newPlate(none, none, 0, 6), icon: NewIcon("", Plain, 18), line: NewRich(RoleBody),
		note: Caption(""), key: NewKeycap("Enter"), tap: tap,
	}
	r.content = Layers(r.plate, AtLeast(PadXY(Row(10, r.icon, Grow(r.line, 1), r.note, r.key), 10, 5), 0, 38))
	r.ExtendBaseWidget(r)
	return r
}

func (r *foundRow) show(f Found, lit bool) {
	r.icon.Set(f.Icon, f.Tone)
	r.line.SetRuns(f.Runs...)
	r.note.SetText(f.Note)
	fill, stroke := none, none
	if lit {
		fill = ColorSelection
		if isContrast() {
			stroke = ColorFocus
		}
		r.key.Show()
	} else {
		r.key.Hide()
	}
	r.plate.set(fill, stroke)
	r.Refresh()
}

// Tapped takes the line.
func (r *foundRow) Tapped(*fyne.PointEvent) { r.tap() }
