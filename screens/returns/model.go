package returns

import (
	"errors"
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
	contest    data.ContestID            // of the stages; "" for the last that was counted
	period     data.Period               // of the report; zero for the year that runs
	pdf        bool                      // papers for reading go as PDF; kept until the book is closed
	more       bool                      // all columns are on show
	looked     map[string]bool           // keys of columns that stay on show though they were switched off
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
	Exports bool   // there is something to export
}

// NewModel returns the returns of a book. Refresh reads it.
func NewModel(b minuteBook, now func() time.Time) *Model {
	return &Model{book: b, now: now, to: map[data.PaperKind]string{}, list: otherLists()[0].Kind}
}

func (m *Model) today() data.Date { return data.DateOf(m.now()) }

// Kind returns which return is shown.
func (m *Model) Kind() Kind { return m.kind }

// Paper returns which spreadsheet is shown; "" for papers for reading and the log.
func (m *Model) Paper() data.PaperKind {
	switch {
	case m.kind.forReading():
		return ""
	case m.kind == OtherLists:
		return m.list
	}
	return looks[m.kind].paper
}

// Text returns which paper for reading is shown, and how it would be written; false for spreadsheets and the log.
func (m *Model) Text() (t Text, shown bool) {
	if !m.kind.forReading() || m.Preview.Verb == "" {
		return Text{}, false
	}
	t = Text{Kind: looks[m.kind].paper, PDF: m.pdf}
	if m.kind == YearReport {
		t.Period = m.Preview.years[m.Preview.Subject]
	} else {
		t.Meeting = m.Preview.meetings[m.Preview.Subject]
	}
	return t, true
}

// AsPDF has papers for reading offered as PDF files, or as Word documents, until the book is closed.
func (m *Model) AsPDF(pdf bool) { m.pdf = pdf }

// Lacks warns of what a PDF of the paper that is shown cannot show, in the sentence for it; "" for nothing.
func (m *Model) Lacks(words string) {
	if words != "" {
		m.Preview.Warnings = append(m.Preview.Warnings, words)
	}
}

// MoreColumns puts all columns on show that the spreadsheet can have, or those alone that are on or often asked for.
func (m *Model) MoreColumns() error {
	m.more, m.looked = !m.more, nil
	return m.Refresh()
}

// Show shows another return. meeting is whose attendance or minutes; "" for the last that was held. A passphrase that was
// typed for the one before is forgotten.
func (m *Model) Show(kind Kind, meeting data.MeetingID) error {
	m.turnTo(kind, meeting)
	return m.Refresh()
}

func (m *Model) turnTo(kind Kind, meeting data.MeetingID) {
	if kind != m.kind {
		m.passphrase, m.more, m.looked = "", false, nil
	}
	m.kind, m.meeting = kind, meeting
}

// ShowSubject shows the same return of the i-th of Preview.Subjects.
func (m *Model) ShowSubject(i int) error {
	p := m.Preview
	switch {
	case i < 0 || i >= len(p.Subjects):
		return nil
	case len(p.contests) > 0:
		m.contest = p.contests[i]
	case len(p.years) > 0:
		m.period = p.years[i]
	default:
		m.meeting = p.meetings[i]
	}
	return m.Refresh()
}

// ShowList shows the i-th of Preview.Lists.
func (m *Model) ShowList(i int) error {
	all := otherLists()
	if i < 0 || i >= len(all) {
		return nil
	}
	m.list, m.passphrase, m.more, m.looked = all[i].Kind, "", false, nil
	return m.Refresh()
}

// Order returns which spreadsheet would be exported, and how.
func (m *Model) Order() Order {
	meeting := data.MeetingID("")
	if i := m.Preview.Subject; i >= 0 && i < len(m.Preview.meetings) {
		meeting = m.Preview.meetings[i]
	}
	kind := m.Paper()
	return Order{Kind: kind, Table: m.tableOrder(kind, meeting), Passphrase: m.passphrase}
}

// Question is what is asked before what is shown leaves: about its personal columns, and about what is to be looked at where
// the secretary has not seen it yet. title is "" where nothing is to be asked.
func (m *Model) Question(seen bool) (title, text string) {
	p := m.Preview
	title, text = p.Confirm, p.Under
	if !seen && len(p.Warnings) > 0 {
		if title == "" {
			title = "Look at this before the file leaves."
		}
		text = strings.Join(p.Warnings, " ") + "\n\n" + text
	}
	return title, text + " Once the file is sent, no Undo takes it back."
}

func (m *Model) tableOrder(kind data.PaperKind, meeting data.MeetingID) book.TableOrder {
	o := book.TableOrder{AsAt: m.today(), To: m.to[kind]}
	switch kind {
	case data.DelegateReturn:
		o.Body = m.body
	case data.AttendancePaper:
		o.Meeting = meeting
	case data.StagesPaper:
		o.Contest = m.contest
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
	all[YearReport], errs[YearReport] = m.reportStanding(r)
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
		m.Preview = Preview{Subject: -1, List: -1}
		switch {
		case m.kind == SharingLog:
			m.Preview.Title = "What left the book"
			m.Preview.Under = "Every paper that was exported, with what it held. Who was in it is not said here."
			return nil
		case m.kind == MinutesReturn:
			return m.previewMinutes(r)
		case m.kind == YearReport:
			return m.previewReport(r)
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
		c.Columns, c.Private, c.Exports = s.columns, s.private, s.wanted
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
		case k == YearReport:
			c.Columns, c.Private = "Names of officers", true
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
	MotionsReturn: "No motions are recorded", MinutesReturn: "No meeting has been closed yet", YearReport: "No meeting has been closed yet",
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
