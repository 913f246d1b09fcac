package election

import (
	"fmt"
	"slices"

	"branchbook/data"
	"branchbook/screens/parts"
)

// Ballots is the card that accounts for every ballot of a round.
type Ballots struct {
	Heading string
	Facts   [4]Fact // issued, valid, spoilt, not cast
	Sum     parts.Mark
	Spoilt  []string // by reason: "blank 1"
	Round   data.Round
	Typed   bool // each ballot was typed, so that its figures cannot be
}

func (m *Model) ballots() *Ballots {
	t := m.held.tally
	last, begun := m.last()
	if !begun {
		return nil
	}
	r, balances := last, data.Finding{}
	if n := len(t.Rounds); n == len(m.held.contest.Rounds) {
		r, balances = t.Rounds[n-1].Round, t.Rounds[n-1].Balances
	}
	b := &Ballots{Heading: m.lastName(), Round: last, Typed: last.FromBallots, Sum: sumMark(balances)}
	if n := len(t.Rounds); t.Done && n > 1 && t.Rounds[n-1].RunsOff() { // the run-off has a card of its own
		r = t.Rounds[n-2].Round
		b.Heading, b.Sum = roundName(m.held.contest, n-2), sumMark(t.Rounds[n-2].Balances)
	}
	b.Facts = [4]Fact{{"Issued", counted(r.Issued)}, {"Valid", counted(r.Valid)}, {"Spoilt", fmt.Sprint(r.SpoiltInAll())}, {"Not cast", fmt.Sprint(r.NotCast)}}
	for _, s := range r.Spoilt {
		if s.Reason != "" && !t.Done { // the figures are settled, and the papers have the reasons
			b.Spoilt = append(b.Spoilt, fmt.Sprintf("%s %d", s.Reason, s.N))
		}
	}
	return b
}

// counted is a number that may not have been counted.
func counted(n int) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprint(n)
}

func sumMark(f data.Finding) parts.Mark {
	switch {
	case f.Sum == "":
		return parts.Mark{}
	case f.Warning:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: f.Sum}
	}
	return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: f.Sum}
}

// A Tie is a place that equal votes did not decide, and how it was settled.
type Tie struct {
	Heading string // "Tie for 1 place"
	Chip    parts.Mark
	Rows    []TieRow
	Note    string
	Asked   bool // it is still to be settled
	RunOff  bool // another ballot can settle it
	Between []int
}

// A TieRow is one of those who tied, with the votes of the run-off.
type TieRow struct {
	Name   string
	Votes  int
	Most   int // of the greatest bar
	Winner bool
}

func (m *Model) tie() *Tie {
	c, t := m.held.contest, m.held.tally
	n := len(t.Rounds)
	switch {
	case n > 0 && t.Asks != nil && m.held.contest.Rounds[n-1].Closed:
		tie := &Tie{Heading: "A tie", Chip: parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: "To be settled"}, Asked: true, Between: t.Asks.Between}
		_, tie.RunOff = c.NextRound(t)
		tie.Rows = m.tieRows(t.Rounds[n-1], t.Asks.Between)
		tie.Note = m.tieWords(c, *t.Asks) + " " + c.Rule.Ties()
		return tie
	case n > 1 && t.Rounds[n-1].RunsOff():
		r := t.Rounds[n-1]
		before := t.Rounds[n-2].Votes[r.Standing[0]]
		tie := &Tie{
			Heading: "Run-off for " + data.NumberOf(r.Places, "place", "places"), Rows: m.tieRows(r, r.Standing),
			Chip: parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: fmt.Sprintf("Tied at %d", before)},
		}
		if r.Balances.Sum != "" {
			tie.Note = data.Capital(r.Balances.Sum) + "."
		}
		return tie
	}
	return nil
}

func (m *Model) tieRows(r data.RoundTally, between []int) []TieRow {
	most := 0
	for _, i := range between {
		most = max(most, r.Votes[i])
	}
	var rows []TieRow
	for _, i := range between {
		rows = append(rows, TieRow{m.called(i), r.Votes[i], most, slices.Contains(r.Elected, i)})
	}
	slices.SortStableFunc(rows, func(a, b TieRow) int { return b.Votes - a.Votes })
	return rows
}
