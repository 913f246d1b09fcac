package data

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data/count"
)

// A MinutedGrid is the votes of a contest in a table, for papers, where sentences would be hard to read: more than three
// nominees, or more than one round or stage.
type MinutedGrid struct {
	ContestGrid
	// Sum is what the sentences say besides: whether every ballot is accounted for, ties and lots.
	Sum string
}

// widestGrid is how many columns of votes stand side by side in minutes.
const widestGrid = 6

// Grid sets the votes of every round and stage side by side; nil where a sentence says it as well, and where a page is not
// wide enough: the result sheet has them then.
func (c Contest) Grid(t Tally, people Names) *MinutedGrid {
	columns := c.gridColumns(t)
	stood := c.stood(t)
	if len(columns) == 0 || len(columns) > widestGrid || len(stood) <= 3 && len(columns) == 1 {
		return nil
	}
	g := &MinutedGrid{ContestGrid: ContestGrid{Columns: []string{"Nominee"}}}
	in := ContestPaperInput{Contest: c, Tally: t, People: people}
	for _, col := range columns {
		g.Columns = append(g.Columns, col.title)
	}
	g.Columns = append(g.Columns, "Result")
	for _, i := range stood {
		row := []string{c.Nominees[i].Called(people)}
		for _, col := range columns {
			row = append(row, col.votes(i))
		}
		g.Rows = append(g.Rows, append(row, c.endedAs(in, i)))
	}
	if lost := c.lostRow(columns); lost != nil {
		g.Rows = append(g.Rows, lost)
	}
	g.align()
	var sums []string
	for _, r := range t.Rounds {
		sums = append(sums, c.roundAccount(t, r, people))
	}
	g.Sum = strings.TrimSpace(strings.Join(slices.DeleteFunc(sums, func(s string) bool { return s == "" }), "\n"))
	return g
}

// A gridColumn is one round, or one stage of a ranked count.
type gridColumn struct {
	title string
	round RoundTally
	stage *count.Stage // nil for the totals of a round
}

func (g gridColumn) votes(i int) string {
	at := slices.Index(g.round.Standing, i)
	switch {
	case at < 0:
		return ""
	case g.stage != nil:
		return stageFigure(*g.stage, at)
	}
	return fmt.Sprint(g.round.Votes[i])
}

func (c Contest) gridColumns(t Tally) []gridColumn {
	var out []gridColumn
	for _, r := range t.Rounds {
		if len(r.Stages) < 2 {
			name := c.roundName(t, r)
			if r.RunsOff() {
				name = "Run-off"
			} else if !c.Rule.InRounds() {
				name = "Votes"
			}
			out = append(out, gridColumn{title: name, round: r})
			continue
		}
		for i := range r.Stages {
			out = append(out, gridColumn{title: fmt.Sprintf("Stage %d", r.Stages[i].Number), round: r, stage: &r.Stages[i]})
		}
	}
	return out
}

// stood are all who were on a paper: those elected in the order in which they were, then those who stayed in longest.
func (c Contest) stood(t Tally) []int {
	who := slices.Clone(t.Elected)
	for _, r := range slices.Backward(t.Rounds) {
		for _, i := range r.byVotes() {
			if !slices.Contains(who, i) {
				who = append(who, i)
			}
		}
	}
	return who
}

// endedAs is what became of somebody in the end: the last round that had them on its paper says so.
func (c Contest) endedAs(in ContestPaperInput, i int) string {
	for _, r := range slices.Backward(in.Tally.Rounds) {
		if !slices.Contains(r.Standing, i) {
			continue
		}
		if fate := in.fate(r, i); fate != "Out" || !in.Tally.Done {
			return fate
		}
		return "Not " + c.Kind.chosen()
	}
	return ""
}

// lostRow is what is no longer transferable at each stage; nil where nothing is lost.
func (c Contest) lostRow(columns []gridColumn) []string {
	row, any := []string{"Not transferable"}, false
	for _, col := range columns {
		if col.stage == nil {
			row = append(row, "")
			continue
		}
		row, any = append(row, col.stage.Lost.String()), any || col.stage.Lost != 0
	}
	if !any {
		return nil
	}
	return append(row, "")
}

// roundAccount is what a round's sentences say besides its votes.
func (c Contest) roundAccount(t Tally, r RoundTally, people Names) string {
	words := c.accountWords(r)
	if words != "" && len(t.Rounds) > 1 {
		words = c.roundName(t, r) + ": " + words
	}
	return joinedBy(" ", words, c.roundDecided(r, people))
}
