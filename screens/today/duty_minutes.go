package today

import (
	"fmt"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// approvalDuties are the minutes that still have to go round, to be approved or to be signed. They are asked after while
// their meeting is recent; what is older was kept otherwise.
func approvalDuties(f facts, _ int) ([]duty, error) {
	kept, err := f.r.Approvals.All()
	if err != nil {
		return nil, err
	}
	of := make(map[data.MeetingID]data.Approval, len(kept))
	for _, a := range kept {
		of[a.Meeting] = a
	}
	var out []duty
	for i := len(f.meetings) - 1; i >= 0; i-- {
		m := f.meetings[i]
		a, begun := of[m.ID]
		if m.Status != data.Closed || !begun && f.today.Sub(m.Date) > recent {
			continue
		}
		made, err := f.r.Papers.Of(data.MinutesPaper, data.ID(m.ID))
		if err != nil {
			return nil, err
		}
		if !begun && len(made) == 0 {
			continue // they are asked for as a paper that was not exported
		}
		if d, waits := approvalDuty(f, m, a); waits {
			out = append(out, d)
		}
	}
	return out, nil
}

// approvalDuty is the next step of the minutes of a meeting; false when they are signed.
func approvalDuty(f facts, m data.Meeting, a data.Approval) (duty, bool) {
	d := duty{
		Icon: parts.IconDocument, Tone: parts.Amber, rank: rankPapers,
		Do: step{"Open", place.Route{Place: "approval", ID: string(m.ID)}},
	}
	on := m.Date.DayMonth()
	switch {
	case a.Locked():
		return d, false
	case !a.Approved.IsZero():
		d.Title, d.Text = "Have the minutes of "+on+" signed", "Approved on "+a.Approved.DayMonth()+"; the chair of that meeting signs them, and they are locked."
		d.Mark = parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: "To sign"}
	case len(a.Circulated) > 0:
		sent := a.Circulated[len(a.Circulated)-1]
		d.Title, d.Text = "Have the minutes of "+on+" approved", fmt.Sprintf("Circulated on %s; they come to the next meeting.", sent.On.DayMonth())
		d.Mark, d.rank = parts.Mark{Tone: parts.Grey, Icon: parts.IconClock, Text: "To approve"}, rankLater
		d.Tone = parts.Grey
	case !a.Drafted.IsZero():
		d.Title, d.Text = "Circulate the minutes of "+on, "The draft was finished on "+a.Drafted.DayMonth()+"."
		d.Mark = parts.Mark{Tone: parts.Amber, Icon: parts.IconSend, Text: "To send"}
	default:
		d.Title, d.Text = "Circulate the minutes of "+on, m.Kind.String()+", closed; the draft is not marked as finished"
		d.Mark = parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: "Draft"}
	}
	if n := len(a.HeldOver); n > 0 && a.Approved.IsZero() {
		d.Text = "Presented on " + a.HeldOver[n-1].On.DayMonth() + " and held over. " + d.Text
	}
	return d, true
}

// ratifyDuties is one line for the decisions that a meeting without a quorum made, and none has dealt with since.
func ratifyDuties(f facts, _ int) ([]duty, error) {
	due, err := f.r.Decisions.Where(func(d data.Decision) bool { return d.Pressing && d.Ratified == "" })
	if err != nil || len(due) == 0 {
		return nil, err
	}
	to := due[0].Meeting
	text := "The next quorate meeting settles it."
	if next, ok, err := f.r.Meetings.Next(f.today); err != nil {
		return nil, err
	} else if ok {
		to, text = next.ID, "It comes to the meeting of "+next.Date.DayMonth()+"."
	}
	var words []string
	for _, d := range due[:min(len(due), mostNamed)] {
		words = append(words, d.Text)
	}
	if more := len(due) - mostNamed; more > 0 {
		words = append(words, fmt.Sprintf("%d more", more))
	}
	return []duty{{
		Icon: parts.IconFlag, Tone: parts.Amber, rank: rankPending,
		Title: data.NumberOf(len(due), "decision is to be ratified", "decisions are to be ratified"), Text: joined(append(words, text)...),
		Mark: parts.Mark{Tone: parts.Amber, Icon: parts.IconFlag, Text: "To ratify"},
		Do:   step{"Show", meetingRoute(to)},
	}}, nil
}

// recallDuties are the meetings that were postponed or suspended and have no new date.
func recallDuties(f facts, _ int) ([]duty, error) {
	var out []duty
	for _, m := range f.meetings {
		if m.Status != data.Postponed && m.Status != data.Suspended {
			continue
		}
		d := duty{
			Icon: parts.IconCalendar, Tone: parts.Amber, rank: rankPending,
			Title: "Give the " + lower(m.Kind.String()) + " of " + m.Date.DayMonth() + " a new date",
			Text:  "It was " + string(m.Status) + ", and no new date is set.",
			Mark:  parts.Mark{Tone: parts.Amber, Icon: parts.IconCalendar, Text: data.Capital(string(m.Status))},
			Do:    step{"Plan", meetingRoute(m.ID)},
		}
		if n := len(m.Moves); n > 0 && m.Moves[n-1].Why != "" {
			d.Text = commas("It was "+string(m.Status), m.Moves[n-1].Why)
		}
		out = append(out, d)
	}
	return out, nil
}
