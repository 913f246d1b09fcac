package count

import (
	"fmt"
	"slices"
)

// An Election is who stands for how many places, and every valid ballot. Candidates are known by their place in the list,
// from 0.
type Election struct {
	Title      string
	Candidates []string
	Places     int
	// Withdrawn are candidates who stand no longer: preferences pass over them.
	Withdrawn []int
	Ballots   []Ballot
	// Spoilt is how many ballots were not valid; they are in no figure but that.
	Spoilt int
	// Kept are places kept for some of the candidates; only MostVotes knows how to fill them.
	Kept Kept
}

// Kept says that at least so many of those elected are among Who, as far as so many of them stand.
type Kept struct {
	Least int
	Who   []int
}

// A Ballot is so many voting slips that are marked alike.
type Ballot struct {
	Slips int
	// Marks are the candidates in the order of preference; under most votes, those who were marked, in any order.
	Marks []int
}

// MaxBallots is more than any branch counts.
const MaxBallots = 1_000_000

// Valid returns how many valid ballots there are.
func (e Election) Valid() int {
	n := 0
	for _, b := range e.Ballots {
		n += b.Slips
	}
	return n
}

// Check says what keeps the election from being counted: no candidates or places, a ballot that marks somebody who does not
// stand, or somebody twice.
func (e Election) Check() error {
	switch {
	case len(e.Candidates) == 0:
		return fmt.Errorf("count: nobody stands")
	case e.Places < 1:
		return fmt.Errorf("count: %d places", e.Places)
	}
	total := 0
	for i, b := range e.Ballots {
		if b.Slips < 1 || len(b.Marks) == 0 {
			return fmt.Errorf("count: ballot %d is empty", i+1)
		}
		if b.Slips > MaxBallots-total {
			return fmt.Errorf("count: more than %d ballots", MaxBallots)
		}
		total += b.Slips
		for k, c := range b.Marks {
			if c < 0 || c >= len(e.Candidates) {
				return fmt.Errorf("count: ballot %d marks candidate %d of %d", i+1, c+1, len(e.Candidates))
			}
			if slices.Contains(b.Marks[:k], c) {
				return fmt.Errorf("count: ballot %d marks %s twice", i+1, e.Candidates[c])
			}
		}
	}
	for _, c := range e.Withdrawn {
		if c < 0 || c >= len(e.Candidates) {
			return fmt.Errorf("count: candidate %d of %d has withdrawn", c+1, len(e.Candidates))
		}
	}
	return nil
}
