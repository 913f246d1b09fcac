package motions

import (
	"cmp"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// chaseAfter is how many days after it went a copy is usually asked about.
const chaseAfter = 14

// A Copy is a motion as it went to somebody, as the card and the forms show it.
type Copy struct {
	ID   data.ForwardingID
	To   string
	Text string // "CLP secretary: sent 16 May, no reply"
	Mark parts.Mark
	open bool
}

// A Sending says to whom the motion that is chosen goes.
type Sending struct {
	To    []string
	Sent  data.Date // zero: it is still to be sent
	How   string
	Chase data.Date // zero: they are not to be asked
	Paper data.PaperID
}

// NewSending is a motion that goes today by email, to be asked about in two weeks.
func (m *Model) NewSending() Sending {
	return Sending{Sent: m.today(), How: "by email", Chase: m.today().AddDays(chaseAfter)}
}

// SendOn records as one Change that the motion that is chosen went to one or several. A copy that was still to be sent to
// one of them is the one that went.
func (m *Model) SendOn(s Sending) (line string, err error) {
	chosen, ok := m.motion(m.chosen)
	s.To = cleaned(s.To)
	switch {
	case !ok:
		return "", data.NewProblem("Choose the motion that is sent on.", nil)
	case len(s.To) == 0:
		return "", data.NewProblem("Tick to whom it goes, or type another name.", nil)
	case !s.Chase.IsZero() && s.Chase.Before(s.Sent):
		return "", data.NewProblem("The day to ask comes before the day on which it went. Correct one of the two.", nil)
	}
	to := listed(s.To)
	what, line := "mark "+chosen.Ref+" as sent to "+to, chosen.Ref+" sent to "+to+"."
	if s.Sent.IsZero() {
		what, line = "note that "+chosen.Ref+" goes to "+to, chosen.Ref+" is to be sent to "+to+"."
	}
	err = m.book.Change(what, func(tx *book.Tx) error {
		copies, err := tx.Forwardings.Of(chosen.ID)
		if err != nil {
			return err
		}
		for _, to := range s.To {
			f := data.Forwarding{Motion: chosen.ID, To: to}
			if i := slices.IndexFunc(copies, func(c data.Forwarding) bool { return c.To == to && c.State(m.today()) == data.ToSend }); i >= 0 {
				f = copies[i]
			}
			if f, err = s.applied(f, chosen.Ref); err != nil {
				return err
			}
			if f.ID == "" {
				f.ID = data.ForwardingID(tx.NewID())
			}
			if err := tx.Forwardings.Put(f); err != nil {
				return err
			}
		}
		return nil
	})
	return line, err
}

func (s Sending) applied(f data.Forwarding, ref string) (data.Forwarding, error) {
	if s.Sent.IsZero() {
		f.How, f.Chase = strings.TrimSpace(s.How), data.Date{}
		return f, nil
	}
	f, _, err := f.Send(ref, s.Sent, s.How, s.Paper, s.Chase)
	return f, err
}

// Attach says which paper went with the copies that went to these.
func (m *Model) Attach(to []string, paper data.PaperID) error {
	chosen, ok := m.motion(m.chosen)
	if !ok || paper == "" {
		return nil
	}
	return m.book.Change("note the paper of "+chosen.Ref, func(tx *book.Tx) error {
		copies, err := tx.Forwardings.Of(chosen.ID)
		if err != nil {
			return err
		}
		for _, f := range copies {
			if f.Paper != "" || !f.Closed.IsZero() || !slices.Contains(to, f.To) {
				continue
			}
			f.Paper = paper
			if err := tx.Forwardings.Put(f); err != nil {
				return err
			}
		}
		return nil
	})
}

// Acknowledge records that they said they have a copy; by may be "".
func (m *Model) Acknowledge(id data.ForwardingID, on data.Date, by string) (line string, err error) {
	if on.IsZero() {
		return "", data.NewProblem("Type the day on which they acknowledged it.", nil)
	}
	return m.follow(id, " acknowledged.", func(f data.Forwarding, ref string) (data.Forwarding, string, error) {
		return f.Acknowledge(ref, on, by)
	})
}

// Answer records at which meeting they take it and what they made of it; either may be left out.
func (m *Model) Answer(id data.ForwardingID, meeting data.Date, result string) (line string, err error) {
	said := " has their meeting entered."
	if result = strings.TrimSpace(result); result != "" {
		said = ": their result entered, " + result + "."
	}
	return m.follow(id, said, func(f data.Forwarding, ref string) (data.Forwarding, string, error) {
		return f.Answer(ref, meeting, result)
	})
}

// ReportBack records that a meeting of the branch was told.
func (m *Model) ReportBack(id data.ForwardingID, at data.MeetingID) (line string, err error) {
	meeting, ok := m.meetings[at]
	if !ok {
		return "", data.NewProblem("Choose the meeting that was told.", nil)
	}
	return m.follow(id, " reported back on "+meeting.Date.String()+".", func(f data.Forwarding, ref string) (data.Forwarding, string, error) {
		return f.ReportBack(ref, meeting)
	})
}

// Chase records that they were asked what became of it, and when to ask again; zero for never.
func (m *Model) Chase(id data.ForwardingID, on, again data.Date) (line string, err error) {
	switch {
	case on.IsZero():
		return "", data.NewProblem("Type the day on which they were asked.", nil)
	case !again.IsZero() && again.Before(on):
		return "", data.NewProblem("The next day to ask comes before the day on which they were asked. Correct one of the two.", nil)
	}
	return m.follow(id, ": they were asked.", func(f data.Forwarding, ref string) (data.Forwarding, string, error) {
		return f.Ask(ref, on, again)
	})
}

// CloseCopy records that nothing more is to be done about a copy, and why.
func (m *Model) CloseCopy(id data.ForwardingID, on data.Date, why string) (line string, err error) {
	if on.IsZero() {
		return "", data.NewProblem("Type the day on which it was closed.", nil)
	}
	return m.follow(id, " closed.", func(f data.Forwarding, ref string) (data.Forwarding, string, error) {
		return f.Close(ref, on, why)
	})
}

// follow does the next thing about a copy as one Change.
func (m *Model) follow(id data.ForwardingID, said string, step func(data.Forwarding, string) (data.Forwarding, string, error)) (line string, err error) {
	chosen, _ := m.motion(m.chosen)
	copies := m.copies[chosen.ID]
	i := slices.IndexFunc(copies, func(f data.Forwarding) bool { return f.ID == id })
	if i < 0 {
		return "", data.NewProblem("Choose the copy: to whom the motion was sent.", nil)
	}
	_, what, err := step(copies[i], chosen.Ref)
	if err != nil {
		return "", err
	}
	err = m.book.Change(what, func(tx *book.Tx) error {
		f, err := tx.Forwardings.Get(id)
		if err != nil {
			return err
		}
		if f, _, err = step(f, chosen.Ref); err != nil {
			return err
		}
		return tx.Forwardings.Put(f)
	})
	return chosen.Ref + " to " + copies[i].To + said, err
}

// copiesOf are the copies of a motion for its card, those that wait most first, then those that are done with.
func (m *Model) copiesOf(id data.MotionID) []Copy {
	all := data.Awaiting(m.copies[id], m.today())
	for _, f := range m.copies[id] {
		if !f.State(m.today()).Waits() {
			all = append(all, f)
		}
	}
	var out []Copy
	for _, f := range all {
		state := f.State(m.today())
		out = append(out, Copy{ID: f.ID, To: f.To, Text: f.Words(m.today()), Mark: stateMark(state), open: f.Closed.IsZero()})
	}
	return out
}

// reportable are the meetings that can have been told of a reply, the last first.
func (m *Model) reportable() (ids []data.MeetingID, names []string) {
	for _, x := range slices.Backward(m.everyMeeting) {
		if !x.Off() && !x.Date.After(m.today()) {
			ids, names = append(ids, x.ID), append(names, x.Heading())
		}
	}
	return ids, names
}

// stateMark is how far a copy has got, as a chip.
func stateMark(s data.ForwardingState) parts.Mark {
	words := data.Capital(string(s))
	switch s {
	case data.ToSend:
		return parts.Mark{Tone: parts.Amber, Icon: parts.IconSend, Text: words}
	case data.Overdue:
		return parts.Mark{Tone: parts.Red, Icon: parts.IconWarning, Text: "Reply overdue"}
	case data.ResultIn:
		return parts.Mark{Tone: parts.Green, Icon: parts.IconMail, Text: words}
	case data.WasSent, data.Acknowledged, data.OnTheirPaper:
		return parts.Mark{Tone: parts.Blue, Icon: parts.IconClock, Text: words}
	}
	return parts.Mark{Text: words}
}

// sentTo is the register's cell about what became of a motion after it was settled.
func (m *Model) sentTo(x data.Motion) parts.Cell {
	of := m.copies[x.ID]
	if len(of) == 0 {
		switch {
		case x.Outcome.IsCarried():
			return parts.Cell{Text: "–", Sub: "Not sent on"}
		case x.Outcome == data.Remitted && x.OutcomeNote != "":
			return parts.Cell{Text: data.Capital(strings.TrimPrefix(x.OutcomeNote, "the ")), Sub: cmp.Or(data.Capital(x.WhatFollowed(m.motions)), "In hand")}
		}
		return parts.Cell{Text: "–", Sub: data.Capital(x.WhatFollowed(m.motions))}
	}
	var to []string
	for _, f := range of {
		if short := strings.TrimSuffix(f.To, " secretary"); !slices.Contains(to, short) {
			to = append(to, short)
		}
	}
	mark := stateMark(data.FollowedUp(of, m.today()))
	return parts.Cell{Text: strings.Join(to, ", "), Sub: mark.Text, SubIcon: mark.Icon, SubTone: mark.Tone}
}

func cleaned(names []string) []string {
	var out []string
	for _, n := range names {
		if n = strings.Join(strings.Fields(n), " "); n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// listed is "A, B and C".
func listed(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// pressing says whether a copy of the motion that is chosen is in one of the states.
func (m *Model) pressing(states ...data.ForwardingState) bool {
	return slices.ContainsFunc(m.copies[m.chosen], func(f data.Forwarding) bool { return slices.Contains(states, f.State(m.today())) })
}
