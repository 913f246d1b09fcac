package session

import (
	"slices"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// Commands are what can be asked for at a meeting. Function keys are often for the volume on laptops: the letters of the
// prompt and the buttons do the same.
func (p *Place) Commands() []place.Command {
	is := func(s data.MeetingStatus) func() bool { return func() bool { return p.model.Status() == s } }
	open := func() bool { return p.model.IsOpen() }
	key := func(f fyne.KeyName) place.Key { return place.Bare(f) }
	own := []place.Command{
		{Menu: "Meeting", Name: "Start the meeting", Key: place.Ctrl(fyne.KeyM), Enabled: is(data.Planned), Run: p.start},
		{Menu: "Meeting", Name: "Next item", Key: place.Ctrl(fyne.KeyDown), Enabled: open, Run: p.next},
		{Menu: "Meeting", Name: "Previous item", Key: place.Ctrl(fyne.KeyUp), Enabled: open, Run: p.previous},
		{Menu: "Meeting", Name: "Add an item", Key: place.Ctrl(fyne.KeyN), Enabled: open, Run: p.itemForm},
		{Menu: "Meeting", Name: "Close the meeting…", Key: place.CtrlShift(fyne.KeyM), Enabled: is(data.InSession), Run: p.closeMeeting},
		{Menu: "Record", Name: "Check in", Key: key(fyne.KeyF2), Enabled: open, Run: p.checkIn},
		{Menu: "Record", Name: "Motion", Key: key(fyne.KeyF3), Enabled: open, Run: p.motionForm},
		{Menu: "Record", Name: "Vote", Key: key(fyne.KeyF4), Enabled: open, Run: p.voteNow},
		{Menu: "Record", Name: "Decision", Key: key(fyne.KeyF5), Enabled: open, Run: p.decisionForm},
		{Menu: "Record", Name: "Action", Key: key(fyne.KeyF6), Enabled: open, Run: p.actionForm},
		{Menu: "Record", Name: "Apologies", Key: key(fyne.KeyF7), Enabled: open, Run: p.apologies},
		{Menu: "Record", Name: "One other, name not recorded", Enabled: open, Run: p.oneOther},
		{Menu: "Record", Name: "Type a line", Key: place.Ctrl(fyne.KeyJ), Also: key(fyne.KeyF8), Enabled: open, Run: func() { p.shell.Focus(p.prompt.field) }},
		{Menu: "Help", Name: "Keys of the meeting", Key: key(fyne.KeyF1), Run: p.help},
	}
	return slices.Concat(own, p.amendingCommands(), p.registerCommands(), p.flowCommands(), p.approvalCommands(), p.writingCommands(), p.contestCommands(),
		p.confidentialCommands())
}

func (p *Place) start() {
	if p.said(p.model.Start()) {
		p.focusMinutes()
	}
}

func (p *Place) next()     { p.stepped(p.model.Next()) }
func (p *Place) previous() { p.stepped(p.model.Previous()) }

func (p *Place) stepped(line string, err error) {
	inPrompt := p.prompt.field.HasFocus()
	if p.said(line, err) && p.form == nil && !inPrompt {
		p.focusMinutes()
	}
}

func (p *Place) checkIn() {
	p.leaveWide()
	p.bar.toRoom(p)
	p.room.choose(presentTab)
	p.shell.Focus(p.room.door.Field())
}

func (p *Place) apologies() {
	p.leaveWide()
	p.bar.toRoom(p)
	p.room.choose(apologiesTab)
	p.shell.Focus(p.room.door.Field())
}

func (p *Place) oneOther() { p.said(p.model.ComeUnnamed(1, p.model.moment())) }

// help shows every letter and key of a meeting.
func (p *Place) help() {
	var rows []fyne.CanvasObject
	for _, l := range slices.Concat(HelpLines(), writingHelp(), doorHelp(), flowHelp(), amendingHelp()) {
		rows = append(rows, parts.RowTop(12, parts.Fixed(parts.NewText(parts.RoleMono, l.Typed), 230), parts.Grow(parts.Body(l.Means).Wrapped(0), 1)))
	}
	ok := parts.NewButton("Close", func() { p.shut() }).Primary().WithKey("Esc")
	content := parts.Column(12, parts.AtLeast(parts.NewScroll(parts.Column(6, rows...)), 0, 420), parts.Buttons(ok))
	p.shut = p.shell.Open(place.Panel{Title: "Keys and letters of the meeting", Content: content, First: ok})
}
