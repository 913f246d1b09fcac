package session

import (
	"cmp"
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// readContest says what a line about an election would record.
func (m *Model) readContest(o Order) Reading {
	l := o.Contest
	if l.isBare() {
		return Reading{Icon: parts.IconBallot, Text: "The page of the election", More: m.pageOf(), Button: "Open"}
	}
	c, err := m.meant(l)
	if err != nil {
		return missing(plainProblem(err))
	}
	var r Reading
	switch {
	case l.Withdraw:
		r = m.readWithdrawal(c, l)
	case len(l.Totals) > 0 || l.Issued >= 0 || l.Rule != "" || l.Method != "":
		r = m.readCount(c, l)
	default:
		r = m.readNomination(c, l)
	}
	r.Chip = parts.Mark{Tone: parts.Grey, Text: shortTitle(c.Title)}
	return r
}

// plainProblem is what is wrong, without the full stop, as the line at the bottom has it.
func plainProblem(err error) string { return strings.TrimSuffix(data.Say(err), ".") }

func shortTitle(title string) string {
	if words := strings.Fields(title); len(words) > 2 {
		return words[0] + "…"
	}
	return title
}

// pageOf says which election the page would show.
func (m *Model) pageOf() string {
	if c, ok := m.ContestInHand(); ok {
		return c.Title
	}
	return "a new one"
}

func (m *Model) readNomination(c data.Contest, l ContestLine) Reading {
	after, words, err := m.nominated(c, l)
	if err != nil {
		return missing(plainProblem(err))
	}
	text := c.Heading() + ": nominations are open"
	if len(words) > 0 {
		text = c.Title + ": " + data.InWords(words) + m.readProposers(l)
	}
	more := after.FieldWords()
	if c.ID == "" && c.Entitled.Sum != "" {
		more += " (" + c.Entitled.Sum + ")"
	}
	r := ready(text, more, func() (string, error) { return m.Nominate(l) })
	if c.Status == data.NominationsClosed {
		r.Tone, r.Icon, r.More = parts.Amber, parts.IconWarning, "nominations were closed; this opens them again. "+data.Capital(more)
	}
	for _, n := range after.Nominees[len(c.Nominees):] {
		switch {
		case n.Person == "" && c.Kind == data.Elects:
			r.Tone, r.Icon, r.More = parts.Amber, parts.IconWarning, n.Name+" is not in the book, and can have no post or seat there"
		case n.Ineligible():
			r.Tone, r.Icon, r.More = parts.Amber, parts.IconWarning, n.Called(m.names)+" may not stand: "+n.Eligible.Verdict+". Kept, off the ballot"
		}
	}
	return r
}

// readProposers names who proposes and seconds, behind those who are nominated.
func (m *Model) readProposers(l ContestLine) string {
	words := ""
	if p, _ := m.inTheRoom(l.Proposer); l.Proposer != "" {
		words += ", nominated by " + p.Name()
	}
	if p, _ := m.inTheRoom(l.Seconder); l.Seconder != "" {
		words += ", seconded by " + p.Name()
	}
	return words
}

func (m *Model) readWithdrawal(c data.Contest, l ContestLine) Reading {
	after, words, err := m.withdrawn(c, l)
	if err != nil {
		return missing(plainProblem(err))
	}
	verb := " withdraw"
	if len(words) == 1 {
		verb += "s"
	}
	return ready(c.Title+": "+data.InWords(words)+verb, after.FieldWords(), func() (string, error) { return m.Nominate(l) })
}

// readCount says what figures come to before they are recorded.
func (m *Model) readCount(c data.Contest, l ContestLine) Reading {
	after, t, err := m.counted(c, l)
	if err != nil {
		return missing(plainProblem(err))
	}
	do := func() (string, error) { return m.CountContest(l) }
	if len(l.Totals) == 0 && l.Issued < 0 {
		return ready(c.Title+": "+joinWords(after.Rule.Words(after.Places), string(after.Method)), "chosen before voting", do)
	}
	last := t.Rounds[len(t.Rounds)-1]
	r := ready(m.comesTo(after, t), m.readBallots(last), do)
	switch {
	case last.Balances.Warning || last.Valid > m.RoomAt(m.moment()).Voters && len(m.held.register) > 0:
		r.Tone, r.Icon = parts.Amber, parts.IconWarning
	case !t.Done:
		r.Tone, r.Icon = parts.Amber, parts.IconInfo
	}
	if t.Done {
		r.Button = "Declare"
	}
	return r
}

// comesTo is the result of a contest that is done, else what it waits for.
func (m *Model) comesTo(c data.Contest, t data.Tally) string {
	if t.Done {
		return strings.TrimSuffix(c.Result(t, m.names).Outcome, ".")
	}
	return data.Capital(m.goesOn(c, t))
}

// readBallots says whether every ballot is accounted for, and how many there could be.
func (m *Model) readBallots(r data.RoundTally) string {
	sum := r.Balances.Sum
	if r.Balances.Warning {
		sum = r.Balances.Verdict + ": " + sum
	}
	return strings.Trim(sum+"; "+fmt.Sprintf("%s present", data.NumberOf(m.RoomAt(m.moment()).Voters, "voter", "voters")), "; ")
}

// readWon says what would be declared.
func (m *Model) readWon(o Order) Reading {
	c, t, err := m.toDeclare(o.Contest)
	if err != nil {
		return missing(plainProblem(err))
	}
	r := ready(c.Title+": "+m.comesTo(c, t), m.followsFrom(c, t), func() (string, error) { return m.DeclareContest(o.Contest) })
	r.Chip, r.Button = parts.Mark{Tone: parts.Grey, Text: shortTitle(c.Title)}, "Declare"
	return r
}

// followsFrom says what a result changes in the book.
func (m *Model) followsFrom(c data.Contest, t data.Tally) string {
	switch {
	case c.Kind != data.Elects:
		return "another body decides"
	case c.Post == "" && c.Body == "":
		return "no post or body of the book"
	case len(c.Winners(t)) == 0:
		return "vacant: it waits on Today"
	}
	return "in the post or seat from " + m.held.Date.DayMonth()
}

func (m *Model) readDrawn(o Order) Reading {
	c, ok := m.ContestInHand()
	if !ok {
		return missing("No election is in hand")
	}
	after, t, err := m.drawn(c, o.Who, o.By)
	if err != nil {
		return missing(plainProblem(err))
	}
	r := ready(m.comesTo(after, t), cmp.Or(o.By, "then / and who drew it"), func() (string, error) { return m.DrawLot(o.Who, o.By) })
	if o.By == "" {
		r.Tone, r.Icon = parts.Amber, parts.IconInfo
	}
	r.Chip = parts.Mark{Tone: parts.Grey, Text: shortTitle(c.Title)}
	return r
}

func (m *Model) readTellers(o Order) Reading {
	c, ok := m.ContestInHand()
	if !ok {
		return missing("No election is in hand")
	}
	var who []data.PersonID
	for _, name := range namesIn(o.Who) {
		p, _ := m.inTheRoom(name)
		if p.ID == "" {
			return missing("Nobody is called “" + name + "”")
		}
		who = append(who, p.ID)
	}
	r := ready("Tellers: "+m.everyName(who), c.Title, func() (string, error) { return m.SetTellers(who) })
	r.Chip = parts.Mark{Tone: parts.Grey, Text: shortTitle(c.Title)}
	return r
}

// opensElection says whether the line shows the page of the election, which the view has to do.
func (r Reading) opensElection() bool {
	return r.Verb == Elects || r.Verb == Nominates || r.Verb == Backs
}
