package meetings

import (
	"cmp"
	"fmt"
	"slices"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// plan is one meeting that is not closed, as it is planned.
type plan struct {
	Title, Under string
	Status       parts.Mark
	// Go is what the button that leads to the meeting says.
	Go string

	Kind         int // among data.MeetingKinds
	Date         data.Date
	DateHint     string
	Starts, Ends data.Time
	Venue        string
	Access       string
	Chair        string // names, as they are shown
	MinuteTaker  string

	Theme, With string
	// Recall says how its calling changed, and Off that it is not to take place as it stands.
	Recall string
	Off    bool

	Agenda         []agendaRow
	Length, EndsAt string
	Fits           parts.Mark
	Quorum         quorumCard
	Notice         noticeCard
	CanRemove      bool
}

// agendaRow is one item as the plan shows it.
type agendaRow struct {
	id                             data.ItemID
	kind                           data.ItemKind
	number, heading, starts, about string
	minutes                        int
	motions                        []motionRow
	part                           bool   // of the item above
	wrote                          bool   // by the book, and not changed since
	note                           string // where it comes from: "from 10 September"
	speaker                        data.Speaker
	listed                         []data.Source // in small print under it
	lettered, hasParts             bool
	confidential                   bool // public minutes leave it out
}

// motionRow is a motion under the item for motions.
type motionRow struct {
	id      data.MotionID
	ref     string
	title   string
	arrived parts.Mark
	on      bool // on this agenda
	verb    string
}

// quorumCard is the sum of the quorum as it will be on the day.
type quorumCard struct{ Title, Needed, Sum, People, Other, Source string }

func (p plan) heading(id data.ItemID) string {
	for _, a := range p.Agenda {
		if a.id == id {
			return a.heading
		}
	}
	return "an item"
}

func (p plan) ref(id data.MotionID) string {
	for _, a := range p.Agenda {
		for _, mo := range a.motions {
			if mo.id == id {
				return mo.ref
			}
		}
	}
	return "a motion"
}

// planOf reads what the plan of a meeting shows.
func planOf(r *book.Reading, m data.Meeting, today data.Date) (plan, error) {
	rules, err := r.Rules(m.Date)
	if err != nil {
		return plan{}, err
	}
	names, err := r.People.Names()
	if err != nil {
		return plan{}, err
	}
	p := plan{
		Title: "Plan the meeting of " + m.Date.DayMonth(), Status: statusMark(m.Status), Go: "Go to the meeting",
		Kind: slices.Index(data.MeetingKinds(), m.Kind), Date: m.Date, DateHint: patternOf(m.Date).String(),
		Starts: m.Starts, Ends: m.EndsBy, Venue: m.Venue, Access: m.Access,
		Chair: names.Name(m.Chair), MinuteTaker: names.Name(m.MinuteTaker), CanRemove: m.Status == data.Planned,
		Theme: m.Theme, With: m.With, Recall: m.RecallWords(), Off: m.Off(),
	}
	if m.Off() {
		p.Title, p.Go = "The meeting called for "+m.Date.DayMonth(), "Give it a new date"
	}
	if m.Status == data.InSession {
		p.Title, p.Go = "The meeting of "+m.Date.DayMonth(), "Go on with the meeting"
	}
	items, err := r.Items.Of(m.ID)
	if err != nil {
		return plan{}, err
	}
	if err := p.fillAgenda(r, m, items, rules, today); err != nil {
		return plan{}, err
	}
	p.fit(m, items, rules)
	in, err := r.Calling(m.ID, today)
	if err != nil {
		return plan{}, err
	}
	p.Quorum, p.Notice = quorumOf(m, in.People, rules), noticeOf(in)
	motions := p.motionsOn()
	p.Under = joined(p.Recall, m.Date.String(), data.NumberOf(len(items), "item", "items"), data.NumberOf(motions, "motion", "motions"), daysTo(m.Date, today))
	return p, nil
}

func (p plan) motionsOn() int {
	n := 0
	for _, a := range p.Agenda {
		for _, mo := range a.motions {
			if mo.on {
				n++
			}
		}
	}
	return n
}

// daysTo says how far off a day is: "10 days to go", "today", "3 days ago".
func daysTo(on, today data.Date) string {
	switch n := on.Sub(today); {
	case n == 0:
		return "today"
	case n > 0:
		return data.NumberOf(n, "day", "days") + " to go"
	default:
		return data.NumberOf(-n, "day", "days") + " ago"
	}
}

// fillAgenda lists the items with their starting times and what the book knows about them.
func (p *plan) fillAgenda(r *book.Reading, m data.Meeting, items []data.AgendaItem, rules data.Rules, today data.Date) error {
	motions, err := motionRows(r, m, rules)
	if err != nil {
		return err
	}
	in, err := r.AgendaInput(m.ID, today)
	if err != nil {
		return err
	}
	written := data.WriteAgenda(in)
	ordered, numbers := data.OrderItems(items), data.NumberItems(items)
	at, hung := m.Starts, false
	for i, item := range ordered {
		row := agendaRow{
			id: item.ID, kind: item.Kind, number: numbers[item.ID], heading: item.Heading, starts: at.String(), minutes: item.Minutes,
			part: item.Under != "", wrote: !item.IsOwn(), lettered: item.Lettered, confidential: item.Confidential,
		}
		row.hasParts = i+1 < len(ordered) && ordered[i+1].Under == item.ID
		if item.Speaker != nil {
			row.speaker = *item.Speaker
		}
		if row.about, err = about(r, m, item); err != nil {
			return err
		}
		row.tell(item, ordered, written)
		if item.Kind == data.ItemMotions && !hung {
			row.motions, hung = motions, true
		}
		if row.part && item.Minutes == 0 {
			row.starts = ""
		}
		at = at.Add(item.Minutes)
		p.Agenda = append(p.Agenda, row)
	}
	if !hung && len(motions) > 0 && len(p.Agenda) > 0 {
		// An agenda without an item for motions still shows what has come in: under its last item.
		p.Agenda[len(p.Agenda)-1].motions = motions
	}
	return nil
}

// about says what the book knows about an item by its kind: when the next meeting is.
func about(r *book.Reading, m data.Meeting, item data.AgendaItem) (string, error) {
	if item.Kind != data.ItemNext {
		return "", nil
	}
	next, err := r.Meetings.Where(func(o data.Meeting) bool { return o.Date.After(m.Date) && !o.Off() })
	if err != nil || len(next) == 0 {
		return "none planned yet", err
	}
	return next[0].Heading(), nil
}

// motionRows are the motions that this meeting can take: those on its agenda, and those received that are on none.
func motionRows(r *book.Reading, m data.Meeting, rules data.Rules) ([]motionRow, error) {
	passed, err := passedBy(r, m)
	if err != nil {
		return nil, err
	}
	open, err := r.Motions.Where(func(mo data.Motion) bool {
		return mo.Meeting == m.ID || canTake(m, mo, passed)
	})
	// Those on the agenda come first: none comes last, since it sorts before every id.
	slices.SortStableFunc(open, func(a, b data.Motion) int { return cmp.Compare(b.Meeting, a.Meeting) })
	var rows []motionRow
	for _, mo := range open {
		f := rules.Motions.Judge(mo.Received, m.Date)
		row := motionRow{id: mo.ID, ref: mo.Ref, title: mo.Title, on: mo.Meeting == m.ID && mo.Item != "", verb: "Put on"}
		row.arrived = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: f.Verdict}
		if f.Warning {
			row.arrived = parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: f.Verdict}
		}
		if row.on {
			row.verb = "Take off"
		}
		if was, missed := passed[mo.Meeting]; missed {
			row.arrived = parts.Mark{Tone: parts.Amber, Icon: parts.IconHistory, Text: "held over from " + was.DayMonth()}
		}
		rows = append(rows, row)
	}
	return rows, err
}

// fit adds up the agenda against the time that the meeting has.
func (p *plan) fit(m data.Meeting, items []data.AgendaItem, rules data.Rules) {
	total := 0
	for _, item := range items {
		total += item.Minutes
	}
	p.Length = hours(total)
	if end := m.Starts.Add(total); !end.IsZero() {
		p.EndsAt = "ends about " + end.String()
	}
	limit := rules.Length
	if !m.EndsBy.IsZero() && !m.Starts.IsZero() {
		limit = m.EndsBy.Sub(m.Starts)
	}
	switch {
	case limit <= 0:
	case total > limit:
		p.Fits = parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: fmt.Sprintf("%s over the %s", hours(total-limit), hours(limit))}
	default:
		p.Fits = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: fmt.Sprintf("%s inside the %s", hours(limit-total), hours(limit))}
	}
}

// quorumOf works out how many voters the meeting will need.
func quorumOf(m data.Meeting, people []data.Person, rules data.Rules) quorumCard {
	eligible, members := m.Eligible, m.Members
	voters, sum := rules.Eligibility.Count(people, m.Date)
	if eligible == 0 {
		eligible, members = voters, data.CountMembers(people, m.Date).Members
	}
	_, f := rules.Quorum.Needed(eligible, members)
	q := quorumCard{Title: "Quorum on " + m.Date.DayMonth(), Needed: f.Verdict, Sum: f.Sum, People: sum.Sum, Source: f.Source}
	if len(f.Other) > 0 {
		q.Other = f.Other[0].Sentence()
	}
	return q
}

// row returns the row of an item; the zero row when it is gone.
func (p plan) row(id data.ItemID) agendaRow {
	for _, a := range p.Agenda {
		if a.id == id {
			return a
		}
	}
	return agendaRow{}
}

// beside returns the item after one, else the one before it; "" when it is the only one.
func (p plan) beside(id data.ItemID) data.ItemID {
	i := slices.IndexFunc(p.Agenda, func(a agendaRow) bool { return a.id == id })
	switch {
	case i >= 0 && i+1 < len(p.Agenda):
		return p.Agenda[i+1].id
	case i > 0:
		return p.Agenda[i-1].id
	}
	return ""
}
