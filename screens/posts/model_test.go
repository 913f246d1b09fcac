package posts

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

// hall is a branch with a book, on the evening of its annual general meeting.
type hall struct {
	*Model
	book *book.Book
	t    *testing.T
}

var agm = data.MustDate(2026, time.June, 11)

func newHall(t *testing.T, structure data.Structure) *hall {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 6, 11, 20, 12, 0, 0, time.UTC) }
	branch := data.Branch{Name: "Millbrook & Canalside", CLP: "Northgate", Structure: structure, CLPSecretary: "Ruth Gallagher"}
	b, _, err := book.Create(filepath.Join(t.TempDir(), "book-1"), "a long walk to the hall", branch, book.Options{Now: now, WorkFactor: 1})
	must(t, err)
	t.Cleanup(func() { must(t, b.Close()) })
	h := &hall{NewModel(b, now), b, t}
	h.refresh()
	return h
}

// listed brings in a list of so many members, half of them women by turns, as at 1 May 2026.
func (h *hall) listed(members int) {
	h.t.Helper()
	must(h.t, h.book.Change("bring in the list", func(tx *book.Tx) error {
		for i := range members {
			p := data.Person{ID: data.PersonID(tx.NewID()), First: "Member", Last: fmt.Sprintf("Number%03d", i+1), Status: data.Member, Gender: data.Man}
			if i%2 == 0 {
				p.Gender = data.Woman
			}
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		list := data.ListImport{ID: data.ImportID(tx.NewID()), AsAt: data.MustDate(2026, time.May, 1)}
		list.Counts.Members = members
		return tx.Imports.Put(list)
	}))
	h.refresh()
}

func (h *hall) refresh() {
	h.t.Helper()
	must(h.t, h.Refresh())
}

// elect records a delegate by name, elected at the annual general meeting.
func (h *hall) elect(name string) {
	h.t.Helper()
	_, err := h.Record(Draft{Who: h.people.Resolve("", name), Class: data.OpenSeat, Elected: agm, How: data.ElectedBallot})
	must(h.t, err)
	h.refresh()
}

func (h *hall) officer(post string) Officer {
	h.t.Helper()
	for _, o := range h.Officers {
		if o.Name == post {
			return o
		}
	}
	h.t.Fatalf("no post of %s", post)
	return Officer{}
}

func TestOfficersInPostAreTypedOnTheFirstNight(t *testing.T) {
	h := newHall(t, data.Delegates)
	sheet := h.Sheet()
	want(t, len(sheet), 5)
	want(t, sheet[0].Name, "Chair")
	sheet[0].Who, sheet[0].From = h.people.Resolve("", "Margaret Dunne"), data.MustDate(2024, time.July, 11)
	sheet[2].Who = h.people.Resolve("", "Jean Whitcombe")
	filled, err := h.TakeOffice(sheet)
	must(t, err)
	h.refresh()
	want(t, filled, 2)
	want(t, h.Filled, "2 of 5 filled")
	want(t, h.officer("Chair").Holder, "Margaret Dunne")
	want(t, h.officer("Chair").Years, "2nd year")
	want(t, h.officer("Secretary").Years, "since not known")
	want(t, h.officer("Treasurer").Holder, "Vacant")
	want(t, len(h.Sheet()), 3)
}

func TestASuccessorEndsTheOldTermTheDayBefore(t *testing.T) {
	h := newHall(t, data.Delegates)
	sheet := h.Sheet()
	sheet[0].Who, sheet[0].From = parts.Who{Name: "Margaret Dunne"}, data.MustDate(2024, time.July, 11)
	_, err := h.TakeOffice(sheet)
	must(t, err)
	h.refresh()
	must(t, h.Succeed(h.officer("Chair").Post, parts.Who{Name: "Tomasz Wiśniewski"}, agm, data.ElectedHands))
	h.refresh()
	want(t, h.officer("Chair").Holder, "Tomasz Wiśniewski")
	want(t, h.officer("Chair").Years, "1st year")
	must(t, h.book.Read(func(r *book.Reading) error {
		terms, err := r.Terms.All()
		want(t, terms[0].To, agm.AddDays(-1))
		want(t, terms[1].How, data.ElectedHands)
		return err
	}))
}

func TestWhoIsElectedAgainKeepsTheirYears(t *testing.T) {
	h := newHall(t, data.Delegates)
	sheet := h.Sheet()
	sheet[0].Who, sheet[0].From = parts.Who{Name: "Margaret Dunne"}, data.MustDate(2024, time.June, 13)
	_, err := h.TakeOffice(sheet)
	must(t, err)
	h.refresh()
	must(t, h.Succeed(h.officer("Chair").Post, h.people.Resolve("", "margaret dunne"), data.MustDate(2025, time.June, 12), data.ElectedUnopposed))
	h.refresh()
	want(t, h.officer("Chair").Years, "2nd year")
	want(t, len(h.names), 1)
}

func TestAVacantPostSaysSinceWhen(t *testing.T) {
	h := newHall(t, data.Delegates)
	sheet := h.Sheet()
	sheet[3].Who = parts.Who{Name: "Lars Sørensen"}
	_, err := h.TakeOffice(sheet)
	must(t, err)
	h.refresh()
	must(t, h.Vacate(h.officer("Treasurer").Post, data.MustDate(2026, time.April, 8)))
	h.refresh()
	want(t, h.officer("Treasurer").Holder, "Vacant since 9 April")
	want(t, h.officer("Treasurer").Vacant, true)
}

func TestPostsAreAddedRenamedAndReordered(t *testing.T) {
	h := newHall(t, data.Delegates)
	_, err := h.TakeOffice(h.Sheet())
	must(t, err)
	h.refresh()
	id, err := h.AddPost("Youth officer")
	must(t, err)
	h.refresh()
	must(t, h.RenamePost(id, "Young members' officer"))
	must(t, h.MovePost(id, -1))
	h.refresh()
	want(t, h.Officers[4].Name, "Young members' officer")
	_, err = h.AddPost("chair")
	wantSaid(t, err, "already")
}

// Scenario 12: 216 members at one for every 15 or part of 15.
func TestTheEntitlementIsRoundedUpWithBothReadings(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(216)
	want(t, h.Seats, "15 seats")
	want(t, h.Sum, "216 members ÷ 15 = 14.4, rounded up: 15 seats")
	want(t, h.SumNotes[0], "14 if rounded down. Counted on Fri 1 May 2026.")
	want(t, len(h.Rows), 15)
	want(t, h.Chip.Text, "0 filled, 15 vacant")
}

func TestFifteenSeatsWithEightWomenAreBalanced(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(216)
	for i := range 15 {
		h.elect(fmt.Sprintf("Member Number%03d", i+1))
	}
	want(t, h.Women, 8)
	want(t, h.Needed, 8)
	want(t, h.Balance.Text, "Balance met")
	want(t, h.Balance.Tone, parts.Green)
	want(t, h.Chip.Text, "15 filled")
	want(t, h.Rows[14].Cells[1].Text, "Member Number015")
}

func TestMembershipTodayIsShownWhereItDiffersFromTheList(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(216)
	must(t, h.book.Change("add somebody", func(tx *book.Tx) error {
		return tx.People.Put(data.Person{ID: data.PersonID(tx.NewID()), Last: "Okafor", Status: data.Member})
	}))
	h.refresh()
	want(t, strings.Join(h.SumNotes, " ")[:len("14 if rounded down. Counted on Fri 1 May 2026. Today: 217 members")], "14 if rounded down. Counted on Fri 1 May 2026. Today: 217 members")
}

func TestOneSeatMoreThanEntitledIsRecordedAndNoticed(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(16)
	h.elect("Member Number001")
	h.elect("Member Number003")
	more := Draft{Who: h.people.Resolve("", "Member Number005"), Elected: agm}
	wantSaid(t, fmt.Errorf("%s", h.Look(more)), "16 members ÷ 15")
	h.elect("Member Number005")
	want(t, h.Chip.Text, "3 filled, 1 more than entitled")
	wantSaid(t, fmt.Errorf("%s", strings.Join(h.Warnings, " ")), "entitled to 2")
}

func TestOnePersonInTwoSeatsIsNoticed(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(216)
	h.elect("Member Number001")
	wantSaid(t, fmt.Errorf("%s", h.Look(Draft{Who: h.people.Resolve("", "Member Number001"), Elected: agm})), "already has seat 1")
}

func TestAnEndedSeatIsVacantTheDayAfter(t *testing.T) {
	h := newHall(t, data.Delegates)
	h.listed(30)
	h.elect("Member Number001")
	h.elect("Member Number002")
	must(t, h.book.Change("backdate", func(tx *book.Tx) error {
		all, err := tx.Seats.All()
		all[0].Elected = data.MustDate(2025, time.July, 10)
		return firstError(err, tx.Seats.Put(all[0]))
	}))
	h.refresh()
	must(t, h.EndSeat(h.Rows[0].ID, data.MustDate(2026, time.April, 9), "moved away"))
	h.refresh()
	want(t, h.Rows[0].Vacant, true)
	what, _, _ := h.book.Undoable()
	want(t, what, "end seat 1 of Member Number001 on 9 Apr 2026: moved away")
	h.elect("Member Number004")
	want(t, h.Rows[0].Cells[1].Text, "Member Number004")
}

func TestNobodyIsADelegateUnderAllMembers(t *testing.T) {
	h := newHall(t, data.AllMembers)
	want(t, h.NoDelegates, true)
	want(t, h.Kept, false)
	must(t, h.BeginLiaison())
	h.refresh()
	want(t, h.Kept, true)
	h.elect("Zoë Okafor")
	want(t, len(h.Rows), 1)
	want(t, h.Seats, "")
}

func TestFewLettersFindAMember(t *testing.T) {
	h := newHall(t, data.Delegates)
	sheet := h.Sheet()
	sheet[0].Who = parts.Who{Name: "Siân Llewellyn"}
	_, err := h.TakeOffice(sheet)
	must(t, err)
	h.refresh()
	found := h.people.Match("sian ll")
	want(t, len(found), 1)
	want(t, found[0].Note, "chair")
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
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

func wantSaid(t *testing.T, err error, words string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), words) {
		t.Errorf("got %v, want words about %q", err, words)
	}
}
