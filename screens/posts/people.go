package posts

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A Who is somebody as a name field gave them: a person of the book, or a name that is not in it yet.
type Who struct {
	ID   data.PersonID
	Name string // as typed, where ID is ""
}

// IsZero says whether nobody was given.
func (w Who) IsZero() bool { return w.ID == "" && strings.TrimSpace(w.Name) == "" }

// personIn returns who is meant. A name that is not in the book is put there as a member, since only members hold a
// post or a seat.
func personIn(tx *book.Tx, w Who) (data.PersonID, error) {
	if w.ID != "" {
		_, err := tx.People.Get(w.ID)
		return w.ID, err
	}
	words := strings.Fields(w.Name)
	if len(words) == 0 {
		return "", data.NewProblem("Type who it is: a few letters of the name find a member.", nil)
	}
	p := data.Person{ID: data.PersonID(tx.NewID()), Status: data.Member, Last: words[len(words)-1]}
	p.First = strings.Join(words[:len(words)-1], " ")
	return p.ID, tx.People.Put(p)
}

// A person is somebody as the name fields find them.
type person struct {
	id     data.PersonID
	name   string
	search string // folded; each part has a space before it
	member bool
}

func peopleOf(all []data.Person) []person {
	found := make([]person, len(all))
	for i, p := range all {
		found[i] = person{id: p.ID, name: p.Name(), member: p.Status == data.Member, search: " " + fold(p.First+" "+p.Last+" "+p.Number)}
	}
	return found
}

// mostMatches is how many people a few letters bring up.
const mostMatches = 6

// Match returns those of whose names or number every typed word begins a part: members first, then the rest.
func (m *Model) Match(typed string) []parts.Candidate {
	words := strings.Fields(fold(typed))
	if len(words) == 0 {
		return nil
	}
	var members, others []parts.Candidate
	for _, p := range m.people {
		if !p.matches(words) {
			continue
		}
		c := parts.Candidate{ID: string(p.id), Name: p.name, Note: m.held[p.id], Tone: parts.Quiet}
		if p.member {
			members = append(members, c)
		} else {
			c.Note, c.Tone = "not on the list", parts.Amber
			others = append(others, c)
		}
		if len(members) == mostMatches {
			break
		}
	}
	all := append(members, others...)
	return all[:min(len(all), mostMatches)]
}

func (p person) matches(words []string) bool {
	for _, w := range words {
		if !strings.Contains(p.search, " "+w) {
			return false
		}
	}
	return true
}

// Resolve reads a name field: the person it was filled with, or else the one whose name was typed in full, or else the
// name itself.
func (m *Model) Resolve(chosen data.PersonID, typed string) Who {
	typed = strings.Join(strings.Fields(typed), " ")
	if typed == "" {
		return Who{}
	}
	if chosen != "" && fold(m.names.Name(chosen)) == fold(typed) {
		return Who{ID: chosen}
	}
	var only data.PersonID
	for _, p := range m.people {
		if fold(p.name) != fold(typed) {
			continue
		}
		if only != "" {
			return Who{Name: typed}
		}
		only = p.id
	}
	return Who{ID: only, Name: typed}
}

func (m *Model) nameOf(w Who) string {
	if w.ID != "" {
		return m.names.Name(w.ID)
	}
	return strings.Join(strings.Fields(w.Name), " ")
}

// fold makes what is typed and what is kept comparable: lower case, no accents or apostrophes, single spaces.
func fold(s string) string {
	var b strings.Builder
	space := true
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r), strings.ContainsRune("'’‘`ʼ", r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteString(plainLetter(r))
			space = false
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	return strings.TrimSpace(b.String())
}

// plainLetter is what people type for a letter that Unicode does not take apart.
func plainLetter(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	}
	return string(r)
}
