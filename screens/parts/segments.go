package parts

import "fyne.io/fyne/v2"

// A Segments is a choice between a few things that are all on show: filters, methods of voting, panels. Left and Right
// choose; Home and End go to the ends. As tabs it has a line under what is chosen.
type Segments struct {
	control
	names   []string
	chosen  int
	changed func(int)
	cells   []*segment
	tabs    bool
}

// NewSegments returns a segmented control with the first thing chosen; changed may be nil.
func NewSegments(names []string, changed func(int)) *Segments {
	return newSegments(names, false, changed)
}

// NewTabs returns tabs with the first chosen; changed may be nil.
func NewTabs(names []string, changed func(int)) *Segments { return newSegments(names, true, changed) }

func newSegments(names []string, tabs bool, changed func(int)) *Segments {
	s := &Segments{changed: changed, tabs: tabs}
	s.plate = newPlate(ColorGreyFill, none, 0, 8)
	if tabs {
		s.plate = NewPlate(none)
	}
	s.start(s, nil)
	s.fill(names)
	s.restyle = s.colour
	s.key = s.typed
	s.name = s.spoken
	s.ExtendBaseWidget(s)
	return s
}

func (s *Segments) fill(names []string) {
	s.names, s.cells = names, nil
	var row []fyne.CanvasObject
	for i, name := range names {
		cell := newSegment(name, s.tabs, func() { s.choose(i, true) })
		s.cells = append(s.cells, cell)
		row = append(row, cell)
	}
	if s.tabs {
		s.content = Column(0, Row(6, row...), Rule())
		return
	}
	s.content = Pad(Row(0, row...), 3)
}

func (s *Segments) inner() []fyne.CanvasObject { return nil }

func (s *Segments) spoken() string {
	if len(s.names) == 0 {
		return ""
	}
	return s.names[s.chosen] + ", chosen"
}

// Chosen returns the index of what is chosen.
func (s *Segments) Chosen() int { return s.chosen }

// Choose chooses without telling.
func (s *Segments) Choose(i int) { s.choose(i, false) }

// SetNames changes the words: "Present 16", "Present 17". There must be as many as before.
func (s *Segments) SetNames(names []string) {
	for i := range min(len(names), len(s.cells)) {
		s.names[i] = names[i]
		s.cells[i].label.SetText(names[i])
	}
	s.Refresh()
}

func (s *Segments) choose(i int, tell bool) {
	if i < 0 || i >= len(s.cells) || i == s.chosen || s.Disabled() {
		return
	}
	s.chosen = i
	s.Refresh()
	if tell && s.changed != nil {
		s.changed(i)
	}
}

func (s *Segments) typed(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		s.choose(s.chosen-1, true)
	case fyne.KeyRight:
		s.choose(s.chosen+1, true)
	case fyne.KeyHome:
		s.choose(0, true)
	case fyne.KeyEnd:
		s.choose(len(s.cells)-1, true)
	default:
		return false
	}
	return true
}

func (s *Segments) colour() {
	for i, cell := range s.cells {
		cell.be(i == s.chosen)
	}
}

// segment is one of the things. It can be tapped but has no focus: the whole control has.
type segment struct {
	part
	label *Text
	plate *Plate
	tabs  bool
	tap   func()
}

func newSegment(name string, tabs bool, tap func()) *segment {
	g := &segment{label: NewText(RoleSecondary, name), plate: newPlate(none, none, 0, 6), tabs: tabs, tap: tap}
	if tabs {
		g.plate = NewPlate(none)
		g.plate.Least = fyne.NewSize(0, 3)
		g.content = Column(0, AtLeast(Centre(PadXY(g.label, 4, 4)), 0, 31), g.plate)
	} else {
		g.content = Layers(g.plate, AtLeast(Centre(PadXY(g.label, 12, 4)), 0, 31))
	}
	g.ExtendBaseWidget(g)
	return g
}

func (g *segment) be(chosen bool) {
	role, ink, fill, stroke := RoleSecondary, ColorInk2, none, none
	if chosen {
		role, ink, fill, stroke = RoleStrong, ColorInk, ColorSurface, ColorBorder
		if g.tabs {
			fill, stroke = ColorAccent, none
		}
	}
	g.plate.set(fill, stroke)
	if g.label.role != role {
		g.label.role = role
		g.label.box.rise()
	}
	g.label.InColor(ink)
	g.label.Refresh()
}

// Natural has room for the bold words of the chosen one, so that nothing moves when another is chosen.
func (g *segment) Natural() fyne.Size {
	n := g.part.Natural()
	if g.label.role == RoleSecondary {
		n.Width *= 1.06
	}
	return n
}

// Tapped chooses it.
func (g *segment) Tapped(*fyne.PointEvent) { g.tap() }
