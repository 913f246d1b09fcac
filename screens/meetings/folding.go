package meetings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"branchbook/screens/parts"
)

// newFolding holds a page that is arranged otherwise where the window is narrow, and scrolled where it is low.
func newFolding(page fyne.CanvasObject, folded func(narrow bool)) *fyne.Container {
	scroll := container.NewVScroll(page)
	return &fyne.Container{Layout: &foldLayout{folded: folded}, Objects: []fyne.CanvasObject{scroll}}
}

// foldLayout gives the page all the room, and tells beforehand whether that is narrow.
type foldLayout struct{ folded func(narrow bool) }

// Layout places the page.
func (l *foldLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.folded(parts.Narrow(size.Width))
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

// MinSize is small: the page folds and scrolls before it lacks room.
func (l *foldLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(parts.Dp(520), parts.Dp(300))
}
