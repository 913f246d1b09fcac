package book

import (
	"slices"

	"branchbook/data"
)

// Letters are in order of their dates.
type Letters struct {
	Records[data.Letter, data.LetterID]
}

// Of returns the letters that were reported to a meeting.
func (c Letters) Of(meeting data.MeetingID) ([]data.Letter, error) {
	return c.Where(func(l data.Letter) bool { return l.Meeting == meeting })
}

// Waiting returns the letters that still want an answer, from here or from elsewhere.
func (c Letters) Waiting() ([]data.Letter, error) {
	return c.Where(data.Letter.Waits)
}

// Canvasses are in order of their dates.
type Canvasses struct {
	Records[data.Canvass, data.CanvassID]
}

// Of returns the campaign sessions that were reported to a meeting.
func (c Canvasses) Of(meeting data.MeetingID) ([]data.Canvass, error) {
	return c.Where(func(s data.Canvass) bool { return s.Meeting == meeting })
}

// Approvals are how far the minutes of each meeting have got.
type Approvals struct {
	Records[data.Approval, data.ApprovalID]
}

// Of returns the approval of a meeting's minutes, and false while they are a draft that nobody has circulated.
func (c Approvals) Of(meeting data.MeetingID) (data.Approval, bool, error) {
	found, err := c.Where(func(a data.Approval) bool { return a.Meeting == meeting })
	if err != nil || len(found) == 0 {
		return data.Approval{Meeting: meeting}, false, err
	}
	return found[0], true, nil
}

// Corrections are in order of the meetings they correct, and numbered.
type Corrections struct {
	Records[data.Correction, data.CorrectionID]
}

// Of returns the corrections to the minutes of a meeting; addenda come last.
func (c Corrections) Of(meeting data.MeetingID) ([]data.Correction, error) {
	found, err := c.Where(func(x data.Correction) bool { return x.Meeting == meeting })
	slices.SortStableFunc(found, func(a, b data.Correction) int {
		switch {
		case a.Addendum == b.Addendum:
			return 0
		case a.Addendum:
			return 1
		}
		return -1
	})
	return found, err
}

// Amendments are in the order in which they are to be taken.
type Amendments struct {
	Records[data.Amendment, data.AmendmentID]
}

// Of returns the amendments to a motion, and to its amendments.
func (c Amendments) Of(motion data.MotionID) ([]data.Amendment, error) {
	return c.Where(func(a data.Amendment) bool { return a.Motion == motion })
}

// Forwardings are where motions and decisions were sent.
type Forwardings struct {
	Records[data.Forwarding, data.ForwardingID]
}

// Of returns where a motion was sent, in order of the days on which it went.
func (c Forwardings) Of(motion data.MotionID) ([]data.Forwarding, error) {
	return c.Where(func(f data.Forwarding) bool { return f.Motion == motion })
}

// Waiting returns those that nothing more was heard of, or that are not reported back yet.
func (c Forwardings) Waiting() ([]data.Forwarding, error) {
	return c.Where(func(f data.Forwarding) bool { return f.Closed.IsZero() && f.ReportedBack.IsZero() })
}
