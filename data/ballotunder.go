package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"branchbook/data/count"
)

// OtherRules lists the rules by which ballots marked for this one can be counted as well, to show what they would have
// come to: those that read the same marks.
func (r CountRule) OtherRules(places int) []CountRule {
	others := []CountRule{ByMostVotes, ByEliminating}
	switch {
	case r.Ranked() && places == 1:
		others = []CountRule{ByPreference, ByMostVotes, BySTV, BySTVScottish}
	case r.Ranked():
		others = []CountRule{BySTV, BySTVScottish}
	case places == 1:
		others = []CountRule{ByMostVotes, ByRounds}
	}
	return slices.DeleteFunc(others, func(o CountRule) bool { return o == r })
}

// Under counts the typed ballots of a round, which counts from 0, as if another rule had been chosen. It changes nothing:
// the rule that was chosen before voting decides. A rule of one mark reads the first preference alone. Lots do not carry
// over, so that the count may stop at a tie, which is then returned. The error is a *Problem.
func (c Contest) Under(rule CountRule, round int, ballots []Ballot) (RoundTally, *Asks, error) {
	if round < 0 || round >= len(c.Rounds) || !c.Rounds[round].FromBallots {
		return RoundTally{}, nil, NewProblem("Only ballots that were typed one by one can be counted by another rule.", fmt.Errorf("under: round %d", round))
	}
	first := c.Rule.Ranked() && !rule.Ranked()
	r := c.Rounds[round]
	r.Lots = nil
	c.Rule, c.Rounds = rule, slices.Clone(c.Rounds)
	c.Rounds[round] = r
	if first {
		ballots = firstMarks(ballots)
	}
	d, err := c.tallyRound(round, r, ballots)
	return d.RoundTally, d.asks, err
}

// firstMarks are the ballots with their first mark alone.
func firstMarks(ballots []Ballot) []Ballot {
	out := make([]Ballot, 0, len(ballots))
	for _, b := range ballots {
		if m, ok := b.Stands(true); ok {
			m.Marks = m.Marks[:min(1, len(m.Marks))]
			b.Settled = &m
			out = append(out, b)
		}
	}
	return out
}

// nameMark stands for a candidate in the sentences of a count that a Tally keeps, since a Tally knows nobody's name.
func nameMark(place int) string { return "{" + strconv.Itoa(place) + "}" }

func nameMarks(standing int) []string {
	marks := make([]string, standing)
	for i := range marks {
		marks[i] = nameMark(i)
	}
	return marks
}

// StageSentence says what a stage of a ranked count did and why, with names: "Surplus of Zoë Okafor: 1, on 7 transferable
// ballots at 0.14 each." It is "" where the stages were typed from a count done on paper.
func (c Contest) StageSentence(r RoundTally, s count.Stage, people Names) string {
	var pairs []string
	for place, i := range r.Standing {
		pairs = append(pairs, nameMark(place), c.Nominees[i].Called(people))
	}
	return strings.NewReplacer(pairs...).Replace(s.Sentence)
}

// CountElection puts the valid ballots of a round in the form that counting programs exchange. Where a ballot's two entries
// differ it is left out.
func (c Contest) CountElection(round int, ballots []Ballot, people Names) count.Election {
	r := c.Rounds[round]
	d := deciding{RoundTally: RoundTally{Round: r}}
	e := count.Election{Title: c.Title, Places: max(1, r.Places), Ballots: d.readBallots(c, round, ballots)}
	e.Spoilt = d.SpoiltInAll()
	for _, i := range r.Standing {
		e.Candidates = append(e.Candidates, c.Nominees[i].Called(people))
	}
	return e
}

// BallotsFrom reads an election that another program wrote as the ballots of a round, numbered from 1: entered once, from
// the file. Candidates are known by their names, or by their surnames where those are not shared. The error is a *Problem
// that names the first candidate who is not on the paper.
func (c Contest) BallotsFrom(e count.Election, round int, people Names) ([]Ballot, error) {
	r := c.Rounds[round]
	if e.Valid()+e.Spoilt == 0 {
		return nil, NewProblem("There are no ballots in this file. Nothing was brought in.", nil)
	}
	numbers, err := c.numbersOf(e, r, people)
	if err != nil {
		return nil, err
	}
	var out []Ballot
	add := func(m Marking) {
		out = append(out, Ballot{Contest: c.ID, Round: round, Number: len(out) + 1, First: &m})
	}
	most := c.MarksOn(r)
	for line, b := range e.Ballots {
		m := Marking{}
		for _, candidate := range b.Marks {
			if n := numbers[candidate]; n > 0 {
				m.Marks = append(m.Marks, n)
			}
		}
		switch {
		case len(m.Marks) == 0:
			m.Spoilt = "marks nobody who stands"
		case len(m.Marks) > most:
			return nil, NewProblem(fmt.Sprintf("Ballot line %d has %s, and here a ballot has at most %d. Nothing was brought in.",
				line+1, NumberOf(len(m.Marks), "mark", "marks"), most), nil)
		}
		for range b.Slips {
			add(m)
		}
	}
	for range e.Spoilt {
		add(Marking{Spoilt: SpoiltReasons()[0]})
	}
	return out, nil
}

// numbersOf finds each candidate's number on the ballot; 0 for one who has withdrawn in the file and is not on the paper.
func (c Contest) numbersOf(e count.Election, r Round, people Names) ([]int, error) {
	whole, surname := map[string][]int{}, map[string][]int{}
	for _, i := range r.Standing {
		name := Fold(c.Nominees[i].Called(people))
		whole[name] = append(whole[name], i)
		surname[lastWord(name)] = append(surname[lastWord(name)], i)
	}
	numbers, taken := make([]int, len(e.Candidates)), map[int]bool{}
	for k, name := range e.Candidates {
		folded := Fold(name)
		found := whole[folded]
		if len(found) != 1 {
			found = surname[lastWord(folded)]
		}
		switch {
		case len(found) == 1 && !taken[found[0]]:
			taken[found[0]] = true
			numbers[k] = c.Nominees[found[0]].Number
		case slices.Contains(e.Withdrawn, k):
		default:
			return nil, NewProblem(fmt.Sprintf("%s stands in this file and is not on this ballot. Check that it is the file of this election; nothing was brought in.", name), nil)
		}
	}
	return numbers, nil
}

func lastWord(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// InOrder are those on the paper, the most votes first; of those elected or gone the order in which that happened decides.
func (r RoundTally) InOrder() []int { return r.byVotes() }

// Won is what winning the contest is called: "elected", "nominated".
func (c Contest) Won() string {
	if c.Kind == Supports {
		return "supported"
	}
	return c.Kind.verb()
}
