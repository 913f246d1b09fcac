package returns

import (
	"errors"
	"fmt"
	"slices"
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

// Model is the returns without a window. The view copies from its fields and calls its verbs.
type Model struct {
	Cards   [kinds]Card
	Preview Preview
	Log     []LogRow // those that LogWords leaves
	// LogWords are what the log is narrowed to; "" for all of it. LogAll counts what left the book.
	LogWords string
	LogAll   int

	book       minuteBook
	now        func() time.Time
	kind       Kind
	meeting    data.MeetingID            // of the attendance and the minutes; "" for the last that was held
	list       data.PaperKind            // of the other lists
	to         map[data.PaperKind]string // recipients other than the constituency secretary
	passphrase string                    // for the next file alone
	body       data.BodyID
	log        []LogRow
}

// A Card is one return in the list.
type Card struct {
	Title   string
	Icon    parts.IconName
	Mark    parts.Mark
	Last    string // "Last exported 16 February, version 1"
	Since   string // "Since then: 1 in, 0 out, 2 changed"
	Columns string // "5 columns, 2 personal"
	Private bool   // some of them are personal
}

// NewModel returns the returns of a book. Refresh reads it.
func NewModel(b minuteBook, now func() time.Time) *Model {
	return &Model{book: b, now: now, to: map[data.PaperKind]string{}, list: otherLists()[0].Kind}
}

func (m *Model) today() data.Date { return data.DateOf(m.now()) }

// Kind returns which return is shown.
func (m *Model) Kind() Kind { return m.kind }

// Paper returns which spreadsheet is shown; "" for the minutes and the log.
func (m *Model) Paper() data.PaperKind {
	switch m.kind {
	case MinutesReturn:
		return ""
	case OtherLists:
		return m.list
	}
	return looks[m.kind].paper
}

// Show shows another return. meeting is whose attendance or minutes; "" for the last that was held. A passphrase that was
// typed for the one before is forgotten.
func (m *Model) Show(kind Kind, meeting data.MeetingID) error {
	m.turnTo(kind, meeting)
	return m.Refresh()
}

func (m *Model) turnTo(kind Kind, meeting data.MeetingID) {
	if kind != m.kind {
		m.passphrase = ""
	}
	m.kind, m.meeting = kind, meeting
}

// ShowMeeting shows the same return of the i-th of Preview.Meetings.
func (m *Model) ShowMeeting(i int) error {
	if i < 0 || i >= len(m.Preview.meetings) {
		return nil
	}
	return m.Show(m.kind, m.Preview.meetings[i])
}

// ShowList shows the i-th of Preview.Lists.
func (m *Model) ShowList(i int) error {
	all := otherLists()
	if i < 0 || i >= len(all) {
		return nil
	}
	m.list, m.passphrase = all[i].Kind, ""
	return m.Refresh()
}

// Order returns what would be exported: the spreadsheet, or the minutes of a meeting.
func (m *Model) Order() (o Order, meeting data.MeetingID) {
	if i := m.Preview.Meeting; i >= 0 && i < len(m.Preview.meetings) {
		meeting = m.Preview.meetings[i]
	}
	kind := m.Paper()
	return Order{Kind: kind, Table: m.tableOrder(kind, meeting), Passphrase: m.passphrase}, meeting
}

func (m *Model) tableOrder(kind data.PaperKind, meeting data.MeetingID) book.TableOrder {
	o := book.TableOrder{AsAt: m.today(), To: m.to[kind]}
	switch kind {
	case data.DelegateReturn:
		o.Body = m.body
	case data.AttendancePaper:
		o.Meeting = meeting
	}
	return o
}

// Exported forgets the passphrase of the file that was written.
func (m *Model) Exported() error {
	m.passphrase = ""
	return m.Refresh()
}

// Waiting returns how many returns are owed and were never exported, or changed since they were.
func (m *Model) Waiting() (n int, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		all, err := m.standings(r)
		for _, s := range all {
			if s.waits() {
				n++
			}
		}
		return err
	})
	return n, err
}

// standings are how each card's return stands; the lists and the log have none.
func (m *Model) standings(r *book.Reading) ([kinds]standing, error) {
	var all [kinds]standing
	of, err := body(r)
	if err != nil {
		return all, err
	}
	m.body = of.ID
	last, _, err := r.Meetings.Last()
	if err != nil {
		return all, err
	}
	var errs [kinds]error
	for _, k := range []Kind{DelegatesReturn, OfficersReturn, AttendanceReturn, MotionsReturn} {
		all[k], errs[k] = m.tableStanding(r, k, last)
	}
	all[MinutesReturn], errs[MinutesReturn] = minutesStanding(r, last)
	for i := range all {
		all[i].due = Kind(i).due()
	}
	return all, errors.Join(errs[:]...)
}

// Refresh reads the book again.
func (m *Model) Refresh() error {
	return m.book.Read(func(r *book.Reading) error {
		papers, err := r.Papers.All()
		if err != nil {
			return err
		}
		if m.log, err = logRows(r, papers, m.now().Location()); err != nil {
			return err
		}
		m.LogAll = len(m.log)
		m.narrow()
		if err := m.readCards(r); err != nil {
			return err
		}
		m.Preview = Preview{Meeting: -1, List: -1}
		switch {
		case m.kind == SharingLog:
			m.Preview.Title = "What left the book"
			m.Preview.Under = "Every paper that was exported, with what it held. Who was in it is not said here."
			return nil
		case m.kind == MinutesReturn:
			return m.previewMinutes(r)
		}
		return m.previewTable(r, m.Paper())
	})
}

func (m *Model) readCards(r *book.Reading) error {
	all, err := m.standings(r)
	if err != nil {
		return err
	}
	last, held, err := r.Meetings.Last()
	if err != nil {
		return err
	}
	for i, s := range all {
		k := Kind(i)
		c := Card{Title: looks[k].title, Icon: looks[k].icon, Mark: s.mark(), Last: s.lastWords(m.today(), m.now().Location()), Since: s.sinceWords()}
		c.Columns, c.Private = s.columns, s.private
		if held && k.ofMeeting() {
			c.Title += ", " + last.Date.ShortNear(m.today())
		}
		switch {
		case k == OtherLists:
			c = Card{Title: c.Title, Icon: c.Icon, Last: fmt.Sprintf("%d to choose from", len(otherLists())), Since: "Actions, decisions, members and others"}
		case k == SharingLog:
			c = Card{Title: c.Title, Icon: c.Icon, Last: data.NumberOf(m.LogAll, "paper", "papers") + " left this book", Columns: "Stays in the book"}
		case k == MinutesReturn:
			c.Columns, c.Private = "Names only", true
		}
		if !s.wanted && !s.sent() && k < OtherLists {
			c.Last = nothingYet[k]
		}
		m.Cards[k] = c
	}
	return nil
}

// nothingYet says why there is nothing to send.
var nothingYet = map[Kind]string{
	DelegatesReturn: "No delegates are recorded", OfficersReturn: "Nobody holds a post yet", AttendanceReturn: "No meeting has been closed yet",
	MotionsReturn: "No motions are recorded", MinutesReturn: "No meeting has been closed yet",
}

// columnWords are "7 columns, 1 personal".
func columnWords(columns []data.ReturnColumn) (words string, private bool) {
	personal := 0
	for _, c := range columns {
		if c.Personal {
			personal++
		}
	}
	words = data.NumberOf(len(columns), "column", "columns")
	if personal == 0 {
		return words + ", none personal", false
	}
	return fmt.Sprintf("%s, %d personal", words, personal), true
}

func keysOf(columns []data.ReturnColumn, on func(data.ReturnColumn) bool) []string {
	keys := []string{}
	for _, c := range columns {
		if on(c) {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

func contains(keys []string) func(data.ReturnColumn) bool {
	return func(c data.ReturnColumn) bool { return slices.Contains(keys, c.Key) }
}
