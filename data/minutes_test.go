package data_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"branchbook/data"
)

// printed is every word of the minutes, so that a test can say what is in no paper.
func printed(m data.Minutes) string { return fmt.Sprintf("%+v", m) }

func part(t *testing.T, m data.Minutes, item, n int) data.MinutedPart {
	t.Helper()
	if item > len(m.Items) || n > len(m.Items[item-1].Parts) {
		t.Fatalf("the minutes have no part %d under item %d:\n%s", n, item, printed(m))
	}
	return m.Items[item-1].Parts[n-1]
}

func TestTheHeadingSaysWhoMetWhenAndWhere(t *testing.T) {
	m := scenario3(t).Minutes(data.MinutesStyle{})
	wantWords(t, "branch", m.Branch, "Millbrook & Canalside Branch")
	wantWords(t, "title", m.Title, "Minutes of the ordinary meeting, Thursday 14 May 2026, 7.30pm")
	wantWords(t, "lines", strings.Join(m.Lines, "|"), "Canalside Community Hall|Chair: Margaret Dunne. Minutes: Jean Whitcombe.")
	wantWords(t, "opening", m.Opening, "The meeting opened at 7.34pm.")
	wantWords(t, "closing", m.Closing, "The meeting closed at 9.14pm.")
	wantWords(t, "stamp", m.Stamp.String(), "DRAFT, subject to approval")
}

func TestMinutesOfAnOpenMeetingSaySo(t *testing.T) {
	n := scenario3(t)
	n.Meeting.Status = data.InSession
	wantWords(t, "stamp", n.Minutes(data.MinutesStyle{}).Stamp.String(), "DRAFT, meeting not closed")
}

func TestOfficersComeFirstThenTheAlphabet(t *testing.T) {
	m := scenario3(t).Minutes(data.MinutesStyle{})
	wantWords(t, "heading", m.Present.Heading(), "Present (15)")
	wantWords(t, "names", m.Present.Words(), "Margaret Dunne (chair), Jean Whitcombe (secretary), Lars Sørensen (treasurer), Adebayo Adeyemi, "+
		"Nadia Benkhelifa, José Cárdenas, Ben Carrick, Siobhán Keogh, Grace Mbeki, Kofi Mensah, Zoë Okafor, Dilys Prosser, Halina Tokarczuk, "+
		"Tomasz Wiśniewski, Okan Yıldız")
	wantWords(t, "no vote", m.NoVote.Heading()+": "+m.NoVote.Words(), "Members without a vote (2): Aled Davies, Callum Frazer")
	wantWords(t, "guests", m.InAttendance.Heading()+": "+m.InAttendance.Words(), "In attendance (2): Wilf Armitage (Eastgate Branch), Ama Serwaa (Canal Trust)")
	wantWords(t, "apologies", m.Apologies.Heading(), "Apologies (6)")
}

func TestWhoeverChairsInTheChairsPlaceIsMarked(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.voters(4, "7.30pm")
	n.Meeting.Chair = n.person("Zoë Okafor")
	wantWords(t, "present", n.Minutes(data.MinutesStyle{}).Present.Words(),
		"Margaret Dunne (chair), Jean Whitcombe (secretary), Lars Sørensen (treasurer), Zoë Okafor (in the chair)")
}

func TestAnOfficerIsNamedByThePostOfThatEvening(t *testing.T) {
	n := nightOn(t, "14 May 2025") // before the terms that began in June
	n.voters(1, "7.30pm")
	n.Meeting.Chair = ""
	wantWords(t, "present", n.Minutes(data.MinutesStyle{}).Present.Words(), "Margaret Dunne")
}

func TestSomeoneNotNamedIsCounted(t *testing.T) {
	for unnamed, wanted := range map[int]string{
		0: "Margaret Dunne (chair)",
		1: "Margaret Dunne (chair) and one other (name not recorded)",
		3: "Margaret Dunne (chair) and 3 others (names not recorded)",
	} {
		n := nightOn(t, "14 May 2026")
		n.voters(1, "7.30pm")
		for range unnamed {
			n.comes("", "7.40pm")
		}
		m := n.Minutes(data.MinutesStyle{})
		wantWords(t, "present", m.Present.Words(), wanted)
		wantWords(t, "heading", m.Present.Heading(), fmt.Sprintf("Present (%d)", unnamed+1))
	}
	n := nightOn(t, "14 May 2026")
	n.comes("", "")
	wantWords(t, "nobody named", n.Minutes(data.MinutesStyle{}).Present.Words(), "one person (name not recorded)")
}

func TestAHouseMayPrintTheCountAlone(t *testing.T) {
	m := scenario3(t).Minutes(data.MinutesStyle{CountOnly: true})
	wantWords(t, "present", m.Present.Heading()+": "+m.Present.Words(), "Present: 15")
	wantWords(t, "apologies", m.Apologies.Heading()+": "+m.Apologies.Words(), "Apologies: 6")
	if strings.Contains(printed(m), "Okafor") {
		t.Error("a name is in minutes that print the count alone")
	}
}

func TestNamesThatWereNotTakenAreNotInvented(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	twentyThree := 23
	n.Meeting.CountOnly = &twentyThree
	m := n.Minutes(data.MinutesStyle{})
	wantWords(t, "present", m.Present.Heading()+": "+m.Present.Words(), "Present: 23 (names were not taken)")
	wantWords(t, "quorum", m.QuorumWords, "Quorate by a count of 23 (names were not taken): 5% of 199 eligible = 9.95, rounded up: 10.")
}

func TestComingAndGoingIsPrintedWhereTheHouseWantsIt(t *testing.T) {
	words := scenario3(t).Minutes(data.MinutesStyle{ComingAndGoing: true}).Present.Words()
	for _, wanted := range []string{"Kofi Mensah (from 8.05pm)", "Ben Carrick (until 9.10pm)", "Margaret Dunne (chair),", "Zoë Okafor,"} {
		if !strings.Contains(words, wanted) {
			t.Errorf("%q is not in %q", wanted, words)
		}
	}
}

func TestTheQuorumIsPrintedWithItsSum(t *testing.T) {
	n := scenario3(t)
	words := n.Minutes(data.MinutesStyle{}).QuorumWords
	for _, wanted := range []string{"Quorate from 7.34pm", "5% of 199 eligible = 9.95, rounded up: 10", "(15 voters attended)"} {
		if !strings.Contains(words, wanted) {
			t.Errorf("%q is not in %q", wanted, words)
		}
	}
}

func TestOldMinutesKeepTheQuorumThatWasFound(t *testing.T) {
	n := scenario3(t)
	n.Meeting.Quorum = data.Finding{Verdict: "quorate from 7.41pm", Sum: "12, fixed"}
	wantWords(t, "quorum", n.Minutes(data.MinutesStyle{}).QuorumWords, "Quorate from 7.41pm (15 voters attended): 12, fixed.")
}

func TestAMeetingWithoutClockTimesPrintsWithoutThem(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.Meeting.Starts = data.Time{}
	n.voters(15, "")
	n.takes("Welcome", "")
	n.writes("All were welcomed.")
	m := n.Minutes(data.MinutesStyle{ComingAndGoing: true})
	wantWords(t, "title", m.Title, "Minutes of the ordinary meeting, Thursday 14 May 2026")
	wantWords(t, "opening and closing", m.Opening+m.Closing, "")
	if got := m.Present.Words(); strings.Contains(got, "from") || strings.Contains(got, "until") {
		t.Errorf("a time was made up: %q", got)
	}
	if !m.Items[0].Began.IsZero() {
		t.Errorf("item 1 began at %s, which nobody recorded", m.Items[0].Began)
	}
}

func TestTheAgendaBecomesTheMinutes(t *testing.T) {
	n := scenario3(t)
	n.takes("Matters arising", "7.40pm")
	n.writes("The first thing.\nOn two lines.\n\n  \nThe second thing.\n")
	n.agrees("the hall is booked for June")
	n.writes("After it.")
	n.Items = append(n.Items, data.AgendaItem{ID: "first", Place: -1, Heading: "Welcome"})
	m := n.Minutes(data.MinutesStyle{})
	wantWords(t, "order", fmt.Sprintln(m.Items[0].Number, m.Items[0].Heading, m.Items[1].Number, m.Items[1].Heading, m.Items[1].Began), "1 Welcome 2 Matters arising 7.40pm\n")
	var got []string
	for _, p := range m.Items[1].Parts {
		got = append(got, strings.TrimPrefix(p.Lead+": "+p.Text, ": "))
	}
	want := []string{"The first thing.\nOn two lines.", "The second thing.", "AGREED: The hall is booked for June.", "After it."}
	if !slices.Equal(got, want) {
		t.Errorf("item 2:\n got %q\nwant %q", got, want)
	}
}

func TestAnActionIsASentenceAndALineOfTheSummary(t *testing.T) {
	for _, c := range []struct{ owner, text, due, wanted string }{
		{"Zoë Okafor", "book the hall", "3 June 2026", "Zoë Okafor to book the hall by 3 June."},
		{"Zoë Okafor", "to book the hall.", "", "Zoë Okafor to book the hall."},
		{"Zoë Okafor", "Canalside hall to be booked", "3 June 2026", "Zoë Okafor: Canalside hall to be booked, by 3 June."},
		{"Zoë Okafor", "book the hall", "7 January 2027", "Zoë Okafor to book the hall by 7 January 2027."},
		{"", "book the hall", "3 June 2026", "Book the hall by 3 June."},
	} {
		n := nightOn(t, "14 May 2026")
		n.takes("Any other business", "")
		n.act(c.owner, c.text, c.due)
		m := n.Minutes(data.MinutesStyle{})
		wantWords(t, "action", part(t, m, 1, 1).Lead+": "+part(t, m, 1, 1).Text, "ACTION: "+c.wanted)
		if len(m.Actions) != 1 || m.Actions[0].Item != "1" || m.Actions[0].Ref != "A-2026-01" || m.Actions[0].Owner != c.owner {
			t.Errorf("summary of %q: %+v", c.wanted, m.Actions)
		}
	}
}

func TestNothingRecordedIsMissingFromTheMinutes(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.takes("Motions", "")
	n.agrees("the order of business is kept")
	n.act("Zoë Okafor", "book the hall", "")
	n.Blocks = nil // as if the page had lost its order
	n.Actions["between"] = data.Action{ID: "between", Meeting: n.Meeting.ID, Text: "thank the caretaker"}
	m := n.Minutes(data.MinutesStyle{})
	if len(m.Items[0].Parts) != 2 || len(m.Actions) != 2 {
		t.Errorf("a record is missing:\n%s", printed(m))
	}
}

func TestTheNextMeetingIsAnnounced(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	wantWords(t, "none planned", n.Minutes(data.MinutesStyle{}).Next, "")
	n.Next = &data.Meeting{Kind: data.AGM, Date: n.day("11 June 2026"), Starts: n.clock("7.30pm"), Venue: "Canalside Community Hall"}
	wantWords(t, "next", n.Minutes(data.MinutesStyle{}).Next, "Next meeting: Thursday 11 June 2026, 7.30pm, Canalside Community Hall (annual general meeting).")
}

func TestPrivateThingsAreInNoMinutes(t *testing.T) {
	n := scenario3(t)
	n.takes("Apologies", "")
	for id := range n.People {
		n.know(n.People[id].Name(), func(p *data.Person) {
			p.Note, p.Email, p.Number = "SECRET note", "SECRET@example.org", "SECRET1"
			p.Phones, p.Address, p.Postcode = []string{"SECRET 07700 900114"}, []string{"SECRET Street"}, "SECRET 1AA"
		})
	}
	n.event("Sunita Rao", data.SentApologies, "", "").Reason = "SECRET illness"
	act := n.act("Zoë Okafor", "book the hall", "")
	a := n.Actions[act]
	a.Note = "SECRET about the action"
	n.Actions[act] = a
	for _, style := range []data.MinutesStyle{{}, {ComingAndGoing: true}, {CountOnly: true}} {
		text := printed(n.Minutes(style))
		for _, private := range []string{"SECRET", "arrears", "under 8 weeks"} {
			if strings.Contains(text, private) {
				t.Errorf("%q is in the minutes with %+v", private, style)
			}
		}
	}
}

func TestAnEveningWithNothingInItStillHasMinutes(t *testing.T) {
	m := data.Evening{}.Minutes(data.MinutesStyle{})
	if !m.Present.IsZero() || len(m.Items) != 0 {
		t.Errorf("minutes of nothing hold something:\n%s", printed(m))
	}
}

func TestParagraphsLoseNoWordAndHoldNoBlankLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.StringOf(rapid.SampledFrom([]rune("ab Ŵ\n\n\r\t."))).Draw(t, "typed")
		got := data.Paragraphs(typed)
		if want := strings.Fields(typed); !slices.Equal(strings.Fields(strings.Join(got, "\n")), want) {
			t.Fatalf("%q became %q", typed, got)
		}
		for _, p := range got {
			if strings.TrimSpace(p) == "" || strings.Contains(p, "\n\n") {
				t.Fatalf("%q has the paragraph %q", typed, p)
			}
		}
	})
}

func TestAQuorumThatWasNotFrozenIsCountedFromTheBook(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.Meeting.Eligible, n.Meeting.Members = 0, 0
	n.voters(3, "7.30pm")
	for i := range 117 {
		n.person(fmt.Sprintf("Member Number%d", i)) // with the three officers, 120
	}
	if words := n.Minutes(data.MinutesStyle{}).QuorumWords; !strings.Contains(words, "5% of 120 eligible") {
		t.Errorf("quorum: %q", words)
	}
}

func TestAPostIsWrittenSmallAndAnAbbreviationIsNot(t *testing.T) {
	n := nightOn(t, "14 May 2026")
	n.Posts = append(n.Posts, data.Post{ID: "p9", Name: "CLP delegate", Place: 9})
	n.holds("p9", "Margaret Dunne")
	n.voters(1, "")
	wantWords(t, "present", n.Minutes(data.MinutesStyle{}).Present.Words(), "Margaret Dunne (chair, CLP delegate)")
}
