package data

import (
	"fmt"
	"testing"
)

// want fails the test where got is not what was wanted.
func want[T comparable](t *testing.T, what string, got, wanted T) {
	t.Helper()
	if got != wanted {
		t.Errorf("%s:\n got %#v\nwant %#v", what, got, wanted)
	}
}

func day(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil || d.IsZero() {
		t.Fatalf("the test's own date %q: %v", s, err)
	}
	return d
}

func clock(t *testing.T, s string) Time {
	t.Helper()
	at, err := ParseTime(s, true)
	if err != nil {
		t.Fatalf("the test's own time %q: %v", s, err)
	}
	return at
}

// An evening is a register in the making, in the order in which it is written.
type evening struct {
	t      *testing.T
	events []Event
}

func (e *evening) note(who string, m Move, at string, c Capacity) {
	id := EventID(fmt.Sprintf("%04d", len(e.events)))
	e.events = append(e.events, Event{ID: id, Person: PersonID(who), Move: m, At: clock(e.t, at), Capacity: c})
}

// comes takes "" for a time that nobody noted.
func (e *evening) comes(who, at string)               { e.note(who, CameIn, at, Voter) }
func (e *evening) comesAs(c Capacity, who, at string) { e.note(who, CameIn, at, c) }
func (e *evening) leaves(who, at string)              { e.note(who, WentOut, at, "") }
func (e *evening) sendsApologies(who string)          { e.note(who, SentApologies, "", "") }
func (e *evening) register() Register                 { return NewRegister(e.events) }
func (e *evening) quorum(q Quorum) QuorumState        { return q.Judge(e.register(), 199, 214) }
func (e *evening) votersAt(at string) int             { return e.register().At(clock(e.t, at)).Room().Voters }
func (e *evening) room(n int, from string) (in *evening) {
	for i := range n {
		e.comes(fmt.Sprintf("voter %d", i+1), from)
	}
	return e
}

// theTenth is the room of scenario 3: nine voters by 7.30pm and a tenth at 7.34pm.
func theTenth(t *testing.T) *evening {
	e := (&evening{t: t}).room(9, "7.30pm")
	e.comes("Okafor", "7.34pm")
	return e
}

// The branch of the scenarios on the list of 1 May 2026: 214 members, 9 of them in arrears and 6 of them new.
func listOfMay(t *testing.T) []Person {
	people := make([]Person, 0, 214)
	for _, joined := range []string{"25 March 2026", "2 April 2026", "10 April 2026", "20 April 2026", "24 April 2026", "28 April 2026"} {
		people = append(people, Person{Last: "New", Status: Member, Joined: day(t, joined)})
	}
	for range 9 {
		people = append(people, Person{Last: "Arrears", Status: Member, Joined: day(t, "1 June 2019"), Arrears: true, ArrearsSince: day(t, "1 April 2026")})
	}
	for len(people) < 214 {
		people = append(people, Person{Last: "Member", Status: Member, Joined: day(t, "3 Feb 2019")})
	}
	return people
}
