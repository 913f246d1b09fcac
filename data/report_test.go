package data_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"branchbook/data"
)

// reportWords is everything that a report prints.
func reportWords(r data.Report) string { return fmt.Sprintf("%+v", r) }

func section(t *testing.T, r data.Report, heading string) data.ReportSection {
	t.Helper()
	for _, s := range r.Sections {
		if s.Heading == heading {
			return s
		}
	}
	t.Fatalf("the report has no section %q", heading)
	return data.ReportSection{}
}

func registerOf(lines ...data.Event) data.Register {
	for i := range lines {
		lines[i].ID = data.EventID(fmt.Sprintf("e%02d", i))
	}
	return data.NewRegister(lines)
}

func came(who data.PersonID) data.Event {
	return data.Event{Person: who, Move: data.CameIn, Capacity: data.Voter}
}

func sorry(who data.PersonID) data.Event { return data.Event{Person: who, Move: data.SentApologies} }

// zoesYear is a member who joined in August 2025, and the meetings round it.
func zoesYear() data.AttendanceLetterInput {
	closed := func(id data.MeetingID, kind data.MeetingKind, year, month, day int) data.Meeting {
		return data.Meeting{ID: id, Kind: kind, Date: data.MustDate(year, time.Month(month), day), Status: data.Closed}
	}
	nine := 9
	bare := closed("nov", data.Ordinary, 2025, 11, 13)
	bare.CountOnly = &nine
	return data.AttendanceLetterInput{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP"}, Secretary: "Jean Whitcombe", AsAt: data.MustDate(2026, 5, 16),
		Person: data.Person{ID: "zoe", First: "Zoë", Last: "Okafor", Number: "L0123456", Status: data.Member, Joined: data.MustDate(2025, 8, 1), LastSeen: data.MustDate(2026, 5, 1), Note: "PRIVATE", Email: "z@example.org"},
		Period: data.Period{From: data.MustDate(2025, 6, 1), To: data.MustDate(2026, 5, 14)},
		Meetings: []data.Meeting{
			closed("may25", data.Ordinary, 2025, 5, 8), closed("july", data.Ordinary, 2025, 7, 10), closed("sept", data.Ordinary, 2025, 9, 11), closed("exec", data.Executive, 2025, 10, 2),
			closed("oct", data.Ordinary, 2025, 10, 9), bare, closed("may26", data.AGM, 2026, 5, 14), {ID: "june26", Date: data.MustDate(2026, 6, 11), Status: data.Planned},
		},
		Registers: map[data.MeetingID]data.Register{
			"may25": registerOf(came("zoe")), "july": registerOf(data.Event{Person: "zoe", Move: data.CameIn, Capacity: data.Visitor}), "sept": registerOf(came("zoe"), came("ben")),
			"exec": registerOf(came("zoe")), "oct": registerOf(came("ben"), sorry("zoe")), "may26": registerOf(data.Event{Person: "zoe", Move: data.CameIn, Capacity: data.Voter, Online: true}),
		},
		LastList: &data.ListImport{AsAt: data.MustDate(2026, 5, 1)},
	}
}

func TestALetterCountsTheMeetingsHeldWhileSomebodyWasAMember(t *testing.T) {
	r, err := data.AttendanceLetter(zoesYear())
	if err != nil {
		t.Fatal(err)
	}
	wantWords(t, "count", strings.Join(r.Sections[0].Sentences, " "),
		"Zoë Okafor attended 2 of the 3 meetings of the branch held in this period while they were a member, and sent apologies for 1. "+
			"They also attended 1 meeting of the executive, which is not open to every member and is not counted. They also attended 1 meeting while not a member, which is not counted.")
	wantWords(t, "dates", fmt.Sprint(r.Sections[0].Tables[0].Rows),
		"[[Thu 10 Jul 2025 Ordinary meeting Guest] [Thu 11 Sep 2025 Ordinary meeting Voter] [Thu 2 Oct 2025 Executive meeting Voter] [Thu 14 May 2026 Annual general meeting Voter, online]]")
	wantWords(t, "apologies", section(t, r, "Apologies").Sentences[0], "Sent for 9 October 2025.")
	wantWords(t, "what the registers cannot say", r.Small, "No names were taken at 1 meeting, held on 13 November 2025, so it is not counted.")
	for _, private := range []string{"PRIVATE", "example.org", "L0123456", "ben"} {
		if strings.Contains(reportWords(r), private) {
			t.Errorf("%q is in the letter", private)
		}
	}
}

func TestALetterAboutSomebodyWhoLeftStopsCountingThere(t *testing.T) {
	in := zoesYear()
	in.Person.Status, in.Person.LeftOn = data.Left, data.MustDate(2025, 10, 1)
	r, err := data.AttendanceLetter(in)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(r.Sections[0].Sentences[0], "Zoë Okafor attended the only meeting ") {
		t.Errorf("got %q", r.Sections[0].Sentences)
	}
}

func TestALetterSaysWhenNoMeetingCounts(t *testing.T) {
	in := zoesYear()
	in.Meetings = nil
	r, err := data.AttendanceLetter(in)
	if err != nil || !strings.HasPrefix(r.Sections[0].Sentences[0], "No meeting of the branch with a register of names was held") {
		t.Errorf("%v, %+v", err, r.Sections)
	}
	in.Period.To = in.Period.From.AddDays(-1)
	if _, err := data.AttendanceLetter(in); data.Say(err) != "The period would end on 31 May 2025, before it begins on 1 June 2025. Correct one of the two." {
		t.Errorf("a period that ends before it begins: %v", err)
	}
}

func TestNobodyAttendsMoreMeetingsThanWereHeld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := zoesYear()
		day := rapid.IntRange(-400, 400)
		in.Person.Joined = in.Period.From.AddDays(day.Draw(t, "joined"))
		in.Period.From = in.Period.From.AddDays(day.Draw(t, "from"))
		in.Period.To = in.Period.From.AddDays(rapid.IntRange(0, 700).Draw(t, "days"))
		r, err := data.AttendanceLetter(in)
		if err != nil {
			t.Fatal(err)
		}
		var came, held int
		if n, _ := fmt.Sscanf(r.Sections[0].Sentences[0], "Zoë Okafor attended %d of the %d", &came, &held); n == 2 && came > held {
			t.Fatalf("%d of %d", came, held)
		}
	})
}

func TestTheYearsOfABranchRunFromOneAGMToTheNext(t *testing.T) {
	agm := func(year int, status data.MeetingStatus) data.Meeting {
		return data.Meeting{Kind: data.AGM, Date: data.MustDate(year, 6, 11), Status: status}
	}
	years := data.Years([]data.Meeting{agm(2024, data.Closed), {Kind: data.Ordinary, Date: data.MustDate(2025, 1, 9), Status: data.Closed}, agm(2025, data.Closed), agm(2026, data.Planned)}, data.MustDate(2026, 5, 4))
	wantWords(t, "years", fmt.Sprint(years), "[11 June 2025 to 4 May 2026 11 June 2024 to 10 June 2025]")
	wantWords(t, "without one", fmt.Sprint(data.Years(nil, data.MustDate(2026, 5, 4))), "[5 May 2025 to 4 May 2026]")
}

// aReportedYear is a small one whose every figure can be counted by hand.
func aReportedYear() data.AnnualInput {
	day := data.MustDate
	nine := 9
	meeting := func(id data.MeetingID, kind data.MeetingKind, on data.Date) data.Meeting {
		return data.Meeting{ID: id, Kind: kind, Date: on, Status: data.Closed, Quorum: data.Finding{Verdict: "quorate"}}
	}
	bare := meeting("nov", data.Ordinary, day(2025, 11, 13))
	bare.CountOnly = &nine
	return data.AnnualInput{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP"}, Period: data.Period{From: day(2025, 6, 12), To: day(2026, 6, 10)}, AsAt: day(2026, 6, 1),
		Meetings: []data.Meeting{meeting("before", data.Ordinary, day(2025, 5, 8)), meeting("agm", data.AGM, day(2025, 6, 12)), meeting("exec", data.Executive, day(2025, 9, 1)), bare, meeting("may", data.Ordinary, day(2026, 5, 14))},
		Registers: map[data.MeetingID]data.Register{
			"before": registerOf(came("ann"), sorry("bob")),
			"agm":    registerOf(came("ann"), came("bob"), sorry("cat")),
			"exec":   registerOf(came("ann")),
			"may":    registerOf(came("ann"), came("cat"), data.Event{Unnamed: "e9", Move: data.CameIn, Capacity: data.Visitor}),
		},
		People: data.Names{
			"ann": {ID: "ann", First: "Ann", Last: "Ames", Gender: data.Woman, Note: "PRIVATE"}, "bob": {ID: "bob", First: "Bob", Last: "Boon", Gender: data.Man}, "cat": {ID: "cat", First: "Cat", Last: "Cole"},
		},
		Lists: []data.ListImport{
			{AsAt: day(2024, 1, 1), Counts: data.Membership{Members: 99}}, {AsAt: day(2025, 5, 1), Counts: data.Membership{Members: 208, Women: 110, Men: 95, NotStated: 3, Young: 20}},
			{AsAt: day(2026, 5, 1), Counts: data.Membership{Members: 214}}, {AsAt: day(2026, 7, 1), Counts: data.Membership{Members: 300}},
		},
		Motions: []data.Motion{
			{ID: "m1", Ref: "M-2025-06", Title: "Keep the 41 bus", Meeting: "agm", Status: data.DisposedOf, Outcome: data.Carried},
			{ID: "m2", Ref: "M-2025-07", Title: "Light the towpath", Meeting: "later", Status: data.OnAgenda, Earlier: []data.Hearing{{Meeting: "may", Outcome: data.Deferred, Note: "until June"}}},
			{ID: "m3", Ref: "M-2025-01", Title: "Before the year", Meeting: "before", Status: data.DisposedOf, Outcome: data.Lost},
			{ID: "m4", Ref: "M-2026-01", Title: "Not taken yet", Meeting: "may", Status: data.OnAgenda},
		},
		Forwardings: []data.Forwarding{
			{Motion: "m1", To: "CLP secretary", Sent: day(2025, 6, 14), TheirResult: "carried 41-23", ReportedBack: day(2025, 10, 9)},
			{Motion: "m1", To: "MP", Sent: day(2025, 6, 14)}, {Motion: "m3", To: "MP", Sent: day(2025, 5, 10)},
		},
		Posts: []data.Post{{ID: "chair", Name: "Chair"}, {ID: "sec", Name: "Secretary"}}, Terms: []data.Term{{Post: "chair", Person: "ann", From: day(2025, 6, 12)}, {Post: "sec", Person: "bob", From: day(2024, 6, 12), To: day(2026, 1, 1)}},
		Bodies: []data.Body{{ID: "gc", Name: "General Committee"}}, Seats: []data.Seat{{Body: "gc", Number: 2, Person: "cat", Elected: day(2025, 6, 12)}, {Body: "gc", Number: 1, Person: "ann", Elected: day(2024, 6, 12), Ends: day(2025, 7, 1)}},
		Actions: []data.Action{
			{Ref: "A-2025-01", Text: "book the hall", Owner: "cat", Status: data.Open, Meeting: "may"}, {Ref: "A-2025-02", Text: "ring the MP", Status: data.Done, Meeting: "agm", Closed: day(2025, 7, 1)},
			{Ref: "A-2025-03", Text: "old", Status: data.Dropped, Meeting: "before", Closed: day(2025, 8, 1)}, {Ref: "A-2025-04", Text: "later", Status: data.Open, Made: day(2026, 6, 20)},
			{Ref: "A-2025-05", OwnerText: "Treasurer", Text: "done after the year", Status: data.Done, Made: day(2026, 5, 20), Closed: day(2026, 6, 15)},
		},
	}
}

func TestTheFiguresOfAYearAreThoseOfItsRegisters(t *testing.T) {
	r, err := data.NewAnnualReport(aReportedYear())
	if err != nil {
		t.Fatal(err)
	}
	s := section(t, r, "Meetings")
	wantWords(t, "meetings", strings.Join(s.Sentences, " "), "The branch held 3 meetings, and its executive 1. Attendances came to 14 in all: 14 ÷ 3 = 4.7 a meeting on average. "+
		"3 different people came, 2 of them for the first time as far as the registers go back. Of these, 1 woman, 1 man and 1 not stated. 1 attendance was by people whose names were not recorded. "+
		"At 1 meeting names were not taken: those who came are in the attendances, and not among the different people.")
	wantWords(t, "each meeting", fmt.Sprint(s.Tables[0].Rows), "[[12 Jun 2025, AGM 2 2 1 Quorate] [13 Nov 2025 9   Quorate] [14 May 2026 3 2 0 Quorate]]")
	wantWords(t, "membership", section(t, r, "Membership").Sentences[0], "There were 208 members on the list of 1 May 2025, and 214 on the list of 1 May 2026: 6 more.")
	if rows := section(t, r, "Membership").Tables[0].Rows; len(rows) != 2 {
		t.Errorf("lists outside the year are drawn: %v", rows)
	}
	m := section(t, r, "Motions")
	wantWords(t, "motions", m.Sentences[0], "2 motions were dealt with, of which 1 was carried.")
	wantWords(t, "by outcome", fmt.Sprint(m.Tables[0].Rows), "[[Carried 1] [Deferred 1]]")
	wantWords(t, "what became of them", fmt.Sprint(section(t, r, "Motions sent on").Tables[0].Rows),
		"[[M-2025-06 Keep the 41 bus CLP secretary 14 Jun 2025 Carried 41-23, reported back 9 October 2025] [M-2025-06 Keep the 41 bus MP 14 Jun 2025 No reply]]")
	wantWords(t, "officers", fmt.Sprint(section(t, r, "Officers on 10 June 2026").Tables[0].Rows), "[[Chair Ann Ames 12 Jun 2025] [Secretary Vacant ]]")
	wantWords(t, "delegates", fmt.Sprint(section(t, r, "Delegates on 10 June 2026").Tables[0].Rows), "[[General Committee 2 Cat Cole 12 Jun 2025]]")
	a := section(t, r, "Actions")
	wantWords(t, "actions", a.Sentences[0], "3 actions were agreed. 1 was done and 1 dropped; 2 were still open at the end.")
	wantWords(t, "still open", fmt.Sprint(a.Tables[0].Rows), "[[A-2025-01 Book the hall Cat Cole ] [A-2025-05 Done after the year Treasurer ]]")
	if r.People != 2 || strings.Contains(reportWords(r), "PRIVATE") || strings.Contains(reportWords(r), "Bob") {
		t.Errorf("the report names %d people, or one it should not", r.People)
	}
}

func TestAYearWithoutAnythingStillReads(t *testing.T) {
	r, err := data.NewAnnualReport(data.AnnualInput{Period: aReportedYear().Period, AsAt: data.MustDate(2026, 6, 1)})
	if err != nil {
		t.Fatal(err)
	}
	for heading, wanted := range map[string]string{
		"Meetings": "The branch held 0 meetings.", "Membership": "The book has no membership list up to the end of this period.", "Motions": "No motion was dealt with.",
		"Motions sent on": "No motion was sent on.", "Actions": "0 actions were agreed. 0 were done and 0 dropped; 0 were still open at the end.",
	} {
		wantWords(t, heading, section(t, r, heading).Sentences[0], wanted)
	}
}

func TestFirstTimersAreNotGuessedWithoutEarlierRegisters(t *testing.T) {
	in := aReportedYear()
	in.Meetings = in.Meetings[1:]
	r, _ := data.NewAnnualReport(in)
	if words := strings.Join(section(t, r, "Meetings").Sentences, " "); !strings.Contains(words, "the book has no earlier registers to tell who was new") {
		t.Errorf("got %q", words)
	}
}

func TestInitialsReachTheAnnualReport(t *testing.T) {
	in := aReportedYear()
	in.Branch.Style.Minutes.Initials = true
	r, _ := data.NewAnnualReport(in)
	wantWords(t, "chair", section(t, r, "Officers on 10 June 2026").Tables[0].Rows[0][1], "A. Ames")
}

// takenOver is a branch with something of everything open.
func takenOver() data.HandoverInput {
	y := aReportedYear()
	return data.HandoverInput{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch", Secretary: "Jean Whitcombe"}, AsAt: data.MustDate(2026, 6, 1), Meetings: append(y.Meetings, data.Meeting{ID: "june", Kind: data.AGM, Date: data.MustDate(2026, 6, 11), Status: data.Planned, Starts: data.MustTime(19, 30), Venue: "Hall"}),
		Approvals: []data.Approval{{Meeting: "agm", Approved: data.MustDate(2025, 7, 1), Signed: data.MustDate(2025, 7, 1)}, {Meeting: "nov", Approved: data.MustDate(2025, 12, 1)}},
		People:    y.People, Actions: []data.Action{{Ref: "A-1", Text: "book the hall", Owner: "cat", Due: data.MustDate(2026, 5, 1), Status: data.Open, Note: "PRIVATE"}, {Ref: "A-2", Text: "x", Status: data.Done}},
		Motions: y.Motions, Forwardings: y.Forwardings, Letters: []data.Letter{{Way: data.CameHere, With: "MP", Subject: "buses", Asks: "our view", Date: data.MustDate(2026, 5, 1), Due: data.MustDate(2026, 5, 10), Note: "PRIVATE"}},
		Posts: y.Posts, Terms: y.Terms, Bodies: y.Bodies, Seats: y.Seats, Rules: data.DefaultRules(), LastList: &data.ListImport{AsAt: data.MustDate(2026, 5, 1), Counts: data.Membership{Members: 214}},
		Copies: []string{"A copy is with the chair."},
	}
}

func TestAHandoverSaysWhatIsOpenAndWhoHoldsWhat(t *testing.T) {
	r := data.Handover(takenOver())
	for heading, wanted := range map[string]string{
		"Open actions":                       "[[A-1 Book the hall Cat Cole 1 May 2026 (overdue)]]",
		"Motions waiting for a reply":        "[[M-2025-01 Before the year MP: sent 10 May 2025, no reply] [M-2025-06 Keep the 41 bus MP: sent 14 June 2025, no reply]]",
		"Motions still to be taken":          "[[M-2025-07 Light the towpath  On the agenda] [M-2026-01 Not taken yet  On the agenda]]",
		"Letters waiting for an answer":      "[[The letter from MP about buses 1 May 2026 Overdue by 22 days]]",
		"Minutes not approved or not signed": "[[Ordinary meeting, Thu 8 May 2025 Draft] [Executive meeting, Mon 1 Sep 2025 Draft] [Ordinary meeting, Thu 13 Nov 2025 Approved, not signed] [Ordinary meeting, Thu 14 May 2026 Draft]]",
		"Posts":                              "[[Chair Ann Ames 12 Jun 2025  ] [Secretary Vacant   ]]",
		"Delegates":                          "[[General Committee 2 Cat Cole 12 Jun 2025 next AGM]]",
		"Next meetings":                      "[[Annual general meeting, Thu 11 Jun 2026 7.30pm Hall To go by 4 Jun 2026]]",
	} {
		wantWords(t, heading, fmt.Sprint(section(t, r, heading).Tables[0].Rows), wanted)
	}
	if s := section(t, r, "Delegates").Sentences; len(s) != 1 || !strings.HasSuffix(s[0], "14 seats are vacant.") {
		t.Errorf("vacancies: %q", s)
	}
	wantWords(t, "copies", section(t, r, "Copies of the book").Sentences[0], "A copy is with the chair.")
	if rules := section(t, r, "Rules in force").Tables[0].Rows; len(rules) != len(data.DefaultRules().Lines()) {
		t.Errorf("%d rules", len(rules))
	}
	if strings.Contains(reportWords(r), "PRIVATE") {
		t.Error("a private note is in the handover")
	}
}
