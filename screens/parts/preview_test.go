package parts

import (
	"strings"
	"testing"
)

func TestAColumnOfASheetIsAsWideAsWhatStandsInIt(t *testing.T) {
	w := columnWidths([]string{"No", "Title", "Notes"}, [][]string{{"1", "Saturday opening at the library"}, {"12", "Fares", strings.Repeat("much was said ", 40)}})
	if w[0] != leastCell+cellEdges || w[1] <= w[0] || w[2] != mostCell+cellEdges {
		t.Errorf("widths %v", w)
	}
}

func TestASheetShowsTheColumnsThatCanBeRead(t *testing.T) {
	for _, c := range []struct {
		widths []float32
		fit    int
	}{
		{nil, 0}, {[]float32{900}, 1}, {[]float32{900, 50}, 1}, {[]float32{300, 360}, 2}, {[]float32{300, 361}, 1},
		{[]float32{110, 110, 110, 110, 110, 110}, 6}, {[]float32{110, 110, 110, 110, 110, 110, 110}, 5},
	} {
		if got := columnsThatFit(c.widths); got != c.fit {
			t.Errorf("of %v %d fit, want %d", c.widths, got, c.fit)
		}
	}
}
