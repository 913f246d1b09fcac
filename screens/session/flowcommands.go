package session

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/place"
)

// flowCommands are what can be asked for about how the meeting runs.
func (p *Place) flowCommands() []place.Command {
	m := p.model
	session := func() bool { return m.Status() == data.InSession }
	open := func() bool { return m.IsOpen() && m.Status() != data.Closed }
	item := func() bool { return m.IsOpen() && m.item != "" }
	ratifies := func() bool { _, there := m.ToRatify(); return there }
	return []place.Command{
		{Menu: "Meeting", Name: "Take up the item on show", Key: place.CtrlShift(fyne.KeyDown), Enabled: m.canTakeUp, Run: func() { p.minutes.takeUp() }},
		{Menu: "Meeting", Name: "Add a part under the item", Key: place.CtrlShift(fyne.KeyN), Enabled: item, Run: p.partForm},
		{Menu: "Meeting", Name: "Move the item up", Key: place.Alt(fyne.KeyUp), Enabled: item, Run: p.telling(func() (string, error) { return m.MoveItem(-1) })},
		{Menu: "Meeting", Name: "Move the item down", Key: place.Alt(fyne.KeyDown), Enabled: item, Run: p.telling(func() (string, error) { return m.MoveItem(+1) })},
		{Menu: "Meeting", Name: "Remove the item", Key: place.Alt(fyne.KeyDelete), Enabled: item, Run: p.telling(m.RemoveItem)},
		{Menu: "Meeting", Name: "Letter or number the parts", Enabled: item, Run: p.telling(m.LetterParts)},
		{Menu: "Meeting", Name: "Write the usual words", Enabled: item, Run: func() { p.recorded(m.WriteUsual()) }},
		{Menu: "Meeting", Name: "Change of chair…", Key: place.Alt(fyne.KeyC), Enabled: p.model.IsOpen, Run: func() { p.turnForm(data.InTheChair) }},
		{Menu: "Meeting", Name: "Change of minute-taker…", Key: place.Alt(fyne.KeyT), Enabled: p.model.IsOpen, Run: func() { p.turnForm(data.TakingMinutes) }},
		{Menu: "Meeting", Name: "Adjourn for a while…", Key: place.Alt(fyne.KeyJ), Enabled: func() bool { return session() && !m.IsAdjourned() }, Run: p.adjournForm},
		{Menu: "Meeting", Name: "Resume", Key: place.Alt(fyne.KeyR), Enabled: m.IsAdjourned, Run: p.resume},
		{Menu: "Meeting", Name: "Go on past the time…", Key: place.Alt(fyne.KeyX), Enabled: session, Run: p.extendForm},
		{Menu: "Meeting", Name: "Adjourn to another day…", Enabled: session, Run: p.anotherDayForm},
		{Menu: "Meeting", Name: "No quorum: no business", Key: place.Alt(fyne.KeyB), Enabled: open, Run: p.noBusiness},
		{Menu: "Meeting", Name: "No quorum: pressing business alone", Key: place.Alt(fyne.KeyP), Enabled: open, Run: p.pressingAlone},
		{Menu: "Record", Name: "Ratify", Key: place.Alt(fyne.KeyY), Enabled: ratifies, Run: p.ratify(true)},
		{Menu: "Record", Name: "Do not ratify", Key: place.Alt(fyne.KeyW), Enabled: ratifies, Run: p.ratify(false)},
	}
}

// telling is a verb as a command runs it: what it said is shown.
func (p *Place) telling(verb func() (string, error)) func() { return func() { p.said(verb()) } }

func (p *Place) noBusiness()    { p.said(p.model.SetWithoutQuorum(data.NoBusiness)) }
func (p *Place) pressingAlone() { p.said(p.model.SetWithoutQuorum(data.PressingAlone)) }

func (p *Place) resume() {
	if p.said(p.model.Resume()) {
		p.focusMinutes()
	}
}

func (p *Place) ratify(agreed bool) func() {
	return func() { p.recorded(p.model.Ratify(agreed)) }
}

// flowHelp are the keys of how the meeting runs, for the help card.
func flowHelp() []HelpLine {
	return []HelpLine{
		{"Ctrl+M   Ctrl+Shift+M", "Start the meeting; close it"},
		{"Alt+J   Alt+R   Alt+X", "Adjourn for a while; resume; go on past the time"},
		{"Alt+C   Alt+T", "Change of chair; change of minute-taker"},
		{"Alt+B   Alt+P", "No quorum: no business; pressing business alone"},
		{"Alt+Y   Alt+W", "Ratify, or not, what was decided without a quorum"},
		{"Alt+Up   Alt+Down", "Move the item on show (Alt+Del removes it)"},
		{"Ctrl+Shift+N", "A part under the item on show: 4.1, or 4(a)"},
		{"Ctrl+Shift+Down", "Take up the item on show; Enter does so in the agenda"},
	}
}
