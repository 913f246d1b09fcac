package session

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// elections are what an evening elects and nominates, as last read.
type elections struct {
	// contests are those of the meeting in the order in which they are taken, and those that its minutes have although a later
	// meeting took them over.
	contests []data.Contest
	tallies  map[data.ContestID]data.Tally
	posts    []data.Post
	bodies   []data.Body
}

func (e *evening) readContests(r *book.Reading) (err error) {
	if e.contests, err = r.Contests.Of(e.ID); err != nil {
		return err
	}
	for _, b := range e.blocks {
		id := data.ContestID(b.Record)
		if _, known := byID(e.contests, isContest(id)); b.Kind != data.BlockContest || known {
			continue
		}
		c, err := r.Contests.Get(id)
		switch {
		case err == nil:
			e.contests = append(e.contests, c)
		case !errors.Is(err, book.ErrNotFound):
			return err
		}
	}
	e.tallies = map[data.ContestID]data.Tally{}
	for _, c := range e.contests {
		t, err := r.Tally(c)
		if wrong := (*data.Problem)(nil); err != nil && !errors.As(err, &wrong) {
			return err
		}
		e.tallies[c.ID] = t // as far as figures that do not fit lead
	}
	if e.posts, err = r.Posts.All(); err != nil {
		return err
	}
	e.bodies, err = r.Bodies.All()
	return err
}

func isContest(id data.ContestID) func(data.Contest) bool {
	return func(c data.Contest) bool { return c.ID == id }
}

// ContestInHand is the election that a line means which names none: at the item on show the one that was spoken of last, else
// the first that is undecided; else, where the item is about no post or body of its own, the one spoken of last, or the only
// one that is open.
func (m *Model) ContestInHand() (data.Contest, bool) {
	var open, here []data.Contest
	for _, c := range m.held.contests {
		if _, held := c.HeldOverBy(m.meeting); held || c.Meeting != m.meeting || c.Over() {
			continue
		}
		open = append(open, c)
		if c.Item == m.item {
			here = append(here, c)
		}
	}
	if c, spoken := byID(here, isContest(m.contest)); spoken {
		return c, true
	}
	if len(here) > 0 {
		return here[0], true
	}
	if _, own := m.itsOwn(m.shown()); own {
		return data.Contest{}, false
	}
	if c, spoken := byID(open, isContest(m.contest)); spoken {
		return c, true
	}
	if len(open) == 1 {
		return open[0], true
	}
	return data.Contest{}, false
}

// itsOwn returns the election that an item is about, which has not begun: the post or body that it wrote itself from, or whose
// name its heading has.
func (m *Model) itsOwn(item data.AgendaItem) (data.Contest, bool) {
	if item.Kind != data.ItemElection {
		return data.Contest{}, false
	}
	heading := " " + data.Fold(item.Heading) + " "
	named := func(name string) bool {
		return strings.Contains(heading, " "+data.Fold(name)+" ") && !strings.Contains(heading, " for the meeting ")
	}
	for _, p := range m.held.posts {
		if item.From == (data.Source{Kind: data.FromPost, Record: data.ID(p.ID)}) {
			return m.newContest(ContestLine{Kind: data.Elects}, data.Contest{Post: p.ID, Title: p.Name}), true
		}
	}
	for _, b := range m.held.bodies {
		if item.From == (data.Source{Kind: data.FromBody, Record: data.ID(b.ID)}) || named(b.Name) {
			return m.newContest(ContestLine{Kind: data.Elects}, data.Contest{Body: b.ID}), true
		}
	}
	posts := slices.DeleteFunc(slices.Clone(m.held.posts), func(p data.Post) bool { return !named(p.Name) })
	if len(posts) == 0 {
		return data.Contest{}, false
	}
	// "Vice chair" holds "chair": the longest name is meant.
	p := slices.MaxFunc(posts, func(a, b data.Post) int { return cmp.Compare(len(a.Name), len(b.Name)) })
	return m.newContest(ContestLine{Kind: data.Elects}, data.Contest{Post: p.ID, Title: p.Name}), true
}

// meant returns the contest that a line is about: one that is open, or one that would begin, which has no ID yet. The error is
// a *data.Problem.
func (m *Model) meant(l ContestLine) (data.Contest, error) {
	if l.What == "" {
		c, ok := m.ContestInHand()
		if ok && l.Kind != data.Elects && c.Kind != l.Kind {
			ok = false
		}
		if !ok && l.Kind == data.Elects {
			c, ok = m.itsOwn(m.shown())
		}
		if !ok {
			return c, data.NewProblem("Say what is elected, and a colon: chair: dunne", nil)
		}
		return c, m.notDecided(c)
	}
	what := data.Fold(l.What)
	for _, fits := range []func(title string) bool{
		func(title string) bool { return title == what },
		func(title string) bool { return begins(title, what) },
	} {
		for _, c := range m.held.contests {
			if c.Meeting == m.meeting && !c.Over() && l.Class == "" && (l.Kind == data.Elects || l.Kind == c.Kind) && fits(data.Fold(c.Title)) {
				return c.TakenUp(m.meeting), nil
			}
		}
	}
	c := m.newContest(l, m.called(l))
	for _, o := range m.held.contests {
		if o.Meeting == m.meeting && !o.Over() && sameContest(o, c) {
			return o.TakenUp(m.meeting), nil
		}
	}
	return c, m.notDecided(c)
}

// notDecided says why a contest cannot begin: the meeting has decided the same one.
func (m *Model) notDecided(c data.Contest) error {
	if c.ID != "" {
		return nil
	}
	for _, o := range m.held.contests {
		if sameContest(o, c) && o.Meeting == m.meeting && o.Status == data.ResultDeclared && len(o.Winners(m.held.tallies[o.ID])) == o.Places {
			return data.NewProblem(o.Title+" was decided this evening: "+m.outcome(o)+" Ctrl+U takes it back.", nil)
		}
	}
	return nil
}

// sameContest says whether two contests are about the same post, seats, or other title.
func sameContest(a, b data.Contest) bool {
	if a.Kind != b.Kind || a.Post != b.Post || a.Body != b.Body || a.Class != b.Class {
		return false
	}
	return a.Post != "" || a.Body != "" || data.Fold(a.Title) == data.Fold(b.Title)
}

// outcome is what a contest came to, in a sentence.
func (m *Model) outcome(c data.Contest) string {
	return c.Result(m.held.tallies[c.ID], m.names).Outcome
}

// called finds the post or body that somebody means: its name or the beginning of it, or of one of its words, or the initials
// of a body. Other words are what is elected, as they stand.
func (m *Model) called(l ContestLine) data.Contest {
	what := data.Fold(l.What)
	if l.Kind != data.Elects {
		return data.Contest{Title: data.Capital(l.What)}
	}
	for _, fits := range []func(name string) bool{
		func(name string) bool { return name == what || initials(name) == what },
		func(name string) bool { return strings.HasPrefix(name, what) },
		func(name string) bool { return begins(name, what) },
	} {
		for _, p := range m.held.posts {
			if fits(data.Fold(p.Name)) && l.Class == "" {
				return data.Contest{Post: p.ID, Title: p.Name}
			}
		}
		for _, b := range m.held.bodies {
			if fits(data.Fold(b.Name)) {
				return data.Contest{Body: b.ID, Class: l.Class}
			}
		}
	}
	return data.Contest{Title: data.Capital(l.What)}
}

// begins says whether some word of a name begins with the letters.
func begins(name, letters string) bool { return strings.Contains(" "+name, " "+letters) }

func initials(name string) string {
	var letters []byte
	for _, word := range strings.Fields(name) {
		letters = append(letters, word[0])
	}
	if len(letters) < 2 {
		return ""
	}
	return string(letters)
}

// newContest fills in what follows from what is elected: its title, and how many places there are.
func (m *Model) newContest(l ContestLine, c data.Contest) data.Contest {
	c.Meeting, c.Item, c.Kind, c.Status, c.Places, c.Order = m.meeting, m.item, l.Kind, data.NominationsOpen, 1, 1
	for _, o := range m.held.contests {
		c.Order = max(c.Order, o.Order+1)
	}
	if b, is := byID(m.held.bodies, func(b data.Body) bool { return b.ID == c.Body }); is {
		c.Title = data.DelegatesTitle(b.Name, c.Class)
		c.Class = cmp.Or(c.Class, data.OpenSeat)
		c.Places, c.Entitled = m.placesOn(b, c.Class)
	}
	if l.Places > 0 {
		c.Places, c.Entitled = l.Places, data.Finding{}
	}
	return c
}

// placesOn suggests how many places on a body the meeting fills. Without figures it is one: another number is typed.
func (m *Model) placesOn(b data.Body, class data.SeatClass) (places int, sum data.Finding) {
	course, err := m.course()
	if err != nil {
		return 1, data.Finding{}
	}
	return course.PlacesToFill(b.ID, class, course.Contests)
}

// course is the evening's elections with all that they are judged on.
func (m *Model) course() (course data.Course, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		course, err = r.Course(m.meeting, m.held.Date)
		return err
	})
	return course, err
}
