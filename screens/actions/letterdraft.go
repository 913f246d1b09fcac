package actions

import (
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// A LetterDraft is a letter being added or edited, as the form holds it.
type LetterDraft struct {
	Way                         data.Way
	Date, Due                   data.Date
	With, Medium, Subject, Asks string

	base  data.Letter
	isNew bool
}

// IsNew says whether the letter is not in the book yet.
func (d LetterDraft) IsNew() bool { return d.isNew }

// NewDraft returns an empty form, of a letter that came today.
func (m *Letters) NewDraft() LetterDraft {
	return LetterDraft{Way: data.CameHere, Date: m.today(), isNew: true}
}

// Draft returns the form of the chosen letter.
func (m *Letters) Draft() (LetterDraft, error) {
	l, err := m.get()
	return LetterDraft{
		Way: l.Way, Date: l.Date, Due: l.Due, With: l.With, Medium: l.Medium, Subject: l.Subject, Asks: l.Asks, base: l,
	}, err
}

// Save stores the form as one Change and makes the letter the chosen one. said is what the undo line says.
func (m *Letters) Save(d LetterDraft) (said string, err error) {
	l := d.base
	l.Way, l.Date, l.Due = d.Way, d.Date, d.Due
	l.With, l.Medium, l.Subject, l.Asks = oneLine(d.With), oneLine(d.Medium), oneLine(d.Subject), strings.TrimSpace(d.Asks)
	if err := l.Validate(); err != nil {
		return "", err
	}
	if !l.Due.IsZero() && l.Due.Before(l.Date) {
		return "", data.NewProblem("The reply would be due before the letter's own date. Correct one of the two.", nil)
	}
	verb, done := "correct", "corrected."
	if d.isNew {
		verb, done = "add", "added."
	}
	err = m.book.Change(verb+" "+l.Heading(), func(tx *book.Tx) error {
		if d.isNew {
			l.ID = data.LetterID(tx.NewID())
		}
		return tx.Letters.Put(l)
	})
	if err != nil {
		return "", err
	}
	m.chosen = l.ID
	return data.Capital(l.Heading()) + ": " + done, nil
}

// MarkAnswered records when the chosen letter was answered; note says what the answer was, and may be "".
func (m *Letters) MarkAnswered(on data.Date, note string) (said string, err error) {
	return m.alter("mark %s as answered", "%s is answered.", func(l data.Letter) (data.Letter, error) { return l.Answer(on, note) })
}

// Close closes the chosen letter today without an answer; why must be given.
func (m *Letters) Close(why string) (said string, err error) {
	return m.alter("close %s without an answer", "%s is closed.", func(l data.Letter) (data.Letter, error) { return l.Close(m.today(), why) })
}

// Reopen makes the chosen letter wait again.
func (m *Letters) Reopen() (said string, err error) {
	return m.alter("open %s again", "%s is open again.", func(l data.Letter) (data.Letter, error) { return l.Reopen(), nil })
}

func (m *Letters) get() (l data.Letter, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		l, err = r.Letters.Get(m.chosen)
		return err
	})
	return l, err
}

// alter changes the chosen letter; what and said have %s for what it is called.
func (m *Letters) alter(what, said string, f func(data.Letter) (data.Letter, error)) (string, error) {
	l, err := m.get()
	if err != nil {
		return "", err
	}
	if l, err = f(l); err != nil {
		return "", err
	}
	name := func(s string) string { return strings.Replace(s, "%s", l.Heading(), 1) }
	if err := m.book.Change(name(what), func(tx *book.Tx) error { return tx.Letters.Put(l) }); err != nil {
		return "", err
	}
	return data.Capital(name(said)), nil
}
