package data

import (
	"slices"
	"testing"
	"time"
)

// yearsEnd is a branch at its annual general meeting of 11 June 2026.
func yearsEnd(status MeetingStatus) (Meeting, []Term, []Seat, []Post, []Body) {
	year := MustDate(2025, time.June, 12)
	m := Meeting{Kind: AGM, Date: MustDate(2026, time.June, 11), Status: status}
	posts := []Post{{ID: "chair", Name: "Chair"}, {ID: "auditor", Name: "Auditor"}}
	terms := []Term{{ID: "t1", Post: "chair", From: year}, {ID: "t2", Post: "auditor", From: year}}
	bodies := []Body{{ID: "gc", Name: GeneralCommittee}, {ID: "tc", Name: "Trades council", Term: TermRule{Kind: ForYears, Years: 2}}}
	seats := []Seat{
		{ID: "s1", Body: "gc", Number: 1, Elected: year}, {ID: "s2", Body: "gc", Number: 2, Elected: MustDate(2026, time.April, 9)},
		{ID: "s3", Body: "tc", Number: 1, Elected: year}, {ID: "s4", Body: "gc", Number: 1, Elected: year, Representing: "Unite"},
	}
	return m, terms, seats, posts, bodies
}

func TestDelegatesSitUntilTheAGMBegins(t *testing.T) {
	want(t, "before it", TermsEnding(yearsEnd(Planned)).IsZero(), true)
	e := TermsEnding(yearsEnd(InSession))
	want(t, "seats", len(e.Seats), 2)
	for _, s := range e.Seats {
		want(t, "last day", s.Ends, MustDate(2026, time.June, 10))
		want(t, "body", s.Body, "gc")
	}
	want(t, "officers", len(e.Terms), 0)
	want(t, "words", e.Words[0], "The terms of 2 delegates to the General Committee ended when the AGM began.")
}

func TestWhatAnAGMEndedItDoesNotEndAgain(t *testing.T) {
	m, terms, seats, posts, bodies := yearsEnd(InSession)
	seats = append(TermsEnding(m, terms, seats, posts, bodies).Seats, Seat{ID: "s9", Body: "gc", Number: 1, Elected: m.Date})
	want(t, "again", TermsEnding(m, terms, seats, posts, bodies).IsZero(), true)
}

func TestOfficersWhoWereNotReplacedGoOutWhenTheAGMCloses(t *testing.T) {
	m, terms, seats, posts, bodies := yearsEnd(Closed)
	terms[0].To = MustDate(2026, time.June, 10)
	terms = append(terms, Term{ID: "t3", Post: "chair", From: m.Date})
	e := TermsEnding(m, terms, seats, posts, bodies)
	want(t, "terms", len(e.Terms), 1)
	want(t, "whose", e.Terms[0].ID, "t2")
	want(t, "last day", e.Terms[0].To, m.Date)
	want(t, "words", e.Words[1], "Nobody was elected as auditor: the term ended when the AGM closed.")
}

func TestOfficersHoldOverWhereNoElectionIsRecorded(t *testing.T) {
	e := TermsEnding(yearsEnd(Closed))
	want(t, "terms", len(e.Terms), 0)
	want(t, "words", slices.Contains(e.Words, "Nobody was elected to a post at this AGM: the officers hold theirs until somebody is."), true)
}

func TestAnAGMWithoutAQuorumEndsNothing(t *testing.T) {
	m, terms, seats, posts, bodies := yearsEnd(InSession)
	for _, s := range TermsEnding(m, terms, seats, posts, bodies).Seats {
		seats[slices.IndexFunc(seats, func(o Seat) bool { return o.ID == s.ID })] = s
	}
	m.Without = NoBusiness
	e := TermsEnding(m, terms, seats, posts, bodies)
	want(t, "given back", len(e.Seats), 2)
	want(t, "still runs", e.Seats[0].Ends, Date{})
	want(t, "words", e.Words[0], "The AGM had no quorum, so that 2 delegates sit on.")
}

func TestAnOrdinaryMeetingEndsNothing(t *testing.T) {
	m, terms, seats, posts, bodies := yearsEnd(Closed)
	m.Kind = Ordinary
	want(t, "endings", TermsEnding(m, terms, seats, posts, bodies).IsZero(), true)
}

func TestATermEndsAsItsRuleSays(t *testing.T) {
	elected := day(t, "11 June 2026")
	meetings := []Meeting{{Kind: AGM, Date: elected, Status: Planned}, {Kind: AGM, Date: day(t, "8 June 2028")}, {Kind: AGM, Date: day(t, "10 June 2027")},
		{Kind: AGM, Date: day(t, "1 March 2027"), Status: Cancelled}, {Kind: Ordinary, Date: day(t, "9 July 2026")}}
	for _, c := range []struct {
		rule  TermRule
		last  string
		words string
	}{
		{TermRule{}, "9 June 2027", "until the AGM of 10 Jun 2027 begins"},
		{TermRule{Kind: UntilDate, On: day(t, "31 December 2026")}, "31 December 2026", "until 31 Dec 2026"},
		{TermRule{Kind: ForYears, Years: 2}, "10 June 2028", "for 2 years, until 10 Jun 2028"},
		{TermRule{Kind: ForConference, On: day(t, "30 September 2026")}, "30 September 2026", "until the conference of 30 Sep 2026 is over"},
		{TermRule{Kind: ForConference}, "", "until the conference is over"},
		{TermRule{Kind: UntilDate}, "", "until a date that is not set yet"},
	} {
		last, words := TermEnds(c.rule, elected, meetings)
		var wanted Date
		if c.last != "" {
			wanted = day(t, c.last)
		}
		want(t, "last day: "+c.words, last, wanted)
		want(t, "words", words, c.words)
	}
	last, words := TermEnds(TermRule{}, elected, nil)
	want(t, "no AGM planned", last, Date{})
	want(t, "in words", words, "until the next AGM begins")
	want(t, "known at once", TermRule{}.Fixed(elected), Date{})
	want(t, "years of none", TermRule{Kind: ForYears}.validate() != nil, true)
}
