package election

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/data/count"
)

// last returns the round that is being taken, or was taken last; ok is false before the first.
func (m *Model) last() (r data.Round, ok bool) {
	rounds := m.held.contest.Rounds
	if len(rounds) == 0 {
		return data.Round{}, false
	}
	return rounds[len(rounds)-1], true
}

// StartRound begins the round that must follow: the first, the next, or a run-off.
func (m *Model) StartRound() (string, error) {
	line := ""
	err := m.change(m.roundVerb(), func(tx *book.Tx, c *data.Contest) error {
		if err := undecided(c); err != nil {
			return err
		}
		if c.Rule == "" {
			return data.NewProblem("Choose the rule first: how it is decided has to be known before anybody votes.", nil)
		}
		t, err := tx.Tally(*c)
		if err != nil {
			return err
		}
		r, ok := c.NextRound(t)
		if !ok {
			return data.NewProblem("No other round is needed: "+c.FieldWords()+".", nil)
		}
		if last := len(c.Rounds) - 1; last >= 0 {
			r.Issued = c.Rounds[last].Issued
		}
		r.FromBallots = c.Rule.NeedsBallots() && r.Kind != data.RunOff
		c.Rounds, c.Status = append(slices.Clone(c.Rounds), r), data.Voting
		line = fmt.Sprintf("%s begun: %s for %s.", roundName(*c, len(c.Rounds)-1), data.NumberOf(len(r.Standing), "name", "names"), data.NumberOf(r.Places, "place", "places"))
		return nil
	})
	return line, err
}

// roundVerb says what beginning the next round is called in the history.
func (m *Model) roundVerb() string {
	if len(m.held.contest.Rounds) == 0 {
		return "begin the voting for " + m.held.contest.Title
	}
	return "begin another round for " + m.held.contest.Title
}

// roundName is what a round is called on the page: "Ballot", "Round 2", "Run-off".
func roundName(c data.Contest, i int) string {
	switch r := c.Rounds[i]; {
	case r.RunsOff():
		return "Run-off"
	case c.Rule.InRounds():
		return fmt.Sprintf("Round %d", i+1)
	case r.Kind == data.Repeated:
		return "Ballot again"
	case c.Method == data.Hands:
		return "Show of hands"
	}
	return "Ballot"
}

// Repeat takes the last round again with the same paper.
func (m *Model) Repeat() (string, error) {
	err := m.change("take the round again for "+m.held.contest.Title, func(_ *book.Tx, c *data.Contest) error {
		if err := undecided(c); err != nil {
			return err
		}
		again, ok := c.RepeatRound()
		if !ok {
			return data.NewProblem("No round has been taken yet.", nil)
		}
		again.FromBallots = c.Rule.NeedsBallots() && !again.RunsOff()
		rounds := slices.Clone(c.Rounds)
		rounds[len(rounds)-1].Closed = true
		c.Rounds, c.Status = append(rounds, again), data.Voting
		return nil
	})
	return "The round is taken again. What it decided no longer counts.", err
}

// alterRound changes the last round.
func (m *Model) alterRound(what string, f func(c data.Contest, r data.Round) (data.Round, error)) error {
	return m.change(what, func(_ *book.Tx, c *data.Contest) error {
		if err := undecided(c); err != nil {
			return err
		}
		if len(c.Rounds) == 0 {
			return data.NewProblem("Begin the voting first.", nil)
		}
		c.Rounds = slices.Clone(c.Rounds)
		at := len(c.Rounds) - 1
		var err error
		c.Rounds[at], err = f(*c, c.Rounds[at])
		return err
	})
}

// A Figure is one number of a round.
type Figure string

// The figures of the ballots; those of nominees are theirs.
const (
	Issued  Figure = "issued"
	Valid   Figure = "valid"
	NotCast Figure = "not cast"
)

// PutFigure records how many ballots were issued, valid or not cast; 0 for not counted. Nothing is changed for a number that
// stands already.
func (m *Model) PutFigure(which Figure, n int) error {
	if r, _ := m.last(); n == figure(r, which) {
		return nil
	}
	return m.alterRound(fmt.Sprintf("record %s for %s", data.NumberOf(n, "ballot ", "ballots ")+string(which), m.held.contest.Title), func(_ data.Contest, r data.Round) (data.Round, error) {
		switch which {
		case Issued:
			r.Issued = n
		case Valid:
			r.Valid = n
		case NotCast:
			r.NotCast = n
		}
		return r, nil
	})
}

func figure(r data.Round, which Figure) int {
	return map[Figure]int{Issued: r.Issued, Valid: r.Valid, NotCast: r.NotCast}[which]
}

// PutSpoilt records how many ballots could not be counted for a reason; "" is for any.
func (m *Model) PutSpoilt(reason string, n int) error {
	r, _ := m.last()
	if slices.Equal(r.PutSpoilt(reason, n).Spoilt, r.Spoilt) {
		return nil
	}
	what := fmt.Sprintf("record %d spoilt for %s", n, m.held.contest.Title)
	if reason != "" {
		what += ": " + reason
	}
	return m.alterRound(what, func(_ data.Contest, r data.Round) (data.Round, error) { return r.PutSpoilt(reason, n), nil })
}

// PutVotes records a nominee's votes in the round; in a preferential count, at the stage that is wanted.
func (m *Model) PutVotes(nominee, n int) error {
	if now, has := m.votes(nominee); has && now == n {
		return nil
	}
	what := fmt.Sprintf("record %s for %s", data.NumberOf(n, "vote", "votes"), m.called(nominee))
	return m.alterRound(what, func(_ data.Contest, r data.Round) (data.Round, error) {
		r.Votes = maps.Clone(r.Votes)
		if r.Votes == nil {
			r.Votes = map[int]int{}
		}
		r.Votes[nominee] = n
		return r, nil
	})
}

func (m *Model) votes(nominee int) (n int, has bool) {
	r, _ := m.last()
	n, has = r.Votes[nominee]
	return n, has
}

// Closing is what would be said of the round if it were counted as it stands with these figures, while they are typed. wrong
// is the sentence of figures that no round can have.
func (m *Model) Closing(r data.Round) (sum data.Finding, wrong string) {
	c := m.held.contest
	c.Rounds = slices.Clone(c.Rounds)
	if r.Valid == 0 {
		r.Valid, _ = c.WorkedOutValid(r)
	}
	c.Rounds[len(c.Rounds)-1] = r
	t, err := c.Tally(m.held.typed)
	if err != nil {
		return data.Finding{}, data.Say(err)
	}
	return t.Rounds[len(t.Rounds)-1].Balances, ""
}

// Count closes the figures of the round: it is then decided by the rule. How many were valid is worked out where nobody
// typed it. Figures that cannot be are refused with a sentence that names what to correct.
func (m *Model) Count() (string, error) {
	return m.count("count the "+strings.ToLower(m.lastName())+" for "+m.held.contest.Title, func(c data.Contest, r *data.Round) error {
		if r.Valid == 0 && !r.FromBallots {
			r.Valid, _ = c.WorkedOutValid(*r)
		}
		if !r.FromBallots && r.Valid == 0 {
			return data.NewProblem("Type the votes first, or how many ballots were issued.", nil)
		}
		r.Closed = true
		return nil
	})
}

// count changes the last round, and says what the count then comes to.
func (m *Model) count(verb string, edit func(data.Contest, *data.Round) error) (string, error) {
	var t data.Tally
	var after data.Contest
	err := m.change(verb, func(tx *book.Tx, c *data.Contest) (err error) {
		if err := undecided(c); err != nil {
			return err
		}
		if len(c.Rounds) == 0 {
			return data.NewProblem("Begin the voting first.", nil)
		}
		c.Rounds = slices.Clone(c.Rounds)
		if err := edit(*c, &c.Rounds[len(c.Rounds)-1]); err != nil {
			return err
		}
		after = *c
		t, err = tx.Tally(after)
		return err
	})
	if err != nil {
		return "", err
	}
	return m.counted(after, t), nil
}

func (m *Model) lastName() string {
	if n := len(m.held.contest.Rounds); n > 0 {
		return roundName(m.held.contest, n-1)
	}
	return "Ballot"
}

// counted says what a count came to.
func (m *Model) counted(c data.Contest, t data.Tally) string {
	switch {
	case t.Done:
		return c.Result(t, m.held.People).Outcome + " Record the result when the chair has declared it."
	case t.Asks != nil:
		return m.tieWords(c, *t.Asks)
	case len(t.Next) > 0:
		return t.Rounds[len(t.Rounds)-1].Sentence + " Another round follows."
	}
	return t.Rounds[len(t.Rounds)-1].Sentence
}

// tieWords is "Okan Yıldız and Aoife Ní Bhriain tie for 1 place."
func (m *Model) tieWords(c data.Contest, a data.Asks) string {
	words := c.CalledAll(a.Between, m.held.People)
	if a.Purpose == count.ToExclude {
		return words + " tie for who goes out."
	}
	return fmt.Sprintf("%s tie for %s.", words, data.NumberOf(a.Places, "place", "places"))
}

// Uncount opens the figures of the last round again, to correct them.
func (m *Model) Uncount() (string, error) {
	err := m.alterRound("correct the figures of the "+strings.ToLower(m.lastName())+" for "+m.held.contest.Title, func(_ data.Contest, r data.Round) (data.Round, error) {
		r.Closed, r.Transfers = false, nil
		return r, nil
	})
	return "The figures can be corrected.", err
}

// DrawLot records on whom a lot fell that settles the tie, and who drew it.
func (m *Model) DrawLot(drawn int, by string) (string, error) {
	asks := m.held.tally.Asks
	if asks == nil {
		return "", data.NewProblem("There is no tie to settle.", nil)
	}
	by = strings.TrimSpace(by)
	if by == "" {
		return "", data.NewProblem("Type who drew the lot: it is part of the record.", nil)
	}
	err := m.alterRound("record the lot that fell on "+m.called(drawn), func(_ data.Contest, r data.Round) (data.Round, error) {
		return r.Settle(*asks, drawn, by), nil
	})
	return "The lot fell on " + m.called(drawn) + ", drawn by " + by + ".", err
}

// A Stage is the next stage of a preferential count that is done on paper: whose totals are wanted once somebody went out.
type Stage struct {
	Number  int
	Out     int   // who went out
	Left    []int // whose totals are wanted
	Before  map[int]int
	Ballots int // valid
}

// Wanted returns the stage whose totals are wanted; ok is false when none is.
func (m *Model) Wanted() (s Stage, ok bool) {
	n := len(m.held.tally.Rounds)
	if n == 0 || len(m.held.tally.Rounds[n-1].Left) == 0 {
		return Stage{}, false
	}
	r := m.held.tally.Rounds[n-1]
	s = Stage{Number: len(r.Transfers) + 2, Out: r.Out[len(r.Out)-1], Left: r.Left, Before: r.Round.Votes, Ballots: r.Valid}
	if k := len(r.Transfers); k > 0 {
		s.Before = r.Transfers[k-1].Votes
	}
	return s, true
}

// PutStage records the totals of the stage that is wanted. Where the exhausted ballots were not counted (-1), they are what
// is left of the valid ones.
func (m *Model) PutStage(votes map[int]int, exhausted int) (string, error) {
	s, ok := m.Wanted()
	if !ok {
		return "", data.NewProblem("No further stage is wanted.", nil)
	}
	if exhausted < 0 {
		exhausted = s.Ballots
		for _, n := range votes {
			exhausted -= n
		}
	}
	return m.count(fmt.Sprintf("record stage %d of the count for %s", s.Number, m.held.contest.Title), func(_ data.Contest, r *data.Round) error {
		r.Transfers = append(slices.Clone(r.Transfers), data.Transfer{Out: s.Out, Votes: votes, Exhausted: exhausted})
		return nil
	})
}

// UseBallots makes the round that is being taken one whose slips are typed one by one; its totals are then worked out from
// them. It begins the ballot where that is what comes next.
func (m *Model) UseBallots() error {
	r, begun := m.last()
	switch {
	case !begun:
		return data.NewProblem("Begin the ballot first.", nil)
	case r.FromBallots:
		return nil
	case r.Closed:
		return data.NewProblem("The ballot was counted from totals. Correct its figures first, if each slip is to be typed.", nil)
	}
	return m.alterRound("type each ballot for "+m.held.contest.Title, func(_ data.Contest, r data.Round) (data.Round, error) {
		r.FromBallots = true
		return r, nil
	})
}

// PutReasons records how many ballots were spoilt for each reason, in place of what was recorded before.
func (m *Model) PutReasons(numbers map[string]int) (string, error) {
	total := 0
	err := m.alterRound("record the spoilt ballots for "+m.held.contest.Title, func(_ data.Contest, r data.Round) (data.Round, error) {
		r.Spoilt = nil
		for _, reason := range slices.Sorted(maps.Keys(numbers)) {
			r = r.PutSpoilt(reason, numbers[reason])
			total += numbers[reason]
		}
		return r, nil
	})
	return data.NumberOf(total, "ballot", "ballots") + " spoilt.", err
}

// Copies suggests how many ballots to print: as many as were issued last, else as can vote.
func (m *Model) Copies() int {
	if r, begun := m.last(); begun && r.Issued > 0 {
		return r.Issued
	}
	n, _ := m.Eligible()
	return max(1, min(n, mostCopies))
}
