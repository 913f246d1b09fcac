package session

import (
	"fmt"
	"slices"

	"branchbook/data"
)

// counted returns the contest with the figures of a line in it: those of its next round, or of the next stage of a preferential
// count; and what it then comes to. The error is a *data.Problem: figures that are missing, or that no round can have.
func (m *Model) counted(c data.Contest, l ContestLine) (data.Contest, data.Tally, error) {
	c, err := m.decidedBy(c, l)
	if err != nil || len(l.Totals) == 0 && l.Issued < 0 {
		return c, m.held.tallies[c.ID], err
	}
	if c.Field() != data.Contested {
		return c, data.Tally{}, data.NewProblem(data.Capital(c.FieldWords())+". Type won to declare it", nil)
	}
	if slices.ContainsFunc(c.Rounds, func(r data.Round) bool { return r.FromBallots }) {
		return c, data.Tally{}, data.NewProblem("The ballots of this election are being typed. Go on there: el opens its page", nil)
	}
	c.Nominees = slices.Clone(c.Nominees)
	c.NumberNominees(m.names)
	if c.Status, c.ClosedAt = data.Voting, orTime(c.ClosedAt, m.moment()); c.Rule == "" {
		c.Rule = data.CountRules(c.Places)[0]
	}
	if c.Method == "" {
		c.Method = data.SecretBallot
	}
	if c.Rule.NeedsBallots() {
		return c, data.Tally{}, data.NewProblem("This rule needs every ballot typed. el opens the page of the election", nil)
	}
	before, err := c.Tally(nil)
	if err != nil {
		return c, before, err
	}
	c.Rounds = slices.Clone(c.Rounds)
	if last := len(before.Rounds) - 1; last >= 0 && len(before.Rounds[last].Left) > 0 {
		err = m.nextStage(&c, before.Rounds[last], l)
	} else {
		err = m.nextRound(&c, before, l)
	}
	if err != nil {
		return c, before, err
	}
	t, err := c.Tally(nil)
	return c, t, err
}

func orTime(a, b data.Time) data.Time {
	if a.IsZero() {
		return b
	}
	return a
}

// decidedBy sets the rule and the method that a line names, which must be chosen before anybody votes.
func (m *Model) decidedBy(c data.Contest, l ContestLine) (data.Contest, error) {
	if l.Method != "" {
		c.Method = l.Method
	}
	switch {
	case l.Rule == "" || l.Rule == c.Rule:
		return c, nil
	case len(c.Rounds) > 0:
		return c, data.NewProblem("The rule was chosen before voting: "+c.Rule.Words(c.Places), nil)
	case !slices.Contains(data.CountRules(c.Places), l.Rule):
		return c, data.NewProblem("That rule does not fill "+data.NumberOf(c.Places, "place", "places")+". el opens the page of the election, with those that do", nil)
	}
	c.Rule = l.Rule
	return c, nil
}

// nextRound adds the round that follows, with its totals in the order of the list.
func (m *Model) nextRound(c *data.Contest, t data.Tally, l ContestLine) error {
	r, ok := c.NextRound(t)
	if !ok {
		return data.NewProblem(c.Title+" is decided. Type won to declare it", nil)
	}
	if err := m.wanted(*c, r.Standing, l.Totals); err != nil {
		return err
	}
	r.Votes = map[int]int{}
	for n, i := range r.Standing {
		r.Votes[i] = l.Totals[n]
	}
	r.Issued, r.NotCast, r.Closed = max(l.Issued, 0), max(l.NotCast, 0), true
	if l.Spoilt > 0 {
		r.Spoilt = []data.Spoilt{{N: l.Spoilt}}
	}
	r.Valid = validIn(*c, r, l)
	c.Rounds = append(c.Rounds, r)
	return nil
}

// validIn is how many ballots were valid: as typed, else one for each vote where a ballot has one mark that counts, else those
// issued less the others.
func validIn(c data.Contest, r data.Round, l ContestLine) int {
	if l.Valid >= 0 {
		return l.Valid
	}
	if !c.Rule.Ranked() && c.Rule.Marks(r.Places, len(r.Standing)) > 1 {
		valid, _ := c.WorkedOutValid(r)
		return valid
	}
	valid := 0
	for _, n := range r.Votes {
		valid += n
	}
	return valid
}

// nextStage adds the totals after somebody went out, in a preferential count that is done on paper.
func (m *Model) nextStage(c *data.Contest, last data.RoundTally, l ContestLine) error {
	if err := m.wanted(*c, last.Left, l.Totals); err != nil {
		return err
	}
	s := data.Transfer{Out: last.Out[len(last.Out)-1], Votes: map[int]int{}, Exhausted: last.Valid}
	for n, i := range last.Left {
		s.Votes[i] = l.Totals[n]
		s.Exhausted -= l.Totals[n]
	}
	if l.NoMore >= 0 {
		s.Exhausted = l.NoMore
	}
	r := &c.Rounds[len(c.Rounds)-1]
	r.Transfers = append(slices.Clone(r.Transfers), s)
	return nil
}

// wanted says whose figures are still to be typed, or that there are too many. The names lead the secretary through the list.
func (m *Model) wanted(c data.Contest, who []int, typed []int) error {
	if len(typed) == len(who) {
		return nil
	}
	name := func(n int) string { return c.Nominees[who[n]].Called(m.names) }
	switch n := len(typed); {
	case n > len(who):
		return data.NewProblem(fmt.Sprintf("%d figures, and %d names: %s", n, len(who), m.nomineeNames(c, who)), nil)
	case n == 0:
		return data.NewProblem("The votes of "+m.nomineeNames(c, who), nil)
	default:
		words := fmt.Sprintf("%s %d; next %s", name(n-1), typed[n-1], name(n))
		if more := len(who) - n - 1; more > 0 {
			words += fmt.Sprintf(", and %d more", more)
		}
		return data.NewProblem(words, nil)
	}
}

// drawn returns the contest with its tie settled by a lot, and what it then comes to.
func (m *Model) drawn(c data.Contest, letters, by string) (data.Contest, data.Tally, error) {
	t := m.held.tallies[c.ID]
	if t.Asks == nil {
		return c, t, data.NewProblem("There is no tie to settle by lot", nil)
	}
	i := m.amongNominees(c, t.Asks.Between, letters)
	if i < 0 {
		return c, t, data.NewProblem("Nobody among those who tied is called “"+letters+"”", nil)
	}
	if p, only := m.onlyOne(by); only {
		by = p.Name()
	}
	c.Rounds = slices.Clone(c.Rounds)
	last := &c.Rounds[len(c.Rounds)-1]
	*last = last.Settle(*t.Asks, i, by)
	t, err := c.Tally(nil)
	return c, t, err
}

// votesWanted says whose votes are typed next, and of what.
func (m *Model) votesWanted(c data.Contest) (head string, who []int) {
	t := m.held.tallies[c.ID]
	if last := len(t.Rounds) - 1; last >= 0 && len(t.Rounds[last].Left) > 0 {
		r := t.Rounds[last]
		return fmt.Sprintf("Stage %d, %s out: the totals", len(r.Stages)+1, m.nomineeNames(c, r.Out[len(r.Out)-1:])), r.Left
	}
	if len(c.Rounds) == 0 {
		return "The votes", m.listed(c)
	}
	r, _ := c.NextRound(t)
	switch {
	case r.RunsOff():
		return "Another ballot between those who tied", r.Standing
	case r.Kind == data.Repeated:
		return "The round again", r.Standing
	}
	return fmt.Sprintf("Round %d: the votes", len(c.Rounds)+1), r.Standing
}
