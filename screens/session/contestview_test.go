package session

import (
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/screens/parts"
)

// Two nominated, a show of hands, and declared: without a mouse and without the line at the bottom.
func TestAnElectionIsTakenInThePanelByKeysAlone(t *testing.T) {
	d := newLaptop(t, electing(t))
	d.command("Record an election")
	d.types("treas").press(fyne.KeyReturn)
	d.types("dunne").press(fyne.KeyReturn).types("mbe").press(fyne.KeyReturn).types("oka z").press(fyne.KeyReturn).press(fyne.KeySpace)
	d.types("keo").press(fyne.KeyReturn).press(fyne.KeyReturn).press(fyne.KeyReturn).press(fyne.KeySpace)
	d.picture("election-panel")
	d.press(fyne.KeyReturn) // no more nominations: on to the votes
	d.types("11").press(fyne.KeyReturn).types("4").press(fyne.KeyReturn)
	d.picture("election-votes")
	d.press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeySpace)
	d.nothingWrong()
	want(t, d.said(), "Treasurer: Margaret Dunne (11) elected.")
	want(t, d.inPost("Treasurer", may14), "Margaret Dunne")
	d.picture("election-recorded")
}

func TestThePanelOfAnElectionFitsAtEveryTextSize(t *testing.T) {
	for _, look := range []struct {
		name    string
		size    fyne.Size
		scheme  parts.Scheme
		percent int
	}{
		{"150", fyne.NewSize(1258, 588), parts.Light, 150}, {"200", fyne.NewSize(1222, 560), parts.Light, 200},
		{"dark", fyne.NewSize(1162, 620), parts.Dark, 100}, {"small", fyne.NewSize(820, 540), parts.Light, 100},
	} {
		t.Run(look.name, func(t *testing.T) {
			h := electing(t)
			h.types("el sec: wiś / chand / llew")
			h.types("el benk, dunne")
			d := newDesk(t, h, look.size, look.scheme, look.percent)
			d.command("Record an election")
			if least := d.place.View().MinSize(); least.Width > 1100 || least.Height > 620 {
				t.Errorf("it insists on %v", least)
			}
			d.picture("election-" + look.name)
		})
	}
}
