package parts

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestAChipThatWasPutAwayStaysAwayWhenItIsDrawnAgain(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light, 100))
	c := NewChip(Green, IconDot, "In session")
	c.Hide()
	c.Refresh()
	if c.Visible() {
		t.Error("drawing it again brought it back")
	}
	c.Set(Mark{Tone: Green, Text: "Closed"})
	if !c.Visible() {
		t.Error("it does not come back with other words")
	}
	c.Set(Mark{})
	if c.Visible() {
		t.Error("a chip without words is seen")
	}
}
