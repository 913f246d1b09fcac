package members

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// mostShown is how many lines of each kind a preview shows; the number above them is that of all.
const mostShown = 100

// A Preview is what a list would do to the book, in words.
type Preview struct {
	New, Changed, Missing, Refused int

	NewLines, ChangedLines, MissingLines, RefusedLines []Line
	// NewFoot and the others stand under their lines; "" for nothing.
	NewFoot, ChangedFoot, MissingFoot, RefusedFoot string
	// Warning is what to look at before bringing the list in; "" for nothing.
	Warning string
	// Questions are the rows that only the secretary can place.
	Questions []Question
	// Do is what the button says, After what the book will be: "216 members, 3 marked as left. 207 rows are already right."
	Do, After string
	// RefusedText is the refused rows for the clipboard, one to a line.
	RefusedText string
}

// A Line is one entry of a card of the preview: a name with a note, and what there is to say of it under that.
type Line struct {
	Lead string // "Row 97", in the tone
	Tone parts.Tone
	Name string
	Note string      // "Address"
	Runs []parts.Run // the second line
}

// A Question asks who a row is.
type Question struct {
	Row     int
	Title   string // "Row 14: Ann Prior, Canalside"
	Why     string
	Options []Option
}

// An Option is an answer to a Question. The zero ID is somebody new.
type Option struct {
	ID    data.PersonID
	Words string
}

func previewOf(i *Import) *Preview {
	d := i.diff
	p := &Preview{New: len(d.New), Changed: len(d.Changed), Missing: len(d.Missing), Refused: len(i.refused)}
	today := data.DateOf(i.now())
	for _, l := range d.New {
		p.NewLines = add(p.NewLines, Line{Name: l.Name(), Runs: plain(joined(", ", l.Ward, joinedDay(l.Joined, today)))})
	}
	for _, m := range d.Changed {
		for n, f := range m.Fields {
			p.ChangedLines = add(p.ChangedLines, changeLine(m, f, n == 0))
		}
	}
	for _, m := range d.MatchedByName {
		p.ChangedLines = add(p.ChangedLines, Line{Name: m.After.Name(), Note: "matched by name alone"})
	}
	for _, person := range d.Missing {
		p.MissingLines = add(p.MissingLines, Line{Name: person.Name(), Runs: plain(lastSeen(person, today))})
	}
	p.refusals(i.refused, i.listed)
	p.questions(d.Ask)
	p.feet(d)
	p.after(i, d)
	return p
}

func add(lines []Line, l Line) []Line { return append(lines, l) }

func plain(s string) []parts.Run {
	if s == "" {
		return nil
	}
	return []parts.Run{{Text: s}}
}

func joinedDay(d, today data.Date) string {
	if d.IsZero() {
		return ""
	}
	return "joined " + d.ShortNear(today)
}

func lastSeen(p data.Person, today data.Date) string {
	if p.LastSeen.IsZero() {
		return "Never on a list"
	}
	return "Last seen " + p.LastSeen.ShortNear(today)
}

// changeLine shows what was struck and what stands instead; the name only once for each person.
func changeLine(m data.ListMatch, f data.FieldChange, first bool) Line {
	old := parts.Run{Text: f.Old, Change: parts.Removed}
	if f.Old == "" {
		old = parts.Run{Text: "none"}
	}
	l := Line{Note: f.Field, Runs: []parts.Run{old, {Text: " → "}, {Text: f.New, Bold: true, Tone: parts.Green}}}
	if first {
		l.Name = m.Before.Name()
	}
	return l
}

func (p *Preview) refusals(refused []data.Refusal, listed []data.ListedMember) {
	var text []string
	for _, r := range refused {
		row := fmt.Sprintf("Row %d", r.Row)
		p.RefusedLines = add(p.RefusedLines, Line{Lead: row, Tone: parts.Red, Name: r.Name, Runs: plain(r.Reason)})
		text = append(text, joined("\t", row, r.Number, r.Name, r.Reason))
	}
	doubts := 0
	for _, l := range listed {
		for _, doubt := range l.Doubts {
			doubts++
			p.RefusedLines = add(p.RefusedLines, Line{Lead: fmt.Sprintf("Row %d", l.Row), Tone: parts.Amber, Name: l.Name(), Note: "brought in", Runs: plain(doubt)})
		}
	}
	p.RefusedText = strings.Join(text, "\n")
	if doubts > 0 {
		p.RefusedFoot = data.Capital(data.NumberOf(doubts, "thing", "things")) + " could not be trusted and will be left blank."
	}
}

func (p *Preview) questions(ask []data.ListQuestion) {
	for _, q := range ask {
		l := q.Listed
		out := Question{
			Row: l.Row, Title: fmt.Sprintf("Row %d: %s", l.Row, joined(", ", l.Name(), l.Number, l.Ward)), Why: q.Why,
			Options: []Option{{Words: "Somebody new"}},
		}
		for _, c := range q.Candidates {
			out.Options = append(out.Options, Option{c.ID, joined(", ", c.Name(), c.Number, c.Ward, whatNow(c))})
		}
		p.Questions = append(p.Questions, out)
	}
}

// whatNow says what somebody is who is not a member.
func whatNow(p data.Person) string {
	switch p.Status {
	case data.Member:
		return ""
	case data.Left:
		return "left the list"
	}
	return string(p.Status)
}

func (p *Preview) feet(d data.ListDiff) {
	if n := len(d.Gone); n > 0 {
		p.NewFoot = data.NumberOf(n, "row says", "rows say") + " lapsed or resigned of somebody who is not in the book. Nothing is done with that."
	}
	p.ChangedFoot = "Every other detail stays as it is."
	if n := len(d.MatchedByName); n > 0 {
		p.ChangedFoot = data.NumberOf(n, "person was", "people were") + " matched by name alone. " + p.ChangedFoot
	}
	p.MissingFoot = "Nobody is deleted: old minutes keep their names."
	if n := len(d.Held); n > 0 {
		p.MissingFoot = data.NumberOf(n, "more stays: its own row was refused. ", "more stay: their own rows were refused. ") + p.MissingFoot
	}
	var warnings []string
	for _, f := range d.Findings {
		warnings = append(warnings, data.Capital(f.Sentence()))
	}
	p.Warning = strings.Join(warnings, ". ")
}

func (p *Preview) after(i *Import, d data.ListDiff) {
	record := d.Import("", "", "")
	p.Do = "Bring in " + joined(" and ", someOf(p.New, "new", "new"), someOf(p.Changed, "change", "changes"))
	if p.New+p.Changed == 0 {
		p.Do = "Bring in the list"
	}
	left := ""
	if p.Missing > 0 && !i.keep {
		left = fmt.Sprintf(", %d marked as left", p.Missing)
	}
	p.After = fmt.Sprintf("After this: %s%s.", data.NumberOf(record.Counts.Members, "member", "members"), left)
	if n := len(d.Unchanged); n > 0 {
		p.After += fmt.Sprintf(" %s already right.", data.NumberOf(n, "row is", "rows are"))
	}
	if n := len(p.Questions); n > 0 {
		p.After += fmt.Sprintf(" %s for an answer and will be passed over without one.", data.NumberOf(n, "row waits", "rows wait"))
	}
}

func someOf(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return data.NumberOf(n, one, many)
}
