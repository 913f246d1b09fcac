package session

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// voteParticulars are what else is recorded of a vote: the answers to a roll call, why it was counted again, and, folded
// away, spoilt ballots, who asked for a secret ballot, tellers and dissent.
type voteParticulars struct {
	of     *voteView
	roll   *fyne.Container
	answer *parts.Field
	said   *parts.Text
	lines  *parts.Text

	again *fyne.Container
	why   *parts.Field

	open   *parts.Button
	folded *fyne.Container
	spoilt *parts.FormRow
	asked  *parts.FormRow
	asking *parts.Text
	isOpen bool
	first  Voting // as it was opened
	above  *fyne.Container
	below  *fyne.Container
}

func newVoteParticulars(v *voteView) *voteParticulars {
	p := &voteParticulars{of: v, first: v.voting}
	p.open = parts.NewButton("Tellers, dissent, ballots…", func() { p.isOpen = !p.isOpen; p.show() }).Small()
	p.above = parts.Column(10, p.countedAgain(), p.rollCall())
	p.below = parts.Column(10, parts.Left(p.open), p.foldedRows())
	return p
}

// countedAgain asks whether this is a recount or a slip, and why.
func (p *voteParticulars) countedAgain() fyne.CanvasObject {
	kind := parts.NewSegments([]string{"A recount: keep the first count", "A slip: correct it"}, func(i int) {
		p.of.voting.Kept = i == 0
		p.begin()
		p.of.show()
	})
	kind.Choose(one(!p.of.voting.Kept))
	p.why = parts.NewField("A hand was missed")
	p.why.OnChanged = func(text string) { p.of.voting.Why = text }
	p.again = parts.Column(8, parts.Left(kind), parts.NewFormRow("Why it was counted again", p.why))
	return p.again
}

// begin shows no numbers for a recount, so that they are counted afresh, and those of the first count for a slip.
func (p *voteParticulars) begin() {
	v := &p.of.voting
	v.For, v.Against, v.Abstained, v.Typed = p.first.For, p.first.Against, p.first.Abstained, p.first.Typed
	if v.again != "" && v.Kept && v.Method != data.RollCall {
		v.For, v.Against, v.Abstained, v.Typed = 0, 0, 0, false
		for _, n := range p.of.numbers {
			n.Put("")
		}
	}
	p.of.putNumbers()
}

// rollCall takes the exceptions: everybody votes for until something else is said.
func (p *voteParticulars) rollCall() fyne.CanvasObject {
	p.answer = parts.NewField("carr a: against. b abstained, n not voting, f for")
	p.answer.Named("Answer: letters of a name, then a against, b abstained, n not voting, f for")
	p.said, p.lines = parts.Secondary(""), parts.Body("").Wrapped(0)
	p.answer.OnSubmitted = func(text string) {
		if text == "" {
			p.of.enter()
			return
		}
		said, ok := p.of.of.model.Answer(&p.of.voting, text)
		p.said.SetText(said)
		if ok {
			p.answer.Put("")
			p.of.putNumbers()
		}
		p.of.show()
	}
	row := parts.NewFormRow("Everybody is for, but", p.answer)
	p.roll = parts.Sunken(parts.Column(6, row, p.said, p.lines))
	return p.roll
}

func (p *voteParticulars) foldedRows() fyne.CanvasObject {
	spoilt := parts.NewField("0")
	if n := p.of.voting.Spoilt; n > 0 {
		spoilt.Put(strconv.Itoa(n))
	}
	p.spoilt = parts.NewFormRow("Spoilt ballots", spoilt)
	spoilt.OnChanged = func(text string) {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		wrong := strings.TrimSpace(text) != "" && (err != nil || n < 0 || n > data.MaxVotes)
		p.spoilt.SetError(unless(!wrong, "Type a number of ballots, from 0."))
		if !wrong {
			p.of.voting.Spoilt = n
			p.of.show()
		}
	}
	p.asking = parts.Secondary("").Wrapped(0)
	var asked *parts.Field
	p.asked, asked = p.names("Asked for by", &p.of.voting.AskedBy)
	tellers, _ := p.names("Tellers", &p.of.voting.Tellers)
	dissent, _ := p.names("Dissent, at their own request", &p.of.voting.Dissent)
	p.folded = parts.Column(8, p.spoilt, p.asked, p.asking, tellers, dissent)
	told := asked.OnChanged
	asked.OnChanged = func(text string) { told(text); p.show() }
	return p.folded
}

// names is a field for several names, by their first letters.
func (p *voteParticulars) names(label string, to *[]data.PersonID) (*parts.FormRow, *parts.Field) {
	field := parts.NewField("First letters of names, with commas")
	field.Named(label + ", first letters of names with commas between them")
	var known []string
	for _, id := range *to {
		known = append(known, p.of.of.model.name(id))
	}
	field.Put(strings.Join(known, ", "))
	row := parts.NewFormRow(label, field)
	field.OnChanged = func(text string) {
		who, wrong := p.of.of.model.People(text)
		row.SetError(unless(wrong == "", "“"+wrong+"” could be nobody, or more than one. Type more letters."))
		if wrong == "" {
			*to = who
		}
	}
	return row, field
}

// show follows the way of voting.
func (p *voteParticulars) show() {
	v := p.of.voting
	ballot := v.Method == data.SecretBallot || v.Method == data.Online
	p.again.Hidden = v.again == ""
	p.why.Hidden = !v.Kept
	p.roll.Hidden = v.Method != data.RollCall || v.Declared != data.Counted
	p.lines.SetText(strings.Join(p.of.of.model.Roll(v), "\n"))
	p.folded.Hidden = !p.isOpen && v.Method != data.SecretBallot
	p.open.Hidden = v.Method == data.SecretBallot
	p.spoilt.Hidden, p.asked.Hidden = !ballot, v.Method != data.SecretBallot
	p.asking.Hidden = v.Method != data.SecretBallot || len(v.AskedBy) == 0
	asking := v.rules.Asking(len(v.AskedBy))
	p.asking.In(map[bool]parts.Tone{true: parts.Amber, false: parts.Quiet}[asking.Warning])
	p.asking.SetText(data.Capital(asking.Verdict) + ": " + asking.Sum + ".")
	p.above.Hidden = p.again.Hidden && p.roll.Hidden
	parts.Settle(p.above)
	parts.Settle(p.below)
}

// countAgain opens the panel of a vote that is recorded already.
func (p *Place) countAgain(id data.VoteID) {
	if v, ok := p.model.CountAgain(id, true); ok {
		p.voteOn(v)
	}
}
