package parts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A Field is one line to type in. Enter goes on to the next field, or calls OnSubmitted where that is set; what is
// pasted loses its line breaks and tabs; the keys that an entry has no use for (F2, Esc, Up, PgUp) are handed on.
type Field struct {
	widget.Entry

	// OnKey is offered every key first, and says whether it used it. May be nil.
	OnKey func(*fyne.KeyEvent) bool
	// OnEscape is called for Escape; nil hands Escape on.
	OnEscape func()
	// OnFocus is called when the caret comes (true) and goes (false). May be nil.
	OnFocus func(bool)

	self     focusable  // the widget that the window knows: the one that embeds this
	moved    func(bool) // what an embedding widget does when the caret comes and goes
	name     string
	ring     *canvas.Rectangle
	here     bool
	keepsTab bool
	least    float32 // width, in our pixels
}

var _ fyne.Accessible = (*Field)(nil)

// NewField returns an empty field that shows placeholder until something is typed.
func NewField(placeholder string) *Field {
	f := &Field{}
	f.start(f, placeholder)
	return f
}

func (f *Field) start(self focusableWidget, placeholder string) {
	f.self = self
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	f.PlaceHolder, f.name = placeholder, placeholder
	f.least = 60
	f.ring = canvas.NewRectangle(nil)
	f.ring.Hide()
	f.ExtendBaseWidget(self)
}

// focusableWidget is a widget that can have the caret.
type focusableWidget interface {
	fyne.Widget
	fyne.Focusable
}

// Named sets what a screen reader says, where the placeholder does not, and returns the field.
func (f *Field) Named(name string) *Field {
	f.name = name
	return f
}

// Put shows text without telling OnChanged, with the caret at its end. Text that is there already is left alone, so
// that the caret and what Ctrl+Z can take back survive a refresh of the screen.
func (f *Field) Put(text string) {
	if text == f.Text {
		return
	}
	told := f.OnChanged
	f.OnChanged = nil
	f.SetText(text)
	f.OnChanged = told
	if !f.MultiLine {
		f.CursorColumn = len([]rune(text))
		f.Refresh()
	}
}

// Typed says how many letters there are and where the caret stands, so that a window can see whether hands have moved.
func (f *Field) Typed() (letters, row, column int) {
	return len(f.Text), f.CursorRow, f.CursorColumn
}

// MinSize is a few letters wide, whatever is typed.
func (f *Field) MinSize() fyne.Size {
	return f.Entry.MinSize().Max(fyne.NewSize(Dp(f.least), 0))
}

// CreateRenderer draws the entry with a ring about it while it has the caret.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	entry := f.Entry.CreateRenderer()
	return &ringed{WidgetRenderer: entry, field: f}
}

// ringed is an entry's renderer with a focus ring: Fyne 2.8.1 only recolours the edge (NOTES, trap 5).
type ringed struct {
	fyne.WidgetRenderer
	field *Field
}

func (r *ringed) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.field.ring)
}

func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	ringAbout(r.field.ring, size)
}

func (r *ringed) Refresh() {
	ring := r.field.ring
	ring.FillColor, ring.StrokeColor = paint(none), paint(ColorFocus)
	ring.StrokeWidth, ring.CornerRadius = Dp(2.5), Dp(9)
	if r.field.here {
		ring.Show()
	} else {
		ring.Hide()
	}
	ring.Refresh()
	r.WidgetRenderer.Refresh()
}

// FocusGained draws the ring and scrolls the field into view.
func (f *Field) FocusGained() {
	f.here = true
	f.Entry.FocusGained()
	Reveal(f.self)
	f.tell(true)
}

// FocusLost takes the ring away.
func (f *Field) FocusLost() {
	f.here = false
	f.Entry.FocusLost()
	f.tell(false)
}

func (f *Field) tell(here bool) {
	if f.moved != nil {
		f.moved(here)
	}
	if f.OnFocus != nil {
		f.OnFocus(here)
	}
}

// HasFocus says whether the caret is here.
func (f *Field) HasFocus() bool { return f.here }

// AcceptsTab lets Tab leave, in an editor too. The search palette keeps it, to go through the kinds.
func (f *Field) AcceptsTab() bool { return f.keepsTab }

// TypedKey edits, goes on at Enter, and hands on what a field does not use.
func (f *Field) TypedKey(ev *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.enter(ev)
	case fyne.KeyEscape:
		if f.OnEscape != nil {
			f.OnEscape()
			return
		}
		PassKey(f.self, ev)
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
		f.Entry.TypedKey(ev)
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if f.MultiLine {
			f.Entry.TypedKey(ev)
			return
		}
		PassKey(f.self, ev)
	default:
		if isLetterKey(ev.Name) {
			return // its letter comes as a rune
		}
		PassKey(f.self, ev)
	}
}

// isLetterKey says whether a key writes something, so that no dispatcher should hear it while someone types.
func isLetterKey(name fyne.KeyName) bool {
	return len([]rune(string(name))) == 1 || name == fyne.KeySpace
}

func (f *Field) enter(ev *fyne.KeyEvent) {
	switch {
	case f.MultiLine:
		f.Entry.TypedKey(ev)
	case f.OnSubmitted != nil:
		f.OnSubmitted(f.Text)
	default:
		focusNext(f.self)
	}
}

// TypedShortcut is the entry's, but for what is pasted: a field keeps no line breaks or tabs, an editor no tabs and
// only plain line breaks.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && paste.Clipboard != nil {
		clean := *paste
		clean.Clipboard = pasted{paste.Clipboard, f.MultiLine}
		s = &clean
	}
	f.Entry.TypedShortcut(s)
}

// pasted is a clipboard whose text fits a field.
type pasted struct {
	fyne.Clipboard
	lines bool // line breaks may stay
}

// Content returns the text with what does not fit taken out.
func (p pasted) Content() string {
	text := strings.ReplaceAll(p.Clipboard.Content(), "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	text = strings.ReplaceAll(text, "\t", " ")
	if p.lines {
		return text
	}
	return strings.TrimSpace(strings.ReplaceAll(text, "\n", " "))
}

// AccessibilityLabel returns the name of the field. What is typed is not said: it may be a passphrase.
func (f *Field) AccessibilityLabel() string { return f.name }

// AccessibilityRole says that it is text.
func (f *Field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
