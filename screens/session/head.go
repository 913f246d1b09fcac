package session

import (
	"fmt"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// A Head is the line over the meeting.
type Head struct {
	Kind  string     // "Ordinary meeting"
	State parts.Mark // "In session since 7.34pm"
	Brief parts.Mark // "In session", for a narrow window
	Under string     // "Thu 14 May 2026, 7.30pm · Canalside Community Hall"

	Voters      string // "15 voters in the room"
	Short       string // "15 voters, quorate", for a narrow window
	Have, Need  int
	Pips        int
	Quorum      string // "Quorum 10 · quorate from 7.34pm"
	Sum, Source string // how the quorum was worked out
	Other       string // the other reading, where there is one
	Tone        parts.Tone
	Icon        parts.IconName

	Clock string // "8.12pm"; "" at a meeting that is written up later
	Left  string // "1 h 18 min left"
	Ends  string // "guillotine 9.30pm"
}

func (m *Model) head() Head {
	e := m.held
	if e.ID == "" {
		return Head{Kind: "No meeting is open", Under: "Choose or plan one under Meetings."}
	}
	h := Head{Kind: e.Kind.String(), State: e.state(), Brief: e.state(), Under: e.Date.String()}
	if !e.Starts.IsZero() {
		h.Under += ", " + e.Starts.String()
	}
	if e.Venue != "" {
		h.Under += "  ·  " + e.Venue
	}
	if words, _, cut := strings.Cut(h.State.Text, " since "); cut {
		h.Brief.Text = words
	}
	q := e.quorum
	h.Voters = m.headCount()
	h.Have, h.Need, h.Pips = q.Voters, q.Needed, max(q.Needed+8, q.Voters)
	finding := q.Finding
	if e.Status == data.Closed && !e.Meeting.Quorum.IsZero() {
		finding = e.Meeting.Quorum
	}
	h.Quorum = fmt.Sprintf("Quorum %d  ·  %s", q.Needed, finding.Verdict)
	if wait := m.waitWords(); wait != "" {
		h.Quorum = wait
	}
	h.Sum, h.Source = finding.Sum, finding.Source
	if len(finding.Other) > 0 {
		h.Other = finding.Other[0].Sentence()
	}
	short := data.NumberOf(q.Voters, "voter", "voters")
	if e.CountOnly != nil {
		short = fmt.Sprintf("%d counted", q.Voters)
	}
	h.Tone, h.Icon, h.Short = parts.Amber, parts.IconWarning, short+", not quorate"
	switch {
	case q.Quorate && e.CountOnly != nil:
		h.Short = short + ", quorate"
	case q.Quorate:
		h.Tone, h.Icon, h.Short = parts.Green, parts.IconCheck, short+", quorate"
	}
	m.headClock(&h)
	return h
}

// headCount says how many voters there are, and where: "15 voters in the room", "15 voters, 6 online".
func (m *Model) headCount() string {
	if m.held.CountOnly != nil {
		return m.Room.Count
	}
	online := 0
	for _, a := range m.held.register.InRoom() {
		online += one(a.Online && a.Capacity == data.Voter)
	}
	words := data.NumberOf(m.held.quorum.Voters, "voter", "voters")
	if online > 0 {
		return fmt.Sprintf("%s, %d online", words, online)
	}
	return words + " in the room"
}

func (e evening) state() parts.Mark {
	if e.Off() {
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: data.Capital(string(e.Status))}
	}
	if pause, adjourned := e.Adjourned(); adjourned && e.Status == data.InSession {
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: "Adjourned" + since(pause.From)}
	}
	switch e.Status {
	case data.InSession:
		return parts.Mark{Tone: parts.Green, Icon: parts.IconDot, Text: "In session" + since(e.Opened)}
	case data.Closed:
		words := "Closed"
		if !e.ClosedAt.IsZero() {
			words += " " + e.ClosedAt.String()
		}
		return parts.Mark{Tone: parts.Grey, Icon: parts.IconCheck, Text: words}
	}
	return parts.Mark{Tone: parts.Blue, Icon: parts.IconCalendar, Text: "Planned"}
}

// guillotine is when the meeting must end.
func (e evening) guillotine() data.Time { return e.Guillotine(e.rules.Length) }

// spent is how many minutes an item has taken, not counting those when the meeting was adjourned.
func (e evening) spent(item data.AgendaItem, at data.Time) int {
	return at.Sub(item.Began) - e.PausedWithin(item.Began, at)
}

func (m *Model) headClock(h *Head) {
	at := m.clock()
	if at.IsZero() {
		h.Left = "Written up later"
		h.Ends = "times are typed or left blank"
		if m.held.Status == data.Planned {
			h.Left, h.Ends = "Not today", "no time is stamped"
		}
		if m.held.Status == data.Closed {
			h.Left, h.Ends = "Closed", "what you add has no time"
		}
		return
	}
	h.Clock = at.String()
	ends := m.held.guillotine()
	if ends.IsZero() {
		return
	}
	h.Ends = "guillotine " + ends.String()
	switch left := ends.Sub(at); {
	case m.held.Status == data.Planned && at.Before(m.held.Starts):
		h.Left = "starts in " + minutesWords(m.held.Starts.Sub(at))
	case left >= 0:
		h.Left = minutesWords(left) + " left"
	default:
		h.Left = minutesWords(-left) + " over"
	}
}

// minutesWords returns a length of time: "1 h 18 min", "11 min", "2 h".
func minutesWords(n int) string {
	switch {
	case n < 60:
		return fmt.Sprintf("%d min", n)
	case n%60 == 0:
		return fmt.Sprintf("%d h", n/60)
	}
	return fmt.Sprintf("%d h %d min", n/60, n%60)
}
