package session

import (
	"testing"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

func TestTheNarrowHeadLeavesOutWhatHasNoRoomAndCutsNothing(t *testing.T) {
	for _, kind := range []data.MeetingKind{data.Ordinary, data.AGM} {
		for _, look := range []struct {
			size    fyne.Size
			percent int
		}{{fyne.NewSize(820, 540), 100}, {fyne.NewSize(1258, 588), 150}, {fyne.NewSize(1222, 560), 200}} {
			h := inSession(t)
			err := h.book.Change("call it", func(tx *book.Tx) error {
				m, err := tx.Meetings.Get(h.meetingID)
				if err != nil {
					return err
				}
				m.Kind = kind
				return tx.Meetings.Put(m)
			})
			if err != nil {
				t.Fatal(err)
			}
			d := newDesk(t, h, look.size, parts.Dark, look.percent)
			d.place.show()
			d.place.View().Refresh()
			head := d.place.head
			if wide, room := parts.Natural(head.line).Width, look.size.Width-parts.Dp(32); wide > room {
				t.Errorf("%s at %d%%: the line needs %.0f of %.0f", kind, look.percent, wide, room)
			}
			if head.kindBrief.Text() == "" || head.kindBrief.Text() != kind.String() && look.percent < 200 {
				t.Errorf("%s at %d%% is called %q", kind, look.percent, head.kindBrief.Text())
			}
		}
	}
}

func TestTheWideHeadCutsNeitherTheNameNorTheState(t *testing.T) {
	h := inSession(t)
	err := h.book.Change("call it", func(tx *book.Tx) error {
		m, err := tx.Meetings.Get(h.meetingID)
		if err != nil {
			return err
		}
		m.Kind = data.AGM
		return tx.Meetings.Put(m)
	})
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, h, fyne.NewSize(1162, 620), parts.Light, 100)
	d.place.show()
	d.place.View().Refresh()
	head := d.place.head
	if wide, room := parts.Natural(head.name).Width, 1162-parts.Dp(60)-parts.Natural(head.rest).Width; wide > room {
		t.Errorf("the name and the state need %.0f of %.0f", wide, room)
	}
	want(t, head.state.AccessibilityLabel(), "In session")
}
