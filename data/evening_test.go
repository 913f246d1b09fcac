package data_test

import (
	"fmt"
	"strings"
	"testing"

	"branchbook/data"
)

// A night is an evening told as it went: who came when, what was taken, what was decided.
type night struct {
	t *testing.T
	data.Evening
	made int // records made so far
	item data.ItemID
}

// nightOn is a meeting of Millbrook & Canalside with its officers, called for 7.30pm.
func nightOn(t *testing.T, date string) *night {
	t.Helper()
	n := &night{t: t}
	n.Branch = data.Branch{Name: "Millbrook & Canalside Branch", CLP: "Northgate CLP", Structure: data.Delegates, CLPSecretary: "Ruth Gallagher"}
	n.People = data.Names{}
	n.Blocks = map[data.ItemID][]data.Block{}
	n.Decisions, n.Actions = map[data.DecisionID]data.Decision{}, map[data.ActionID]data.Action{}
	n.Motions, n.Votes = map[data.MotionID]data.Motion{}, map[data.VoteID]data.Vote{}
	n.Rules = data.DefaultRules()
	n.Posts = []data.Post{{ID: "p1", Name: "Chair", Place: 1}, {ID: "p3", Name: "Secretary", Place: 3}, {ID: "p4", Name: "Treasurer", Place: 4}}
	n.Meeting = data.Meeting{
		ID: "meeting", Kind: data.Ordinary, Date: n.day(date), Starts: n.clock("7.30pm"), Venue: "Canalside Community Hall",
		Status: data.Closed, Eligible: 199, Members: 214,
	}
	n.Meeting.Chair = n.holds("p1", "Margaret Dunne")
	n.Meeting.MinuteTaker = n.holds("p3", "Jean Whitcombe")
	n.holds("p4", "Lars Sørensen")
	return n
}

func (n *night) day(s string) data.Date {
	n.t.Helper()
	d, err := data.ParseDate(s)
	if err != nil {
		n.t.Fatal(err)
	}
	return d
}

func (n *night) clock(s string) data.Time {
	n.t.Helper()
	c, err := data.ParseTime(s, true)
	if err != nil {
		n.t.Fatal(err)
	}
	return c
}

func (n *night) id(kind string) string {
	n.made++
	return fmt.Sprintf("%s%04d", kind, n.made)
}

// person returns the member of that name, who is made when there is none.
func (n *night) person(name string) data.PersonID {
	id := data.PersonID("person " + name)
	if _, known := n.People[id]; !known {
		first, last, _ := strings.Cut(name, " ")
		n.People[id] = data.Person{ID: id, First: first, Last: last, Status: data.Member, Ward: "Canalside"}
	}
	return id
}

// know changes what the book has about somebody.
func (n *night) know(name string, change func(*data.Person)) {
	id := n.person(name)
	p := n.People[id]
	change(&p)
	n.People[id] = p
}

func (n *night) holds(post data.PostID, name string) data.PersonID {
	who := n.person(name)
	n.Terms = append(n.Terms, data.Term{Post: post, Person: who, From: data.MustDate(2025, 6, 12)})
	return who
}

func (n *night) event(name string, move data.Move, as data.Capacity, at string) *data.Event {
	id := data.EventID(n.id("event"))
	e := data.Event{ID: id, Meeting: n.Meeting.ID, Move: move, Capacity: as, At: n.clock(at)}
	if name == "" {
		e.Unnamed = id
	} else {
		e.Person = n.person(name)
	}
	n.Register = append(n.Register, e)
	return &n.Register[len(n.Register)-1]
}

// comes has a voter come in; "" is somebody whose name was not taken.
func (n *night) comes(name, at string) { n.event(name, data.CameIn, data.Voter, at) }

func (n *night) goes(name, at string) { n.event(name, data.WentOut, "", at) }

func (n *night) apologies(names ...string) {
	for _, name := range names {
		n.event(name, data.SentApologies, "", "")
	}
}

// voters has so many voters come in at a time, the officers first.
func (n *night) voters(count int, at string) {
	for _, name := range names[:count] {
		n.comes(name, at)
	}
}

var names = []string{
	"Margaret Dunne", "Jean Whitcombe", "Lars Sørensen", "Zoë Okafor", "Grace Mbeki", "Tomasz Wiśniewski", "Ben Carrick", "Nadia Benkhelifa",
	"Siobhán Keogh", "Adebayo Adeyemi", "José Cárdenas", "Halina Tokarczuk", "Okan Yıldız", "Dilys Prosser", "Kofi Mensah",
}

// takes begins an item; at may be "".
func (n *night) takes(heading, at string) {
	n.item = data.ItemID(n.id("item"))
	n.Items = append(n.Items, data.AgendaItem{ID: n.item, Place: len(n.Items) * 10, Heading: heading, Began: n.clock(at)})
}

func (n *night) block(kind data.BlockKind, record, text string) {
	n.Blocks[n.item] = append(n.Blocks[n.item], data.Block{ID: data.BlockID(n.id("block")), Kind: kind, Record: data.ID(record), Text: text})
}

func (n *night) writes(text string) { n.block(data.BlockText, "", text) }

func (n *night) agrees(text string) {
	d := data.Decision{ID: data.DecisionID(n.id("decision")), Meeting: n.Meeting.ID, Item: n.item, Text: text, How: "agreed"}
	n.Decisions[d.ID] = d
	n.block(data.BlockDecision, string(d.ID), "")
}

// act has somebody take something on; due may be "".
func (n *night) act(owner, text, due string) data.ActionID {
	a := data.Action{ID: data.ActionID(n.id("action")), Meeting: n.Meeting.ID, Item: n.item, Text: text, Status: data.Open, Due: n.day(due)}
	a.Ref = fmt.Sprintf("A-2026-%02d", len(n.Actions)+1)
	if owner != "" {
		a.Owner = n.person(owner)
	}
	n.Actions[a.ID] = a
	n.block(data.BlockAction, string(a.ID), "")
	return a.ID
}

// moves has a motion moved and seconded; change may complete it.
func (n *night) moves(ref, title string, change func(*data.Motion)) data.MotionID {
	m := data.Motion{
		ID: data.MotionID("motion " + ref), Ref: ref, Title: title, Text: "This branch notes.\n\nThis branch resolves.", Meeting: n.Meeting.ID, Item: n.item,
		Mover: n.person("Zoë Okafor"), Seconder: n.person("Grace Mbeki"), Status: data.Seconded,
	}
	if change != nil {
		change(&m)
	}
	n.Motions[m.ID] = m
	n.block(data.BlockMotion, string(m.ID), "")
	return m.ID
}

// votes decides a motion, or with "" a question of its own, by hands of the voters in the room.
func (n *night) votes(motion data.MotionID, with func(*data.Vote)) data.VoteID {
	v := data.Vote{
		ID: data.VoteID(n.id("vote")), Meeting: n.Meeting.ID, Item: n.item, Motion: motion, Method: data.Hands,
		Needs: data.SimpleMajority, Voters: n.Register.Room().Voters,
	}
	with(&v)
	v.Outcome, v.Finding = n.Rules.Majority.Decide(v)
	v.Check = data.CheckCount(v)
	n.Votes[v.ID] = v
	if m, ok := n.Motions[motion]; ok {
		m.Vote, m.Outcome, m.Status = v.ID, v.Outcome, data.DisposedOf
		n.Motions[motion] = m
	}
	n.block(data.BlockVote, string(v.ID), "")
	return v.ID
}

func hands(for_, against, abstained int) func(*data.Vote) {
	return func(v *data.Vote) { v.For, v.Against, v.Abstained = for_, against, abstained }
}

// scenario3 is the register of 14 May: 19 in the room, of whom 15 voters, the tenth at 7.34pm; 6 apologies.
func scenario3(t *testing.T) *night {
	n := nightOn(t, "14 May 2026")
	n.Meeting.Opened, n.Meeting.ClosedAt = n.clock("7.34pm"), n.clock("9.14pm")
	for i, name := range names[:14] {
		at := "7.25pm"
		if i >= 9 {
			at = "7.34pm"
		}
		n.comes(name, at)
	}
	n.event("Aled Davies", data.CameIn, data.NoVote, "7.28pm").Reason = "in arrears since 1 April"
	n.event("Callum Frazer", data.CameIn, data.NoVote, "7.29pm").Reason = "joined 28 April: under 8 weeks"
	for name, from := range map[string]string{"Wilf Armitage": "Eastgate Branch", "Ama Serwaa": "Canal Trust"} {
		n.know(name, func(p *data.Person) { p.Status, p.Organisation = data.Guest, from })
	}
	n.event("Wilf Armitage", data.CameIn, data.Observer, "7.30pm")
	n.event("Ama Serwaa", data.CameIn, data.Visitor, "7.30pm")
	n.comes("Kofi Mensah", "8.05pm")
	n.goes("Ben Carrick", "9.10pm")
	n.apologies("June Ashworth", "Siân Llewellyn", "Sunita Rao", "Aoife NíBhriain", "Róisín O'Hare", "Emeka Okafor")
	n.Register = data.NewRegister(n.Register)
	return n
}

func wantWords(t *testing.T, what, got, wanted string) {
	t.Helper()
	if got != wanted {
		t.Errorf("%s:\n got %q\nwant %q", what, got, wanted)
	}
}
