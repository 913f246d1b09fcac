package settings

import "branchbook/screens/parts"

// A sectionItem is a section in the list at the left.
type sectionItem struct {
	pressed *parts.Pressable
	name    string
	plate   *parts.Plate
	bar     *parts.Plate
	current bool
}

func newSectionItem(t tabName, tapped func()) *sectionItem {
	s := &sectionItem{name: t.name, plate: parts.NewPlate(""), bar: parts.NewPlate("")}
	s.bar.Least.Width = 4
	words := parts.PadXY(parts.Row(12, parts.NewIcon(t.icon, parts.Quiet, 18),
		parts.Grow(parts.Column(0, parts.Body(t.name), parts.Caption(t.under)), 1)), 12, 7)
	s.pressed = parts.NewPressable(parts.Layers(s.plate, parts.RowFill(0, s.bar, parts.Grow(words, 1))), s.spoken, tapped)
	return s
}

// setCurrent marks the section as the one that is open, or not.
func (s *sectionItem) setCurrent(current bool) {
	s.current = current
	s.plate.Fill, s.bar.Fill = "", ""
	if current {
		s.plate.Fill, s.bar.Fill = parts.ColorCurrent, parts.ColorAccent
	}
	s.plate.Refresh()
	s.bar.Refresh()
}

func (s *sectionItem) spoken() string {
	if s.current {
		return s.name + ", open"
	}
	return s.name
}
