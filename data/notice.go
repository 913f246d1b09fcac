package data

import "fmt"

// A Notice is how long before a meeting its notice must go out.
type Notice struct {
	InForce
	Days int `json:"days"`
	// AGMDays is the notice of an annual general meeting; 0 for the same as Days.
	AGMDays int `json:"agmDays,omitempty"`
	// ClearDays says that neither the day the notice goes out nor the day of the meeting counts. Sundays and bank
	// holidays count either way.
	ClearDays bool `json:"clearDays,omitempty"`
}

// needed returns the days of notice that a kind of meeting needs.
func (n Notice) needed(kind MeetingKind) int {
	if kind == AGM && n.AGMDays > 0 {
		return n.AGMDays
	}
	return n.Days
}

// Latest returns the last day on which the notice of the meeting is in time, with its sum, and the other way of
// counting days under Other.
func (n Notice) Latest(m Meeting) (Date, Finding) {
	days := n.needed(m.Kind)
	last, f := noticeBy(m.Date, days, n.ClearDays)
	f.Source = n.source()
	if days > 0 {
		other, o := noticeBy(m.Date, days, !n.ClearDays)
		o.Verdict, o.Source = fmt.Sprintf("%s if calendar days are meant", other), f.Source
		if !n.ClearDays {
			o.Verdict = fmt.Sprintf("%s if clear days are meant", other)
		}
		f.Other = []Finding{o}
	}
	return last, f
}

func noticeBy(meeting Date, days int, clear bool) (Date, Finding) {
	last, unit := meeting.AddDays(-days), "day"
	if clear {
		last, unit = last.AddDays(-1), "clear day"
	}
	return last, Finding{
		Verdict: "due " + last.String(),
		Sum:     fmt.Sprintf("%s before %s = %s", NumberOf(days, unit, unit+"s"), meeting, last),
	}
}

// Judge says whether the notice went out in time: "sent in time", "one day short", "not sent yet: due Thu 7 May 2026".
// A notice that is not marked as sent is worth a warning once the meeting has begun.
func (n Notice) Judge(m Meeting) Finding {
	last, f := n.Latest(m)
	given := m.Date.Sub(m.NoticeSent)
	late := m.NoticeSent.Sub(last)
	switch {
	case m.NoticeSent.IsZero() && m.Status == Planned:
		f.Verdict = fmt.Sprintf("not sent yet: due %s", last)
		return f
	case m.NoticeSent.IsZero():
		f.Verdict = fmt.Sprintf("no notice is recorded: it was due %s", last)
	case given < 0:
		f.Verdict = "dated after the meeting"
	case late > 0:
		f.Verdict = inWords(late, "day", "days") + " short"
	default:
		f.Verdict = "sent in time"
	}
	f.Warning = n.warn(f.Verdict != "sent in time")
	if !m.NoticeSent.IsZero() {
		f.Sum = fmt.Sprintf("sent %s; %s", m.NoticeSent, f.Sum)
	}
	return f
}

// A Deadline is how long before a meeting something must be in.
type Deadline struct {
	InForce
	Days int `json:"days"` // calendar days; 0 for the day of the meeting itself
}

// Latest returns the last day in time for a meeting, with its sum.
func (d Deadline) Latest(meeting Date) (Date, Finding) {
	last, f := noticeBy(meeting, d.Days, false)
	f.Source = d.source()
	return last, f
}

// Judge says whether something received on a day was in time for a meeting: "in time", "one day late". A day that is
// not known is a warning.
func (d Deadline) Judge(received, meeting Date) Finding {
	last, f := d.Latest(meeting)
	if received.IsZero() {
		f.Verdict, f.Warning = "date received not known", d.warn(true)
		return f
	}
	f.Verdict = "in time"
	if late := received.Sub(last); late > 0 {
		f.Verdict, f.Warning = inWords(late, "day", "days")+" late", d.warn(true)
	}
	f.Sum = fmt.Sprintf("received %s; %s", received, f.Sum)
	return f
}

// AGMMinutes is when the minutes of an annual general meeting come up for approval.
type AGMMinutes struct {
	InForce
	// AtNextAGM says that they wait for the annual general meeting of the year after; else the next meeting takes them.
	AtNextAGM bool `json:"atNextAGM,omitempty"`
}
