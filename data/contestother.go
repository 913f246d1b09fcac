package data

import (
	"fmt"
	"slices"
)

// OtherRules lists the rules under which the first ballot of the contest can be counted besides its own, because each slip
// was typed: ballots that rank can be counted by every rule, others only by the most votes. It is empty where totals were.
func (c Contest) OtherRules() []CountRule {
	if len(c.Rounds) == 0 || !c.Rounds[0].FromBallots || !c.Rule.Ranked() {
		return nil
	}
	all := []CountRule{ByMostVotes, ByPreference, BySTV, BySTVScottish}
	return slices.DeleteFunc(all, func(r CountRule) bool { return r == c.Rule || r == ByPreference && c.Places != 1 })
}

// Under counts the ballots of the first round by another rule, without the lots that were drawn. Of a ballot that ranks, the
// most votes take as many marks as there are places. The error is a *Problem.
func (c Contest) Under(rule CountRule, ballots []Ballot) (Tally, error) {
	if !slices.Contains(c.OtherRules(), rule) {
		return Tally{}, NewProblem("These ballots cannot be counted by that rule.", fmt.Errorf("contest: %s under %s", c.Rule, rule))
	}
	first := c.Rounds[0]
	first.Lots = nil
	ranked := c.Rule.Ranked()
	c.Rule, c.Rounds = rule, []Round{first}
	if rule.Ranked() {
		return c.Tally(ballots)
	}
	short := make([]Ballot, 0, len(ballots))
	for _, b := range ballots {
		if m, ok := b.Stands(ranked); ok {
			m.Marks = m.Marks[:min(len(m.Marks), rule.Marks(c.Places, len(first.Standing)))]
			b.First, b.Second, b.Settled = &m, nil, nil
			short = append(short, b)
		}
	}
	return c.Tally(short)
}
