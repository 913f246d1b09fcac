package parts

import "fyne.io/fyne/v2"

// face is a WidgetRenderer made of functions, so that a part is read in one place.
type face struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func()
}

var _ fyne.WidgetRenderer = (*face)(nil)

func (f *face) Destroy()                     {}
func (f *face) Objects() []fyne.CanvasObject { return f.objects }
func (f *face) MinSize() fyne.Size           { return f.min() }
func (f *face) Layout(size fyne.Size)        { f.layout(size) }

func (f *face) Refresh() {
	if f.refresh != nil {
		f.refresh()
	}
}

// holding is a face around one object of ours, drawn over plates.
func holding(content fyne.CanvasObject, behind ...fyne.CanvasObject) *face {
	objects := append(append([]fyne.CanvasObject{}, behind...), content)
	return &face{
		objects: objects,
		layout: func(size fyne.Size) {
			for _, o := range objects {
				o.Resize(size)
			}
		},
		min: content.MinSize,
		refresh: func() {
			for _, o := range objects {
				o.Refresh()
			}
		},
	}
}
