package data

// A Duty is what somebody does for the meeting from the front table.
type Duty string

// The duties that change hands during a meeting.
const (
	InTheChair    Duty = "chair"
	TakingMinutes Duty = "minutes"
)

// A Turn is when somebody took a duty over, or up beside those who had it.
type Turn struct {
	Duty   Duty     `json:"duty"`
	Person PersonID `json:"person"`
	At     Time     `json:"at,omitzero"` // zero when not known
	// Beside says that those who had the duty kept it too.
	Beside bool `json:"beside,omitempty"`
}

// A Pause is when a meeting was adjourned for a while and resumed.
type Pause struct {
	From  Time   `json:"from,omitzero"`
	Until Time   `json:"until,omitzero"` // zero while it lasts, and when not known
	Ended bool   `json:"ended,omitempty"`
	Why   string `json:"why,omitempty"`
}

// An Extension is a decision that the meeting go on past its time, until another.
type Extension struct {
	Until Time   `json:"until"`
	At    Time   `json:"at,omitzero"`
	Vote  VoteID `json:"vote,omitempty"`
}

// WithoutQuorum is how a meeting went on to which no quorum came.
type WithoutQuorum string

// What a meeting without a quorum can do once it has waited. "" is not settled, or there was a quorum.
const (
	NotSettled    WithoutQuorum = ""
	NoBusiness    WithoutQuorum = "no business"
	PressingAlone WithoutQuorum = "pressing business subject to ratification"
)

// A Recall is a change of a meeting's calling: postponed, suspended, cancelled, or given another date.
type Recall struct {
	As  MeetingStatus `json:"as"`            // what it became; Planned for another date
	Was Date          `json:"was"`           // the date it had
	On  Date          `json:"on,omitzero"`   // when that was decided
	By  string        `json:"by,omitempty"`  // who decided, where it was a higher body
	Why string        `json:"why,omitempty"` // the reason, in words
}

// Off says that the meeting is not to take place as it stands: postponed without a date, cancelled or suspended.
func (m Meeting) Off() bool {
	return m.Status == Postponed || m.Status == Cancelled || m.Status == Suspended
}

// A Source is the record that an agenda item wrote itself from.
type Source struct {
	Kind   SourceKind `json:"kind"`
	Record ID         `json:"record"`
}

// IsZero says whether it came from no record.
func (s Source) IsZero() bool { return s == Source{} }

// SourceKind is what sort of record an agenda item wrote itself from.
type SourceKind string

// What writes itself into an agenda.
const (
	FromDecision   SourceKind = "decision"   // to be ratified
	FromAction     SourceKind = "action"     // still open
	FromMotion     SourceKind = "motion"     // to be taken
	FromForwarding SourceKind = "forwarding" // a reply awaited, or a result to report back
	FromCorrection SourceKind = "correction" // to minutes that are approved already
	FromMinutes    SourceKind = "minutes"    // to be approved; the record is the meeting
	FromLetter     SourceKind = "letter"     // to be answered
	FromSeat       SourceKind = "seat"       // a delegates' report that is owed; the record is the body they sit on
	FromItem       SourceKind = "item"       // business that an earlier meeting did not reach
	FromPost       SourceKind = "post"       // an office that nobody holds
	FromBody       SourceKind = "body"       // seats on it that nobody holds
	FromContest    SourceKind = "contest"    // an election that an earlier meeting did not decide
)

// A Speaker is a guest who speaks at a meeting.
type Speaker struct {
	Name  string `json:"name"`
	From  string `json:"from,omitempty"`  // whom they speak for
	Topic string `json:"topic,omitempty"` // what about
	// Thanks is how they were thanked, for the minutes.
	Thanks string `json:"thanks,omitempty"`
	// Contact is how to reach them. It is private: it is in no paper.
	Contact string `json:"contact,omitempty"`
}
