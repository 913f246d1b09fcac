package approval

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// minuteBook is what this place needs of the open book; *book.Book has it.
type minuteBook interface {
	Read(func(*book.Reading) error) error
	Change(what string, f func(*book.Tx) error) error
}

// A Model is the minutes of one meeting without a window. A verb returns the line that says what was done; after it Load
// has run already.
type Model struct {
	Title, Under string
	Mark         parts.Mark // "2 corrections"
	Stamp        data.Stamp
	Page         []Line
	Steps        []parts.Step
	Corrections  []CorrectionRow
	Addenda      []CorrectionRow
	// Wrong says which correction cannot be made any more; "" when all can.
	Wrong string
	// Advice is under the corrections: what is discussed now, or that the minutes are locked.
	Advice string

	book    minuteBook
	now     func() time.Time
	meeting data.MeetingID // whose minutes they are
	at      data.MeetingID // where they are presented; "" outside a meeting
	held    data.Evening
	draft   data.Evening // with the corrections made in it
	others  []data.Meeting
	people  parts.People
}

// A CorrectionRow is one correction or addendum in the list.
type CorrectionRow struct {
	ID     data.CorrectionID
	Number int
	Runs   []parts.Run
	Text   string // the same in plain words
	// Sub says of an addendum whether it was agreed.
	Sub       string
	Removable bool
	Agreeable bool
}

// NewModel returns a model that shows no minutes. now gives local time.
func NewModel(b minuteBook, now func() time.Time) *Model { return &Model{book: b, now: now} }

// Open shows the minutes of a meeting, as they come to the meeting at; "" outside one.
func (m *Model) Open(meeting, at data.MeetingID) error {
	if meeting == "" {
		meeting, at = m.meeting, m.at
	}
	m.meeting, m.at = meeting, at
	return m.Load()
}

// Load reads the book again. A meeting that is not there leaves everything empty.
func (m *Model) Load() error {
	m.held, m.draft, m.others = data.Evening{}, data.Evening{}, nil
	err := m.book.Read(m.read)
	m.show()
	return err
}

// read reads the minutes that are open, or those of the last meeting that was closed where none are.
func (m *Model) read(r *book.Reading) error {
	if m.meeting == "" {
		last, closed, err := r.Meetings.Last()
		if err != nil || !closed {
			return err
		}
		m.meeting = last.ID
	}
	e, err := r.Evening(m.meeting)
	if err != nil {
		return err
	}
	m.others, err = r.Meetings.Where(func(x data.Meeting) bool {
		return x.ID != m.meeting && !x.Off() && !x.Date.Before(e.Meeting.Date)
	})
	if err != nil {
		return err
	}
	everybody, err := r.People.All()
	m.held, m.people = e, parts.PeopleOf(everybody, nil)
	return err
}

func (m *Model) show() {
	m.Title, m.Under, m.Stamp, m.Page, m.Steps = "", "", data.Stamp{}, nil, nil
	m.Corrections, m.Addenda, m.Wrong, m.Advice, m.Mark = nil, nil, "", "", parts.Mark{}
	if !m.IsOpen() {
		m.Title = "No minutes are open"
		return
	}
	e := m.held
	m.Title = "Minutes of " + e.Meeting.Date.DayMonth()
	m.Under = e.Meeting.Kind.String()
	if at, ok := m.other(m.at); ok {
		m.Under += "  ·  presented at the " + lower(at.Kind.String()) + " of " + at.Date.DayMonth()
	}
	for _, c := range e.Corrections {
		row := m.rowOf(c)
		if c.Addendum {
			m.Addenda = append(m.Addenda, row)
		} else {
			m.Corrections = append(m.Corrections, row)
		}
	}
	m.showPage()
	m.showSteps()
	if n := len(m.Corrections); n > 0 {
		m.Mark = parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: data.NumberOf(n, "correction", "corrections")}
	}
	switch e.Approval.State() {
	case data.MinutesSigned:
		m.Mark = parts.Mark{Tone: parts.Green, Icon: parts.IconLock, Text: "Signed and locked"}
		m.Advice = e.Approval.LockWords() + " A mistake gets a numbered addendum, agreed at a later meeting."
	case data.MinutesApproved:
		m.Advice = "The text is kept as it was approved. The chair signs it; a later mistake gets a numbered addendum."
	default:
		m.Advice = "Only accuracy is discussed, not the decisions."
	}
}

// showPage works out the page: what is recorded, with what the corrections alter marked in it.
func (m *Model) showPage() {
	now := m.held.HouseMinutes()
	m.Stamp, m.draft = now.Stamp, m.held
	then := now
	if !m.approved() {
		draft, err := m.held.Corrected(previewIDs())
		m.Wrong = data.Say(err)
		if err == nil {
			m.draft, then = draft, draft.HouseMinutes()
		}
	}
	m.Page = pageOf(now, then)
}

// previewIDs makes ids for lines of a register that is only shown.
func previewIDs() func() data.ID {
	n := 0
	return func() data.ID {
		n++
		return data.ID(fmt.Sprintf("preview-%04d", n))
	}
}

func (m *Model) showSteps() {
	at := func(id data.MeetingID) string {
		x, ok := m.other(id)
		switch {
		case !ok:
			return ""
		case x.Status == data.InSession:
			return "now"
		}
		return lower(x.Kind.String())
	}
	for _, r := range m.held.Approval.Ladder(m.held.Meeting.Date, m.held.People, at, len(m.Corrections)) {
		m.Steps = append(m.Steps, parts.Step{Title: r.Title, Text: r.Text, When: r.When, Done: r.Done, Now: r.Now})
	}
	presenting, ok := m.other(m.at)
	if state := m.State(); ok && presenting.Status == data.InSession && (state == data.MinutesDraft || state == data.MinutesCirculated) {
		m.presentNow()
	}
}

// presentNow says that the minutes are before the meeting, whatever was recorded of their draft.
func (m *Model) presentNow() {
	for i := range m.Steps {
		m.Steps[i].Now = i == presented
	}
	m.Steps[presented].When = "now"
}

// presented is the place of that step on the ladder.
const presented = 2

func (m *Model) rowOf(c data.Correction) CorrectionRow {
	row := CorrectionRow{ID: c.ID, Number: c.Number, Text: c.Sentence(m.held.People, m.held.ItemNumber(c.Item))}
	for _, w := range c.Marked(m.held.People, m.held.ItemNumber(c.Item)) {
		row.Runs = append(row.Runs, runOf(w))
	}
	switch {
	case !c.Addendum:
		row.Removable = !m.approved()
	case c.Agreed:
		row.Sub = "agreed " + c.On.String()
	default:
		row.Sub, row.Removable, row.Agreeable = "to be agreed", true, true
	}
	return row
}

// IsOpen says whether minutes are shown.
func (m *Model) IsOpen() bool { return m.held.Meeting.ID != "" }

// Meeting is whose minutes are shown, and At where they are presented.
func (m *Model) Meeting() data.MeetingID { return m.meeting }

// At is the meeting at which the minutes are presented; "" outside one.
func (m *Model) At() data.MeetingID { return m.at }

// State is how far the minutes have got.
func (m *Model) State() data.MinutesState { return m.held.Approval.State() }

// IsOtherBody says that the minutes are of a body whose minutes the branch receives and notes.
func (m *Model) IsOtherBody() bool { return m.held.Meeting.Kind == data.Executive }

func (m *Model) approved() bool { return !m.held.Approval.Approved.IsZero() }

func (m *Model) other(id data.MeetingID) (data.Meeting, bool) {
	n := slices.IndexFunc(m.others, func(x data.Meeting) bool { return x.ID == id })
	if n < 0 || id == "" {
		return data.Meeting{}, false
	}
	return m.others[n], true
}

func (m *Model) today() data.Date { return data.DateOf(m.now()) }

// Usual is the meeting and the day that a step is about unless somebody says otherwise: the one the minutes are
// presented at, and its date; else no meeting, and today.
func (m *Model) Usual() (data.MeetingID, data.Date) {
	if at, ok := m.other(m.at); ok {
		return at.ID, at.Date
	}
	return "", m.today()
}

// Meetings are those the minutes may have come to, for a choice; the first is none in the book.
func (m *Model) Meetings() (names []string, ids []data.MeetingID) {
	names, ids = []string{"Not in this book"}, []data.MeetingID{""}
	for _, x := range m.others {
		names, ids = append(names, x.Heading()), append(ids, x.ID)
	}
	return names, ids
}

// DateOf is the date of one of Meetings; today for none.
func (m *Model) DateOf(id data.MeetingID) data.Date {
	if x, ok := m.other(id); ok {
		return x.Date
	}
	return m.today()
}

// Chair is who signs the minutes unless somebody says otherwise: the chair of the meeting that approved them.
func (m *Model) Chair() data.PersonID {
	if at, ok := m.other(m.held.Approval.ApprovedAt); ok && at.Chair != "" {
		return at.Chair
	}
	return m.held.Meeting.Chair
}

// People are those whom a field for a name finds.
func (m *Model) People() parts.People { return m.people }

// change makes a Change and reads the book again.
func (m *Model) change(what string, f func(tx *book.Tx) error) error {
	if !m.IsOpen() {
		return data.NewProblem("No minutes are open. Choose a meeting under Meetings.", nil)
	}
	if err := m.book.Change(what+" the minutes of "+m.held.Meeting.Date.String(), f); err != nil {
		return err
	}
	return m.Load()
}

func (m *Model) called() string { return "the minutes of " + m.held.Meeting.Date.DayMonth() }

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }

func runOf(w data.Run) parts.Run {
	run := parts.Run{Text: w.Text}
	switch w.Kind {
	case data.Added:
		run.Change = parts.Added
	case data.Removed:
		run.Change = parts.Removed
	}
	return run
}

// waiting returns the first addendum that no meeting has agreed yet.
func (m *Model) waiting() (CorrectionRow, bool) {
	for _, c := range m.Addenda {
		if c.Agreeable {
			return c, true
		}
	}
	return CorrectionRow{}, false
}
