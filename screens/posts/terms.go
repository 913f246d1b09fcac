package posts

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

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

// A TakingUp is somebody coming into a post, as it is typed.
type TakingUp struct {
	Post data.PostID
	Who  parts.Who
	From data.Date
	How  data.HowElected
	// Acting says that they stand in until the election: whoever was elected stays in post.
	Acting bool
	// Beside says that they share the post with whoever holds it.
	Beside bool
}

// LookAt says what is worth a look about somebody coming into a post; "" for nothing. Nothing is refused for it.
func (m *Model) LookAt(d TakingUp) string {
	var words []string
	post := m.post(d.Post)
	if p, known := m.names[d.Who.ID]; known && !d.From.IsZero() {
		if f := post.MayStand(p, d.From, m.rulesOn(d.From)); f.Warning || post.Eligible != (data.Candidacy{}) && f.Asks() {
			words = append(words, f.Sentence()+".")
		}
	} else if d.Who.Name != "" {
		words = append(words, m.people.NameOf(d.Who)+" is not in the book yet, and will be added as a member.")
	}
	if may, f := post.MayBeShared(); d.Beside && !may {
		words = append(words, "The post of "+post.Name+" "+f.Verdict+": "+f.Source+".")
	}
	if n := len(m.holders(d.Post)); d.Beside && n >= data.JobSharers*post.Wanted() {
		words = append(words, fmt.Sprintf("%s hold it already.", data.NumberOf(n, "person", "people")))
	}
	return strings.Join(words, " ")
}

// holders are the terms of those elected to a post that run on the day shown.
func (m *Model) holders(post data.PostID) []data.Term {
	return slices.DeleteFunc(slices.Clone(m.terms), func(t data.Term) bool {
		return t.Post != post || t.Acting || !t.HeldOn(m.Day())
	})
}

// Succeed ends the running term of a post the day before a date, and begins another's on it. A term that began on that
// very day is taken to be a slip, and is replaced.
func (m *Model) Succeed(post data.PostID, who parts.Who, from data.Date, how data.HowElected) error {
	return m.TakeUp(TakingUp{Post: post, Who: who, From: from, How: how})
}

// TakeUp begins a term. Whoever is elected ends what runs in the post the day before, those acting too, unless they share it
// or a place of it was free. Somebody acting ends nobody's term but that of whoever was acting.
func (m *Model) TakeUp(d TakingUp) error {
	switch {
	case d.Who.IsZero():
		return data.NewProblem("Type who holds the post now: a few letters of the name find a member.", nil)
	case d.From.IsZero():
		return data.NewProblem("Type the day from which they hold the post, as 11 June 2026.", nil)
	}
	what := "record " + m.people.NameOf(d.Who) + " as " + m.postName(d.Post)
	if d.Acting {
		what = "record " + m.people.NameOf(d.Who) + " as acting " + m.postName(d.Post)
	}
	return m.book.Change(what, func(tx *book.Tx) error {
		running, err := runningFrom(tx, d.Post, d.From)
		if err != nil {
			return err
		}
		post, err := tx.Posts.Get(d.Post)
		if err != nil {
			return err
		}
		elected := 0
		for _, t := range running {
			elected += map[bool]int{false: 1}[t.Acting]
		}
		if !d.Acting && !d.Beside && post.Wanted() > 1 && elected >= post.Wanted() {
			return data.NewProblem(fmt.Sprintf("All %d places of this post are held. End one of the terms first.", post.Wanted()), nil)
		}
		for _, t := range running {
			switch {
			case d.Beside && !t.Acting:
				t.Shared = true
				err = tx.Terms.Put(t)
			case t.Acting || !d.Acting && post.Wanted() == 1:
				err = endTerm(tx, t, d.From, "")
			}
			if err != nil {
				return err
			}
		}
		return beginTerm(tx, data.Term{Post: d.Post, From: d.From, How: d.How, Acting: d.Acting, Shared: d.Beside}, d.Who)
	})
}

// Vacate ends what runs in a post; last is the last day.
func (m *Model) Vacate(post data.PostID, last data.Date) error { return m.Resign(post, "", last, "") }

// Holding returns who holds a post on the day that is shown, those acting too: their names, and who they are.
func (m *Model) Holding(post data.PostID) (names []string, who []data.PersonID) {
	for _, t := range m.terms {
		if t.Post == post && t.HeldOn(m.Day()) {
			names, who = append(names, m.names.Name(t.Person)), append(who, t.Person)
		}
	}
	return names, who
}

// Resign ends somebody's term of a post, or what runs in it where no person is given; last is the last day, and why the
// reason, which may be empty. Somebody who shared it holds it alone from then on.
func (m *Model) Resign(post data.PostID, person data.PersonID, last data.Date, why string) error {
	if last.IsZero() {
		return data.NewProblem("Type the last day in the post, as 9 April 2026.", nil)
	}
	why = strings.TrimSpace(why)
	what := "end the term of the " + m.postName(post)
	if why != "" {
		what += ": " + why
	}
	return m.book.Change(what, func(tx *book.Tx) error {
		running, err := runningFrom(tx, post, last.AddDays(1))
		if err != nil {
			return err
		}
		ended := 0
		for _, t := range running {
			if person != "" && t.Person != person {
				continue
			}
			ended++
			if err := endTerm(tx, t, last.AddDays(1), why); err != nil {
				return err
			}
		}
		if person != "" && ended == 0 {
			return data.NewProblem("They do not hold this post on that day. Type another one.", errors.New("posts: no term to end"))
		}
		return nil
	})
}

// runningFrom returns the terms of a post that run on a day or begin after it.
func runningFrom(tx *book.Tx, post data.PostID, from data.Date) ([]data.Term, error) {
	return tx.Terms.Where(func(t data.Term) bool { return t.Post == post && (t.To.IsZero() || !t.To.Before(from)) })
}

// endTerm ends a term so that the post is free from a day on.
func endTerm(tx *book.Tx, t data.Term, from data.Date, why string) error {
	switch {
	case t.From == from:
		return tx.Terms.Delete(t.ID)
	case t.From.After(from):
		return data.NewProblem(fmt.Sprintf("Somebody holds this post from %s on. Type a later day, or take that back first.", t.From), nil)
	}
	t.To, t.Why, t.EndedBy = from.AddDays(-1), cmp.Or(why, t.Why), ""
	return tx.Terms.Put(t)
}
