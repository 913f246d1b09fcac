package election

import (
	"fyne.io/fyne/v2"

	"branchbook/screens/place"
)

// Commands returns what the place offers to the menu.
func (p *Place) Commands() []place.Command {
	var all []place.Command
	for _, some := range [][]place.Command{p.listCommands(), p.nominationCommands(), p.votingCommands(), p.resultCommands(), p.paperCommands()} {
		all = append(all, some...)
	}
	return all
}

// on says whether a contest is open of which something holds.
func (p *Place) on(holds func(*Page) bool) func() bool {
	return func() bool { return p.model.Page != nil && holds(p.model.Page) }
}

func (p *Place) listCommands() []place.Command {
	chosen := func() bool { return p.model.Page == nil && p.list.chosen() != "" }
	page := p.on(func(*Page) bool { return true })
	return []place.Command{
		{Menu: "Record", Name: "All officers and delegates, in order", Key: place.Alt(fyne.KeyO), Enabled: func() bool { return p.model.List.Missing > 0 }, Run: p.beginAll},
		{Menu: "Lists", Name: "Move this election up", Key: place.Alt(fyne.KeyUp), Enabled: chosen, Run: func() { p.list.move(-1) }},
		{Menu: "Lists", Name: "Move this election down", Key: place.Alt(fyne.KeyDown), Enabled: chosen, Run: func() { p.list.move(1) }},
		{Menu: "Lists", Name: "Take this election off the list", Key: place.Alt(fyne.KeyDelete), Enabled: chosen, Run: p.list.remove},
		{Menu: "Go", Name: "All elections of the meeting", Key: place.Alt(fyne.KeyM), Enabled: page, Run: p.toList},
		{Menu: "Go", Name: "Back to the meeting", Key: place.Ctrl(fyne.KeyM), Run: p.toMeeting},
	}
}

func (p *Place) nominationCommands() []place.Command {
	open := p.on(func(g *Page) bool { return g.Open && g.Ballots == nil })
	row := p.on(func(g *Page) bool { return g.Open && p.page.selected() >= 0 })
	return []place.Command{
		{Menu: "Record", Name: "Nominate somebody", Key: place.Ctrl(fyne.KeyN), Enabled: open, Run: p.startNominating},
		{Menu: "Record", Name: "Correct this nomination", Key: place.Alt(fyne.KeyE), Enabled: row, Run: p.startCorrecting},
		{Menu: "Record", Name: "Consent: yes, no, to be asked", Key: place.Alt(fyne.KeyC), Enabled: row, Run: p.turnConsent},
		{Menu: "Record", Name: "Withdraw, or stand again…", Key: place.Alt(fyne.KeyW), Enabled: row, Run: p.startWithdrawing},
		{Menu: "Record", Name: "On the paper all the same…", Key: place.Alt(fyne.KeyP), Enabled: row, Run: p.startDespite},
		{Menu: "Record", Name: "Longlist, shortlist…", Key: place.Alt(fyne.KeyL), Enabled: p.on(func(g *Page) bool { return g.Selects && p.page.selected() >= 0 }), Run: p.startListing},
		{Menu: "Record", Name: "Reopen nominations", Enabled: p.on(func(g *Page) bool { return g.CanVote }), Run: func() { p.said(p.model.Reopen()) }},
		{Menu: "Record", Name: "Judge again who may stand", Enabled: open, Run: func() { p.said("Every nominee was judged again.", p.model.Rejudge()) }},
		{Menu: "Record", Name: "Particulars of the election…", Key: place.Alt(fyne.KeyI), Enabled: p.on(func(*Page) bool { return true }), Run: p.startParticulars},
		{Menu: "Record", Name: "Doors of the meeting…", Key: place.Alt(fyne.KeyD), Enabled: p.on(func(*Page) bool { return true }), Run: p.startDoors},
		{Menu: "Record", Name: "Came too late to vote…", Enabled: p.on(func(*Page) bool { return true }), Run: p.startRefusing},
	}
}

func (p *Place) votingCommands() []place.Command {
	counted := p.on(func(g *Page) bool { return g.Open && g.Ballots != nil && !g.Voting })
	return []place.Command{
		{Menu: "Record", Name: "Go on with the election", Key: place.Ctrl(fyne.KeyReturn), Enabled: p.on(func(*Page) bool { return true }), Run: p.goOn},
		{Menu: "Record", Name: "Type the ballots", Key: place.Alt(fyne.KeyT), Enabled: p.on(func(g *Page) bool { return g.Ballots != nil }), Run: p.typeBallots},
		{Menu: "Record", Name: "Spoilt, by reason…", Key: place.Alt(fyne.KeyS), Enabled: p.on(func(g *Page) bool { return g.Voting && !g.Ballots.Typed }), Run: p.startSpoilt},
		{Menu: "Record", Name: "Correct the figures", Key: place.Alt(fyne.KeyF), Enabled: counted, Run: func() { p.said(p.model.Uncount()) }},
		{Menu: "Record", Name: "Take the round again", Key: place.Alt(fyne.KeyR), Enabled: counted, Run: func() { p.said(p.model.Repeat()) }},
		{Menu: "Record", Name: "Draw a lot…", Key: place.Alt(fyne.KeyG), Enabled: p.on(func(g *Page) bool { return g.Tie != nil && g.Tie.Asked }), Run: p.startLot},
		{Menu: "Record", Name: "By hands, or by ballot", Enabled: p.on(func(g *Page) bool { return g.Open && g.Ballots == nil }), Run: p.turnMethod},
	}
}

func (p *Place) resultCommands() []place.Command {
	return []place.Command{
		{Menu: "Record", Name: "Does not accept", Key: place.Alt(fyne.KeyA), Enabled: p.on(func(g *Page) bool { return g.Decided && p.page.selected() >= 0 }), Run: p.startDeclining},
		{Menu: "Record", Name: "No election is held…", Key: place.Alt(fyne.KeyX), Enabled: p.on(func(g *Page) bool { return g.Open }), Run: p.startAbandoning},
		{Menu: "Record", Name: "Take the result back", Enabled: p.on(func(g *Page) bool { return g.Declared }), Run: func() { p.said(p.model.TakeBack()) }},
		{Menu: "Record", Name: "Take the election up again", Enabled: p.on(func(g *Page) bool { return g.Abandoned }), Run: func() { p.said(p.model.Resume()) }},
	}
}

func (p *Place) paperCommands() []place.Command {
	numbered := p.on(func(g *Page) bool { return g.Numbered })
	return []place.Command{
		{Menu: "Book", Name: "Print the ballots…", Key: place.Ctrl(fyne.KeyP), Enabled: numbered, Run: p.startPrinting},
		{Menu: "Book", Name: "Print the tellers' sheet", Enabled: numbered, Run: func() { p.deps.Papers.Tellers(p.model.Shown(), p.printed) }},
		{Menu: "Book", Name: "Print the result of the election", Key: place.Alt(fyne.KeyY), Enabled: p.on(func(g *Page) bool { return g.Decided }), Run: p.printResult},
	}
}

// goOn does what comes next in the life of the contest: what the one red button says.
func (p *Place) goOn() {
	if p.model.Page == nil {
		return
	}
	p.page.votes.keep()
	switch p.model.step() {
	case StepTakeUp:
		p.said(p.model.TakeUp())
	case StepClose:
		p.said(p.model.Close())
	case StepRule:
		p.deps.Shell.Focus(p.page.rule)
		return
	case StepBegin, StepNext:
		p.said(p.model.StartRound())
	case StepType:
		p.typeBallots()
		return
	case StepCount:
		p.page.votes.say("")
		if line, err := p.model.Count(); err != nil {
			p.page.votes.fail(err)
			return
		} else {
			p.said(line, nil)
		}
	case StepStage:
		p.page.votes.recordStage()
		return
	case StepTie:
		p.settle()
		return
	case StepRecord:
		p.said(p.model.Declare())
	case StepDone:
		p.toList()
		return
	}
	p.deps.Shell.Focus(p.page.first())
}

// settle begins the re-ballot that a tie asks for; where only a lot can settle it, it asks for that.
func (p *Place) settle() {
	if tie := p.model.Page.Tie; tie == nil || !tie.RunOff {
		p.startLot()
		return
	}
	p.said(p.model.StartRound())
	p.deps.Shell.Focus(p.page.first())
}

func (p *Place) typeBallots() {
	if err := p.model.UseBallots(); err != nil {
		p.deps.Shell.Problem(err)
		return
	}
	p.toBallots()
}
