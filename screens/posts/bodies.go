package posts

import (
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// Body returns the body that is shown, and its own rules as they would be typed.
func (m *Model) Body() (data.Body, data.BodyTexts) { return m.body, m.body.Texts() }

// FurtherBodies are the bodies that a branch may send delegates to and that the book does not have yet.
func (m *Model) FurtherBodies() []data.Body {
	return slices.DeleteFunc(data.StandardBodies(), func(b data.Body) bool {
		return slices.ContainsFunc(m.bodies, func(o data.Body) bool { return data.Fold(o.Name) == data.Fold(b.Name) })
	})
}

// AddBody adds a body by its name, with the rules that were published for one of that name, and shows it.
func (m *Model) AddBody(name string) (err error) {
	name = strings.TrimSpace(name)
	body := data.Body{Name: name, Kind: data.OtherBody}
	for _, b := range m.FurtherBodies() {
		if data.Fold(b.Name) == data.Fold(name) {
			body = b
		}
	}
	err = m.book.Change("add the "+name+" to those that delegates are sent to", func(tx *book.Tx) error {
		all, err := tx.Bodies.All()
		if err != nil {
			return err
		}
		body.Place = 2 // the General Committee comes first, even before its first delegate
		for _, b := range all {
			if data.Fold(b.Name) == data.Fold(name) {
				return data.NewProblem("There is a body of that name already. Give this one another.", nil)
			}
			body.Place = max(body.Place, b.Place+1)
		}
		body.ID = data.BodyID(tx.NewID())
		return tx.Bodies.Put(body)
	})
	if err == nil {
		m.wanted = body.ID
	}
	return err
}

// KeepBody stores the rules of the body that is shown, its own as they were typed. The error is a Problem that says what
// could not be read. A delegate who is in a seat stays there until the day that was recorded.
func (m *Model) KeepBody(b data.Body, typed data.BodyTexts) error {
	b.Name = strings.TrimSpace(b.Name)
	b, err := b.WithTexts(typed)
	if err != nil {
		return err
	}
	return m.book.Change("set the rules of the "+b.Name, func(tx *book.Tx) error {
		if b.ID == "" {
			b.ID, b.Place = data.BodyID(tx.NewID()), 1
		}
		return tx.Bodies.Put(b)
	})
}

// LookAtBody works out what rules as they are typed come to, on the membership of the day that is shown: "3 seats: 216
// members …". The error says what could not be read.
func (m *Model) LookAtBody(b data.Body, typed data.BodyTexts) (words string, err error) {
	if b, err = b.WithTexts(typed); err != nil {
		return "", err
	}
	err = m.book.Read(func(r *book.Reading) error {
		people, err := r.People.All()
		if err != nil {
			return err
		}
		members, asAt, err := membershipOn(r, people, m.Day())
		if err != nil {
			return err
		}
		a := b.UnderRules(m.rulesOn(m.Day())).Seats.Allot(members, asAt)
		words = data.Capital(a.Finding.Sentence()) + "."
		if a.Division != "" {
			words += " " + a.Division + "."
		}
		return nil
	})
	return words, err
}
