package members

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// resultView says what bringing in a list did.
type resultView struct {
	view        *fyne.Container
	title, file *parts.Text
	sums        *fyne.Container
	now, vote   *parts.Text
}

func newResultView(of *Place) *resultView {
	v := &resultView{
		title: parts.Heading("").Wrapped(2), file: parts.Secondary("").Wrapped(3), sums: parts.Column(10),
		now: parts.Bold("").Wrapped(2), vote: parts.Secondary("").Wrapped(2),
	}
	done := parts.NewButton("Back to everyone", func() {
		of.model.CloseResult()
		of.reg.refresh()
	}).WithKey("Esc")
	safe := parts.Sunken(parts.Row(12, parts.NewIcon(parts.IconShield, parts.Plain, 20), parts.Grow(parts.Column(0,
		parts.Bold("A safe copy was made first"), parts.Secondary("One Undo (Ctrl+U) takes it all back.").Wrapped(2)), 1)))
	v.view = parts.Sheet(parts.Column(0, parts.NewScroller(parts.Column(0,
		parts.Pad(parts.Column(4, parts.RowTop(10, parts.Grow(v.title, 1), parts.NewChip(parts.Green, parts.IconCheck, "Done")), v.file), 15),
		parts.Rule(), parts.Pad(v.sums, 15), parts.Rule(),
		parts.Pad(parts.Column(6, parts.Label("Members now"), v.now, v.vote), 15),
		parts.Pads(parts.Column(12, safe, parts.Left(done)), 0, 15, 15, 15)))))
	return v
}

func (v *resultView) show(r *Result) {
	v.title.SetText(r.Title)
	v.file.SetText(r.File)
	var rows []fyne.CanvasObject
	for _, s := range r.Sums {
		rows = append(rows, parts.Row(12, parts.IconTile(s.Icon, s.Tone), parts.Fixed(parts.NewText(parts.RoleFigure, s.Number), 52),
			parts.Grow(parts.Body(s.Words).Wrapped(2), 1)))
	}
	v.sums.Objects = rows
	v.now.SetText(r.Now)
	v.vote.SetText(r.Vote)
	parts.Settle(v.view)
	v.view.Refresh()
}
