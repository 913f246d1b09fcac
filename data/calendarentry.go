package data

import "strings"

// A CalendarEntry is a meeting as a calendar keeps it.
type CalendarEntry struct {
	// UID names the meeting for ever, so that a calendar replaces what it has.
	UID string
	// Cancelled says that it does not take place as it was called: cancelled, postponed without a date, suspended.
	Cancelled bool
	On        Date
	// Starts is zero where the hour is not known, which makes it a day's entry. Ends is zero where nothing says when;
	// it may lie after midnight.
	Starts, Ends   Time
	Summary, Place string
	Description    string
	Branch, Email  string // of the branch; Email may be ""
}

// NewCalendarEntry works out the entry of a meeting.
func NewCalendarEntry(in CallingInput) CalendarEntry {
	m, notice := in.Meeting, NewNotice(in)
	c := CalendarEntry{
		UID: string(m.ID) + "@branchbook.invalid", Cancelled: m.Off(), On: m.Date, Starts: m.Starts,
		Summary: in.Branch.PaperName() + ": " + uncapital(m.Kind.String()), Place: strings.TrimSpace(m.Venue), Branch: in.Branch.PaperName(),
	}
	c.Email, _ = Mailbox(in.Branch.Email)
	if !m.Starts.IsZero() {
		c.Ends = m.Guillotine(in.Rules.Length)
	}
	c.Description = notice.Text()
	return c
}
