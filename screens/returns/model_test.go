package returns

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// hall is a branch with a book, some days after its annual general meeting.
type hall struct {
	*Model
	book *book.Book
	t    *testing.T
	wall time.Time
	body data.BodyID
	held data.MeetingID
}

var agm = data.MustDate(2026, time.June, 11)

func newHall(t *testing.T, structure data.Structure) *hall {
	t.Helper()
	h := &hall{t: t, wall: time.Date(2026, 6, 12, 10, 31, 0, 0, time.UTC)}
	now := func() time.Time { return h.wall }
	branch := data.Branch{Name: "Millbrook & Canalside", CLP: "Northgate CLP", Structure: structure, CLPSecretary: "Ruth Gallagher"}
	var err error
	h.book, _, err = book.Create(filepath.Join(t.TempDir(), "book-1"), "a long walk to the hall", branch, book.Options{Now: now, WorkFactor: 1})
	must(t, err)
	t.Cleanup(func() { must(t, h.book.Close()) })
	h.Model = NewModel(h.book, now)
	must(t, h.Refresh())
	return h
}

func (h *hall) change(what string, f func(tx *book.Tx) error) {
	h.t.Helper()
	must(h.t, h.book.Change(what, f))
	must(h.t, h.Refresh())
}

// delegates puts so many into seats at the annual general meeting; the first has agreed to share an email.
func (h *hall) delegates(n int) {
	h.t.Helper()
	h.change("elect the delegates", func(tx *book.Tx) error {
		h.body = data.BodyID(tx.NewID())
		if err := tx.Bodies.Put(data.Body{ID: h.body, Name: data.GeneralCommittee, Place: 1}); err != nil {
			return err
		}
		for i := range n {
			p := data.Person{ID: data.PersonID(tx.NewID()), First: "Member", Last: fmt.Sprintf("Number%02d", i+1), Status: data.Member, Gender: data.Woman}
			p.Email = fmt.Sprintf("m%d@example.org", i+1)
			if err := tx.People.Put(p); err != nil {
				return err
			}
			if err := tx.Seats.Put(data.Seat{ID: data.SeatID(tx.NewID()), Body: h.body, Number: i + 1, Class: data.OpenSeat, Person: p.ID,
				Elected: agm, How: data.ElectedBallot, Consent: i == 0}); err != nil {
				return err
			}
		}
		return nil
	})
}

// meeting closes the annual general meeting with three voters.
func (h *hall) meeting() {
	h.t.Helper()
	h.change("hold the meeting", func(tx *book.Tx) error {
		h.held = data.MeetingID(tx.NewID())
		m := data.Meeting{ID: h.held, Kind: data.AGM, Date: agm, Status: data.Closed, Starts: data.MustTime(19, 30)}
		if err := tx.Meetings.Put(m); err != nil {
			return err
		}
		for i := range 3 {
			p := data.Person{ID: data.PersonID(tx.NewID()), First: "Voter", Last: fmt.Sprintf("Number%02d", i+1), Status: data.Member}
			if err := tx.People.Put(p); err != nil {
				return err
			}
			e := data.Event{ID: data.EventID(tx.NewID()), Meeting: h.held, Person: p.ID, Move: data.CameIn, At: data.MustTime(19, 31+i), Capacity: data.Voter}
			if err := tx.Events.Put(e); err != nil {
				return err
			}
		}
		return tx.Items.Put(data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: h.held, Place: 1, Kind: data.ItemMinutes, Heading: "Minutes of the last meeting"})
	})
}

// exported enters a paper in the sharing log, as exporting does.
func (h *hall) exported(p data.Paper) {
	h.t.Helper()
	h.change("export", func(tx *book.Tx) error {
		p.ID, p.Made, p.Hash = data.PaperID(tx.NewID()), tx.Now().UTC(), "3f2a91c077de0b14"
		return tx.Papers.Put(p)
	})
	h.wall = h.wall.AddDate(0, 0, 1)
	must(h.t, h.Refresh())
}

func (h *hall) waiting() int {
	h.t.Helper()
	n, err := h.Waiting()
	must(h.t, err)
	return n
}

func TestAReturnThatNeverLeftWaits(t *testing.T) {
	h := newHall(t, data.Delegates)
	want(t, h.waiting(), 0)
	h.delegates(2)
	want(t, h.waiting(), 1)
	want(t, h.Cards[DelegatesReturn].Mark.Text, "To export")
	h.exported(data.Paper{Kind: data.DelegateReturn, Subject: data.ID(h.body), Version: 1, People: 2})
	want(t, h.waiting(), 0)
	want(t, h.Cards[DelegatesReturn].Mark.Text, "Up to date")
	want(t, h.Cards[DelegatesReturn].Last, "Last exported 12 June, version 1")
}

func TestANewDelegateMakesANewVersion(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(2)
	h.exported(data.Paper{Kind: data.DelegateReturn, Subject: data.ID(h.body), Version: 1, People: 2})
	h.change("elect one more", func(tx *book.Tx) error {
		p := data.Person{ID: data.PersonID(tx.NewID()), First: "Zoë", Last: "Okafor", Status: data.Member}
		if err := tx.People.Put(p); err != nil {
			return err
		}
		return tx.Seats.Put(data.Seat{ID: data.SeatID(tx.NewID()), Body: h.body, Number: 3, Class: data.OpenSeat, Person: p.ID, Elected: h.today(), How: data.ElectedHands})
	})
	want(t, h.waiting(), 1)
	want(t, h.Cards[DelegatesReturn].Mark.Text, "v2 ready")
	want(t, h.Cards[DelegatesReturn].Since, "Since then: 1 in")
	want(t, h.Preview.Title, "Delegate return, version 2")
	want(t, h.Preview.Since, "What changed since version 1")
	want(t, h.Preview.Changes[0].Text, "In: Zoë Okafor, seat 3: elected Sat 13 Jun 2026, show of hands")
}

func TestThePreviewIsTheReturnAsItWouldBeWritten(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(1)
	want(t, strings.Join(h.Preview.Head, "|"), "No.|Class|First name|Last name|Date elected|How elected")
	want(t, strings.Join(h.Preview.Rows[0], "|"), "1|Open|Member|Number01|11/06/2026|Ballot")
	want(t, h.Preview.Private, false)
	must(t, h.Switch("email", true))
	want(t, h.Preview.Head[4], "Email")
	want(t, h.Preview.Rows[0][4], "m1@example.org")
	want(t, h.Preview.Personal, "Personal data: email of 1 person.")
	want(t, h.Cards[DelegatesReturn].Columns, "7 columns, 1 personal")
	must(t, h.Switch("email", false))
	want(t, len(h.Preview.Head), 6)
}

func TestAnEmailIsNotShownWithoutConsent(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(2)
	must(t, h.Switch("email", true))
	want(t, h.Preview.Rows[1][4], "")
	if !strings.Contains(strings.Join(h.Preview.Warnings, " "), "no consent") {
		t.Errorf("nothing is said of the email that is held back: %q", h.Preview.Warnings)
	}
}

func TestTheCoveringNoteNamesNoDelegate(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(2)
	if !strings.Contains(h.Preview.Note, "Dear Ruth Gallagher") || strings.Contains(h.Preview.Note, "Number01") {
		t.Errorf("covering note: %s", h.Preview.Note)
	}
}

func TestTheAttendanceIsOfTheLastMeeting(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.meeting()
	want(t, h.waiting(), 2)
	must(t, h.Show(AttendanceReturn, ""))
	want(t, len(h.Preview.Rows), 3)
	want(t, h.Preview.Rows[0][5], "7.31pm")
	want(t, h.Order().Table.Meeting, h.held)
	want(t, h.Preview.Subjects[0], "Annual general meeting, Thu 11 Jun 2026")
	h.exported(data.Paper{Kind: data.AttendancePaper, Subject: data.ID(h.held), Version: 1, People: 3})
	want(t, h.Preview.Mark.Text, "Up to date")
	want(t, h.waiting(), 1)
}

func TestMinutesThatWereAlteredAfterTheExportWait(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.meeting()
	must(t, h.Show(MinutesReturn, h.held))
	h.exported(data.Paper{Kind: data.MinutesPaper, Subject: data.ID(h.held), Version: 1, People: 3})
	want(t, h.Preview.Mark.Text, "Up to date")
	h.change("alter an item", func(tx *book.Tx) error {
		items, err := tx.Items.Of(h.held)
		if err != nil {
			return err
		}
		items[0].Heading = "Minutes of the meeting in May"
		return tx.Items.Put(items[0])
	})
	want(t, h.Preview.Mark.Text, "v2 ready")
	var texts []string
	for _, l := range h.Preview.Pages {
		texts = append(texts, l.Text)
	}
	if !strings.Contains(strings.Join(texts, "\n"), "1. Minutes of the meeting in May") {
		t.Errorf("the minutes are not shown: %q", texts)
	}
}

func TestNobodyIsADelegateUnderAllMembers(t *testing.T) {
	h := newHall(t, data.AllMembers)
	want(t, h.Preview.Verb, "")
	if !strings.Contains(h.Preview.Empty, "no delegate return") {
		t.Errorf("got %q", h.Preview.Empty)
	}
}

func TestTheLogSaysWhatLeftTheBook(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.delegates(2)
	h.exported(data.Paper{Kind: data.DelegateReturn, Subject: data.ID(h.body), Version: 1, People: 2, Columns: []string{"no", "last"}, To: "Ruth Gallagher"})
	h.exported(data.Paper{Kind: data.BackupPaper, Version: 1})
	want(t, len(h.Log), 2)
	want(t, h.Log[0].Cells[0].Text, "Backup")
	row := h.Log[1].Cells
	want(t, row[0], parts.Cell{Text: "Delegate return", Sub: "General Committee", Bold: true})
	want(t, row[2].Text, "12 Jun 2026")
	want(t, row[2].Sub, "10.31am")
	want(t, row[4].Text, "2 columns")
	want(t, row[6].Text, "3f2a91c0")
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
