package motions

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// hall is a branch with a book, some days before its meeting of 14 May.
type hall struct {
	*Model
	book *book.Book
	t    *testing.T
	may  data.MeetingID
	item data.ItemID
}

var may14 = data.MustDate(2026, time.May, 14)

func now() time.Time { return time.Date(2026, 5, 2, 10, 0, 0, 0, time.UTC) }

func newHall(t *testing.T) *hall {
	t.Helper()
	branch := data.Branch{Name: "Millbrook & Canalside", CLP: "Northgate", Structure: data.Delegates}
	b, _, err := book.Create(filepath.Join(t.TempDir(), "book-1"), "a long walk to the hall", branch, book.Options{Now: now, WorkFactor: 1})
	must(t, err)
	t.Cleanup(func() { must(t, b.Close()) })
	h := &hall{Model: NewModel(b, now), book: b, t: t}
	h.change("plan the meeting", func(tx *book.Tx) error {
		h.may, h.item = data.MeetingID(tx.NewID()), data.ItemID(tx.NewID())
		if err := tx.Meetings.Put(data.Meeting{ID: h.may, Kind: data.Ordinary, Date: may14, Status: data.Planned}); err != nil {
			return err
		}
		for _, name := range []string{"Zoë Okafor", "Grace Mbeki", "Siân Llewellyn"} {
			first, last, _ := strings.Cut(name, " ")
			if err := tx.People.Put(data.Person{ID: data.PersonID(tx.NewID()), First: first, Last: last, Status: data.Member}); err != nil {
				return err
			}
		}
		return tx.Items.Put(data.AgendaItem{ID: h.item, Meeting: h.may, Place: 1, Kind: data.ItemMotions, Heading: "Motions"})
	})
	return h
}

func (h *hall) change(what string, f func(tx *book.Tx) error) {
	h.t.Helper()
	must(h.t, h.book.Change(what, f))
	must(h.t, h.Refresh())
}

// log logs a motion and chooses it.
func (h *hall) log(d Draft) data.Motion {
	h.t.Helper()
	id, _, err := h.Log(d)
	must(h.t, err)
	must(h.t, h.Refresh())
	h.Choose(id)
	x, _ := h.motion(id)
	return x
}

func (h *hall) crossings() Draft {
	d := h.NewDraft()
	d.Title, d.Text = "Safer crossings on Mill Lane", "This branch asks the council for a crossing."
	d.Received = data.MustDate(2026, time.April, 25)
	d.Mover, d.Seconder = h.people.Resolve("", "zoe okafor"), h.people.Resolve("", "Grace Mbeki")
	return d
}

func TestAMotionGoesToTheNextMeetingUnderItsItem(t *testing.T) {
	h := newHall(t)
	x := h.log(h.crossings())
	want(t, x.Ref, "M-2026-01")
	want(t, x.Meeting, h.may)
	want(t, x.Item, h.item)
	want(t, x.Status, data.OnAgenda)
	want(t, h.Card.Movers, "Zoë Okafor, seconded Grace Mbeki")
	want(t, h.Rows[0].Cells[3].Chip, parts.Mark{Tone: parts.Blue, Icon: parts.IconClock, Text: "On the agenda"})
}

func TestAMotionThatCameLateSaysSo(t *testing.T) {
	h := newHall(t)
	d := h.crossings()
	d.Received, d.Anyway = data.MustDate(2026, time.May, 2), true
	h.log(d)
	want(t, h.Card.Steps[0].Title, "Received")
	want(t, h.Card.Steps[0].When, "2 May")
	want(t, h.Card.Steps[0].Text, "Two days late")
	want(t, h.Card.Deadline, "Two days late: received Sat 2 May 2026; 14 days before Thu 14 May 2026 = Thu 30 Apr 2026.")
	want(t, h.Card.Late, true)
}

func TestTheTextAsSubmittedIsKept(t *testing.T) {
	h := newHall(t)
	h.log(h.crossings())
	d, ok := h.Draft()
	want(t, ok, true)
	d.Text = "This branch asks the council for two crossings."
	x := h.log(d)
	want(t, x.Submitted, "This branch asks the council for a crossing.")
	want(t, x.Text, "This branch asks the council for two crossings.")
	want(t, x.Ref, "M-2026-01")
	what, _, _ := h.book.Undoable()
	want(t, what, "edit M-2026-01")
}

func TestAnEditThatSomebodyOvertookIsRefused(t *testing.T) {
	h := newHall(t)
	h.log(h.crossings())
	d, _ := h.Draft()
	h.log(Draft{ID: d.ID, Revision: d.Revision, Title: "Crossings"})
	_, _, err := h.Log(d)
	if err == nil {
		t.Error("a stale edit was taken")
	}
}

func TestAMotionWithoutATitleTakesNoNumber(t *testing.T) {
	h := newHall(t)
	_, _, err := h.Log(Draft{Text: "words"})
	if err == nil || !strings.Contains(data.Say(err), "needs a title") {
		t.Errorf("got %v", err)
	}
	want(t, h.log(h.crossings()).Ref, "M-2026-01")
}

func TestOpenMotionsArePastedAsOneChange(t *testing.T) {
	h := newHall(t)
	drafts := Split("1. Keep the 41 bus on Sundays\n2) Fund for hardship travel\n\n")
	want(t, len(drafts), 2)
	want(t, drafts[0].Title, "Keep the 41 bus on Sundays")
	want(t, drafts[1].Title, "Fund for hardship travel")
	line, err := h.LogAll(drafts, data.Date{}, "")
	must(t, err)
	must(t, h.Refresh())
	want(t, line, "2 open motions logged.")
	want(t, h.Filters()[StillOpen], "Open 2")
	_, err = h.book.Undo()
	must(t, err)
	must(t, h.Refresh())
	want(t, len(h.Rows), 0)
}

func TestBlankLinesPartMotionsWithTheirText(t *testing.T) {
	drafts := Split("Canal towpath lighting\nThis branch wants light.\nAnd soon.\n\n- 41 bus\nKeep it.")
	want(t, len(drafts), 2)
	want(t, drafts[0].Text, "This branch wants light.\nAnd soon.")
	want(t, drafts[1].Title, "41 bus")
}

func TestAMotionIsSettledWithoutAVote(t *testing.T) {
	h := newHall(t)
	h.log(h.crossings())
	_, err := h.Settle(Settlement{Outcome: data.Remitted})
	if err == nil || !strings.Contains(data.Say(err), "to whom") {
		t.Errorf("got %v", err)
	}
	line, err := h.Settle(Settlement{Outcome: data.Remitted, Note: "the executive"})
	must(t, err)
	must(t, h.Refresh())
	want(t, line, "Motion M-2026-01 recorded as remitted.")
	want(t, h.Card.Mark.Text, "Remitted")
	want(t, h.Card.Steps[len(h.Card.Steps)-1].Title, "Remitted to the executive")
	_, ok := h.Draft()
	want(t, ok, false)
	_, err = h.TakeAgain()
	must(t, err)
	must(t, h.Refresh())
	want(t, h.Card.Open, true)
}

func TestACarriedMotionShowsItsVote(t *testing.T) {
	h := newHall(t)
	x := h.log(h.crossings())
	h.change("record the vote", func(tx *book.Tx) error {
		v := data.Vote{ID: data.VoteID(tx.NewID()), Meeting: h.may, Item: h.item, Motion: x.ID, For: 12, Against: 2, Abstained: 1, Voters: 15, Outcome: data.Carried, At: data.MustTime(20, 14)}
		if err := tx.Votes.Put(v); err != nil {
			return err
		}
		x.Vote, x.Outcome, x.Status = v.ID, data.Carried, data.DisposedOf
		return tx.Motions.Put(x)
	})
	want(t, h.Rows[0].Cells[2].Text, "12-2-1")
	steps := h.Card.Steps
	want(t, steps[len(steps)-2].Title, "Carried 12-2-1")
	want(t, steps[len(steps)-1].Title, "To be sent on")
	want(t, h.Card.Mark.Text, "Carried 12-2-1")
	h.Narrow(WasLost)
	want(t, len(h.Rows), 0)
	h.Narrow(WasCarried)
	want(t, len(h.Rows), 1)
	want(t, h.Filters()[WasCarried], "Carried 1")
}

func TestSearchLooksAtTitleTextAndMover(t *testing.T) {
	h := newHall(t)
	h.log(h.crossings())
	h.log(Draft{Title: "Keep the 41 bus", Received: may14})
	for words, found := range map[string]int{"cross": 1, "council": 1, "okaf": 1, "41": 1, "zebra": 0, "": 2} {
		h.Search(words)
		if len(h.Rows) != found {
			t.Errorf("%q finds %d, want %d", words, len(h.Rows), found)
		}
	}
	h.Search("")
	want(t, h.Rows[0].Words, "Keep the 41 bus")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func want[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}
