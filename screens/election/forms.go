package election

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// ask opens a panel with one thing to record, at Enter in its last field too. last may be nil.
func (p *Place) ask(title, verb string, rows fyne.CanvasObject, last *parts.Field, record func() (string, error)) {
	var f *parts.PanelForm
	do := func() {
		line, err := record()
		if err != nil {
			f.Fail(err)
			return
		}
		f.Shut()
		p.said(line, nil)
	}
	f = parts.NewPanelForm(rows, parts.NewButton("Cancel", func() { f.Shut() }).WithKey("Esc"), parts.NewButton(verb, do).Primary())
	if last != nil {
		last.OnSubmitted = func(string) { do() }
	}
	f.Open(p.deps.Shell, title, parts.FirstFocus(rows))
}

// beginAll begins every election of an annual general meeting.
func (p *Place) beginAll() { p.said(p.model.BeginAll()) }

// turnConsent goes from yes to no to not known.
func (p *Place) turnConsent() {
	i := p.page.selected()
	next := map[data.Consent]data.Consent{data.Consents: data.ConsentRefused, data.ConsentRefused: data.ConsentUnknown, data.ConsentUnknown: data.Consents}
	p.said(p.model.SetConsent(i, next[p.model.Nomination(i).Consent]))
}

// turnMethod goes from ballot to hands and back.
func (p *Place) turnMethod() {
	if p.model.held.contest.Method == data.Hands {
		p.said(p.model.ChooseMethod(data.SecretBallot))
		return
	}
	p.said(p.model.ChooseMethod(data.Hands))
}

// startWithdrawing asks when and why the nominee who is selected withdrew; one who did stands again.
func (p *Place) startWithdrawing() {
	i := p.page.selected()
	if p.model.held.contest.Nominees[i].Withdrew {
		p.said(p.model.StandAgain(i))
		return
	}
	at, why := parts.NewTimeField(true), parts.NewField("in favour of another, for want of time")
	at.PutTime(p.model.Now())
	rows := parts.Column(12, parts.NewFormRow("Why", why).WithHint("optional; printed with the result"), parts.NewFormRow("At", at))
	p.ask("Withdraw "+p.model.called(i), "Withdraw", rows, &at.Field, func() (string, error) {
		when, err := timeIn(at)
		if err != nil {
			return "", err
		}
		return p.model.Withdraw(i, when, why.Text)
	})
}

// timeIn reads a time that may be left blank.
func timeIn(f *parts.TimeField) (data.Time, error) {
	if f.Text == "" {
		return data.Time{}, nil
	}
	at, err := f.Time()
	if err != nil {
		return at, data.NewProblem("Write the time as 7.55pm, or leave it blank.", err)
	}
	return at, nil
}

// startDespite asks why somebody who may not stand is on the paper all the same; one who is comes off it.
func (p *Place) startDespite() {
	i := p.page.selected()
	n := p.model.held.contest.Nominees[i]
	switch {
	case !n.Eligible.Warning:
		p.deps.Shell.Notify(p.model.called(i) + " may stand: nothing keeps them off the paper.")
		return
	case n.Despite != "":
		p.said(p.model.TakeOffPaper(i))
		return
	}
	why := parts.NewField("the meeting agreed, nobody objecting")
	rows := parts.Column(12, parts.Secondary(n.Eligible.Sentence()).Wrapped(0), parts.NewFormRow("Why they are on the paper all the same", why))
	p.ask("Put "+p.model.called(i)+" on the paper", "Put on the paper", rows, why, func() (string, error) { return p.model.PutOnPaper(i, why.Text) })
}

// startListing asks how far an applicant came in a selection.
func (p *Place) startListing() {
	i := p.page.selected()
	lists := []data.Listed{data.Applied, data.Longlisted, data.Shortlisted, data.NotListed}
	choice := parts.NewChoice([]string{"Applied", "Longlisted", "Shortlisted", "Not shortlisted"}, "", nil)
	for k, l := range lists {
		if l == p.model.held.contest.Nominees[i].Listed {
			choice.Choose(k)
		}
	}
	p.ask("How far "+p.model.called(i)+" came", "Record", parts.NewFormRow("List", choice), nil, func() (string, error) {
		return p.model.SetListed(i, lists[max(choice.Chosen(), 0)])
	})
}

// startSpoilt asks how many ballots were spoilt for each reason.
func (p *Place) startSpoilt() {
	p.page.votes.keep()
	r, _ := p.model.last()
	reasons := data.SpoiltReasons()
	fields := make([]*parts.NumberField, len(reasons))
	rows := []fyne.CanvasObject{parts.Secondary("How many ballots could not be counted, and why. Blank is none.").Wrapped(0)}
	for k, reason := range reasons {
		fields[k] = parts.NewNumberField()
		fields[k].Named("Spoilt: " + reason)
		for _, s := range r.Spoilt {
			if s.Reason == reason && s.N > 0 {
				fields[k].PutNumber(s.N)
			}
		}
		rows = append(rows, parts.Row(10, parts.Fixed(fields[k], 84), parts.Grow(parts.Body(data.Capital(reason)), 1)))
	}
	p.ask("Spoilt ballots", "Record", parts.Column(8, rows...), &fields[len(fields)-1].Field, func() (string, error) {
		numbers := map[string]int{}
		for k, reason := range reasons {
			numbers[reason], _ = fields[k].Number()
		}
		return p.model.PutReasons(numbers)
	})
}

// startLot asks on whom a lot fell, and who drew it.
func (p *Place) startLot() {
	asks := p.model.held.tally.Asks
	if asks == nil {
		return
	}
	var names []string
	for _, i := range asks.Between {
		names = append(names, p.model.called(i))
	}
	fell := parts.NewChoice(names, "Choose", nil)
	fell.Choose(0)
	by := parts.NewField("June Ashworth")
	label := "The lot fell on"
	rows := parts.Column(12, parts.Secondary(p.model.tieWords(p.model.held.contest, *asks)).Wrapped(0),
		parts.NewFormRow(label, fell).WithHint(string(asks.Purpose)), parts.NewFormRow("Drawn by", by))
	p.ask("Draw a lot", "Record the lot", rows, by, func() (string, error) {
		return p.model.DrawLot(asks.Between[max(fell.Chosen(), 0)], by.Text)
	})
}

// startDeclining records that the nominee who is selected does not accept. Where the rule knows who comes next, it asks what
// becomes of the place.
func (p *Place) startDeclining() {
	i := p.page.selected()
	next, ok := p.model.PassesTo()
	switch {
	case !p.model.Won(i):
		p.deps.Shell.Notify(p.model.called(i) + " was not elected: choose somebody who was.")
		return
	case p.model.held.contest.Nominees[i].Declined:
		p.said(p.model.Accept(i))
		return
	case !ok:
		p.said(p.model.Decline(i, false))
		return
	}
	place := parts.NewChoice([]string{"It stays vacant", "It goes to " + next + ", who had the next most votes"}, "", nil)
	place.Choose(0)
	p.ask(p.model.called(i)+" does not accept", "Record", parts.NewFormRow("What becomes of the place", place).WithHint("as the meeting decided"), nil,
		func() (string, error) { return p.model.Decline(i, place.Chosen() == 1) })
}

// startAbandoning asks why no election is held.
func (p *Place) startAbandoning() {
	why := parts.NewField("held over to the next meeting")
	p.ask("No election is held", "Record", parts.NewFormRow("Why", why).WithHint("optional; printed in the minutes"), why, func() (string, error) { return p.model.Abandon(why.Text) })
}
