// Package example makes the example branch: Millbrook & Canalside, invented from end to end, for those who want to look
// round, for the tests, the gallery and the benchmarks. The same size gives the same records, byte for byte; no clock and
// no source of randomness but its own seed is used.
//
// At its default size its numbers are checked by hand: on the list of 1 May 2026 it has 214 members, of whom 199 can vote
// on 14 May. Telephone numbers are from the ranges reserved for drama, addresses of email are at example.org, streets and
// postcodes do not exist.
package example

import (
	"fmt"
	"iter"
	"time"

	"branchbook/data"
)

// A Size says how large the example is and how far back it goes.
type Size struct {
	// Members is how many are on the last list, and Years how many years of meetings come before the planned one.
	Members, Years int
	// Present is how many come to an ordinary meeting or thereabouts; 0 is what a branch of that size would expect.
	Present int
}

// Default is the size whose every number is known.
var Default = Size{Members: 214, Years: 2}

// The sizes that can be made. Fewer members than the least would not fill the posts and the delegation.
const (
	leastMembers = 60
	mostMembers  = 200_000
	mostYears    = 60
	leastPresent = 8
)

// Validate says why an example of this size cannot be made.
func (s Size) Validate() error {
	switch {
	case s.Members < leastMembers || s.Members > mostMembers:
		return data.NewProblem(fmt.Sprintf("The example branch can have from %d to %d members. Choose a number between them.", leastMembers, mostMembers), nil)
	case s.Years < 1 || s.Years > mostYears:
		return data.NewProblem(fmt.Sprintf("The example branch can have met for 1 to %d years. Choose a number between them.", mostYears), nil)
	case s.Present != 0 && (s.Present < leastPresent || s.Present > s.Members/3):
		return data.NewProblem(fmt.Sprintf("From %d to a third of the members can come to a meeting of the example branch. Choose a number between them.", leastPresent), nil)
	}
	return nil
}

// sane is the nearest size that can be made.
func (s Size) sane() Size {
	s.Members = min(max(s.Members, leastMembers), mostMembers)
	s.Years = min(max(s.Years, 1), mostYears)
	if s.Present == 0 {
		s.Present = min(17+max(s.Members-Default.Members, 0)/200, 60, s.Members/4)
	}
	s.Present = min(max(s.Present, leastPresent), s.Members/3)
	return s
}

// The days on which everything turns.
var (
	lastList = data.MustDate(2026, time.May, 1)
	planned  = data.MustDate(2026, time.May, 14)
	lastAGM  = data.MustDate(2025, time.June, 12)
)

// The branch's own particulars.
const (
	branchName = "Millbrook & Canalside Branch"
	clpName    = "Northgate CLP"
	millbrook  = "Millbrook"
	canalside  = "Canalside"
	venue      = "Canalside Community Hall"
)

// Branch returns the branch whose book it is. It is not among the records of Steps, since a book is made with it.
func Branch() data.Branch {
	return data.Branch{
		Name: branchName, CLP: clpName, Wards: []string{millbrook, canalside}, Structure: data.Delegates,
		Venue: venue, Starts: data.MustTime(19, 30),
		Secretary: "Jean Whitcombe", CLPSecretary: "Ruth Gallagher", Email: "secretary@example.org",
	}
}

// A Step is what one sitting at the book brought in: a membership list, or a meeting with its minutes.
type Step struct {
	// What is the name of the Change: "bring in the list of 1 May 2026".
	What string
	When data.Date
	// Records are values of data's types, each new to the book and given once, as it stands at the end of the example:
	// somebody who left later is already marked as having left.
	Records []any
}

// Steps returns the branch's history as it was written, oldest first, one step at a time, so that only one is in memory.
// What a record points at is in the same step or an earlier one, but for the meeting that ratifies a decision, which is
// the next. A size out of range is taken as the nearest that can be
// made; see Size.Validate.
func Steps(size Size) iter.Seq[Step] {
	return func(yield func(Step) bool) {
		m := newMaker(size.sane())
		lists := m.lists
		for _, evening := range m.evenings() {
			for len(lists) > 0 && !lists[0].After(evening.date) {
				if !yield(m.list(len(m.lists) - len(lists))) {
					return
				}
				lists = lists[1:]
			}
			if !yield(m.meeting(evening)) {
				return
			}
		}
	}
}

// A Branchful is the whole example at once, sorted by kind.
type Branchful struct {
	Branch    data.Branch
	Rules     []data.Rules
	People    []data.Person
	Imports   []data.ListImport
	Meetings  []data.Meeting
	Items     []data.AgendaItem
	Blocks    []data.Block
	Events    []data.Event
	Decisions []data.Decision
	Actions   []data.Action
	Motions   []data.Motion
	Votes     []data.Vote
	Posts     []data.Post
	Terms     []data.Term
	Bodies    []data.Body
	Seats     []data.Seat
	Papers    []data.Paper

	Letters     []data.Letter
	Canvasses   []data.Canvass
	Approvals   []data.Approval
	Corrections []data.Correction
	Forwardings []data.Forwarding
}

// Make returns everything in the example. For large sizes Steps needs far less memory.
func Make(size Size) Branchful {
	b := Branchful{Branch: Branch()}
	for step := range Steps(size) {
		for _, record := range step.Records {
			b.keep(record)
		}
	}
	return b
}

func (b *Branchful) keep(record any) {
	switch r := record.(type) {
	case data.Rules:
		b.Rules = append(b.Rules, r)
	case data.Person:
		b.People = append(b.People, r)
	case data.ListImport:
		b.Imports = append(b.Imports, r)
	case data.Meeting:
		b.Meetings = append(b.Meetings, r)
	case data.AgendaItem:
		b.Items = append(b.Items, r)
	case data.Block:
		b.Blocks = append(b.Blocks, r)
	case data.Event:
		b.Events = append(b.Events, r)
	case data.Decision:
		b.Decisions = append(b.Decisions, r)
	case data.Action:
		b.Actions = append(b.Actions, r)
	case data.Motion:
		b.Motions = append(b.Motions, r)
	case data.Vote:
		b.Votes = append(b.Votes, r)
	case data.Post:
		b.Posts = append(b.Posts, r)
	case data.Term:
		b.Terms = append(b.Terms, r)
	case data.Body:
		b.Bodies = append(b.Bodies, r)
	case data.Seat:
		b.Seats = append(b.Seats, r)
	case data.Paper:
		b.Papers = append(b.Papers, r)
	default:
		b.keepFollowing(record)
	}
}

// keepFollowing sorts what follows from meetings.
func (b *Branchful) keepFollowing(record any) {
	switch r := record.(type) {
	case data.Letter:
		b.Letters = append(b.Letters, r)
	case data.Canvass:
		b.Canvasses = append(b.Canvasses, r)
	case data.Approval:
		b.Approvals = append(b.Approvals, r)
	case data.Correction:
		b.Corrections = append(b.Corrections, r)
	case data.Forwarding:
		b.Forwardings = append(b.Forwardings, r)
	}
}
