package returns

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A Preview is the return that is shown, as it would be written.
type Preview struct {
	Title    string // "Delegate return, version 2"
	Mark     parts.Mark
	Under    string // "To Ruth Gallagher, Northgate CLP. As at Thu 18 Jun 2026."
	How      string // "No passphrase. Laid out by Branchbook."; "" for what has no such choice
	Changes  []Line // what changed since the last
	Since    string // "What changed since version 1"
	Columns  []Column
	Personal string // what it says about how many people
	Private  bool
	Warnings []string
	Passed   []string // what was checked and is right
	Head     []string // of the sheet
	Rows     [][]string
	Summary  string // "15 seats, 8 women, 1 under 27"
	Pages    []Line // the minutes
	Foot     string // "13 rows, .xlsx"
	Verb     string // "Export the spreadsheet"; "" when there is nothing to export
	Empty    string // why there is nothing; "" when there is something
	Note     string // the covering note; "" where there is none
	Confirm  string // what is asked before it leaves; "" for nothing
	// Subjects are what it can be about, which SubjectName calls "Meeting", "Year" or "Election"; Subject is the index of the
	// one that is shown, -1 for none.
	SubjectName string
	Subjects    []string
	Subject     int
	// More is what the button says that shows the other columns, or hides them; "" where there are none.
	More  string
	Lists []string // the lists to choose from
	List  int      // index of the one that is shown; -1 for none

	meetings []data.MeetingID
	contests []data.ContestID
	years    []data.Period
	doc      data.TableDoc
	template *data.Template
}

// A Line is a line of a preview with its look.
type Line struct {
	Text  string
	Bold  bool
	Quiet bool
	Icon  parts.IconName
	Tone  parts.Tone
}

// A Column is one that a return can have.
type Column struct {
	Key, Title string
	Personal   bool
	On         bool
	Shown      bool // on show: on, often asked for, or all are
}

// previewTable sets out a spreadsheet as it would be written today.
func (m *Model) previewTable(r *book.Reading, kind data.PaperKind) error {
	p := &m.Preview
	p.Title = looks[m.kind].title
	if m.kind == OtherLists {
		for i, k := range otherLists() {
			p.Lists = append(p.Lists, k.Title)
			if k.Kind == kind {
				p.List, p.Title = i, k.Title
			}
		}
	}
	if empty, err := m.nothingFor(r, kind); err != nil || empty != "" {
		p.Empty = empty
		return err
	}
	var meeting data.Meeting
	if m.kind == AttendanceReturn {
		var err error
		if meeting, _, err = m.held(r); err != nil {
			return err
		}
	}
	doc, template, err := r.LaidOut(kind, m.tableOrder(kind, meeting.ID))
	if err != nil {
		return err
	}
	s, err := m.standingOf(r, doc, meeting)
	if err != nil {
		return err
	}
	s.due = m.kind.due()
	p.doc, p.template = doc, template
	p.Title, p.Mark = titleOf(doc), s.mark()
	p.Under = fmt.Sprintf("To %s. As at %s.", orElse(doc.Addressee(), "whom you choose"), doc.AsAt)
	if s.sent() {
		p.Under += " " + lastWent(s, m.now().Location())
	}
	if meeting.Status == data.InSession {
		p.Warnings = []string{"This meeting is still in session. What is exported now is as far as it has got."}
	}
	layout, err := r.Layouts.For(kind, m.to[kind])
	if err != nil {
		return err
	}
	m.columns(doc, layout)
	p.How = m.howWords(template)
	p.table(doc, s)
	if m.kind == AttendanceReturn {
		e, err := r.Evening(meeting.ID)
		p.Summary = e.Attendance().Total()
		return err
	}
	return nil
}

func titleOf(doc data.TableDoc) string {
	if doc.Version > 0 {
		return fmt.Sprintf("%s, version %d", doc.Title, doc.Version)
	}
	return doc.Title
}

// lastWent says when the last one was made.
func lastWent(s standing, zone *time.Location) string {
	return fmt.Sprintf("Version %d was made on %s.", s.last.Version, data.DateOf(s.last.Made.In(zone)))
}

// nothingFor says why there is nothing to preview; "" when there is something.
func (m *Model) nothingFor(r *book.Reading, kind data.PaperKind) (string, error) {
	switch kind {
	case data.DelegateReturn:
		if m.body != "" {
			return "", nil
		}
		branch, err := r.Branch()
		if branch.Structure == data.AllMembers {
			return "The constituency party meets with all its members, so that nobody is a delegate to it and there is no delegate return to send.", err
		}
		return "No delegates to the General Committee are recorded yet. Enter them under Posts & delegates, and their return is ready here.", err
	case data.AttendancePaper:
		_, found, err := m.held(r)
		m.Preview.Subjects, m.Preview.meetings = nil, nil // they are listed again when they are shown
		if !found {
			return "No meeting has been held yet. Plan one under Meetings; when it is open, its papers are ready here.", err
		}
		return "", err
	case data.StagesPaper:
		return m.counted(r)
	}
	return "", nil
}

// counted lists the elections that were counted, the latest first, and says why there are none.
func (m *Model) counted(r *book.Reading) (string, error) {
	all, err := r.Contests.Counted()
	if err != nil || len(all) == 0 {
		return "No ballot has been counted yet. When one is, every figure of its count can be exported here.", err
	}
	p := &m.Preview
	p.SubjectName, p.Subject = "Election", 0
	for i, c := range all {
		meeting, err := r.Meetings.Get(c.Meeting)
		if err != nil {
			return "", err
		}
		p.Subjects, p.contests = append(p.Subjects, c.Title+", "+meeting.Date.String()), append(p.contests, c.ID)
		if c.ID == m.contest {
			p.Subject = i
		}
	}
	m.contest = p.contests[p.Subject]
	return "", nil
}

// askedFor are the columns that recipients ask for most: they are on show though they are off.
var askedFor = map[string]bool{"number": true, "email": true, "phone": true, "address": true}

// columns offers those that a table can have. A template says for itself which are on, and what is always whole has none.
func (m *Model) columns(doc data.TableDoc, layout data.Layout) {
	p := &m.Preview
	if k, _ := data.TableKindOf(doc.Kind); layout.Template != nil || len(k.Columns) == 0 {
		return
	}
	on := layout.Columns
	if on == nil {
		on = keysOf(doc.Offered, func(c data.ReturnColumn) bool { return c.Default })
	}
	hidden := 0
	for _, c := range doc.Offered {
		column := Column{Key: c.Key, Title: c.Title, Personal: c.Personal, On: slices.Contains(on, c.Key)}
		few := column.On || askedFor[c.Key] || m.looked[c.Key]
		column.Shown = few || m.more
		hidden += map[bool]int{false: 1}[few]
		p.Columns = append(p.Columns, column)
	}
	switch {
	case hidden == 0:
	case m.more:
		p.More = "Fewer columns"
	default:
		p.More = fmt.Sprintf("More columns (%d)", hidden)
	}
}

// table sets out what is in the file, and what was checked.
func (p *Preview) table(doc data.TableDoc, s standing) {
	p.changes(doc, s)
	p.Personal, p.Confirm = doc.PersonalWords(), doc.ConfirmWords()
	p.Private = p.Confirm != ""
	p.Warnings, p.Passed = append(p.Warnings, doc.Warnings...), doc.Passed
	p.Summary, p.Note = doc.Summary, doc.CoveringNote()
	for _, c := range doc.Columns {
		p.Head = append(p.Head, c.Title)
	}
	for _, row := range doc.Rows[:min(len(doc.Rows), previewRows)] {
		var cells []string
		for _, c := range doc.Columns {
			cells = append(cells, row.Text(c))
		}
		p.Rows = append(p.Rows, cells)
	}
	p.Foot, p.Verb = data.NumberOf(len(doc.Rows), "row", "rows")+", .xlsx", "Export the spreadsheet"
}

// checkedWords are the summary with what was checked and is right.
func (p Preview) checkedWords() string {
	words := p.Passed
	if p.Summary != "" {
		words = append([]string{p.Summary + "."}, words...)
	}
	return strings.Join(words, " ")
}

// previewRows is how many rows of a spreadsheet are drawn; the foot says how many there are.
const previewRows = 16

func (p *Preview) changes(doc data.TableDoc, s standing) {
	if !s.sent() || !s.changed && doc.Since == 0 {
		return
	}
	changes := doc.Changes
	p.Since = fmt.Sprintf("What changed since version %d", s.last.Version)
	if went, kept := s.last.AsSent(s.last.Made.Location()); kept {
		changes = doc.ChangesSince(went)
	}
	marks := map[data.ChangeKind]Line{
		data.CameOn:  {Icon: parts.IconPlus, Tone: parts.Green},
		data.WentOff: {Icon: parts.IconMinus, Tone: parts.Red},
		data.Altered: {Icon: parts.IconPencil, Tone: parts.Amber},
	}
	for i, c := range changes {
		if i == mostChanges {
			p.Changes = append(p.Changes, Line{Text: fmt.Sprintf("and %d more", len(changes)-i), Quiet: true})
			break
		}
		line := marks[c.Kind]
		line.Text = c.Words()
		p.Changes = append(p.Changes, line)
	}
	if len(p.Changes) == 0 {
		p.Changes = []Line{{Text: "Nothing in these columns.", Icon: parts.IconCheck, Tone: parts.Quiet}}
	}
}

// mostChanges is how many changes are drawn one by one.
const mostChanges = 30

// held lists the meetings that were held, newest first, and returns the one that is shown.
func (m *Model) held(r *book.Reading) (data.Meeting, bool, error) {
	all, err := r.Meetings.Where(func(x data.Meeting) bool { return x.Status != data.Planned && !x.Off() })
	if err != nil || len(all) == 0 {
		return data.Meeting{}, false, err
	}
	slices.Reverse(all)
	at := slices.IndexFunc(all, func(x data.Meeting) bool { return x.ID == m.meeting })
	if at < 0 {
		at = max(slices.IndexFunc(all, func(x data.Meeting) bool { return x.Status == data.Closed }), 0)
	}
	p := &m.Preview
	for _, x := range all {
		p.Subjects, p.meetings = append(p.Subjects, x.Heading()), append(p.meetings, x.ID)
	}
	p.SubjectName, p.Subject = "Meeting", at
	return all[at], true, nil
}

func orElse(s, other string) string {
	if strings.TrimSpace(s) == "" {
		return other
	}
	return s
}
