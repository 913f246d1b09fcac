package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A RegisterColumn is one column of a register.
type RegisterColumn struct {
	Title string
	Width float32 // in our pixels; with Grow, the least
	Grow  float32 // share of what is left
	Right bool    // numbers stand at the right
}

// A Cell is what a register shows in one column of one row. It is plain data, so that a model's rows can hold it.
type Cell struct {
	Text string
	Sub  string   // a second, smaller line
	Bold bool     // the first line
	Tone Tone     // of the first line, and of the icon
	Icon IconName // before the first line
	Chip Mark     // instead of the first line
	// SubIcon and SubTone are the second line's: "To send", amber, with an arrow.
	SubIcon IconName
	SubTone Tone
}

// Rows is what a register shows. Its functions are called for the rows in view only, and for finding one.
type Rows struct {
	Len   int
	ID    func(i int) string       // the record's, so that the selection outlives sorting and filtering
	Cells func(i int) []Cell       // as many as there are columns; fewer are empty
	Words func(i int) string       // what type-to-find looks at; nil for the first cell's text
	Fill  func(i int) (Tone, bool) // a row on the fill of a tone (a vacancy); nil for none
}

// A Register is a table of records: a fixed head, and rows that are selected whole. Up, Down, PgUp, PgDn, Home and End
// go through them, letters find a row, Enter or a second tap opens it. Only the rows in view are drawn.
type Register struct {
	widget.BaseWidget
	// OnSelected is called when another record is selected by the secretary; not by Select.
	OnSelected func(id string)
	// OnOpen is called for Enter or a second tap on the selected record. May be nil.
	OnOpen func(id string)
	// OnHead is called when the head of a column is tapped, to sort by it. May be nil.
	OnHead func(column int)

	columns  []RegisterColumn
	high     float32
	rows     Rows
	selected string
	at       int // index of the selected record; -1 for none
	empty    *Text
	head     *registerHead
	body     *registerBody
	scroll   *container.Scroll
	pool     []*registerRow
	ring     *Plate
	focused  bool
	found    string
}

// Heights of the rows of a register, in our pixels.
const (
	OneLine  = 33
	TwoLines = 55
)

// NewRegister returns a register without rows. high is OneLine or TwoLines.
func NewRegister(high float32, columns ...RegisterColumn) *Register {
	r := &Register{columns: columns, high: high, at: -1, ring: newRing()}
	r.empty = Secondary("").Wrapped(0).Aligned(fyne.TextAlignCenter)
	r.empty.Hide()
	r.head = newRegisterHead(r)
	r.body = newRegisterBody(r)
	r.scroll = container.NewVScroll(r.body)
	r.scroll.OnScrolled = func(fyne.Position) { r.body.place() }
	r.ExtendBaseWidget(r)
	return r
}

// SetEmpty sets what stands in place of the rows when there are none: "No motion matches."
func (r *Register) SetEmpty(words string) { r.empty.SetText(words) }

// SetRows shows other rows. The selected record stays selected if it is still there; otherwise nothing is.
func (r *Register) SetRows(rows Rows) {
	r.rows = rows
	r.at = r.index(r.selected)
	if r.at < 0 {
		r.selected = ""
	}
	if rows.Len == 0 {
		r.empty.Show()
	} else {
		r.empty.Hide()
	}
	r.scroll.Refresh()
	r.body.Refresh()
}

// SetHead changes the title of a column: "Standing on 14 May".
func (r *Register) SetHead(column int, title string) {
	if column >= 0 && column < len(r.columns) {
		r.columns[column].Title = title
		r.head.titles[column].SetText(title)
	}
}

// SetSorted shows by which column the rows are sorted, and which way; -1 for none.
func (r *Register) SetSorted(column int, down bool) {
	for i, arrow := range r.head.arrows {
		arrow.Hide()
		if i == column {
			arrow.Set(map[bool]IconName{true: IconChevronDown, false: IconChevronUp}[down], Plain)
			arrow.Show()
		}
	}
	r.head.Refresh()
}

// Selected returns the ID of the selected record; "" for none.
func (r *Register) Selected() string { return r.selected }

// Select selects a record without telling OnSelected, and scrolls to it; "" selects none.
func (r *Register) Select(id string) {
	r.at = r.index(id)
	r.selected = ""
	if r.at >= 0 {
		r.selected = id
		r.reveal()
	}
	r.body.place()
}

func (r *Register) index(id string) int {
	if id == "" {
		return -1
	}
	if r.at >= 0 && r.at < r.rows.Len && r.rows.ID(r.at) == id {
		return r.at
	}
	for i := range r.rows.Len {
		if r.rows.ID(i) == id {
			return i
		}
	}
	return -1
}

// goTo selects a row by its index, as the secretary does.
func (r *Register) goTo(i int) {
	if r.rows.Len == 0 {
		return
	}
	i = min(max(i, 0), r.rows.Len-1)
	id := r.rows.ID(i)
	if id == r.selected {
		return
	}
	r.at, r.selected = i, id
	r.reveal()
	r.body.place()
	if r.OnSelected != nil {
		r.OnSelected(id)
	}
}

func (r *Register) reveal() {
	top := float32(r.at) * Dp(r.high)
	view := r.scroll.Size().Height
	offset := r.scroll.Offset.Y
	switch {
	case view <= 0:
		return
	case top < offset:
		offset = top
	case top+Dp(r.high) > offset+view:
		offset = top + Dp(r.high) - view
	default:
		return
	}
	r.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

func (r *Register) page() int { return max(int(r.scroll.Size().Height/Dp(r.high))-1, 1) }

// TypedKey goes through the rows.
func (r *Register) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		r.goTo(r.at - 1)
	case fyne.KeyDown:
		r.goTo(r.at + 1)
	case fyne.KeyPageUp:
		r.goTo(r.at - r.page())
	case fyne.KeyPageDown:
		r.goTo(r.at + r.page())
	case fyne.KeyHome:
		r.goTo(0)
	case fyne.KeyEnd:
		r.goTo(r.rows.Len - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		r.open()
	case fyne.KeyBackspace:
	default:
		if isLetterKey(ev.Name) {
			return
		}
		PassKey(r, ev)
	}
	r.found = ""
}

func (r *Register) open() {
	if r.at >= 0 && r.OnOpen != nil {
		r.OnOpen(r.selected)
	}
}

// TypedRune finds the next row that starts with the letters typed.
func (r *Register) TypedRune(letter rune) {
	wanted := strings.ToLower(r.found + string(letter))
	start := max(r.at, 0)
	if r.found == "" {
		start++
	}
	for n := range r.rows.Len {
		i := (start + n) % r.rows.Len
		if startsAWord(r.words(i), wanted) {
			r.goTo(i)
			r.found = wanted
			return
		}
	}
	r.found = ""
}

func (r *Register) words(i int) string {
	if r.rows.Words != nil {
		return r.rows.Words(i)
	}
	if cells := r.rows.Cells(i); len(cells) > 0 {
		return cells[0].Text
	}
	return ""
}

// startsAWord says whether a word of s starts with the wanted letters, which are in lower case.
func startsAWord(s, wanted string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, wanted) || strings.Contains(s, " "+wanted)
}

// FocusGained draws the ring, and selects the first row when none is.
func (r *Register) FocusGained() {
	r.focused = true
	if r.at < 0 {
		r.goTo(0)
	}
	r.Refresh()
}

// FocusLost takes the ring away.
func (r *Register) FocusLost() {
	r.focused, r.found = false, ""
	r.Refresh()
}

// AccessibilityLabel returns the selected row.
func (r *Register) AccessibilityLabel() string {
	if r.at < 0 || r.at >= r.rows.Len {
		return r.empty.Text()
	}
	var words []string
	for _, c := range r.rows.Cells(r.at) {
		for _, s := range []string{c.Text, c.Chip.Text, c.Sub} {
			if s != "" {
				words = append(words, s)
			}
		}
	}
	return strings.Join(words, ", ")
}

// AccessibilityRole says that it is text: Fyne 2.8.1 has no role for a table.
func (r *Register) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws head, rows and ring.
func (r *Register) CreateRenderer() fyne.WidgetRenderer {
	return &face{
		objects: []fyne.CanvasObject{r.head, r.scroll, r.empty, r.ring},
		layout: func(size fyne.Size) {
			head := r.head.MinSize().Height
			r.head.Resize(fyne.NewSize(size.Width, head))
			r.scroll.Move(fyne.NewPos(0, head))
			r.scroll.Resize(fyne.NewSize(size.Width, r.wholeRows(size.Height-head)))
			r.empty.Move(fyne.NewPos(Dp(16), head+Dp(24)))
			r.empty.Resize(fyne.NewSize(max(size.Width-Dp(32), 0), r.empty.HeightFor(size.Width-Dp(32))))
			ringAbout(r.ring, size)
			r.body.place()
		},
		min: func() fyne.Size {
			width := Dp(24)
			for _, c := range r.columns {
				width += Dp(c.Width)
			}
			return fyne.NewSize(width, r.head.MinSize().Height+2*Dp(r.high))
		},
		refresh: func() {
			r.ring.Hidden = !r.focused
			r.ring.Refresh()
			r.head.Refresh()
			r.empty.Refresh()
			r.scroll.Refresh()
			r.body.Refresh()
		},
	}
}

// wholeRows returns the height within what there is that cuts no row in two.
func (r *Register) wholeRows(room float32) float32 {
	high := Dp(r.high)
	if room < high {
		return max(room, 0)
	}
	return float32(int(room/high)) * high
}

// widths returns the width of each column in a register so wide: one function for the head and the rows.
func (r *Register) widths(total float32) []float32 {
	out := make([]float32, len(r.columns))
	spare := total - Dp(12) - Dp(16) // at the left, and clear of the bar
	var weights float32
	for i, c := range r.columns {
		out[i] = Dp(c.Width)
		spare -= out[i]
		weights += c.Grow
	}
	if spare > 0 && weights > 0 {
		for i, c := range r.columns {
			out[i] += spare * c.Grow / weights
		}
	}
	return out
}
