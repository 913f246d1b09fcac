package data

import "testing"

// pollingNight is an annual general meeting with the five officers to elect, whose holders of last year go out.
func pollingNight(t *testing.T) Course {
	t.Helper()
	in := Course{
		Meeting: Meeting{Kind: AGM, Date: day(t, "11 June 2026")}, Rules: DefaultRules(), Posts: StandardPosts(),
		People: Names{}, Tallies: map[ContestID]Tally{}, Allotted: map[BodyID]Allotment{},
	}
	for i := range in.Posts {
		id := PostID(in.Posts[i].Name)
		in.Posts[i].ID = id
		in.Contests = append(in.Contests, Contest{ID: ContestID(id), Post: id, Kind: Elects, Places: 1, Order: i + 1, Title: in.Posts[i].Name})
	}
	for _, who := range []string{"Dunne", "Mbeki", "Okafor"} {
		in.People[PersonID(who)] = Person{ID: PersonID(who), Last: who, Gender: Woman}
	}
	for _, who := range []string{"Carrick", "Yildiz", "Sorensen"} {
		in.People[PersonID(who)] = Person{ID: PersonID(who), Last: who, Gender: Man}
	}
	in.Terms = []Term{{Post: "Chair", Person: "Okafor", From: day(t, "12 June 2025")}}
	return in
}

// declare elects somebody in the contest of that order.
func (in *Course) declare(order int, who ...PersonID) {
	c := &in.Contests[order-1]
	c.Status = ResultDeclared
	var elected []int
	for i, id := range who {
		c.Nominees = append(c.Nominees, Nominee{Person: id})
		elected = append(elected, i)
	}
	in.Tallies[c.ID] = Tally{Elected: elected, Done: true}
}

func TestBalanceIsAppliedInTheOrderOfPosts(t *testing.T) {
	in := pollingNight(t)
	want(t, "before the chair", in.Before(in.Contests[0]), Filling{0, 0, 5})
	in.declare(1, "Carrick")
	in.declare(2, "Dunne")
	in.declare(4, "Mbeki")
	want(t, "before the secretary", in.Before(in.Contests[2]), Filling{1, 2, 5})
	want(t, "before the last", in.Before(in.Contests[4]), Filling{2, 3, 5})
	rule, ok := in.Rule(in.Contests[4])
	want(t, "a rule applies", ok, true)
	want(t, "verdict", rule.Of(in.Before(in.Contests[4])).Verdict, "balance met")
}

func TestBalanceIfAllWhoStandWereElected(t *testing.T) {
	in := pollingNight(t)
	in.declare(1, "Carrick")
	c := in.Contests[1]
	c.Nominees = []Nominee{{Person: "Dunne"}, {Person: "Yildiz"}}
	want(t, "both", in.After(c, []int{0, 1}), Filling{1, 3, 5})
	c.Nominees[0].Declined = true
	want(t, "who declines is not counted", in.After(c, []int{0}), Filling{0, 1, 5})
}

func TestAPostWithoutAnElectionKeepsItsHolder(t *testing.T) {
	in := pollingNight(t)
	in.Contests = in.Contests[1:]
	want(t, "before the vice chair", in.Before(in.Contests[0]), Filling{1, 1, 5})
	in.Contests[0].Status = Abandoned
	want(t, "one that is not held keeps it too", in.Before(in.Contests[1]), Filling{1, 1, 5})
}

func TestAJobShareCountsBoth(t *testing.T) {
	in := pollingNight(t)
	c := in.Contests[1]
	c.Nominees = []Nominee{{Person: "Dunne", Partner: "Yildiz"}}
	want(t, "after", in.After(c, []int{0}), Filling{1, 2, 5})
}

func TestTheSeatsOfTheYearBeforeDoNotCountAtAnAGM(t *testing.T) {
	in := pollingNight(t)
	on := in.Meeting.Date
	in.Allotted["gc"] = Allotment{Total: 3}
	in.Seats = []Seat{
		{Body: "gc", Person: "Okafor", Elected: on.AddYears(-1)}, {Body: "gc", Person: "Dunne", Elected: on, Class: ExOfficioSeat},
		{Body: "gc", Person: "Mbeki", Elected: on, Contest: "open"},
	}
	c := Contest{ID: "open", Body: "gc", Kind: Elects, Places: 2, Order: 9, Nominees: []Nominee{{Person: "Mbeki"}, {Person: "Carrick"}}}
	in.Contests = append(in.Contests, c)
	want(t, "before", in.Before(c), Filling{1, 1, 3})
	want(t, "after", in.After(c, []int{0, 1}), Filling{2, 3, 3})
	in.Meeting.Kind = Ordinary
	want(t, "at an ordinary meeting they stay", in.Before(c), Filling{2, 2, 3})
}

func TestNominationsUpwardFallUnderNoBalance(t *testing.T) {
	in := pollingNight(t)
	_, ok := in.Rule(Contest{Kind: Nominates, Title: "CLP treasurer"})
	want(t, "a rule", ok, false)
	in.Posts[0].Kind = FunctionalOfficer
	_, ok = in.Rule(in.Contests[0])
	want(t, "a post outside the executive", ok, false)
}
