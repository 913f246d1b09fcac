package data

import "testing"

func TestAVacancySaysSinceWhen(t *testing.T) {
	on := day(t, "14 May 2026")
	posts := []Post{{ID: "chair", Name: "Chair"}, {ID: "treasurer", Name: "Treasurer"}, {ID: "auditor", Name: "Auditor", Holders: 2}, {ID: "vice", Name: "Vice chair"}}
	year := day(t, "12 June 2025")
	terms := []Term{
		{Post: "chair", Person: "dunne", From: year}, {Post: "treasurer", Person: "lars", From: year, To: day(t, "8 April 2026")},
		{Post: "treasurer", Person: "jean", From: day(t, "9 April 2026"), Acting: true}, {Post: "auditor", Person: "ada", From: year},
		{Post: "vice", Person: "zoe", From: year, Shared: true}, {Post: "vice", Person: "grace", From: year, Shared: true},
	}
	found := Vacancies(posts, terms, on)
	want(t, "vacancies", len(found), 2)
	want(t, "treasurer", found[0].Words(on), "Vacant since 9 April")
	want(t, "acting", found[0].Acting[0], "jean")
	want(t, "auditors", found[1].Words(on), "1 of 2 vacant")
	want(t, "a year on", Vacancies(posts, terms, day(t, "14 May 2027"))[0].Words(day(t, "14 May 2027")), "Vacant since 9 Apr 2026")
	want(t, "while it was held", len(Vacancies(posts, terms, day(t, "8 April 2026"))), 1)
}

func TestSeatsAreVacantSinceTheirHolderWent(t *testing.T) {
	b := Body{ID: "gc", Name: GeneralCommittee}
	year, on := day(t, "12 June 2025"), day(t, "14 May 2026")
	seats := []Seat{
		{Body: "gc", Number: 1, Elected: year, Ends: day(t, "8 April 2026")}, {Body: "gc", Number: 2, Elected: year, Ends: day(t, "4 February 2026")},
		{Body: "gc", Number: 2, Elected: day(t, "12 March 2026")}, {Body: "gc", Number: 3, Elected: year, Ends: day(t, "1 January 2026"), Representing: "Unite"},
	}
	want(t, "since", b.VacantSince(seats, on), day(t, "9 April 2026"))
	want(t, "before anybody went", b.VacantSince(seats, day(t, "1 January 2026")), Date{})
}

func TestAVacancyNamesTheMeetingThatFillsIt(t *testing.T) {
	may, july := Meeting{ID: "may", Kind: Ordinary, Date: day(t, "14 May 2026")}, Meeting{ID: "july", Kind: Ordinary, Date: day(t, "9 July 2026")}
	in := ElectionSearch{On: day(t, "1 May 2026"), Meetings: []Meeting{july, may, {ID: "ec", Kind: Executive, Date: day(t, "2 May 2026")}}}
	gc := Source{FromBody, "gc"}
	want(t, "nothing on an agenda", in.Fills(gc).Words(), "Next: 14 May")
	want(t, "in a sentence", in.Fills(gc).Sentence(), "The meeting of 14 May could fill it.")
	in.Items = []AgendaItem{{Meeting: "july", From: gc}}
	want(t, "on the agenda", in.Fills(gc).Words(), "Elect on 9 July")
	in.Contests = []Contest{{Meeting: "may", Kind: Elects, Body: "gc", Status: NominationsOpen}}
	want(t, "a contest sooner", in.Fills(gc).Sentence(), "Its election is on the agenda of 14 May.")
	want(t, "of another post", in.Fills(Source{FromPost, "chair"}).Words(), "Next: 14 May")
	want(t, "no meeting", ElectionSearch{On: in.On}.Fills(gc).Sentence(), "")
}

func TestWhoIsActingDoesNotTakeTheElectionOffTheAgenda(t *testing.T) {
	in := AgendaInput{
		Meeting: Meeting{Kind: Ordinary, Date: day(t, "14 May 2026")}, Posts: []Post{{ID: "treasurer", Name: "Treasurer"}},
		Terms: []Term{{Post: "treasurer", Person: "jean", From: day(t, "9 April 2026"), Acting: true}},
	}
	written := vacantPosts(in)
	want(t, "items", len(written), 1)
	want(t, "heading", written[0].Heading, "Election of treasurer")
}
