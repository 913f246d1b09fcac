package page

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// inside checks that everything of a label stands in its own cell of the sheet.
func inside(t interface{ Errorf(string, ...any) }, s LabelSheet, i int, cell placed) {
	left, top := s.corner(i)
	right, bottom := left+s.Width*millimetre, top+s.Height*millimetre
	for _, m := range cell.marks {
		low := cell.top
		for {
			moved, is := m.(shifted)
			if !is {
				break
			}
			low, m = low+moved.by, moved.mark
		}
		l, is := m.(lettering)
		if !is {
			t.Errorf("label %d has a %T", i, m)
			continue
		}
		base := low + l.base
		if l.x < left || l.x+l.breadth > right || base-l.size < top || base+l.size*0.3 > bottom {
			t.Errorf("label %d of %q: %q at %.1f..%.1f, %.1f is outside %.1f..%.1f, %.1f..%.1f", i, s.Name, l.text, l.x, l.x+l.breadth, base, left, right, top, bottom)
		}
	}
}

func TestEveryLabelStaysInItsOwnCell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(LabelSheets()).Draw(t, "sheet")
		word := rapid.StringMatching(`[A-ZÀ-Ż][a-zà-ż,'-]{0,40}`)
		line := rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(word, 0, 9).Draw(t, "words"), " ")
		})
		l := Labels{Sheet: s, Each: rapid.SliceOfN(rapid.SliceOfN(line, 1, 12), 1, 50).Draw(t, "labels")}
		_, cells := l.composed()
		for i, cell := range cells {
			inside(t, s, i, cell)
		}
	})
}

func TestTheSheetsFillAnA4Page(t *testing.T) {
	for _, s := range LabelSheets() {
		across := 2*s.Left + float64(s.Columns)*s.Width + float64(s.Columns-1)*s.Apart
		down := 2*s.Top + float64(s.Rows)*s.Height
		if across < 209.5 || across > 210.5 || down < 296.5 || down > 297.5 {
			t.Errorf("%q is %.1f x %.1f mm", s.Name, across, down)
		}
	}
}

func TestAnOrdinaryAddressHasItsFullSizeAndALongOneIsSetSmaller(t *testing.T) {
	s := LabelSheets()[0]
	width, height := s.Width*millimetre-2*labelPadX, s.Height*millimetre-2*labelPadY
	c := newComposer(nil)
	if rows, size := c.fitLabel([]string{"Dorothy Archer", "8 Spindle Street", "Northgate", "NX1 4EU"}, s.Type, width, height); size != s.Type || len(rows) != 4 {
		t.Errorf("an ordinary address has %d rows of %.1f points", len(rows), size)
	}
	long := []string{"Dr Wilhelmina Featherstonehaugh-Cholmondeley", "Flat 12, The Old Corn Exchange Buildings", "8 Spindle Street", "Northgate", "NX1 4EU"}
	rows, size := c.fitLabel(long, s.Type, width, height)
	if size >= s.Type || size < 7 || len(rows) < 5 {
		t.Errorf("a long one has %d rows of %.1f points", len(rows), size)
	}
}

func TestAnAddressTooLongForItsLabelKeepsItsNameAndItsPostcode(t *testing.T) {
	lines := []string{"Dorothy Archer"}
	for range 40 {
		lines = append(lines, "Somewhere")
	}
	s := LabelSheets()[0]
	c := newComposer(nil)
	rows, _ := c.fitLabel(append(lines, "NX1 4EU"), s.Type, s.Width*millimetre-2*labelPadX, s.Height*millimetre-2*labelPadY)
	if rows[0][0].text != "Dorothy" || rows[len(rows)-1][0].text != "NX1" {
		t.Errorf("it begins %q and ends %q", rows[0][0].text, rows[len(rows)-1][0].text)
	}
}

func TestLabelsWithoutLettersAreNotPrinted(t *testing.T) {
	l := Labels{Sheet: LabelSheets()[0], Each: [][]string{{"李小龙", "8 Spindle Street"}}}
	var out bytes.Buffer
	if err := WriteLabels(&out, l); !errors.Is(err, ErrLetters) || out.Len() > 0 {
		t.Errorf("%d bytes: %v", out.Len(), err)
	}
	if got := UnprintableLabels(l); len(got) != 1 || got[0] != "李小龙" {
		t.Errorf("%q", got)
	}
	if err := WriteLabelsWord(&out, l); err != nil || out.Len() == 0 {
		t.Errorf("Word: %v", err)
	}
}
