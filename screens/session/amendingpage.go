package session

import (
	"regexp"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// An AmendingPage is the working of a motion through its amendments, as it is shown.
type AmendingPage struct {
	Motion     data.MotionID
	Ref, Title string
	// Marked is the text as it stands with what changed since it was put, Clean without; Words is how long it is.
	Marked, Clean []Paragraph
	Words         string
	Changed       []Change
	Rows          []AmendmentRow
	// Current is the amendment that is being taken; "" when none is left. Carried and Lost are the text after it.
	Current       data.AmendmentID
	After         string // "After A3"
	Carried, Lost []Paragraph
	AfterWords    [2]string // if carried, if lost
	// Wrong is why the text after it cannot be built; "" where it can.
	Wrong  string
	Doubts []data.Finding
	// Then is what comes behind the amendments; Ready says that it is the motion's turn.
	Then  string
	Ready bool
	// Decided is what became of the motion; "" while it is open.
	Decided parts.Mark
}

// A Paragraph is one of a motion, with its changes.
type Paragraph struct {
	Number string // "3"; "" for one without
	Runs   []parts.Run
}

// A Change is an amendment that has taken effect, under the text: "A1 carried 8–6–1", "replace paragraph 3".
type Change struct {
	Mark parts.Mark
	What string
}

// An AmendmentRow is one in the list.
type AmendmentRow struct {
	ID      data.AmendmentID
	Label   string // "A3"
	Does    string // "Add paragraph 4"
	Quote   string // "“It asks for Sunday buses.”"
	Moved   string // "Moved José Cárdenas, seconded Ben Carrick"
	Mark    parts.Mark
	Current bool
	Open    bool
}

// Amending sets out a motion with its amendments. chosen is the one to be taken out of turn; "" for the next.
func (m *Model) Amending(motion data.MotionID, chosen data.AmendmentID) AmendingPage {
	mo, ok := m.motion(motion)
	if !ok {
		return AmendingPage{}
	}
	all := m.held.amendments[motion]
	text := mo.CurrentText()
	p := AmendingPage{
		Motion: motion, Ref: mo.Ref, Title: mo.Title, Words: wordCount(text), Clean: paragraphs(plain(text)),
		Marked: paragraphs(marked(mo.BaseText(), text)), Then: "Then the vote on the motion", Ready: data.Substantive(all),
		Doubts: mo.AmendmentDoubts(all),
	}
	if len(data.InEffect(all)) > 0 {
		p.Then = "Then the vote on the motion as amended"
	}
	if mo.Outcome != data.Undecided {
		p.Decided = outcomeMark(mo.Outcome, mo.OutcomeNote)
	}
	current, left := m.NextAmendment(motion)
	if a, ok := m.amendment(chosen); ok && a.Motion == motion && a.Outcome == data.ToBeTaken {
		current, left = a, true
	}
	if left {
		p.Current = current.ID
		p.after(mo, current, all)
	}
	for _, a := range data.InEffect(all) {
		p.Changed = append(p.Changed, Change{m.amendmentMark(a, true), a.Does(mo.BaseText(), all)})
	}
	next := true
	for _, a := range all {
		row := m.amendmentRow(mo, a, all)
		row.Current = a.ID == p.Current
		if row.Open && !row.Current && next {
			next, row.Mark.Text = false, "Next"
		}
		p.Rows = append(p.Rows, row)
	}
	return p
}

func (p *AmendingPage) after(mo data.Motion, a data.Amendment, all []data.Amendment) {
	text := mo.CurrentText()
	p.After, p.Lost, p.AfterWords[1] = "After "+a.Label(), p.Clean, p.Words
	carried, err := mo.IfCarried(a, all)
	if err != nil {
		p.Wrong, p.Carried, p.AfterWords[0] = data.Say(err), p.Clean, p.Words
		return
	}
	p.Carried, p.AfterWords[0] = paragraphs(marked(text, carried)), wordCount(carried)
}

func (m *Model) amendmentRow(mo data.Motion, a data.Amendment, all []data.Amendment) AmendmentRow {
	row := AmendmentRow{
		ID: a.ID, Label: a.Label(), Does: data.Capital(a.Does(mo.BaseText(), all)), Moved: m.moved(data.Motion{Mover: a.Mover, Seconder: a.Seconder}),
		Mark: m.amendmentMark(a, false), Open: a.Outcome == data.ToBeTaken,
	}
	if a.Was == "" && a.Text != "" && a.To == "" {
		row.Quote = "“" + a.Text + "”"
	}
	if v, ok := byID(m.held.votes, func(v data.Vote) bool { return v.ID == a.Vote && a.Vote != "" }); ok {
		row.Moved = strings.TrimPrefix(row.Moved+"  ·  "+figures(v), "  ·  ")
	}
	if a.Note != "" {
		row.Moved = strings.TrimPrefix(row.Moved+"  ·  "+a.Note, "  ·  ")
	}
	return row
}

// amendmentMark is the chip of an amendment; named puts its label and figures into it.
func (m *Model) amendmentMark(a data.Amendment, named bool) parts.Mark {
	mark := parts.Mark{Tone: parts.Grey, Icon: parts.IconMinus, Text: data.Capital(string(a.Outcome))}
	switch {
	case a.Outcome == data.ToBeTaken:
		mark.Icon, mark.Text = "", "To be taken"
	case a.Outcome.TakesEffect():
		mark.Tone, mark.Icon = parts.Green, parts.IconCheck
	case a.Outcome == data.AmendmentLost:
		mark.Tone, mark.Icon = parts.Red, parts.IconCross
	case a.Outcome == data.AmendmentFell:
		mark.Text = "No seconder"
	}
	if a.Outcome == data.AmendmentAccepted {
		mark.Text = "Accepted"
	}
	if !named {
		return mark
	}
	mark.Text = a.Label() + " " + uncapital(mark.Text)
	if v, ok := byID(m.held.votes, func(v data.Vote) bool { return v.ID == a.Vote && a.Vote != "" }); ok {
		mark.Text = strings.TrimSpace(mark.Text + " " + figures(v))
	}
	return mark
}

func wordCount(text string) string { return data.NumberOf(data.WordCount(text), "word", "words") }

func plain(text string) []parts.Run { return []parts.Run{{Text: text}} }

// marked is a text with what changed in it.
func marked(before, after string) []parts.Run {
	kinds := map[data.RunKind]parts.Change{data.Added: parts.Added, data.Removed: parts.Removed}
	var out []parts.Run
	for _, r := range data.MarkChanges(before, after) {
		out = append(out, parts.Run{Text: r.Text, Change: kinds[r.Kind]})
	}
	return out
}

// numbered is a number at the beginning of a paragraph.
var numbered = regexp.MustCompile(`^\s*\(?(\d{1,3})[.)]\s+`)

// paragraphs breaks runs at the ends of lines, and takes the number of each apart, so that it can hang beside it.
func paragraphs(runs []parts.Run) []Paragraph {
	var out []Paragraph
	var now Paragraph
	end := func() {
		if len(now.Runs) > 0 {
			out = append(out, now)
		}
		now = Paragraph{}
	}
	for i, r := range runs {
		if r.Change == parts.Removed && i+1 < len(runs) && runs[i+1].Change == parts.Added && !numbered.MatchString(runs[i+1].Text) {
			r.Text = strings.TrimRight(r.Text, "\n") + " " // the new words end the paragraph in their stead
		}
		for i, line := range strings.Split(r.Text, "\n") {
			if i > 0 {
				end()
			}
			if found := numbered.FindStringSubmatch(line); found != nil && len(now.Runs) == 0 {
				now.Number, line = found[1], line[len(found[0]):]
			}
			if strings.TrimSpace(line) != "" || line != "" && len(now.Runs) > 0 {
				now.Runs = append(now.Runs, parts.Run{Text: line, Change: r.Change})
			}
		}
	}
	end()
	return out
}

// A DraftPreview is what an amendment would make of the text, while it is being typed.
type DraftPreview struct {
	Paragraph string // the paragraph meant, as it stands
	Runs      []parts.Run
	Says      string // "In 3, “write” becomes “write again”  ·  77 words", or what does not fit
	Tone      parts.Tone
}

// PreviewAmendment shows what a draft would make of the text.
func (m *Model) PreviewAmendment(d AmendmentDraft) DraftPreview {
	mo, ok := m.motion(d.Motion)
	if !ok {
		return DraftPreview{}
	}
	all := m.held.amendments[mo.ID]
	text := mo.CurrentText()
	if other, ok := byID(all, func(a data.Amendment) bool { return a.ID == d.To && d.To != "" }); ok {
		text = other.Text
	}
	var out DraftPreview
	called := strings.TrimSpace(d.Paragraph)
	if called == "" && d.To != "" {
		called = "1"
	}
	if at := data.ParagraphCalled(text, called); at > 0 {
		out.Paragraph = data.MotionParagraphs(text)[at-1].Text
	}
	a, err := d.amendment(mo, all)
	if err != nil {
		out.Says, out.Tone = data.Say(err), parts.Grey
		return out
	}
	carried, err := mo.IfCarried(a, all)
	if err != nil {
		out.Says, out.Tone = data.Say(err), parts.Amber
		return out
	}
	out.Runs = marked(mo.CurrentText(), carried)
	out.Says = data.Capital(a.Does(mo.BaseText(), append(all[:len(all):len(all)], a))) + "  ·  " + wordCount(carried)
	if f := a.JudgeNegation(); f.Warning {
		out.Says, out.Tone = data.Capital(f.Sentence()), parts.Amber
	}
	return out
}
