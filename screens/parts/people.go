package parts

import (
	"strings"

	"branchbook/data"
)

// A Who is somebody as a field for a name gave them: a person of the book, or a name that is not in it yet.
type Who struct {
	ID   data.PersonID
	Name string // as typed, where ID is ""
}

// IsZero says whether nobody was given.
func (w Who) IsZero() bool { return w.ID == "" && strings.TrimSpace(w.Name) == "" }

// People are those whom a field for a name can find. The zero People are nobody.
type People struct {
	all   []person
	names data.Names
	notes map[data.PersonID]string
}

// A person is somebody as the letters find them.
type person struct {
	id     data.PersonID
	name   string
	folded string
	search data.SearchText
	member bool
}

// PeopleOf makes people ready to be found, in their order. notes says what stands beside the name of a member: what they
// hold already; nil for nothing.
func PeopleOf(all []data.Person, notes map[data.PersonID]string) People {
	p := People{all: make([]person, len(all)), names: data.NamesOf(all), notes: notes}
	for i, who := range all {
		p.all[i] = person{
			id: who.ID, name: who.Name(), folded: data.Fold(who.Name()), member: who.Status == data.Member,
			search: data.SearchTextOf(who.First + " " + who.Last + " " + who.Number),
		}
	}
	return p
}

// Match returns those of whose names or number every typed word begins a part: members first, then the rest.
func (p People) Match(typed string) []Candidate {
	words := strings.Fields(data.Fold(typed))
	if len(words) == 0 {
		return nil
	}
	var members, others []Candidate
	for _, who := range p.all {
		if !who.search.Has(words) {
			continue
		}
		c := Candidate{ID: string(who.id), Name: who.name, Note: p.notes[who.id], Tone: Quiet}
		if who.member {
			members = append(members, c)
		} else {
			c.Note, c.Tone = "not on the list", Amber
			others = append(others, c)
		}
		if len(members) == shownCandidates {
			break
		}
	}
	all := append(members, others...)
	return all[:min(len(all), shownCandidates)]
}

// Resolve reads a field for a name: the person it was filled with, or else the one whose name was typed in full, or else
// the name itself.
func (p People) Resolve(chosen data.PersonID, typed string) Who {
	typed = strings.Join(strings.Fields(typed), " ")
	if typed == "" {
		return Who{}
	}
	if p.isNameOf(chosen, typed) {
		return Who{ID: chosen}
	}
	folded := data.Fold(typed)
	var only data.PersonID
	for _, who := range p.all {
		if who.folded != folded {
			continue
		}
		if only != "" {
			return Who{Name: typed}
		}
		only = who.id
	}
	return Who{ID: only, Name: typed}
}

// isNameOf says whether what is typed is the whole name of somebody who was chosen.
func (p People) isNameOf(chosen data.PersonID, typed string) bool {
	return chosen != "" && data.Fold(p.names.Name(chosen)) == data.Fold(typed)
}

// NameOf returns the name of somebody, whether they are in the book or not.
func (p People) NameOf(w Who) string {
	if w.ID != "" {
		return p.names.Name(w.ID)
	}
	return strings.Join(strings.Fields(w.Name), " ")
}

// A PersonField is a name field for one of the people, and it remembers whom it was filled with.
type PersonField struct {
	part
	name   *NameField
	people func() People
	chosen data.PersonID
}

// NewPersonField returns an empty field. people is asked at every letter, since the book may have changed. chosen,
// which may be nil, is called when somebody was taken, and done at Enter where nobody is left to be taken.
func NewPersonField(label string, people func() People, chosen, done func()) *PersonField {
	f := &PersonField{people: people}
	f.name = NewNameField("Name or first letters", f.match, func(c Candidate) {
		f.chosen = data.PersonID(c.ID)
		if chosen != nil {
			chosen()
		}
	})
	f.name.Keep = true
	f.name.OnFree = func(string) { done() }
	f.name.Field().Named(label)
	f.content = f.name
	f.ExtendBaseWidget(f)
	return f
}

// match offers nobody once the field has the whole name, so that Enter goes on.
func (f *PersonField) match(typed string) []Candidate {
	if f.people().isNameOf(f.chosen, typed) {
		return nil
	}
	return f.people().Match(typed)
}

// Field returns the field itself, to be given the caret.
func (f *PersonField) Field() *Field { return f.name.Field() }

// Text returns what is typed.
func (f *PersonField) Text() string { return f.name.Text() }

// Who returns who is typed.
func (f *PersonField) Who() Who { return f.people().Resolve(f.chosen, f.Text()) }

// Put fills the field with somebody; "" empties it.
func (f *PersonField) Put(id data.PersonID) {
	f.chosen = id
	f.name.Put(f.people().names.Name(id))
}
