package meetings

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// minutes is one closed meeting: its minutes as they will print, what its register came to, and what went out of it.
type minutes struct {
	Title, Under string
	Date         data.Date
	Stamp        string
	Page         []paragraph
	// Attendance and Quorum are sentences; Sum and Source are the rule's.
	Attendance, Quorum, Source string
	// MinutesPaper and AttendancePaper say which version went when.
	MinutesPaper, AttendancePaper string
	// Standing is how far the minutes have got, in a sentence; Locked says that they are signed.
	Standing string
	Locked   bool
}

// shape is how a paragraph of the page is set.
type shape int

const (
	shapeTitle   shape = iota // the name of the branch
	shapeHeading              // an item
	shapeText
	shapeSet // set apart: a motion, and its parts
)

// paragraph is one of the page: its Lead is bold.
type paragraph struct {
	Shape      shape
	Lead, Text string
}

// minutesOf reads what is shown of a closed meeting.
func minutesOf(r *book.Reading, m data.Meeting) (minutes, error) {
	e, err := r.Evening(m.ID)
	if err != nil {
		return minutes{}, err
	}
	printed := e.HouseMinutes()
	sheet := e.Attendance()
	papers, err := r.Papers.All()
	if err != nil {
		return minutes{}, err
	}
	standing := "The minutes are a draft until a meeting approves them. Undo closes it again."
	if len(printed.Standing) > 0 {
		standing = strings.Join(printed.Standing, " ")
	}
	return minutes{
		Standing: standing, Locked: e.Approval.Locked(),
		Title: "Minutes of " + m.Date.DayMonth(), Under: joined(m.Kind.String(), m.Date.String(), m.Venue), Date: m.Date,
		Stamp: printed.Stamp.String(), Page: pageOf(printed), Attendance: sheet.Total(), Quorum: sheet.QuorumWords, Source: sheet.Quorum.Source,
		MinutesPaper:    paperWords(lastPaper(papers, data.MinutesPaper, m.ID)),
		AttendancePaper: paperWords(lastPaper(papers, data.AttendancePaper, m.ID)),
	}, nil
}

func paperWords(p data.Paper) string {
	if p.Version == 0 {
		return "Not exported yet"
	}
	return fmt.Sprintf("Version %d, %s", p.Version, data.DateOf(p.Made.Local()))
}

// pageOf sets minutes out as a page of paragraphs, in the order of the paper.
func pageOf(m data.Minutes) []paragraph {
	page := []paragraph{{shapeTitle, m.Branch, ""}, {shapeHeading, m.Title, ""}}
	text := func(lead, s string) {
		if s != "" {
			page = append(page, paragraph{shapeText, lead, s})
		}
	}
	for _, s := range m.Lines {
		text("", s)
	}
	for _, roll := range []data.Roll{m.Present, m.NoVote, m.InAttendance, m.Apologies} {
		if !roll.IsZero() {
			text(roll.Heading(), roll.Words())
		}
	}
	text("Quorum", m.QuorumWords)
	text("", m.Opening)
	for _, item := range m.Items {
		page = append(page, paragraph{shapeHeading, fmt.Sprintf("%s. %s", item.Number, item.Heading), item.Began.String()})
		for _, part := range item.Parts {
			page = append(page, partParagraphs(part)...)
		}
	}
	text("", m.Closing)
	text("", m.Next)
	for i, s := range m.Corrections {
		text(fmt.Sprintf("Correction %d", i+1), s)
	}
	for _, s := range append(slices.Clone(m.Standing), m.Addenda...) {
		text("", s)
	}
	return page
}

func partParagraphs(p data.MinutedPart) []paragraph {
	if p.Kind != data.BlockMotion {
		out := []paragraph{{shapeText, p.Lead, p.Text}}
		if p.Kind == data.BlockText {
			return out
		}
		return append(out, notes(p.Sum, p.Note)...)
	}
	mo := p.Motion
	out := []paragraph{{shapeSet, strings.TrimSpace(mo.Ref + " " + mo.Title), mo.Moved}}
	for _, s := range mo.Paragraphs {
		out = append(out, paragraph{shapeSet, "", s})
	}
	if mo.Result != "" {
		out = append(out, paragraph{shapeSet, mo.Result, mo.Count})
	}
	return append(out, notes(mo.Sum, mo.Note)...)
}

func notes(texts ...string) []paragraph {
	var out []paragraph
	for _, s := range texts {
		if s != "" {
			out = append(out, paragraph{shapeSet, "", s})
		}
	}
	return out
}
