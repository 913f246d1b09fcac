package election

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Page is the contest that is open, in ready strings.
type Page struct {
	Title, Under string
	Status       parts.Mark
	Heading      string     // "Open seats, 16 on the paper"
	Method       parts.Mark // "Secret ballot"
	Places       string     // "13"
	PlacesSum    string     // "15, less 1 secretary, less 1 youth ="
	Rule         string     // as chosen, or that it is not
	Settled      string     // places and rule in a line, once voting has begun
	RuleMeans    []string   // what it means, how ties are settled: said before anybody votes
	Field        string     // "16 stand for 13 places: a ballot"
	Rows         []Row
	Step         Step
	Wrong        string // figures that cannot be

	Ballots  *Ballots // nil before voting
	Tie      *Tie
	Balance  *BalanceCard
	Doors    []Fact
	Follows  []Line
	Outcome  string   // the result in a sentence, once there is one
	Told     []string // rounds and notes, as the minutes will print them
	Counted  [][]parts.Cell
	Counting []string // the heads of Counted: a column for each round or stage

	StepLabel string // the words of the button that goes on

	Open      bool // nothing is declared yet
	CanVote   bool // nominations are closed, and nobody has voted
	Voting    bool // a round is being taken
	CanType   bool // its ballots can be typed one by one
	Decided   bool // everything is decided, declared or not
	Contested bool // there is a ballot to be had
	Trigger   bool // yes or no is put
	Selects   bool // applicants are longlisted and shortlisted
	Abandoned bool
	Declared  bool
	Numbered  bool // the ballot has its numbers
}

// A Row is one nominee.
type Row struct {
	Index  int
	Key    string
	Cells  []parts.Cell
	Words  string // the name, to be found by letters
	Tied   bool
	MayNot bool   // the rule keeps them from standing, whether they are on the paper or not
	Detail string // the whole of what the table has no room for
}

// A Fact is a name and what stands beside it.
type Fact struct{ Name, Value string }

// A Line is one of the things that follow from a result.
type Line struct {
	Icon parts.IconName
	Lead string // "To tell:"
	Text string
}

func (m *Model) page() *Page {
	h := &m.held
	c, t := h.contest, h.tally
	p := &Page{
		Title: data.Capital(string(c.Kind)) + ": " + uncapital(c.Title), Under: m.under(c), Status: statusMark(c, t),
		Method: parts.Mark{Tone: parts.Grey, Icon: parts.IconBallot, Text: data.Capital(string(cmp.Or(c.Method, data.SecretBallot)))},
		Places: fmt.Sprint(c.Places), Rule: data.Capital(c.Rule.Words(c.Places)), Field: data.Capital(c.FieldWords()) + ".",
		Wrong: sayNot(h.wrong), Step: m.step(),
		Open: !c.Over(), CanVote: c.Status == data.NominationsClosed, Decided: t.Done, Contested: c.Field() == data.Contested,
		Trigger: c.Kind == data.Triggers, Selects: c.Kind == data.Selects && !c.Over(), Abandoned: c.Status == data.Abandoned, Declared: c.Status == data.ResultDeclared,
		Numbered: slices.ContainsFunc(c.Nominees, func(n data.Nominee) bool { return n.Number > 0 }),
	}
	p.PlacesSum, _, _ = strings.Cut(c.Entitled.Sum, " = ")
	if p.PlacesSum != "" {
		p.PlacesSum += " ="
	}
	p.Heading = heading(c)
	p.Settled = data.NumberOf(c.Places, "place", "places") + "  ·  " + p.Rule
	if c.Entitled.Sum != "" && c.Body != "" {
		p.Settled = c.Entitled.Sum + "  ·  " + p.Rule
	}
	if len(c.Rounds) == 0 && c.Over() {
		p.Settled = data.NumberOf(c.Places, "place", "places") + "  ·  " + p.Field
	}
	p.RuleMeans = []string{c.Rule.Means(c.Places)}
	if ties := c.Rule.Ties(); ties != "" {
		p.RuleMeans = append(p.RuleMeans, ties)
	}
	last, begun := m.last()
	p.Voting = begun && !last.Closed && !c.Over()
	p.CanType = p.Voting && c.Method != data.Hands
	p.StepLabel = m.stepLabel(p.Step)
	p.Rows = m.rows()
	p.Ballots, p.Tie, p.Balance = m.ballots(), m.tie(), m.balance()
	p.Doors = m.doorFacts()
	if t.Done || c.Over() {
		r := c.Result(t, h.People)
		p.Outcome, p.Told = r.Outcome, append(slices.Clone(r.Rounds), r.Notes...)
		p.Follows = m.follows()
	}
	p.Counting, p.Counted = m.counting()
	return p
}

// under is the line below the title: the meeting, how the places came about, the tellers.
func (m *Model) under(c data.Contest) string {
	h := &m.held
	words := []string{h.Meeting.Heading()}
	if f := h.Allotted[c.Body].Finding; c.Body != "" && f.Sum != "" {
		words = append(words, f.Sum)
	}
	if !c.FreezeDate.IsZero() {
		words = append(words, "standing judged on "+c.FreezeDate.String())
	}
	if c.WomenOnly {
		words = append(words, "for women")
	}
	if !c.CloseOn.IsZero() && c.Status == data.NominationsOpen {
		words = append(words, "nominations until "+c.CloseOn.String())
	}
	var tellers []string
	for _, id := range c.Tellers {
		tellers = append(tellers, m.name(id))
	}
	if len(tellers) > 0 {
		words = append(words, "tellers "+strings.Join(tellers, ", "))
	}
	return strings.Join(words, "  ·  ")
}

// uncapital begins with a small letter what a title after a colon continues, unless it is an abbreviation or a name.
func uncapital(s string) string {
	if rest, ok := strings.CutPrefix(s, "Delegates to the "); ok {
		return "delegates to the " + rest
	}
	return s
}

// sayNot returns the sentence of a problem; "" for none.
func sayNot(err error) string {
	if err == nil {
		return ""
	}
	return data.Say(err)
}

func statusMark(c data.Contest, t data.Tally) parts.Mark {
	if isHeldOver(c) && !c.Over() {
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconHistory, Text: "Held over"}
	}
	if c.Status == data.Voting && t.Done {
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconFlag, Text: "To be declared"}
	}
	switch c.Status {
	case data.NominationsOpen:
		return parts.Mark{Tone: parts.Blue, Icon: parts.IconCircle, Text: "Nominations open"}
	case data.NominationsClosed:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconDot, Text: "Nominations closed"}
	case data.Voting:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconBallot, Text: "Voting"}
	case data.ResultDeclared:
		return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Declared"}
	}
	return parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: "Not held"}
}

// isHeldOver says whether the meeting that had the contest put it off, and no other has taken it up yet.
func isHeldOver(c data.Contest) bool {
	_, held := c.HeldOverBy(c.Meeting)
	return held
}

// heading is "Open seats, 16 on the paper".
func heading(c data.Contest) string {
	what := "Nominees"
	switch {
	case c.Kind == data.Triggers:
		return "Yes or no"
	case c.Body != "":
		what = data.Capital(seats(c.Class))
	}
	stand, all := len(c.Standing()), len(c.Nominees)
	switch {
	case all == 0:
		return what + ", nobody nominated yet"
	case c.Status == data.NominationsOpen:
		return fmt.Sprintf("%s, %d nominated", what, all)
	}
	return fmt.Sprintf("%s, %d on the paper", what, stand)
}
