package data

import (
	"strings"
	"testing"
)

// A post with its holders since the year before, and somebody elected to it.
func electedTo(t *testing.T, kind MeetingKind, post Post, nominee Nominee, held ...Term) Following {
	t.Helper()
	c, people := hustings(Elects, 1, ByMostVotes, "Dunne")
	c.ID, c.Post, c.Nominees = "by-election", "auditor", []Nominee{nominee}
	for i := range held {
		held[i].ID, held[i].Post, held[i].From = TermID(held[i].Person), "auditor", day(t, "12 June 2025")
		people[held[i].Person] = Person{ID: held[i].Person, First: "First", Last: string(held[i].Person)}
	}
	post.ID = "auditor"
	return c.Follow(FollowInput{Meeting: Meeting{Kind: kind, Date: day(t, "8 October 2026")}, Post: post, Terms: held, People: people, Tally: tally(t, c)})
}

func outAndIn(f Following) string {
	var words []string
	for _, t := range f.Terms {
		switch {
		case t.ID != "":
			words = append(words, string(t.Person)+" out")
		case t.Shared:
			words = append(words, string(t.Person)+" shares")
		default:
			words = append(words, string(t.Person)+" in")
		}
	}
	return strings.Join(words, ", ")
}

func TestAByElectionLeavesTheOtherAuditorInPost(t *testing.T) {
	two, dunne := Post{Holders: 2}, Nominee{Person: "Dunne"}
	f := electedTo(t, Ordinary, two, dunne, Term{Person: "Mbeki"})
	want(t, "one of two is vacant", outAndIn(f), "Dunne in")
	want(t, "said", f.Words[0], "Terms: Dunne from Thu 8 Oct 2026 until the post is next elected to.")
	want(t, "at an AGM", outAndIn(electedTo(t, AGM, two, dunne, Term{Person: "Mbeki"})), "Mbeki out, Dunne in")
	f = electedTo(t, Ordinary, two, dunne, Term{Person: "Mbeki"}, Term{Person: "Okafor"})
	want(t, "none is vacant", outAndIn(f), "Dunne in")
	want(t, "which is worth a look", f.Words[1], "Too many: 3 hold a post of 2. End a term under Posts & delegates.")
	want(t, "elected again", outAndIn(electedTo(t, Ordinary, two, dunne, Term{Person: "Dunne"}, Term{Person: "Okafor"})), "Dunne out, Dunne in")
	want(t, "who is acting goes", outAndIn(electedTo(t, Ordinary, two, dunne, Term{Person: "Mbeki"}, Term{Person: "Yildiz", Acting: true})), "Yildiz out, Dunne in")
	want(t, "a post of one", outAndIn(electedTo(t, Ordinary, Post{}, dunne, Term{Person: "Mbeki"})), "Mbeki out, Dunne in")
}

func TestWhoIsLeftOfAJobShareStays(t *testing.T) {
	dunne := Nominee{Person: "Dunne"}
	want(t, "a new partner", outAndIn(electedTo(t, Ordinary, Post{}, dunne, Term{Person: "Mbeki", Shared: true})), "Dunne shares")
	want(t, "at an AGM", outAndIn(electedTo(t, AGM, Post{}, dunne, Term{Person: "Mbeki", Shared: true})), "Mbeki out, Dunne in")
	want(t, "both are replaced by one", outAndIn(electedTo(t, Ordinary, Post{}, dunne, Term{Person: "Mbeki", Shared: true}, Term{Person: "Okafor", Shared: true})),
		"Mbeki out, Okafor out, Dunne in")
	both := Nominee{Person: "Dunne", Partner: "Mbeki"}
	f := electedTo(t, Ordinary, Post{}, both, Term{Person: "Mbeki", Shared: true})
	want(t, "elected together", outAndIn(f), "Mbeki out, Dunne shares, Mbeki shares")
	want(t, "count as one", len(f.Words), 1)
}

func TestNobodyGoesOutWhereNobodyWasElected(t *testing.T) {
	f := electedTo(t, AGM, Post{}, Nominee{Person: "Dunne", Withdrew: true}, Term{Person: "Mbeki"})
	want(t, "terms", outAndIn(f), "")
	want(t, "said", f.Words[0], "1 place is vacant: it waits on Today.")
}

func TestADelegationIsElectedAnewWhereAnAGMPutItOff(t *testing.T) {
	c, people := hustings(Elects, 1, ByMostVotes, "Dunne")
	c.Body = "gc"
	old := Seat{ID: "old", Body: "gc", Number: 1, Person: "Mbeki", Elected: day(t, "12 June 2025")}
	in := FollowInput{Meeting: Meeting{Kind: Ordinary, Date: day(t, "9 July 2026")}, Body: Body{ID: "gc"}, People: people, Tally: tally(t, c),
		Seats: []Seat{old, {ID: "unite", Body: "gc", Number: 1, Person: "Okafor", Elected: old.Elected, Representing: "Unite"}}}
	f := c.Follow(in)
	want(t, "a by-election fills another seat", len(f.Seats), 1)
	want(t, "the next of the branch's own", f.Seats[0].Number, 2)
	want(t, "rows of the return", f.Words[1], "Delegate return: version 1 becomes due, 2 rows.")
	c, err := c.HoldOver(Meeting{ID: "agm", Kind: AGM, Date: day(t, "11 June 2026")}, "no quorum")
	kept(t, "held over", err)
	f = c.Follow(in)
	want(t, "last year's goes out", f.Seats[0].Ends, day(t, "8 July 2026"))
	want(t, "and the affiliate's stays", len(f.Seats), 2)
	want(t, "in seat", f.Seats[1].Number, 1)
}

func TestASeatForAConferenceEndsWithIt(t *testing.T) {
	c, people := hustings(Elects, 1, ByMostVotes, "Dunne")
	c.Body = "women"
	f := c.Follow(FollowInput{
		Meeting: Meeting{Kind: Ordinary, Date: day(t, "9 July 2026")}, Body: Body{ID: "women", Term: TermRule{Kind: ForConference, On: day(t, "26 September 2026")}},
		People: people, Tally: tally(t, c), Returned: Paper{Version: 2, AsAt: day(t, "1 May 2026")},
	})
	want(t, "last day", f.Seats[0].Ends, day(t, "26 September 2026"))
	want(t, "said", f.Words[0], "Terms: 1 delegate from Thu 9 Jul 2026 until the conference of 26 Sep 2026 is over.")
	want(t, "the next version", f.Words[1], "Delegate return: version 3 becomes due, 1 row.")
}

func TestThePlaceOfWhoDoesNotAcceptStaysVacantOrPassesOn(t *testing.T) {
	c, people := hustings(Elects, 2, ByMostVotes, "Dunne", "Mbeki", "Carrick", "Okafor")
	c.Title = "Delegates"
	c.Rounds = []Round{{Places: 2, Standing: []int{0, 1, 2, 3}, Valid: 20, Closed: true, Votes: map[int]int{0: 15, 1: 12, 2: 7, 3: 3}}}
	next, ok := c.NextHighest(tally(t, c))
	want(t, "next", next, 2)
	want(t, "alone", ok, true)
	c.Nominees[1].Declined = true
	want(t, "vacant", c.Result(tally(t, c), people).Outcome, "Dunne (15) elected; 1 place vacant.")
	c.PassesOn = true
	r := c.Result(tally(t, c), people)
	want(t, "passed on", r.Outcome, "Dunne (15) and Carrick (7) elected.")
	want(t, "and why", r.Notes[0], "Mbeki did not accept; the place passed to the next most votes.")
	c.Rounds[0].Votes[0], c.Rounds[0].Votes[3] = 14, 7
	want(t, "two have as many", c.Result(tally(t, c), people).Outcome, "Dunne (14) elected; 1 place vacant.")
	counted := tally(t, c)
	c.Rule = ByRounds
	_, ok = c.NextHighest(counted)
	want(t, "another rule knows nobody", ok, false)
}

func TestATriggerBallotHasItsThreshold(t *testing.T) {
	c, people := hustings(Triggers, 1, ByMostVotes, "Yes", "No")
	c.Nominees = []Nominee{{Name: "Yes"}, {Name: "No"}}
	c.Threshold = Share{num: 1, den: 3}
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1}, Valid: 29, Closed: true, Votes: map[int]int{0: 20, 1: 9}}}
	want(t, "one short", c.Result(tally(t, c), people).Outcome, "Yes: 20; No: 9; threshold for No not reached: a third of 29 = 9.66…, rounded up: 10.")
	c.Rounds[0].Votes = map[int]int{0: 19, 1: 10}
	want(t, "reached", c.Result(tally(t, c), people).Outcome, "Yes: 19; No: 10; threshold for No reached: a third of 29 = 9.66…, rounded up: 10.")
}
