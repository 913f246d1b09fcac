package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Does says what the amendment does, in the words of an order paper: "replace paragraph 3", "in 3, “write” becomes “write
// again”", "add paragraph 4". all are the amendments to the motion, and base its BaseText: they tell what the paragraph was
// called when the amendment was written.
func (a Amendment) Does(base string, all []Amendment) string {
	if a.To != "" {
		to := "an amendment that is not in the book"
		for _, o := range all {
			if o.ID == a.To {
				to = o.Label()
			}
		}
		return fmt.Sprintf("to %s: %s", to, a.does("", ""))
	}
	text := textSince(base, all, a.Since)
	ps := MotionParagraphs(text)
	next := strconv.Itoa(len(ps) + 1)
	if n := len(ps); n > 0 && ps[n-1].Number > 0 {
		next = strconv.Itoa(ps[n-1].Number + 1)
	}
	return a.does(ParagraphName(text, a.Place), next)
}

// textSince returns the text once so many amendments had taken effect.
func textSince(base string, all []Amendment, n int) string {
	for _, a := range InEffect(all) {
		if a.Effect <= n && a.Result != "" {
			base = a.Result
		}
	}
	return base
}

func (a Amendment) does(name, next string) string {
	was, text := shortened(a.Was), shortened(a.Text)
	in := ""
	if name != "" {
		in = " " + name
	}
	switch {
	case a.Op == Add && next != "":
		return "add paragraph " + next
	case a.Op == Add:
		return fmt.Sprintf("add “%s”", text)
	case a.Op == Insert && name != "":
		return "insert before paragraph " + name
	case a.Op == Insert:
		return fmt.Sprintf("insert “%s”", text)
	case a.Op == Replace && was != "":
		return strings.TrimPrefix(fmt.Sprintf("in%s, “%s” becomes “%s”", in, was, text), "in, ")
	case a.Op == Replace && name != "":
		return "replace paragraph " + name
	case a.Op == Replace:
		return fmt.Sprintf("its words become “%s”", text)
	case was != "" && name != "":
		return fmt.Sprintf("in %s, delete “%s”", name, was)
	case was != "":
		return fmt.Sprintf("delete “%s”", was)
	case name != "":
		return "delete paragraph " + name
	}
	return "delete all its words"
}

// shortened keeps the beginning of a longer text, at a word.
func shortened(s string) string {
	const most = 12
	words := strings.Fields(s)
	if len(words) <= most {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:most], " ") + " …"
}

// A MinutedAmendment is an amendment under its motion in the minutes.
type MinutedAmendment struct {
	// Lead is "Amendment A1 (replace paragraph 3), moved Grace Mbeki, seconded Zoë Okafor".
	Lead string
	// Text are the paragraphs that it would put in; none for a deletion, and where the lead has all its words.
	Text []string
	// Result and Count are as those of a motion: "CARRIED", "by 8 votes to 6 with 1 abstention".
	Result, Count string
	// Sum and Note are as those of a motion.
	Sum, Note string
}

// Sentence returns the amendment in one line, without its text.
func (a MinutedAmendment) Sentence() string {
	return a.Lead + ": " + strings.TrimSpace(a.Result+" "+a.Count)
}

// Steps returns what stands between the movers of a motion and its result, a line each: what the chair ruled, and the
// amendments with their words and a note where a count does not tie.
func (m MinutedMotion) Steps() []string {
	var out []string
	if m.Ruling != "" {
		out = append(out, m.Ruling)
	}
	for _, a := range m.Amendments {
		line := sentence(a.Sentence())
		if len(a.Text) > 0 {
			line += " “" + strings.Join(a.Text, " ") + "”"
		}
		out = append(out, strings.TrimSpace(line+" "+a.Note))
	}
	return out
}

// minutedAmendments are the amendments that this meeting dealt with, in the order in which it did.
func (e Evening) minutedAmendments(m Motion, style MinutesStyle) []MinutedAmendment {
	all := e.Amendments[m.ID]
	var out []MinutedAmendment
	for _, a := range InOrder(all) {
		vote, voted := e.Votes[a.Vote]
		voted = voted && a.Vote != ""
		elsewhere := a.Meeting != "" && a.Meeting != e.Meeting.ID || a.Meeting == "" && m.Meeting != e.Meeting.ID
		if elsewhere || style.NoFallenAmendments && a.Outcome == AmendmentFell {
			continue
		}
		lead := fmt.Sprintf("Amendment %s (%s)", a.Label(), a.Does(m.BaseText(), all))
		if moved := e.movers(Motion{Mover: a.Mover, Seconder: a.Seconder}); moved != "" {
			lead += ", " + uncapital(moved)
		}
		x := MinutedAmendment{Lead: lead, Text: Paragraphs(a.Text)}
		if a.Was != "" || a.To != "" || a.Op == Delete {
			x.Text = nil
		}
		if voted {
			x.Result, x.Count = capitals(vote)
			x.Sum, x.Note = vote.Finding.Workings(), e.voteNotes(vote, style)
		}
		if !voted || a.Outcome != AmendmentOutcomeOf(vote) {
			x.Result, x.Count = a.outcomeWords()
		}
		out = append(out, x)
	}
	return out
}

// outcomeWords returns what became of an amendment that no vote explains.
func (a Amendment) outcomeWords() (result, rest string) {
	note := bracketed(a.Note)
	switch a.Outcome {
	case ToBeTaken:
		return "NOT TAKEN", note
	case AmendmentFell:
		return "FELL", "for want of a seconder"
	case AmendmentAccepted:
		return "ACCEPTED", "by the mover"
	case AmendmentOutOfOrder:
		return "RULED OUT OF ORDER", note
	}
	return strings.ToUpper(string(a.Outcome)), note
}

// onAmendment says whether a vote decided an amendment, which is printed under its motion.
func (e Evening) onAmendment(v Vote) bool {
	return v.ID != "" && slices.ContainsFunc(e.Amendments[v.Motion], func(a Amendment) bool { return a.Vote == v.ID })
}

// onRuling says whether a vote was about the chair's ruling on a motion, which is printed with it.
func (e Evening) onRuling(v Vote) bool {
	r := e.Motions[v.Motion].As(e.Meeting.ID).Ruling
	return v.ID != "" && r != nil && (r.Confirmed == v.ID || r.Challenge == v.ID)
}
