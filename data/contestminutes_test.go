package data

import (
	"strings"
	"testing"
	"time"
)

func minutedAs(t *testing.T, c Contest, people Names) MinutedPart {
	t.Helper()
	e := Evening{Meeting: Meeting{ID: c.Meeting}, People: people, Tallies: map[ContestID]Tally{c.ID: tally(t, c)}}
	return e.minutedContest(c)
}

func TestAClerkWritesWhatBecameOfEachContest(t *testing.T) {
	chair, people := hustings(Elects, 1, ByMostVotes, "Dunne", "Mbeki")
	chair.Status = ResultDeclared
	one := func(edit func(*Contest)) Contest {
		c := chair
		c.Nominees = []Nominee{chair.Nominees[0]}
		edit(&c)
		return c
	}
	nobody := func(edit func(*Contest)) Contest {
		return one(func(c *Contest) { c.Nominees = nil; edit(c) })
	}
	for want, c := range map[string]Contest{
		"Chair: Dunne elected unopposed.":                                             one(func(*Contest) {}),
		"Chair: Dunne, proposed by Mbeki, elected unopposed.":                         one(func(c *Contest) { c.Nominees[0].Proposer = "Mbeki" }),
		"Chair: Dunne and Mbeki (job share) elected unopposed.":                       one(func(c *Contest) { c.Nominees[0].Partner = "Mbeki" }),
		"Chair: Nobody accepted; vacant.":                                             one(func(c *Contest) { c.Nominees[0].Declined = true }),
		"Chair: Nobody was nominated; vacant.":                                        nobody(func(*Contest) {}),
		"Auditors: Nobody was nominated; 2 places vacant.":                            nobody(func(c *Contest) { c.Title, c.Places = "Auditors", 2 }),
		"Nomination for CLP treasurer: Nobody was nominated.":                         nobody(func(c *Contest) { c.Kind, c.Title = Nominates, "CLP treasurer" }),
		"Nomination for CLP treasurer: Dunne nominated unopposed.":                    one(func(c *Contest) { c.Kind, c.Title = Nominates, "CLP treasurer" }),
		"Supporting nomination for Leader: Dunne received the supporting nomination.": one(func(c *Contest) { c.Kind, c.Title = Supports, "Leader" }),
		"Auditors: Dunne elected unopposed; 1 place vacant.":                          one(func(c *Contest) { c.Title, c.Places = "Auditors", 2 }),
		"Chair: No election was held, nobody would stand.":                            one(func(c *Contest) { c.Status, c.Why = Abandoned, "nobody would stand" }),
		"Chair: Nominated: Dunne. Held over to the next meeting: no quorum.": one(func(c *Contest) {
			c.Status, c.Meeting = NominationsOpen, "m"
			held, err := c.HoldOver(Meeting{ID: "m", Date: MustDate(2026, time.June, 11)}, "no quorum")
			if err != nil {
				t.Fatal(err)
			}
			*c = held
		}),
	} {
		p := minutedAs(t, c, people)
		if got := p.Lead + ": " + p.Text; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestThreeWhoStandNeedASentenceAndFourATable(t *testing.T) {
	c, people := hustings(Elects, 1, ByMostVotes, "Dunne", "Mbeki", "Carrick")
	c.Method, c.Status = Hands, ResultDeclared
	c.Rounds = []Round{{Places: 1, Standing: []int{0, 1, 2}, Valid: 20, Votes: map[int]int{0: 9, 1: 7, 2: 4}, Closed: true}}
	p := minutedAs(t, c, people)
	if p.Grid != nil || p.Sum != "Show of hands: Dunne 9, Mbeki 7, Carrick 4." {
		t.Errorf("%q, %+v", p.Sum, p.Grid)
	}
	four, people := hustings(Elects, 1, ByRounds, "Dunne", "Mbeki", "Carrick", "Keogh")
	four.Status = ResultDeclared
	four.Rounds = []Round{
		{Places: 1, Standing: []int{0, 1, 2, 3}, Valid: 20, Votes: map[int]int{0: 8, 1: 7, 2: 4, 3: 1}, Closed: true},
		{Kind: NextRound, Places: 1, Standing: []int{0, 1, 2}, Valid: 20, Votes: map[int]int{0: 12, 1: 6, 2: 2}, Closed: true},
	}
	g := minutedAs(t, four, people).Grid
	if g == nil {
		t.Fatal("no table")
	}
	var rows []string
	for _, r := range g.Rows {
		rows = append(rows, strings.Join(r, " "))
	}
	const want = "Dunne 8 12 Elected; Mbeki 7 6 Not elected; Carrick 4 2 Not elected; Keogh 1  Not elected"
	if got := strings.Join(rows, "; "); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if g.Sum != "Nobody has more than half of 20 valid ballots. Keogh went out.\n12 of 20 valid ballots: more than half." {
		t.Errorf("%q", g.Sum)
	}
}

func TestTheRollHasThePostsAsTheMeetingOpened(t *testing.T) {
	on := MustDate(2026, time.June, 11)
	e := Evening{
		Meeting: Meeting{ID: "m", Date: on}, Posts: []Post{{ID: "chair", Name: "Chair"}},
		Terms: []Term{
			{Post: "chair", Person: "Mbeki", From: on.AddYears(-1), To: on.AddDays(-1)}, {Post: "chair", Person: "Dunne", From: on, Contest: "c"},
		},
		Contests: map[ContestID]Contest{"c": {ID: "c", Meeting: "m", Kind: Elects, Post: "chair", Status: ResultDeclared}},
	}
	if len(e.heldPosts("Mbeki")) != 1 || len(e.heldPosts("Dunne")) != 0 {
		t.Errorf("before the election Mbeki was in the chair: %v, %v", e.heldPosts("Mbeki"), e.heldPosts("Dunne"))
	}
}

func TestBusinessOfACancelledAGMIsForTheNextAGMAlone(t *testing.T) {
	june := Meeting{ID: "june", Kind: AGM, Date: MustDate(2026, time.June, 11), Status: Cancelled}
	c := Contest{ID: "c", Kind: Elects, Title: "Chair", Post: "chair", Places: 1, Meeting: "june"}
	for kind, want := range map[MeetingKind]int{Ordinary: 0, AGM: 1, Executive: 0} {
		in := AgendaInput{Meeting: Meeting{ID: "now", Kind: kind, Date: MustDate(2026, time.November, 12), Status: Planned}, Contests: []Contest{c}}
		in.Meetings = []Meeting{june, in.Meeting}
		if got := contestsHeldOver(in); len(got) != want {
			t.Errorf("%s: %v", kind, got)
		}
	}
}
