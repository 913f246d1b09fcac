package meetings

import (
	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// planningCommands are what can be done to the shape of an agenda and to the calling of the meeting.
func (p *Place) planningCommands() []place.Command {
	planning := func() bool { return p.m.Open != "" && p.m.Status != data.Closed }
	callable := func() bool { return planning() && p.m.Status != data.InSession }
	row := func() agendaRow { return p.m.Plan.row(p.plan.agenda.current) }
	outline := func(key fyne.KeyName) place.Key {
		return place.Key{Name: key, Mod: fyne.KeyModifierAlt | fyne.KeyModifierShift}
	}
	return []place.Command{
		{Menu: "Meeting", Name: "Make the item a part of the one above", Key: outline(fyne.KeyRight),
			Enabled: func() bool { return planning() && row().id != "" && !row().part }, Run: p.plan.agenda.partOrNot},
		{Menu: "Meeting", Name: "Make the part an item of its own", Key: outline(fyne.KeyLeft),
			Enabled: func() bool { return planning() && row().part }, Run: p.plan.agenda.partOrNot},
		{Menu: "Meeting", Name: "Letter or number the parts of the item",
			Enabled: func() bool { return planning() && row().hasParts }, Run: func() {
				p.try(p.m.SetLettered(row().id, !row().lettered), "The parts are numbered the other way.")
			}},
		{Menu: "Meeting", Name: "Speaker of the item", Enabled: func() bool { return planning() && row().id != "" }, Run: p.plan.agenda.startSpeaker},
		{Menu: "Meeting", Name: "Give what is listed its own items",
			Enabled: func() bool { return planning() && len(row().listed) > 0 }, Run: func() {
				p.Leave()
				p.try(p.m.GiveItems(row().id, row().listed...), "What was listed has items of its own.")
			}},
		{Menu: "Meeting", Name: "Bring the agenda up to date", Enabled: callable, Run: func() {
			p.arrived = true
			p.Refresh()
		}},
		{Menu: "Meeting", Name: "Take the usual agenda of this kind", Enabled: callable, Run: p.takeTemplate},
		{Menu: "Meeting", Name: "Move the date, postpone or cancel", Enabled: callable, Run: p.startCalling},
	}
}

// bringUpToDate has the book write into an agenda that the secretary has just come to.
func (p *Place) bringUpToDate() {
	if !p.arrived {
		return
	}
	p.arrived = false // the Change that follows refreshes too
	news, err := p.m.BringUpToDate()
	if err != nil {
		p.d.Shell.Problem(err)
	} else if news != "" {
		p.d.Shell.Notify(news)
	}
}

func (p *Place) takeTemplate() {
	p.Leave()
	p.try(p.m.TakeTemplate(), "The usual agenda of this kind is there; what you changed is kept.")
}

// forward goes to the meeting, or gives one that is off a new date.
func (p *Place) forward() {
	if p.m.Plan.Off {
		p.startCalling()
		return
	}
	p.toSession()
}

// startCalling opens the panel that moves the date, postpones, cancels or records a suspension.
func (p *Place) startCalling() {
	if p.m.Open == "" || p.m.Status == data.Closed || p.m.Status == data.InSession {
		return
	}
	p.Leave()
	ways := []data.MeetingStatus{data.Planned, data.Postponed, data.Cancelled, data.Suspended}
	date, by, why := parts.NewDateField(p.m.today()), parts.NewField("a higher body, where it was one"), parts.NewField("the hall was flooded")
	how := parts.NewChoice([]string{"Another date", "Postponed: no date yet", "Cancelled", "Suspended by a higher body"}, "", func(int) {})
	how.Choose(0)
	dateRow, byRow, whyRow := parts.NewFormRow("New date", date), parts.NewFormRow("Decided by", by), parts.NewFormRow("Reason", why)
	var form *parts.PanelForm
	record := func() {
		way := ways[max(how.Chosen(), 0)]
		on, err := date.Date()
		if err == nil || way != data.Planned {
			err = p.m.Call(data.Recall{As: way, On: p.m.today(), By: by.Text, Why: why.Text}, on)
		}
		if err != nil {
			form.Fail(err)
			return
		}
		form.Shut()
		p.try(nil, "The calling of the meeting is changed. Its agenda and motions are kept.")
	}
	form = parts.NewPanelForm(parts.Column(12, parts.NewFormRow("What happens", how), dateRow, byRow, whyRow),
		parts.NewButton("Cancel", func() { form.Shut() }), parts.NewButton("Record", record).Primary())
	form.Open(p.d.Shell, "Move the date of "+p.m.Plan.Date.DayMonth(), how)
}

// partOrNot makes the current item a part of the one above, or an item of its own again.
func (v *agendaView) partOrNot() {
	if v.current == "" {
		return
	}
	v.p.Leave()
	change := v.p.m.Nest
	if v.p.m.Plan.row(v.current).part {
		change = v.p.m.Unnest
	}
	if v.p.try(change(v.current), "") {
		v.focus(v.current)
	}
}

// startSpeaker opens the form of the guest who speaks under the current item.
func (v *agendaView) startSpeaker() {
	id := v.current
	if v.row(id) == nil {
		return
	}
	v.p.Leave()
	now := v.p.m.Plan.row(id).speaker
	name, from, topic, contact := parts.NewField("Dr Amina Shah"), parts.NewField("Millbrook Food Bank"), parts.NewField(""), parts.NewField("")
	for field, text := range map[*parts.Field]string{name: now.Name, from: now.From, topic: now.Topic, contact: now.Contact} {
		field.Put(text)
	}
	var form *parts.PanelForm
	record := func() {
		who := &data.Speaker{Name: plain(name.Text), From: plain(from.Text), Topic: plain(topic.Text), Contact: plain(contact.Text), Thanks: now.Thanks}
		said := who.Name + " speaks."
		if who.Name == "" {
			who, said = nil, "Nobody speaks under that item."
		}
		if err := v.p.m.SetSpeaker(id, who); err != nil {
			form.Fail(err)
			return
		}
		form.Shut()
		v.p.try(nil, said)
	}
	form = parts.NewPanelForm(parts.Column(12, parts.NewFormRow("Name", name), parts.NewFormRow("From", from), parts.NewFormRow("Topic", topic),
		parts.NewFormRow("Contact", contact).WithHint("private: in no paper")),
		parts.NewButton("Cancel", func() { form.Shut() }), parts.NewButton("Record", record).Primary())
	form.Open(v.p.d.Shell, "Who speaks", name)
}
