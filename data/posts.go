package data

import "strings"

// HowElected is how somebody came to a post or seat.
type HowElected string

// The ways into a post or a seat.
const (
	ElectedUnopposed HowElected = "unopposed"
	ElectedBallot    HowElected = "ballot"
	ElectedHands     HowElected = "show of hands"
	ExOfficio        HowElected = "ex officio"
	CoOpted          HowElected = "co-opted"
	Appointed        HowElected = "appointed"
)

// WaysElected lists every HowElected in the order that a choice shows them.
func WaysElected() []HowElected {
	return []HowElected{ElectedUnopposed, ElectedBallot, ElectedHands, ExOfficio, CoOpted, Appointed}
}

// A Post is an office of the branch: chair, secretary, women's officer.
type Post struct {
	ID       PostID `json:"id"`
	Revision int    `json:"rev"`
	Name     string `json:"name"`
	Place    int    `json:"place"` // order in which posts are listed and elected
	// Executive marks the posts that the branch's rule of balance counts.
	Executive bool `json:"executive,omitempty"`
}

// Validate says what keeps the post from being stored.
func (p Post) Validate() error {
	if strings.TrimSpace(p.Name) == "" {
		return NewProblem("A post needs a name.", nil)
	}
	return nil
}

// StandardPosts returns the officers a branch has under the model rules, in the order they are elected.
func StandardPosts() []Post {
	return []Post{
		{Name: "Chair", Place: 1, Executive: true}, {Name: "Vice chair", Place: 2, Executive: true},
		{Name: "Secretary", Place: 3, Executive: true}, {Name: "Treasurer", Place: 4, Executive: true},
		{Name: "Women's officer", Place: 5, Executive: true},
	}
}

// A Term is somebody's time in a post.
type Term struct {
	ID       TermID     `json:"id"`
	Revision int        `json:"rev"`
	Post     PostID     `json:"post"`
	Person   PersonID   `json:"person"`
	From     Date       `json:"from"`
	To       Date       `json:"to,omitzero"` // the last day; zero while it runs
	How      HowElected `json:"how,omitempty"`
	// Contest is the election that it came from; "" for one typed in.
	Contest ContestID `json:"contest,omitempty"`
}

// HeldOn says whether the term runs on the date.
func (t Term) HeldOn(on Date) bool {
	return !on.Before(t.From) && (t.To.IsZero() || !on.After(t.To))
}

// Validate says what keeps the term from being stored.
func (t Term) Validate() error {
	switch {
	case t.Person == "" || t.Post == "":
		return NewProblem("Choose who holds which post.", nil)
	case !t.To.IsZero() && t.To.Before(t.From):
		return NewProblem("The term would end before it begins. Correct one of the two dates.", nil)
	}
	return nil
}

// A Body is what delegates are sent to: the General Committee, a conference.
type Body struct {
	ID       BodyID `json:"id"`
	Revision int    `json:"rev"`
	Name     string `json:"name"`
	Place    int    `json:"place"`
}

// GeneralCommittee is the name of the body that delegates of a branch form in the CLP.
const GeneralCommittee = "General Committee"

// Validate says what keeps the body from being stored.
func (b Body) Validate() error {
	if strings.TrimSpace(b.Name) == "" {
		return NewProblem("A body needs a name.", nil)
	}
	return nil
}

// SeatClass is what sort of seat a delegate holds.
type SeatClass string

// The classes of seat.
const (
	OpenSeat      SeatClass = "open"
	WomensSeat    SeatClass = "women"
	YouthSeat     SeatClass = "youth"
	ExOfficioSeat SeatClass = "ex officio"
)

// SeatClasses lists every class in the order that a choice shows them.
func SeatClasses() []SeatClass { return []SeatClass{OpenSeat, WomensSeat, YouthSeat, ExOfficioSeat} }

// A Seat is somebody on a delegation.
type Seat struct {
	ID       SeatID     `json:"id"`
	Revision int        `json:"rev"`
	Body     BodyID     `json:"body"`
	Number   int        `json:"number"` // as listed, from 1
	Class    SeatClass  `json:"class"`
	Person   PersonID   `json:"person"`
	Elected  Date       `json:"elected"`
	How      HowElected `json:"how"`
	// Votes is what the delegate received; nil where there was no count.
	Votes *int `json:"votes,omitempty"`
	// Ends is the last day; zero until the next annual general meeting begins.
	Ends Date `json:"ends,omitzero"`
	// Consent says that the delegate agreed to their contact details going to the CLP secretary.
	Consent bool `json:"consent,omitempty"`
	// Contest is the election that it came from; "" for one typed in.
	Contest ContestID `json:"contest,omitempty"`
}

// HeldOn says whether the seat is held on the date.
func (s Seat) HeldOn(on Date) bool {
	return !on.Before(s.Elected) && (s.Ends.IsZero() || !on.After(s.Ends))
}

// Validate says what keeps the seat from being stored.
func (s Seat) Validate() error {
	switch {
	case s.Person == "":
		return NewProblem("Choose who holds the seat.", nil)
	case s.Elected.IsZero():
		return NewProblem("Type the date of the election, as 11 June 2026.", nil)
	case !s.Ends.IsZero() && s.Ends.Before(s.Elected):
		return NewProblem("The seat would end before it began. Correct one of the two dates.", nil)
	}
	return nil
}
