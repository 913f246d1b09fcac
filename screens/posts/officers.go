package posts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// An Officer is one post as the list shows it.
type Officer struct {
	Post   data.PostID
	Name   string // of the post
	Holder string // "Margaret Dunne"; of a vacant post "Vacant since 9 April"
	Years  string // "2nd year"; "" for a vacant post
	Vacant bool
}

func officersOf(posts []data.Post, terms []data.Term, names data.Names, today data.Date) []Officer {
	officers := make([]Officer, 0, len(posts))
	for _, p := range posts {
		own := slices.DeleteFunc(slices.Clone(terms), func(t data.Term) bool { return t.Post != p.ID })
		officers = append(officers, officerOf(p, own, names, today))
	}
	return officers
}

func officerOf(p data.Post, own []data.Term, names data.Names, today data.Date) Officer {
	o := Officer{Post: p.ID, Name: p.Name, Holder: "Vacant", Vacant: true}
	var holders, years []string
	var ended data.Date
	for _, t := range own {
		switch {
		case t.HeldOn(today):
			holders = append(holders, names.Name(t.Person))
			years = append(years, yearsIn(sinceWhen(t, own), today))
		case t.To.Before(today) && t.To.After(ended):
			ended = t.To
		}
	}
	switch {
	case len(holders) > 0:
		o.Holder, o.Years, o.Vacant = strings.Join(holders, " and "), years[0], false
	case !ended.IsZero():
		o.Holder = "Vacant since " + ended.AddDays(1).ShortNear(today)
	}
	return o
}

// sinceWhen is the day on which somebody came into a post, terms that follow on each other taken as one; zero where it
// is not known.
func sinceWhen(t data.Term, own []data.Term) data.Date {
	from := t.From
	for _, before := range slices.Backward(own) {
		joins := before.To == from || before.To == from.AddDays(-1)
		if before.Person == t.Person && before.ID != t.ID && joins && !before.To.IsZero() {
			from = before.From
		}
	}
	return from
}

// yearsIn says in which year of holding it somebody is: "2nd year".
func yearsIn(from, today data.Date) string {
	if from.IsZero() {
		return "since not known"
	}
	n := 1
	for !from.AddYears(n).After(today) {
		n++
	}
	return ordinal(n) + " year"
}

// A Sitting is somebody in a post, as the first night types it.
type Sitting struct {
	Post data.PostID // "" for a post that is not in the book yet
	Name string      // of the post
	Who  parts.Who
	From data.Date // zero where it is not known
}

// Sheet returns the posts to be filled in on the first night: the standard ones while the book has none, else those
// that are vacant.
func (m *Model) Sheet() []Sitting {
	var rows []Sitting
	if len(m.Officers) == 0 {
		for _, p := range data.StandardPosts() {
			rows = append(rows, Sitting{Name: p.Name})
		}
		return rows
	}
	for _, o := range m.Officers {
		if o.Vacant {
			rows = append(rows, Sitting{Post: o.Post, Name: o.Name})
		}
	}
	return rows
}

// TakeOffice records who is in post, with the standard posts where the book has none. Rows without a name leave their
// post vacant. It returns how many posts were filled.
func (m *Model) TakeOffice(rows []Sitting) (filled int, err error) {
	err = m.book.Change("record the officers in post", func(tx *book.Tx) error {
		filled = 0
		standard := data.StandardPosts()
		for _, row := range rows {
			post := row.Post
			if post == "" {
				i := slices.IndexFunc(standard, func(p data.Post) bool { return p.Name == row.Name })
				p := data.Post{Name: row.Name, Place: len(standard) + 1}
				if i >= 0 {
					p = standard[i]
				}
				p.ID = data.PostID(tx.NewID())
				if err := tx.Posts.Put(p); err != nil {
					return err
				}
				post = p.ID
			}
			if row.Who.IsZero() {
				continue
			}
			filled++
			if err := beginTerm(tx, data.Term{Post: post, From: row.From}, row.Who); err != nil {
				return err
			}
		}
		return nil
	})
	return filled, err
}

func beginTerm(tx *book.Tx, t data.Term, who parts.Who) error {
	person, err := tx.Member(who.ID, who.Name)
	if err != nil {
		return err
	}
	t.ID, t.Person = data.TermID(tx.NewID()), person
	return tx.Terms.Put(t)
}

// Succeed ends the running term of a post the day before a date, and begins another's on it. A term that began on that
// very day is taken to be a slip, and is replaced.
func (m *Model) Succeed(post data.PostID, who parts.Who, from data.Date, how data.HowElected) error {
	switch {
	case who.IsZero():
		return data.NewProblem("Type who holds the post now: a few letters of the name find a member.", nil)
	case from.IsZero():
		return data.NewProblem("Type the day from which they hold the post, as 11 June 2026.", nil)
	}
	return m.book.Change("record "+m.people.NameOf(who)+" as "+m.postName(post), func(tx *book.Tx) error {
		if err := endTerms(tx, post, from); err != nil {
			return err
		}
		return beginTerm(tx, data.Term{Post: post, From: from, How: how}, who)
	})
}

// Vacate ends the running term of a post; last is its last day.
func (m *Model) Vacate(post data.PostID, last data.Date) error {
	if last.IsZero() {
		return data.NewProblem("Type the last day in the post, as 9 April 2026.", nil)
	}
	return m.book.Change("end the term of the "+m.postName(post), func(tx *book.Tx) error {
		return endTerms(tx, post, last.AddDays(1))
	})
}

// endTerms ends what runs in a post, so that it is free from a day on.
func endTerms(tx *book.Tx, post data.PostID, from data.Date) error {
	running, err := tx.Terms.Where(func(t data.Term) bool {
		return t.Post == post && (t.To.IsZero() || !t.To.Before(from))
	})
	if err != nil {
		return err
	}
	for _, t := range running {
		switch {
		case t.From == from:
			err = tx.Terms.Delete(t.ID)
		case t.From.After(from):
			return data.NewProblem(fmt.Sprintf("Somebody holds this post from %s on. Type a later day, or take that back first.", t.From), nil)
		default:
			t.To = from.AddDays(-1)
			err = tx.Terms.Put(t)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// AddPost adds a post at the end of the list.
func (m *Model) AddPost(name string) (data.PostID, error) {
	var id data.PostID
	name = strings.TrimSpace(name)
	err := m.book.Change("add the post of "+name, func(tx *book.Tx) error {
		all, err := tx.Posts.All()
		if err != nil {
			return err
		}
		last := 0
		for _, p := range all {
			if data.Fold(p.Name) == data.Fold(name) {
				return data.NewProblem("There is a post of that name already. Give this one another.", nil)
			}
			last = max(last, p.Place)
		}
		id = data.PostID(tx.NewID())
		return tx.Posts.Put(data.Post{ID: id, Name: name, Place: last + 1})
	})
	return id, err
}

// RenamePost gives a post another name; who held it, and when, stays.
func (m *Model) RenamePost(post data.PostID, name string) error {
	name = strings.TrimSpace(name)
	return m.book.Change("rename the "+m.postName(post)+" to "+name, func(tx *book.Tx) error {
		p, err := tx.Posts.Get(post)
		if err != nil {
			return err
		}
		p.Name = name
		return tx.Posts.Put(p)
	})
}

// MovePost moves a post up the list (by -1) or down (by 1). At the end of the list nothing happens.
func (m *Model) MovePost(post data.PostID, by int) error {
	return m.book.Change("move the "+m.postName(post)+" in the list", func(tx *book.Tx) error {
		all, err := tx.Posts.All()
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(p data.Post) bool { return p.ID == post })
		j := i + by
		if i < 0 || j < 0 || j >= len(all) {
			return nil
		}
		all[i], all[j] = all[j], all[i]
		for place, p := range all {
			p.Place = place + 1
			if err := tx.Posts.Put(p); err != nil {
				return err
			}
		}
		return nil
	})
}

func (m *Model) postName(id data.PostID) string {
	for _, o := range m.Officers {
		if o.Post == id {
			return o.Name
		}
	}
	return "post"
}

// Officer returns a post as the list shows it; the zero Officer for one that is not there.
func (m *Model) Officer(id data.PostID) Officer {
	for _, o := range m.Officers {
		if o.Post == id {
			return o
		}
	}
	return Officer{}
}

func filledWords(officers []Officer) string {
	filled := 0
	for _, o := range officers {
		if !o.Vacant {
			filled++
		}
	}
	if len(officers) == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d filled", filled, len(officers))
}

func ordinal(n int) string {
	ending := "th"
	if n/10%10 != 1 {
		ending = cmp.Or(map[int]string{1: "st", 2: "nd", 3: "rd"}[n%10], "th")
	}
	return fmt.Sprint(n) + ending
}
