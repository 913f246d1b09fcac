package today

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// duty is one thing that waits on the secretary.
type duty struct {
	Icon        parts.IconName
	Tone        parts.Tone
	Title, Text string
	Mark        parts.Mark
	Do          step
	rank        int // the smaller, the more urgent
}

// How urgent each sort of duty is. What is late comes first.
const (
	rankSession = iota
	rankOverdue
	rankNotice
	rankPending // what a meeting has to settle
	rankPapers
	rankReturn
	rankLater // what only has to be remembered
	rankVacant
	rankSetUp
)

// recent is how long a closed meeting's papers are asked after, in days. What is older was kept otherwise.
const recent = 90

// dutiesOf works out what waits, the most urgent first.
func dutiesOf(f facts, members int) ([]duty, error) {
	var all []duty
	for _, find := range []func(facts, int) ([]duty, error){
		sessionDuties, unwrittenDuties, actionDuties, letterDuties, forwardingDuties, noticeDuties,
		ratifyDuties, recallDuties, paperDuties, approvalDuties, delegateDuties, officerDuties, setUpDuties,
	} {
		found, err := find(f, members)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortStableFunc(all, func(a, b duty) int { return cmp.Compare(a.rank, b.rank) })
	return all, nil
}

// sessionDuties are the meetings that nobody has closed.
func sessionDuties(f facts, _ int) ([]duty, error) {
	var out []duty
	for _, m := range f.meetings {
		if m.Status != data.InSession {
			continue
		}
		d := duty{
			Icon: parts.IconMeeting, Tone: parts.Amber, rank: rankSession,
			Title: fmt.Sprintf("The %s of %s is in session", lower(m.Kind.String()), m.Date.DayMonth()),
			Text:  "Go on with it, or close it so that its papers can be made.",
			Mark:  parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: "In session"},
			Do:    step{"Go on", sessionRoute(m.ID)},
		}
		if !m.Opened.IsZero() {
			d.Text = "Opened at " + m.Opened.String() + ". " + d.Text
		}
		out = append(out, d)
	}
	return out, nil
}

// unwrittenDuties are the meetings whose day has passed and that nobody has minuted: for those who write up the next day.
func unwrittenDuties(f facts, _ int) ([]duty, error) {
	var out []duty
	for _, m := range f.meetings {
		if m.Status != data.Planned || !m.Date.Before(f.today) {
			continue
		}
		out = append(out, duty{
			Icon: parts.IconMeeting, Tone: parts.Amber, rank: rankSession,
			Title: fmt.Sprintf("The %s of %s has no minutes yet", lower(m.Kind.String()), m.Date.DayMonth()),
			Text:  "Write it up now: its times are typed, or left blank.",
			Mark:  parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: "To write up"},
			Do:    step{"Write it up", sessionRoute(m.ID)},
		})
	}
	return out, nil
}

// actionDuties is one line for the actions that are past their date.
func actionDuties(f facts, _ int) ([]duty, error) {
	open, err := f.r.Actions.Open()
	if err != nil {
		return nil, err
	}
	var late []data.Action
	for _, a := range open {
		if a.OverdueOn(f.today) {
			late = append(late, a)
		}
	}
	if len(late) == 0 {
		return nil, nil
	}
	const named = 3
	var who []string
	for _, a := range late[:min(len(late), named)] {
		who = append(who, commas(cmp.Or(f.names.Name(a.Owner), a.OwnerText), a.Text))
	}
	if len(late) > named {
		who = append(who, fmt.Sprintf("%d more", len(late)-named))
	}
	title := data.NumberOf(len(late), "action is past its date", "actions are past their date")
	return []duty{{
		Icon: parts.IconCheckbox, Tone: parts.Red, rank: rankOverdue,
		Title: title, Text: joined(who...),
		Mark: parts.Mark{Tone: parts.Red, Icon: parts.IconWarning, Text: "Overdue"},
		Do:   step{"Show", place.Route{Place: "actions"}},
	}}, nil
}

// noticeDuties are the notices of planned meetings that are due within a week, or late.
func noticeDuties(f facts, _ int) ([]duty, error) {
	var out []duty
	for _, m := range f.meetings {
		if m.Status != data.Planned || !m.NoticeSent.IsZero() || m.Date.Before(f.today) {
			continue
		}
		rules, err := f.r.Rules(m.Date)
		if err != nil {
			return nil, err
		}
		latest, finding := rules.Notice.Latest(m)
		left := latest.Sub(f.today)
		if left > weekly {
			continue
		}
		d := duty{
			Icon: parts.IconMail, Tone: parts.Amber, rank: rankNotice, Title: "Notice of the meeting of " + m.Date.DayMonth(),
			Text: finding.Sum, Mark: parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: data.NumberOf(left, "day", "days") + " left"},
			Do: step{"Prepare", meetingRoute(m.ID)},
		}
		if left < 0 {
			d.Tone, d.rank = parts.Red, rankOverdue
			d.Mark = parts.Mark{Tone: parts.Red, Icon: parts.IconWarning, Text: data.NumberOf(-left, "day", "days") + " late"}
		}
		out = append(out, d)
	}
	return out, nil
}

// paperDuties are the closed meetings whose minutes or attendance have not left the book.
func paperDuties(f facts, _ int) ([]duty, error) {
	var out []duty
	for _, m := range slices.Backward(f.meetings) {
		if m.Status != data.Closed || f.today.Sub(m.Date) > recent {
			continue
		}
		var missing []string
		for _, kind := range []data.PaperKind{data.MinutesPaper, data.AttendancePaper} {
			made, err := f.r.Papers.Of(kind, data.ID(m.ID))
			if err != nil {
				return nil, err
			}
			if len(made) == 0 {
				missing = append(missing, string(kind))
			}
		}
		if len(missing) == 0 {
			continue
		}
		title := strings.Join(missing, " and ")
		out = append(out, duty{
			Icon: parts.IconSend, Tone: parts.Amber, rank: rankPapers,
			Title: strings.ToUpper(title[:1]) + title[1:] + " of " + m.Date.DayMonth() + " not exported",
			Text:  m.Kind.String() + ", closed; the minutes are a draft",
			Mark:  parts.Mark{Tone: parts.Amber, Icon: parts.IconPencil, Text: "Draft"},
			Do:    step{"Open", meetingRoute(m.ID)},
		})
	}
	return out, nil
}

// delegateDuties are the returns that are due or out of date, and the seats that nobody holds.
func delegateDuties(f facts, members int) ([]duty, error) {
	if members == 0 {
		return nil, nil
	}
	bodies, err := f.r.Bodies.All()
	if err != nil {
		return nil, err
	}
	var out []duty
	for _, b := range bodies {
		if b.IsGeneralCommittee() && f.branch.Structure != data.Delegates {
			continue
		}
		doc, err := f.r.DelegateReturn(b.ID, f.today, nil)
		if err != nil {
			return nil, err
		}
		if b.IsGeneralCommittee() {
			out = append(out, returnDuty(b, doc)...)
		}
		vacant, err := seatDuties(f, b, doc)
		if err != nil {
			return nil, err
		}
		out = append(out, vacant...)
	}
	return out, nil
}

func returnDuty(b data.Body, doc data.DelegateReturnDoc) []duty {
	d := duty{
		Icon: parts.IconSend, Tone: parts.Blue, rank: rankReturn, Title: "Delegate return for the " + b.Name + " not made yet",
		Text: doc.Summary, Mark: parts.Mark{Tone: parts.Blue, Icon: parts.IconSend, Text: "To send"},
		Do: step{"Prepare", place.Route{Place: "returns"}},
	}
	switch {
	case doc.Filled == 0 && doc.Since == 0:
		return nil
	case doc.Since == 0:
	case len(doc.Changes) == 0:
		return nil
	default:
		d.Title = "Delegate return for the " + b.Name + " is out of date"
		d.Text = data.NumberOf(len(doc.Changes), "change", "changes") + fmt.Sprintf(" since version %d: %s", doc.Since, doc.Changes[0].Words())
	}
	return []duty{d}
}

// setUpDuties are what was passed over when the book was begun.
func setUpDuties(f facts, members int) ([]duty, error) {
	var out []duty
	add := func(icon parts.IconName, title, text, label string, to place.Route) {
		out = append(out, duty{Icon: icon, Tone: parts.Grey, rank: rankSetUp, Title: title, Text: text, Do: step{label, to}})
	}
	if members == 0 {
		add(parts.IconPeople, "No members are in the book", "A list, or names pasted in, and the quorum can be worked out.", "Bring in",
			place.Route{Place: "members", Tab: "import"})
	}
	own, err := f.r.AllRules.All()
	if err == nil && len(own) == 0 {
		add(parts.IconBook, "The standing orders are not checked", "Common figures are in force. Change what differs in yours.", "Look",
			place.Route{Place: "settings", Tab: "rules"})
	}
	return out, err
}
