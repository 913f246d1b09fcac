package example

import (
	"fmt"
	"math/rand/v2"
	"time"

	"branchbook/data"
)

// A maker writes the branch's history from its beginning. What it holds does not grow with the number of meetings.
type maker struct {
	*roster
	rules    data.Rules
	rng      *rand.Rand
	ids      *data.IDs
	now      time.Time // what the clock for ids says
	counts   map[string]int
	posts    []data.Post
	body     data.Body
	callers  []data.Person
	met      map[data.PersonID]bool // callers who are in the book
	themes   []theme
	theme    int
	terms    []data.Term    // of the officers, so far
	drafts   []draft        // minutes that no meeting has approved yet
	ratify   string         // what the next quorate meeting has to ratify
	ahead    data.MeetingID // of the meeting that ratifies it, when that is known before it is held
	lastDate data.Date
}

func newMaker(size Size) *maker {
	m := &maker{counts: map[string]int{}, met: map[data.PersonID]bool{}, themes: themes()}
	m.rng = rand.New(rand.NewPCG(uint64(size.Members)<<16|uint64(size.Years), uint64(size.Present)))
	var seed [32]byte
	for i := range seed {
		seed[i] = byte(m.rng.Uint32())
	}
	m.ids = data.NewIDs(func() time.Time { return m.now }, rand.NewChaCha8(seed))
	m.setClock(quarterly(size.Years)[0])
	m.rules = rulesFor(size)
	m.rules.ID = data.RulesID(m.ids.New())
	m.roster = newRoster(size, m.ids)
	m.posts = data.StandardPosts()
	for i := range m.posts {
		m.posts[i].ID = data.PostID(m.ids.New())
	}
	m.body = data.Body{ID: data.BodyID(m.ids.New()), Name: data.GeneralCommittee, Place: 1, Kind: data.GeneralCommitteeKind}
	for _, c := range callers() {
		m.callers = append(m.callers, data.Person{
			ID: data.PersonID(m.ids.New()), Status: data.Guest, Title: c.title, First: c.first, Last: c.last,
			Organisation: c.organisation, Gender: c.gender,
		})
	}
	return m
}

// setClock lets the ids that follow sort behind those of earlier days.
func (m *maker) setClock(d data.Date) { m.now = d.Midnight().Add(19 * time.Hour) }

// rulesFor are the profile of the scenarios. Where a twentieth of the members would never come, the standing orders of
// the example have a fixed quorum, and a large branch's delegation has a limit.
func rulesFor(size Size) data.Rules {
	r := data.DefaultRules()
	const orders = "Standing orders of the branch, as agreed at its annual general meeting"
	if usual := size.Present * 2 / 3; (size.Members+19)/20 > usual {
		r.Quorum.Fixed, r.Quorum.Source = usual, orders
	}
	if size.Members > 225 {
		r.Seats.Max, r.Seats.Source = 15, "Northgate CLP: 1 for each 15 members or part, and no more than 15"
	}
	return r
}

// ref returns the next reference of a letter in the year of the date.
func (m *maker) ref(letter string, on data.Date) string {
	key := fmt.Sprint(letter, on.Year())
	m.counts[key]++
	return data.NumberedRef(letter, on.Year(), m.counts[key])
}

// eligible counts as the rule does, without writing everybody out.
func (m *maker) eligible(on data.Date) (eligible, members int) {
	d, cutOff := dayOf(on), dayOf(m.rules.Eligibility.CutOff(on))
	for _, s := range m.souls {
		if !s.on(d) {
			continue
		}
		members++
		if s.joined <= cutOff && (s.owes == 0 || s.owes > d) {
			eligible++
		}
	}
	return eligible, members
}

func (m *maker) canVote(i int, on data.Date) bool {
	s, d := m.souls[i], dayOf(on)
	return s.on(d) && s.joined <= dayOf(m.rules.Eligibility.CutOff(on)) && (s.owes == 0 || s.owes > d)
}

// list is the step of the k-th membership list: the import, and everyone who was on no list before.
func (m *maker) list(k int) Step {
	asAt := m.lists[k]
	m.setClock(asAt)
	step := Step{What: "bring in the list of " + asAt.Short(), When: asAt}
	if k == 0 {
		step.Records = append(step.Records, m.rules, m.body)
		for _, p := range m.posts {
			step.Records = append(step.Records, p)
		}
	}
	imported, fresh := m.listImport(k)
	for _, i := range fresh {
		step.Records = append(step.Records, m.person(i))
	}
	step.Records = append(step.Records, imported)
	if k == 0 {
		agm := agmOf(asAt.Year() - 1)
		step.Records = append(step.Records, m.termsFrom(agm)...)
		step.Records = append(step.Records, m.seatsFrom(agm, 0)...)
	}
	return step
}

func (m *maker) listImport(k int) (l data.ListImport, fresh []int) {
	asAt, d, before := m.lists[k], dayOf(m.lists[k]), int32(-1)
	if k > 0 {
		before = dayOf(m.lists[k-1])
	}
	l = data.ListImport{ID: data.ImportID(m.ids.New()), AsAt: asAt, File: "members-" + asAt.ISO() + ".csv"}
	for i, s := range m.souls {
		was := k > 0 && s.on(before)
		switch {
		case s.on(d):
			m.countIn(&l.Counts, s, d)
			if !was {
				fresh = append(fresh, i)
			}
		case was:
			l.Missing++
		}
	}
	l.New = len(fresh)
	if k == len(m.lists)-1 {
		l.Refused = refusals(m.person(castSize + 1).Number)
	}
	stayed := l.Counts.Members - l.New
	l.Changed = min(stayed, 1+stayed*(1+k%3)/100)
	if k == 0 {
		l.Changed = 0
	}
	l.Unchanged = stayed - l.Changed
	l.Rows = l.Counts.Members + len(l.Refused)
	l.How = fmt.Sprintf("%d rows, semicolons, Windows-1252", l.Rows)
	return l, fresh
}

func (m *maker) countIn(c *data.Membership, s soul, on int32) {
	c.Members++
	switch s.gender {
	case data.Woman:
		c.Women++
	case data.Man:
		c.Men++
	default:
		c.NotStated++
	}
	if s.young > on {
		c.Young++
	}
	if s.owes > 0 && s.owes <= on {
		c.Arrears++
	}
	if s.noEmail {
		c.NoEmail++
	}
}

// refusals are the three bad rows of the last list.
func refusals(twice string) []data.Refusal {
	return []data.Refusal{
		{Row: 58, Number: twice, Reason: "The membership number " + twice + " is on the list twice, on rows 31 and 58."},
		{Row: 117, Number: "A1187777", Reason: "There is no surname on this row."},
		{Row: 203, Name: "Terence Oldroyd", Number: "A1188190", Reason: "Join date 31/02/2026 is not a real date."},
	}
}
