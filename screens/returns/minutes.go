package returns

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"branchbook/data"
	"branchbook/data/book"
)

// previewMinutes sets out the minutes of a meeting.
func (m *Model) previewMinutes(r *book.Reading) error {
	p := &m.Preview
	p.Title = "Minutes"
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
	s, err := minutesStanding(r, meeting)
	p.Mark = s.mark()
	p.minutes(e)
	return err
}

func (p *Preview) minutes(e data.Evening) {
	minutes := e.HouseMinutes()
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

func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToLower(first)) + s[size:]
}
