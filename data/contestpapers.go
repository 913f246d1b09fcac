package data

import (
	"cmp"
	"fmt"
	"slices"

	"branchbook/data/count"
)

// A ContestPaperInput is what the papers of one contest are worked out from.
type ContestPaperInput struct {
	Branch  Branch
	Contest Contest
	Tally   Tally
	Meeting Meeting
	// Quorum is what the rule concluded about the meeting, and Voters how many came who could vote; either may be zero.
	Quorum Finding
	Voters int
	People Names
}

// when is the meeting as the head of a sheet names it: "Annual general meeting, Thursday 11 June 2026, 7.30pm, Canalside Community
// Hall".
func (in ContestPaperInput) when() string {
	return joined(in.Meeting.Kind.String(), in.Meeting.where())
}

// places is how many are to be filled, with the sum behind it where there is one.
func (in ContestPaperInput) places(n int) Fact {
	if sum := in.Contest.Entitled.Sum; sum != "" && n == in.Contest.Places {
		return Fact{"Places", sum}
	}
	return Fact{"To be filled", NumberOf(n, "place", "places")}
}

// A BallotPaperDoc is the ballot of one round, as often as it is wanted.
type BallotPaperDoc struct {
	Branch, Title, When string
	// Instruction says how to mark it: "Put 1 beside your first choice, 2 beside the second, and so on."
	Instruction string
	Choices     []BallotChoice
	Copies      int
}

// A BallotChoice is one line of a ballot. From is where a nominee comes from who is not of the branch.
type BallotChoice struct {
	Number     int
	Name, From string
}

// MostCopies is more ballots than any meeting of a branch gives out.
const MostCopies = 2000

// NewBallotPaper works out the ballot of the round that comes next, or of the last. The error is a *Problem: nobody is on it,
// the nominees have no numbers yet, or no meeting needs so many.
func NewBallotPaper(in ContestPaperInput, copies int) (BallotPaperDoc, error) {
	c := in.Contest
	standing, places := in.nextPaper()
	switch {
	case len(standing) == 0:
		return BallotPaperDoc{}, NewProblem("There is nobody to vote for on this ballot: "+c.FieldWords()+".", nil)
	case copies < 1 || copies > MostCopies:
		return BallotPaperDoc{}, NewProblem(fmt.Sprintf("%d ballots cannot be right. Type how many you will give out, from 1 to %d.", copies, MostCopies), nil)
	}
	d := BallotPaperDoc{
		Branch: in.Branch.PaperName(), Title: c.Title, When: joined(in.Meeting.Kind.String(), in.Meeting.Date.Long()), Copies: copies, Instruction: c.instruction(places, len(standing)),
	}
	for _, i := range standing {
		n := c.Nominees[i]
		if n.Number == 0 {
			return BallotPaperDoc{}, NewProblem("The nominees have no numbers on the ballot yet. Close the nominations first.", nil)
		}
		d.Choices = append(d.Choices, BallotChoice{n.Number, n.Called(in.People), n.From})
	}
	slices.SortFunc(d.Choices, func(a, b BallotChoice) int { return cmp.Compare(a.Number, b.Number) })
	return d, nil
}

// nextPaper is who is on the ballot that is given out next, else on the last one, and for how many places.
func (in ContestPaperInput) nextPaper() ([]int, int) {
	c := in.Contest
	if c.Field() != Contested {
		return nil, 0
	}
	rounds := c.Rounds
	if n := len(rounds); n > 0 && len(in.Tally.Next) == 0 {
		return rounds[n-1].Standing, rounds[n-1].Places
	}
	if len(in.Tally.Next) > 0 {
		return in.Tally.Next, max(1, in.Tally.NextPlaces)
	}
	return c.Standing(), c.Places
}

func (c Contest) instruction(places, standing int) string {
	if c.Rule.Ranked() && (len(c.Rounds) == 0 || c.Rounds[len(c.Rounds)-1].Kind != RunOff) {
		return "Put 1 beside your first choice, 2 beside your second, and so on, for as many as you wish. Make no other mark."
	}
	if most := c.Rule.Marks(places, standing); most > 1 {
		return fmt.Sprintf("Put a cross beside up to %d names. Make no other mark.", most)
	}
	return "Put a cross beside one name. Make no other mark."
}

// A ContestSheetDoc is a page about a contest: what tellers fill in, or what it came to.
type ContestSheetDoc struct {
	Branch, CLP, Heading, Title, When string
	Facts                             []Fact
	Grids                             []ContestGrid
	// Outcome is the result in a sentence; "" on a sheet that is still to be filled in. Sentences tell how it came about.
	Outcome          string
	Sentences, Notes []string
	Signers          []string
	People           int // how many it names
}

// A ContestGrid is a table: whose the figures are in the first column, and what became of them in the last.
type ContestGrid struct {
	Caption string
	Columns []string
	Rows    [][]string
	// Tally says that the column before the last is blank, to count in.
	Tally bool
}

// NewTellersSheet works out what tellers fill in while they count the ballot that comes next.
func NewTellersSheet(in ContestPaperInput) ContestSheetDoc {
	c := in.Contest
	standing, places := in.nextPaper()
	d := ContestSheetDoc{
		Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, Heading: "Tellers' sheet", Title: c.Title, When: in.when(), People: len(standing),
		Facts:   []Fact{in.places(places), {"Rule", c.Rule.Words(places)}},
		Signers: []string{"Teller", "Teller"},
	}
	g := ContestGrid{Caption: "Votes", Columns: []string{"No.", "Nominee", "Count in fives", "Votes"}, Tally: true}
	if c.Rule.Ranked() {
		g.Caption = "First preferences"
	}
	for _, i := range in.byNumber(standing) {
		g.Rows = append(g.Rows, []string{fmt.Sprint(c.Nominees[i].Number), c.Nominees[i].Called(in.People), "", ""})
	}
	accounts := ContestGrid{Caption: "Every ballot", Columns: []string{"What became of it", "Count in fives", "Ballots"}, Tally: true}
	for _, s := range append([]string{"Valid"}, SpoiltReasons()...) {
		if s != "Valid" {
			s = "Spoilt: " + s
		}
		accounts.Rows = append(accounts.Rows, []string{s, "", ""})
	}
	accounts.Rows = append(accounts.Rows, []string{"Issued and not cast", "", ""}, []string{"Together, which must be those issued", "", ""})
	d.Grids = []ContestGrid{g, accounts}
	return d
}

func (in ContestPaperInput) byNumber(who []int) []int {
	return slices.SortedStableFunc(slices.Values(who), func(a, b int) int {
		return cmp.Compare(in.Contest.Nominees[a].Number, in.Contest.Nominees[b].Number)
	})
}

// byVotes are those on the paper, the most votes first; of those elected or gone the order in which that happened decides.
func (r RoundTally) byVotes() []int {
	last := func(i int) count.Value {
		if n := len(r.Stages); n > 0 {
			return r.Stages[n-1].Votes[slices.Index(r.Standing, i)]
		}
		return count.Of(r.Votes[i])
	}
	rank := func(i int) int {
		if at := slices.Index(r.Elected, i); at >= 0 {
			return at - len(r.Standing)
		}
		if at := slices.Index(r.Out, i); at >= 0 {
			return len(r.Out) - at
		}
		return 0
	}
	return slices.SortedStableFunc(slices.Values(r.Standing), func(a, b int) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(last(b), last(a)))
	})
}

// fate is what a round decided about somebody.
func (in ContestPaperInput) fate(r RoundTally, i int) string {
	won := Capital(in.Contest.Kind.verb())
	if in.Contest.Kind == Supports {
		won = "Supported"
	}
	switch {
	case slices.Contains(r.Elected, i) && r.Kind == RunOff:
		return won + " in the run-off"
	case slices.Contains(r.Elected, i):
		return won
	case slices.Contains(r.Out, i):
		return "Out"
	case !in.Tally.Done:
		return ""
	case r.Number < len(in.Tally.Rounds) && slices.Contains(in.Tally.Rounds[r.Number].Standing, i):
		return "To the next ballot"
	}
	return "Not " + uncapital(won)
}
