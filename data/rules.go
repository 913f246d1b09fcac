package data

import "fmt"

// InForce heads every rule: since when it holds, where it comes from, and whether a warning is wanted.
type InForce struct {
	// From is the first day the rule holds; zero for "since always".
	From Date `json:"from,omitzero"`
	// Source is where the rule comes from, in words: "Standing orders 4.2".
	Source string `json:"source,omitempty"`
	// Off says that no warning is wanted. The sum is worked out all the same.
	Off bool `json:"off,omitempty"`
}

// source returns the rule's source with the day it came into force: "Standing orders 4.2, from 1 Sep 2018".
func (i InForce) source() string {
	switch {
	case i.From.IsZero():
		return i.Source
	case i.Source == "":
		return "From " + i.From.Short()
	}
	return fmt.Sprintf("%s, from %s", i.Source, i.From.Short())
}

// warn says whether something worth a look should be marked as a warning.
func (i InForce) warn(worthALook bool) bool { return worthALook && !i.Off }

// Rules are the rules that a branch lives under from a date on. A change begins new Rules, so that past meetings keep
// the figures they were held under.
type Rules struct {
	ID       RulesID `json:"id"`
	Revision int     `json:"rev"`
	// From is the first day these rules hold; zero for "since always".
	From Date `json:"from,omitzero"`

	Quorum      Quorum      `json:"quorum"`
	Notice      Notice      `json:"notice"`
	Motions     Deadline    `json:"motions"` // how long before a meeting a motion must be in
	AGMMinutes  AGMMinutes  `json:"agmMinutes,omitzero"`
	Eligibility Eligibility `json:"eligibility"`
	Majority    Majority    `json:"majority"`
	Seats       Entitlement `json:"seats"`      // on the General Committee
	Officers    Balance     `json:"officers"`   // among the branch's executive posts
	Delegation  Balance     `json:"delegation"` // among its delegates
	// Length is how long a meeting may last, in minutes; 0 for no limit. LengthFrom heads it.
	Length     int     `json:"length"`
	LengthFrom InForce `json:"lengthFrom"`
}

// DefaultRules returns what a branch has until it says otherwise: the model rules and common practice, as far as they
// could be found, each with its source in words. They are in force since always.
func DefaultRules() Rules {
	return Rules{
		Quorum: Quorum{
			InForce: InForce{Source: "Model rules for branches; 5% since Sept 2018. Confirm with your own standing orders."},
			Share:   Share{num: 1, den: 20, percent: true}, Of: EligibleMembers, Wait: 30,
		},
		Notice: Notice{
			InForce: InForce{Source: "Model standing orders for branches. Confirm with your own."},
			Days:    7, AGMDays: 7,
		},
		Motions: Deadline{
			InForce: InForce{Source: "Model standing orders; several branches have 7 days. Confirm with your own."},
			Days:    14,
		},
		AGMMinutes: AGMMinutes{InForce: InForce{Source: "Common practice differs. Confirm with your own standing orders."}},
		Eligibility: Eligibility{
			InForce: InForce{Source: "Model rules: 8 weeks of membership, and no vote in arrears. Confirm with your own."},
			Days:    56,
		},
		Majority: Majority{
			InForce: InForce{Source: "Common practice. Confirm with your own standing orders."},
			Needs:   SimpleMajority, Casting: CastingIfNotVoted, Extension: TwoThirdsPresent, Challenge: TwoThirdsPresent,
		},
		Seats: Entitlement{
			InForce: InForce{Source: "Set by each constituency party; 1 per 15 is one that was published. Ask your CLP."},
			Per:     15, OrPart: true,
		},
		Officers: Balance{
			InForce: InForce{Source: "Model rules for branches; some branches have at least half. Confirm with your own."},
			AtLeast: 2,
		},
		Delegation: Balance{
			InForce: InForce{Source: "Common practice: at least half. Confirm with your CLP."},
			Share:   half,
		},
		Length:     120,
		LengthFrom: InForce{Source: "Model standing orders: two hours. Confirm with your own."},
	}
}

// RulesOn returns the rules in force on a date: of those that had begun by then the latest, and of two that began on
// one day the one that was made later. Before the first of them, and where there are none, DefaultRules hold.
func RulesOn(all []Rules, on Date) Rules {
	best, found := DefaultRules(), false
	for _, r := range all {
		if r.From.After(on) {
			continue
		}
		if c := r.From.Compare(best.From); !found || c > 0 || c == 0 && r.ID > best.ID {
			best, found = r, true
		}
	}
	return best
}

// The most that a rule can sensibly say; beyond it is a slip of the finger.
const (
	maxNotice  = 365
	maxWaiting = 10 * 365 // days of membership before a vote
	maxMinutes = 24 * 60
	maxPeople  = 100_000
)

// Validate says what keeps the rules from being stored: a number that no rule can have. It is a Problem that names the
// rule. Nothing is refused for being unusual.
func (r Rules) Validate() error {
	for _, c := range r.checks() {
		if !c.ok {
			return NewProblem(c.say, nil)
		}
	}
	return r.Seats.validate()
}

type check struct {
	ok  bool
	say string
}

func within(n, low, high int) bool { return n >= low && n <= high }

func (r Rules) checks() []check {
	days := "%s: %d days cannot be right. Write a number of days from 0 to %d."
	minutes := "%s: %d minutes cannot be right. Write a time of up to 24 hours, such as %s."
	threshold := "Choose what carries a question: " + string(SimpleMajority) + ", or one of the others in the list."
	known := func(t Threshold) bool { return t == "" || readOneOf(string(t), thresholds(), new(Threshold)) }
	rule := r.Majority.Casting
	return []check{
		{within(r.Notice.Days, 0, maxNotice), fmt.Sprintf(days, "Notice of a meeting", r.Notice.Days, maxNotice)},
		{within(r.Notice.AGMDays, 0, maxNotice), fmt.Sprintf(days, "Notice of an annual general meeting", r.Notice.AGMDays, maxNotice)},
		{within(r.Motions.Days, 0, maxNotice), fmt.Sprintf(days, "Motions in before a meeting", r.Motions.Days, maxNotice)},
		{within(r.Eligibility.Days, 0, maxWaiting), fmt.Sprintf(days, "Membership before voting", r.Eligibility.Days, maxWaiting)},
		{within(r.Length, 0, maxMinutes), fmt.Sprintf(minutes, "Length of a meeting", r.Length, "2 hours")},
		{within(r.Quorum.Wait, 0, maxMinutes), fmt.Sprintf(minutes, "Wait for a quorum", r.Quorum.Wait, "30 minutes")},
		{within(r.Quorum.Fixed, 0, maxPeople), fmt.Sprintf("A quorum of %d cannot be right. Write a number of voters, such as 10.", r.Quorum.Fixed)},
		{r.Quorum.Of == "" || r.Quorum.Of == EligibleMembers || r.Quorum.Of == EveryMember, "Choose what the quorum is a share of: eligible members, or all members."},
		{known(r.Majority.Needs) && known(r.Majority.Extension) && known(r.Majority.Challenge), threshold},
		{within(r.Majority.BallotAskers, 0, maxPeople), fmt.Sprintf("%d members cannot be right for a secret ballot. Write a number of members, such as 3.", r.Majority.BallotAskers)},
		{within(r.Majority.Supporters, 0, maxPeople), fmt.Sprintf("%d supporters of a challenge cannot be right. Write a number of members, such as 4.", r.Majority.Supporters)},
		{rule == "" || readOneOf(string(rule), castingRules(), new(CastingRule)), "Choose when the chair has a casting vote from the list."},
		{within(r.Officers.AtLeast, 0, maxPeople) && within(r.Delegation.AtLeast, 0, maxPeople), "The number of women cannot be right. Write it like at least 2, or at least half."},
	}
}
