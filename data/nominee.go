package data

import "strings"

// A Nominee is somebody put forward in a contest. A contest knows them by their place in its list, which never changes:
// a nomination is withdrawn, not deleted.
type Nominee struct {
	// Person is who, and Partner with whom the post is to be shared; Name is used for somebody who is not in the book, and
	// From says where they come from: their branch or constituency.
	Person  PersonID `json:"person,omitempty"`
	Partner PersonID `json:"partner,omitempty"`
	Name    string   `json:"name,omitempty"`
	From    string   `json:"from,omitempty"`
	// Proposer and Seconder are "" until known.
	Proposer PersonID `json:"proposer,omitempty"`
	Seconder PersonID `json:"seconder,omitempty"`
	Received Date     `json:"received,omitzero"`
	Consent  Consent  `json:"consent,omitempty"`
	// Eligible is what the rule said of their standing; its Warning marks one who may not stand.
	Eligible Finding `json:"eligible,omitzero"`
	// Despite is why they are on the paper although they may not stand; "" keeps them off it. The nomination is kept.
	Despite string `json:"despite,omitempty"`
	// Withdrew says that they no longer stand, at WithdrewAt where that is known, and why.
	Withdrew    bool   `json:"withdrew,omitempty"`
	WithdrewAt  Time   `json:"withdrewAt,omitzero"`
	WithdrewWhy string `json:"withdrewWhy,omitempty"`
	// Number is theirs on the ballot, from 1; 0 until the papers were settled.
	Number int `json:"number,omitempty"`
	// Woman says that they count towards the places that the contest keeps for women, as it was when they got their number.
	Woman bool `json:"woman,omitempty"`
	// Listed is how far they came in a selection.
	Listed Listed `json:"listed,omitempty"`
	// Declined says that they were elected and did not accept.
	Declined bool `json:"declined,omitempty"`
	// Note is for the secretary: in no paper.
	Note string `json:"note,omitempty"`
}

// Consent is whether somebody agreed to stand.
type Consent string

// The consent of a nominee. "" is not known yet.
const (
	ConsentUnknown Consent = ""
	Consents       Consent = "yes"
	ConsentRefused Consent = "no"
)

// Listed is how far an applicant came in a selection.
type Listed string

// The lists of a selection, in order.
const (
	Applied     Listed = ""
	Longlisted  Listed = "longlisted"
	Shortlisted Listed = "shortlisted"
	NotListed   Listed = "not shortlisted"
)

// Ineligible says that the rule keeps them from standing and that nobody put them on the paper all the same.
func (n Nominee) Ineligible() bool { return n.Eligible.Warning && strings.TrimSpace(n.Despite) == "" }

// Stands says whether they are on the paper.
func (n Nominee) Stands() bool {
	return !n.Withdrew && n.Consent != ConsentRefused && !n.Ineligible() && n.Listed != NotListed
}

// Called returns the nominee's name, both for a job share: "Grace Mbeki and Zoë Okafor".
func (n Nominee) Called(people Names) string {
	name := strings.TrimSpace(n.Name)
	if n.Person != "" {
		name = people.Name(n.Person)
	}
	if n.Partner != "" {
		name += " and " + people.Name(n.Partner)
	}
	return name
}

// SortKey orders nominees on a ballot: by surname, accents and capitals apart.
func (n Nominee) SortKey(people Names) string {
	if p, known := people[n.Person]; known {
		return p.SortKey()
	}
	words := strings.Fields(n.Name)
	if len(words) < 2 {
		return Fold(n.Name)
	}
	last := len(words) - 1
	return Fold(words[last]) + ", " + Fold(strings.Join(words[:last], " "))
}
