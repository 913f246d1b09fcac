package parts

import "fyne.io/fyne/v2"

// FactRow sets a name at the left and a value beside it, on one line: "Quorum   10 of 199".
func FactRow(name string, value fyne.CanvasObject) *fyne.Container {
	return RowTop(12, Fixed(Secondary(name), 150), Grow(value, 1))
}

// A FormRow is a label over a field, with a hint at the right of the label and what is wrong under the field. A field
// that echoes what it understood (a date, a time) shows that in place of the hint.
type FormRow struct {
	part
	label *Text
	hint  *Text
	wrong *Text
	field fyne.CanvasObject
}

// NewFormRow returns a row for a field.
func NewFormRow(label string, field fyne.CanvasObject) *FormRow {
	f := &FormRow{label: NewText(RoleStrong, label), hint: Caption(""), wrong: Caption("").In(Red).Wrapped(3), field: field}
	if echoes, ok := field.(interface{ Echo() *Text }); ok {
		f.hint = echoes.Echo()
	}
	if named, ok := field.(interface{ Named(string) *Field }); ok {
		named.Named(label)
	}
	f.wrong.Hide()
	f.content = Column(4, Row(8, Grow(f.label, 1), f.hint), field, f.wrong)
	f.ExtendBaseWidget(f)
	return f
}

// WithHint sets the hint and returns the row.
func (f *FormRow) WithHint(hint string) *FormRow {
	f.hint.SetText(hint)
	return f
}

// SetError says what is wrong with the field; "" for nothing.
func (f *FormRow) SetError(wrong string) {
	f.wrong.Hidden = wrong == ""
	f.wrong.SetText(wrong)
	Settle(f)
	f.Refresh()
}

// Error returns what was said to be wrong; "" for nothing.
func (f *FormRow) Error() string { return f.wrong.Text() }

// Field returns what the row is for.
func (f *FormRow) Field() fyne.CanvasObject { return f.field }
