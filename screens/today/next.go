package today

import (
	"cmp"
	"fmt"
	"slices"

	"branchbook/data"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// nextCard is the meeting that comes, or that is in session.
type nextCard struct {
	None          bool
	Over          string // what stands over the title
	Title, Under  string
	Moments       []parts.Moment
	First, Second step // what can be done: the second is the thing to do
}

// step is something to do, and where that is done.
type step struct {
	Label string // "" for no button
	Go    place.Route
}

// nextOf works out the card of the next meeting, with its dates.
func nextOf(f facts) (nextCard, error) {
	m, ok, err := f.r.Meetings.InSession()
	if err == nil && !ok {
		m, ok, err = f.r.Meetings.Next(f.today)
	}
	if err != nil || !ok {
		return nextCard{
			None: true, Over: "Next meeting", Title: "No meeting is planned",
			Under: "Plan it, and the agenda, the last day for notice and the quorum are there at once.",
		}, err
	}
	rules, err := f.r.Rules(m.Date)
	if err != nil {
		return nextCard{}, err
	}
	items, err := f.r.Items.Of(m.ID)
	if err != nil {
		return nextCard{}, err
	}
	motions, err := f.r.Motions.Of(m.ID)
	if err != nil {
		return nextCard{}, err
	}
	card := nextCard{
		Over: "Next meeting", Title: commas(m.Kind.String(), m.Date.Weekday().String()+" "+m.Date.DayMonth(), m.Starts.String()),
		First: step{"Open the agenda", meetingRoute(m.ID)}, Second: f.secondStep(m, rules),
	}
	card.Under = joined(m.Venue, data.NumberOf(len(items), "agenda item", "agenda items"), data.NumberOf(len(motions), "motion", "motions"), f.quorum(m, rules))
	if m.Status == data.InSession {
		card.Over = "In session"
	}
	card.Moments, err = f.moments(m, rules)
	return card, err
}

func (f facts) secondStep(m data.Meeting, rules data.Rules) step {
	switch {
	case m.Status == data.InSession:
		return step{"Go on with the meeting", sessionRoute(m.ID)}
	case m.Date == f.today:
		return step{"Go to the meeting", sessionRoute(m.ID)}
	case m.NoticeSent.IsZero():
		return step{"Prepare the notice", meetingRoute(m.ID)}
	}
	return step{}
}

// quorum is how many voters the meeting needs; "" where the rule gives no number.
func (f facts) quorum(m data.Meeting, rules data.Rules) string {
	eligible, members := m.Eligible, m.Members
	if eligible == 0 {
		eligible, _ = rules.Eligibility.Count(f.people, m.Date)
		members = data.CountMembers(f.people, m.Date).Members
	}
	if n, finding := rules.Quorum.Needed(eligible, members); n > 0 {
		return "quorum: " + finding.Verdict
	}
	return ""
}

// moments are the dates that lead to the meeting: the deadline for motions, the notice, today and the day itself.
func (f facts) moments(m data.Meeting, rules data.Rules) ([]parts.Moment, error) {
	deadline, _ := rules.Motions.Latest(m.Date)
	inTime, err := f.r.Motions.Where(func(mo data.Motion) bool {
		mine := mo.Meeting == m.ID || mo.Meeting == "" && mo.Status == data.Received
		return mine && !mo.Received.IsZero() && !mo.Received.After(deadline)
	})
	if err != nil {
		return nil, err
	}
	moments := []parts.Moment{
		f.motionsMoment(deadline, len(inTime)),
		f.noticeMoment(m, rules),
		{On: m.Date, Title: commas(dayShort(m.Date), m.Starts.String()), Text: m.Kind.String(), Icon: parts.IconMeeting, Tone: parts.Grey,
			Chip: parts.Mark{Tone: parts.Grey, Text: f.until(m.Date)}},
	}
	if f.today != m.Date {
		moments = append(moments, parts.Moment{On: f.today, Title: "Today", Text: dayShort(f.today), Now: true})
	}
	slices.SortStableFunc(moments, func(a, b parts.Moment) int { return cmp.Compare(a.On.ISO(), b.On.ISO()) })
	return moments, nil
}

// until says how far off a day is: "In 10 days", "Today", "3 days ago".
func (f facts) until(on data.Date) string {
	switch n := on.Sub(f.today); {
	case n == 0:
		return "Today"
	case n > 0:
		return "In " + data.NumberOf(n, "day", "days")
	default:
		return data.NumberOf(-n, "day", "days") + " ago"
	}
}

// motionsMoment is the deadline for motions, with how many came in by then for this meeting or for none yet.
func (f facts) motionsMoment(deadline data.Date, received int) parts.Moment {
	moment := parts.Moment{On: deadline, Title: dayShort(deadline), Text: "Motions deadline", Icon: parts.IconClock, Tone: parts.Grey,
		Chip: parts.Mark{Tone: parts.Grey, Text: f.until(deadline)}}
	if deadline.Before(f.today) {
		moment.Icon, moment.Tone = parts.IconCheck, parts.Green
		moment.Chip = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: fmt.Sprintf("Passed, %d received", received)}
	}
	return moment
}

func (f facts) noticeMoment(m data.Meeting, rules data.Rules) parts.Moment {
	latest, _ := rules.Notice.Latest(m)
	moment := parts.Moment{On: latest, Title: dayShort(latest), Text: "Notice to members", Icon: parts.IconClock, Tone: parts.Amber}
	judged := rules.Notice.Judge(m)
	left := latest.Sub(f.today)
	switch {
	case !m.NoticeSent.IsZero():
		moment.On, moment.Title = m.NoticeSent, dayShort(m.NoticeSent)
		moment.Icon, moment.Tone = parts.IconCheck, parts.Green
		moment.Chip = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Sent"}
		if judged.Warning {
			moment.Tone, moment.Chip = parts.Amber, parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: "Sent, " + judged.Verdict}
		}
	case left < 0:
		moment.Icon, moment.Tone = parts.IconWarning, parts.Red
		moment.Chip = parts.Mark{Tone: parts.Red, Icon: parts.IconWarning, Text: data.NumberOf(-left, "day", "days") + " late"}
	case left == 0:
		moment.Chip = parts.Mark{Tone: parts.Red, Icon: parts.IconClock, Text: "Due today"}
	default:
		moment.Chip = parts.Mark{Tone: parts.Amber, Icon: parts.IconClock, Text: "Due in " + data.NumberOf(left, "day", "days")}
	}
	return moment
}
