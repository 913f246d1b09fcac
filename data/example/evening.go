package example

import (
	"fmt"
	"time"

	"branchbook/data"
)

// An evening is a meeting of the calendar.
type evening struct {
	date data.Date
	kind data.MeetingKind
	next data.Date // of the one after
}

// evenings are the second Thursdays of the years, but for August, and the planned one last.
func (m *maker) evenings() []evening {
	var all []evening
	for month := range 12*m.size.Years + 1 {
		at := int(planned.Month()) - 1 + month + 12*(planned.Year()-m.size.Years)
		year, name := at/12, time.Month(at%12+1)
		if name == time.August {
			continue
		}
		e := evening{date: secondThursday(year, name), kind: data.Ordinary}
		if name == time.June {
			e.kind = data.AGM
		}
		if len(all) > 0 {
			all[len(all)-1].next = e.date
		}
		all = append(all, e)
	}
	return all
}

// A night is an evening while it is written: the meeting, its register and the records made so far.
type night struct {
	*maker
	data.Meeting
	evening  evening
	listed   data.Date // of the list that the book had then
	items    []data.AgendaItem
	register []data.Event
	present  []int // voters, as places in the roster
	needed   []int // those whom the script needs there
	speaker  caller
	said     map[string]bool // nothing is minuted twice in an evening
	at       data.Time       // how late it is
	records  []any
}

func (n *night) add(record any) { n.records = append(n.records, record) }

// meeting is the step of one evening.
func (m *maker) meeting(e evening) Step {
	m.setClock(e.date)
	n := &night{maker: m, evening: e, said: map[string]bool{}, Meeting: data.Meeting{
		ID: m.meetingID(), Kind: e.kind, Date: e.date, Starts: data.MustTime(19, 30), EndsBy: data.MustTime(21, 30),
		Venue: venue, Chair: m.souls[m.officerOn(0, e.date.AddDays(-1))].id, MinuteTaker: m.souls[m.officerOn(2, e.date.AddDays(-1))].id,
	}}
	for _, l := range m.lists {
		if !l.After(e.date) {
			n.listed = l
		}
	}
	if e.date == planned {
		n.plan()
		return Step{What: "plan the meeting of " + e.date.Short(), When: lastList.AddDays(3), Records: n.finish()}
	}
	n.hold()
	m.lastDate = e.date
	return Step{What: "write up the meeting of " + e.date.Short(), When: e.date, Records: n.finish()}
}

// meetingID is a new one, or that which was promised to the meeting.
func (m *maker) meetingID() data.MeetingID {
	if id := m.ahead; id != "" {
		m.ahead = ""
		return id
	}
	return data.MeetingID(m.ids.New())
}

// finish puts the meeting and its agenda in front of what points at them.
func (n *night) finish() []any {
	records := []any{n.Meeting}
	for _, i := range n.items {
		records = append(records, i)
	}
	return append(records, n.records...)
}

// thin says whether too few come to the evening: once in every other December.
func (n *night) thin() bool { return n.Date.Month() == time.December && n.Date.Year()%2 == 0 }

// hold is a meeting that took place.
func (n *night) hold() {
	n.Status = data.Closed
	n.NoticeSent = n.Date.AddDays(-7 - n.rng.IntN(4))
	n.Eligible, n.Members = n.eligible(n.Date)
	quorum, _ := n.rules.Quorum.Needed(n.Eligible, n.Members)
	motions := n.motionsOf(n.Date)
	// Two may leave early, and the quorum holds.
	voters := max(n.size.Present*2/3, quorum+2) + n.rng.IntN(n.size.Present/4+1)
	for _, p := range motions {
		n.needed = append(n.needed, p.mover, p.seconder)
		if p.total() > 0 {
			voters = p.total()
		}
	}
	switch {
	case n.Kind == data.AGM:
		voters = max(n.size.Present, quorum) + 2
	case n.thin():
		voters, motions, n.needed = min(quorum-1, n.size.Present/2+1), nil, nil
	}
	n.Opened = data.MustTime(19, 31).Add(n.rng.IntN(4))
	n.at = n.Opened
	n.signIn(voters)
	n.agenda()
	if n.thin() {
		n.withoutQuorum()
	} else {
		n.business(motions)
	}
	n.ClosedAt = n.at
	n.Meeting.Quorum = n.rules.Quorum.Judge(data.NewRegister(n.register), n.Eligible, n.Members).Finding
	n.papers()
	n.leave()
}

// agenda lays out the standing agenda of the kind of meeting.
func (n *night) agenda() {
	for place, s := range data.StandingAgenda(n.Kind) {
		n.item(place+1, s.Kind, s.Heading, s.Minutes)
	}
	if n.Kind == data.Ordinary && !n.lastDate.IsZero() {
		n.items[1].Heading = "Minutes of " + n.lastDate.DayMonth()
	}
}

func (n *night) item(place int, kind data.ItemKind, heading string, minutes int) {
	n.items = append(n.items, data.AgendaItem{
		ID: data.ItemID(n.ids.New()), Meeting: n.Meeting.ID, Place: place, Kind: kind, Heading: heading, Minutes: minutes,
	})
}

// business takes the agenda item by item.
func (n *night) business(motions []proposal) {
	for i := range n.items {
		item := &n.items[i]
		item.Began, item.Done = n.at, true
		switch item.Kind {
		case data.ItemMotions:
			for _, p := range motions {
				n.take(item, p)
			}
			if len(motions) == 0 {
				n.text(item, "No motions had been received.")
			}
			n.leaving()
		case data.ItemElection:
			n.election(item)
		default:
			n.discuss(item)
			n.at = n.at.Add(max(item.Minutes*3/4, 1))
		}
		item.Ended = n.at
	}
}

// withoutQuorum is an evening at which nothing but pressing business could be recorded.
func (n *night) withoutQuorum() {
	item := &n.items[0]
	item.Began, item.Done = n.at, true
	n.text(item, "The chair welcomed those who had come out in the cold. Half an hour after the advertised time there was still no quorum, and the chair declared that the business meeting could not be held.")
	n.at = data.MustTime(20, 1)
	item.Ended = n.at
	n.item(len(n.items)+1, data.ItemOther, "Pressing business", 5)
	item = &n.items[len(n.items)-1]
	item.Began, item.Done = n.at, true
	n.text(item, "The hall asks for its hire before the next meeting can be. Those present recorded this for the next meeting to ratify.")
	n.ratify, n.ahead = "pay hall hire £45", data.MeetingID(n.ids.New())
	n.settle(item, data.Decision{
		Text: n.ratify + ", subject to being ratified", How: "recorded", Amount: 4500, Pressing: true, Ratified: n.ahead, RatifiedAs: "agreed",
	})
	n.at = n.at.Add(4)
	item.Ended = n.at
}

// block adds a block to an item, a text or a record.
func (n *night) block(item *data.AgendaItem, b data.Block) {
	b.ID, b.Item, b.Meeting = data.BlockID(n.ids.New()), item.ID, n.Meeting.ID
	item.Blocks = append(item.Blocks, b.ID)
	n.add(b)
}

func (n *night) text(item *data.AgendaItem, text string) {
	n.block(item, data.Block{Kind: data.BlockText, Text: text})
}

func (n *night) decide(item *data.AgendaItem, text, how string) {
	n.settle(item, data.Decision{Text: text, How: how})
}

// settle records a decision under an item.
func (n *night) settle(item *data.AgendaItem, d data.Decision) {
	d.ID, d.Ref, d.Meeting, d.Item, d.At = data.DecisionID(n.ids.New()), n.ref("D", n.Date), n.Meeting.ID, item.ID, n.at
	n.add(d)
	n.block(item, data.Block{Kind: data.BlockDecision, Record: data.ID(d.ID), At: n.at})
}

// act records what somebody took on. Those of the last meetings are still open; older ones were done, and a few dropped.
func (n *night) act(item *data.AgendaItem, a data.Action) {
	a.ID, a.Ref, a.Meeting, a.Item = data.ActionID(n.ids.New()), n.ref("A", n.Date), n.Meeting.ID, item.ID
	a.At, a.Made = n.at, n.Date
	if a.Status == "" {
		a.Status, a.Closed = data.Done, n.evening.next
		if n.rng.IntN(9) == 0 {
			a.Status, a.Note = data.Dropped, "Overtaken by events."
		}
	}
	n.add(a)
	n.block(item, data.Block{Kind: data.BlockAction, Record: data.ID(a.ID), At: n.at})
}

// papers are what went out after the evening: the minutes, and the attendance return but for April's, which is late.
// They have no hash, since no file was written.
func (n *night) papers() {
	made := n.Date.AddDays(3).Midnight().Add(10*time.Hour + 20*time.Minute)
	attended := 0
	for _, a := range data.NewRegister(n.register).Attendance() {
		if a.Person != "" {
			attended++
		}
	}
	n.add(data.Paper{
		ID: data.PaperID(n.ids.New()), Kind: data.MinutesPaper, Subject: data.ID(n.Meeting.ID), Version: 1, Made: made,
		People: attended, File: fmt.Sprintf("minutes %s.docx", n.Date.ISO()), To: "members of the branch",
	})
	if n.evening.next == planned {
		return
	}
	n.add(data.Paper{
		ID: data.PaperID(n.ids.New()), Kind: data.AttendancePaper, Subject: data.ID(n.Meeting.ID), Version: 1, Made: made.Add(15 * time.Minute),
		Columns: data.AttendanceColumns(), Rows: attended, People: attended, File: fmt.Sprintf("attendance %s.xlsx", n.Date.ISO()), To: "the CLP secretary",
	})
}
