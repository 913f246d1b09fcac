package session

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// contestCard fills the card of an election: who stands while it is open, what it came to when it is not.
func (m *Model) contestCard(card *Card) bool {
	c, ok := byID(m.held.contests, isContest(data.ContestID(card.Record)))
	if !ok {
		return false
	}
	t := m.held.tallies[c.ID]
	r := c.Result(t, m.names)
	card.Icon, card.Tone, card.Lead, card.Text = parts.IconBallot, parts.Amber, r.Lead+":", r.Outcome
	switch h, held := c.HeldOverBy(m.meeting); {
	case held:
		card.Tone, card.Text = parts.Grey, h.Words()
		card.Mark = parts.Mark{Tone: parts.Grey, Text: "Held over"}
		return true
	case c.Status == data.Abandoned:
		card.Tone, card.Mark = parts.Grey, parts.Mark{Tone: parts.Grey, Text: "Abandoned"}
		return true
	case c.Status == data.ResultDeclared:
		card.Tone, card.Mark = parts.Green, m.declaredMark(c, t)
		card.Lines = r.Rounds
		return true
	}
	card.Mark = parts.Mark{Tone: parts.Amber, Text: string(c.Field())}
	card.Lines = m.nomineeLines(c)
	if len(t.Rounds) > 0 {
		card.Text = data.Capital(m.goesOn(c, t)) + "."
		card.Lines = r.Rounds
	}
	return true
}

func (m *Model) declaredMark(c data.Contest, t data.Tally) parts.Mark {
	switch {
	case c.Kind == data.Triggers:
		return parts.Mark{Tone: parts.Green, Text: "Declared"}
	case len(c.Winners(t)) == 0:
		return parts.Mark{Tone: parts.Amber, Text: "Vacant"}
	case c.Kind == data.Elects:
		return parts.Mark{Tone: parts.Green, Text: "Elected"}
	case c.Kind == data.Selects:
		return parts.Mark{Tone: parts.Green, Text: "Selected"}
	}
	return parts.Mark{Tone: parts.Green, Text: "Nominated"}
}

// nomineeLines lists who stands, in the order in which their votes are typed, and who does not and why.
func (m *Model) nomineeLines(c data.Contest) []string {
	var lines []string
	for n, i := range m.listed(c) {
		lines = append(lines, fmt.Sprintf("%d  %s", n+1, m.nomineeWords(c.Nominees[i])))
	}
	for _, n := range c.Nominees {
		switch {
		case n.Withdrew:
			lines = append(lines, n.Called(m.names)+" withdrew")
		case n.Ineligible():
			lines = append(lines, n.Called(m.names)+" may not stand: "+n.Eligible.Verdict)
		}
	}
	return lines
}

// nomineeWords names somebody who stands, with who put them forward.
func (m *Model) nomineeWords(n data.Nominee) string {
	words := n.Called(m.names)
	if n.Proposer != "" {
		words += ", proposed " + m.name(n.Proposer)
	}
	if n.Seconder != "" {
		words += ", seconded " + m.name(n.Seconder)
	}
	if n.Eligible.Warning {
		words += "; stands although: " + strings.TrimSpace(n.Eligible.Verdict)
	}
	return words
}
