package data

import "strings"

// Structure is how the constituency party (CLP) above a branch decides things.
type Structure string

// The structures a CLP can have. Under AllMembers nobody is a delegate to the CLP's own meeting.
const (
	Delegates  Structure = "delegates" // a General Committee of delegates from branches and affiliates
	AllMembers Structure = "all members"
)

// A Branch is whose book this is. A book has one.
type Branch struct {
	Revision  int       `json:"rev"`
	Name      string    `json:"name"`
	CLP       string    `json:"clp"`
	Wards     []string  `json:"wards,omitempty"`
	Structure Structure `json:"structure"`
	// Venue and Starts are what a new meeting begins with.
	Venue  string `json:"venue,omitempty"`
	Starts Time   `json:"starts,omitzero"`
	// Secretary is whose book it is, greeted on Today; CLPSecretary is who the returns go to. Both optional.
	Secretary    string `json:"secretary,omitempty"`
	CLPSecretary string `json:"clpSecretary,omitempty"`
	// Email is the branch's role address for notices; never a private one.
	Email string `json:"email,omitempty"`
	// Phrases are the branch's own for its minutes, with the placeholders of PhrasePlaces.
	Phrases []string `json:"phrases,omitempty"`
	// Style is how its papers look.
	Style HouseStyle `json:"style,omitzero"`
}

// Validate says what keeps the branch from being stored.
func (b Branch) Validate() error {
	switch {
	case strings.TrimSpace(b.Name) == "":
		return NewProblem("The book needs the name of your branch.", nil)
	case b.Structure != Delegates && b.Structure != AllMembers:
		return NewProblem("Choose how the constituency party meets: by delegates, or all members together.", nil)
	}
	return b.Style.Validate()
}
