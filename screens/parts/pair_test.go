package parts

import (
	"testing"

	"fyne.io/fyne/v2"
)

// isIn says whether o is part of what is drawn in root, in a room of some size.
func isIn(root, o fyne.CanvasObject) bool {
	if root == o {
		return o.Visible() && !o.Size().IsZero()
	}
	var inside []fyne.CanvasObject
	switch r := root.(type) {
	case *fyne.Container:
		inside = r.Objects
	case interface{ inner() []fyne.CanvasObject }:
		inside = r.inner()
	}
	for _, i := range inside {
		if isIn(i, o) {
			return true
		}
	}
	return false
}

// across is how far from the left edge of the window o stands.
func across(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X
}

func officersAndDelegates() (pair *Pair, left, right fyne.CanvasObject) {
	left, right = Card(Body("Officers")), Card(Body("Delegates"))
	pair = NewPair(Title("Posts"), [2]string{"Officers", "Delegates"}, left, right, func(left, right fyne.CanvasObject) fyne.CanvasObject {
		return RowFill(16, Fixed(left, 310), Grow(right, 1))
	})
	return pair, left, right
}

func TestCardsStandSideBySideOrBehindTabs(t *testing.T) {
	inTheme(t, Light, 100)
	pair, left, right := officersAndDelegates()
	w := onShow(t, pair.View(), BesideFrom, 700)
	if !isIn(pair.View(), left) || !isIn(pair.View(), right) || across(left) >= across(right) {
		t.Fatal("the two cards do not stand side by side in a wide room")
	}
	if isIn(pair.View(), pair.tabs) {
		t.Fatal("a wide room has tabs")
	}
	w.Resize(fyne.NewSize(BesideFrom-1, 700))
	if !isIn(pair.View(), left) || isIn(pair.View(), right) || !isIn(pair.View(), pair.tabs) {
		t.Fatal("a narrow room does not show the first card behind tabs")
	}
	pair.Show(1)
	if isIn(pair.View(), left) || !isIn(pair.View(), right) || pair.Shown() != 1 {
		t.Fatal("the second card was not brought to the front")
	}
	w.Resize(fyne.NewSize(1300, 700))
	if !isIn(pair.View(), left) || !isIn(pair.View(), right) {
		t.Fatal("the cards are not side by side again")
	}
}

func TestAPairScrollsWhereTheWindowIsLowOrTheTextLarge(t *testing.T) {
	for _, look := range []struct {
		percent       int
		height        float32
		scrolls       bool
		width, atMost float32
	}{{100, 700, false, 1200, 700}, {100, 500, true, 1200, 500}, {200, 700, true, 1366, 700}} {
		inTheme(t, Light, look.percent)
		pair, left, _ := officersAndDelegates()
		w := onShow(t, pair.View(), look.width, look.height)
		if got := w.Canvas().Size().Height; got > look.atMost {
			t.Errorf("at %d%%, %v high: the window was made %v high", look.percent, look.height, got)
		}
		page, ok := pair.view.Objects[0].(*fyne.Container)
		if !ok {
			t.Fatalf("the page is a %T", pair.view.Objects[0])
		}
		_, scrolls := page.Objects[0].(*Scroll)
		if scrolls != look.scrolls {
			t.Errorf("at %d%%, %v high: scrolls is %v", look.percent, look.height, scrolls)
		}
		if !isIn(pair.View(), left) && !scrolls {
			t.Errorf("at %d%%, %v high: the first card is not on show", look.percent, look.height)
		}
	}
}

func TestAPageIsArrangedOnceForEachRoom(t *testing.T) {
	inTheme(t, Light, 100)
	var rooms []bool
	wide, narrow := Body("wide"), Body("narrow")
	page := NewArranged(Narrow, func(n bool) fyne.CanvasObject {
		rooms = append(rooms, n)
		if n {
			return narrow
		}
		return wide
	})
	w := onShow(t, page, 1200, 300)
	rooms = rooms[len(rooms)-1:] // a window of the tests begins small
	w.Resize(fyne.NewSize(1250, 300))
	if len(rooms) != 1 || !isIn(page, wide) {
		t.Fatalf("it was arranged for %v", rooms)
	}
	w.Resize(fyne.NewSize(900, 300))
	if len(rooms) != 2 || !isIn(page, narrow) || isIn(page, wide) {
		t.Fatalf("it was arranged for %v", rooms)
	}
}

func TestAFoldingPageIsToldWhetherTheWindowIsNarrow(t *testing.T) {
	inTheme(t, Light, 100)
	var narrow bool
	page := NewFolding(AtLeast(Body("long"), 0, 2000), func(n bool) { narrow = n })
	w := onShow(t, page, 1200, 400)
	if narrow || w.Canvas().Size().Height > 400 {
		t.Fatal("a wide, low window is narrow, or was made as high as its page")
	}
	w.Resize(fyne.NewSize(900, 400))
	if !narrow {
		t.Fatal("a narrow window was not told of")
	}
}

func TestAnotherObjectTakesTheRoomOfTheFirst(t *testing.T) {
	inTheme(t, Light, 100)
	first, second := Body("first"), Body("second")
	in := Layers(first)
	onShow(t, in, 400, 100)
	Swap(in, second)
	if isIn(in, first) || !isIn(in, second) {
		t.Fatal("the second is not in place of the first")
	}
	Refill(in, []fyne.CanvasObject{first, second})
	if !isIn(in, first) || !isIn(in, second) {
		t.Fatal("the two are not on show")
	}
}
