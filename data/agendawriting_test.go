package data

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// autumn is the branch in the fixture's calendar, planning the meeting of 8 October after that of 10 September.
func autumn() AgendaInput {
	held := func(id MeetingID, kind MeetingKind, on Date) Meeting {
		return Meeting{ID: id, Kind: kind, Date: on, Status: Closed}
	}
	october := Meeting{ID: "oct", Kind: Ordinary, Date: MustDate(2026, 10, 8), Status: Planned}
	return AgendaInput{
		Meeting: october, Today: MustDate(2026, 9, 28), Rules: DefaultRules(), Branch: Branch{Structure: Delegates},
		Meetings: []Meeting{
			held("may", Ordinary, MustDate(2026, 5, 14)), held("agm", AGM, MustDate(2026, 6, 11)), held("exec", Executive, MustDate(2026, 6, 25)),
			held("jul", Ordinary, MustDate(2026, 7, 9)), held("sep", Ordinary, MustDate(2026, 9, 10)), october,
		},
		Approvals: []Approval{{ID: "a", Meeting: "sep", Approved: MustDate(2026, 9, 11)}},
	}
}

// standing is the usual agenda of a meeting as it is stored.
func standing(m Meeting) []AgendaItem {
	var items []AgendaItem
	for i, s := range StandingAgenda(m.Kind) {
		items = append(items, AgendaItem{
			ID: ItemID(fmt.Sprintf("s%02d", i)), Meeting: m.ID, Place: (i + 1) * 10, Kind: s.Kind, Heading: s.Heading, Minutes: s.Minutes,
		})
	}
	return items
}

var sameTime = cmp.Comparer(func(a, b Time) bool { return a == b })

func counter() func() ItemID {
	n := 0
	return func() ItemID { n++; return ItemID(fmt.Sprintf("n%02d", n)) }
}

// read is an agenda as the secretary reads it: numbered headings.
func read(items []AgendaItem) string {
	var lines []string
	numbers := NumberItems(items)
	for _, item := range OrderItems(items) {
		lines = append(lines, numbers[item.ID]+" "+item.Heading)
	}
	return strings.Join(lines, "\n")
}

// A source is one thing in the book that writes itself: how it gets there, and how it is settled.
type agendaCase struct {
	name, heading, note string
	listed              bool
	happens, settled    func(*AgendaInput)
}

func agendaCases() []agendaCase {
	off := func(*AgendaInput) {}
	return []agendaCase{
		{"minutes", "Minutes of 10 September", "draft, not circulated yet", false,
			func(in *AgendaInput) { in.Approvals = nil },
			func(in *AgendaInput) { in.Approvals = autumn().Approvals }},
		{"ratification", "Ratify: pay hall hire £45", "from 10 September", false,
			func(in *AgendaInput) {
				in.Decisions = []Decision{{ID: "d", Meeting: "sep", Text: "Pay hall hire.", Amount: 4500, Pressing: true}}
			},
			func(in *AgendaInput) { in.Decisions[0].Ratified = "oct" }},
		{"addendum", "Addendum to the minutes of 9 July: the balance was £1,516.16", "to be agreed", false,
			func(in *AgendaInput) {
				in.Corrections = []Correction{{ID: "c", Meeting: "jul", Addendum: true, Words: "the balance was £1,516.16."}}
			},
			func(in *AgendaInput) { in.Corrections[0].Agreed = true }},
		{"open action", "A-2026-07 Zoë Okafor: book the hall", "overdue since 20 September", true,
			func(in *AgendaInput) {
				in.People = Names{"zoe": {ID: "zoe", First: "Zoë", Last: "Okafor"}}
				in.Actions = []Action{{ID: "a", Ref: "A-2026-07", Owner: "zoe", Text: "book the hall", Due: MustDate(2026, 9, 20), Status: Open, Meeting: "sep"}}
			},
			func(in *AgendaInput) { in.Actions[0].Status = Done }},
		{"reply awaited", "M-2026-04: reply awaited from MP", "to be chased since 30 June", true,
			func(in *AgendaInput) {
				in.Motions = []Motion{{ID: "m", Ref: "M-2026-04"}}
				in.Forwardings = []Forwarding{{ID: "f", Motion: "m", To: "MP", Sent: MustDate(2026, 5, 16), Chase: MustDate(2026, 6, 30)}}
			},
			func(in *AgendaInput) { in.Forwardings[0].Closed = MustDate(2026, 10, 1) }},
		{"result to report back", "M-2026-04: CLP secretary result to report back", "carried 41-23", true,
			func(in *AgendaInput) {
				in.Motions = []Motion{{ID: "m", Ref: "M-2026-04"}}
				in.Forwardings = []Forwarding{{ID: "f", Motion: "m", To: "CLP secretary", Sent: MustDate(2026, 5, 16), TheirResult: "carried 41-23"}}
			},
			func(in *AgendaInput) { in.Forwardings[0].ReportedBack = MustDate(2026, 10, 1) }},
		{"letter", "Letter from Northgate Council: bus shelters", "to be answered by 12 October", true,
			func(in *AgendaInput) {
				in.Letters = []Letter{{ID: "l", Way: CameHere, With: "Northgate Council", Subject: "bus shelters", Due: MustDate(2026, 10, 12)}}
			},
			func(in *AgendaInput) { in.Letters[0].Answered = MustDate(2026, 10, 1) }},
		{"delegates' report", "Delegates' report", "", false,
			func(in *AgendaInput) {
				in.Bodies = []Body{{ID: "gc", Name: GeneralCommittee}}
				in.Seats = []Seat{{ID: "s", Body: "gc", Person: "zoe", Elected: MustDate(2026, 6, 11)}}
			},
			func(in *AgendaInput) { in.Seats[0].Ends = MustDate(2026, 9, 2) }},
		{"motion deferred", "M-2026-05 Crossings", "deferred, held over from 9 July", false,
			func(in *AgendaInput) {
				in.Motions = []Motion{{ID: "m", Ref: "M-2026-05", Title: "Crossings", Meeting: "jul", Status: DisposedOf, Outcome: Deferred}}
			},
			func(in *AgendaInput) { in.Motions = append(in.Motions, Motion{ID: "n", ResubmissionOf: "m"}) }},
		{"item not reached", "Food bank", "held over from 10 September", false,
			func(in *AgendaInput) {
				in.Items = []AgendaItem{
					{ID: "i1", Meeting: "sep", Kind: ItemApologies, Heading: "Welcome", Done: true},
					{ID: "i2", Meeting: "sep", Kind: ItemSpeaker, Heading: "Food bank", Minutes: 20},
				}
			},
			func(in *AgendaInput) { in.Items[1].Done = true }},
		{"vacancy", "Election of treasurer", "casual vacancy", false,
			func(in *AgendaInput) {
				in.Posts = []Post{{ID: "chair", Name: "Chair"}, {ID: "treasurer", Name: "Treasurer"}}
				in.Terms = []Term{{Post: "chair", From: MustDate(2026, 6, 11)}}
			},
			func(in *AgendaInput) {
				in.Terms = append(in.Terms, Term{Post: "treasurer", From: MustDate(2026, 6, 11)})
			}},
		{"seats vacant", "Election of delegates to the General Committee", "1 seat vacant", false,
			func(in *AgendaInput) {
				in.Bodies, in.Members = []Body{{ID: "gc", Name: GeneralCommittee}}, 15
				in.Seats = []Seat{{ID: "s", Body: "gc", Elected: MustDate(2025, 6, 11), Ends: MustDate(2026, 9, 2)}}
			},
			func(in *AgendaInput) { in.Seats[0].Ends = Date{} }},
		{"nothing", "", "", false, off, off},
	}
}

// written returns what case c writes; nil for nothing.
func (c agendaCase) written(in AgendaInput) *Written {
	for _, w := range WriteAgenda(in) {
		if w.Heading == c.heading {
			return &w
		}
	}
	return nil
}

func TestEachSourceWritesItselfAndGoesWhenItIsSettled(t *testing.T) {
	for _, c := range agendaCases() {
		in := autumn()
		c.happens(&in)
		w := c.written(in)
		if c.heading == "" {
			continue
		}
		if w == nil {
			t.Errorf("%s: did not write itself: %v", c.name, WriteAgenda(in))
			continue
		}
		if w.Note != c.note || w.Listed != c.listed {
			t.Errorf("%s: note %q, listed %v", c.name, w.Note, w.Listed)
		}
		if c.settled(&in); c.written(in) != nil {
			t.Errorf("%s: still there when it is settled", c.name)
		}
	}
}

func TestAnAgendaIsWrittenOnceAndClearedWhenThingsAreSettled(t *testing.T) {
	for _, c := range agendaCases() {
		in, ids := autumn(), counter()
		usual := standing(in.Meeting)
		c.happens(&in)
		once := ReviseAgenda(in.Meeting, usual, WriteAgenda(in), ids)
		twice := ReviseAgenda(in.Meeting, once, WriteAgenda(in), ids)
		if diff := cmp.Diff(once, twice, sameTime); diff != "" {
			t.Errorf("%s: written again:\n%s", c.name, diff)
		}
		there := strings.Count(read(once), c.heading)
		if !c.listed && c.heading != "" && there != 1 {
			t.Errorf("%s: %d times on the agenda:\n%s", c.name, there, read(once))
		}
		c.settled(&in)
		after := ReviseAgenda(in.Meeting, once, nil, ids)
		if read(after) != read(usual) {
			t.Errorf("%s: settled, and the agenda is\n%s", c.name, read(after))
		}
	}
}

func TestWhatTheSecretaryRenamedIsTheirsAndStays(t *testing.T) {
	for _, c := range agendaCases() {
		in, ids := autumn(), counter()
		c.happens(&in)
		items := ReviseAgenda(in.Meeting, standing(in.Meeting), WriteAgenda(in), ids)
		i := slices.IndexFunc(items, func(a AgendaItem) bool { return !a.From.IsZero() })
		if i < 0 {
			continue // listed
		}
		items[i].Heading = "As I would have it"
		for _, written := range [][]Written{WriteAgenda(in), nil} {
			if got := read(ReviseAgenda(in.Meeting, items, written, ids)); got != read(items) {
				t.Errorf("%s: the agenda became\n%s", c.name, got)
			}
		}
	}
}

func TestWhatTheSecretaryTookOffStaysOff(t *testing.T) {
	for _, c := range agendaCases() {
		in, ids := autumn(), counter()
		c.happens(&in)
		if w := c.written(in); w != nil && !w.Listed {
			in.Meeting.LeftOut = []Source{w.From}
			usual := standing(in.Meeting)
			if got := ReviseAgenda(in.Meeting, usual, WriteAgenda(in), ids); read(got) != read(usual) {
				t.Errorf("%s: is back:\n%s", c.name, read(got))
			}
		}
	}
}

func TestTheAgendaAfterAMeetingWithoutQuorum(t *testing.T) {
	in := autumn()
	in.Meetings[4].Without = PressingAlone
	in.Approvals[0] = Approval{ID: "a", Meeting: "agm", Approved: MustDate(2026, 7, 9)}
	in.Decisions = []Decision{{ID: "d", Meeting: "sep", Text: "pay hall hire", Amount: 4500, Pressing: true}}
	in.Bodies, in.Seats = []Body{{ID: "gc", Name: "GC"}}, []Seat{{ID: "s", Body: "gc", Elected: MustDate(2026, 6, 11)}}
	got := read(ReviseAgenda(in.Meeting, standing(in.Meeting), WriteAgenda(in), counter()))
	want := strings.Join([]string{
		"1 Welcome and apologies", "2 Minutes of 9 July", "3 Minutes of 10 September", "4 Matters arising", "4.1 Ratify: pay hall hire £45",
		"5 Correspondence", "6 Reports of officers and delegates", "6.1 Delegates' report", "7 Councillors' report", "8 Motions", "9 Campaigns",
		"10 Any other business", "11 Date of next meeting",
	}, "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheMinutesOfAnAGMComeToTheNextMeetingOrToTheNextAGM(t *testing.T) {
	in := autumn()
	in.Meeting = Meeting{ID: "next", Kind: Ordinary, Date: MustDate(2026, 7, 9), Status: Planned}
	in.Meetings, in.Approvals = append(slices.Clone(in.Meetings[:3]), in.Meeting), nil
	minutes := func() string {
		var words []string
		for _, w := range WriteAgenda(in) {
			words = append(words, w.Heading)
		}
		return strings.Join(words, "; ")
	}
	want := func(words string) {
		t.Helper()
		if got := minutes(); got != words {
			t.Errorf("got %s, want %s", got, words)
		}
	}
	want("Minutes of 14 May; Minutes of the annual general meeting of 11 June")
	in.Rules.AGMMinutes.AtNextAGM = true
	want("Minutes of 14 May")
	in.Meeting.Kind, in.Meeting.Date = AGM, MustDate(2027, 6, 10)
	in.Meetings[3] = in.Meeting
	want("Minutes of the annual general meeting of 11 June 2026")
	in.Meeting.Kind = Executive
	want("Minutes of 25 June 2026")
}

func TestOnlyTheNextMeetingTakesTheBusiness(t *testing.T) {
	in := autumn()
	in.Approvals = nil
	for _, kind := range []MeetingKind{Special, Inaugural, Nomination, Joint} {
		in.Meeting.Kind = kind
		if got := WriteAgenda(in); len(got) > 0 {
			t.Errorf("a %s meeting took %v", kind, got)
		}
	}
	in.Meeting.Kind = Ordinary
	earlier := Meeting{ID: "earlier", Kind: Ordinary, Date: MustDate(2026, 10, 1), Status: Planned}
	in.Meetings = append(in.Meetings, earlier)
	if got := WriteAgenda(in); len(got) > 0 {
		t.Errorf("the meeting after the next took %v", got)
	}
	in.Meetings[len(in.Meetings)-1].Status = Cancelled
	if len(WriteAgenda(in)) == 0 {
		t.Error("a cancelled meeting keeps the business from the next")
	}
}

func TestWhatIsListedIsSummedUp(t *testing.T) {
	in := autumn()
	in.Actions = []Action{{ID: "a", Status: Open}, {ID: "b", Status: Open}, {ID: "c", Status: Open}}
	in.Forwardings = []Forwarding{{ID: "f", Motion: "m", To: "MP", Sent: MustDate(2026, 5, 16)}, {ID: "g", Motion: "m", To: "GC"}}
	if got := ListedWords(WriteAgenda(in)); got != "3 open actions, 1 reply awaited, 1 motion to be sent" {
		t.Error(got)
	}
	in.Actions, in.Forwardings = nil, []Forwarding{{ID: "f", Motion: "m", To: "CLP", TheirResult: "lost 9-12"}}
	in.Motions = []Motion{{ID: "m", Ref: "M-2026-03"}}
	if got := ListedWords(WriteAgenda(in)); got != "M-2026-03: CLP result to report back" {
		t.Error(got)
	}
}

// Whatever the book holds and whatever the secretary has done to the agenda, writing it twice changes nothing, and no
// source is there twice.
func TestWritingTwiceChangesNothing(t *testing.T) {
	cases := agendaCases()
	rapid.Check(t, func(t *rapid.T) {
		in, ids := autumn(), counter()
		for _, i := range rapid.SliceOf(rapid.IntRange(0, len(cases)-1)).Draw(t, "happened") {
			cases[i].happens(&in)
		}
		in.Meeting.Kind = rapid.SampledFrom(MeetingKinds()).Draw(t, "kind")
		items := standing(in.Meeting)
		if rapid.Bool().Draw(t, "again") {
			items = ReviseAgenda(in.Meeting, items, WriteAgenda(in), ids)
		}
		for i := range items {
			switch rapid.IntRange(0, 6).Draw(t, "edit") {
			case 0:
				items[i].Heading += " (mine)"
			case 1:
				items[i].Place = rapid.IntRange(0, 200).Draw(t, "place")
			case 2:
				items[i].Under = items[rapid.IntRange(0, len(items)-1).Draw(t, "under")].ID
			case 3:
				items[i].Done = true
			case 4:
				in.Meeting.LeftOut = append(in.Meeting.LeftOut, items[i].From)
			}
		}
		written := WriteAgenda(in)
		if rapid.Bool().Draw(t, "settled") {
			written = written[:len(written)/2]
		}
		once := ReviseAgenda(in.Meeting, items, written, ids)
		twice := ReviseAgenda(in.Meeting, slices.Clone(once), written, ids)
		if diff := cmp.Diff(once, twice, sameTime); diff != "" {
			t.Fatalf("changed again:\n%s", diff)
		}
		if diff := cmp.Diff(once, OrderItems(once), sameTime); diff != "" {
			t.Fatalf("places do not say the order:\n%s", diff)
		}
		seen := map[Source]bool{}
		for _, item := range once {
			if !item.From.IsZero() && seen[item.From] {
				t.Fatalf("%v is there twice", item.From)
			}
			seen[item.From] = true
		}
	})
}

func TestASumThatTheDecisionNamesIsNotNamedTwice(t *testing.T) {
	for text, want := range map[string]string{
		"pay hall hire GBP 45": "Ratify: pay hall hire GBP 45",
		"pay hall hire £45":    "Ratify: pay hall hire £45",
		"pay hall hire":        "Ratify: pay hall hire £45",
	} {
		in := autumn()
		in.Decisions = []Decision{{ID: "d", Meeting: "sep", Text: text, Amount: 45_00, Pressing: true}}
		written := decisionsToRatify(in)
		if len(written) != 1 || written[0].Heading != want {
			t.Errorf("%q is on the agenda as %+v, not as %q", text, written, want)
		}
	}
}
