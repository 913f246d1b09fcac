package members

import (
	"testing"

	"branchbook/data"
	"branchbook/screens/parts/partstest"
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
	partstest.Press(t, d.shell.Opened[0].Content, "Export the letter")
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
