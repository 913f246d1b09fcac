package data

import "strings"

// A Forwarding is what happened to a motion, or a decision, after it was sent on: acknowledged, decided, reported back.
type Forwarding struct {
	ID       ForwardingID `json:"id"`
	Revision int          `json:"rev"`
	Motion   MotionID     `json:"motion,omitempty"`
	Decision DecisionID   `json:"decision,omitempty"`
	// To is whom it goes to: "CLP secretary", "GC", "MP".
	To string `json:"to"`
	// Sent is when it went; zero while it is still to be sent. How is by what, and Paper which paper went with it.
	Sent  Date    `json:"sent,omitzero"`
	How   string  `json:"how,omitempty"`
	Paper PaperID `json:"paper,omitempty"`
	// Chase is when to ask what became of it; Chased is each time that was done.
	Chase  Date   `json:"chase,omitzero"`
	Chased []Date `json:"chased,omitempty"`
	// Acknowledged is when they said that they have it, and AcknowledgedBy who.
	Acknowledged   Date   `json:"acknowledged,omitzero"`
	AcknowledgedBy string `json:"acknowledgedBy,omitempty"`
	// Their* is what they made of it: at which meeting, and the result in their words and figures: "carried 41-23".
	TheirMeeting Date   `json:"theirMeeting,omitzero"`
	TheirResult  string `json:"theirResult,omitempty"`
	// ReportedBack is when the branch was told, at the meeting ReportedAt.
	ReportedBack Date      `json:"reportedBack,omitzero"`
	ReportedAt   MeetingID `json:"reportedAt,omitempty"`
	// Closed is when nothing more was to be done, and ClosedWhy why: "no reply after two chasers".
	Closed    Date   `json:"closed,omitzero"`
	ClosedWhy string `json:"closedWhy,omitempty"`
	Note      string `json:"note,omitempty"`
}

// Validate says what keeps the forwarding from being stored.
func (f Forwarding) Validate() error {
	switch {
	case f.Motion == "" && f.Decision == "":
		return NewProblem("Choose the motion that was sent on.", nil)
	case strings.TrimSpace(f.To) == "":
		return NewProblem("Type to whom it was sent.", nil)
	case !f.Closed.IsZero() && strings.TrimSpace(f.ClosedWhy) == "":
		return NewProblem("Type why it is closed: reported back, or no reply after two chasers.", nil)
	}
	return nil
}
