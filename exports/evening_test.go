package exports_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"branchbook/data"
	"branchbook/exports"
)

// house makes papers at a moment that is handed in.
var house = exports.House{Made: time.Date(2026, 5, 15, 9, 30, 0, 0, time.UTC)}

func at(t testing.TB, s string) data.Time {
	t.Helper()
	c, err := data.ParseTime(s, true)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// member returns a member with everything about them that may be private marked, so that a test can look for it.
func member(id, name string) data.Person {
	first, last, _ := strings.Cut(name, " ")
	return data.Person{
		ID: data.PersonID(id), First: first, Last: last, Number: "0012" + id[1:], Ward: "Canalside", Status: data.Member,
		Email: id + "@example.org", Phones: []string{"07700 9001" + id[1:]}, Address: []string{"1 Private Street"}, Postcode: "PR1 1VT", Note: "PRIVATE NOTE",
	}
}

var voters = []string{
	"Margaret Dunne", "Jean Whitcombe", "Lars Sørensen", "Zoë Okafor", "Grace Mbeki", "Tomasz Wiśniewski", "Ben Carrick", "Nadia Benkhelifa",
	"Siobhán Keogh", "Adebayo Adeyemi", "José Cárdenas", "Halina Tokarczuk", "Okan Yıldız", "Dilys Prosser", "Tŵm ŷr-Ŵyn",
}

// fourteenthOfMay is the evening of scenarios 3 and 6 with its business.
func fourteenthOfMay(t testing.TB) data.Evening {
	t.Helper()
	e := data.Evening{
		Branch: data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates, CLPSecretary: "Ruth Gallagher"},
		Meeting: data.Meeting{
			ID: "may", Kind: data.Ordinary, Date: data.MustDate(2026, 5, 14), Starts: at(t, "7.30pm"), Opened: at(t, "7.34pm"), ClosedAt: at(t, "9.14pm"),
			Venue: "Canalside Community Hall", Status: data.Closed, Chair: "p10", MinuteTaker: "p11", Eligible: 199, Members: 214,
		},
		Next:   &data.Meeting{Kind: data.AGM, Date: data.MustDate(2026, 6, 11), Starts: at(t, "7.30pm"), Venue: "Canalside Community Hall"},
		People: data.Names{}, Rules: data.DefaultRules(),
		Posts:    []data.Post{{ID: "chair", Name: "Chair", Place: 1}, {ID: "secretary", Name: "Secretary", Place: 3}},
		Terms:    []data.Term{{Post: "chair", Person: "p10", From: data.MustDate(2025, 6, 12)}, {Post: "secretary", Person: "p11", From: data.MustDate(2025, 6, 12)}},
		LastList: &data.ListImport{AsAt: data.MustDate(2026, 5, 1), Counts: data.Membership{Members: 214}},
	}
	attend(t, &e)
	business(t, &e)
	return e
}

func attend(t testing.TB, e *data.Evening) {
	event := func(who data.PersonID, move data.Move, as data.Capacity, when string) *data.Event {
		id := data.EventID(fmt.Sprintf("event%03d", len(e.Register)))
		e.Register = append(e.Register, data.Event{ID: id, Meeting: "may", Person: who, Move: move, Capacity: as, At: at(t, when)})
		return &e.Register[len(e.Register)-1]
	}
	for i, name := range voters {
		p := member(fmt.Sprintf("p%d", 10+i), name)
		e.People[p.ID] = p
		event(p.ID, data.CameIn, data.Voter, []string{"7.25pm", "7.34pm", "8.05pm"}[min(i/9+i/14, 2)])
	}
	others := map[data.PersonID]string{"p40": "Aled Davies", "p41": "Callum Frazer", "p42": "Wilf Armitage", "p43": "June Ashworth", "p44": "Sunita Rao"}
	for id, name := range others {
		e.People[id] = member(string(id), name)
	}
	guest := e.People["p42"]
	guest.Status, guest.Organisation = data.Guest, "Eastgate Branch"
	e.People["p42"] = guest
	event("p40", data.CameIn, data.NoVote, "7.28pm").Reason = "in arrears since 1 April"
	event("p41", data.CameIn, data.NoVote, "7.29pm").Reason = "joined 28 April: under 8 weeks"
	event("p42", data.CameIn, data.Observer, "7.30pm")
	event("", data.CameIn, data.Visitor, "7.31pm").Unnamed = "unnamed"
	event("p16", data.WentOut, "", "9.10pm")
	event("p43", data.SentApologies, "", "").Reason = "PRIVATE REASON"
	event("p44", data.SentApologies, "", "")
	e.Register = data.NewRegister(e.Register)
}

// business is what was taken: text, a decision, two motions with their votes and two actions.
func business(t testing.TB, e *data.Evening) {
	e.Blocks = map[data.ItemID][]data.Block{}
	e.Decisions = map[data.DecisionID]data.Decision{"d1": {ID: "d1", Meeting: "may", Item: "i1", Text: "the minutes of 9 April are a true record", How: "agreed"}}
	e.Motions, e.Votes = map[data.MotionID]data.Motion{}, map[data.VoteID]data.Vote{}
	e.Actions = map[data.ActionID]data.Action{
		"a1": {ID: "a1", Ref: "A-2026-07", Meeting: "may", Item: "i2", Owner: "p13", Text: "book the hall for the jumble sale", Due: data.MustDate(2026, 6, 3), Status: data.Open, Note: "PRIVATE NOTE"},
		"a2": {ID: "a2", Ref: "A-2026-08", Meeting: "may", Item: "i3", OwnerText: "Secretary", Text: "send the motion to the CLP", Due: data.MustDate(2026, 5, 16), Status: data.Open},
	}
	add := func(item data.ItemID, heading, began string, blocks ...data.Block) {
		e.Items = append(e.Items, data.AgendaItem{ID: item, Meeting: "may", Place: len(e.Items), Heading: heading, Began: at(t, began)})
		e.Blocks[item] = blocks
	}
	text := func(s string) data.Block { return data.Block{Kind: data.BlockText, Text: s} }
	record := func(kind data.BlockKind, id data.ID) data.Block { return data.Block{Kind: kind, Record: id} }
	motion := func(id data.MotionID, ref, title, words string, for_, against, abstained int) {
		v := data.Vote{ID: data.VoteID("v" + id), Meeting: "may", Item: "i3", Motion: id, Method: data.Hands, Needs: data.SimpleMajority, For: for_, Against: against, Abstained: abstained, Voters: 15}
		v.Outcome, v.Finding = e.Rules.Majority.Decide(v)
		v.Check = data.CheckCount(v)
		e.Votes[v.ID] = v
		e.Motions[id] = data.Motion{ID: id, Ref: ref, Title: title, Text: words, Mover: "p13", Seconder: "p14", Meeting: "may", Item: "i3", Status: data.DisposedOf, Outcome: v.Outcome, Vote: v.ID}
	}
	motion("m4", "M-2026-04", "Saturday opening at Canalside Library", "This branch notes that Canalside Library has been closed on Saturdays since January.\n\nThis branch resolves to ask the council to open it from 10am to 4pm.", 12, 2, 1)
	motion("m5", "M-2026-05", "Safer crossings on Mill Lane", "This branch supports a crossing outside the school.", 11, 0, 4)
	add("i1", "Minutes of the last meeting", "7.36pm", record(data.BlockDecision, "d1"))
	add("i2", "Matters arising", "7.40pm", text("The summer jumble sale was discussed.\n\nLast year it raised £212.40."), record(data.BlockAction, "a1"))
	add("i3", "Motions", "8.10pm", record(data.BlockMotion, "m4"), record(data.BlockVote, "vm4"), text("The second motion was taken at once."),
		record(data.BlockMotion, "m5"), record(data.BlockAction, "a2"))
	add("i4", "Date of next meeting", "")
}
