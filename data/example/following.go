package example

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"branchbook/data"
)

// A draft is a meeting whose minutes are not approved yet, with what they are worked out from.
type draft struct {
	data.Meeting
	items    []data.AgendaItem
	register []data.Event
	records  []any
	approval data.ApprovalID
}

// amended is the meeting whose minutes were corrected when they came to the next one.
var amended = day(2026, time.March, 12)

// closingWords are how every meeting ends; at one of them the thanks were put right.
const (
	closingWords   = "The chair closed the meeting with thanks."
	correctedWords = "The chair closed the meeting with thanks to those who had put out the chairs."
)

// corrects says whether the meeting is the one that corrects the minutes before it.
func (n *night) corrects() bool {
	return slices.ContainsFunc(n.drafts, func(d draft) bool { return d.Date == amended })
}

// approve puts the minutes that had waited for a quorate meeting before this one. Those corrected are not signed yet.
func (n *night) approve(item *data.AgendaItem) {
	for _, d := range n.drafts {
		e := n.eveningOf(d)
		a := d.sentRound()
		a.PresentedAt, a.PresentedOn, a.Approved, a.ApprovedAt = n.Meeting.ID, n.Date, n.Date, n.Meeting.ID
		if d.Date == amended {
			a.AsAmended = true
			e.Corrections = n.corrections(d, item)
		} else {
			a.Signed, a.SignedBy = n.Date, n.Chair
		}
		e.Approval = a
		text := e.Minutes(data.MinutesStyle{})
		a.Text = &text
		n.add(a)
	}
	n.drafts = nil
}

// sentRound is the approval of minutes that were drafted and went to all members.
func (d draft) sentRound() data.Approval {
	return data.Approval{
		ID: d.approval, Meeting: d.ID, Drafted: d.Date.AddDays(2),
		Circulated: []data.Circulation{{On: d.Date.AddDays(3), To: "all members"}},
	}
}

// corrections are what was put right in the minutes of March.
func (n *night) corrections(d draft, item *data.AgendaItem) []data.Correction {
	was := data.Correction{Meeting: d.ID, MadeAt: n.Meeting.ID, On: n.Date, Agreed: true, Item: item.ID}
	var all []data.Correction
	for _, r := range d.records {
		if b, ok := r.(data.Block); ok && strings.Contains(b.Text, closingWords) {
			text := was
			text.Kind, text.Block, text.Item, text.Was, text.Becomes = data.CorrectText, b.ID, b.Item, closingWords, correctedWords
			all = append(all, text)
		}
	}
	words := was
	words.Kind, words.Words = data.CorrectOther, "The councillors' report had been sent in writing."
	all = append(all, words)
	for i := range all {
		all[i].ID, all[i].Number = data.CorrectionID(n.ids.New()), i+1
		n.add(all[i])
	}
	return all
}

// leave keeps the meeting's minutes until a later one approves them. Those of the last meeting have gone round.
func (n *night) leave() {
	d := draft{Meeting: n.Meeting, items: slices.Clone(n.items), register: n.register, records: n.records, approval: data.ApprovalID(n.ids.New())}
	if n.evening.next == planned {
		n.add(d.sentRound())
		return
	}
	n.drafts = append(n.drafts, d)
}

// eveningOf gathers a meeting with what was recorded at it, and those people alone whom its minutes name.
func (m *maker) eveningOf(d draft) data.Evening {
	e := data.Evening{
		Branch: Branch(), Meeting: d.Meeting, Items: d.items, Blocks: map[data.ItemID][]data.Block{}, Register: data.NewRegister(d.register),
		Decisions: map[data.DecisionID]data.Decision{}, Actions: map[data.ActionID]data.Action{}, Motions: map[data.MotionID]data.Motion{},
		Votes: map[data.VoteID]data.Vote{}, Letters: map[data.LetterID]data.Letter{}, Canvasses: map[data.CanvassID]data.Canvass{},
		Posts: m.posts, Terms: m.terms, Rules: m.rules,
	}
	named := map[data.PersonID]bool{d.Chair: true, d.MinuteTaker: true}
	for _, x := range d.register {
		named[x.Person] = true
	}
	for _, record := range d.records {
		switch r := record.(type) {
		case data.Block:
			e.Blocks[r.Item] = append(e.Blocks[r.Item], r)
		case data.Decision:
			e.Decisions[r.ID] = r
		case data.Action:
			e.Actions[r.ID], named[r.Owner] = r, true
		case data.Motion:
			e.Motions[r.ID], named[r.Mover], named[r.Seconder] = r, true, true
		case data.Vote:
			e.Votes[r.ID] = r
		case data.Letter:
			e.Letters[r.ID] = r
		case data.Canvass:
			e.Canvasses[r.ID] = r
		}
	}
	people := slices.Clone(m.callers)
	for i, s := range m.souls {
		if named[s.id] {
			people = append(people, m.person(i))
		}
	}
	e.People = data.NamesOf(people)
	return e
}

// A missive is a letter of the script.
type missive struct {
	data.Letter
	reported data.Date // of the meeting that heard of it; zero for none yet
}

// missives are the letters that the branch had, and sent, this spring.
func missives() []missive {
	april := day(2026, time.April, 9)
	return []missive{
		{data.Letter{Way: data.CameHere, Date: day(2026, time.March, 25), With: "Regional office", Medium: "email", Subject: "Training days for secretaries"}, april},
		{data.Letter{
			Way: data.WentAway, Date: day(2026, time.March, 16), With: "City council, highways", Medium: "email", Subject: "Accident figures for Mill Lane",
			Asks: "How many accidents there were in the past year", Due: day(2026, time.April, 13), Answered: day(2026, time.April, 2), Note: "Four, two of them outside the school.",
		}, april},
		{data.Letter{
			Way: data.WentAway, Date: day(2026, time.April, 13), With: "Northgate Buses", Medium: "post", Subject: "The 41 on Sundays",
			Asks: "The number of passengers on which the decision rests", Due: day(2026, time.May, 1),
		}, data.Date{}},
		{data.Letter{
			Way: data.CameHere, Date: day(2026, time.April, 28), With: venue, Medium: "post", Subject: "Hall hire from September",
			Asks: "Which Thursdays we want, and whether we keep the store cupboard", Due: day(2026, time.May, 29),
		}, data.Date{}},
	}
}

// correspondence minutes the letters that are reported at this meeting.
func (n *night) correspondence(item *data.AgendaItem) {
	for _, s := range missives() {
		if s.reported == n.Date {
			s.ID, s.Meeting, s.Item = data.LetterID(n.ids.New()), n.Meeting.ID, item.ID
			n.add(s.Letter)
			n.block(item, data.Block{Kind: data.BlockLetter, Record: data.ID(s.ID), At: n.at})
		}
	}
}

// unreported adds the letters that the meeting to come will hear of.
func (n *night) unreported() {
	for _, s := range missives() {
		if s.reported.IsZero() {
			s.ID = data.LetterID(n.ids.New())
			n.add(s.Letter)
		}
	}
}

// canvass minutes the campaign session that a meeting of this spring heard of.
func (n *night) canvass(item *data.AgendaItem) {
	var c data.Canvass
	switch n.Date {
	case day(2026, time.March, 12):
		c = data.Canvass{Date: day(2026, time.March, 7), Place: "Market stall", Volunteers: 5, Signatures: 48, Note: "In the rain."}
	case day(2026, time.April, 9):
		c = data.Canvass{Date: day(2026, time.March, 29), Place: "Tenter Close and Weaver Street", Volunteers: 9, Doors: 140, Contacts: 61, Promises: 34}
	default:
		return
	}
	c.ID, c.Meeting, c.Item = data.CanvassID(n.ids.New()), n.Meeting.ID, item.ID
	n.add(c)
	n.block(item, data.Block{Kind: data.BlockCanvass, Record: data.ID(c.ID), At: n.at})
}

// forward is what happened since to a motion of the script that was sent on; nothing for the others.
func (n *night) forward(mo data.Motion) {
	f := data.Forwarding{Motion: mo.ID, To: "CLP secretary", Sent: n.Date.AddDays(3), How: "email"}
	switch mo.Title {
	case "Repairs backlog in council homes": // to be chased: nothing was heard
		f.Chase = day(2026, time.May, 1)
	case "Keep the 41 bus on Sundays":
		f.Acknowledged, f.AcknowledgedBy, f.TheirMeeting, f.Chase = day(2026, time.April, 20), "Ruth Gallagher", day(2026, time.May, 21), day(2026, time.May, 28)
	case "Fair contracts for carers":
		f.Acknowledged, f.TheirMeeting, f.TheirResult = n.Date.AddDays(10), day(2025, time.December, 18), "carried 41-23"
		f.ReportedBack = day(2026, time.January, 8)
	default:
		return
	}
	f.ID = data.ForwardingID(n.ids.New())
	n.add(f)
}

// speakerOf is how a guest who spoke stands in the agenda.
func speakerOf(c caller) *data.Speaker {
	return &data.Speaker{
		Name: strings.TrimSpace(fmt.Sprintf("%s %s", c.first, c.last)), From: c.organisation, Topic: c.subject,
		Thanks: "The chair thanked the speaker, and the meeting applauded.",
	}
}
