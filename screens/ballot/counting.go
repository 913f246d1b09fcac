package ballot

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/count"
	"branchbook/screens/parts"
)

// Counted is what the typed ballots come to. The version says of which pile.
type Counted struct {
	Tally   data.Tally
	Err     error
	version int
}

// Uncounted says whether the pile has changed since it was counted.
func (m *Model) Uncounted() bool { return m.IsOpen() && m.counted.version != m.version }

// Counting returns the work of counting the pile as it is now. The function touches nothing of the model, so that it can run
// away from the window's goroutine; PutCounted takes what it returns.
func (m *Model) Counting() func() Counted {
	c, version := m.contest, m.version
	all := slices.Concat(m.earlier, m.pile)
	return func() Counted {
		t, err := c.Tally(all)
		return Counted{t, err, version}
	}
}

// PutCounted shows a count, unless a later one is shown already.
func (m *Model) PutCounted(c Counted) {
	if c.version >= m.counted.version {
		m.counted = c
	}
}

// Count is the figures as the page shows them.
type Count struct {
	Heading string
	State   parts.Mark // Provisional, Complete, Closed
	Quota   string     // what elects; "" for a rule without one
	// Stages are the columns: the name of each, and what it did. A rule without stages has one, of votes.
	Stages []StageHead
	Rows   []CountRow
	// Sentences tell each stage; Outcome who is elected, or would be.
	Sentences []Sentence
	Outcome   string
	// Balance accounts for every ballot: "28 valid + 1 spoilt = 29 issued".
	Balance string
	// Wrong is why it cannot be counted; Missing what stands between this and a result; Tie between whom it stopped.
	Wrong, Tie string
	Missing    []string
}

// StageHead is the head of a column: "Stage 2", "surplus of Zoë Okafor".
type StageHead struct{ Name, Of string }

// CountRow is one candidate, or a sum, with a figure for each stage.
type CountRow struct {
	Name    string
	State   parts.Mark
	Figures []Figure
	Elected bool
	Sum     bool // a line under the candidates
}

// Figure is what somebody has at the end of a stage, and what that stage moved: "4.56", "+0.56". Moved is "" for nothing.
type Figure struct{ Now, Moved string }

// Sentence is "Stage 2." and what it did.
type Sentence struct{ Lead, Text string }

// Count works out the page from the last count. It may be of a pile some ballots ago, while the next is under way.
func (m *Model) Count() Count {
	out := Count{Heading: "Votes", Missing: m.Missing(), State: parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: "Provisional"}}
	r := m.current()
	switch {
	case r.Closed:
		out.State, out.Missing = parts.Mark{Tone: parts.Green, Icon: parts.IconLock, Text: "Closed"}, nil
	case m.round >= 0 && r.FromBallots && len(out.Missing) == 0:
		out.State = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Complete"}
	}
	if m.counted.Err != nil {
		out.Wrong = data.Say(m.counted.Err)
		return out
	}
	if rounds := m.counted.Tally.Rounds; m.round >= 0 && m.round < len(rounds) {
		m.fill(&out, m.contest, rounds[m.round])
		out.Tie = m.tieWords()
	}
	return out
}

// fill sets a round's figures out.
func (m *Model) fill(out *Count, c data.Contest, r data.RoundTally) {
	out.Balance = r.Balances.Sum
	order := r.InOrder()
	if len(r.Stages) == 0 {
		out.Stages = []StageHead{{Name: "Votes"}}
		for _, i := range order {
			row := m.row(c, r, i)
			row.Figures = []Figure{{Now: fmt.Sprint(r.Votes[i])}}
			out.Rows = append(out.Rows, row)
		}
		if r.Sentence != "" {
			out.Sentences = append(out.Sentences, Sentence{Text: r.Sentence})
		}
	} else {
		m.fillStages(out, c, r, order)
	}
	out.Outcome = m.outcomeWords(c, r)
}

func (m *Model) fillStages(out *Count, c data.Contest, r data.RoundTally, order []int) {
	out.Heading = "Count by stages"
	for _, s := range r.Stages {
		out.Stages = append(out.Stages, StageHead{fmt.Sprintf("Stage %d", s.Number), m.stageOf(c, r, s)})
		out.Sentences = append(out.Sentences, Sentence{fmt.Sprintf("Stage %d.", s.Number), c.StageSentence(r, s, m.people)})
	}
	if q := r.Stages[len(r.Stages)-1].Quota; q > 0 {
		out.Quota = q.String()
	}
	for _, i := range order {
		row, place := m.row(c, r, i), slices.Index(r.Standing, i)
		for k, s := range r.Stages {
			f := Figure{Now: s.Votes[place].String()}
			if k > 0 {
				f.Moved = moved(s.Moved[place])
			}
			row.Figures = append(row.Figures, f)
		}
		out.Rows = append(out.Rows, row)
	}
	lost, total := CountRow{Name: "Not transferable", Sum: true}, CountRow{Name: "Total", Sum: true}
	before := count.Value(0)
	for _, s := range r.Stages {
		sum := s.Lost
		for _, v := range s.Votes {
			sum += v
		}
		lost.Figures = append(lost.Figures, Figure{s.Lost.String(), moved(s.Lost - before)})
		total.Figures = append(total.Figures, Figure{Now: sum.String()})
		before = s.Lost
	}
	out.Rows = append(out.Rows, lost, total)
}

func (m *Model) stageOf(c data.Contest, r data.RoundTally, s count.Stage) string {
	var names []string
	for _, place := range s.Of {
		names = append(names, c.Nominees[r.Standing[place]].Called(m.people))
	}
	switch s.Kind {
	case count.Surplus:
		return "surplus of " + listed(names)
	case count.Exclusion:
		return listed(names) + " out"
	case count.Completion:
		return "the places left"
	}
	return "first choices"
}

// moved is a gain or a loss with its sign; "" for none.
func moved(v count.Value) string {
	switch {
	case v > 0:
		return "+" + v.String()
	case v < 0:
		return v.String()
	}
	return ""
}

// row is one candidate with what the count says of them.
func (m *Model) row(c data.Contest, r data.RoundTally, i int) CountRow {
	row := CountRow{Name: c.Nominees[i].Called(m.people)}
	switch {
	case slices.Contains(r.Elected, i):
		row.Elected = true
		row.State = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: data.Capital(c.Won())}
	case slices.Contains(r.GaveWay, i):
		row.State = parts.Mark{Tone: parts.Grey, Icon: parts.IconArrowDown, Text: "Gave way"}
	case slices.Contains(r.Out, i):
		row.State = parts.Mark{Tone: parts.Grey, Icon: parts.IconCross, Text: "Out"}
	}
	return row
}

// outcomeWords says who is elected, or would be if nothing changed.
func (m *Model) outcomeWords(c data.Contest, r data.RoundTally) string {
	var names []string
	for _, i := range r.Elected {
		names = append(names, c.Nominees[i].Called(m.people))
	}
	won := data.Capital(c.Won())
	switch {
	case len(names) == 0 && len(r.Out) > 0 && len(r.Stages) == 0:
		for _, i := range r.Out {
			names = append(names, c.Nominees[i].Called(m.people))
		}
		return "Out after this round: " + listed(names) + "."
	case len(names) == 0:
		return ""
	case m.current().Closed || m.sum.Whole():
		return won + ": " + listed(names) + "."
	}
	return won + " if nothing changes: " + listed(names) + "."
}

func (m *Model) tieWords() string {
	words := m.tieBetween(m.counted.Tally.Asks)
	if words == "" || m.contest.Over() {
		return ""
	}
	if !m.current().Closed && !m.sum.Whole() {
		return words + " More ballots may change that."
	}
	if m.contest.Rule.Ranked() {
		return words + " Draw a lot."
	}
	return words + " Draw a lot, or close the round and ballot again between them."
}

// tieBetween says between whom a count stopped; "" where it did not.
func (m *Model) tieBetween(asks *data.Asks) string {
	if asks == nil {
		return ""
	}
	var names []string
	for _, i := range asks.Between {
		names = append(names, m.contest.Nominees[i].Called(m.people))
	}
	return fmt.Sprintf("%s tie: nothing earlier says %s.", listed(names), asks.Purpose)
}

// Other is the same ballots under another rule.
type Other struct {
	Rule  string // as the result sheet names it
	Count Count
}

// Others count the same ballots under every other rule that can read them. It can take a moment; it alters nothing.
func (m *Model) Others() []Other {
	if m.round < 0 {
		return nil
	}
	all := slices.Concat(m.earlier, m.pile)
	var out []Other
	places := m.current().Places
	for _, rule := range m.contest.Rule.OtherRules(places) {
		o := Other{Rule: rule.Words(places)}
		c := m.contest
		c.Rule = rule
		r, asks, err := m.contest.Under(rule, m.round, all)
		if err != nil {
			o.Count.Wrong = data.Say(err)
		} else {
			m.fill(&o.Count, c, r)
			o.Count.Tie = m.tieBetween(asks)
		}
		out = append(out, o)
	}
	return out
}

// Rule is the rule that was chosen, as the result sheet names it.
func (m *Model) Rule() string { return m.contest.Rule.Words(max(1, m.current().Places)) }

// listed joins names as a sentence does.
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
