package session

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// contestCounting is where the votes of one round or stage are typed, down the list of those who stand.
type contestCounting struct {
	of      *contestForm
	view    *fyne.Container
	head    *parts.Text
	method  *parts.Segments
	rule    *parts.Choice
	ruleRow *parts.FormRow
	rules   []data.CountRule
	votes   []*parts.NumberField
	who     []int
	rows    *fyne.Container
	rest    [3]*parts.NumberField // issued, spoilt, not cast
	restRow *fyne.Container
	shown   string // of which round the fields are
	decides bool   // the figures as they are typed decide it
}

var panelMethods = []data.Method{data.SecretBallot, data.Hands}

func newContestCounting(f *contestForm) *contestCounting {
	c := &contestCounting{of: f, head: parts.Bold(""), rows: parts.Column(6)}
	c.method = parts.NewSegments([]string{"Ballot", "Show of hands"}, func(int) { f.show() })
	c.rule = parts.NewChoice(nil, "", func(int) { f.show() })
	c.ruleRow = parts.NewFormRow("Decided by", c.rule)
	row := []fyne.CanvasObject{}
	for i, label := range []string{"Issued", "Spoilt", "Not cast"} {
		n := c.number(label)
		n.OnSubmitted = func(string) {
			if i+1 < len(c.rest) {
				f.of.shell.Focus(c.rest[i+1])
				return
			}
			f.of.shell.Focus(f.declare)
		}
		c.rest[i] = n
		row = append(row, parts.Fixed(parts.Column(4, parts.Label(label), n), 96))
	}
	c.restRow = parts.Row(10, row...)
	c.view = parts.Column(8, parts.Rule(), parts.RowTop(12, parts.Column(4, parts.Label("How they vote"), c.method), parts.Grow(c.ruleRow, 1)), c.head, c.rows)
	return c
}

func (c *contestCounting) number(name string) *parts.NumberField {
	n := parts.NewNumberField()
	n.Named(name)
	n.OnChanged = func(string) { c.of.show() }
	return n
}

// begin shows how an election is decided, as far as that was chosen.
func (c *contestCounting) begin(of data.Contest) {
	c.shown = ""
	c.method.Choose(one(of.Method == data.Hands))
	for _, n := range c.rest {
		n.Put("")
	}
}

// first is where the votes begin; other where there are none to type.
func (c *contestCounting) first(other fyne.Focusable) fyne.Focusable {
	if c.view.Hidden || len(c.votes) == 0 {
		return other
	}
	return c.votes[0]
}

// show lays out a field for everybody whose votes are wanted now.
func (c *contestCounting) show(of data.Contest, known bool) {
	m := c.of.of.model
	c.view.Hidden = !known || of.Field() != data.Contested
	c.restRow.Hidden = c.view.Hidden
	if c.view.Hidden {
		return
	}
	c.chooseRule(of)
	head, who := m.votesWanted(of)
	key := head
	for _, i := range who {
		key += "|" + strconv.Itoa(i)
	}
	c.restRow.Hidden = strings.HasPrefix(head, "Stage")
	if key == c.shown {
		return
	}
	c.shown, c.who, c.votes = key, who, nil
	c.head.SetText(head)
	c.rows.Objects = nil
	var pair []fyne.CanvasObject
	for n, i := range who {
		name := of.Nominees[i].Called(m.names)
		field := c.number("Votes of " + name)
		field.OnSubmitted = func(string) { c.onward(n) }
		c.votes = append(c.votes, field)
		pair = append(pair, parts.Grow(parts.Row(8, parts.Fixed(field, 84), parts.Grow(parts.Body(name).Wrapped(2), 1)), 1))
		if len(pair) == 2 || n == len(who)-1 {
			if len(pair) == 1 {
				pair = append(pair, parts.Grow(parts.Column(0), 1))
			}
			c.rows.Objects = append(c.rows.Objects, parts.Row(12, pair...))
			pair = nil
		}
	}
	parts.Settle(c.rows)
	parts.Settle(c.view)
}

// chooseRule offers the rules that fill so many places; once a round was counted the rule stays.
func (c *contestCounting) chooseRule(of data.Contest) {
	c.ruleRow.Hidden = len(of.Rounds) > 0
	rules := data.CountRules(of.Places)
	if len(c.rules) == len(rules) && len(rules) > 0 && c.rules[0] == rules[0] {
		return
	}
	c.rules = rules
	words := make([]string, len(rules))
	at := 0
	for i, r := range rules {
		words[i] = r.Words(of.Places)
		if r == of.Rule {
			at = i
		}
	}
	c.rule.SetOptions(words)
	c.rule.Choose(at)
}

// onward is Enter in a figure: on to the next.
func (c *contestCounting) onward(n int) {
	if n+1 < len(c.votes) {
		c.of.of.shell.Focus(c.votes[n+1])
		return
	}
	if c.restRow.Hidden {
		c.of.of.shell.Focus(c.of.declare)
		return
	}
	c.of.of.shell.Focus(c.rest[0])
}

// line adds the figures to what the panel says.
func (c *contestCounting) line(l ContestLine) ContestLine {
	for _, n := range c.votes {
		votes, typed := n.Number()
		if !typed {
			break
		}
		l.Totals = append(l.Totals, votes)
	}
	for i, to := range []*int{&l.Issued, &l.Spoilt, &l.NotCast} {
		if n, typed := c.rest[i].Number(); typed && !c.restRow.Hidden {
			*to = n
		}
	}
	l.Method = panelMethods[max(c.method.Chosen(), 0)]
	if !c.ruleRow.Hidden && c.rule.Chosen() >= 0 {
		l.Rule = c.rules[c.rule.Chosen()]
	}
	return l
}

// verdict is what the figures come to.
func (c *contestCounting) verdict(of data.Contest) (says, more string, ready bool) {
	m := c.of.of.model
	c.decides = false
	l := c.line(c.of.line())
	if of.ID == "" || len(l.Totals) == 0 {
		return data.Capital(m.field(of)), "Enter in an empty name goes on to the votes. What is nominated is kept.", false
	}
	after, t, err := m.counted(of, l)
	if err != nil {
		return data.Say(err), "", false
	}
	c.decides = t.Done
	return m.comesTo(after, t), m.readBallots(t.Rounds[len(t.Rounds)-1]), true
}
