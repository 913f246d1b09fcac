package data

import (
	"fmt"
	"strings"
)

// OfEvening returns a time that was typed for the meeting: one in the small hours, at a meeting that began later in the
// day, is after midnight and sorts behind the evening.
func (m Meeting) OfEvening(t Time) Time {
	const smallHours, noon = 5 * 60, 12 * 60
	begins := m.begins()
	if !t.IsZero() && t.Minutes() < smallHours && begins.Minutes() >= noon {
		return t.Add(24 * 60)
	}
	return t
}

// begins is when it started, as advertised before as it was.
func (m Meeting) begins() Time {
	if m.Starts.IsZero() {
		return m.Opened
	}
	return m.Starts
}

// Guillotine is when the meeting must end: until when it was last agreed to go on, else as it was planned, else so many
// minutes after its start as the rules allow; zero when nothing says so. length is Rules.Length, 0 for no limit.
func (m Meeting) Guillotine(length int) Time {
	if n := len(m.Extensions); n > 0 {
		return m.Extensions[n-1].Until
	}
	switch {
	case !m.EndsBy.IsZero():
		return m.EndsBy
	case length > 0:
		return m.begins().Add(length)
	}
	return Time{}
}

// Adjourned returns the pause that has not ended, and false when there is none.
func (m Meeting) Adjourned() (Pause, bool) {
	if n := len(m.Pauses); n > 0 && !m.Pauses[n-1].Ended {
		return m.Pauses[n-1], true
	}
	return Pause{}, false
}

// PausedWithin returns how many of the minutes between two times the meeting was adjourned, as far as that is known.
func (m Meeting) PausedWithin(from, to Time) int {
	total := 0
	for _, p := range m.Pauses {
		began, ended := p.From, p.Until
		if !p.Ended {
			ended = to
		}
		if began.IsZero() || ended.IsZero() {
			continue
		}
		if began.Before(from) {
			began = from
		}
		if ended.After(to) {
			ended = to
		}
		total += max(ended.Sub(began), 0)
	}
	return total
}

// Words says when and why the meeting adjourned: "The meeting adjourned at 8.20pm (fire alarm) and resumed at 8.35pm."
// closed says that nothing comes after it any more.
func (p Pause) Words(closed bool) string {
	words := "The meeting adjourned" + timed(" at ", p.From)
	if why := strings.TrimRight(strings.TrimSpace(p.Why), "."); why != "" {
		words += " (" + why + ")"
	}
	switch {
	case p.Ended:
		words += " and resumed" + timed(" at ", p.Until)
	case closed:
		words += " and did not resume"
	}
	return words + "."
}

// Question is what the meeting votes on when it is to go on until a time.
func (x Extension) Question() string { return "That the meeting go on until " + x.Until.String() }

// Words says that the meeting agreed to go on, with the vote: "Agreed to go on until 9.45pm: 12 votes to 2 (needed 10: two
// thirds of 15 present)". Sum is what of the finding is not in it.
func (x Extension) Words(v Vote) (words, sum string) {
	words = "Agreed to go on until " + x.Until.String()
	switch {
	case v.Declared == Agreed:
		return words, v.Finding.Sum
	case v.Declared != Counted:
		return words + ": " + string(v.Declared), v.Finding.Sum
	}
	words += ": " + v.count()
	if needed, _, cut := strings.Cut(v.Finding.Sum, " = "); cut && strings.HasPrefix(needed, "needed ") {
		return fmt.Sprintf("%s (%s)", words, needed), v.Finding.others()
	}
	return words, v.Finding.Workings()
}

// extendedBy returns the extension that a vote was about.
func (m Meeting) extendedBy(v VoteID) (Extension, bool) {
	for _, x := range m.Extensions {
		if v != "" && x.Vote == v {
			return x, true
		}
	}
	return Extension{}, false
}

// WhyOff says in a sentence that the meeting does not take place as it stands, by whom and why; "" when it does.
func (m Meeting) WhyOff() string {
	if !m.Off() {
		return ""
	}
	words := "This meeting was " + string(m.Status)
	if n := len(m.Moves); n > 0 && m.Moves[n-1].As == m.Status {
		last := m.Moves[n-1]
		words += labelled(" by ", last.By)
		if why := strings.TrimRight(strings.TrimSpace(last.Why), "."); why != "" {
			words += " (" + why + ")"
		}
	}
	return words + "."
}

// OffStamp is the stamp of papers about a meeting that does not take place as it stands: CANCELLED. It is zero for one that does.
func (m Meeting) OffStamp() Stamp {
	if !m.Off() {
		return Stamp{}
	}
	return Stamp{Word: strings.ToUpper(string(m.Status))}
}

// course says in sentences how the meeting ran: without a quorum, and adjourned for a while.
func (e Evening) course() []string {
	out := filledLines(e.Meeting.WhyOff())
	if e.Meeting.Without != NotSettled {
		eligible, members := e.electorate()
		then := e.Register
		if at := e.Meeting.WithoutAt; !at.IsZero() {
			then = then.At(at)
		}
		judge := func(r Register) QuorumState { return e.Rules.Quorum.Judge(r, eligible, members) }
		out = append(out, e.Meeting.SettledWithout(judge(then), judge(e.Register)))
	}
	for _, p := range e.Meeting.Pauses {
		out = append(out, p.Words(e.Meeting.Status == Closed))
	}
	return out
}

// ended says when the meeting ended, and whether it goes on another day.
func (e Evening) ended() string {
	at := timed(" at ", e.Meeting.ClosedAt)
	if e.Next != nil && e.Next.Continues == e.Meeting.ID && e.Meeting.ID != "" {
		return "The meeting adjourned" + at + ", to go on on " + e.Next.Date.Long() + "."
	}
	if at == "" {
		return ""
	}
	return "The meeting closed" + at + "."
}

// reached says whether the meeting came to an item: it was taken, or something stands under it, or a part of it was.
func (e Evening) reached(item AgendaItem, printed map[ItemID]bool) bool {
	for id := range PartsOf(e.Items, item.ID) {
		if printed[id] {
			return true
		}
	}
	for _, i := range e.Items {
		if (i.Done || !i.Began.IsZero()) && PartsOf(e.Items, item.ID)[i.ID] {
			return true
		}
	}
	return false
}
