package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// underCard sets under a motion's card what the chair ruled, its amendments, and what can be recorded next.
func (v *minutesView) underCard(c *Card, card *fyne.Container) *fyne.Container {
	var under []fyne.CanvasObject
	for _, line := range c.Lines {
		under = append(under, parts.Caption(line).Wrapped(2))
	}
	if len(c.Steps) > 0 {
		under = append(under, v.of.stepButtons(data.MotionID(c.Record), c.Steps))
	}
	if len(under) == 0 {
		return card
	}
	return parts.Column(4, card, parts.Pads(parts.Column(2, under...), 0, 0, 2, 44))
}

// stepButtons are what can be recorded next of a motion, on its card.
func (p *Place) stepButtons(motion data.MotionID, steps []Step) fyne.CanvasObject {
	var row []fyne.CanvasObject
	for _, s := range steps {
		row = append(row, parts.NewButton(s.Label, func() { p.step(motion, s.Does) }).Small().Quiet().WithKey(s.Key))
	}
	return parts.Row(4, append(row, parts.Gap())...)
}

func (p *Place) step(motion data.MotionID, k StepKind) {
	switch k {
	case StepAmend:
		p.amendPage(motion)
	case StepEnd:
		p.endingPanel(motion)
	case StepRule:
		p.rulingPanel(motion)
	case StepTake:
		p.voteOn(p.model.VoteToTake(motion))
	case StepChallenge:
		p.challengePanel(motion)
	case StepMove:
		p.moveForm(motion)
	case StepAgain:
		p.said(p.model.TakeUpAgain(motion))
	}
}

// ruleNow asks what the chair ruled about the motion that waits for it, or for a challenge, or is in debate.
func (p *Place) ruleNow() {
	mo, what := p.model.ToRuleOn()
	switch {
	case mo == "":
		p.shell.Problem(data.NewProblem("No motion of this meeting waits for a ruling. Record an emergency motion first: F3.", nil))
	case what == StepChallenge:
		p.challengePanel(mo)
	case what == StepTake:
		p.voteOn(p.model.VoteToTake(mo))
	default:
		p.rulingPanel(mo)
	}
}

// rulingPanel records what the chair ruled.
func (p *Place) rulingPanel(motion data.MotionID) {
	mo, ok := p.model.motion(motion)
	if !ok {
		return
	}
	title, yes, no := "The chair rules on "+mo.Ref, "In order", "Out of order"
	if mo.Status == data.AwaitsChair {
		title, yes, no = "Is "+mo.Ref+" an emergency?", "The chair takes it", "The chair does not take it"
	}
	var panel *parts.PanelForm
	ground := parts.NewField("it arose after the deadline")
	by := p.newNameRow("Who ruled", func() fyne.Focusable { return ground })
	by.row.WithHint("empty for whoever is in the chair")
	rule := func(allows bool) func() {
		return func() {
			who, known := by.who(p.model)
			by.row.SetError(unless(known, whoIsMeant))
			if !known {
				return
			}
			line, err := p.model.RuleOn(motion, allows, ground.Text, who)
			if err != nil {
				panel.Fail(err)
				return
			}
			panel.Shut()
			p.recorded(line, nil)
		}
	}
	accepts := parts.NewButton(yes, rule(true)).Primary()
	ground.OnSubmitted = func(string) { p.shell.Focus(accepts) }
	panel = parts.NewPanelForm(parts.Column(10, parts.Bold(mo.Title).Wrapped(2), parts.NewFormRow("On what ground", ground), by.row),
		parts.NewButton(no, rule(false)), accepts)
	panel.Open(p.shell, title, ground)
}

// challengePanel records a challenge to the chair's ruling: how many support it, and then the vote.
func (p *Place) challengePanel(motion data.MotionID) {
	mo, ok := p.model.motion(motion)
	if !ok {
		return
	}
	var panel *parts.PanelForm
	n, says := parts.NewDigits(), parts.Body("").Wrapped(2)
	n.Named("How many support it")
	supporters := func() int {
		count, _ := n.Number()
		return count
	}
	n.OnChanged = func(string) {
		f := p.model.Supporting(supporters())
		says.In(map[bool]parts.Tone{true: parts.Amber, false: parts.Green}[f.Warning])
		says.SetText(data.Capital(f.Sum) + ".")
	}
	vote := func() {
		panel.Shut()
		p.voteOn(p.model.VoteOnRuling(motion, supporters()))
	}
	n.OnSubmitted = func(string) { vote() }
	stands := parts.NewButton("Not put: the ruling stands", func() {
		line, err := p.model.ChallengeUnsupported(motion, supporters())
		if err != nil {
			panel.Fail(err)
			return
		}
		panel.Shut()
		p.recorded(line, nil)
	})
	rows := parts.Column(10, parts.Body(strings.TrimSpace(mo.Title+". "+p.model.rulingLine(mo))).Wrapped(3), parts.NewFormRow("How many support it", n), says)
	panel = parts.NewPanelForm(rows, stands, parts.NewButton("Put it to the vote…", vote).Primary().WithKey("Enter"))
	panel.Open(p.shell, "Challenge to the ruling on "+mo.Ref, n)
}

// otherEndings are what can become of an amendment besides a count and the mover's consent.
var otherEndings = []struct {
	as    data.AmendmentOutcome
	words string
}{
	{data.AmendmentFell, "Falls: nobody seconds it"},
	{data.AmendmentWithdrawn, "Withdrawn"},
	{data.AmendmentOutOfOrder, "Ruled out of order"},
	{data.AmendmentFallen, "Falls: another was carried"},
	{data.AmendmentFollows, "Consequential: it follows from another"},
}

// other asks what became of the amendment, a digit each as they are listed.
func (t *takingView) other() {
	p := t.of.of
	a, _ := p.model.amendment(t.id)
	var panel *parts.PanelForm
	note := parts.NewField("on what ground; because of which")
	var buttons []fyne.CanvasObject
	settle := func(as data.AmendmentOutcome) {
		panel.Shut()
		t.settle(as, note.Text)
	}
	buttons = append(buttons, parts.NewFormRow("Ground, if there is one to say", note))
	for i, e := range otherEndings {
		b := parts.NewButton(e.words, func() { settle(e.as) }).Small().Leading().WithKey(string(rune('1' + i)))
		buttons = append(buttons, b)
	}
	full := parts.NewButton("Vote in another way…", func() {
		panel.Shut()
		if t.keepMovers() {
			p.voteOn(p.model.VoteOnAmendment(t.id))
		}
	}).Small().Leading().WithKey(string(rune('1' + len(otherEndings))))
	buttons = append(buttons, full)
	panel = parts.NewPanelForm(parts.Column(6, buttons...), parts.NewButton("Cancel", func() { panel.Shut() }).WithKey("Esc")).
		WithKeys(digitKeys(func(i int) bool {
			switch {
			case i < len(otherEndings):
				settle(otherEndings[i].as)
			case i == len(otherEndings):
				full.Tapped(nil)
			}
			return i <= len(otherEndings)
		}))
	panel.Open(p.shell, "What became of "+a.Label()+"?", parts.FirstFocus(buttons[1]))
}

// digitKeys chooses by digit, from 1, where no field takes it.
func digitKeys(choose func(i int) bool) place.KeyTaker {
	return place.KeyTakerFunc(func(ev *fyne.KeyEvent) bool {
		if len(ev.Name) != 1 || ev.Name[0] < '1' || ev.Name[0] > '9' {
			return false
		}
		return choose(int(ev.Name[0] - '1'))
	})
}
