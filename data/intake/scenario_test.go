package intake

import (
	"errors"
	"fmt"
	"testing"

	"branchbook/data"

	"github.com/google/go-cmp/cmp"
)

func errorsBelow(err error) error { return errors.Unwrap(err) }

func newIDs() func() data.PersonID {
	n := 0
	return func() data.PersonID { n++; return data.PersonID(fmt.Sprintf("p%04d", n)) }
}

// book stores what a comparison would store.
func book(people []data.Person, changed []data.Person) []data.Person {
	after := data.NamesOf(people)
	for _, p := range changed {
		after[p.ID] = p
	}
	var out []data.Person
	for _, p := range people {
		out = append(out, after[p.ID])
		delete(after, p.ID)
	}
	for _, p := range changed {
		if _, isNew := after[p.ID]; isNew {
			out = append(out, p)
		}
	}
	return out
}

func TestTheFirstListBringsIn214AndRefusesThree(t *testing.T) {
	table := readTable(t, asFile(t, listA()))
	if table.How != "semicolons, Windows-1252" || len(table.Rows) != 217 || table.HeadingRow != 1 {
		t.Fatalf("read as %q, %d rows, headings on row %d", table.How, len(table.Rows), table.HeadingRow)
	}
	members, refused := bringIn(t, asFile(t, listA()), may1)
	if len(members) != 214 {
		t.Errorf("%d members, want 214", len(members))
	}
	want := []data.Refusal{
		{Row: 92, Name: memberName(300), Number: "L0120444", Reason: "Number L0120444 is already on row 14."},
		{Row: 150, Name: memberRow(301)[colFirst], Number: "L0131137", Reason: "The surname is empty."},
		{Row: 203, Name: memberName(302), Number: "L0131174", Reason: "Join date 31/02/2026 is not a real date."},
	}
	if diff := cmp.Diff(want, refused); diff != "" {
		t.Errorf("refused (-want +got):\n%s", diff)
	}
	if got := members[0].Name(); got != "Zoë O'Hare" {
		t.Errorf("the first member is %q", got)
	}

	d := data.CompareLists(nil, members, may1).LeftOut(refused)
	got := d.Import("i1", "members-may-2026.csv", table.How)
	if got.Rows != 217 || got.New != 214 || len(got.Refused) != 3 {
		t.Errorf("import says %d rows, %d new, %d refused", got.Rows, got.New, len(got.Refused))
	}
	counts := data.Membership{Members: 214, Women: 112, Men: 99, NotStated: 3, Young: 19, Arrears: 9, NoEmail: 26}
	if diff := cmp.Diff(counts, got.Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
}

func memberName(n int) string { r := memberRow(n); return r[colFirst] + " " + r[colLast] }

func TestNextMonthsListHasFiveNewThreeMissingFourChanged(t *testing.T) {
	ids := newIDs()
	members, _ := bringIn(t, asFile(t, listA()), may1)
	people := book(nil, data.CompareLists(nil, members, may1).Apply(ids))

	next, refused := bringIn(t, asFile(t, listB()), june1)
	if len(next) != 216 || len(refused) != 0 {
		t.Fatalf("list B: %d members, %d refused", len(next), len(refused))
	}
	d := data.CompareLists(people, next, june1)
	if len(d.New) != 5 || len(d.Missing) != 3 || len(d.Changed) != 4 || len(d.Unchanged) != 207 || len(d.Ask) != 0 || len(d.MatchedByName) != 0 {
		t.Fatalf("new %d, missing %d, changed %d, unchanged %d, asked %d, by name %d", len(d.New), len(d.Missing), len(d.Changed), len(d.Unchanged), len(d.Ask), len(d.MatchedByName))
	}
	var changes []data.FieldChange
	for _, c := range d.Changed {
		changes = append(changes, c.Fields...)
	}
	want := []data.FieldChange{
		{Field: "Arrears", Old: "since 1 May 2026", New: "cleared"},
		{Field: "Address", Old: "31 Lock Road, Flat 1, Northgate", New: "31 Weir Close, Northgate"},
		{Field: "Address", Old: "32 Lock Road, Flat 2, Northgate", New: "7 Weir Close, Northgate"},
		{Field: "Email", Old: "member32@example.org", New: "another@example.org"},
	}
	if diff := cmp.Diff(want, changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}

	after := book(people, d.Apply(ids))
	if len(after) != 219 {
		t.Errorf("%d people in the book, want 219: nobody is deleted", len(after))
	}
	left := 0
	for _, p := range after {
		if p.Status == data.Left {
			left++
			if p.LeftOn != june1 || p.LastSeen != may1 {
				t.Errorf("left on %s, last seen %s", p.LeftOn, p.LastSeen)
			}
		}
	}
	if left != 3 {
		t.Errorf("%d left the list, want 3", left)
	}
	if got := data.CountMembers(after, june1); got.Members != 216 || got.Arrears != 8 {
		t.Errorf("after: %+v", got)
	}
}

func TestTheSameListAgainChangesNothing(t *testing.T) {
	members, _ := bringIn(t, asFile(t, listA()), may1)
	people := data.CompareLists(nil, members, may1).Apply(newIDs())
	d := data.CompareLists(people, members, may1)
	if len(d.Unchanged) != 214 || len(d.Apply(newIDs())) != 0 {
		t.Errorf("unchanged %d, to be stored %d", len(d.Unchanged), len(d.Apply(newIDs())))
	}
}
