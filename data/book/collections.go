package book

import (
	"errors"
	"slices"

	"branchbook/data"
)

// People are the members and the guests, by surname and first name, accents apart.
type People struct {
	Records[data.Person, data.PersonID]
}

// ByNumber finds who has a membership number, however it is spaced. When nobody has, the error wraps ErrNotFound.
func (c People) ByNumber(number string) (data.Person, error) {
	if data.FoldNumber(number) == "" {
		return data.Person{}, notFound(KindPerson)
	}
	id, err := c.s.get(numberKey(number))
	if err != nil {
		return data.Person{}, err
	}
	if id == nil {
		return data.Person{}, notFound(KindPerson)
	}
	return c.Get(data.PersonID(id))
}

func numberKey(number string) string { return "index/number/" + data.FoldNumber(number) }

// Names returns everyone by id, for what prints names.
func (c People) Names() (data.Names, error) {
	all, err := c.All()
	return data.NamesOf(all), err
}

// Meetings are in order of their dates.
type Meetings struct {
	Records[data.Meeting, data.MeetingID]
}

// Last returns the latest meeting that is closed, and false when there is none.
func (c Meetings) Last() (data.Meeting, bool, error) {
	closed, err := c.Where(func(m data.Meeting) bool { return m.Status == data.Closed })
	if err != nil || len(closed) == 0 {
		return data.Meeting{}, false, err
	}
	return closed[len(closed)-1], true, nil
}

// Next returns the first meeting on or after the date that is planned or going on, and false when there is none.
func (c Meetings) Next(from data.Date) (data.Meeting, bool, error) {
	coming, err := c.Where(func(m data.Meeting) bool { return m.Status != data.Closed && !m.Off() && !m.Date.Before(from) })
	if err != nil || len(coming) == 0 {
		return data.Meeting{}, false, err
	}
	return coming[0], true, nil
}

// InSession returns the meeting that is going on, and false when none is.
func (c Meetings) InSession() (data.Meeting, bool, error) {
	open, err := c.Where(func(m data.Meeting) bool { return m.Status == data.InSession })
	if err != nil || len(open) == 0 {
		return data.Meeting{}, false, err
	}
	return open[len(open)-1], true, nil
}

// Items are the items of agendas.
type Items struct {
	Records[data.AgendaItem, data.ItemID]
}

// Of returns the items of a meeting, in order of their places.
func (c Items) Of(meeting data.MeetingID) ([]data.AgendaItem, error) {
	return c.kept(c.k.prefix(string(meeting)))
}

// Blocks are the minutes.
type Blocks struct {
	Records[data.Block, data.BlockID]
}

// Of returns the blocks of an item in the item's order. One that the item does not list comes last, never nowhere.
func (c Blocks) Of(item data.ItemID) ([]data.Block, error) {
	found, err := c.kept(c.k.prefix(string(item)))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	holder, err := records(c.s, items).Get(item)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return nil, err
	}
	at := make(map[data.BlockID]int, len(holder.Blocks))
	for i, id := range holder.Blocks {
		at[id] = i - len(holder.Blocks)
	}
	slices.SortStableFunc(found, func(a, b data.Block) int { return at[a.ID] - at[b.ID] })
	return found, nil
}

// Events are the lines of registers.
type Events struct{ s *snapshot }

// Of returns the register of a meeting, in the order in which things happened.
func (c Events) Of(meeting data.MeetingID) (data.Register, error) {
	found, err := records(c.s, events).kept(events.prefix(string(meeting)))
	return data.NewRegister(found), err
}

// Get returns one line of a meeting's register. When there is none of that id, the error wraps ErrNotFound.
func (c Events) Get(meeting data.MeetingID, id data.EventID) (data.Event, error) {
	value, err := c.s.get(events.key(string(meeting), id))
	if err != nil {
		return data.Event{}, err
	}
	if value == nil {
		return data.Event{}, notFound(KindEvent)
	}
	return events.decode(value)
}

// All returns every line of every register, meeting by meeting.
func (c Events) All() ([]data.Event, error) { return records(c.s, events).All() }

// Decisions are in order of their references.
type Decisions struct {
	Records[data.Decision, data.DecisionID]
}

// Of returns the decisions of a meeting.
func (c Decisions) Of(meeting data.MeetingID) ([]data.Decision, error) {
	return c.Where(func(d data.Decision) bool { return d.Meeting == meeting })
}

// Actions are in order of their references.
type Actions struct {
	Records[data.Action, data.ActionID]
}

// Of returns the actions that a meeting made.
func (c Actions) Of(meeting data.MeetingID) ([]data.Action, error) {
	return c.Where(func(a data.Action) bool { return a.Meeting == meeting })
}

// Open returns the actions that are neither done nor dropped, those due first in front; those without a date come last.
func (c Actions) Open() ([]data.Action, error) {
	open, err := c.Where(func(a data.Action) bool { return a.Status == data.Open })
	slices.SortStableFunc(open, func(a, b data.Action) int {
		switch {
		case a.Due == b.Due:
			return 0
		case a.Due.IsZero():
			return 1
		case b.Due.IsZero():
			return -1
		}
		return a.Due.Compare(b.Due)
	})
	return open, err
}

// Motions are in order of their references.
type Motions struct {
	Records[data.Motion, data.MotionID]
}

// Of returns the motions that are, or were, taken at a meeting.
func (c Motions) Of(meeting data.MeetingID) ([]data.Motion, error) {
	return c.Where(func(m data.Motion) bool { return m.Meeting == meeting })
}

// Votes are in the order in which they were recorded.
type Votes struct {
	Records[data.Vote, data.VoteID]
}

// Of returns the votes of a meeting.
func (c Votes) Of(meeting data.MeetingID) ([]data.Vote, error) {
	return c.Where(func(v data.Vote) bool { return v.Meeting == meeting })
}

// Terms are in order of the days on which they began.
type Terms struct {
	Records[data.Term, data.TermID]
}

// On returns the terms that run on the date.
func (c Terms) On(date data.Date) ([]data.Term, error) {
	return c.Where(func(t data.Term) bool { return t.HeldOn(date) })
}

// Of returns the terms of a post.
func (c Terms) Of(post data.PostID) ([]data.Term, error) {
	return c.Where(func(t data.Term) bool { return t.Post == post })
}

// Seats are in order of body, number and election.
type Seats struct {
	Records[data.Seat, data.SeatID]
}

// Of returns the seats on a body, past ones too.
func (c Seats) Of(body data.BodyID) ([]data.Seat, error) {
	return c.Where(func(s data.Seat) bool { return s.Body == body })
}

// On returns the seats on a body that are held on the date.
func (c Seats) On(body data.BodyID, date data.Date) ([]data.Seat, error) {
	return c.Where(func(s data.Seat) bool { return s.Body == body && s.HeldOn(date) })
}

// Papers are in the order in which they were made: the sharing log.
type Papers struct {
	Records[data.Paper, data.PaperID]
}

// Of returns the papers of a kind about a subject, which is "" for those about the whole book.
func (c Papers) Of(kind data.PaperKind, subject data.ID) ([]data.Paper, error) {
	return c.Where(func(p data.Paper) bool { return p.Kind == kind && p.Subject == subject })
}

// Last returns the newest paper of a kind about a subject, and false when none was made.
func (c Papers) Last(kind data.PaperKind, subject data.ID) (data.Paper, bool, error) {
	all, err := c.Of(kind, subject)
	if err != nil || len(all) == 0 {
		return data.Paper{}, false, err
	}
	return all[len(all)-1], true, nil
}
