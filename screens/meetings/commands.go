package meetings

import (
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/place"
)

// Commands are what the place offers to the menu bar.
func (p *Place) Commands() []place.Command {
	planning := func() bool { return p.m.Open != "" && p.m.Status != data.Closed }
	item := func() bool { return planning() && p.plan.agenda.current != "" }
	closed := func() bool { return p.m.Open != "" && p.m.Status == data.Closed }
	return append(slices.Concat(p.planningCommands(), p.paperCommands(), p.variantCommands()), []place.Command{
		{Menu: "Meeting", Name: "New meeting, or new item of the agenda", Key: place.Ctrl(fyne.KeyN), Run: func() {
			if planning() {
				p.plan.agenda.add()
				return
			}
			p.planNext()
		}},
		{Menu: "Meeting", Name: "Go to the meeting", Key: place.Ctrl(fyne.KeyM),
			Enabled: func() bool { return p.startable() != "" }, Run: p.toSession},
		{Menu: "Meeting", Name: "Move the item up", Key: place.Alt(fyne.KeyUp), Enabled: item, Run: func() { p.plan.agenda.move(-1) }},
		{Menu: "Meeting", Name: "Move the item down", Key: place.Alt(fyne.KeyDown), Enabled: item, Run: func() { p.plan.agenda.move(1) }},
		{Menu: "Meeting", Name: "Remove the item", Key: place.Alt(fyne.KeyDelete), Enabled: item, Run: func() { p.plan.agenda.remove() }},
		{Menu: "Meeting", Name: "Copy the notice", Enabled: planning, Run: p.plan.notice.copy},
		{Menu: "Meeting", Name: "Mark the notice as sent", Enabled: planning, Run: p.plan.notice.markSent},
		{Menu: "Meeting", Name: "Remove this plan", Enabled: func() bool { return planning() && p.m.Plan.CanRemove }, Run: p.plan.remove},
		{Menu: "Meeting", Name: "Export the minutes", Enabled: closed, Run: p.minutes.exportMinutes},
		{Menu: "Meeting", Name: "Export the attendance", Enabled: closed, Run: p.minutes.exportAttendance},
		{Menu: "Meeting", Name: "Approve the minutes…", Key: place.Alt(fyne.KeyV), Enabled: closed, Run: p.minutes.approve},
		{Menu: "Meeting", Name: "Reopen for corrections", Enabled: func() bool { return closed() && !p.m.Minutes.Locked }, Run: p.minutes.reopen},
		{Menu: "Meeting", Name: "All meetings", Enabled: func() bool { return p.m.Open != "" }, Run: p.toList},
	}...)
}
