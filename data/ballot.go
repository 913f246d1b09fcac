package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Ballot is one voting slip of a round, typed from the pile: once, and a second time without sight of the first.
type Ballot struct {
	ID       BallotID  `json:"id"`
	Revision int       `json:"rev"`
	Contest  ContestID `json:"contest"`
	Round    int       `json:"round"`  // into the contest's rounds, from 0
	Number   int       `json:"number"` // in the pile, from 1
	First    *Marking  `json:"first,omitempty"`
	Second   *Marking  `json:"second,omitempty"`
	// Settled is what the slip says, once it was looked at again because the two entries differ.
	Settled *Marking `json:"settled,omitempty"`
}

// A Marking is what one entry says of a ballot.
type Marking struct {
	// Marks are numbers on the ballot, in order of preference or as typed; empty for one that does not count.
	Marks []int `json:"marks,omitempty"`
	// Spoilt is the reason why it does not count; "" for a valid one.
	Spoilt string `json:"spoilt,omitempty"`
}

// Valid says whether it counts.
func (m Marking) Valid() bool { return m.Spoilt == "" && len(m.Marks) > 0 }

// Same says whether two entries say the same. Where order does not count, neither does it here.
func (m Marking) Same(o Marking, ranked bool) bool {
	if m.Spoilt != o.Spoilt {
		return false
	}
	if slices.Equal(m.Marks, o.Marks) {
		return true
	}
	if ranked || len(m.Marks) != len(o.Marks) {
		return false
	}
	return slices.Equal(slices.Sorted(slices.Values(m.Marks)), slices.Sorted(slices.Values(o.Marks)))
}

// Words returns the entry as it is typed: "3 1 2", or "spoilt: blank".
func (m Marking) Words() string {
	if m.Spoilt != "" {
		return "spoilt: " + m.Spoilt
	}
	words := make([]string, len(m.Marks))
	for i, n := range m.Marks {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, " ")
}

// Stands returns what the ballot says: as settled, else as both entries or the only one say. ok is false while the two
// differ, or nothing was typed.
func (b Ballot) Stands(ranked bool) (m Marking, ok bool) {
	switch {
	case b.Settled != nil:
		return *b.Settled, true
	case b.First == nil && b.Second == nil:
		return Marking{}, false
	case b.First == nil:
		return *b.Second, true
	case b.Second == nil:
		return *b.First, true
	}
	return *b.First, b.First.Same(*b.Second, ranked)
}

// Differs says whether the two entries differ and nobody has looked again.
func (b Ballot) Differs(ranked bool) bool {
	return b.Settled == nil && b.First != nil && b.Second != nil && !b.First.Same(*b.Second, ranked)
}

// Validate says what keeps the ballot from being stored.
func (b Ballot) Validate() error {
	if b.Contest == "" || b.Number < 1 || b.Round < 0 {
		return NewProblem("This ballot belongs to no election.", fmt.Errorf("ballot %d of round %d of %q", b.Number, b.Round, b.Contest))
	}
	return nil
}

// ReadMarking reads a ballot as it is typed: numbers on the ballot with spaces or commas between them, or without any where
// nobody has a number above 9. on are the numbers on the paper, and most how many marks it may have. A slip of the finger
// is a *Problem in a sentence: a number that is not on the paper, one twice, more marks than the rule allows (the ballot
// itself may be spoilt by that: type it as spoilt).
func ReadMarking(typed string, on []int, most int) (Marking, error) {
	words := strings.FieldsFunc(typed, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '.' || r == '\t' || r == '>' })
	if len(words) == 1 && len(words[0]) > 1 && len(on) > 0 && slices.Max(on) <= 9 {
		words = strings.Split(words[0], "")
	}
	var m Marking
	for _, w := range words {
		n, err := strconv.Atoi(w)
		switch {
		case err != nil:
			return m, NewProblem(fmt.Sprintf("%q is not a number on the ballot.", w), nil)
		case !slices.Contains(on, n):
			return m, NewProblem(fmt.Sprintf("There is no %d on this ballot.", n), nil)
		case slices.Contains(m.Marks, n):
			return m, NewProblem(fmt.Sprintf("%d stands there twice. If the slip says so too, enter it as spoilt.", n), nil)
		}
		m.Marks = append(m.Marks, n)
	}
	switch {
	case len(m.Marks) == 0:
		return m, NewProblem("Type the numbers on the slip, or enter it as blank.", nil)
	case len(m.Marks) > most:
		return m, NewProblem(fmt.Sprintf("%s, but a ballot has at most %d. If the slip says so too, enter it as spoilt.", NumberOf(len(m.Marks), "mark", "marks"), most), nil)
	}
	return m, nil
}
