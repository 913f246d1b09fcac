package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// mayMeeting is the meeting of 14 May as its notice finds it on 4 May: four members, two of whom can be written to.
func mayMeeting() CallingInput {
	on := func(month time.Month, d int) Date { return MustDate(2026, month, d) }
	people := []Person{
		{ID: "o", First: "Zoë", Last: "Okafor", Status: Member, Number: "L0000001", Ward: "Millbrook", Joined: on(1, 2), Email: "zoe@example.org"},
		{ID: "a", First: "Dorothy", Last: "Archer", Status: Member, Number: "L0000002", Joined: on(1, 2), Address: []string{"8 Spindle Street", "Northgate"}, Postcode: "nx1  4eu"},
		{ID: "b", First: "Derek", Last: "Barlow", Status: Member, Joined: on(1, 2), Arrears: true, Email: "derek@@example.org"},
		{ID: "m", First: "Grace", Last: "Mbeki", Status: Member, Joined: on(4, 28), Email: "ZOE@example.org"},
		{ID: "g", First: "Rosa", Last: "Lind", Status: Guest, Email: "rosa@example.org"},
	}
	in := CallingInput{
		Branch:  Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Secretary: "Jean Whitcombe", Email: "secretary@millbrook.example"},
		Meeting: Meeting{ID: "may", Kind: Ordinary, Date: on(5, 14), Status: Planned, Venue: "Canalside Community Hall", Access: "ring the side bell"},
		People:  people, Rules: DefaultRules(), Today: on(5, 4), Notes: map[Source]string{{FromPost, "p"}: "casual vacancy", {FromItem, "x"}: "held over from 9 April"},
		Items: []AgendaItem{
			{ID: "1", Place: 1, Kind: ItemApologies, Heading: "Welcome and apologies", Minutes: 5},
			{ID: "2", Place: 2, Kind: ItemMatters, Heading: "Matters arising", Minutes: 10},
			{ID: "2a", Place: 3, Kind: ItemOther, Heading: "Hall hire", Under: "2", From: Source{FromItem, "x"}},
			{ID: "3", Place: 4, Kind: ItemMotions, Heading: "Motions", Minutes: 25},
			{ID: "4", Place: 5, Kind: ItemElection, Heading: "Election of treasurer", From: Source{FromPost, "p"}},
			{ID: "5", Place: 6, Kind: ItemSpeaker, Heading: "Food and winter", Minutes: 20, Speaker: &Speaker{Name: "Dr Amina Shah", From: "Millbrook Food Bank", Contact: "07700 900123"}},
		},
		Motions: []Motion{{ID: "mo", Ref: "M-2026-04", Title: "Saturday opening", Item: "3", Mover: "o", Submitted: "This branch notes.\n\nThis branch resolves."}},
	}
	in.Meeting.Starts, _ = NewTime(19, 30)
	in.Meeting.EndsBy, _ = NewTime(21, 30)
	return in
}

func TestTheNoticeSaysWhatAMemberNeedsToCome(t *testing.T) {
	in := mayMeeting()
	text := NewNotice(in).Text()
	for _, line := range []string{
		"Thursday 14 May 2026, 7.30pm, Canalside Community Hall.", "Getting in: ring the side bell.",
		"   2.1 Hall hire", "   M-2026-04 Saturday opening", "   Speaker: Dr Amina Shah, Millbrook Food Bank",
		"Nominations are wanted for:\n- Treasurer: casual vacancy\nSend nominations to the secretary, secretary@millbrook.example.",
		"Motions had to reach the secretary by Thursday 30 April 2026.",
		"To vote you need 8 weeks' membership and no arrears. Quorum 1.", "8 weeks' membership means that you joined on or before Thursday 19 March 2026.",
		"Quorum: 5% of 2 eligible = 0.1, rounded up: 1.", "Notice: 7 days before Thu 14 May 2026 = Thu 7 May 2026. Sent Mon 4 May 2026.",
		"Jean Whitcombe, branch secretary\nsecretary@millbrook.example",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("the notice lacks %q:\n%s", line, text)
		}
	}
	for _, private := range []string{"07700", "zoe@", "Spindle"} {
		if strings.Contains(text, private) {
			t.Errorf("the notice has %q, which is private", private)
		}
	}
}

func TestANoticeThatGoesOutLateSaysSo(t *testing.T) {
	in := mayMeeting()
	for _, c := range []struct {
		sent int
		want string
	}{{7, ""}, {8, "This notice goes out late, one day after Thu 7 May 2026."}, {10, "This notice goes out late, three days after Thu 7 May 2026."}} {
		in.Meeting.NoticeSent = MustDate(2026, time.May, c.sent)
		if got := NewNotice(in).Late; got != c.want {
			t.Errorf("sent on %d May it says %q, want %q", c.sent, got, c.want)
		}
	}
	in.Meeting.NoticeSent, in.Today = Date{}, MustDate(2026, time.November, 1)
	if d := NewNotice(in); d.Late != "" || strings.Contains(d.Reckoned, "Sent") {
		t.Errorf("written for the file it says %q, %q", d.Reckoned, d.Late)
	}
}

func TestAnAnnualMeetingAsksForItsOfficersAndDelegates(t *testing.T) {
	in := mayMeeting()
	in.Meeting.Kind, in.Items, in.Posts = AGM, nil, []Post{{Name: "Chair"}, {Name: "Secretary"}}
	for i, s := range StandingAgenda(AGM) {
		in.Items = append(in.Items, AgendaItem{ID: ItemID(fmt.Sprint(i)), Place: i, Kind: s.Kind, Heading: s.Heading})
		if s.Heading == "Election of auditors" {
			in.Contests = []Contest{{Item: ItemID(fmt.Sprint(i)), Kind: Elects, Title: "Auditors", Places: 2, Status: NominationsOpen, CloseOn: MustDate(2026, time.May, 12)}}
		}
	}
	want := []string{"Auditors: 2 places, by Tue 12 May 2026", "Chair", "Secretary", "Delegates to the General Committee: 1 seat", "Nominees to the constituency party"}
	if got := NewNotice(in).Nominations; !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestTheAgendaIsNumberedAsTheMeetingCounts(t *testing.T) {
	in := mayMeeting()
	in.Items[1].Lettered = true
	d := NewAgenda(in)
	var got []string
	for _, i := range d.Items {
		got = append(got, strings.TrimSpace(strings.Join([]string{i.Number, i.Heading, i.Starts, i.Minutes, i.Note}, " ")))
	}
	want := []string{
		"1 Welcome and apologies 7.30pm 5 min", "2 Matters arising 7.35pm 10 min", "2(a) Hall hire   held over from 9 April",
		"3 Motions 7.45pm 25 min", "4 Election of treasurer 8.10pm  casual vacancy", "5 Food and winter 8.10pm 20 min",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if m := d.Motions; len(m) != 1 || m[0].Moved != "Moved Zoë Okafor" || len(m[0].Text) != 2 {
		t.Errorf("the motions are %+v", m)
	}
	if d.Length != "1 hour planned: 7.30pm to 8.30pm, no later than 9.30pm" || d.People != 2 {
		t.Errorf("%q, %d people", d.Length, d.People)
	}
}

func TestTheSheetAtTheDoorSaysWhoCanVoteAndOfNobodyWhyNot(t *testing.T) {
	d := NewSignIn(mayMeeting(), true)
	var got []string
	for _, r := range d.Rows {
		got = append(got, strings.Join(r, "|"))
	}
	want := []string{"1|Archer, Dorothy|L0000002||Yes||", "2|Barlow, Derek|||No||", "3|Mbeki, Grace|||No||", "4|Okafor, Zoë|L0000001|Millbrook|Yes||"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if d.People != 4 || d.Quorum != "Quorum 1: 5% of 2 eligible = 0.1, rounded up: 1." {
		t.Errorf("%d people, %q", d.People, d.Quorum)
	}
	for _, r := range NewSignIn(mayMeeting(), false).Rows {
		if r[2] != "" {
			t.Errorf("a membership number stands on a sheet without them: %q", r)
		}
	}
}

func TestAnExecutiveMeetingCallsTheExecutiveAlone(t *testing.T) {
	in := mayMeeting()
	in.Meeting.Kind = Executive
	in.Posts = []Post{{ID: "chair", Name: "Chair", Executive: true}, {ID: "web", Name: "Webmaster"}}
	in.Terms = []Term{{Post: "chair", Person: "o", From: MustDate(2025, 6, 1)}, {Post: "web", Person: "a", From: MustDate(2025, 6, 1)}}
	if m := NewMailing(in); !slices.Equal(m.Addresses, []string{"zoe@example.org"}) || len(m.Post) != 0 {
		t.Errorf("it goes to %q, and by post to %q", m.Addresses, m.Post)
	}
	if d := NewSignIn(in, true); d.People != 1 {
		t.Errorf("the sheet lists %d", d.People)
	}
}

func TestWhoHasNoEmailIsWrittenToAndWhoHasNeitherIsNamed(t *testing.T) {
	m := NewMailing(mayMeeting())
	if !slices.Equal(m.Addresses, []string{"ZOE@example.org"}) || m.Members != 2 {
		t.Errorf("%q reach %d members", m.Addresses, m.Members)
	}
	if len(m.Post) != 1 || strings.Join(m.Post[0], "|") != "Dorothy Archer|8 Spindle Street|Northgate|NX1 4EU" {
		t.Errorf("the labels are %q", m.Post)
	}
	want := []string{"Neither e-mail nor address: Derek Barlow.", "E-mail address cannot be right: Derek Barlow."}
	if got := m.Warnings(); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := m.Words(); got != "1 address in BCC for 2 members, 1 letter by post." {
		t.Error(got)
	}
}

func TestAnAddressThatCannotBeRightIsNotWrittenTo(t *testing.T) {
	for typed, ok := range map[string]bool{
		"zoe@example.org": true, " zoe.o'kafor+x@mail.example.org ": true, "": false, "zoe": false, "zoe@localhost": false, "zoe@example.": false,
		"zoe@example.org, ben@example.org": false, "Zoë <zoe@example.org>": false, "zoë@example.org": false, "a@b.org\r\nBcc: c@d.org": false,
		"zoe @example.org": false, "zoe@exa..mple.org": false, `"zoe okafor"@example.org`: false,
	} {
		if _, got := Mailbox(typed); got != ok {
			t.Errorf("%q: %t", typed, got)
		}
	}
}

func TestTheCalendarEntryFollowsTheMeeting(t *testing.T) {
	in := mayMeeting()
	c := NewCalendarEntry(in)
	if c.Cancelled || c.Ends.String() != "9.30pm" {
		t.Errorf("%+v", c)
	}
	in.Meeting.Status, in.Meeting.EndsBy, in.Rules.Length = Cancelled, Time{}, 0
	if c := NewCalendarEntry(in); !c.Cancelled || !c.Ends.IsZero() || c.UID != "may@branchbook.invalid" {
		t.Errorf("%+v", c)
	}
}
