package election

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// hall is a branch with a book, on the evening of its annual general meeting.
type hall struct {
	*Model
	book    *book.Book
	meeting data.MeetingID
	body    data.BodyID
	t       *testing.T
}

var agm = data.MustDate(2026, time.June, 11)

// sixteen stand for the General Committee in scenario 12, with what they count as and their votes.
var sixteen = []struct {
	name   string
	gender data.Gender
	votes  int
}{
	{"Nadia Benkhelifa", data.Woman, 27}, {"Margaret Dunne", data.Woman, 26}, {"Grace Mbeki", data.Woman, 25}, {"Tomasz Wiśniewski", data.Man, 25},
	{"Zoë Okafor", data.Woman, 24}, {"Adebayo Adeyemi", data.Man, 23}, {"Halina Tokarczuk", data.Woman, 22}, {"Priya Chandrasekar", data.Woman, 21},
	{"Lars Sørensen", data.Man, 20}, {"Siobhán Keogh", data.Woman, 19}, {"Ben Carrick", data.Man, 18}, {"José Cárdenas", data.Man, 17},
	{"Okan Yıldız", data.Man, 14}, {"Aoife Ní Bhriain", data.Woman, 14}, {"Siân Llewellyn", data.Woman, 11}, {"Dilys Prosser", data.Woman, 9},
}

func newHall(t *testing.T) *hall {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 6, 11, 20, 12, 0, 0, time.UTC) }
	branch := data.Branch{Name: "Millbrook & Canalside", CLP: "Northgate", Structure: data.Delegates}
	b, _, err := book.Create(filepath.Join(t.TempDir(), "book-1"), "a long walk to the hall", branch, book.Options{Now: now, WorkFactor: 1})
	must(t, err)
	t.Cleanup(func() { must(t, b.Close()) })
	h := &hall{Model: NewModel(b, now), book: b, t: t}
	must(t, b.Change("people the branch", func(tx *book.Tx) error { return h.people(tx) }))
	h.refresh()
	return h
}

// people puts a branch of 216 members by its list into the book, with those whom the evening needs by name, the posts, the
// body, and the meeting with its agenda.
func (h *hall) people(tx *book.Tx) error {
	put := func(first, last string, g data.Gender, joined data.Date) error {
		return tx.People.Put(data.Person{ID: data.PersonID(tx.NewID()), First: first, Last: last, Status: data.Member, Gender: g, Joined: joined})
	}
	old := data.MustDate(2019, time.March, 3)
	for _, n := range sixteen {
		first, last, _ := strings.Cut(n.name, " ")
		if err := put(first, last, n.gender, old); err != nil {
			return err
		}
	}
	for _, name := range []string{"Jean Whitcombe", "June Ashworth", "Ilse Brandt"} {
		first, last, _ := strings.Cut(name, " ")
		if err := put(first, last, data.Woman, old); err != nil {
			return err
		}
	}
	if err := put("Kofi", "Mensah", data.Man, old); err != nil {
		return err
	}
	if err := put("Callum", "Frazer", data.Man, data.MustDate(2026, time.April, 28)); err != nil {
		return err
	}
	if err := tx.Imports.Put(data.ListImport{ID: data.ImportID(tx.NewID()), AsAt: data.MustDate(2026, time.June, 1), Counts: data.Membership{Members: 216}}); err != nil {
		return err
	}
	for _, p := range data.StandardPosts() {
		p.ID = data.PostID(tx.NewID())
		if err := tx.Posts.Put(p); err != nil {
			return err
		}
	}
	h.body, h.meeting = data.BodyID(tx.NewID()), data.MeetingID(tx.NewID())
	if err := tx.Bodies.Put(data.Body{ID: h.body, Name: data.GeneralCommittee, Place: 1}); err != nil {
		return err
	}
	if err := tx.Meetings.Put(data.Meeting{ID: h.meeting, Kind: data.AGM, Date: agm, Status: data.InSession}); err != nil {
		return err
	}
	for i, heading := range []string{"Election of branch officers", "Election of delegates to the General Committee"} {
		item := data.AgendaItem{ID: data.ItemID(tx.NewID()), Meeting: h.meeting, Place: i + 1, Kind: data.ItemElection, Heading: heading}
		if err := tx.Items.Put(item); err != nil {
			return err
		}
	}
	return nil
}

func (h *hall) refresh() {
	h.t.Helper()
	must(h.t, h.Refresh())
}

// does is a verb that says what it did.
func (h *hall) does(line string, err error) string {
	h.t.Helper()
	must(h.t, err)
	h.refresh()
	return line
}

func (h *hall) who(name string) parts.Who {
	h.t.Helper()
	w := h.held.find.Resolve("", name)
	if w.ID == "" {
		h.t.Fatalf("nobody is called %s", name)
	}
	return parts.Who{ID: w.ID}
}

// subject finds what can be contested by its words.
func (h *hall) subject(words string) Subject {
	h.t.Helper()
	for _, s := range h.Subjects() {
		if s.Words == words {
			return s
		}
	}
	h.t.Fatalf("nothing is called %s", words)
	return Subject{}
}

// begin begins the contest that is usual for a subject.
func (h *hall) begin(words string) {
	h.t.Helper()
	h.does(h.Begin(h.Suggest(h.subject(words))))
}

// nominate puts people forward, each proposed and seconded by two others.
func (h *hall) nominate(names ...string) {
	h.t.Helper()
	for _, name := range names {
		n := h.New()
		n.Who, n.Proposer, n.Seconder = h.who(name), h.who("June Ashworth"), h.who("Kofi Mensah")
		h.does(h.Nominate(n))
	}
}

// nominee is the place of somebody in the list.
func (h *hall) nominee(name string) int {
	h.t.Helper()
	i := slices.IndexFunc(h.held.contest.Nominees, func(n data.Nominee) bool { return n.Called(h.held.People) == name })
	if i < 0 {
		h.t.Fatalf("%s is not nominated", name)
	}
	return i
}

// ballots types what became of the ballots.
func (h *hall) ballots(issued, valid, spoilt, notCast int) {
	h.t.Helper()
	must(h.t, h.PutFigure(Issued, issued))
	must(h.t, h.PutFigure(Valid, valid))
	must(h.t, h.PutSpoilt("blank", spoilt))
	must(h.t, h.PutFigure(NotCast, notCast))
	h.refresh()
}

func (h *hall) votes(name string, n int) {
	h.t.Helper()
	must(h.t, h.PutVotes(h.nominee(name), n))
	h.refresh()
}

// row is somebody's row, cell by cell.
func (h *hall) row(name string) Row {
	h.t.Helper()
	for _, r := range h.Page.Rows {
		if r.Words == name {
			return r
		}
	}
	h.t.Fatalf("%s has no row", name)
	return Row{}
}

// minuted is what the minutes print of the contests, in order.
func (h *hall) minuted() []data.MinutedPart {
	h.t.Helper()
	var out []data.MinutedPart
	must(h.t, h.book.Read(func(r *book.Reading) error {
		e, err := r.Evening(h.meeting)
		if err != nil {
			return err
		}
		for _, item := range e.Minutes(data.MinutesStyle{}).Items {
			for _, p := range item.Parts {
				if p.Kind == data.BlockContest {
					out = append(out, p)
				}
			}
		}
		return nil
	}))
	return out
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func want[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func wantSaid(t *testing.T, err error, words string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), words) {
		t.Errorf("got %v, want words about %q", err, words)
	}
}

func lines(all []Line) string {
	var out []string
	for _, l := range all {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s", l.Lead, l.Text)))
	}
	return strings.Join(out, "\n")
}
