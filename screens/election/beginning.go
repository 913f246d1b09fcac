package election

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// A Subject is what can be contested: a post, a body with a class of seat, or what is typed.
type Subject struct {
	Post  data.PostID
	Body  data.BodyID
	Class data.SeatClass
	Words string // as a choice shows it: "Chair", "General Committee, open seats", "Something else"
}

// Typed says that the title is typed: it is not the branch's own.
func (s Subject) Typed() bool { return s.Post == "" && s.Body == "" }

// Subjects lists what can be contested, in the order of posts and then of bodies; the last is typed.
func (m *Model) Subjects() []Subject {
	var all []Subject
	for _, p := range m.held.Posts {
		all = append(all, Subject{Post: p.ID, Words: p.Name})
	}
	for _, b := range m.held.Bodies {
		for _, c := range b.SeatClasses() {
			all = append(all, Subject{Body: b.ID, Class: c, Words: b.Name + ", " + seats(c)})
		}
	}
	return append(all, Subject{Words: "Something else"})
}

// seats is a class of seat in words: "open seats".
func seats(c data.SeatClass) string {
	switch c {
	case data.WomensSeat:
		return "seats for women"
	case data.YouthSeat:
		return "youth seat"
	case data.ExOfficioSeat:
		return "ex officio seat"
	}
	return "open seats"
}

// A Draft is a contest about to begin.
type Draft struct {
	Meeting   data.MeetingID
	Subject   Subject
	Title     string
	Kind      data.ContestKind
	Places    int
	Entitled  data.Finding // how the suggested number of places came about
	WomenOnly bool
	Freeze    data.Date // zero for the day of the meeting
	CloseOn   data.Date // zero for the meeting itself
	Method    data.Method
}

// A MeetingChoice is a meeting at which a contest can be decided.
type MeetingChoice struct {
	ID    data.MeetingID
	Words string
}

// Meetings lists the meetings that can decide a contest: those to come, the one in session, and the last ones, for who
// writes up the next day. chosen is the usual one; -1 for none.
func (m *Model) Meetings() (all []MeetingChoice, chosen int) {
	const past = 3
	var coming, gone []data.Meeting
	for _, x := range m.held.meetings {
		if x.Status == data.Closed {
			gone = append(gone, x)
		} else {
			coming = append(coming, x)
		}
	}
	byDate := func(a, b data.Meeting) int { return a.Date.Compare(b.Date) }
	slices.SortStableFunc(coming, byDate)
	slices.SortStableFunc(gone, byDate)
	chosen = -1
	for _, x := range append(coming, gone[max(0, len(gone)-past):]...) {
		if x.ID == m.held.Meeting.ID {
			chosen = len(all)
		}
		all = append(all, MeetingChoice{x.ID, x.Heading()})
	}
	if chosen < 0 && m.held.Meeting.ID != "" {
		chosen = len(all)
		all = append(all, MeetingChoice{m.held.Meeting.ID, m.held.Meeting.Heading()})
	}
	return all, chosen
}

// Suggest fills in what a contest of a subject has as a rule: its title and how many places, with the sum. It rests on the
// meeting that is shown.
func (m *Model) Suggest(s Subject) Draft {
	d := Draft{Meeting: m.held.Meeting.ID, Subject: s, Kind: data.Elects, Places: 1, Method: data.SecretBallot}
	switch {
	case s.Post != "":
		d.Title = m.postName(s.Post)
		if i := slices.IndexFunc(m.held.Posts, func(p data.Post) bool { return p.ID == s.Post }); i >= 0 {
			d.Places = m.held.Posts[i].Wanted()
		}
	case s.Body != "":
		d.Title = m.delegatesTitle(s)
		d.Places, d.Entitled = m.held.PlacesToFill(s.Body, s.Class, m.held.Contests)
	}
	return d
}

// delegatesTitle leaves the class away for open seats, which are most of them.
func (m *Model) delegatesTitle(s Subject) string {
	if s.Class == data.OpenSeat {
		s.Class = ""
	}
	return data.DelegatesTitle(m.bodyName(s.Body), s.Class)
}

func (m *Model) postName(id data.PostID) string {
	i := slices.IndexFunc(m.held.Posts, func(p data.Post) bool { return p.ID == id })
	if i < 0 {
		return ""
	}
	return m.held.Posts[i].Name
}

func (m *Model) bodyName(id data.BodyID) string {
	i := slices.IndexFunc(m.held.Bodies, func(b data.Body) bool { return b.ID == id })
	if i < 0 {
		return ""
	}
	return m.held.Bodies[i].Name
}

// contest makes the contest of a draft, to be taken after those that the meeting has.
func (d Draft) contest(order int) data.Contest {
	c := data.Contest{
		Meeting: d.Meeting, Order: order, Kind: cmp.Or(d.Kind, data.Elects), Post: d.Subject.Post, Body: d.Subject.Body, Class: d.Subject.Class,
		Title: strings.Join(strings.Fields(d.Title), " "), Places: d.Places, Entitled: d.Entitled, WomenOnly: d.WomenOnly,
		FreezeDate: d.Freeze, CloseOn: d.CloseOn, Method: d.Method, Status: data.NominationsOpen,
	}
	if c.Kind == data.Triggers {
		c.Places, c.Rule = 1, data.ByMostVotes
		c.Nominees = []data.Nominee{{Name: "Yes", Consent: data.Consents, Number: 1}, {Name: "No", Consent: data.Consents, Number: 2}}
	}
	return c
}

// Begin begins a contest, and opens it.
func (m *Model) Begin(d Draft) (line string, err error) {
	if d.Meeting == "" {
		return "", data.NewProblem("Plan a meeting first: an election belongs to the meeting that decides it.", nil)
	}
	var id data.ContestID
	err = m.book.Change("begin the "+string(cmp.Or(d.Kind, data.Elects))+": "+strings.TrimSpace(d.Title), func(tx *book.Tx) error {
		others, err := tx.Contests.Of(d.Meeting)
		if err != nil {
			return err
		}
		items, err := tx.Items.Of(d.Meeting)
		if err != nil {
			return err
		}
		c := d.contest(lastOrder(others) + 1)
		id = data.ContestID(tx.NewID())
		c.ID, c.Item = id, book.ContestItem(c, items)
		return tx.Contests.Put(c)
	})
	if err != nil {
		return "", err
	}
	m.contest = id
	return data.Capital(string(cmp.Or(d.Kind, data.Elects))) + " begun: " + strings.TrimSpace(d.Title) + ". Nominations are open.", nil
}

func lastOrder(contests []data.Contest) int {
	last := 0
	for _, c := range contests {
		last = max(last, c.Order)
	}
	return last
}

// Drafts returns the contests that an annual general meeting has and that are not begun yet: every post in its order, then
// the delegates, with a contest for each class of seat that somebody holds.
func (m *Model) Drafts() []Draft {
	h, others := &m.held, slices.Clone(m.held.Contests)
	begun := func(s Subject) bool {
		return slices.ContainsFunc(others, func(c data.Contest) bool {
			return c.Kind == data.Elects && c.Post == s.Post && c.Body == s.Body && (s.Body == "" || c.Class == s.Class)
		})
	}
	var all []Draft
	add := func(s Subject, places int) {
		if begun(s) {
			return
		}
		d := m.Suggest(s)
		if s.Body != "" && s.Class == data.OpenSeat {
			d.Places, d.Entitled = h.PlacesToFill(s.Body, s.Class, others)
		} else if places > 0 {
			d.Places = places
		}
		all = append(all, d)
		others = append(others, d.contest(len(others)+1))
	}
	for _, p := range h.Posts {
		add(Subject{Post: p.ID, Words: p.Name}, p.Wanted())
	}
	for _, b := range h.Bodies {
		if h.Allotted[b.ID].Total == 0 || !b.IsGeneralCommittee() && b.Term.Kind != "" {
			continue // a conference chooses its delegates when it is called
		}
		held := map[data.SeatClass]int{}
		for _, s := range h.Seats {
			if s.Body == b.ID && s.HeldOn(h.Meeting.Date) {
				held[s.Class]++
			}
		}
		for _, class := range []data.SeatClass{data.ExOfficioSeat, data.YouthSeat, data.WomensSeat} {
			if n := cmp.Or(h.Allotted[b.ID].ByClass[class], held[class]); n > 0 {
				add(Subject{Body: b.ID, Class: class}, n)
			}
		}
		add(Subject{Body: b.ID, Class: data.OpenSeat}, 0)
	}
	return all
}

// BeginAll begins every contest of Drafts in one Change.
func (m *Model) BeginAll() (line string, err error) {
	drafts := m.Drafts()
	if m.held.Meeting.ID == "" || len(drafts) == 0 {
		return "", data.NewProblem("Every post and every delegation has its election at this meeting already.", nil)
	}
	err = m.book.Change("begin the elections of officers and delegates", func(tx *book.Tx) error {
		order := lastOrder(m.held.Contests)
		for i, d := range drafts {
			c := d.contest(order + i + 1)
			c.ID, c.Item = data.ContestID(tx.NewID()), book.ContestItem(c, m.held.items)
			if err := tx.Contests.Put(c); err != nil {
				return err
			}
		}
		return nil
	})
	return fmt.Sprintf("%s begun, in the order of posts.", data.NumberOf(len(drafts), "election", "elections")), err
}

// SetPlaces corrects how many places the contest that is open fills, while nobody has voted.
func (m *Model) SetPlaces(n int) error {
	return m.change("set the places of "+m.held.contest.Title, func(_ *book.Tx, c *data.Contest) error {
		if len(c.Rounds) > 0 {
			return data.NewProblem("The voting has begun: how many places there are cannot change any more.", nil)
		}
		if c.Places != n {
			c.Places, c.Entitled = n, data.Finding{}
		}
		if !slices.Contains(data.CountRules(n), c.Rule) && c.Kind != data.Triggers {
			c.Rule = ""
		}
		return undecided(c)
	})
}
