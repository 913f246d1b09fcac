package book

import (
	"strings"

	"branchbook/data"
)

// Member returns who is meant by an id or, where that is "", by a name that is not in the book yet. That name is put
// there as a member, since only members move motions and hold posts and seats. The error is a *data.Problem where there
// is neither, and wraps ErrNotFound where nobody has the id.
func (tx *Tx) Member(id data.PersonID, name string) (data.PersonID, error) {
	if id != "" {
		_, err := tx.People.Get(id)
		return id, err
	}
	words := strings.Fields(name)
	if len(words) == 0 {
		return "", data.NewProblem("Type who it is: a few letters of the name find a member.", nil)
	}
	last := len(words) - 1
	p := data.Person{ID: data.PersonID(tx.NewID()), Status: data.Member, First: strings.Join(words[:last], " "), Last: words[last]}
	return p.ID, tx.People.Put(p)
}
