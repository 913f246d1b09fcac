package data

import (
	"fmt"
	"slices"
	"strings"

	"branchbook/data/count"
)

// ContestKind is what winning a contest comes to: three different outcomes, and two that choose nobody for a post.
type ContestKind string

// The kinds of contest.
const (
	Elects    ContestKind = "election"              // to a post or seat of this branch, taken up at once
	Nominates ContestKind = "nomination"            // to an upper body, which elects
	Supports  ContestKind = "supporting nomination" // whom the branch endorses in somebody else's election
	Selects   ContestKind = "selection"             // of a candidate for public office: longlist, shortlist, members' meeting
	Triggers  ContestKind = "trigger ballot"        // yes or no on reselecting somebody
)

// ContestKinds lists every kind in the order that a choice shows them.
func ContestKinds() []ContestKind {
	return []ContestKind{Elects, Nominates, Supports, Selects, Triggers}
}

// ContestStatus is how far a contest has got.
type ContestStatus string

// The states of a contest, in order; then that of one that came to nothing.
const (
	NominationsOpen   ContestStatus = "nominations open"
	NominationsClosed ContestStatus = "nominations closed"
	Voting            ContestStatus = "voting"
	ResultDeclared    ContestStatus = "declared"
	Abandoned         ContestStatus = "abandoned"
)

// CountRule is how a contest is decided. It is chosen before voting.
type CountRule string

// The rules, as package count knows them.
const (
	ByMostVotes   = CountRule(count.MostVotes)
	ByRounds      = CountRule(count.LowestOut)
	ByTopTwo      = CountRule(count.TopTwo)
	ByEliminating = CountRule(count.Eliminating)
	ByPreference  = CountRule(count.Preferential)
	BySTV         = CountRule(count.ERS97)
	BySTVScottish = CountRule(count.Scottish)
)

// CountRules lists the rules that can fill so many places, the most usual first.
func CountRules(places int) []CountRule {
	if places == 1 {
		return []CountRule{ByRounds, ByPreference, ByMostVotes, ByTopTwo}
	}
	return []CountRule{ByMostVotes, ByEliminating, BySTV, BySTVScottish}
}

// Ranked says whether ballots rank their candidates under the rule: the order of the marks then counts.
func (r CountRule) Ranked() bool { return r == ByPreference || r == BySTV || r == BySTVScottish }

// InRounds says whether the rule has fresh ballots for each round.
func (r CountRule) InRounds() bool { return r == ByRounds || r == ByTopTwo || r == ByEliminating }

// Marks returns how many marks a ballot has at most: 1, as many as there are places, or every candidate.
func (r CountRule) Marks(places, standing int) int {
	switch {
	case r.Ranked():
		return standing
	case r == ByRounds || r == ByTopTwo:
		return 1
	}
	return max(1, places)
}

// Words returns the rule as a screen and a result sheet name it: "up to 13 marks, most votes win".
func (r CountRule) Words(places int) string {
	switch r {
	case "":
		return "no rule chosen"
	case ByMostVotes:
		if places == 1 {
			return "one mark, most votes win"
		}
		return fmt.Sprintf("up to %d marks, most votes win", places)
	case ByRounds:
		return "rounds until more than half, the lowest out each time"
	case ByTopTwo:
		return "rounds until more than half, the top two in the second"
	}
	return string(r)
}

// A Contest is an election or a nomination, from the call for nominees to the person in post.
type Contest struct {
	ID       ContestID `json:"id"`
	Revision int       `json:"rev"`
	// Meeting decides it, at Item; Order is its place among the meeting's contests, in which balance is applied.
	Meeting MeetingID   `json:"meeting"`
	Item    ItemID      `json:"item,omitempty"`
	Order   int         `json:"order,omitempty"`
	Kind    ContestKind `json:"kind"`
	// Post or Body is what is contested, and Class the sort of seat. Both are "" for what is not the branch's own.
	Post  PostID    `json:"post,omitempty"`
	Body  BodyID    `json:"body,omitempty"`
	Class SeatClass `json:"class,omitempty"`
	// Title says what is contested: "Chair", "Delegates to the General Committee, open seats", "CLP treasurer".
	Title string `json:"title"`
	// Places is how many are chosen, and Entitled how that came about: "15, less 1 secretary, less 1 youth = 13".
	Places   int     `json:"places"`
	Entitled Finding `json:"entitled,omitzero"`
	// Women is how many of the places at least are for women, where the contest itself reserves them; 0 for none.
	Women int `json:"women,omitempty"`
	// WomenOnly says that only women may stand, where that was decided: an all-women shortlist.
	WomenOnly bool `json:"womenOnly,omitempty"`
	// FreezeDate is the day on which standing is judged; zero for the day of the meeting.
	FreezeDate Date          `json:"freezeDate,omitzero"`
	Status     ContestStatus `json:"status"`
	// CloseOn is the last day for nominations; zero for the meeting itself. ClosedAt is when they were closed.
	CloseOn  Date      `json:"closeOn,omitzero"`
	ClosedAt Time      `json:"closedAt,omitzero"`
	Nominees []Nominee `json:"nominees,omitempty"`
	// Rule and Method are how it is decided, fixed before the first round.
	Rule   CountRule `json:"rule,omitempty"`
	Method Method    `json:"method,omitempty"`
	Rounds []Round   `json:"rounds,omitempty"`
	// Threshold is the share of valid ballots that "No" needs in a trigger ballot; zero where none is set.
	Threshold Share `json:"threshold,omitzero"`
	// PassesOn says that the place of somebody who did not accept went to whoever had the next most votes, as the meeting
	// decided. Otherwise it is vacant.
	PassesOn bool `json:"passesOn,omitempty"`
	// Tellers counted. Objections is what was objected and how it was answered.
	Tellers    []PersonID `json:"tellers,omitempty"`
	Objections string     `json:"objections,omitempty"`
	// Doors is how the meeting was run where a result rests on who was let in; nil for an ordinary meeting.
	Doors *Doors `json:"doors,omitempty"`
	// DeclaredAt is when the chair declared it; zero when not known.
	DeclaredAt Time `json:"declaredAt,omitzero"`
	// Balance is the finding at the declaration, kept in its words.
	Balance Finding `json:"balance,omitzero"`
	// HeldOver are the meetings that put it off, in order; Meeting is then the one that takes it next.
	HeldOver []HeldContest `json:"heldOver,omitempty"`
	// Why says why it was abandoned; optional.
	Why string `json:"why,omitempty"`
}

// Doors are how a nomination or selection meeting let voters in: nobody votes who came after the statements.
type Doors struct {
	// Eligible is how many could have voted, on the frozen list of FreezeDate.
	Eligible int `json:"eligible,omitempty"`
	// Statements is when they began to be read, ClosedAt when the doors were closed to voters, and Discussed when
	// discussion ended; zero until then, or when not known.
	Statements Time `json:"statements,omitzero"`
	ClosedAt   Time `json:"closedAt,omitzero"`
	Discussed  Time `json:"discussed,omitzero"`
	// Refused are those who came too late to vote.
	Refused []Refused `json:"refused,omitempty"`
}

// A Refused is somebody who came after the doors were closed.
type Refused struct {
	Person PersonID `json:"person,omitempty"`
	Name   string   `json:"name,omitempty"` // of somebody who is not in the book
	At     Time     `json:"at,omitzero"`
}

// JudgedOn returns the day on which it is judged who may stand and vote.
func (c Contest) JudgedOn(meeting Date) Date {
	if !c.FreezeDate.IsZero() {
		return c.FreezeDate
	}
	return meeting
}

// Over says whether nothing more is to be decided.
func (c Contest) Over() bool { return c.Status == ResultDeclared || c.Status == Abandoned }

// Standing returns the nominees, as indexes, who are on the paper: not withdrawn, and eligible or put on it all the same.
func (c Contest) Standing() []int {
	var who []int
	for i, n := range c.Nominees {
		if n.Stands() {
			who = append(who, i)
		}
	}
	return who
}

// A Field is how many stand for how many places, which decides whether there is a ballot.
type Field string

// What a field comes to.
const (
	NobodyStands Field = "no nominations"
	TooFewStand  Field = "fewer than places"
	JustEnough   Field = "unopposed"
	Contested    Field = "ballot"
)

// Field returns what the nominations come to. A trigger ballot is always put, and a ballot that was taken stays one, though
// somebody withdraws behind it.
func (c Contest) Field() Field {
	switch n := len(c.Standing()); {
	case c.Kind == Triggers || len(c.Rounds) > 0:
		return Contested
	case n == 0:
		return NobodyStands
	case n < c.Places:
		return TooFewStand
	case n == c.Places:
		return JustEnough
	}
	return Contested
}

// FieldWords returns it with its numbers: "16 stand for 13 places: a ballot".
func (c Contest) FieldWords() string {
	stand := len(c.Standing())
	verb := "stand"
	if stand == 1 {
		verb = "stands"
	}
	numbers := fmt.Sprintf("%d %s for %s", stand, verb, NumberOf(c.Places, "place", "places"))
	switch c.Field() {
	case NobodyStands:
		if len(c.Nominees) > 0 {
			return "nobody stands: the place stays vacant" // they withdrew, or may not
		}
		return "nobody was nominated: the place stays vacant"
	case TooFewStand:
		return fmt.Sprintf("%s: unopposed, and %s vacant", numbers, are(c.Places-stand, "place", "places"))
	case JustEnough:
		return numbers + ": unopposed"
	}
	if c.Kind == Triggers {
		return "yes or no is put to the ballot"
	}
	return numbers + ": a ballot"
}

// Validate says what keeps the contest from being stored.
func (c Contest) Validate() error {
	const most = 500
	switch {
	case strings.TrimSpace(c.Title) == "":
		return NewProblem("Type what the election is for, such as Chair.", nil)
	case !slices.Contains(ContestKinds(), c.Kind):
		return NewProblem("Choose whether this elects, or nominates somebody.", fmt.Errorf("contest kind %q", c.Kind))
	case c.Places < 1 || c.Places > most:
		return NewProblem(fmt.Sprintf("%d places cannot be right. Type how many are to be filled, from 1 to %d.", c.Places, most), nil)
	case c.Women < 0 || c.Women > c.Places:
		return NewProblem(fmt.Sprintf("%d places for women cannot be right among %d.", c.Women, c.Places), nil)
	case len(c.Nominees) > most:
		return NewProblem(fmt.Sprintf("More than %d nominees cannot be right.", most), nil)
	}
	for i, r := range c.Rounds {
		if err := r.validate(c, i); err != nil {
			return err
		}
	}
	return nil
}
