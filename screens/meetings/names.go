package meetings

import (
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// Match returns the people whose name has words that begin with the words typed, officers of the day first.
func (m *Model) Match(typed string) []parts.Candidate {
	var found []parts.Candidate
	words := strings.Fields(data.Fold(typed))
	if len(words) == 0 {
		return nil
	}
	err := m.book.Read(func(r *book.Reading) error {
		people, err := r.People.All()
		if err != nil {
			return err
		}
		held, err := postsOn(r, m.Plan.Date)
		if err != nil {
			return err
		}
		for _, p := range people {
			if p.Status != data.Left && named(p, words) {
				found = append(found, parts.Candidate{ID: string(p.ID), Name: p.Name(), Note: held[p.ID]})
			}
		}
		return nil
	})
	if err != nil {
		return []parts.Candidate{{Name: data.Say(err), Tone: parts.Red}}
	}
	slices.SortStableFunc(found, func(a, b parts.Candidate) int {
		return min(len(b.Note), 1) - min(len(a.Note), 1)
	})
	return found
}

// named says whether each word begins one of a person's names.
func named(p data.Person, words []string) bool {
	names := strings.Fields(data.Fold(p.Name()))
	for _, w := range words {
		if !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, w) }) {
			return false
		}
	}
	return true
}

// postsOn names the posts that people hold on a date.
func postsOn(r *book.Reading, on data.Date) (map[data.PersonID]string, error) {
	posts, err := r.Posts.All()
	if err != nil {
		return nil, err
	}
	names := map[data.PostID]string{}
	for _, p := range posts {
		names[p.ID] = p.Name
	}
	terms, err := r.Terms.On(on)
	held := map[data.PersonID]string{}
	for _, t := range terms {
		held[t.Person] = commas(held[t.Person], names[t.Post])
	}
	return held, err
}

// whole returns who has exactly this name, and false where nobody has, or several.
func (m *Model) whole(name string) (data.PersonID, bool) {
	var found []parts.Candidate
	for _, c := range m.Match(name) {
		if data.Fold(c.Name) == data.Fold(strings.TrimSpace(name)) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return data.PersonID(found[0].ID), true
}
