package data

import "fmt"

// Method is how votes were taken.
type Method string

// The methods of voting.
const (
	Hands        Method = "show of hands"
	Cards        Method = "voting cards"
	Voice        Method = "voice"
	SecretBallot Method = "secret ballot"
	RollCall     Method = "roll call"
	Online       Method = "online poll"
)

// Threshold is how much is needed to carry.
type Threshold string

// The thresholds. The rules in force say what two thirds are taken of.
const (
	SimpleMajority   Threshold = "more for than against"
	TwoThirdsPresent Threshold = "two thirds of those present"
	TwoThirdsCast    Threshold = "two thirds of votes cast"
	AbsoluteMajority Threshold = "more than half of those present"
)

// Declared is a result that the chair declared without a count. "" is a counted vote.
type Declared string

// What a chair declares where nobody counted. Not counted is its own state, never a magic number.
const (
	Counted       Declared = ""
	Agreed        Declared = "agreed"
	Unanimous     Declared = "carried unanimously"
	NemCon        Declared = "carried nem con"
	ClearMajority Declared = "carried by a clear majority"
	DeclaredWon   Declared = "carried on a show of hands"
	DeclaredLost  Declared = "lost on a show of hands"
)

// Casting is what a chair did with equal votes.
type Casting string

// The chair's casting vote. "" is not used.
const (
	NoCasting      Casting = ""
	CastingFor     Casting = "for"
	CastingAgainst Casting = "against"
)

// A Vote is how the meeting decided one question.
type Vote struct {
	ID       VoteID    `json:"id"`
	Revision int       `json:"rev"`
	Meeting  MeetingID `json:"meeting"`
	Item     ItemID    `json:"item"`
	Motion   MotionID  `json:"motion,omitempty"` // "" for a vote on something else
	Question string    `json:"question"`
	Method   Method    `json:"method"`
	Needs    Threshold `json:"needs"`
	Declared Declared  `json:"declared,omitempty"`
	// For, Against and Abstained are hands counted; all 0 when Declared is set.
	For       int `json:"for"`
	Against   int `json:"against"`
	Abstained int `json:"abstained"`
	// Casting is the chair's vote on a tie.
	Casting Casting `json:"casting,omitempty"`
	// Spoilt are ballots that could not be counted.
	Spoilt int `json:"spoilt,omitempty"`
	// AskedBy are those who asked for a secret ballot, Tellers those who counted, and Dissent those against whose names
	// are minuted at their own request.
	AskedBy []PersonID `json:"askedBy,omitempty"`
	Tellers []PersonID `json:"tellers,omitempty"`
	Dissent []PersonID `json:"dissent,omitempty"`
	// Calls are how each answered a roll call; empty for every other method.
	Calls []Call `json:"calls,omitempty"`
	// Recounts are the counts before the one that stands, the first count first.
	Recounts []Count `json:"recounts,omitempty"`
	// Voters is how many in the room could vote at that moment, frozen.
	Voters int `json:"voters"`
	// HeadCount says that Voters were counted, since names were not taken.
	HeadCount bool `json:"headCount,omitempty"`
	// Entitled is who they were.
	Entitled []PersonID `json:"entitled,omitempty"`
	At       Time       `json:"at,omitzero"`
	// Finding is the verdict with its sum, kept so that old minutes keep their words.
	Finding Finding `json:"finding"`
	Outcome Outcome `json:"outcome"`
	// Check flags a count that differs from the voters in the room: "17 votes, 15 voters present"; "" when it ties.
	Check string `json:"check,omitempty"`
	// Note is what the secretary added about a count that does not tie.
	Note string `json:"note,omitempty"`
}

// A Choice is how somebody voted.
type Choice string

// What can be answered to a roll call.
const (
	VotedFor     Choice = "for"
	VotedAgainst Choice = "against"
	DidAbstain   Choice = "abstained"
	DidNotVote   Choice = "did not vote"
)

// A Call is one answer to a roll call.
type Call struct {
	Person PersonID `json:"person"`
	Choice Choice   `json:"choice"`
}

// A Count is what was counted once.
type Count struct {
	For       int `json:"for"`
	Against   int `json:"against"`
	Abstained int `json:"abstained"`
	// Declared is what the chair declared where nobody had counted; the figures are then 0.
	Declared Declared `json:"declared,omitempty"`
	At       Time     `json:"at,omitzero"`
	Why      string   `json:"why,omitempty"` // why it was counted again
}

// Cast returns the votes for and against; abstentions are not votes cast.
func (v Vote) Cast() int { return v.For + v.Against }

// Total returns every hand that was counted, abstentions too.
func (v Vote) Total() int { return v.For + v.Against + v.Abstained }

// MaxVotes is more than any hall holds; a larger count is a slip of the finger.
const MaxVotes = 100_000

// Validate says what keeps the vote from being stored.
func (v Vote) Validate() error {
	for _, n := range []int{v.For, v.Against, v.Abstained} {
		if n < 0 || n > MaxVotes {
			return NewProblem(fmt.Sprintf("%d cannot be a number of votes. Type the number of hands, from 0.", n), nil)
		}
	}
	if v.Spoilt < 0 || v.Spoilt > MaxVotes {
		return NewProblem(fmt.Sprintf("%d cannot be a number of spoilt ballots. Type a number from 0.", v.Spoilt), nil)
	}
	if f, a, b := CountCalls(v.Calls); len(v.Calls) > 0 && (f != v.For || a != v.Against || b != v.Abstained) {
		return NewProblem("The answers to the roll call do not add up to the count. Count again.", fmt.Errorf("calls %d-%d-%d, count %s", f, a, b, v.Figures()))
	}
	if v.Declared != Counted && v.Total() > 0 {
		return NewProblem("A result declared without a count has no numbers. Clear the numbers, or record the count.", nil)
	}
	return nil
}
