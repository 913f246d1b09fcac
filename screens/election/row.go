package election

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/count"
	"branchbook/screens/parts"
)

// rows are the nominees: while nothing is counted by surname, then by votes; those off the paper last.
func (m *Model) rows() []Row {
	h := &m.held
	c := h.contest
	order := c.BySurname(h.People)
	if c.Kind == data.Triggers {
		order = c.OnBallot()
	}
	rank := m.rank()
	slices.SortStableFunc(order, func(a, b int) int { return rank(a) - rank(b) })
	rows := make([]Row, 0, len(order))
	for _, i := range order {
		rows = append(rows, m.row(i))
	}
	return rows
}

// rank puts the winners first, then the others by their votes, and then who is not on the paper.
func (m *Model) rank() func(i int) int {
	c, t := m.held.contest, m.held.tally
	return func(i int) int {
		switch at := slices.Index(t.Elected, i); {
		case !c.Nominees[i].Stands() && at < 0:
			return 1 << 30
		case len(t.Rounds) == 0 || !t.Rounds[0].Closed:
			return 0
		case at >= 0 && c.Rule.Ranked():
			return at - 1<<50
		}
		return -int(lastVotes(t.Rounds[0], i))
	}
}

func (m *Model) row(i int) Row {
	h := &m.held
	n := h.contest.Nominees[i]
	name := n.Called(h.People)
	number := ""
	if n.Number > 0 {
		number = fmt.Sprint(n.Number)
	}
	off := parts.Plain
	if !n.Stands() {
		off = parts.Quiet
	}
	row := Row{Index: i, Key: fmt.Sprint(i), Words: name, Detail: m.detail(i)}
	row.Tied, row.MayNot = m.tied(i), n.Eligible.Warning
	row.Cells = []parts.Cell{
		{Text: number, Tone: parts.Quiet}, {Text: name, Tone: off}, {Text: m.counts(n), Tone: parts.Quiet}, {Text: m.backers(n), Tone: parts.Quiet},
		consentCell(n), standCell(n), m.votesCell(i), m.resultCell(i),
	}
	return row
}

// counts is what a nominee counts as in the rule of balance; both where they share.
func (m *Model) counts(n data.Nominee) string {
	var words []string
	for _, id := range []data.PersonID{n.Person, n.Partner} {
		if id != "" {
			words = append(words, cmp.Or(data.Capital(string(m.held.People[id].Gender)), "Not stated"))
		}
	}
	return strings.Join(words, ", ")
}

// backers are the surnames of proposer and seconder, or where somebody from elsewhere comes from.
func (m *Model) backers(n data.Nominee) string {
	var names []string
	for _, id := range []data.PersonID{n.Proposer, n.Seconder} {
		if id != "" {
			names = append(names, cmp.Or(m.held.People[id].Last, m.name(id)))
		}
	}
	return cmp.Or(strings.Join(names, ", "), n.From, "–")
}

func consentCell(n data.Nominee) parts.Cell {
	switch n.Consent {
	case data.Consents:
		return parts.Cell{Text: "Yes", Tone: parts.Green, Icon: parts.IconCheck}
	case data.ConsentRefused:
		return parts.Cell{Text: "No", Tone: parts.Red, Icon: parts.IconCross}
	}
	return parts.Cell{Text: "Ask", Tone: parts.Amber, Icon: parts.IconCircle}
}

func standCell(n data.Nominee) parts.Cell {
	switch f := n.Eligible; {
	case n.Withdrew:
		return parts.Cell{Text: "Withdrew", Tone: parts.Quiet}
	case n.Listed == data.NotListed:
		return parts.Cell{Text: "Not shortlisted", Tone: parts.Quiet}
	case n.Ineligible():
		return parts.Cell{Text: f.Verdict, Tone: parts.Amber, Icon: parts.IconClock}
	case f.Warning:
		return parts.Cell{Text: "All the same", Tone: parts.Amber, Icon: parts.IconWarning}
	case strings.HasPrefix(f.Verdict, "Ask"):
		return parts.Cell{Text: f.Verdict, Tone: parts.Amber, Icon: parts.IconCircle}
	case f.Verdict == "":
		return parts.Cell{Text: "–", Tone: parts.Quiet}
	case n.Listed != data.Applied:
		return parts.Cell{Text: data.Capital(string(n.Listed)), Tone: parts.Green, Icon: parts.IconCheck}
	default:
		return parts.Cell{Text: f.Verdict, Tone: parts.Green, Icon: parts.IconCheck}
	}
}

// lastVotes is what somebody had in a round, at the last stage before they went out where it has several.
func lastVotes(r data.RoundTally, i int) count.Value {
	at := slices.Index(r.Standing, i)
	for _, s := range slices.Backward(r.Stages) {
		if at >= 0 && at < len(s.Votes) && s.Votes[at] > 0 {
			return s.Votes[at]
		}
	}
	return count.Value(r.Votes[i]) * count.Vote
}

// votesCell has the votes of the first ballot, and of a ranked count those that decided.
func (m *Model) votesCell(i int) parts.Cell {
	t := m.held.tally
	if len(t.Rounds) == 0 || !slices.Contains(t.Rounds[0].Standing, i) || !t.Rounds[0].Closed {
		return parts.Cell{}
	}
	return parts.Cell{Text: lastVotes(t.Rounds[0], i).String(), Bold: slices.Contains(t.Elected, i)}
}

// tied says whether the last place lay between this nominee and others.
func (m *Model) tied(i int) bool {
	t := m.held.tally
	if t.Asks != nil {
		return slices.Contains(t.Asks.Between, i)
	}
	return slices.ContainsFunc(t.Rounds, func(r data.RoundTally) bool {
		return r.RunsOff() && slices.Contains(r.Standing, i)
	})
}

func (m *Model) resultCell(i int) parts.Cell {
	c, t := m.held.contest, m.held.tally
	n := c.Nominees[i]
	won := slices.Contains(t.Elected, i)
	last := len(t.Rounds) - 1
	ranOff := last >= 0 && t.Rounds[last].RunsOff() && slices.Contains(t.Rounds[last].Standing, i)
	switch {
	case n.Declined:
		return parts.Cell{Text: "Declined", Tone: parts.Amber, Icon: parts.IconMinus}
	case c.Status == data.NominationsOpen || c.Status == data.Abandoned || !n.Stands() && !won:
		return parts.Cell{}
	case won && ranOff:
		return parts.Cell{Text: "Won run-off", Tone: parts.Green, Icon: parts.IconCheck}
	case won && last < 0:
		return parts.Cell{Text: "Unopposed", Tone: parts.Green, Icon: parts.IconCheck}
	case won:
		return parts.Cell{Text: m.wonWord(), Tone: parts.Green, Icon: parts.IconCheck}
	case t.Asks != nil && slices.Contains(t.Asks.Between, i):
		return parts.Cell{Text: "Tied", Tone: parts.Amber, Icon: parts.IconWarning}
	case t.Done && ranOff:
		return parts.Cell{Text: "Lost run-off", Icon: parts.IconMinus}
	case t.Done && c.Kind != data.Triggers:
		return parts.Cell{Text: m.lostWord(i), Tone: parts.Quiet}
	case slices.Contains(t.Out, i):
		return parts.Cell{Text: "Out", Tone: parts.Quiet, Icon: parts.IconMinus}
	}
	return parts.Cell{}
}

func (m *Model) wonWord() string {
	switch m.held.contest.Kind {
	case data.Nominates, data.Supports:
		return "Nominated"
	case data.Selects:
		return "Selected"
	case data.Triggers:
		return "Carried"
	}
	return "Elected"
}

// lostWord says in which round somebody went out, where there were several.
func (m *Model) lostWord(i int) string {
	t := m.held.tally
	for _, r := range t.Rounds {
		if len(t.Rounds) > 1 && slices.Contains(r.Out, i) {
			return fmt.Sprintf("Out, round %d", r.Number)
		}
	}
	return "Not " + strings.ToLower(m.wonWord())
}

// detail says of a nominee what the table has no room for.
func (m *Model) detail(i int) string {
	n := m.held.contest.Nominees[i]
	words := []string{n.Called(m.held.People)}
	if n.Proposer != "" {
		words = append(words, "proposed by "+m.name(n.Proposer))
	}
	if n.Seconder != "" {
		words = append(words, "seconded by "+m.name(n.Seconder))
	}
	if n.From != "" {
		words = append(words, "from "+n.From)
	}
	if !n.Received.IsZero() {
		words = append(words, "received "+n.Received.String())
	}
	line := strings.Join(words, ", ") + "."
	switch f := n.Eligible; {
	case n.Withdrew:
		line += " Withdrew"
		if !n.WithdrewAt.IsZero() {
			line += " at " + n.WithdrewAt.String()
		}
		if n.WithdrewWhy != "" {
			line += ": " + n.WithdrewWhy
		}
		line += "."
	case n.Ineligible():
		line += " May not stand: " + f.Sum + ". " + f.Source
	case f.Warning:
		line += " On the paper all the same (" + f.Sum + "): " + n.Despite + "."
	case f.Sum != "":
		line += " " + data.Capital(f.Sum) + "."
	}
	if n.Note != "" {
		line += " Note: " + n.Note
	}
	return line
}
