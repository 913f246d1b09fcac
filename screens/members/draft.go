package members

import (
	"errors"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
)

// A Draft is a person being added or edited, as the form holds them. Dates are handed in as dates, everything else as
// it was typed.
type Draft struct {
	Title, First, Last, Number string
	Status                     data.Status
	Gender                     data.Gender
	Turns27, Joined            data.Date
	Email, Phones              string // phones with commas between them
	Address, Postcode          string // the address line by line
	Ward, Organisation         string
	Arrears                    bool
	ArrearsSince, LeftOn       data.Date
	base                       data.Person
	isNew                      bool
}

// A FieldError is a problem that stands beside a field of the form.
type FieldError struct {
	Field string // "number", "last", "left"; "" for the whole form
	Err   error
}

// Error is the sentence for the secretary.
func (e *FieldError) Error() string { return data.Say(e.Err) }

// Unwrap returns the problem.
func (e *FieldError) Unwrap() error { return e.Err }

// NewDraft returns an empty form for somebody new.
func (m *Model) NewDraft() Draft { return Draft{Status: data.Member, isNew: true} }

// Draft returns the form of somebody who is in the book.
func (m *Model) Draft(id data.PersonID) (Draft, error) {
	var p data.Person
	err := m.book.Read(func(r *book.Reading) (err error) {
		p, err = r.People.Get(id)
		return err
	})
	return draftOf(p), err
}

func draftOf(p data.Person) Draft {
	return Draft{
		Title: p.Title, First: p.First, Last: p.Last, Number: p.Number, Status: p.Status, Gender: p.Gender,
		Turns27: p.Turns27, Joined: p.Joined, Email: p.Email, Phones: strings.Join(p.Phones, ", "),
		Address: strings.Join(p.Address, "\n"), Postcode: p.Postcode, Ward: p.Ward, Organisation: p.Organisation,
		Arrears: p.Arrears, ArrearsSince: p.ArrearsSince, LeftOn: p.LeftOn, base: p,
	}
}

// IsNew says whether the person is not in the book yet.
func (d Draft) IsNew() bool { return d.isNew }

// person returns the person as typed, on top of what the form does not show.
func (d Draft) person() data.Person {
	p := d.base
	p.Title, p.First, p.Last = oneLine(d.Title), oneLine(d.First), oneLine(d.Last)
	p.Number, p.Status, p.Gender = strings.TrimSpace(d.Number), d.Status, d.Gender
	p.Turns27, p.Joined = d.Turns27, d.Joined
	p.Email, p.Postcode = strings.TrimSpace(d.Email), strings.ToUpper(oneLine(d.Postcode))
	p.Phones, p.Address = pieces(d.Phones, ","), pieces(d.Address, "\n")
	p.Ward, p.Organisation = oneLine(d.Ward), oneLine(d.Organisation)
	p.Arrears, p.ArrearsSince = d.Arrears, data.Date{}
	if d.Arrears {
		p.ArrearsSince = d.ArrearsSince
	}
	p.LeftOn = data.Date{}
	if d.Status == data.Left {
		p.LeftOn = d.LeftOn
	}
	return p
}

// Save stores the form as one Change and makes the person the chosen one. said is what the undo line says; err is a
// *FieldError where it belongs beside a field.
func (m *Model) Save(d Draft) (said string, err error) {
	p := d.person()
	if strings.TrimSpace(p.Last) == "" {
		return "", &FieldError{"last", data.NewProblem("Type at least a surname.", nil)}
	}
	if p.Joined.After(m.today()) {
		return "", &FieldError{"joined", data.NewProblem("The day of joining has not come yet. Correct it, or leave it blank.", nil)}
	}
	what := "correct the entry of " + p.Name()
	said = p.Name() + ": entry corrected."
	if d.isNew {
		what = "add " + p.Name()
		said = p.Name() + " is in the book."
	}
	err = m.book.Change(what, func(tx *book.Tx) error {
		if d.isNew {
			p.ID = data.PersonID(tx.NewID())
		}
		return tx.People.Put(p)
	})
	if errors.Is(err, book.ErrNumberTaken) {
		return "", &FieldError{"number", err}
	}
	if err != nil {
		return "", &FieldError{"", err}
	}
	m.chosen = p.ID
	return said, nil
}

// MarkLeft marks the chosen person as having left the list today. Nobody is deleted: old minutes keep the name.
func (m *Model) MarkLeft() (said string, err error) {
	return m.alter("mark %s as left", "%s is marked as left. Old minutes keep the name.", func(p *data.Person) {
		p.Status, p.LeftOn = data.Left, m.today()
	})
}

// PutBack makes somebody who has left a member again.
func (m *Model) PutBack() (said string, err error) {
	return m.alter("put %s back on the list", "%s is a member again.", func(p *data.Person) {
		p.Status, p.LeftOn = data.Member, data.Date{}
	})
}

// KeepNote stores the private note of somebody; said is "" when it was no different.
func (m *Model) KeepNote(id data.PersonID, note string) (said string, err error) {
	note = strings.TrimRight(note, " \n")
	changed := false
	was := m.chosen
	m.chosen = id
	defer func() { m.chosen = was }()
	said, err = m.alter("write the private note on %s", "The private note on %s is kept.", func(p *data.Person) {
		changed = p.Note != note
		p.Note = note
	})
	if !changed {
		said = ""
	}
	return said, err
}

// alter changes the chosen person; what and said have %s for the name.
func (m *Model) alter(what, said string, f func(*data.Person)) (string, error) {
	var p data.Person
	err := m.book.Read(func(r *book.Reading) (err error) {
		p, err = r.People.Get(m.chosen)
		return err
	})
	if err != nil {
		return "", err
	}
	f(&p)
	name := func(s string) string { return strings.ReplaceAll(s, "%s", p.Name()) }
	err = m.book.Change(name(what), func(tx *book.Tx) error { return tx.People.Put(p) })
	if err != nil {
		return "", err
	}
	return name(said), nil
}

// Wards returns the wards that a person can be given: the branch's own, and what the list has besides.
func (m *Model) Wards() ([]string, error) {
	var wards []string
	err := m.book.Read(func(r *book.Reading) error {
		branch, err := r.Branch()
		if err != nil {
			return err
		}
		wards = slices.Clone(branch.Wards)
		return nil
	})
	for _, row := range m.all {
		if row.Ward != "" && !slices.Contains(wards, row.Ward) {
			wards = append(wards, row.Ward)
		}
	}
	return wards, err
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// pieces takes a text apart and drops what is blank.
func pieces(s, sep string) []string {
	var out []string
	for piece := range strings.SplitSeq(s, sep) {
		if piece = oneLine(piece); piece != "" {
			out = append(out, piece)
		}
	}
	return out
}
