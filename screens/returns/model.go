package returns

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// minuteBook is what this place needs of the open book; *book.Book has it.
type minuteBook interface {
	Read(func(*book.Reading) error) error
}

// A Kind is one of the returns, or the log of what was shared.
type Kind int

// The kinds, in the order of the cards.
const (
	DelegatesReturn Kind = iota
	AttendanceReturn
	MinutesReturn
	SharingLog
	kinds int = iota
)

// tabs are the kinds as a Route names them.
var tabs = [kinds]string{"delegates", "attendance", "minutes", "log"}

// Model is the returns without a window. The view copies from its fields and calls its verbs.
type Model struct {
	Cards   [kinds]Card
	Preview Preview
	Log     []LogRow

	book    minuteBook
	now     func() time.Time
	kind    Kind
	meeting data.MeetingID // of the attendance and the minutes; "" for the last that was held
	columns []string       // of the delegate return
	body    data.BodyID
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

// A Preview is the return that is shown, as it would be written.
type Preview struct {
	Title    string // "Delegate return, version 2"
	Mark     parts.Mark
	Under    string // "To Ruth Gallagher, Northgate CLP."
	Changes  []Line // what changed since the last
	Since    string // "What changed since version 1"
	Columns  []Column
	Personal string // what it says about how many people
	Private  bool
	Warnings []string
	Head     []string // of the sheet
	Rows     [][]string
	Summary  string // "15 seats, 8 women, 1 under 27"
	Pages    []Line // the minutes
	Foot     string // "13 rows, .xlsx"
	Verb     string // "Export the spreadsheet"; "" when there is nothing to export
	Empty    string // why there is nothing; "" when there is something
	Note     string // the covering note; "" where there is none
	Meetings []string
	Meeting  int // index of the meeting that is shown; -1 for none

	meetings []data.MeetingID
}

// A Line is a line of a preview with its look.
type Line struct {
	Text  string
	Bold  bool
	Quiet bool
	Icon  parts.IconName
	Tone  parts.Tone
}

// A Column is one that a delegate return can have.
type Column struct {
	Key, Title string
	Personal   bool
	On         bool
}

// NewModel returns the returns of a book. Refresh reads it.
func NewModel(b minuteBook, now func() time.Time) *Model {
	m := &Model{book: b, now: now}
	for _, c := range data.ReturnColumns() {
		if c.Default {
			m.columns = append(m.columns, c.Key)
		}
	}
	return m
}

func (m *Model) today() data.Date { return data.DateOf(m.now()) }

// Kind returns which return is shown.
func (m *Model) Kind() Kind { return m.kind }

// Show shows another return. meeting is whose attendance or minutes; "" for the last that was held.
func (m *Model) Show(kind Kind, meeting data.MeetingID) error {
	m.kind, m.meeting = kind, meeting
	return m.Refresh()
}

// ShowMeeting shows the same return of the i-th of Preview.Meetings.
func (m *Model) ShowMeeting(i int) error {
	if i < 0 || i >= len(m.Preview.meetings) {
		return nil
	}
	return m.Show(m.kind, m.Preview.meetings[i])
}

// Switch puts a column into the delegate return, or takes it out.
func (m *Model) Switch(key string, on bool) error {
	m.columns = slices.DeleteFunc(m.columns, func(k string) bool { return k == key })
	if on {
		m.columns = append(m.columns, key)
	}
	return m.Refresh()
}

// Order returns what would be exported: the body with its columns, or the meeting.
func (m *Model) Order() (body data.BodyID, columns []string, meeting data.MeetingID) {
	if i := m.Preview.Meeting; i >= 0 && i < len(m.Preview.meetings) {
		meeting = m.Preview.meetings[i]
	}
	return m.body, slices.Clone(m.columns), meeting
}

// Waiting returns how many returns were never exported, or changed since.
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

// standings are those of the delegate return and of the last meeting's attendance and minutes.
func (m *Model) standings(r *book.Reading) ([]standing, error) {
	of, err := body(r)
	if err != nil {
		return nil, err
	}
	last, _, err := r.Meetings.Last()
	if err != nil {
		return nil, err
	}
	delegates, err := delegateStanding(r, of.ID, m.today(), m.now().Location())
	attendance, errAttendance := attendanceStanding(r, last)
	minutes, errMinutes := minutesStanding(r, last)
	return []standing{delegates, attendance, minutes}, errors.Join(err, errAttendance, errMinutes)
}

// Refresh reads the book again.
func (m *Model) Refresh() error {
	return m.book.Read(func(r *book.Reading) error {
		of, err := body(r)
		if err != nil {
			return err
		}
		m.body = of.ID
		papers, err := r.Papers.All()
		if err != nil {
			return err
		}
		if m.Log, err = logRows(r, papers, m.now().Location()); err != nil {
			return err
		}
		if err := m.readCards(r); err != nil {
			return err
		}
		m.Preview = Preview{Meeting: -1}
		switch m.kind {
		case DelegatesReturn:
			return m.previewDelegates(r)
		case AttendanceReturn, MinutesReturn:
			return m.previewEvening(r)
		}
		m.Preview.Title = "What left the book"
		m.Preview.Under = "Every paper that was exported, with what it held. Who was in it is never kept here."
		return nil
	})
}

func (m *Model) readCards(r *book.Reading) error {
	all, err := m.standings(r)
	if err != nil {
		return err
	}
	last, found, err := r.Meetings.Last()
	if err != nil {
		return err
	}
	when := ""
	if found {
		when = ", " + last.Date.ShortNear(m.today())
	}
	m.Cards = [kinds]Card{
		{Title: "Delegate return", Icon: parts.IconRosette, Columns: m.columnWords(), Private: m.personal() > 0},
		{Title: "Attendance" + when, Icon: parts.IconTable, Columns: "Names, numbers and wards", Private: true},
		{Title: "Minutes" + when, Icon: parts.IconDocument, Columns: "Names only", Private: true},
		{Title: "Sharing log", Icon: parts.IconShield, Last: data.NumberOf(len(m.Log), "paper", "papers") + " left this book", Columns: "Stays in the book"},
	}
	for i, s := range all {
		m.Cards[i].Mark, m.Cards[i].Last = s.mark(), s.lastWords(m.today(), m.now().Location())
		switch {
		case !s.wanted && i == int(DelegatesReturn):
			m.Cards[i].Last = "No delegates are recorded"
		case !s.wanted:
			m.Cards[i].Last = "No meeting has been closed yet"
		case s.sent() && s.changed:
			m.Cards[i].Since = "Changed since then"
		case s.sent():
			m.Cards[i].Since = "Nothing changed since"
		}
	}
	if all[DelegatesReturn].sent() {
		doc, err := r.DelegateReturn(m.body, m.today(), m.columns)
		if err != nil {
			return err
		}
		if words := changeWords(doc); words != "" {
			m.Cards[DelegatesReturn].Since = "Since then: " + words
		}
	}
	return nil
}

func (m *Model) personal() int {
	n := 0
	for _, c := range data.ReturnColumns() {
		if c.Personal && slices.Contains(m.columns, c.Key) {
			n++
		}
	}
	return n
}

func (m *Model) columnWords() string {
	if n := m.personal(); n > 0 {
		return fmt.Sprintf("%s, %d personal", data.NumberOf(len(m.columns), "column", "columns"), n)
	}
	return data.NumberOf(len(m.columns), "column", "columns") + ", none personal"
}

// changeWords counts what changed: "1 in, 2 out".
func changeWords(doc data.DelegateReturnDoc) string {
	var words []string
	for _, k := range []data.ChangeKind{data.CameOn, data.WentOff, data.Altered} {
		n := 0
		for _, c := range doc.Changes {
			if c.Kind == k {
				n++
			}
		}
		if n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, k))
		}
	}
	return strings.ToLower(strings.Join(words, ", "))
}

func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToLower(first)) + s[size:]
}
