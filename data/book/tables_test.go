package book

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"branchbook/data"
	"branchbook/data/example"
	"branchbook/data/intake"
	"branchbook/exports"
)

// exampleHall is the example branch, kept in a book.
func exampleHall(t *testing.T) *hall {
	t.Helper()
	h := newHall(t)
	for step := range example.Steps(example.Default) {
		h.change(step.What, func(tx *Tx) error {
			for _, record := range step.Records {
				if err := tx.Keep(record); err != nil {
					return err
				}
			}
			return nil
		})
	}
	h.change("count the ballots for the chair", func(tx *Tx) error {
		held, _, err := tx.Meetings.Last()
		if err != nil {
			return err
		}
		return tx.Contests.Put(data.Contest{
			ID: "chair", Meeting: held.ID, Title: "Chair", Kind: data.Elects, Places: 1, Rule: data.ByMostVotes, Status: data.ResultDeclared,
			Nominees: []data.Nominee{{Name: "Margaret Dunne"}, {Name: "Ben Carrick"}},
			Rounds:   []data.Round{{Places: 1, Standing: []int{0, 1}, Valid: 20, Closed: true, Votes: map[int]int{0: 11, 1: 9}}},
		})
	})
	return h
}

func (h *hall) table(kind data.PaperKind, o TableOrder) data.TableDoc {
	h.t.Helper()
	return read(h, func(r *Reading) (data.TableDoc, error) { return r.TableDoc(kind, o) })
}

func written(t *testing.T, d data.TableDoc) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, exports.WriteTable(context.Background(), &b, d, exports.House{}))
	return b.Bytes()
}

func TestEveryListOfTheCatalogueIsMadeFromTheBookAndCanBeWritten(t *testing.T) {
	h := exampleHall(t)
	for _, k := range data.TableKinds() {
		t.Run(k.Word, func(t *testing.T) {
			d := h.table(k.Kind, TableOrder{AsAt: day(14)})
			want(t, d.Kind, k.Kind)
			want(t, d.Branch, millbrook().Name)
			if len(d.Columns) == 0 || d.Title == "" || d.Sheet == "" || d.Summary == "" {
				t.Errorf("nothing to read in %q: %d columns, sheet %q, summary %q", d.Title, len(d.Columns), d.Sheet, d.Summary)
			}
			if k.Kind != data.NominationsPaper && len(d.Rows) == 0 {
				t.Error("no rows")
			}
			written(t, d)
			for _, key := range k.Keys() {
				if !slices.ContainsFunc(d.Offered, func(c data.ReturnColumn) bool { return c.Key == key }) {
					t.Errorf("the column %q is promised but not offered", key)
				}
			}
		})
	}
}

func TestNoListHoldsAPrivateNoteOrAColumnThatIsOff(t *testing.T) {
	h := exampleHall(t)
	h.change("note something private", func(tx *Tx) error {
		people, err := tx.People.All()
		if err != nil {
			return err
		}
		for _, p := range people {
			p.Note = "PRIVATE"
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		actions, err := tx.Actions.All()
		if err != nil {
			return err
		}
		for _, a := range actions {
			a.Note = "PRIVATE"
			if err := tx.Actions.Put(a); err != nil {
				return err
			}
		}
		return nil
	})
	for _, k := range data.TableKinds() {
		d := h.table(k.Kind, TableOrder{AsAt: day(14), Columns: k.Keys()})
		for _, r := range d.Rows {
			for _, c := range d.Offered {
				if strings.Contains(r.Text(c), "PRIVATE") {
					t.Fatalf("%s: a private note under %s", k.Title, c.Title)
				}
			}
		}
		if k.Kind == data.NewMembersPaper || k.Kind == data.PostListPaper || k.Kind == data.DoorListPaper {
			continue // which are about reaching people, or about their standing
		}
		for _, c := range h.table(k.Kind, TableOrder{AsAt: day(14)}).Columns {
			if c.Contact {
				t.Errorf("%s has %s on unless it is switched off", k.Title, c.Title)
			}
		}
	}
}

func TestAListThatThereIsNotIsExplained(t *testing.T) {
	h := newHall(t)
	err := h.Read(func(r *Reading) error { _, err := r.TableDoc("minutes", TableOrder{AsAt: day(14)}); return err })
	wantProblem(t, err, "no list called")
	err = h.Read(func(r *Reading) error {
		_, err := r.TableDoc(data.AttendancePaper, TableOrder{AsAt: day(14)})
		return err
	})
	wantProblem(t, err, "No meeting has been closed by Thu 14 May 2026")
}

func TestTheAttendanceIsThatOfTheLastMeetingUnlessAnotherIsNamed(t *testing.T) {
	h := exampleHall(t)
	d := h.table(data.AttendancePaper, TableOrder{AsAt: day(14)})
	want(t, d.Summary, "Ordinary meeting, Thu 9 Apr 2026")
	all := read(h, func(r *Reading) ([]data.Meeting, error) { return r.Meetings.All() })
	d = h.table(data.AttendancePaper, TableOrder{AsAt: day(14), Meeting: all[0].ID})
	want(t, d.Summary, all[0].Heading())
	want(t, d.Subject, data.ID(all[0].ID))
}

func TestTheSecondOfficersReturnIsVersionTwo(t *testing.T) {
	h := exampleHall(t)
	want(t, h.table(data.OfficersReturn, TableOrder{AsAt: day(14)}).Version, 1)
	h.change("export the officers", func(tx *Tx) error {
		return tx.Papers.Put(data.Paper{ID: data.PaperID(tx.NewID()), Kind: data.OfficersReturn, Version: 1})
	})
	want(t, h.table(data.OfficersReturn, TableOrder{AsAt: day(14)}).Version, 2)
}

// A book can be begun from the list that another one wrote.
func TestMembersThatWereExportedWithEveryColumnComeInAsTheSamePeople(t *testing.T) {
	h := exampleHall(t)
	kind, _ := data.TableKindOf(data.MembersPaper)
	doc := h.table(data.MembersPaper, TableOrder{AsAt: day(14), Columns: kind.Keys()})

	table, err := intake.ReadTable(written(t, doc), intake.Choice{})
	must(t, err)
	mapping := intake.Guess(table)
	must(t, mapping.Check())
	if unsure := mapping.ToConfirm(); len(unsure) > 0 {
		t.Errorf("a heading of our own is doubted: %q", mapping.Columns[unsure[0]].Heading)
	}
	listed, refused := intake.Read(table, mapping, day(14))
	if len(refused) > 0 {
		t.Fatalf("%d rows are refused, the first: %s", len(refused), refused[0].Reason)
	}
	for _, l := range listed {
		if len(l.Doubts) > 0 {
			t.Errorf("row %d is doubted: %s", l.Row, l.Doubts[0])
		}
	}

	fresh := newHall(t)
	diff := data.CompareLists(nil, listed, day(14))
	fresh.change("bring in the list", func(tx *Tx) error {
		for _, p := range diff.Apply(func() data.PersonID { return data.PersonID(tx.NewID()) }) {
			if err := tx.People.Put(p); err != nil {
				return err
			}
		}
		return nil
	})
	members := func(h *hall) []data.Person {
		return read(h, func(r *Reading) ([]data.Person, error) {
			return r.People.Where(func(p data.Person) bool { return p.Status == data.Member })
		})
	}
	byBook := cmpopts.IgnoreFields(data.Person{}, "ID", "Revision", "LastSeen", "MatchedByName", "Note")
	before, after := members(h), members(fresh)
	if len(before) < 200 {
		t.Fatalf("only %d members were exported", len(before))
	}
	if diff := cmp.Diff(before, after, byBook, cmpopts.EquateEmpty(), cmp.Comparer(func(a, b data.Date) bool { return a == b })); diff != "" {
		t.Errorf("not the same people (-exported +read):\n%s", diff)
	}
}
