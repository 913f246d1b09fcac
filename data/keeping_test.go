package data

import (
	"errors"
	"fmt"
	"io"
	"testing"
)

// refused fails the test unless the record is refused with that sentence.
func refused(t *testing.T, what string, err error, sentence string) {
	t.Helper()
	var p *Problem
	if !errors.As(err, &p) {
		t.Errorf("%s: got %v, want a problem", what, err)
		return
	}
	want(t, what, p.Say, sentence)
}

func kept(t *testing.T, what string, err error) {
	t.Helper()
	if err != nil {
		t.Errorf("%s: %v", what, err)
	}
}

func TestProblemHasTwoFaces(t *testing.T) {
	p := NewProblem("The list has a number twice. Correct one.", fmt.Errorf("rows 14, 92: %w", io.ErrUnexpectedEOF))
	wrapped := fmt.Errorf("bring in a list: %w", p)
	want(t, "for the secretary", Say(wrapped), "The list has a number twice. Correct one.")
	want(t, "for the log", errors.Is(wrapped, io.ErrUnexpectedEOF), true)
	want(t, "of no error", Say(nil), "")
	want(t, "of an error without a sentence", Say(io.EOF) != "" && Say(io.EOF) != io.EOF.Error(), true)
}

func TestFindingReadsAsASentence(t *testing.T) {
	want(t, "both", Finding{Verdict: "quorate", Sum: "5% of 200 eligible = 10"}.Sentence(), "quorate: 5% of 200 eligible = 10")
	want(t, "verdict alone", Finding{Verdict: "quorate"}.Sentence(), "quorate")
	want(t, "sum alone", Finding{Sum: "10, fixed"}.Sentence(), "10, fixed")
	want(t, "neither", Finding{Source: "Standing orders"}.IsZero(), true)
	want(t, "a verdict is a finding", Finding{Verdict: "quorate"}.IsZero(), false)
}

func TestPersonIsKeptWithANameAndAStatus(t *testing.T) {
	kept(t, "a surname", Person{Last: "O’Hare", Status: Member}.Validate())
	refused(t, "no name", Person{First: " ", Status: Member}.Validate(), "A person needs a name. Type at least a surname.")
	refused(t, "no status", Person{Last: "Lee"}.Validate(), "This person is neither a member nor a guest. Choose one.")
	p := Person{First: "Siân", Last: "Llewellyn", Turns27: day(t, "14 May 2026")}
	want(t, "name", p.Name(), "Siân Llewellyn")
	want(t, "in a list", p.SortName(), "Llewellyn, Siân")
	want(t, "one name", Person{Last: "Zoë"}.SortName(), "Zoë")
	want(t, "young the day before", p.YoungOn(day(t, "13 May 2026")), true)
	want(t, "not young on the day", p.YoungOn(day(t, "14 May 2026")), false)
	want(t, "birthday not known", Person{}.YoungOn(day(t, "14 May 2026")), false)
}

func TestNamesOfThoseWhoWentArePrintedKindly(t *testing.T) {
	n := NamesOf([]Person{{ID: "1", First: "Zoë", Last: "Okafor"}})
	want(t, "known", n.Name("1"), "Zoë Okafor")
	want(t, "unknown", n.Name("2"), "someone no longer in the book")
	want(t, "nobody", n.Name(""), "")
}

func TestMembersAreCountedAsOnADate(t *testing.T) {
	people := []Person{
		{Status: Member, Gender: Woman, Email: "a@example.org", Turns27: day(t, "1 June 2026")}, {Status: Member, Gender: Man, Arrears: true},
		{Status: Member, Gender: OtherGender}, {Status: Member}, {Status: Left, Gender: Woman}, {Status: Guest, Gender: Man},
	}
	want(t, "in May", CountMembers(people, day(t, "14 May 2026")), Membership{Members: 4, Women: 1, Men: 1, Other: 1, NotStated: 1, Young: 1, Arrears: 1, NoEmail: 3})
	want(t, "young in June", CountMembers(people, day(t, "1 June 2026")).Young, 0)
}

func TestMembershipListNeedsItsDate(t *testing.T) {
	kept(t, "dated", ListImport{AsAt: day(t, "1 May 2026")}.Validate())
	refused(t, "undated", ListImport{}.Validate(), "A membership list needs the date it was made. Type it as 1 May 2026.")
}

func TestBranchNeedsANameAndAStructure(t *testing.T) {
	kept(t, "delegates", Branch{Name: "Millbrook & Canalside", Structure: Delegates}.Validate())
	kept(t, "all members", Branch{Name: "Millbrook & Canalside", Structure: AllMembers}.Validate())
	refused(t, "no name", Branch{Name: " ", Structure: Delegates}.Validate(), "The book needs the name of your branch.")
	refused(t, "no structure", Branch{Name: "Millbrook"}.Validate(), "Choose how the constituency party meets: by delegates, or all members together.")
}

func TestMeetingNeedsADateAndAKindAndEndsAfterItStarts(t *testing.T) {
	m := meetingOn(t, "14 May 2026")
	m.Starts, m.EndsBy = clock(t, "7.30pm"), clock(t, "9.30pm")
	kept(t, "a meeting", m.Validate())
	want(t, "heading", m.Heading(), "Ordinary meeting, Thu 14 May 2026")
	m.Starts, m.EndsBy = m.EndsBy, m.Starts
	refused(t, "ends before it starts", m.Validate(), "The meeting would end before it starts. Correct one of the two times.")
	m.EndsBy = Time{}
	kept(t, "no end", m.Validate())
	m.Kind = ""
	refused(t, "no kind", m.Validate(), "Choose what kind of meeting it is.")
	refused(t, "no date", Meeting{Kind: AGM}.Validate(), "A meeting needs a date. Type it as 14 May 2026.")
	want(t, "annual", AGM.String(), "Annual general meeting")
	want(t, "no kind yet", MeetingKind("").String(), "Meeting")
}

func TestEveryKindOfMeetingHasAnAgendaThatFits(t *testing.T) {
	for _, kind := range MeetingKinds() {
		minutes := 0
		for _, item := range StandingAgenda(kind) {
			kept(t, "an item of "+kind.String(), AgendaItem{Heading: item.Heading}.Validate())
			minutes += item.Minutes
		}
		if minutes == 0 || minutes > DefaultRules().Length {
			t.Errorf("%s: %d planned minutes", kind, minutes)
		}
	}
	refused(t, "an item without a heading", AgendaItem{Heading: " "}.Validate(), "An agenda item needs a heading.")
}

func TestPieceOfTheMinutesIsATextOrARecord(t *testing.T) {
	kept(t, "text", Block{Kind: BlockText, Text: "The chair welcomed all."}.Validate())
	kept(t, "record", Block{Kind: BlockVote, Record: "1"}.Validate())
	refused(t, "neither", Block{Kind: BlockVote}.Validate(), "A piece of the minutes points at nothing.")
	refused(t, "both", Block{Kind: BlockText, Record: "1"}.Validate(), "A piece of the minutes points at nothing.")
}

func TestLineOfTheRegisterIsAboutSomebody(t *testing.T) {
	kept(t, "named", Event{Person: "1"}.Validate())
	kept(t, "not named", Event{Unnamed: "1"}.Validate())
	refused(t, "nobody", Event{}.Validate(), "A line of the register is about nobody. Type a name, or add one person not named.")
}

func TestBusinessNeedsItsWords(t *testing.T) {
	kept(t, "decision", Decision{Text: "Pay the hall hire"}.Validate())
	refused(t, "decision", Decision{}.Validate(), "Type what was decided.")
	kept(t, "action", Action{Text: "Book the hall", Status: Open}.Validate())
	refused(t, "action", Action{Status: Open}.Validate(), "Type what is to be done.")
	refused(t, "action", Action{Text: "Book the hall"}.Validate(), "An action is open, done or dropped.")
	want(t, "reference", NumberedRef("M", 2026, 4), "M-2026-04")
}

func TestOpenActionIsOverdueOnceItsDayHasPassed(t *testing.T) {
	a := Action{Status: Open, Due: day(t, "3 June 2026")}
	want(t, "on the day", a.OverdueOn(day(t, "3 June 2026")), false)
	want(t, "the day after", a.OverdueOn(day(t, "4 June 2026")), true)
	a.Status = Done
	want(t, "done", a.OverdueOn(day(t, "4 June 2026")), false)
	want(t, "without a day", Action{Status: Open}.OverdueOn(day(t, "4 June 2026")), false)
}

func TestMotionIsDisposedOfWithAnOutcomeAndOnlyThen(t *testing.T) {
	kept(t, "received", Motion{Title: "Buses", Status: Received}.Validate())
	kept(t, "carried", Motion{Title: "Buses", Status: DisposedOf, Outcome: Carried}.Validate())
	refused(t, "outcome too early", Motion{Title: "Buses", Status: Seconded, Outcome: Carried}.Validate(), "A motion that has an outcome is disposed of, and only then.")
	refused(t, "no outcome", Motion{Title: "Buses", Status: DisposedOf}.Validate(), "A motion that has an outcome is disposed of, and only then.")
	refused(t, "no title", Motion{}.Validate(), "A motion needs a title: a few words to find it by.")
	refused(t, "one mover and seconder", Motion{Title: "Buses", Mover: "1", Seconder: "1"}.Validate(),
		"A motion is moved by one person and seconded by another. Change one of the two.")
}

func TestVoteIsCountedOrDeclaredNotBoth(t *testing.T) {
	kept(t, "counted", counts(12, 2, 1).Validate())
	kept(t, "more hands than voters", counts(14, 2, 1).Validate())
	kept(t, "declared", Vote{Declared: Agreed}.Validate())
	refused(t, "both", Vote{Declared: Agreed, For: 12}.Validate(), "A result declared without a count has no numbers. Clear the numbers, or record the count.")
	refused(t, "less than none", counts(-1, 2, 1).Validate(), "-1 cannot be a number of votes. Type the number of hands, from 0.")
	refused(t, "a slip of the finger", counts(1, 1, MaxVotes+1).Validate(), "100001 cannot be a number of votes. Type the number of hands, from 0.")
	want(t, "cast", counts(12, 2, 1).Cast(), 14)
	want(t, "total", counts(12, 2, 1).Total(), 15)
}

func TestTermsAndSeatsRunToTheirLastDay(t *testing.T) {
	term := Term{Post: "1", Person: "2", From: day(t, "12 June 2025"), To: day(t, "11 June 2026")}
	kept(t, "term", term.Validate())
	for on, held := range map[string]bool{"11 June 2025": false, "12 June 2025": true, "11 June 2026": true, "12 June 2026": false} {
		want(t, "term on "+on, term.HeldOn(day(t, on)), held)
		want(t, "seat on "+on, Seat{Elected: term.From, Ends: term.To}.HeldOn(day(t, on)), held)
	}
	want(t, "still running", Term{From: term.From}.HeldOn(day(t, "1 Jan 2030")), true)
	term.To = day(t, "11 June 2025")
	refused(t, "ends before it begins", term.Validate(), "The term would end before it begins. Correct one of the two dates.")
	refused(t, "nobody", Term{Post: "1"}.Validate(), "Choose who holds which post.")
	seat := Seat{Person: "2", Elected: day(t, "12 June 2025")}
	kept(t, "seat", seat.Validate())
	seat.Ends = day(t, "1 June 2025")
	refused(t, "seat ends before it begins", seat.Validate(), "The seat would end before it began. Correct one of the two dates.")
	refused(t, "seat without a day", Seat{Person: "2"}.Validate(), "Type the date of the election, as 11 June 2026.")
	refused(t, "seat of nobody", Seat{}.Validate(), "Choose who holds the seat.")
}

func TestPostsAndBodiesHaveNames(t *testing.T) {
	refused(t, "post", Post{}.Validate(), "A post needs a name.")
	refused(t, "body", Body{Name: " "}.Validate(), "A body needs a name.")
	kept(t, "body", Body{Name: GeneralCommittee}.Validate())
	for i, p := range StandardPosts() {
		kept(t, p.Name, p.Validate())
		want(t, "place of "+p.Name, p.Place, i+1)
	}
}
