package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A NoticeDoc is the notice of a meeting as members read it, in ready strings. It holds nobody's private address or
// number: the branch's role address alone.
type NoticeDoc struct {
	Branch, CLP string
	// Title is "Notice of ordinary meeting", and Name "Ordinary meeting, Thu 14 May 2026".
	Title, Name string
	On          Date
	// Stamp is CANCELLED and the like for a meeting that does not take place; its notice has no business and no rules.
	Stamp Stamp
	// Where is the day, the hour and the place, as a sentence.
	Where string
	// Calling is what else there is to know before coming: how to get in, that it was moved, with whom it is held.
	Calling  []string
	Business []BusinessLine
	// Nominations are the posts and seats to be filled, a line each; NominationsTo says where they go. Empty for none.
	Nominations   []string
	NominationsTo string
	// Deadline is until when motions must be in; "" for an agenda without them.
	Deadline string
	// Voting is who can vote and how many it takes; Workings are the sums behind both, a sentence each. "" for a meeting that
	// does not take place.
	Voting   string
	Workings []string
	// Reckoned is how the day of the notice was worked out, and Late a sentence for one that goes out late; "" for none.
	Reckoned, Late string
	Signed         []string
	// People is how many the notice names.
	People int
}

// A BusinessLine is one item of a notice, with what stands under it: who speaks, which motions.
type BusinessLine struct {
	Number, Heading string
	Depth           int // how many items it is under
	Under           []string
}

// NewNotice works out the notice of a meeting.
func NewNotice(in CallingInput) NoticeDoc {
	d := NoticeDoc{
		Branch: in.Branch.PaperName(), CLP: in.Branch.CLP, Title: "Notice of " + uncapital(in.Meeting.Kind.String()), Name: in.Meeting.Heading(),
		On: in.Meeting.Date, Where: in.where() + ".", Calling: in.callingLines(), Signed: in.signed(), Stamp: in.Meeting.OffStamp(),
	}
	if len(d.Signed) > 0 && !strings.HasPrefix(d.Signed[0], "The ") {
		d.People++
	}
	if in.Meeting.Off() {
		d.Title = in.Meeting.Kind.String() + " " + string(in.Meeting.Status)
		d.Calling = filledLines(cmp.Or(sentence(in.Meeting.RecallWords()), in.Meeting.WhyOff()))
		return d
	}
	d.Nominations = in.nominations()
	ordered, numbers := in.ordered()
	motions := in.motionsUnder(ordered)
	for _, item := range ordered {
		line := BusinessLine{Number: numbers[item.ID], Heading: item.Heading, Depth: Depth(in.Items, item.ID)}
		if s := item.Speaker; s != nil && s.Name != "" {
			line.Under = append(line.Under, s.announced())
			d.People++
		}
		for _, mo := range motions[item.ID] {
			line.Under = append(line.Under, strings.TrimSpace(mo.Ref+" "+mo.Title))
		}
		d.Business = append(d.Business, line)
	}
	if slices.ContainsFunc(ordered, func(a AgendaItem) bool { return a.Kind == ItemMotions }) {
		last, _ := in.Rules.Motions.Latest(in.Meeting.Date)
		d.Deadline = "Motions must reach the secretary by " + last.Long() + "."
		if in.Today.After(last) {
			d.Deadline = "Motions had to reach the secretary by " + last.Long() + "."
		}
	}
	if len(d.Nominations) > 0 {
		d.NominationsTo = in.nominationsTo()
	}
	d.voting(in)
	d.reckon(in)
	return d
}

// callingLines say what else there is to know of its calling.
func (in CallingInput) callingLines() []string {
	var lines []string
	m := in.Meeting
	if words := m.RecallWords(); m.Off() {
		lines = append(lines, sentence(words))
	} else if words != "" {
		lines = append(lines, sentence("This meeting is "+words))
	}
	if m.Access != "" {
		lines = append(lines, sentence("Getting in: "+m.Access))
	}
	if m.With != "" {
		lines = append(lines, sentence("Held together with "+m.With))
	}
	if m.Theme != "" {
		lines = append(lines, sentence("Theme: "+m.Theme))
	}
	return lines
}

// nominations are the posts and seats that the meeting fills: what its contests say, else what its election items come from.
func (in CallingInput) nominations() []string {
	var out []string
	contested := map[ItemID]bool{}
	for _, c := range in.Contests {
		contested[c.Item] = true
		if c.Status != NominationsOpen || c.Kind == Triggers {
			continue
		}
		words := c.Title
		if c.Places > 1 {
			words += ": " + NumberOf(c.Places, "place", "places")
		}
		if !c.CloseOn.IsZero() {
			words += ", by " + c.CloseOn.String()
		}
		out = append(out, words)
	}
	ordered, _ := in.ordered()
	for _, item := range ordered {
		if item.Kind == ItemElection && !contested[item.ID] {
			out = append(out, in.wanted(item)...)
		}
	}
	return out
}

// wanted is what an election item without a contest asks for. An election to something for this meeting alone, such as a
// chair of it, asks for nothing beforehand.
func (in CallingInput) wanted(item AgendaItem) []string {
	what, elects := strings.CutPrefix(item.Heading, "Election of ")
	note := in.Notes[item.From]
	switch {
	case item.From.Kind == FromPost || item.From.Kind == FromBody:
		return []string{joinedBy(": ", Capital(what), note)}
	case what == "branch officers" && len(in.Posts) > 0:
		var posts []string
		for _, p := range in.Posts {
			posts = append(posts, p.Name)
		}
		return posts
	case what == "delegates to the "+GeneralCommittee:
		return []string{joinedBy(": ", Capital(what), in.seats())}
	case elects && !strings.HasSuffix(what, "for the meeting"):
		return []string{Capital(what)}
	case strings.HasPrefix(item.Heading, "Nominations "):
		return []string{"Nominees " + strings.TrimPrefix(item.Heading, "Nominations ")}
	}
	return nil
}

// seats is how many the branch may send, on the membership there is; "" where there is none to count.
func (in CallingInput) seats() string {
	members := CountMembers(in.People, in.Meeting.Date).Members
	n, _ := in.Rules.Seats.Seats(members, in.Meeting.Date)
	if members == 0 || n == 0 {
		return ""
	}
	return NumberOf(n, "seat", "seats")
}

func (in CallingInput) nominationsTo() string {
	if in.Branch.Email == "" {
		return "Send nominations to the secretary."
	}
	return "Send nominations to the secretary, " + in.Branch.Email + "."
}

// voting says who can vote and how many it takes: "To vote you need 8 weeks' membership and no arrears. Quorum 10."
func (d *NoticeDoc) voting(in CallingInput) {
	e := in.Rules.Eligibility
	var need []string
	switch days := e.Days; {
	case days <= 0:
	case days%7 == 0:
		need = append(need, NumberOf(days/7, "week's", "weeks'")+" membership")
	default:
		need = append(need, NumberOf(days, "day's", "days'")+" membership")
	}
	if !e.ArrearsVote {
		need = append(need, "no arrears")
	}
	d.Voting = "Every member can vote."
	if len(need) > 0 {
		d.Voting = "To vote you need " + strings.Join(need, " and ") + "."
	}
	if e.Days > 0 {
		d.Workings = append(d.Workings, fmt.Sprintf("%s means that you joined on or before %s.", need[0], e.CutOff(in.Meeting.Date).Long()))
	}
	if needed, f := in.quorum(); needed > 0 {
		d.Voting += fmt.Sprintf(" Quorum %d.", needed)
		d.Workings = append(d.Workings, sentence("Quorum: "+f.Sum))
	}
}

// reckon says how the day of the notice was worked out, from the rules in force.
func (d *NoticeDoc) reckon(in CallingInput) {
	m := in.Meeting
	if in.Rules.Notice.needed(m.Kind) <= 0 || m.Off() {
		return
	}
	last, f := in.Rules.Notice.Latest(m)
	d.Reckoned = fmt.Sprintf("Notice: %s.", f.Sum)
	if m.NoticeSent.IsZero() {
		if in.Today.IsZero() || in.Today.After(m.Date) {
			return // written for the file, after the meeting
		}
		m.NoticeSent = in.Today
	}
	d.Reckoned += fmt.Sprintf(" Sent %s.", m.NoticeSent)
	if late := m.NoticeSent.Sub(last); late > 0 {
		d.Late = fmt.Sprintf("This notice goes out late, %s after %s.", inWords(late, "day", "days"), last)
	}
}

// Text is the notice in plain words, as it is copied into a message.
func (d NoticeDoc) Text() string {
	lines := append([]string{d.Title, d.Branch, "", d.Where}, d.Calling...)
	if len(d.Business) > 0 {
		lines = append(lines, "", "Business:")
	}
	for _, b := range d.Business {
		indent := strings.Repeat("   ", b.Depth)
		number := b.Number
		if b.Depth == 0 {
			number += "."
		}
		lines = append(lines, indent+number+" "+b.Heading)
		for _, u := range b.Under {
			lines = append(lines, indent+"   "+u)
		}
	}
	if len(d.Business) > 0 || d.Voting != "" {
		lines = append(lines, "")
	}
	if len(d.Nominations) > 0 {
		lines = append(lines, "Nominations are wanted for:")
		for _, n := range d.Nominations {
			lines = append(lines, "- "+n)
		}
		lines = append(lines, d.NominationsTo, "")
	}
	if d.Deadline != "" {
		lines = append(lines, d.Deadline)
	}
	lines = append(append(lines, filledLines(d.Voting)...), d.Workings...)
	if reckoned := joinedBy(" ", d.Reckoned, d.Late); reckoned != "" {
		lines = append(lines, reckoned)
	}
	return strings.Join(append(append(lines, ""), d.Signed...), "\n")
}
