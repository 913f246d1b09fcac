package data

import (
	"fmt"
	"slices"
)

// People is how many people the rows are about.
func (d TableDoc) People() int {
	return d.count(func(TableRow) bool { return true })
}

// Shared is how many people the personal columns that are on say something about.
func (d TableDoc) Shared() int {
	return d.count(func(r TableRow) bool {
		for _, c := range d.Columns {
			if c.Personal && r.Text(c) != "" {
				return true
			}
		}
		return false
	})
}

func (d TableDoc) count(counts func(TableRow) bool) int {
	seen := map[PersonID]bool{}
	for _, r := range d.Rows {
		if r.Person != "" && !seen[r.Person] && counts(r) {
			seen[r.Person] = true
		}
	}
	return len(seen)
}

// PersonalWords says what it shares about how many people: "Personal data: email and phone of 12 people." It is "" for
// a paper whose rows are about nobody.
func (d TableDoc) PersonalWords() string {
	if d.People() == 0 {
		return ""
	}
	var titles []string
	for _, c := range d.Columns {
		if c.Personal {
			titles = append(titles, uncapital(c.Title))
		}
	}
	switch {
	case len(titles) > 0:
		return sentence(fmt.Sprintf("Personal data: %s of %s", listed(titles), NumberOf(d.Shared(), "person", "people")))
	case d.Holds != "":
		return "No personal columns: " + d.Holds + "."
	}
	return "No personal columns."
}

// ShareWords is PersonalWords with what the recipient may do with it, as the page prints it; "" for a paper about nobody.
func (d TableDoc) ShareWords() string {
	words := d.PersonalWords()
	switch {
	case words == "":
		return ""
	case d.Declaration != "":
		return words + " Use it for the business of the constituency party alone, and delete it when the next version comes."
	}
	return words + " Use it for the business of the branch alone, and delete it when it has served."
}

// mostNamed is how many a sentence names before it says how many others there are.
const mostNamed = 12

// listedInShort is listed for what may be many: "a, b and 40 others".
func listedInShort(words []string) string {
	if len(words) <= mostNamed+1 {
		return listed(words)
	}
	return listed(append(slices.Clone(words[:mostNamed]), fmt.Sprintf("%d others", len(words)-mostNamed)))
}

// Name returns what the paper is called in the file's properties and over its printed pages: "Officers return, 18 Jun 2026".
func (d TableDoc) Name() string { return joined(d.Title, d.AsAt.Short()) }
