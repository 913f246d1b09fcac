package session

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/place"
)

// electionPlace is where an election has a page of its own: its nominations, rounds and stages, and what follows.
const electionPlace = "election"

// contestCommands are what can be asked for about elections.
func (p *Place) contestCommands() []place.Command {
	doors := func() bool { return p.model.IsOpen() && len(p.model.behindDoors()) > 0 }
	return []place.Command{
		{Menu: "Record", Name: "Record an election", Key: place.Ctrl(fyne.KeyE), Enabled: p.model.IsOpen, Run: p.contestForm},
		{Menu: "Record", Name: "The page of the election", Enabled: p.model.IsOpen, Run: p.electionPage},
		{Menu: "Meeting", Name: "The statements are read", Enabled: doors, Run: p.atTheDoors(StatementsRead)},
		{Menu: "Meeting", Name: "Close the doors to voters", Enabled: doors, Run: p.atTheDoors(DoorsClosed)},
		{Menu: "Meeting", Name: "The discussion has ended", Enabled: doors, Run: p.atTheDoors(DiscussionEnded)},
		{Menu: "Meeting", Name: "Open the doors to voters again", Enabled: doors, Run: p.atTheDoors(DoorsOpened)},
	}
}

func (p *Place) atTheDoors(moment DoorsMoment) func() {
	return p.telling(func() (string, error) { return p.model.Doors(moment, data.Time{}) })
}

// electionPage shows the election in hand where everything about it can be done, or begins one there.
func (p *Place) electionPage() {
	if c, ok := p.model.ContestInHand(); ok {
		p.shell.Go(place.Route{Place: electionPlace, ID: string(c.ID)})
		return
	}
	p.shell.Go(place.Route{Place: electionPlace, Tab: "new", ID: string(p.model.Meeting())})
}

// openContest is Enter on an election in the minutes: its page, where it is counted, counted again or accepted.
func (p *Place) openContest(id data.ContestID) {
	p.shell.Go(place.Route{Place: electionPlace, ID: string(id)})
}
