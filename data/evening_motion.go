package data

import (
	"cmp"
	"strings"
	"unicode"
)

// minutedMotion sets a motion out with what this meeting made of it.
func (e Evening) minutedMotion(m Motion, style MinutesStyle) MinutedMotion {
	m = m.As(e.Meeting.ID)
	out := MinutedMotion{Ref: m.Ref, Title: m.Title, Paragraphs: Paragraphs(cmp.Or(m.Text, m.Submitted)), Moved: e.movers(m)}
	if m.Outcome == FellNoSeconder && style.NoFallenText {
		out.Paragraphs = nil
	}
	out.Amendments = e.minutedAmendments(m, style)
	out.AsAmended = len(InEffect(e.Amendments[m.ID])) > 0
	if m.Meeting == e.Meeting.ID && m.Outcome != OutOfOrder && m.Outcome != NotEmergency {
		out.Ruling = e.rulingBefore(m)
	}
	vote, voted := e.deciding(m)
	if voted {
		out.Sum, out.Note = vote.Finding.Workings(), e.voteNotes(vote, style)
	}
	switch {
	case voted && (m.Meeting != e.Meeting.ID || m.Outcome == vote.Outcome || m.Outcome == Undecided):
		out.Result, out.Count = capitals(vote)
	case voted && m.Outcome == CarriedAmended && vote.Outcome == Carried:
		out.Result, out.Count = amendedCapitals(vote)
	case m.Meeting != e.Meeting.ID || m.Outcome == Undecided:
		// Taken again elsewhere, or left open: what came of it later is not this evening's to tell.
		out.Result = "NOT DECIDED"
		out.Count = "at this meeting"
	default:
		out.Result, out.Count = e.endingWords(m)
		if voted {
			out.Count = strings.TrimSpace(out.Count + " (" + vote.Words() + ")")
		}
	}
	return out
}

// movers returns "Moved Zoë Okafor, seconded Grace Mbeki", as far as they are known.
func (e Evening) movers(m Motion) string {
	mover, seconder := e.People.Name(m.Mover), e.People.Name(m.Seconder)
	for _, also := range m.AlsoSeconded {
		if name := e.People.Name(also); name != "" && seconder != "" {
			seconder += " and " + name
		}
	}
	switch {
	case mover != "" && seconder != "":
		return "Moved " + mover + ", seconded " + seconder
	case mover != "":
		return "Moved " + mover
	case seconder != "":
		return "Seconded " + seconder
	}
	return ""
}

// deciding returns the vote by which this meeting decided the motion: the motion's own where it was taken here, else
// the last on it.
func (e Evening) deciding(m Motion) (Vote, bool) {
	if v, ok := e.Votes[m.Vote]; ok && m.Vote != "" && v.Meeting == e.Meeting.ID {
		return v, true
	}
	if m.Meeting == e.Meeting.ID && m.Vote == "" && m.Outcome != Undecided {
		return Vote{}, false // decided here without a vote
	}
	var last Vote
	for _, v := range e.Votes {
		if v.Motion == m.ID && v.Meeting == e.Meeting.ID && v.ID > last.ID && !e.onAmendment(v) && !e.onRuling(v) {
			last = v
		}
	}
	return last, last.ID != ""
}

// shownWithMotion says whether the vote is printed as the result of a motion of this evening.
func (e Evening) shownWithMotion(v Vote) bool {
	m, ok := e.Motions[v.Motion]
	if !ok || v.Motion == "" {
		return false
	}
	m = m.As(e.Meeting.ID)
	decided, voted := e.deciding(m)
	return voted && decided.ID == v.ID || e.onAmendment(v) || e.onRuling(v) && m.Meeting == e.Meeting.ID
}

func (e Evening) minutedVote(v Vote, style MinutesStyle) MinutedPart {
	lead := strings.TrimSpace(v.Question)
	if m, ok := e.Motions[v.Motion]; ok && v.Motion != "" {
		lead = strings.TrimSpace(m.Ref + " " + lead)
	}
	if x, extends := e.Meeting.extendedBy(v.ID); extends {
		words, sum := x.Words(v)
		return MinutedPart{Kind: BlockText, Text: sentence(words), Sum: sum, Note: e.voteNotes(v, style)}
	}
	result, count := capitals(v)
	return MinutedPart{Kind: BlockVote, Lead: cmp.Or(lead, "Vote"), Text: strings.TrimSpace(result+" "+count) + ".", Sum: v.Finding.Workings(), Note: e.voteNotes(v, style)}
}

// voteNotes returns what the minutes say of how a vote was taken, and of a count that does not tie.
func (e Evening) voteNotes(v Vote, style MinutesStyle) string {
	return strings.TrimSpace(strings.Join(append(v.Particulars(e.People, !style.CountOnly), countNote(v)), " "))
}

// countNote returns what the minutes say of a count that does not tie with the voters in the room.
func countNote(v Vote) string {
	if v.Check == "" {
		return sentence(v.Note)
	}
	return strings.TrimSpace(sentence(v.Check) + " " + sentence(v.Note))
}

// capitals splits the words of a vote's result into what is set in capitals and what follows it: "CARRIED" and "by 12
// votes to 2 with 1 abstention"; "CARRIED NEM CON" and "". Words that begin with the count have the result set first.
func capitals(v Vote) (result, rest string) {
	words := v.Words()
	if words == "" {
		return strings.ToUpper(plainOutcome(v.Outcome)), ""
	}
	if unicode.IsDigit(rune(words[0])) {
		// "8 votes to 8; the chair did not use a casting vote; motion not carried"
		if i := strings.LastIndex(words, "; "); i > 0 && strings.HasSuffix(words, plainOutcome(v.Outcome)) {
			words = words[:i]
		}
		return strings.ToUpper(plainOutcome(v.Outcome)), "(" + words + ")"
	}
	for _, mark := range []string{" by ", " on ", ":", ";", ",", " ("} {
		if i := strings.Index(words, mark); i > 0 && (rest == "" || i < len(result)) {
			result, rest = words[:i], strings.TrimSpace(words[i:])
		}
	}
	return strings.ToUpper(cmp.Or(result, words)), rest
}

// amendedCapitals is capitals of a motion that was carried as amended: "CARRIED AS AMENDED", "by 13 votes to 1".
func amendedCapitals(v Vote) (result, rest string) {
	result, rest = capitals(v)
	first, how, _ := strings.Cut(result, " ")
	return first + " AS AMENDED", strings.TrimSpace(strings.ToLower(how) + " " + rest)
}

// plainOutcome says in one or two words what came of a vote.
func plainOutcome(o Outcome) string {
	switch o {
	case Tied:
		return "not carried"
	case Undecided:
		return "not decided"
	}
	return string(o)
}

// outcomeWords returns an outcome that no vote explains, with what completes it: "REMITTED", "to the executive".
func outcomeWords(m Motion) (result, rest string) {
	note := strings.TrimSpace(m.OutcomeNote)
	if m.Outcome == FellNoSeconder {
		return "FELL", strings.TrimSpace("for want of a seconder " + note)
	}
	result = strings.ToUpper(plainOutcome(m.Outcome))
	for _, begins := range []string{"to ", "until ", "by ", "at ", "into ", "with "} {
		if strings.HasPrefix(note, begins) {
			return result, note
		}
	}
	if note != "" {
		note = "(" + note + ")"
	}
	return result, note
}
