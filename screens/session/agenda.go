package session

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// An AgendaRow is one item of the agenda.
type AgendaRow struct {
	ID      data.ItemID
	Number  string // "3", "3.1", "4(a)"
	Depth   int    // how many items it is under
	Heading string
	Time    string // "7.34pm" when it was taken, "since 7.58pm", "10 min" as planned
	Done    bool
	Current bool // the meeting is at it
	Shown   bool // its minutes are on show
	Subs    []AgendaSub
}

// An AgendaSub is a motion under its item.
type AgendaSub struct {
	Words string // "04 Saturday opening"
	State string // "carried", "now"
	Tone  parts.Tone
	Icon  parts.IconName
}

// An ItemHead is the line over the minutes of an item.
type ItemHead struct {
	ID      data.ItemID
	Number  string
	Heading string
	Facts   string     // "Started 7.58pm · 25 min planned"
	Speaker string     // "Speaker: Rosa Lind on rents"; "" for none
	Left    parts.Mark // "11 min left"
	Of      string     // "item 5 of 10"
}

func (m *Model) agendaRows() []AgendaRow {
	rows := make([]AgendaRow, len(m.held.items))
	for i, item := range m.held.items {
		r := AgendaRow{
			ID: item.ID, Number: m.held.numbers[item.ID], Depth: data.Depth(m.held.items, item.ID), Heading: item.Heading, Done: item.Done, Shown: item.ID == m.item,
			Current: item.ID == m.held.Current && m.held.Status == data.InSession,
		}
		switch {
		case r.Current && !item.Began.IsZero():
			r.Time = "since " + item.Began.String()
		case !item.Began.IsZero():
			r.Time = item.Began.String()
		case item.Minutes > 0 && !item.Done:
			r.Time = fmt.Sprintf("%d min", item.Minutes)
		}
		for _, mo := range m.held.motions {
			if mo.Item == item.ID {
				r.Subs = append(r.Subs, subOf(mo))
			}
		}
		rows[i] = r
	}
	return rows
}

func subOf(mo data.Motion) AgendaSub {
	ref := mo.Ref
	if i := strings.LastIndexByte(ref, '-'); i >= 0 {
		ref = ref[i+1:]
	}
	s := AgendaSub{Words: ref + " " + mo.Title, Tone: parts.Quiet, Icon: parts.IconDot}
	switch {
	case mo.Outcome != data.Undecided:
		mark := outcomeMark(mo.Outcome, "")
		s.State, s.Tone, s.Icon = outcomeWord(mo.Outcome), mark.Tone, mark.Icon
	case inDebate(mo):
		s.State, s.Tone = "now", parts.Accent
	}
	return s
}

func (m *Model) planEnds() string {
	at := m.clock()
	if at.IsZero() || m.held.Status != data.InSession {
		return ""
	}
	left := 0
	for _, item := range m.held.items {
		switch {
		case item.Done:
		case item.ID == m.held.Current && !item.Began.IsZero():
			left += max(item.Minutes-m.held.spent(item, at), 0)
		default:
			left += item.Minutes
		}
	}
	return "On plan to end at " + at.Add(left).String()
}

func (m *Model) itemHead() ItemHead {
	i := m.indexOf(m.item)
	if i < 0 {
		return ItemHead{Heading: "No agenda yet"}
	}
	item := m.held.items[i]
	h := ItemHead{ID: item.ID, Number: m.held.numbers[item.ID], Heading: item.Heading, Of: fmt.Sprintf("item %d of %d", i+1, len(m.held.items))}
	var facts []string
	if !item.Began.IsZero() {
		facts = append(facts, "Started "+item.Began.String())
	}
	if !item.Ended.IsZero() {
		facts = append(facts, "ended "+item.Ended.String())
	}
	if item.Minutes > 0 {
		facts = append(facts, fmt.Sprintf("%d min planned", item.Minutes))
	}
	if item.Speaker != nil && item.Speaker.Words() != "" {
		h.Speaker = "Speaker: " + item.Speaker.Words()
	}
	h.Facts = strings.Join(facts, "  ·  ")
	at := m.clock()
	if item.ID != m.held.Current || at.IsZero() || item.Began.IsZero() || item.Minutes == 0 || m.held.Status != data.InSession {
		return h
	}
	if left := item.Minutes - m.held.spent(item, at); left >= 0 {
		h.Left = parts.Mark{Tone: parts.Grey, Icon: parts.IconClock, Text: minutesWords(left) + " left"}
	} else {
		h.Left = parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: minutesWords(-left) + " over"}
	}
	return h
}

func (m *Model) indexOf(item data.ItemID) int {
	return slices.IndexFunc(m.held.items, func(i data.AgendaItem) bool { return i.ID == item })
}

// Show shows the minutes of an item; the meeting stays where it is.
func (m *Model) Show(item data.ItemID) error {
	if item == m.item || m.indexOf(item) < 0 {
		return nil
	}
	m.item, m.caret = item, book.Caret{}
	return m.Load()
}

// Start opens the meeting: stamped if it is dated today, with the number of eligible members frozen, at its first item.
func (m *Model) Start() (string, error) {
	if why := m.held.WhyOff(); why != "" {
		return "", data.NewProblem(why+" Give it a date again under Meetings before it is started.", nil)
	}
	if m.held.Status != data.Planned {
		return "", data.NewProblem("This meeting has been started already.", nil)
	}
	at := m.clock()
	err := m.change("start the meeting", func(tx *book.Tx) error {
		meeting, err := tx.Meetings.Get(m.meeting)
		if err != nil {
			return err
		}
		meeting.Status, meeting.Opened = data.InSession, at
		meeting.Eligible, meeting.Members = m.held.eligible, m.held.members
		if len(m.held.items) > 0 {
			meeting.Current = m.held.items[0].ID
			if err := begin(tx, meeting.Current, at); err != nil {
				return err
			}
		}
		return tx.Meetings.Put(meeting)
	})
	if err != nil {
		return "", err
	}
	m.follow()
	if at.IsZero() {
		return "The meeting is open. Times are typed or left blank, since it is not dated today.", nil
	}
	return "The meeting was opened at " + at.String() + ".", nil
}

// begin stamps an item that is taken up, and gives it a text to write in.
func begin(tx *book.Tx, item data.ItemID, at data.Time) error {
	if _, err := tx.StartText(item); err != nil {
		return err
	}
	i, err := tx.Items.Get(item)
	if err != nil {
		return err
	}
	if i.Began.IsZero() {
		i.Began = at
	}
	i.Done, i.Ended = false, data.Time{}
	return tx.Items.Put(i)
}

// follow shows the item that the meeting is at.
func (m *Model) follow() {
	if m.held.Current == "" || m.held.Current == m.item {
		return
	}
	m.item, m.caret = m.held.Current, book.Caret{}
	if err := m.Load(); err != nil {
		m.held = evening{}
		m.show()
	}
}

// Next takes up the next item that is not done, and stamps both. After the last it says so and changes nothing.
func (m *Model) Next() (string, error) { return m.step(+1) }

// Previous goes back to the item before the current one, which is open again.
func (m *Model) Previous() (string, error) { return m.step(-1) }

func (m *Model) step(by int) (string, error) {
	if m.held.Status != data.InSession {
		return m.stepShown(by)
	}
	to := m.indexOf(m.held.Current) + by
	for by > 0 && to < len(m.held.items) && m.held.items[to].Done {
		to++ // it was taken out of order
	}
	if to < 0 || to >= len(m.held.items) {
		if by < 0 {
			return "This is the first item.", nil
		}
		return "This is the last item. Close the meeting when it has ended.", nil
	}
	return m.goTo(m.held.items[to].ID, by > 0)
}

// stepShown shows the neighbour of the item on show, at a meeting that is not in session.
func (m *Model) stepShown(by int) (string, error) {
	to := m.indexOf(m.item) + by
	if to < 0 || to >= len(m.held.items) {
		return "", nil
	}
	return "", m.Show(m.held.items[to].ID)
}

// TakeUp moves the meeting to an item, out of order too, and marks the one that is left as done. One that was done is open
// again.
func (m *Model) TakeUp(item data.ItemID) (string, error) { return m.goTo(item, true) }

// goTo moves the meeting to an item; done says that it is through with the one it leaves.
func (m *Model) goTo(item data.ItemID, done bool) (string, error) {
	to, from := m.indexOf(item), m.indexOf(m.held.Current)
	if to < 0 || m.held.Status != data.InSession || to == from {
		return "", m.Show(item)
	}
	at, heading, number := m.clock(), m.held.items[to].Heading, m.held.numbers[item]
	err := m.change(fmt.Sprintf("take up item %s, %s", number, heading), func(tx *book.Tx) error {
		if from >= 0 {
			left, err := tx.Items.Get(m.held.items[from].ID)
			if err != nil {
				return err
			}
			left.Ended, left.Done = at, done
			if err := tx.Items.Put(left); err != nil {
				return err
			}
		}
		if err := begin(tx, item, at); err != nil {
			return err
		}
		meeting, err := tx.Meetings.Get(m.meeting)
		if err != nil {
			return err
		}
		meeting.Current = item
		return tx.Meetings.Put(meeting)
	})
	if err != nil {
		return "", err
	}
	m.follow()
	return fmt.Sprintf("Item %s, %s.", number, heading), nil
}

// Close closes the meeting, loose ends or not, and keeps what the rule concluded about its quorum.
func (m *Model) Close() (string, error) {
	if m.held.Status != data.InSession {
		return "", data.NewProblem("Only a meeting in session can be closed.", nil)
	}
	at := m.clock()
	err := m.change("close the meeting", func(tx *book.Tx) error { return m.closeIn(tx, at) })
	if err != nil {
		return "", err
	}
	if at.IsZero() {
		return "The meeting is closed.", nil
	}
	return "The meeting was closed at " + at.String() + ".", nil
}

func (m *Model) closeIn(tx *book.Tx, at data.Time) error {
	meeting, err := tx.Meetings.Get(m.meeting)
	if err != nil {
		return err
	}
	item, err := tx.Items.Get(meeting.Current)
	switch {
	case meeting.Current == "" || errors.Is(err, book.ErrNotFound):
	case err != nil:
		return err
	case item.Meeting == meeting.ID: // not carried over to another day
		item.Ended, item.Done = at, true
		if err := tx.Items.Put(item); err != nil {
			return err
		}
	}
	meeting.Status, meeting.ClosedAt, meeting.Current = data.Closed, at, ""
	meeting.Quorum = m.held.quorum.Finding
	return tx.Meetings.Put(meeting)
}

// buttons says what stands under the agenda.
func (m *Model) buttons() agendaButtons {
	switch m.held.Status {
	case data.Planned:
		return agendaButtons{On: "Start", OnKey: "Ctrl+M", Starts: true}
	case data.InSession:
		return agendaButtons{On: "Next item", OnKey: "Ctrl+Down", Closes: true}
	}
	return agendaButtons{On: "Next item", OnKey: "Ctrl+Down"}
}

// atCurrent says whether the item on show is the one that the meeting is at.
func (m *Model) atCurrent() bool {
	return m.held.Status == data.InSession && m.item != "" && m.item == m.held.Current
}

// canTakeUp says whether the meeting can go to the item on show.
func (m *Model) canTakeUp() bool {
	return m.held.Status == data.InSession && m.item != "" && m.item != m.held.Current
}
