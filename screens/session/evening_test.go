package session

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
)

// hall is an evening in a real book, with a clock that the test sets.
type hall struct {
	*Model
	t     testing.TB
	book  *book.Book
	clock time.Time
	date  data.Date

	meetingID data.MeetingID
}

// at sets the clock on the wall: 7.34pm on the day of the meeting.
func (h *hall) at(clock string) *hall {
	h.t.Helper()
	at, err := data.ParseTime(clock, true)
	if err != nil {
		h.t.Fatal(err)
	}
	h.clock = h.date.Midnight().Add(time.Duration(at.Minutes()) * time.Minute)
	return h
}

// do fails the test when a verb does.
func (h *hall) do(said string, err error) string {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
	return said
}

func want(t testing.TB, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// source is randomness that is the same each time.
type source struct{ *rand.ChaCha8 }

// newHall makes a book with 199 eligible members and 15 who are not, and an ordinary meeting on 14 May 2026.
func newHall(t testing.TB) *hall {
	t.Helper()
	h := &hall{t: t, date: may14}
	h.at("7.00pm")
	b, _, err := book.Create(filepath.Join(t.TempDir(), "book-1"), "a long passphrase", data.Branch{Name: "Millbrook & Canalside Branch", Structure: data.Delegates}, book.Options{
		Now: func() time.Time { return h.clock }, Random: source{rand.NewChaCha8([32]byte{1})}, WorkFactor: 4,
		Later: func(time.Duration, func()) func() { return func() {} },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	h.book = b
	h.Model = NewModel(b, func() time.Time { return h.clock })
	err = b.Change("plan the meeting", func(tx *book.Tx) error {
		for _, p := range branch() {
			p.ID = data.PersonID(tx.NewID())
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		meeting := data.MeetingID(tx.NewID())
		h.meetingID = meeting
		m := data.Meeting{ID: meeting, Kind: data.Ordinary, Date: h.date, Starts: data.MustTime(19, 30), EndsBy: data.MustTime(21, 30), Venue: "Canalside Community Hall", Status: data.Planned}
		if err := tx.Meetings.Put(m); err != nil {
			return err
		}
		for i, item := range data.StandingAgenda(data.Ordinary) {
			if err := tx.Items.Put(data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: meeting, Place: i + 1, Kind: item.Kind, Heading: item.Heading, Minutes: item.Minutes}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Open(h.meetingID); err != nil {
		t.Fatal(err)
	}
	return h
}

var regulars = []string{
	"Adebayo Adeyemi", "Nadia Benkhelifa", "José Cárdenas", "Ben Carrick", "Priya Chandrasekar", "Margaret Dunne", "Siobhán Keogh",
	"Siân Llewellyn", "Grace Mbeki", "Zoë Okafor", "Lars Sørensen", "Halina Tokarczuk", "Jean Whitcombe", "Tomasz Wiśniewski", "Okan Yıldız",
}

// branch returns the 214 members: 199 can vote, 9 are in arrears, 6 joined under 8 weeks before 14 May.
func branch() []data.Person {
	joined := data.MustDate(2019, 3, 1)
	var people []data.Person
	add := func(name string, change func(*data.Person)) {
		first, last, _ := strings.Cut(name, " ")
		p := data.Person{First: first, Last: last, Status: data.Member, Joined: joined, Number: fmt.Sprintf("L%07d", 100+len(people))}
		if change != nil {
			change(&p)
		}
		people = append(people, p)
	}
	for _, name := range regulars {
		add(name, nil)
	}
	add("Callum Frazer", func(p *data.Person) { p.Arrears = true })
	add("Dilys Newcombe", func(p *data.Person) { p.Joined = data.MustDate(2026, 4, 28) })
	for i := range 8 {
		add(fmt.Sprintf("Arrears Vvv%d", i), func(p *data.Person) { p.Arrears = true })
	}
	for i := range 5 {
		add(fmt.Sprintf("Recent Www%d", i), func(p *data.Person) { p.Joined = data.MustDate(2026, 3, 25).AddDays(i) })
	}
	for len(people) < 214 {
		add(fmt.Sprintf("Quiet Xxx%03d", len(people)), nil)
	}
	return people
}

// comesIn checks in whoever the letters mean first.
func (h *hall) comesIn(letters string) string {
	h.t.Helper()
	c := h.Door(letters)
	if len(c) == 0 {
		h.t.Fatalf("nobody for %q", letters)
	}
	return h.do(h.AtTheDoor(c[0]))
}

// fifteenVoters come before the meeting starts.
func (h *hall) fifteenVoters() *hall {
	h.t.Helper()
	h.at("7.20pm")
	for _, name := range regulars {
		h.comesIn(name)
	}
	return h
}

// inSession has fifteen voters in the room, and the meeting at item 7, Motions.
func inSession(t testing.TB) *hall {
	t.Helper()
	h := newHall(t).fifteenVoters().at("7.34pm")
	h.do(h.Start())
	h.at("7.58pm")
	h.do(h.TakeUp(h.Agenda[6].ID))
	return h
}

// another plans a second meeting, with two items.
func (h *hall) another(on data.Date) data.MeetingID {
	h.t.Helper()
	var id data.MeetingID
	err := h.book.Change("plan another meeting", func(tx *book.Tx) error {
		id = data.MeetingID(tx.NewID())
		if err := tx.Meetings.Put(data.Meeting{ID: id, Kind: data.Ordinary, Date: on, Status: data.Planned}); err != nil {
			return err
		}
		for i, heading := range []string{"Welcome", "Business"} {
			if err := tx.Items.Put(data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: id, Place: i + 1, Heading: heading, Kind: data.ItemOther}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return id
}

// find returns whom the letters mean first.
func (h *hall) find(letters string) data.PersonID {
	h.t.Helper()
	c := h.Members(letters)
	if len(c) == 0 {
		h.t.Fatalf("nobody for %q", letters)
	}
	return data.PersonID(c[0].ID)
}

// debated returns the motion in debate.
func (h *hall) debated() data.MotionID {
	h.t.Helper()
	mo, ok := h.Debated()
	if !ok {
		h.t.Fatal("no motion is in debate")
	}
	return mo.ID
}

// onTheAgenda has a motion that was sent in before the meeting.
func (h *hall) onTheAgenda(title string) {
	h.t.Helper()
	err := h.book.Change("log "+title, func(tx *book.Tx) error {
		ref, err := tx.NextRef("M", 2026)
		if err != nil {
			return err
		}
		return tx.Motions.Put(data.Motion{ID: data.MotionID(tx.NewID()), Ref: ref, Title: title, Meeting: h.meetingID, Status: data.OnAgenda, Received: data.MustDate(2026, 4, 29)})
	})
	if err != nil {
		h.t.Fatal(err)
	}
	if err := h.Load(); err != nil {
		h.t.Fatal(err)
	}
}
