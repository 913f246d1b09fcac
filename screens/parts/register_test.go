package parts

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

// people is a register of so many, in a window 400 high.
func people(t *testing.T, n int) (*Register, fyne.Window) {
	t.Helper()
	r := NewRegister(OneLine, RegisterColumn{Title: "Name", Width: 120, Grow: 1}, RegisterColumn{Title: "Number", Width: 80})
	r.SetRows(numbered(n, 0))
	w := onShow(t, r, 500, 400)
	return r, w
}

// numbered is the rows of so many people, from the one with that number.
func numbered(n, from int) Rows {
	id := func(i int) string { return fmt.Sprintf("p%05d", i+from) }
	return Rows{Len: n, ID: id, Cells: func(i int) []Cell {
		return []Cell{{Text: []string{"Adeyemi", "Benkhelifa", "Cárdenas"}[i%3] + " " + id(i)}, {Text: id(i)}}
	}}
}

func TestOnlyTheRowsInViewAreDrawn(t *testing.T) {
	inTheme(t, Light, 100)
	r, w := people(t, 20000)
	w.Canvas().Focus(r)
	key(w, fyne.KeyEnd)
	if got := r.Selected(); got != "p19999" {
		t.Errorf("End selected %s", got)
	}
	if len(r.pool) > 20 {
		t.Errorf("%d rows were made", len(r.pool))
	}
	last := r.pool[0]
	for _, row := range r.pool {
		if row.index > last.index {
			last = row
		}
	}
	if bottom := last.Position().Y + last.Size().Height - r.scroll.Offset.Y; bottom > r.scroll.Size().Height+1 {
		t.Errorf("the last row ends %v below the view", bottom-r.scroll.Size().Height)
	}
}

func TestACellShowsTheChipThatItsRowHas(t *testing.T) {
	inTheme(t, Light, 100)
	r := NewRegister(OneLine, RegisterColumn{Title: "Outcome", Width: 120, Grow: 1})
	marks := []Mark{{Green, IconCheck, "Carried"}, {}}
	show := func(first int) {
		r.SetRows(Rows{Len: 2, ID: func(i int) string { return fmt.Sprint(i) }, Cells: func(i int) []Cell { return []Cell{{Chip: marks[(i+first)%2]}} }})
	}
	show(0)
	onShow(t, r, 500, 400)
	for first := range 2 {
		show(first)
		for _, row := range r.pool {
			if row.index < 2 && row.cells[0].mark.Visible() != (marks[(row.index+first)%2].Text != "") {
				t.Errorf("row %d shows its chip: %t", row.index, row.cells[0].mark.Visible())
			}
		}
	}
}

func TestArrowsAndPagesGoThroughARegister(t *testing.T) {
	inTheme(t, Light, 100)
	r, w := people(t, 100)
	var told []string
	r.OnSelected = func(id string) { told = append(told, id) }
	w.Canvas().Focus(r)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyUp} {
		key(w, k)
	}
	want := fmt.Sprintf("[p00000 p00001 p00002 p00001 p%05d p00000]", 1+r.page())
	if got := fmt.Sprint(told); got != want {
		t.Errorf("selected %s, want %s", got, want)
	}
}

func TestTheSelectionStaysWithTheRecordWhenRowsChange(t *testing.T) {
	inTheme(t, Light, 100)
	r, _ := people(t, 100)
	r.Select("p00050")
	r.SetRows(numbered(100, 40))
	if r.Selected() != "p00050" || r.at != 10 {
		t.Errorf("selected %s at %d", r.Selected(), r.at)
	}
	r.SetRows(numbered(5, 0))
	if r.Selected() != "" {
		t.Errorf("%s is selected and not there", r.Selected())
	}
}

func TestTypingFindsARowByTheStartOfAWord(t *testing.T) {
	inTheme(t, Light, 100)
	r, w := people(t, 10)
	w.Canvas().Focus(r)
	letters(w, "ben")
	if r.Selected() != "p00001" {
		t.Errorf("ben found %s", r.Selected())
	}
	key(w, fyne.KeyHome)
	letters(w, "cá")
	if r.Selected() != "p00002" {
		t.Errorf("cá found %s", r.Selected())
	}
}

func TestEnterOpensTheSelectedRecord(t *testing.T) {
	inTheme(t, Light, 100)
	r, w := people(t, 10)
	opened := ""
	r.OnOpen = func(id string) { opened = id }
	w.Canvas().Focus(r)
	key(w, fyne.KeyDown)
	key(w, fyne.KeyReturn)
	if opened != "p00001" {
		t.Errorf("it opened %q", opened)
	}
}

func TestARegisterWithoutRowsSaysSoAndTakesKeysCalmly(t *testing.T) {
	inTheme(t, Light, 100)
	r, w := people(t, 0)
	r.SetEmpty("No one matches.")
	w.Canvas().Focus(r)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyReturn} {
		key(w, k)
	}
	letters(w, "oka")
	if r.Selected() != "" || !r.empty.Visible() || r.AccessibilityLabel() != "No one matches." {
		t.Errorf("selected %q, says %q", r.Selected(), r.AccessibilityLabel())
	}
}

func TestARowSaysWhatItShows(t *testing.T) {
	inTheme(t, Light, 100)
	r := sampleRegister()
	if got, want := r.AccessibilityLabel(), "M-2026-03, 14 May, Saturday opening, Canalside Library, and a very long tail of words, Tomasz Wiśniewski, 13–1–1, Carried, CLP, council, To send"; got != want {
		t.Errorf("a screen reader says %q", got)
	}
}

func TestNoRowIsCutInTwoAtTheFoot(t *testing.T) {
	inTheme(t, Light, 100)
	r, _ := people(t, 100)
	if rows := r.scroll.Size().Height / OneLine; rows != float32(int(rows)) || rows < 8 {
		t.Errorf("%v rows are in view", rows)
	}
}
