package count

import (
	"fmt"
	"slices"
	"strings"
)

// A Rule is how ballots are counted. It is chosen before voting.
type Rule string

// The rules for ballots that are in hand at once.
const (
	// MostVotes gives the places to those with the most marks; a ballot has at most as many marks as there are places.
	MostVotes Rule = "most votes"
	// Preferential is the alternative vote, for one place: the fewest votes go out until somebody has more than half.
	Preferential Rule = "preferential (alternative vote)"
	// ERS97 is the single transferable vote by the Electoral Reform Society's rules, third edition, 1997.
	ERS97 Rule = "single transferable vote (ERS97)"
	// Scottish is the single transferable vote by the Scottish Local Government Elections Order 2007, rules 45 to 52.
	Scottish Rule = "single transferable vote (Scottish rules)"
)

// Rules lists those that Run knows.
func Rules() []Rule { return []Rule{MostVotes, Preferential, ERS97, Scottish} }

// A Purpose is what a lot decides.
type Purpose string

// What lots decide.
const (
	ToElect    Purpose = "who is elected"
	ToExclude  Purpose = "who is excluded"
	ToTransfer Purpose = "whose surplus is transferred first"
)

// A Tie is where a count stopped: no earlier stage decides between these candidates.
type Tie struct {
	Purpose Purpose
	Stage   int   // the stage that could not be completed, from 1
	Between []int // the candidates, in the order of the list
}

// A Lot is how a tie was decided, and by whom it was drawn.
type Lot struct {
	Tie
	Drawn int    // the candidate that the lot fell on: elected, excluded, or transferred first
	By    string // who drew it
}

// A Kind is what a stage of a count did.
type Kind string

// The stages of a count.
const (
	FirstStage Kind = "first preferences"
	Surplus    Kind = "surplus"
	Exclusion  Kind = "exclusion"
	Completion Kind = "completion" // the places left go to those left
)

// A Stage is one step of a count, with the figures as they stood at its end.
type Stage struct {
	Number int // from 1
	Kind   Kind
	Of     []int // whose surplus was transferred, or who were excluded
	// Votes are each candidate's at the end of the stage, and Moved what each gained or lost in it.
	Votes, Moved []Value
	// Lost is the value that is not transferable any more, what was lost in rounding included. Votes and Lost add up to the
	// valid ballots at every stage.
	Lost Value
	// Quota is what elects; 0 for a rule without one. TransferValue is of each ballot of a surplus, and 0 where they differ.
	Quota, TransferValue Value
	// Elected and Excluded are those of this stage, in the order in which that happened.
	Elected, Excluded []int
	Sentence          string
}

// A Result is a count as far as it could go.
type Result struct {
	Rule    Rule
	Valid   int
	Stages  []Stage
	Elected []int // in the order in which they were
	// Tie is where the count stopped to ask for a lot; nil when it did not. Done says that the count is complete: with fewer
	// candidates than places some may be empty.
	Tie  *Tie
	Done bool
}

// Run counts an election by a rule. lots are those that were drawn so far, in any order; those for ties that do not arise
// are ignored. The error is not for people: an election that Check refuses, a rule for one place with several, or kept
// places under a rule that does not say how they are filled.
func Run(rule Rule, e Election, lots []Lot) (Result, error) {
	if err := e.Check(); err != nil {
		return Result{}, err
	}
	if e.Kept.Least > 0 && rule != MostVotes {
		return Result{}, fmt.Errorf("count: %s does not say how kept places are filled", rule)
	}
	p := newPoll(rule, e, lots)
	switch rule {
	case MostVotes:
		return p.mostVotes()
	case Preferential:
		if e.Places != 1 {
			return Result{}, fmt.Errorf("count: the preferential rule fills one place, not %d", e.Places)
		}
		return p.preferential()
	case ERS97:
		return p.ers97()
	case Scottish:
		return p.scottish()
	}
	return Result{}, fmt.Errorf("count: no rule is called %q", rule)
}

// listed joins names as a sentence does.
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

func (l Lot) decides(t Tie) bool {
	return l.Purpose == t.Purpose && l.Stage == t.Stage && slices.Equal(l.Between, t.Between) && slices.Contains(t.Between, l.Drawn)
}
