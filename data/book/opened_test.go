package book

import "testing"

func TestABookMadeAMomentAgoWasNotLeftOpen(t *testing.T) {
	h := newHall(t)
	if said := h.Opened(); said != "" {
		t.Errorf("a new book says %q", said)
	}
}
