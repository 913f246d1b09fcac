package door

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"branchbook/screens/parts"
)

// codeScreen shows the recovery code of a new book, once, and asks for its last group.
type codeScreen struct {
	model   *Model
	grid    *fyne.Container
	written *parts.Check
	last    *parts.Field
	row     *parts.FormRow
	card    fyne.CanvasObject
}

func newCodeScreen(m *Model) *codeScreen {
	s := &codeScreen{model: m, grid: parts.Column(6), last: parts.NewField(""), written: parts.NewCheck("I have written it down", nil)}
	s.row = parts.NewFormRow("Type the last group of the code", s.last)
	done := func() { m.Written(s.written.Checked(), s.last.Text) }
	s.last.OnSubmitted = func(string) { done() }
	s.card = parts.Card(parts.Pad(parts.Column(14,
		parts.Row(12, parts.IconTile(parts.IconKey, parts.Amber), parts.Grow(parts.Column(0,
			parts.Heading("The recovery code of this book"),
			parts.Secondary("It is shown now and never again. It opens the book when the passphrase is forgotten.").Wrapped(0)), 1)),
		parts.Sunken(parts.Centre(s.grid)),
		parts.Body("Write it on paper, group by group, and keep it with the branch papers: not on this computer, and not with the passphrase. Without either, nobody can open the book.").Wrapped(0),
		parts.Left(s.written), s.row,
		parts.Left(parts.NewButton("Open the book", done).Primary().Tall().WithKey("Enter"))), 10))
	return s
}

func (s *codeScreen) arrange(width float32) fyne.CanvasObject { return upright(width, brand(), s.card) }

func (s *codeScreen) show() {
	s.row.SetError(s.model.Wrong)
}

func (s *codeScreen) reset() {
	s.grid.Objects = nil
	for _, groups := range s.model.Code.Rows() {
		row := make([]fyne.CanvasObject, len(groups))
		for i, g := range groups {
			row[i] = newCodeGroup(g)
		}
		s.grid.Objects = append(s.grid.Objects, parts.Left(parts.Row(22, row...)))
	}
	s.written.SetChecked(false)
	s.last.Put("")
	parts.Settle(s.grid)
}

func (s *codeScreen) first() fyne.Focusable           { return s.written }
func (s *codeScreen) secrets() []*parts.PasswordField { return nil }

func (s *codeScreen) refused() {}

// A codeGroup is a group of a recovery code, in large letters of one width.
type codeGroup struct {
	widget.BaseWidget
	text *canvas.Text
}

var _ fyne.Accessible = (*codeGroup)(nil)

func newCodeGroup(letters string) *codeGroup {
	g := &codeGroup{text: canvas.NewText(letters, nil)}
	g.text.TextStyle = fyne.TextStyle{Monospace: true, Bold: true}
	g.ExtendBaseWidget(g)
	g.dress()
	return g
}

// dress takes size and colour from the theme that is on.
func (g *codeGroup) dress() {
	g.text.TextSize = parts.Dp(24)
	g.text.Color = theme.Color(parts.ColorInk)
}

// Refresh draws it for the theme that is on.
func (g *codeGroup) Refresh() {
	g.dress()
	g.BaseWidget.Refresh()
}

// CreateRenderer shows the letters.
func (g *codeGroup) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(g.text) }

// AccessibilityLabel returns the letters.
func (g *codeGroup) AccessibilityLabel() string { return g.text.Text }

// AccessibilityRole says that it is text.
func (g *codeGroup) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
