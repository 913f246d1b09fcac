package members

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"branchbook/data"
	"branchbook/screens/parts"
)

// letters remembers the letters that were asked for.
type letters struct {
	who    data.PersonID
	period data.Period
	err    error
}

func (l *letters) AttendanceLetter(who data.PersonID, period data.Period, done func(data.Paper, error)) {
	l.who, l.period = who, period
	done(data.Paper{File: "attendance-letter-2026-05-04.docx"}, l.err)
}

func TestALetterIsAboutThePersonShownAndTheLastTwelveMonths(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	halina(h)
	d := newDesk(t, h)
	d.place.model.Choose("halina")
	d.place.Refresh()
	d.place.letterForm()
	if len(d.shell.Opened) != 1 || d.shell.Opened[0].First == nil {
		t.Fatal("no panel asks for the period")
	}
	press(t, d.shell.Opened[0].Content, "Export the letter")
	want(t, d.letters.who, data.PersonID("halina"))
	want(t, d.letters.period.String(), "5 May 2025 to 4 May 2026")
	want(t, len(d.shell.Opened), 0)
	want(t, d.shell.Said[0], "attendance-letter-2026-05-04.docx is written. It is entered in the sharing log.")
}

func TestNobodyChosenGetsNoLetter(t *testing.T) {
	d := newDesk(t, newHall(t, data.MustDate(2026, 5, 4)))
	for _, c := range d.place.letterCommands() {
		want(t, c.Do(), false)
	}
	d.place.letterForm()
	want(t, len(d.shell.Opened), 0)
}

// press taps the button of that label, wherever it is in a panel.
func press(t *testing.T, o fyne.CanvasObject, label string) {
	t.Helper()
	for _, b := range buttonsIn(o) {
		if b.Label() == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no button %q", label)
}

func buttonsIn(o fyne.CanvasObject) (found []*parts.Button) {
	switch o := o.(type) {
	case *parts.Button:
		return []*parts.Button{o}
	case *fyne.Container:
		for _, inner := range o.Objects {
			found = append(found, buttonsIn(inner)...)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			found = append(found, buttonsIn(inner)...)
		}
	}
	return found
}
