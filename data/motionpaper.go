package data

import (
	"fmt"
	"strings"
)

// A MotionPaperInput is what the paper of one motion is worked out from.
type MotionPaperInput struct {
	Branch     Branch
	Motion     Motion
	Amendments []Amendment
	// Meeting is where it was taken, and Quorum what the rule concluded about it; both may be zero.
	Meeting Meeting
	Quorum  Finding
	Vote    Vote // that decided it; zero for none
	People  Names
	AsAt    Date
	// Secretary is who sends it; it may be "".
	Secretary string
	// Names prints the mover and the seconder.
	Names bool
}

// A MotionPaperDoc is one motion on a page: as it was submitted or, once it is carried, as agreed.
type MotionPaperDoc struct {
	Branch, CLP string
	Ref, Title  string
	// Heading is "Motion" or, once it is carried, "Resolution".
	Heading string
	// Facts are who moved it and when it came in.
	Facts []Fact
	// Text is the text as agreed, or as it stands; Submitted that as it was handed in, where it is another.
	Text, Submitted []string
	// Marked is the text as agreed with what the amendments changed; empty where they changed nothing.
	Marked []Run
	// Result is "Carried at a quorate meeting of Millbrook & Canalside Branch on Thursday 14 May 2026 by 14 votes to 2 with 1
	// abstention."; "" while the motion is open.
	Result    string
	Secretary string
	AsAt      Date
	// People is how many the paper names.
	People int
}

// NewMotionPaper works out the paper.
func NewMotionPaper(in MotionPaperInput) MotionPaperDoc {
	m := in.Motion
	d := MotionPaperDoc{
		Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, Ref: m.Ref, Title: m.Title, Heading: "Motion", Secretary: in.Secretary, AsAt: in.AsAt,
		Text: paperParagraphs(m.CurrentText()), Result: in.result(),
	}
	if m.Outcome.IsCarried() {
		d.Heading = "Resolution"
	}
	if base := m.BaseText(); m.Submitted != "" && m.CurrentText() != m.Submitted {
		d.Submitted = paperParagraphs(m.Submitted)
		if len(InEffect(in.Amendments)) > 0 {
			d.Marked = MarkChanges(base, m.CurrentText())
		}
	}
	add := func(label, value string) {
		if value != "" {
			d.Facts = append(d.Facts, Fact{label, value})
		}
	}
	if in.Names {
		add("Moved", in.People.Name(m.Mover))
		add("Seconded", in.People.Name(m.Seconder))
		d.People = len(d.Facts)
	}
	if !m.Received.IsZero() {
		add("Received", m.Received.String())
	}
	if m.Kind != OrdinaryMotion {
		add("Kind", Capital(string(m.Kind)))
	}
	add("Sum", m.Amount.String())
	return d
}

func paperParagraphs(text string) []string {
	var out []string
	for _, p := range MotionParagraphs(text) {
		if p.Number > 0 {
			p.Text = fmt.Sprintf("%d%s %s", p.Number, p.mark, p.Text)
		}
		out = append(out, p.Text)
	}
	return out
}

// result is the sentence about the vote, for whoever it is forwarded to.
func (in MotionPaperInput) result() string {
	m := in.Motion
	if m.Outcome == Undecided {
		return ""
	}
	quorate := "a meeting"
	if q := in.Quorum.Verdict; strings.HasPrefix(q, "quorate") {
		quorate = "a quorate meeting"
	}
	at := ""
	if !in.Meeting.Date.IsZero() {
		at = fmt.Sprintf(" at %s of %s on %s", quorate, in.Branch.PaperName(), in.Meeting.Date.Long())
	}
	words := in.Vote.Words()
	if in.Vote.ID == "" {
		return sentence(m.OutcomeWords() + at + ", without a vote")
	}
	for _, o := range []Outcome{Carried, Lost} {
		if rest, ok := strings.CutPrefix(words, string(o)+" "); ok && (m.Outcome == o || m.Outcome == CarriedAmended && o == Carried) {
			if !strings.HasPrefix(rest, "by ") { // nem con, unanimously
				return sentence(m.OutcomeWords() + " " + rest + at)
			}
			return sentence(m.OutcomeWords() + at + " " + rest)
		}
	}
	return sentence(m.OutcomeWords() + at + " (" + words + ")")
}
