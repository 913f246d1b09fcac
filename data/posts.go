package data

import (
	"fmt"
	"strings"
)

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
	// Kind is what sort of post it is; "" for one of an older book, which Sort then works out.
	Kind PostKind `json:"kind,omitempty"`
	// Holders is how many hold it at once, such as two auditors; 0 for one.
	Holders int `json:"holders,omitempty"`
	// Share says whether two may hold it together; see MayBeShared.
	Share JobShare `json:"share,omitempty"`
	// Eligible is who may stand for it; zero for every member who can vote.
	Eligible Candidacy `json:"eligible,omitzero"`
}

// PostKind is what sort of post it is.
type PostKind string

// The kinds of post.
const (
	ExecutiveOfficer  PostKind = "executive officer"
	FunctionalOfficer PostKind = "functional officer"
	Auditor           PostKind = "auditor"
)

// PostKinds lists every kind in the order that a choice shows them.
func PostKinds() []PostKind { return []PostKind{ExecutiveOfficer, FunctionalOfficer, Auditor} }

// JobShare is whether two people may hold a post together. "" leaves it to the model rules: every post but those of
// chair and treasurer.
type JobShare string

// What may be said of sharing a post.
const (
	ShareAsModel JobShare = ""
	ShareAllowed JobShare = "allowed"
	ShareRefused JobShare = "not allowed"
)

// JobSharers is the most who share one post, under the model rules.
const JobSharers = 2

// Sort returns what kind of post it is: of one that does not say, by whether the rule of balance counts it.
func (p Post) Sort() PostKind {
	switch {
	case p.Kind != "":
		return p.Kind
	case p.Executive:
		return ExecutiveOfficer
	}
	return FunctionalOfficer
}

// Wanted is how many hold the post when it is full.
func (p Post) Wanted() int { return max(1, p.Holders) }

// MayBeShared says whether two may hold the post together, with its source. It is never refused.
func (p Post) MayBeShared() (bool, Finding) {
	switch p.Share {
	case ShareAllowed:
		return true, Finding{Verdict: "may be shared by two", Source: "As set for this post"}
	case ShareRefused:
		return false, Finding{Verdict: "is not shared", Source: "As set for this post", Warning: true}
	}
	const model = "Model rules: at most two to a post, and not those of chair or treasurer"
	if name := Fold(p.Name); name == "chair" || name == "treasurer" {
		return false, Finding{Verdict: "is not shared", Source: model, Warning: true}
	}
	return true, Finding{Verdict: "may be shared by two", Source: model}
}

// MayStand says whether somebody may stand for the post on a day, under the rules in force then.
func (p Post) MayStand(who Person, on Date, rules Rules) Finding {
	return p.Eligible.Judge(who, on, rules.Eligibility)
}

// Validate says what keeps the post from being stored.
func (p Post) Validate() error {
	const most = 20
	switch {
	case strings.TrimSpace(p.Name) == "":
		return NewProblem("A post needs a name.", nil)
	case p.Holders < 0 || p.Holders > most:
		return NewProblem(fmt.Sprintf("%d people cannot hold one post. Type how many do, from 1 to %d.", p.Holders, most), nil)
	}
	return p.Eligible.validate()
}

// StandardPosts returns the officers a branch has under the model rules, in the order they are elected.
func StandardPosts() []Post {
	return []Post{
		{Name: "Chair", Place: 1, Executive: true, Kind: ExecutiveOfficer},
		{Name: "Vice chair", Place: 2, Executive: true, Kind: ExecutiveOfficer},
		{Name: "Secretary", Place: 3, Executive: true, Kind: ExecutiveOfficer},
		{Name: "Treasurer", Place: 4, Executive: true, Kind: ExecutiveOfficer},
		{Name: "Women's officer", Place: 5, Executive: true, Kind: ExecutiveOfficer, Eligible: Candidacy{Women: true}},
	}
}

// FurtherPosts returns what else a branch may have, to be chosen from: the two auditors and functional officers.
func FurtherPosts() []Post {
	officer := func(name string, eligible Candidacy) Post {
		return Post{Name: name, Kind: FunctionalOfficer, Eligible: eligible}
	}
	return []Post{
		{Name: "Auditor", Kind: Auditor, Holders: 2},
		officer("Membership officer", Candidacy{}),
		officer("Campaigns officer", Candidacy{}),
		officer("Political education officer", Candidacy{}),
		officer("Policy officer", Candidacy{}),
		officer("Communications officer", Candidacy{}),
		officer("Fundraising officer", Candidacy{}),
		officer("Youth officer", Candidacy{Young: true}),
		officer("BAME officer", Candidacy{Identifies: "BAME"}),
		officer("Disability officer", Candidacy{Identifies: "disabled"}),
		officer("LGBT+ officer", Candidacy{Identifies: "LGBT+"}),
		officer("Trade union liaison officer", Candidacy{Words: "a member of an affiliated union"}),
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
	// Acting says that they stand in until the post is elected to.
	Acting bool `json:"acting,omitempty"`
	// Shared says that they hold it together with whoever else has a shared term of the post then.
	Shared bool `json:"shared,omitempty"`
	// Why says why it ended, in the secretary's words: "resigned"; "" where there is nothing to say.
	Why string `json:"why,omitempty"`
	// EndedBy is the election whose result ended it, so that it goes on again if that result is taken back; "" for none.
	EndedBy ContestID `json:"endedBy,omitempty"`
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
