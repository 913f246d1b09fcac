package data

import (
	"fmt"
	"slices"

	"branchbook/data/count"
)

// RoundKind is why there is a round.
type RoundKind string

// The kinds of round.
const (
	FirstRound RoundKind = ""         // the ballot as it was first put
	NextRound  RoundKind = "next"     // those who are left, by a rule in rounds
	RunOff     RoundKind = "run-off"  // a re-ballot between those who tied
	Repeated   RoundKind = "repeated" // the same paper again
)

// A Round is one taking of ballots, with what became of every one that was issued. Nominees are indexes into the contest's
// list.
type Round struct {
	Kind     RoundKind `json:"kind,omitempty"`
	Again    RoundKind `json:"again,omitempty"` // what a repeated round was at first
	Places   int       `json:"places"`          // that this round fills
	Standing []int     `json:"standing"`
	// Issued is how many ballots were given out; 0 when nobody counted them.
	Issued  int      `json:"issued,omitempty"`
	Spoilt  []Spoilt `json:"spoilt,omitempty"`
	NotCast int      `json:"notCast,omitempty"`
	// Valid is how many counted, where totals were typed. FromBallots says that each ballot was typed instead; totals and
	// what was spoilt are then worked out from them.
	Valid       int         `json:"valid,omitempty"`
	FromBallots bool        `json:"fromBallots,omitempty"`
	Votes       map[int]int `json:"votes,omitempty"`
	// Transfers are the totals after each exclusion, where a preferential count was done on paper: Votes is its first stage.
	Transfers []Transfer `json:"transfers,omitempty"`
	Lots      []Lot      `json:"lots,omitempty"`
	// TypedBy and CheckedBy are who typed the ballots, the first time and the second; optional.
	TypedBy   string `json:"typedBy,omitempty"`
	CheckedBy string `json:"checkedBy,omitempty"`
	// Closed says that its figures are complete.
	Closed bool   `json:"closed,omitempty"`
	Note   string `json:"note,omitempty"`
}

// A Spoilt is so many ballots that could not be counted, for one reason.
type Spoilt struct {
	Reason string `json:"reason,omitempty"`
	N      int    `json:"n"`
}

// SpoiltReasons are those that a choice shows.
func SpoiltReasons() []string {
	return []string{"blank", "too many marks", "intention not clear", "voter identified", "not an issued ballot"}
}

// A Transfer is one stage of a preferential count that was done on paper.
type Transfer struct {
	Out       int         `json:"out"` // who went out
	Votes     map[int]int `json:"votes"`
	Exhausted int         `json:"exhausted,omitempty"` // in all, so far
}

// A Lot is how a tie was settled that no rule settles, and who drew it.
type Lot struct {
	Purpose count.Purpose `json:"purpose"`
	Stage   int           `json:"stage"`
	Between []int         `json:"between"`
	Drawn   int           `json:"drawn"`
	By      string        `json:"by,omitempty"`
}

// RunsOff says whether it is a re-ballot between those who tied, at first or repeated.
func (r Round) RunsOff() bool { return r.Kind == RunOff || r.Kind == Repeated && r.Again == RunOff }

// SpoiltInAll is how many could not be counted, for whatever reason.
func (r Round) SpoiltInAll() int {
	n := 0
	for _, s := range r.Spoilt {
		n += s.N
	}
	return n
}

func (r Round) validate(c Contest, number int) error {
	for _, i := range r.Standing {
		if i < 0 || i >= len(c.Nominees) {
			return NewProblem("A round has somebody on the paper who was not nominated.", fmt.Errorf("round %d: nominee %d of %d", number+1, i, len(c.Nominees)))
		}
	}
	for i, n := range r.Votes {
		if n < 0 || !slices.Contains(r.Standing, i) {
			return NewProblem("A round has votes for somebody who is not on its paper.", fmt.Errorf("round %d: %d votes for nominee %d", number+1, n, i))
		}
	}
	if r.Issued < 0 || r.Valid < 0 || r.NotCast < 0 || r.Issued > count.MaxBallots || r.Valid > count.MaxBallots {
		return NewProblem("The number of ballots cannot be right.", fmt.Errorf("round %d: %d issued, %d valid", number+1, r.Issued, r.Valid))
	}
	return nil
}

// countLots puts the lots in the terms of package count, where candidates are places on this round's paper.
func (r Round) countLots() []count.Lot {
	var lots []count.Lot
	for _, l := range r.Lots {
		lots = append(lots, count.Lot{
			Tie:   count.Tie{Purpose: l.Purpose, Stage: l.Stage, Between: r.places(l.Between)},
			Drawn: slices.Index(r.Standing, l.Drawn), By: l.By,
		})
	}
	return lots
}

// places turns nominees into places on the paper, and nominees turns them back.
func (r Round) places(nominees []int) []int {
	out := make([]int, len(nominees))
	for i, n := range nominees {
		out[i] = slices.Index(r.Standing, n)
	}
	slices.Sort(out)
	return out
}

func (r Round) nominees(places []int) []int {
	out := make([]int, len(places))
	for i, p := range places {
		out[i] = r.Standing[p]
	}
	return out
}
