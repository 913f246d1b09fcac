package session

import (
	"errors"
	"slices"
	"time"

	"branchbook/data"
	"branchbook/data/book"
)

// minuteBook is what the meeting needs of the open book; *book.Book is one.
type minuteBook interface {
	Read(func(*book.Reading) error) error
	Change(what string, f func(*book.Tx) error) error
	Type(block data.BlockID, text string)
	Flush() error
}

// A Model is one meeting without a window: what is shown as strings, and what the secretary can do as verbs. A verb
// returns the line that says what was done; after it Load has run already.
type Model struct {
	Head     Head
	Notice   Notice
	Agenda   []AgendaRow
	PlanEnds string // "On plan to end at 9.10pm"; "" when there is nothing to say
	Item     ItemHead
	Blocks   []BlockRow
	Room     RoomView

	book    minuteBook
	now     func() time.Time
	meeting data.MeetingID
	item    data.ItemID // whose minutes are shown
	caret   book.Caret  // where a record would go
	// typedTime is what is written for somebody who comes or goes at a meeting that is not dated today.
	typedTime data.Time
	contest   data.ContestID // the one that was spoken of last
	// left are the loose ends that stay as they are.
	left map[string]bool

	held  evening
	names data.Names
	door  *doorList
	came  data.MeetingID // whose register says who came last time
}

// evening is what the book says of the meeting, as last read.
type evening struct {
	data.Meeting
	items     []data.AgendaItem
	blocks    []data.Block // of the item that is shown
	register  data.Register
	rules     data.Rules
	motions   []data.Motion // taken, or to be taken, at this meeting
	votes     []data.Vote
	decisions []data.Decision
	actions   []data.Action
	letters   []data.Letter
	canvasses []data.Canvass
	// own are the branch's phrases; last and next are the dates of the meetings on either side.
	own        []string
	last, next data.Date
	// amendments are those to each motion, in the order to be taken; putOff, the motions that this meeting put off.
	amendments map[data.MotionID][]data.Amendment
	putOff     []data.Motion
	eligible   int
	members    int
	quorum     data.QuorumState
	numbers    map[data.ItemID]string
	ratifying  data.Decision // what the item on show is to ratify; zero for nothing
	minutes    earlierMinutes
	elections
}

// NewModel returns a model that shows no meeting. now gives local time.
func NewModel(b minuteBook, now func() time.Time) *Model {
	m := &Model{book: b, now: now}
	m.show()
	return m
}

// Open shows a meeting: its current item, or the first. Showing the same meeting again keeps item and caret.
func (m *Model) Open(meeting data.MeetingID) error {
	if meeting != m.meeting {
		m.meeting, m.item, m.caret, m.typedTime = meeting, "", book.Caret{}, data.Time{}
	}
	return m.Load()
}

// Load reads the meeting again. A meeting that is no longer there leaves everything empty, with a *data.Problem.
func (m *Model) Load() error {
	if m.meeting == "" {
		m.held = evening{}
		m.show()
		return nil
	}
	err := m.book.Read(m.read)
	if err != nil {
		m.held = evening{}
	}
	m.show()
	return err
}

func (m *Model) read(r *book.Reading) error {
	e := evening{}
	var err error
	if e.Meeting, err = r.Meetings.Get(m.meeting); err != nil {
		return err
	}
	if e.items, err = r.Items.Of(m.meeting); err != nil {
		return err
	}
	e.items, e.numbers = data.OrderItems(e.items), data.NumberItems(e.items)
	if e.register, err = r.Events.Of(m.meeting); err != nil {
		return err
	}
	if e.rules, err = r.Rules(e.Date); err != nil {
		return err
	}
	if err := errors.Join(e.readRecords(r), m.readPeople(r, &e), e.readMinutes(r)); err != nil {
		return err
	}
	if m.item == "" || !slices.ContainsFunc(e.items, func(i data.AgendaItem) bool { return i.ID == m.item }) {
		m.item = e.Current
		if m.item == "" && len(e.items) > 0 {
			m.item = e.items[0].ID
		}
	}
	if err := m.readRatifying(r, &e); err != nil {
		return err
	}
	if e.blocks, err = r.Blocks.Of(m.item); err != nil {
		return err
	}
	if err := e.readContests(r); err != nil {
		return err
	}
	e.quorum = e.judge(e.register)
	m.held = e
	return nil
}

func (e *evening) readRecords(r *book.Reading) (err error) {
	if e.motions, err = r.Motions.Of(e.ID); err != nil {
		return err
	}
	if err = e.readAmendments(r); err != nil {
		return err
	}
	if e.votes, err = r.Votes.Of(e.ID); err != nil {
		return err
	}
	if e.decisions, err = r.Decisions.Of(e.ID); err != nil {
		return err
	}
	if e.actions, err = r.Actions.Of(e.ID); err != nil {
		return err
	}
	return e.readReported(r)
}

// readPeople reads who may come to the door. The list is made again only when somebody has changed.
func (m *Model) readPeople(r *book.Reading, e *evening) error {
	same, err := m.door.isStill(r)
	if err != nil {
		return err
	}
	if !same || m.came != e.ID {
		people, err := r.People.All()
		if err != nil {
			return err
		}
		came, err := cameLast(r, e.Meeting)
		if err != nil {
			return err
		}
		m.door, m.names, m.came = newDoorList(people, came), data.NamesOf(people), e.ID
	}
	e.eligible, e.members = e.Eligible, e.Members
	if e.members == 0 {
		e.eligible, e.members = m.door.electorate(e.rules.Eligibility, e.Date)
	}
	return nil
}

// cameLast returns who came to the meeting before this one.
func cameLast(r *book.Reading, this data.Meeting) (map[data.PersonID]bool, error) {
	before, err := r.Meetings.Where(func(m data.Meeting) bool {
		return m.ID != this.ID && m.Status != data.Planned && !m.Off() && m.Date.Before(this.Date)
	})
	if err != nil || len(before) == 0 {
		return nil, err
	}
	register, err := r.Events.Of(before[len(before)-1].ID)
	came := map[data.PersonID]bool{}
	for _, a := range register.Attendance() {
		if a.Attended {
			came[a.Person] = true
		}
	}
	return came, err
}

// show makes strings of what was read.
func (m *Model) show() {
	m.Room = m.roomView()
	m.Head, m.Notice = m.head(), m.notice()
	m.Agenda, m.PlanEnds = m.agendaRows(), m.planEnds()
	m.Item = m.itemHead()
	m.Blocks = m.blockRows()
}

// IsOpen says whether a meeting is shown.
func (m *Model) IsOpen() bool { return m.held.ID != "" }

// Meeting is which meeting is shown; "" for none.
func (m *Model) Meeting() data.MeetingID { return m.meeting }

// Status is how far the meeting has got.
func (m *Model) Status() data.MeetingStatus { return m.held.Status }

// smallHours is how long after midnight an evening is still the same evening.
const smallHours = 5

// stamps says whether the clock on the wall may be written down: on the meeting's own day, and in the small hours
// after it while it is still going on.
func (m *Model) stamps() bool { return !m.clock().IsZero() }

// clock is the time to stamp; zero for a meeting that is written up on another day, or that is over.
func (m *Model) clock() data.Time {
	now := m.now()
	today := data.DateOf(now)
	switch e := m.held; {
	case e.ID == "" || e.Status == data.Closed:
		return data.Time{}
	case today == e.Date:
		return data.TimeOf(now)
	case today == e.Date.AddDays(1) && now.Hour() < smallHours && e.Status == data.InSession && !e.Opened.IsZero():
		return data.TimeOf(now).Add(24 * 60)
	}
	return data.Time{}
}

// moment is the time of what happens now: the clock's, or what was typed for a meeting on another day.
func (m *Model) moment() data.Time {
	if at := m.clock(); !at.IsZero() {
		return at
	}
	return m.typedTime
}

// SetTime sets the time that is written for what happens next at a meeting that is not dated today. The zero Time leaves
// times blank. On the meeting's own day the clock is used whatever is set.
func (m *Model) SetTime(at data.Time) { m.typedTime = at }

// change makes a Change and reads the meeting again.
func (m *Model) change(what string, f func(tx *book.Tx) error) error {
	if !m.IsOpen() {
		return data.NewProblem("No meeting is open. Choose one under Meetings.", nil)
	}
	if err := m.book.Change(what, f); err != nil {
		return err
	}
	return m.Load()
}

// SetCaret says where in the minutes the caret stands: so many bytes into the text of a block.
func (m *Model) SetCaret(block data.BlockID, offset int) {
	m.caret = book.Caret{Block: block, Offset: offset}
}

// at is where a record goes: at the caret if it stands in the item that is shown, else at its end.
func (m *Model) at() book.Caret {
	if slices.ContainsFunc(m.held.blocks, func(b data.Block) bool { return b.ID == m.caret.Block }) {
		return m.caret
	}
	return book.Caret{}
}

// name returns somebody's name as minutes print it.
func (m *Model) name(id data.PersonID) string { return m.names.Name(id) }
