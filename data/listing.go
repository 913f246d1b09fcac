package data

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// ListedAs is what a membership list says of somebody's subscription; "" when it says nothing.
type ListedAs string

// What a list can say of a subscription. From lapsed on, they are on the paper but
// no longer a member.
const (
	ListedNotSaid  ListedAs = ""
	ListedCurrent  ListedAs = "current"
	ListedArrears  ListedAs = "in arrears"
	ListedLapsed   ListedAs = "lapsed"
	ListedResigned ListedAs = "resigned"
	ListedMoved    ListedAs = "transferred out"
	ListedDied     ListedAs = "died"
)

// Gone says whether the list names somebody only to say that they are a member no more.
func (l ListedAs) Gone() bool {
	return l == ListedLapsed || l == ListedResigned || l == ListedMoved || l == ListedDied
}

// A ListedMember is one row of somebody's membership list, read but not yet compared with the book. A blank field means
// that the list did not say.
type ListedMember struct {
	// Row is the row's number as a spreadsheet shows it, from 1. No two rows of a list share it.
	Row      int
	Number   string
	Title    string
	First    string
	Last     string
	Gender   Gender
	Turns27  Date
	Email    string
	Phones   []string
	Address  []string
	Postcode string
	Ward     string
	Joined   Date
	Standing ListedAs
	// ArrearsSince is since when the list says that they owe; zero where it does not say.
	ArrearsSince Date
	// Doubts are sentences about what was read but could not be trusted; the row is brought in without it.
	Doubts []string
}

// Name returns the name as minutes would print it.
func (l ListedMember) Name() string { return strings.TrimSpace(l.First + " " + l.Last) }

// A FieldChange is one thing that a list says differently from the book. Old or New is "" where there is nothing.
type FieldChange struct {
	Field string // as a screen names it: "Address"
	Old   string
	New   string
}

// A ListMatch is somebody in the book who is also on the list.
type ListMatch struct {
	Row    int
	Before Person
	After  Person
	// Fields is what a reader would see change; the dates on which the list was seen are not among them.
	Fields []FieldChange
	// ByName says that the list and the book share no membership number for them, only a name that nobody else has.
	ByName bool
	// Rejoined says that the book had them as left, or as a guest, and that the list has them as a member.
	Rejoined bool
}

// A ListQuestion is a row that may or may not be somebody in the book. It is never decided without the secretary.
type ListQuestion struct {
	Listed     ListedMember
	Candidates []Person
	Why        string // a sentence
}

// A ListDiff is how a membership list differs from the book. Nothing has been changed yet.
type ListDiff struct {
	AsAt Date
	New  []ListedMember
	// Changed and Unchanged are the people who are in both.
	Changed   []ListMatch
	Unchanged []ListMatch
	// MatchedByName are those of Changed and Unchanged who were matched by name alone.
	MatchedByName []ListMatch
	// Missing are the members who are not on the list. Apply marks them as left; nobody is deleted.
	Missing []Person
	// KeepMissing, when set, makes Apply leave the missing as the members they are.
	KeepMissing bool
	// Held are members who are not on the list only because their row was refused. They stay as they are.
	Held []Person
	// Ask are rows that nobody but the secretary can place; until Answer, they and their candidates stay as they are.
	Ask []ListQuestion
	// Gone are rows that say lapsed or resigned of somebody whom the book does not have. Nothing is done with them.
	Gone []ListedMember
	// Findings are worth a look before the list is brought in: an older list, or one with many missing.
	Findings []Finding

	people  []Person
	listed  []ListedMember
	refused []Refusal
	answers map[int]PersonID
}

// CompareLists works out how a membership list, made on the date asAt, differs from the people in the book.
//
// A row is somebody in the book when the membership numbers are the same; or, where one of the two has no number, when
// nobody else in the book or on the list has that name. Everything else that looks alike is asked. A blank on the list
// never takes away what the book holds; arrears are cleared only when the list says that the subscription is current.
func CompareLists(people []Person, listed []ListedMember, asAt Date) ListDiff {
	return compareLists(people, listed, asAt, nil, nil)
}

// LeftOut returns the comparison with the rows that were refused taken into account: a member whose own row was refused
// is held as they are, not missing.
func (d ListDiff) LeftOut(refused []Refusal) ListDiff {
	out := compareLists(d.people, d.listed, d.AsAt, refused, d.answers)
	out.KeepMissing = d.KeepMissing
	return out
}

// Answer returns the comparison with one question of Ask settled: the row is that person, or with "" somebody new. An
// answer that names somebody whom the book does not have, or who is already matched, leaves the question open.
func (d ListDiff) Answer(row int, is PersonID) ListDiff {
	answers := maps.Clone(d.answers)
	if answers == nil {
		answers = map[int]PersonID{}
	}
	answers[row] = is
	out := compareLists(d.people, d.listed, d.AsAt, d.refused, answers)
	out.KeepMissing = d.KeepMissing
	return out
}

// Apply returns everyone to be stored in the Change that brings the list in: the new with ids from ids and Status Member,
// the matched with what changed, and the missing marked as left. The unchanged are among them, since the date on
// which they were last seen has moved. The book's people, as they were handed in, are not touched.
func (d ListDiff) Apply(ids func() PersonID) []Person {
	var out []Person
	for _, l := range d.New {
		p := Person{ID: ids(), Status: Member, LastSeen: d.AsAt}
		mergeListed(&p, l, d.AsAt)
		out = append(out, p)
	}
	for _, m := range slices.Concat(d.Changed, d.Unchanged) {
		if m.After.LastSeen != m.Before.LastSeen || m.After.MatchedByName != m.Before.MatchedByName || len(m.Fields) > 0 {
			out = append(out, m.After)
		}
	}
	if d.KeepMissing {
		return out
	}
	for _, p := range d.Missing {
		p.Status, p.LeftOn = Left, d.AsAt
		out = append(out, p)
	}
	return out
}

// Import returns the record of what the list said, with the membership as it is once Apply's people are stored.
func (d ListDiff) Import(id ImportID, file, how string) ListImport {
	after := NamesOf(d.people)
	n := 0
	// Only the numbers of the membership are kept, so the ids that stand in for the new are never seen.
	for _, p := range d.Apply(func() PersonID { n++; return PersonID(fmt.Sprintf("new %d", n)) }) {
		after[p.ID] = p
	}
	return ListImport{
		ID: id, AsAt: d.AsAt, File: file, How: how,
		Rows: len(d.listed) + len(d.refused),
		New:  len(d.New), Changed: len(d.Changed), Unchanged: len(d.Unchanged), Missing: len(d.Missing),
		Refused: slices.Clone(d.refused),
		Counts:  CountMembers(slices.Collect(maps.Values(after)), d.AsAt),
	}
}

// worthALook returns what the secretary should know before bringing the list in.
func (d ListDiff) worthALook() []Finding {
	var out []Finding
	var last Date
	members := 0
	for _, p := range d.people {
		if p.LastSeen.After(last) {
			last = p.LastSeen
		}
		if p.Status == Member {
			members++
		}
	}
	if d.AsAt.Before(last) {
		out = append(out, Finding{
			Verdict: "older than the list you already have",
			Sum:     fmt.Sprintf("this one is as at %s; the book has one as at %s", d.AsAt.Short(), last.Short()),
			Warning: true,
		})
	}
	// A quarter is our own choice: a month's list rarely loses more than a few, and half a list loses half.
	if missing := len(d.Missing); missing > 3 && missing*4 > members {
		out = append(out, Finding{
			Verdict: "is this the whole list?",
			Sum:     fmt.Sprintf("%d of %d members are missing from it", missing, members),
			Warning: true,
		})
	}
	return out
}
