package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A Scroll lets what is too high be scrolled. Its content is as wide as the scroll, less 10 pixels for the bar, and as
// high as it needs to be at that width.
type Scroll struct {
	widget.BaseWidget
	scroll *container.Scroll
	tall   *tallLayout
}

// NewScroll returns a scroll around content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{tall: &tallLayout{bar: 10}}
	inside := &fyne.Container{Layout: s.tall, Objects: []fyne.CanvasObject{content}}
	s.scroll = container.NewVScroll(inside)
	s.ExtendBaseWidget(s)
	nest(inside.Objects, s.settle)
	return s
}

// settle measures the content again.
func (s *Scroll) settle() {
	if s.tall.asking {
		return
	}
	s.tall.asking = true
	defer func() { s.tall.asking = false }()
	s.scroll.Refresh()
}

// ToTop scrolls to the start.
func (s *Scroll) ToTop() { s.scroll.ScrollToTop() }

// ToBottom scrolls to the end.
func (s *Scroll) ToBottom() { s.scroll.ScrollToBottom() }

// Offset returns how far it is scrolled.
func (s *Scroll) Offset() float32 { return s.scroll.Offset.Y }

func (s *Scroll) inner() []fyne.CanvasObject { return []fyne.CanvasObject{s.scroll} }

// CreateRenderer shows the scroll; the content learns its width before it is asked for its height.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return &face{
		objects: []fyne.CanvasObject{s.scroll},
		layout: func(size fyne.Size) {
			s.tall.width = size.Width
			s.scroll.Resize(size)
			s.scroll.Refresh()
		},
		min:     func() fyne.Size { return fyne.NewSize(s.scroll.Content.MinSize().Width, Dp(60)) },
		refresh: func() { s.scroll.Refresh() },
	}
}

// tallLayout gives its object the width of the scroll and the height that it needs there.
type tallLayout struct {
	width  float32
	bar    float32 // room at the right for the bar, in our pixels
	asking bool
}

// Layout places the object, clear of the bar.
func (l *tallLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(fyne.NewSize(max(size.Width-Dp(l.bar), 0), size.Height))
	}
}

// MinSize is the height at the scroll's width.
func (l *tallLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	out := fyne.Size{}
	for _, o := range objects {
		m := o.MinSize()
		if l.width > 0 {
			m.Height = HeightFor(o, max(l.width-Dp(l.bar), 0))
		}
		out = out.Max(m.AddWidthHeight(Dp(l.bar), 0))
	}
	return out
}
