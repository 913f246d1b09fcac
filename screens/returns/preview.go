package returns

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// previewDelegates sets out the delegate return as it would be written today.
func (m *Model) previewDelegates(r *book.Reading) error {
	p := &m.Preview
	p.Title = "Delegate return"
	if m.body == "" {
		branch, err := r.Branch()
		if err != nil {
			return err
		}
		p.Empty = "No delegates to the General Committee are recorded yet. Enter them under Posts & delegates, and their return is ready here."
		if branch.Structure == data.AllMembers {
			p.Empty = "The constituency party meets with all its members, so that nobody is a delegate to it and there is no delegate return to send."
		}
		return nil
	}
	doc, err := r.DelegateReturn(m.body, m.today(), m.columns)
	if err != nil {
		return err
	}
	s, err := delegateStanding(r, m.body, m.today(), m.now().Location())
	if err != nil {
		return err
	}
	p.Title, p.Mark = fmt.Sprintf("Delegate return, version %d", doc.Version), s.mark()
	p.Under = toWords(doc) + "As at " + doc.AsAt.String() + "."
	for _, c := range data.ReturnColumns() {
		p.Columns = append(p.Columns, Column{Key: c.Key, Title: c.Title, Personal: c.Personal, On: slices.Contains(m.columns, c.Key)})
	}
	p.changes(doc)
	p.Personal, p.Private = doc.PersonalWords(), m.personal() > 0
	p.Warnings, p.Summary, p.Note = doc.Warnings, doc.Summary, doc.CoveringNote()
	for _, c := range doc.Columns {
		p.Head = append(p.Head, c.Title)
	}
	for _, row := range doc.Rows {
		var cells []string
		for _, c := range doc.Columns {
			cells = append(cells, row.Text(c))
		}
		p.Rows = append(p.Rows, cells)
	}
	p.Foot, p.Verb = data.NumberOf(len(doc.Rows), "row", "rows")+", .xlsx", "Export the spreadsheet"
	return nil
}

func toWords(doc data.DelegateReturnDoc) string {
	to := doc.CLP
	if doc.To != "" {
		to = doc.To + ", " + doc.CLP
	}
	if to == "" {
		return ""
	}
	return "To " + to + ". "
}

func (p *Preview) changes(doc data.DelegateReturnDoc) {
	if doc.Since == 0 {
		return
	}
	p.Since = fmt.Sprintf("What changed since version %d", doc.Since)
	looks := map[data.ChangeKind]Line{
		data.CameOn:  {Icon: parts.IconPlus, Tone: parts.Green},
		data.WentOff: {Icon: parts.IconMinus, Tone: parts.Red},
		data.Altered: {Icon: parts.IconPencil, Tone: parts.Amber},
	}
	for _, c := range doc.Changes {
		line := looks[c.Kind]
		line.Text = c.Words()
		p.Changes = append(p.Changes, line)
	}
	if len(p.Changes) == 0 {
		p.Changes = []Line{{Text: "Nothing in these columns.", Icon: parts.IconCheck, Tone: parts.Quiet}}
	}
}

// previewEvening sets out the attendance or the minutes of a meeting.
func (m *Model) previewEvening(r *book.Reading) error {
	p := &m.Preview
	p.Title = "Attendance"
	if m.kind == MinutesReturn {
		p.Title = "Minutes"
	}
	meeting, found, err := m.held(r)
	if err != nil {
		return err
	}
	if !found {
		p.Empty = "No meeting has been held yet. Plan one under Meetings; when it is open, its papers are ready here."
		return nil
	}
	e, err := r.Evening(meeting.ID)
	if err != nil {
		return err
	}
	p.Under = "To the CLP secretary. " + meeting.Heading() + "."
	if e.Branch.CLPSecretary != "" {
		p.Under = "To " + e.Branch.CLPSecretary + ", " + e.Branch.CLP + ". " + meeting.Heading() + "."
	}
	if meeting.Status == data.InSession {
		p.Warnings = []string{"This meeting is still in session. What is exported now is as far as it has got."}
	}
	if m.kind == AttendanceReturn {
		s, err := attendanceStanding(r, meeting)
		p.Mark = s.mark()
		p.attendance(e.Attendance())
		return err
	}
	s, err := minutesStanding(r, meeting)
	p.Mark = s.mark()
	p.minutes(e)
	return err
}

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
	for _, x := range all {
		m.Preview.Meetings = append(m.Preview.Meetings, x.Heading())
		m.Preview.meetings = append(m.Preview.meetings, x.ID)
	}
	m.Preview.Meeting = at
	return all[at], true, nil
}

func (p *Preview) attendance(sheet data.AttendanceSheet) {
	p.Head = data.AttendanceColumns()
	for _, row := range sheet.Rows {
		var cells []string
		for _, v := range row.Cells() {
			cells = append(cells, fmt.Sprint(v))
		}
		p.Rows = append(p.Rows, cells)
	}
	p.Summary = sheet.Total()
	if sheet.QuorumWords != "" {
		p.Summary += ". " + strings.TrimSuffix(sheet.QuorumWords, ".")
	}
	p.Personal, p.Private = "Personal data: the names of "+data.NumberOf(sheet.People(), "person", "people")+", with membership number and ward.", true
	p.Foot, p.Verb = data.NumberOf(len(sheet.Rows), "row", "rows")+", .xlsx", "Export the spreadsheet"
	p.Note = note(sheet.Branch, "who attended the "+lowerFirst(sheet.Meeting), p.Summary)
}

func (p *Preview) minutes(e data.Evening) {
	minutes := e.Minutes(data.MinutesStyle{})
	p.Pages = minuteLines(minutes)
	p.Personal, p.Private = "Personal data: the names of "+data.NumberOf(e.Attendance().People(), "person", "people")+". No contact details, no private notes.", true
	p.Foot, p.Verb = data.NumberOf(len(minutes.Items), "item", "items")+", .docx or .pdf", "Export the minutes"
	p.Note = note(minutes.Branch, "the minutes of the "+lowerFirst(e.Meeting.Kind.String())+" of "+e.Meeting.Date.String()+" ("+minutes.Stamp.String()+")", "")
}

// note is a covering note for a paper of a meeting. It names nobody, since a message is less private than the file.
func note(branch, what, summary string) string {
	lines := []string{"Dear Secretary,", "", "Here is " + what + "."}
	if summary != "" {
		lines = append(lines, "", summary+".")
	}
	return strings.Join(append(lines, "", "Secretary, "+branch), "\n")
}

// minuteLines are the minutes as the paper prints them, without its type.
func minuteLines(m data.Minutes) []Line {
	lines := []Line{{Text: m.Branch, Bold: true}, {Text: m.Title}, {Text: m.Stamp.String(), Quiet: true}}
	quiet := func(texts ...string) {
		for _, t := range texts {
			if t != "" {
				lines = append(lines, Line{Text: t, Quiet: true})
			}
		}
	}
	quiet(m.Lines...)
	for _, roll := range []data.Roll{m.Present, m.NoVote, m.InAttendance, m.Apologies} {
		if !roll.IsZero() {
			lines = append(lines, Line{Text: roll.Heading() + ": " + roll.Words()})
		}
	}
	quiet(m.QuorumWords, m.Opening)
	for _, item := range m.Items {
		lines = append(lines, Line{Text: fmt.Sprintf("%s. %s", item.Number, item.Heading), Bold: true})
		for _, part := range item.Parts {
			lines = append(lines, partLines(part)...)
		}
	}
	quiet(m.Closing, m.Next)
	return lines
}

func partLines(p data.MinutedPart) []Line {
	if p.Kind == data.BlockMotion {
		lines := []Line{{Text: strings.TrimSpace(p.Motion.Ref + " " + p.Motion.Title), Bold: true}}
		for _, text := range p.Motion.Paragraphs {
			lines = append(lines, Line{Text: text})
		}
		if p.Motion.Moved != "" {
			lines = append(lines, Line{Text: p.Motion.Moved + ".", Quiet: true})
		}
		for _, step := range p.Motion.Steps() {
			lines = append(lines, Line{Text: step})
		}
		return append(lines, Line{Text: strings.TrimSpace(p.Motion.Result + " " + p.Motion.Count), Bold: true})
	}
	text := p.Text
	if p.Lead != "" {
		text = p.Lead + ": " + text
	}
	return []Line{{Text: text}}
}
