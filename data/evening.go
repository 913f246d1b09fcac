package data

import (
	"cmp"
	"slices"
	"strings"
)

// An Evening is one meeting with all that was recorded at it, gathered from the book, so that its papers can be worked
// out without one. What it does not know it leaves out: an Evening with only a Branch and a Meeting still has minutes.
type Evening struct {
	Branch  Branch
	Meeting Meeting
	// Items are the meeting's agenda in order, and Blocks what was minuted under each, in order.
	Items  []AgendaItem
	Blocks map[ItemID][]Block
	// Register is who came, went and sent apologies.
	Register Register
	// Decisions, Actions, Motions and Votes are at least those that Blocks point at.
	Decisions map[DecisionID]Decision
	Actions   map[ActionID]Action
	Motions   map[MotionID]Motion
	Votes     map[VoteID]Vote
	Letters   map[LetterID]Letter
	Canvasses map[CanvassID]Canvass
	// Contests are the elections and nominations of the evening, with what each came to.
	Contests map[ContestID]Contest
	Tallies  map[ContestID]Tally
	// Amendments are those to each motion of the evening, in the order to be taken.
	Amendments map[MotionID][]Amendment
	// Approval is how far the minutes have got, and Corrections what was put right in them; addenda come last.
	Approval    Approval
	Corrections []Correction
	// Seal is that of the Change in which the minutes were signed, for print; "" when they are not.
	Seal string
	// People is everyone in the book: a quorum that was not frozen is worked out from them.
	People Names
	Posts  []Post
	Terms  []Term
	// Rules are those in force on the meeting's date.
	Rules Rules
	// Next is the meeting after this one; nil when none is planned.
	Next *Meeting
	// LastList is the newest membership list on the meeting's date; nil when there is none.
	LastList *ListImport
}

// Quorum returns what the rule concluded about the meeting: the finding that was kept when it closed, else what the
// rules in force say of the register as it stands, or of the count where names were not taken.
func (e Evening) Quorum() Finding {
	if !e.Meeting.Quorum.IsZero() {
		return e.Meeting.Quorum
	}
	if e.Meeting.CountOnly == nil && len(e.Register) == 0 {
		return Finding{}
	}
	eligible, members := e.electorate()
	if n := e.Meeting.CountOnly; n != nil {
		return e.Rules.Quorum.JudgeCount(*n, eligible, members).Finding
	}
	return e.Rules.Quorum.Judge(e.Register, eligible, members).Finding
}

// electorate returns how many could have voted and how many members there were: as frozen when the meeting opened,
// else as counted on its date.
func (e Evening) electorate() (eligible, members int) {
	if e.Meeting.Eligible > 0 {
		return e.Meeting.Eligible, e.Meeting.Members
	}
	people := make([]Person, 0, len(e.People))
	for _, p := range e.People {
		people = append(people, p)
		if p.Status == Member {
			members++
		}
	}
	eligible, _ = e.Rules.Eligibility.Count(people, e.Meeting.Date)
	return eligible, members
}

// quorumWords returns the finding as papers print it, with how many voters came:
// "Quorate from 7.34pm (15 voters attended): 5% of 199 eligible = 9.95, rounded up: 10."
func (e Evening) quorumWords() string {
	f := e.Quorum()
	if f.IsZero() {
		return ""
	}
	if voters := e.attended(Voter); voters > 0 && f.Verdict != "" && e.Meeting.CountOnly == nil {
		f.Verdict += " (" + NumberOf(voters, "voter", "voters") + " attended)"
	}
	return sentence(f.Sentence())
}

// VotersPresent counts who came who could vote, whether or not they stayed; 0 where names were not taken.
func (e Evening) VotersPresent() int { return e.attended(Voter) }

// attended counts who came in a capacity, whether or not they stayed.
func (e Evening) attended(as Capacity) int {
	n := 0
	for _, a := range e.Register.Attendance() {
		if a.Attended && a.Capacity == as {
			n++
		}
	}
	return n
}

// heldPosts returns the posts of the branch that somebody held when the meeting opened, in the order of their place.
func (e Evening) heldPosts(who PersonID) []Post {
	var held []Post
	for _, p := range e.Posts {
		if slices.ContainsFunc(e.Terms, func(t Term) bool {
			return t.Post == p.ID && t.Person == who && e.heldAtOpening(t)
		}) {
			held = append(held, p)
		}
	}
	slices.SortStableFunc(held, func(a, b Post) int { return cmp.Compare(a.Place, b.Place) })
	return held
}

// heldAtOpening says whether a term ran when the meeting opened. Whom the meeting itself elects comes into the post during it,
// and whoever had it until then still sat in it.
func (e Evening) heldAtOpening(t Term) bool {
	for _, c := range e.Contests {
		if c.Kind != Elects || c.Post != t.Post || c.Meeting != e.Meeting.ID || c.Status != ResultDeclared {
			continue
		}
		return t.Contest != c.ID && t.HeldOn(e.Meeting.Date.AddDays(-1))
	}
	return t.HeldOn(e.Meeting.Date)
}

// byName orders people as an index does: by surname, whatever the accents; ids settle what names leave open.
func (e Evening) byName(a, b PersonID) int {
	return cmp.Or(
		strings.Compare(e.sortKey(a), e.sortKey(b)),
		strings.Compare(string(a), string(b)),
	)
}

func (e Evening) sortName(id PersonID) string {
	if p, known := e.People[id]; known {
		return p.SortName()
	}
	return e.People.Name(id)
}

func (e Evening) sortKey(id PersonID) string {
	if p, known := e.People[id]; known {
		return p.SortKey()
	}
	return Fold(e.People.Name(id))
}

// on returns a date as a paper about this evening names it: 3 June, with the year only where it is another.
func (e Evening) on(d Date) string { return dayNear(d, e.Meeting.Date) }
