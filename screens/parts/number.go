package parts

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
)

// A NumberField takes a whole number that is not negative. Other letters are not typed, but handed on, so that the
// keys of a count (b for blank) work in it.
type NumberField struct {
	Field
	// OnLetter is offered what is no digit, and says whether it used it. It may be nil.
	OnLetter func(rune) bool
}

// NewNumberField returns an empty field for a number.
func NewNumberField() *NumberField { return newNumberField() }

func newNumberField() *NumberField {
	n := &NumberField{}
	n.start(n, "")
	n.least = 52
	return n
}

// TypedRune types a digit, and hands anything else on.
func (n *NumberField) TypedRune(r rune) {
	if r >= '0' && r <= '9' && len(n.Text) < 7 {
		n.Field.TypedRune(r)
		return
	}
	if (r < '0' || r > '9') && (n.OnLetter == nil || !n.OnLetter(r)) {
		PassRune(n, r)
	}
}

// Number returns what is typed; false when nothing is, or something that is no number (pasted).
func (n *NumberField) Number() (int, bool) {
	v, err := strconv.Atoi(strings.TrimSpace(n.Text))
	if err != nil || v < 0 {
		return 0, false
	}
	return v, true
}

// PutNumber shows a number without telling OnChanged.
func (n *NumberField) PutNumber(v int) { n.Put(strconv.Itoa(v)) }

var _ fyne.Focusable = (*NumberField)(nil)
