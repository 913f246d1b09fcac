package today

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// headView greets.
type headView struct {
	view         *fyne.Container
	title, under *parts.Text
}

func newHeadView() *headView {
	v := &headView{title: parts.Title(""), under: parts.Secondary("").Wrapped(2)}
	v.view = parts.PageHead(v.title, v.under)
	return v
}

func (v *headView) show(m *Model) {
	v.title.SetText(m.Greeting)
	v.under.SetText(m.Under)
}

// setFolded puts two or more blocks side by side by weight, or one under the other.
func setFolded(in *fyne.Container, narrow bool, blocks []fyne.CanvasObject, weights []float32) {
	arranged := parts.Column(14, blocks...)
	if !narrow {
		grown := make([]fyne.CanvasObject, len(blocks))
		for i, b := range blocks {
			grown[i] = parts.Grow(b, weights[i])
		}
		arranged = parts.RowFill(14, grown...)
	}
	in.Objects = []fyne.CanvasObject{arranged}
}
