package actions

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// A spread is a page with a list and a card or a form beside it; where there is no room for both, one at a time.
type spread struct {
	title    string
	view     *fyne.Container
	under    *parts.Text
	kinds    *parts.Segments // actions or letters
	search   *parts.Field
	segments *parts.Segments
	register *parts.Register
	add      *parts.Button
	tabs     *parts.Segments // when narrow
	list     *fyne.Container
	side     *fyne.Container
	narrow   bool
}

func isNarrow(width float32) bool { return parts.Logical(width) < parts.BesideFrom }

// lay lays the page out, once all its parts are there; one is what the list has many of, none what stands beside it at first.
func (s *spread) lay(one string, none fyne.CanvasObject) {
	s.tabs = parts.NewTabs([]string{"List", one}, s.showTab)
	s.list, s.side = parts.Sheet(s.register), parts.Layers(none)
	s.view = parts.NewArranged(isNarrow, s.arrange)
}

func (s *spread) arrange(narrow bool) fyne.CanvasObject {
	s.narrow = narrow
	head := parts.PageHead(parts.Title(s.title), s.under, s.add)
	if narrow {
		s.setTab(s.tabs.Chosen())
		body := parts.AtLeast(parts.Layers(s.list, s.side), 0, 230)
		return parts.Page(parts.NewScroll(parts.Column(10, head, parts.Left(s.kinds), s.search, parts.Left(s.segments), parts.Left(s.tabs), parts.Grow(body, 1))))
	}
	s.list.Show()
	s.side.Show()
	return parts.Page(parts.Column(12, head,
		parts.Row(12, s.kinds, parts.Fixed(s.search, 230), s.segments, parts.Gap()),
		parts.Grow(parts.RowFill(16, parts.Grow(s.list, 1), parts.Fixed(s.side, 300)), 1)))
}

// showTab shows the list or the card where there is no room for both.
func (s *spread) showTab(i int) {
	if s.narrow {
		s.setTab(i)
		s.view.Refresh()
	}
}

func (s *spread) setTab(i int) { s.list.Hidden, s.side.Hidden = i != 0, i == 0 }

// turnTo chooses a tab: 0 for the list, 1 for what stands beside it.
func (s *spread) turnTo(i int) {
	s.tabs.Choose(i)
	s.showTab(i)
}
