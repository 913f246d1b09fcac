package meetings

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// noticeCard is when the notice must go, whom it goes to, and what it says.
type noticeCard struct {
	Mark             parts.Mark
	Latest           string // "Thu 7 May 2026"
	Sum, Other, From string
	Reach            string // "188 members with an email, 26 without"
	Emails, Posted   string // "188", "26"
	Text             string // the whole of it, to be copied
	Sent             data.Date
	Verdict          string // of the day on which it went
}

// noticeFacts is what a notice is made from.
type noticeFacts struct {
	branch  data.Branch
	meeting data.Meeting
	people  []data.Person
	rules   data.Rules
	agenda  []agendaRow
	today   data.Date
}

func noticeOf(n noticeFacts) noticeCard {
	last, f := n.rules.Notice.Latest(n.meeting)
	judged := n.rules.Notice.Judge(n.meeting)
	card := noticeCard{
		Latest: last.String(), Sum: f.Sum, From: f.Source, Sent: n.meeting.NoticeSent, Verdict: judged.Verdict, Text: n.text(),
	}
	if len(f.Other) > 0 {
		card.Other = f.Other[0].Verdict
	}
	if m := data.CountMembers(n.people, n.meeting.Date); m.Members > 0 {
		card.Emails, card.Posted = fmt.Sprint(m.Members-m.NoEmail), fmt.Sprint(m.NoEmail)
		card.Reach = fmt.Sprintf("%s with an email, %d without", data.NumberOf(m.Members-m.NoEmail, "member", "members"), m.NoEmail)
	}
	card.Mark = noticeMark(n.meeting, last, n.today, judged)
	return card
}

// noticeMark says how urgent the notice is.
func noticeMark(m data.Meeting, last, today data.Date, judged data.Finding) parts.Mark {
	left := last.Sub(today)
	switch {
	case !m.NoticeSent.IsZero() && judged.Warning:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: "Sent, " + judged.Verdict}
	case !m.NoticeSent.IsZero():
		return parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Sent"}
	case left < 0:
		return parts.Mark{Tone: parts.Red, Icon: parts.IconWarning, Text: data.NumberOf(-left, "day", "days") + " late"}
	case left == 0:
		return parts.Mark{Tone: parts.Red, Icon: parts.IconClock, Text: "Due today"}
	}
	return parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: data.NumberOf(left, "day", "days") + " left"}
}

// text is the notice as members read it. It names no private address or number: the branch's role address alone.
func (n noticeFacts) text() string {
	m := n.meeting
	lines := []string{
		"Notice of " + lower(m.Kind.String()),
		n.branch.Name,
		"",
		commas(m.Date.Long(), m.Starts.String(), m.Venue) + ".",
	}
	lines = append(lines, n.callingLines()...)
	lines = append(lines, "", "Business:")
	for _, item := range n.agenda {
		if item.part {
			lines = append(lines, "   "+item.number+" "+item.heading)
		} else {
			lines = append(lines, item.number+". "+item.heading)
		}
		if s := item.speaker; s.Name != "" {
			lines = append(lines, "   Speaker: "+commas(s.Name, s.From)+colon(s.Topic))
		}
		for _, mo := range item.motions {
			if mo.on {
				lines = append(lines, "   "+mo.ref+" "+mo.title)
			}
		}
	}
	lines = append(lines, "")
	if slices.ContainsFunc(n.agenda, func(a agendaRow) bool { return a.kind == data.ItemMotions }) {
		last, _ := n.rules.Motions.Latest(m.Date)
		lines = append(lines, "Motions must reach the secretary by "+last.Long()+".")
	}
	lines = append(lines, n.votingWords(), "")
	if n.branch.Secretary != "" {
		lines = append(lines, n.branch.Secretary+", branch secretary")
	} else {
		lines = append(lines, "The branch secretary")
	}
	if n.branch.Email != "" {
		lines = append(lines, n.branch.Email)
	}
	return strings.Join(lines, "\n")
}

// callingLines say what else there is to know of its calling: that it was moved, with whom it is held, what it is about.
func (n noticeFacts) callingLines() []string {
	var lines []string
	if m := n.meeting; m.Off() {
		lines = append(lines, m.RecallWords()+".")
	} else if words := m.RecallWords(); words != "" {
		lines = append(lines, "This meeting is "+words+".")
	}
	if with := n.meeting.With; with != "" {
		lines = append(lines, "Held together with "+with+".")
	}
	if theme := n.meeting.Theme; theme != "" {
		lines = append(lines, "Theme: "+theme+".")
	}
	return lines
}

// votingWords says who can vote and how many it takes: "To vote you need 8 weeks' membership and no arrears. Quorum 10."
func (n noticeFacts) votingWords() string {
	var need []string
	switch days := n.rules.Eligibility.Days; {
	case days <= 0:
	case days%7 == 0:
		need = append(need, data.NumberOf(days/7, "week's", "weeks'")+" membership")
	default:
		need = append(need, data.NumberOf(days, "day's", "days'")+" membership")
	}
	if !n.rules.Eligibility.ArrearsVote {
		need = append(need, "no arrears")
	}
	words := "Every member can vote."
	if len(need) > 0 {
		words = "To vote you need " + strings.Join(need, " and ") + "."
	}
	eligible, _ := n.rules.Eligibility.Count(n.people, n.meeting.Date)
	if needed, _ := n.rules.Quorum.Needed(eligible, data.CountMembers(n.people, n.meeting.Date).Members); needed > 0 {
		words += fmt.Sprintf(" Quorum %d.", needed)
	}
	return words
}

// commas joins what there is as a sentence does.
func commas(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, ", ")
}
