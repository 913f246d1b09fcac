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

// Step is what comes next in the life of a contest: the one button that goes on.
type Step string

// The steps.
const (
	StepClose  Step = "Close nominations"
	StepRule   Step = "Choose the rule"
	StepBegin  Step = "Begin the voting"
	StepType   Step = "Type the ballots"
	StepCount  Step = "Count"
	StepStage  Step = "Record the next stage"
	StepTie    Step = "Settle the tie"
	StepNext   Step = "Begin the next round"
	StepRecord Step = "Record the result"
	StepDone   Step = "To the other elections"
	StepTakeUp Step = "Take it up"
)

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
	if f := h.allotted[c.Body].Finding; c.Body != "" && f.Sum != "" {
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

// step says what comes next.
func (m *Model) step() Step {
	c, t := m.held.contest, m.held.tally
	last, begun := m.last()
	_, stage := m.Wanted()
	switch {
	case c.Over():
		return StepDone
	case isHeldOver(c):
		return StepTakeUp
	case c.Status == data.NominationsOpen && c.Kind != data.Triggers:
		return StepClose
	case t.Done:
		return StepRecord
	case !begun && c.Rule == "":
		return StepRule
	case !begun:
		return StepBegin
	case begun && !last.Closed && last.FromBallots:
		return StepType
	case begun && !last.Closed, m.held.wrong != nil:
		return StepCount
	case stage:
		return StepStage
	case t.Asks != nil:
		return StepTie
	case len(t.Next) > 0:
		return StepNext
	}
	return StepCount
}

// stepLabel is what the button that goes on says.
func (m *Model) stepLabel(s Step) string {
	c, t := m.held.contest, m.held.tally
	switch s {
	case StepTakeUp:
		if to, ok := m.takesUp(); ok {
			return "Take it up on " + to.Date.String()
		}
		return "Take it up at the next meeting"
	case StepBegin:
		if c.Method == data.Hands {
			return "Begin the show of hands"
		}
		return "Begin the ballot"
	case StepCount:
		if name := strings.ToLower(m.lastName()); !strings.HasPrefix(name, "round") {
			return "Count the " + name
		}
		return "Count " + strings.ToLower(m.lastName())
	case StepStage:
		w, _ := m.Wanted()
		return fmt.Sprintf("Record stage %d", w.Number)
	case StepTie, StepNext:
		next, ok := c.NextRound(t)
		switch {
		case !ok:
			return "Draw a lot…"
		case next.Kind == data.Repeated:
			return "Take the round again"
		case next.RunsOff():
			return "Begin the run-off"
		}
		return fmt.Sprintf("Begin round %d", len(c.Rounds)+1)
	}
	return string(s)
}

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
	b.Facts = [4]Fact{{"Issued", counted(r.Issued)}, {"Valid", counted(r.Valid)}, {"Spoilt", fmt.Sprint(r.SpoiltInAll())}, {"Not cast", fmt.Sprint(r.NotCast)}}
	for _, s := range r.Spoilt {
		if s.Reason != "" {
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
		return &Tie{
			Heading: "Run-off for " + data.NumberOf(r.Places, "place", "places"), Rows: m.tieRows(r, r.Standing),
			Chip: parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: fmt.Sprintf("Tied at %d", before)}, Note: data.Capital(r.Balances.Sum) + ".",
		}
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

// A BalanceCard is how many are women, before this election and after it.
type BalanceCard struct {
	Mark          parts.Mark
	Before, After BalanceLine
	Notes         []string
}

// A BalanceLine is one filling against the rule.
type BalanceLine struct {
	Name           string // "Before", "After", "If all who stand were elected"
	Have, Need, Of int
	Words          string // "8 of 15"
}

// balance judges what was decided or, before that, what would be if all who stand were elected.
func (m *Model) balance() *BalanceCard {
	h := &m.held
	c := h.contest
	rule, ok := h.Rule(c)
	if !ok || rule.AtLeast <= 0 && rule.Share.IsZero() {
		return nil
	}
	card := &BalanceCard{Before: balanceLine("Before", rule, h.Before(c))}
	elected, name := h.tally.Elected, "After"
	if !h.tally.Done {
		elected, name = c.Standing(), "If all were elected"
	}
	after := h.After(c, elected)
	card.After = balanceLine(name, rule, after)
	f := rule.Of(after)
	card.Mark = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: data.Capital(f.Verdict)}
	switch {
	case f.Warning:
		card.Mark.Tone, card.Mark.Icon = parts.Amber, parts.IconWarning
	case after.Women < rule.Needed(after.Filled):
		card.Mark.Tone, card.Mark.Icon = parts.Grey, parts.IconInfo
	}
	card.Notes = append(card.Notes, data.Capital(f.Sum)+".")
	for _, o := range f.Other {
		card.Notes = append(card.Notes, data.Capital(o.Verdict)+".")
	}
	return card
}

func balanceLine(name string, rule data.Balance, f data.Filling) BalanceLine {
	return BalanceLine{name, f.Women, rule.Needed(f.Places), f.Places, fmt.Sprintf("%d of %d", f.Women, f.Filled)}
}

// doorFacts says how a nomination or selection meeting let voters in.
func (m *Model) doorFacts() []Fact {
	c := m.held.contest
	if c.Kind == data.Elects && c.Doors == nil {
		return nil
	}
	eligible, f := m.Eligible()
	facts := []Fact{{"Can vote", fmt.Sprintf("%d on %s", eligible, c.JudgedOn(m.held.Meeting.Date).Short())}}
	if c.Doors == nil {
		return append(facts, Fact{"Sum", f.Sum})
	}
	d := c.Doors
	if d.Eligible > 0 && d.Eligible != eligible {
		facts[0].Value = fmt.Sprintf("%d on the frozen list", d.Eligible)
	}
	for _, at := range []struct {
		name string
		at   data.Time
	}{{"Statements from", d.Statements}, {"Doors closed", d.ClosedAt}, {"Discussion ended", d.Discussed}} {
		if !at.at.IsZero() {
			facts = append(facts, Fact{at.name, at.at.String()})
		}
	}
	for _, r := range d.Refused {
		name := cmp.Or(m.name(r.Person), r.Name)
		if !r.At.IsZero() {
			name += ", " + r.At.String()
		}
		facts = append(facts, Fact{"Too late", name})
	}
	return facts
}

// follows are the things that a result brings about, and whom to tell.
func (m *Model) follows() []Line {
	h := &m.held
	var lines []Line
	for _, w := range append(slices.Clone(h.follow.Words), h.contest.ToTell(h.tally, h.People)...) {
		l := Line{Icon: parts.IconClock, Text: w}
		if lead, text, ok := strings.Cut(w, ": "); ok && leads[lead] != "" {
			l = Line{Icon: leads[lead], Lead: lead + ":", Text: text}
		}
		lines = append(lines, l)
	}
	return lines
}

// leads are what a line can begin with, and what stands before it.
var leads = map[string]parts.IconName{"To tell": parts.IconMail, "To send": parts.IconSend, "Kept on file": parts.IconInfo}
