package actions

import (
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// A Draft is an action being added or edited, as the form holds it.
type Draft struct {
	Text string
	// Owner is who is meant by OwnerText; "" when it is a post, a group, or a name that is not in the book.
	Owner     data.PersonID
	OwnerText string
	Due       data.Date
	Note      string

	base  data.Action
	isNew bool
}

// IsNew says whether the action is not in the book yet.
func (d Draft) IsNew() bool { return d.isNew }

// Ref is the reference of an action that is being edited.
func (d Draft) Ref() string { return d.base.Ref }

// NewDraft returns an empty form.
func (m *Model) NewDraft() Draft { return Draft{isNew: true} }

// Draft returns the form of the chosen action.
func (m *Model) Draft() (Draft, error) {
	a, names := data.Action{}, data.Names{}
	err := m.book.Read(func(r *book.Reading) (err error) {
		if a, err = r.Actions.Get(m.chosen); err != nil {
			return err
		}
		names, err = r.People.Names()
		return err
	})
	return Draft{Text: a.Text, Owner: a.Owner, OwnerText: ownerOf(a, names), Due: a.Due, Note: a.Note, base: a}, err
}

// Save stores the form as one Change and makes the action the chosen one. said is what the undo line says.
func (m *Model) Save(d Draft) (said string, err error) {
	a := d.base
	a.Text, a.Note, a.Due = oneLine(d.Text), strings.TrimSpace(d.Note), d.Due
	a.Owner, a.OwnerText = d.Owner, ""
	if d.Owner == "" {
		a.OwnerText = oneLine(d.OwnerText)
	}
	what, done := "correct "+a.Ref, "corrected."
	if d.isNew {
		what, done = "add the action “"+shortened(a.Text)+"”", "added."
	}
	err = m.book.Change(what, func(tx *book.Tx) (err error) {
		if d.isNew {
			a.ID, a.Status, a.Made = data.ActionID(tx.NewID()), data.Open, tx.Today()
			if a.Ref, err = tx.NextRef("A", tx.Today().Year()); err != nil {
				return err
			}
		}
		return tx.Actions.Put(a)
	})
	if err != nil {
		return "", err
	}
	m.chosen = a.ID
	return a.Ref + " " + done, nil
}

// MarkDone closes the chosen action today.
func (m *Model) MarkDone() (said string, err error) { return m.close(data.Done) }

// Drop closes the chosen action today, although it was not done.
func (m *Model) Drop() (said string, err error) { return m.close(data.Dropped) }

func (m *Model) close(as data.ActionStatus) (said string, err error) {
	what := map[data.ActionStatus]string{data.Done: "mark %s as done", data.Dropped: "drop %s"}[as]
	return m.alter(what, "%s is "+string(as)+".", func(a *data.Action) { a.Status, a.Closed = as, m.today() })
}

// Reopen makes the chosen action open again.
func (m *Model) Reopen() (said string, err error) {
	return m.alter("open %s again", "%s is open again.", func(a *data.Action) { a.Status, a.Closed = data.Open, data.Date{} })
}

// alter changes the chosen action; what and said have %s for its reference.
func (m *Model) alter(what, said string, f func(*data.Action)) (string, error) {
	var a data.Action
	err := m.book.Read(func(r *book.Reading) (err error) {
		a, err = r.Actions.Get(m.chosen)
		return err
	})
	if err != nil {
		return "", err
	}
	f(&a)
	name := func(s string) string { return strings.Replace(s, "%s", a.Ref, 1) }
	if err := m.book.Change(name(what), func(tx *book.Tx) error { return tx.Actions.Put(a) }); err != nil {
		return "", err
	}
	return name(said), nil
}
