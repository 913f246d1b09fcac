package members

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// aFew are people of the picture: one who can vote, one in arrears, one who is new, one who left and a guest.
func aFew(h *hall) {
	h.keeps(
		data.Person{ID: "halina", First: "Halina", Last: "Tokarczuk", Number: "A1058831", Status: data.Member, Ward: "Canalside", Joined: data.MustDate(2019, 2, 3), Address: []string{"22 Wharf Row", "Canalside"}, Gender: data.Woman},
		data.Person{ID: "aled", First: "Aled", Last: "Davies", Number: "L0377502", Status: data.Member, Ward: "Millbrook", Joined: data.MustDate(2016, 2, 14), Arrears: true, ArrearsSince: data.MustDate(2026, 4, 1), Gender: data.Man},
		data.Person{ID: "callum", First: "Callum", Last: "Frazer", Number: "A1188213", Status: data.Member, Ward: "Canalside", Joined: data.MustDate(2026, 4, 28), Turns27: data.MustDate(2030, 1, 1)},
		data.Person{ID: "peter", First: "Peter", Last: "Lomax", Status: data.Left, LeftOn: may1},
		data.Person{ID: "guest", First: "Ana", Last: "Núñez", Status: data.Guest, Organisation: "Trades council"},
		data.Meeting{ID: "m2", Kind: data.Ordinary, Date: may14, Status: data.Planned},
	)
}

func TestStandingReadsAsInThePicture(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	want(t, h.OnHead, "Standing on 14 May")
	want(t, h.CutOff, "8 weeks back from 14 May is 19 March")
	want(t, h.row("Halina Tokarczuk").Standing, parts.Cell{Text: "Can vote", Tone: parts.Green, Icon: parts.IconCheck})
	want(t, h.row("Aled Davies").Standing, parts.Cell{Text: "In arrears since 1 April", Tone: parts.Red, Icon: parts.IconWarning})
	want(t, h.row("Callum Frazer").Standing, parts.Cell{Text: "New: votes from 23 June", Tone: parts.Amber, Icon: parts.IconClock})
	want(t, h.Head, "3 people in the book · 1 woman, 1 man, 1 not stated")
	want(t, h.filters(), "All 3, Can vote 1, In arrears 1, New 1, Under 27 1, Left the list 1, Guests 1")
	h.Narrow(LeftList)
	want(t, h.row("Peter Lomax").Standing.Text, "Left the list")
}

func TestOnAnotherDaySomebodyNewCanVote(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	if err := h.SetOn(data.MustDate(2026, 6, 23)); err != nil {
		t.Fatal(err)
	}
	want(t, h.row("Callum Frazer").Standing.Text, "Can vote")
	if err := h.SetOn(data.Date{}); err != nil {
		t.Fatal(err)
	}
	want(t, h.On, may14)
}

func TestSomebodyIsFoundByNameNumberOrStreet(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	for _, words := range []string{"tok", "a1058831", "1058831", "wharf", "row HAL"} {
		h.Search(words)
		if len(h.Rows) != 1 || h.Rows[0].ID != "halina" {
			t.Errorf("%q finds %d people", words, len(h.Rows))
		}
	}
	h.Search("okarczuk")
	want(t, h.Empty, "Nobody here matches. Try fewer letters, or another filter.")
	h.Narrow(Guests)
	h.Search("nunez")
	want(t, h.row("Ana Núñez").Standing.Text, "Not a member")
}

func TestTheRegisterIsSortedByAnyColumn(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	names := func() (s string) {
		for _, r := range h.Rows {
			s += r.Name[:1]
		}
		return s
	}
	want(t, names(), "ACH")
	h.SortBy(columnJoined)
	want(t, names(), "AHC")
	h.SortBy(columnJoined)
	want(t, names(), "CHA")
	h.SortBy(columnName)
	want(t, names(), "ACH")
}

func TestACardShowsStandingWithItsSumAndWhatSomebodyDid(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	votes := 21
	h.keeps(
		data.Meeting{ID: "m0", Kind: data.Ordinary, Date: data.MustDate(2026, 3, 12), Status: data.Closed},
		data.Meeting{ID: "m1", Kind: data.Ordinary, Date: data.MustDate(2026, 4, 9), Status: data.Closed},
		data.Event{ID: "e1", Meeting: "m1", Person: "halina", Move: data.CameIn, Capacity: data.Voter},
		data.Event{ID: "e0", Meeting: "m0", Person: "halina", Move: data.SentApologies},
		data.Motion{ID: "mo", Ref: "M-2026-05", Title: "Safer crossings on Mill Lane", Mover: "halina", Received: data.MustDate(2026, 4, 29), Status: data.Received},
		data.Body{ID: "gc", Name: data.GeneralCommittee},
		data.Seat{ID: "s1", Body: "gc", Number: 12, Class: data.OpenSeat, Person: "halina", Elected: data.MustDate(2025, 7, 10), How: data.ElectedBallot, Votes: &votes},
	)
	h.Choose("halina")
	c, ok, err := h.Card()
	if err != nil || !ok {
		t.Fatal(err)
	}
	want(t, c.Under, "A1058831 · Canalside · GC seat 12")
	want(t, c.Verdict.Title+": "+c.Verdict.Text, "Can vote on 14 May: Joined 3 Feb 2019, not in arrears")
	want(t, c.Attended, "1 of the last 2 meetings")
	var did []string
	for _, e := range c.History {
		did = append(did, e.When+" "+e.Title)
	}
	want(t, strings.Join(did, "; "), "29 April Moved M-2026-05; 9 April Attended as a voter; 12 March Sent apologies; 10 Jul 2025 Delegate to the General Committee")
	h.Choose("nobody")
	if _, ok, err := h.Card(); ok || err != nil {
		t.Errorf("somebody who is not there has a card, or %v", err)
	}
}

func TestANumberThatSomebodyHasIsRefusedBesideItsField(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	d := h.NewDraft()
	d.First, d.Last, d.Number = "Ann", "Prior", "A1058831"
	_, err := h.Save(d)
	var wrong *FieldError
	if !errors.As(err, &wrong) || wrong.Field != "number" || !errors.Is(err, book.ErrNumberTaken) {
		t.Fatalf("it said %v", err)
	}
	want(t, wrong.Error(), "A1058831 is already the membership number of Halina Tokarczuk. Correct the number, or open that person instead.")
	d.Number = ""
	said, err := h.Save(d)
	if err != nil {
		t.Fatal(err)
	}
	want(t, said, "Ann Prior is in the book.")
	d.Last = " "
	if _, err := h.Save(d); !errors.As(err, &wrong) || wrong.Field != "last" {
		t.Errorf("a person without a surname: %v", err)
	}
}

func TestAnEntryIsCorrectedWithoutLosingWhatTheFormDoesNotShow(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	if said, err := h.KeepNote("aled", "Prefers letters"); err != nil || said == "" {
		t.Fatal(said, err)
	}
	d, err := h.Draft("aled")
	if err != nil {
		t.Fatal(err)
	}
	d.Arrears, d.Phones, d.Address = false, "07700 900 188, , 0115 496 0000", "1 Mill Lane\n\nMillbrook"
	if _, err := h.Save(d); err != nil {
		t.Fatal(err)
	}
	h.look()
	h.Choose("aled")
	c, _, _ := h.Card()
	want(t, c.Note, "Prefers letters")
	want(t, len(c.Contact), 3)
	want(t, c.Contact[2].Text, "1 Mill Lane, Millbrook")
	want(t, h.row("Aled Davies").Standing.Text, "Can vote")
}

func TestANoteThatIsNoDifferentIsNoChange(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	before, _, _ := h.book.Undoable()
	said, err := h.KeepNote("aled", "  \n")
	after, _, _ := h.book.Undoable()
	if said != "" || err != nil || before != after {
		t.Errorf("it said %q, %v, and did %q", said, err, after)
	}
}

func TestSomebodyMarkedAsLeftCanBePutBack(t *testing.T) {
	h := newHall(t, data.MustDate(2026, 5, 4))
	aFew(h)
	h.Choose("halina")
	said, err := h.MarkLeft()
	if err != nil {
		t.Fatal(err)
	}
	want(t, said, "Halina Tokarczuk is marked as left. Old minutes keep the name.")
	h.look()
	want(t, h.filters(), "All 2, Can vote 0, In arrears 1, New 1, Under 27 1, Left the list 2, Guests 1")
	if _, err := h.PutBack(); err != nil {
		t.Fatal(err)
	}
	h.look()
	want(t, h.row("Halina Tokarczuk").Standing.Text, "Can vote")
}

// BenchmarkRegisterOfTwentyThousand is what a secretary of a very large branch waits for: each letter of a search, and
// the register after a Change.
func BenchmarkRegisterOfTwentyThousand(b *testing.B) {
	h := newHall(b, data.MustDate(2026, 5, 4))
	err := h.book.Change("set the scene", func(tx *book.Tx) error {
		for n := range 20_000 {
			row := memberRow(n % 219)
			p := data.Person{ID: data.PersonID(fmt.Sprint("p", n)), First: row[colFirst], Last: row[colLast], Status: data.Member, Joined: data.MustDate(2019, 2, 3)}
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	h.look()
	b.Run("search", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			h.Search("ohar zo")
		}
	})
	b.Run("refresh", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			h.look()
		}
	})
}
