package posts

import (
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/screens/place"
)

// Commands returns what the place offers to the menu.
func (p *Place) Commands() []place.Command {
	return slices.Concat(p.seatCommands(), p.termCommands(), p.bodyCommands())
}

func (p *Place) seatCommands() []place.Command {
	seat := func() bool { return p.seats.chosen() != "" }
	kept := func() bool { return p.model.Kept }
	return []place.Command{
		{Menu: "Record", Name: "Add a delegate", Key: place.Ctrl(fyne.KeyN), Enabled: kept, Run: p.seats.startAdding},
		{Menu: "Record", Name: "Add an affiliate's delegate", Key: place.Alt(fyne.KeyA), Enabled: kept, Run: p.seats.startAffiliate},
		{Menu: "Record", Name: "Correct this seat", Key: place.Alt(fyne.KeyC), Enabled: seat, Run: p.seats.startCorrecting},
		{Menu: "Record", Name: "End this seat", Key: place.Alt(fyne.KeyE), Enabled: seat, Run: p.seats.startEnding},
		{Menu: "Record", Name: "Name a substitute for this delegate", Enabled: seat, Run: p.seats.startSubstitute},
	}
}

func (p *Place) termCommands() []place.Command {
	post := func() bool { return p.officers.chosen() != "" }
	return []place.Command{
		{Menu: "Record", Name: "Change the holder of this post", Key: place.Alt(fyne.KeyH), Enabled: post, Run: p.officers.startSucceeding},
		{Menu: "Record", Name: "End a term in this post", Key: place.Alt(fyne.KeyT), Enabled: post, Run: p.officers.startEnding},
		{Menu: "Lists", Name: "Officers now in post", Enabled: func() bool { return len(p.model.Sheet()) > 0 }, Run: p.officers.startSheet},
		{Menu: "Lists", Name: "Add a post", Run: p.officers.startPost},
		{Menu: "Lists", Name: "Correct this post", Key: place.Alt(fyne.KeyP), Enabled: post, Run: p.officers.startCorrecting},
		{Menu: "Lists", Name: "Move this post up", Key: place.Alt(fyne.KeyUp), Enabled: post, Run: p.officers.moveUp},
		{Menu: "Lists", Name: "Move this post down", Key: place.Alt(fyne.KeyDown), Enabled: post, Run: p.officers.moveDown},
	}
}

func (p *Place) bodyCommands() []place.Command {
	return []place.Command{
		{Menu: "Lists", Name: "Add a body that delegates are sent to", Key: place.Alt(fyne.KeyB), Run: p.seats.startBody},
		{Menu: "Lists", Name: "Rules of this body", Key: place.Alt(fyne.KeyR), Enabled: func() bool { return p.model.Kept }, Run: p.seats.startRules},
		{Menu: "View", Name: "The next body", Key: place.Alt(fyne.KeyN), Enabled: func() bool { return len(p.model.Bodies) > 1 }, Run: p.seats.nextBody},
		{Menu: "View", Name: "Posts and seats as on a date", Key: place.Alt(fyne.KeyO), Run: func() { p.deps.Shell.Focus(p.on) }},
	}
}
