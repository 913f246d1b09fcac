package data

import (
	"fmt"
	"slices"
	"strings"
)

// A Body is what delegates are sent to: the General Committee, a conference.
type Body struct {
	ID       BodyID `json:"id"`
	Revision int    `json:"rev"`
	Name     string `json:"name"`
	Place    int    `json:"place"`
	// Kind is what sort of body it is; "" for one of an older book.
	Kind BodyKind `json:"kind,omitempty"`
	// Entitlement and Balance are the body's own; zero for those of the rules. See UnderRules.
	Entitlement Entitlement `json:"entitlement,omitzero"`
	Balance     Balance     `json:"balance,omitzero"`
	// Classes are those of its seats; nil for all of them.
	Classes []SeatClass `json:"classes,omitempty"`
	// Term is until when a delegate sits, and Eligible who may be one.
	Term     TermRule  `json:"term,omitzero"`
	Eligible Candidacy `json:"eligible,omitzero"`
}

// BodyKind is what sort of body it is.
type BodyKind string

// The kinds of body.
const (
	GeneralCommitteeKind BodyKind = "general committee"
	ExecutiveKind        BodyKind = "executive committee"
	LocalGovernmentKind  BodyKind = "local government committee"
	AnnualConference     BodyKind = "annual conference"
	RegionalConference   BodyKind = "regional conference"
	WomensConference     BodyKind = "women's conference"
	PolicyForum          BodyKind = "policy forum"
	TradesCouncil        BodyKind = "trades council"
	OtherBody            BodyKind = "other"
)

// BodyKinds lists every kind in the order that a choice shows them.
func BodyKinds() []BodyKind {
	return []BodyKind{
		GeneralCommitteeKind, ExecutiveKind, LocalGovernmentKind, AnnualConference, RegionalConference, WomensConference,
		PolicyForum, TradesCouncil, OtherBody,
	}
}

// GeneralCommittee is the name of the body that delegates of a branch form in the CLP.
const GeneralCommittee = "General Committee"

// IsGeneralCommittee says whether it is the body that the rules of entitlement speak of.
func (b Body) IsGeneralCommittee() bool {
	return b.Kind == GeneralCommitteeKind || b.Kind == "" && b.Name == GeneralCommittee
}

// UnderRules returns the rules with the body's own entitlement and balance in place of those of the General Committee.
// Those of the rules hold for the General Committee alone where the body has none: nobody else's seats are counted by
// them. The rule of balance holds for every delegation without its own.
func (b Body) UnderRules(r Rules) Rules {
	if b.Entitlement.IsSet() || !b.IsGeneralCommittee() {
		r.Seats = b.Entitlement
	}
	if b.Balance.IsSet() {
		r.Delegation = b.Balance
	}
	return r
}

// SeatClasses returns the classes of its seats, in the order that a choice shows them.
func (b Body) SeatClasses() []SeatClass {
	if len(b.Classes) == 0 {
		return SeatClasses()
	}
	return slices.Clone(b.Classes)
}

// MayStand says whether somebody may stand on a day for a seat of a class, under the rules in force then. A seat for
// women or for those under 27 adds to what the body asks.
func (b Body) MayStand(class SeatClass, who Person, on Date, rules Rules) Finding {
	return b.Eligible.of(class).Judge(who, on, rules.Eligibility)
}

// Validate says what keeps the body from being stored.
func (b Body) Validate() error {
	if strings.TrimSpace(b.Name) == "" {
		return NewProblem("A body needs a name.", nil)
	}
	if err := b.Entitlement.validate(); err != nil {
		return err
	}
	for _, c := range b.Classes {
		if !slices.Contains(SeatClasses(), c) {
			return NewProblem("Choose the classes of seat from the list.", fmt.Errorf("seat class %q", c))
		}
	}
	if err := b.Term.validate(); err != nil {
		return err
	}
	return b.Eligible.validate()
}

// halfYear is how many days rules mean by 6 months of membership.
const halfYear = 183

// StandardBodies returns the bodies that a branch may send delegates to, to be chosen from. Their rules are those that
// were published, each with its source in words; where none was found there is none.
func StandardBodies() []Body {
	conference := TermRule{Kind: ForConference}
	sixMonths := Candidacy{
		InForce: InForce{Source: "Conference rules: 6 months of membership; older ones have 12. Confirm with your region."},
		Days:    halfYear,
	}
	return []Body{
		{Name: GeneralCommittee, Kind: GeneralCommitteeKind},
		{Name: "Executive Committee", Kind: ExecutiveKind},
		{Name: "Local Government Committee", Kind: LocalGovernmentKind},
		{Name: "Local Campaign Forum", Kind: LocalGovernmentKind},
		{
			Name: "Annual Conference", Kind: AnnualConference, Term: conference, Eligible: sixMonths,
			Entitlement: Entitlement{
				InForce: InForce{Source: "Conference rules, for the members of a constituency who paid by 31 December. Confirm with the party."},
				Bands:   []Band{{UpTo: 749, Seats: 1}}, Per: 250, OrPart: true, Max: 6,
				Extra: []ExtraSeats{{Class: WomensSeat, Seats: 1, AtLeast: 100}, {Class: YouthSeat, Seats: 1, AtLeast: 30}},
			},
			Balance: Balance{InForce: InForce{Source: "Conference rules. Confirm with the party."}, Alternate: true},
		},
		{Name: "Regional Conference", Kind: RegionalConference, Term: conference},
		{
			Name: "Women's Conference", Kind: WomensConference, Term: conference, Classes: []SeatClass{WomensSeat},
			Entitlement: Entitlement{InForce: InForce{Source: "As called in 2021: two, of whom one at least BAME, disabled or LGBT+"}, Fixed: 2},
			Eligible:    Candidacy{Women: true},
		},
		{Name: "Policy forum", Kind: PolicyForum},
		{Name: "Trades council", Kind: TradesCouncil},
	}
}
