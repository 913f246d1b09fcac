package data

import "strings"

// Minutes works out the minutes of the meeting from what was recorded at it. A meeting without clock times has minutes
// without them, and approved minutes print word for word as they were approved.
func (e Evening) Minutes(style MinutesStyle) Minutes {
	if t := e.Approval.Text; t != nil {
		m := *t
		e.stand(&m)
		return m
	}
	m := e.draft(style)
	e.stand(&m)
	return m
}

// HouseMinutes works out the minutes as the branch prints them.
func (e Evening) HouseMinutes() Minutes { return e.Minutes(e.Branch.Style.Minutes) }

// draft works the minutes out from the records as they stand.
func (e Evening) draft(style MinutesStyle) Minutes {
	if style.Initials {
		e.People = e.People.Initialled()
	}
	m := Minutes{
		Branch: e.Branch.PaperName(),
		Title:  "Minutes of the " + uncapital(e.Meeting.Kind.String()) + ", " + joined(e.Meeting.Date.Long(), e.Meeting.Starts.String()),
		Date:   e.Meeting.Date,
		Lines:  e.minutesHeading(),
		Quorum: e.Quorum(), QuorumWords: e.quorumWords(),
		Next: e.nextWords(), Signer: "Chair",
	}
	if at := e.Meeting.Opened; !at.IsZero() {
		m.Opening = "The meeting opened at " + at.String() + "."
	}
	m.Course, m.Closing = e.course(), e.ended()
	e.rolls(&m, style)
	m.Items, m.Actions = e.items(style)
	return m
}

// minutesHeading is where they met, and under it who chaired and who minuted.
func (e Evening) minutesHeading() []string {
	roles := sentence(labelled("Chair: ", e.Meeting.ServedWords(InTheChair, e.People))) + " " +
		sentence(labelled("Minutes: ", e.Meeting.ServedWords(TakingMinutes, e.People)))
	var lines []string
	for _, s := range []string{e.Meeting.Venue, roles} {
		if s = strings.TrimSpace(s); s != "" {
			lines = append(lines, s)
		}
	}
	return lines
}
