package data

import (
	"cmp"
	"slices"
	"strings"
)

// A CallingInput is what the papers before a meeting are worked out from.
type CallingInput struct {
	Branch  Branch
	Meeting Meeting
	// Items are the meeting's agenda, and Notes what the book says of those it wrote: "held over from 9 April".
	Items []AgendaItem
	Notes map[Source]string
	// Motions are those on the agenda, in the order to be taken; Contests the elections and nominations of the meeting.
	Motions  []Motion
	Contests []Contest
	// Posts are all of the branch's in order, and Terms who holds them.
	Posts []Post
	Terms []Term
	// People is everyone in the book.
	People []Person
	// Rules are those in force on the meeting's date.
	Rules Rules
	// Secretary is who calls the meeting; "" for the branch's own.
	Secretary string
	// Today is when the papers are made: a notice not marked as sent goes out on that day.
	Today Date
}

// ordered returns the agenda as it is read, with the number of each item.
func (in CallingInput) ordered() ([]AgendaItem, map[ItemID]string) {
	return OrderItems(in.Items), NumberItems(in.Items)
}

// motionsUnder returns the motions of each item. Those of no item that is there stand under the first for motions, or
// under the last item.
func (in CallingInput) motionsUnder(ordered []AgendaItem) map[ItemID][]Motion {
	under := map[ItemID][]Motion{}
	if len(ordered) == 0 {
		return under
	}
	home := ordered[len(ordered)-1].ID
	if i := slices.IndexFunc(ordered, func(a AgendaItem) bool { return a.Kind == ItemMotions }); i >= 0 {
		home = ordered[i].ID
	}
	for _, mo := range in.Motions {
		at := home
		if slices.ContainsFunc(ordered, func(a AgendaItem) bool { return a.ID == mo.Item }) {
			at = mo.Item
		}
		under[at] = append(under[at], mo)
	}
	return under
}

// called returns whom the meeting calls, by surname: the members of the branch on its date or, to an executive meeting,
// those in a post that is marked as executive.
func (in CallingInput) called() []Person {
	var out []Person
	for _, p := range in.People {
		switch in.Rules.Eligibility.of(p, in.Meeting.Date) {
		case inArrears, tooNew, canVote:
			if in.Meeting.Kind != Executive || in.isExecutive(p.ID) {
				out = append(out, p)
			}
		}
	}
	keys := make(map[PersonID]string, len(out))
	for _, p := range out {
		keys[p.ID] = p.SortKey()
	}
	slices.SortStableFunc(out, func(a, b Person) int { return cmp.Compare(keys[a.ID], keys[b.ID]) })
	return out
}

func (in CallingInput) isExecutive(who PersonID) bool {
	return slices.ContainsFunc(in.Terms, func(t Term) bool {
		return t.Person == who && t.HeldOn(in.Meeting.Date) && slices.ContainsFunc(in.Posts, func(p Post) bool {
			return p.ID == t.Post && p.Executive
		})
	})
}

// quorum returns how many voters the meeting needs, with the sum.
func (in CallingInput) quorum() (int, Finding) {
	eligible, members := in.Meeting.Eligible, in.Meeting.Members
	if eligible == 0 {
		eligible, _ = in.Rules.Eligibility.Count(in.People, in.Meeting.Date)
		members = CountMembers(in.People, in.Meeting.Date).Members
	}
	return in.Rules.Quorum.Needed(eligible, members)
}

// signed is who calls the meeting and where they are written to: the branch's role address, never a private one.
func (in CallingInput) signed() []string {
	by := "The branch secretary"
	if name := cmp.Or(strings.TrimSpace(in.Secretary), strings.TrimSpace(in.Branch.Secretary)); name != "" {
		by = name + ", branch secretary"
	}
	if in.Branch.Email == "" {
		return []string{by}
	}
	return []string{by, in.Branch.Email}
}

func (in CallingInput) where() string { return in.Meeting.where() }

// where is the day, the hour and the place: "Thursday 14 May 2026, 7.30pm, Canalside Community Hall".
func (m Meeting) where() string {
	return joinedBy(", ", m.Date.Long(), m.Starts.String(), strings.TrimRight(strings.TrimSpace(m.Venue), "."))
}

// announced names a guest as a notice does: "Speaker: Dr Amina Shah, Millbrook Food Bank: food and winter".
func (s Speaker) announced() string {
	return "Speaker: " + joinedBy(": ", joinedBy(", ", s.Name, s.From), s.Topic)
}
