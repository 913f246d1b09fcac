package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// matching is a comparison under way.
type matching struct {
	diff     *ListDiff
	byNumber map[string]int   // membership number, as FoldNumber has it, to the index in people
	byTrait  map[string][]int // what else can show who somebody is, to the indexes in people
	listed   map[string]int   // how many rows have the name
	taken    map[int]bool     // people who have a row
	asked    map[int]bool     // people who are a candidate in a question
}

func compareLists(people []Person, listed []ListedMember, asAt Date, refused []Refusal, answers map[int]PersonID) ListDiff {
	d := ListDiff{AsAt: asAt, people: people, listed: listed, refused: refused, answers: answers}
	m := matching{
		diff: &d, byNumber: map[string]int{}, byTrait: map[string][]int{}, listed: map[string]int{},
		taken: map[int]bool{}, asked: map[int]bool{},
	}
	for i, p := range people {
		for _, trait := range traits(p.First, p.Last, p.Email, p.Postcode) {
			m.byTrait[trait] = append(m.byTrait[trait], i)
		}
		if k := FoldNumber(p.Number); k != "" {
			m.byNumber[k] = i
		}
	}
	for _, l := range listed {
		m.listed[nameKey(l.First, l.Last)]++
	}
	// Numbers and answers are certain, so they take their people before any name is tried.
	rest := m.certain()
	for _, l := range rest {
		m.place(l)
	}
	m.missing()
	byRow := func(a, b ListMatch) int { return cmp.Compare(a.Row, b.Row) }
	slices.SortStableFunc(d.Changed, byRow)
	slices.SortStableFunc(d.Unchanged, byRow)
	slices.SortStableFunc(d.MatchedByName, byRow)
	slices.SortStableFunc(d.New, func(a, b ListedMember) int { return cmp.Compare(a.Row, b.Row) })
	d.Findings = d.worthALook()
	return d
}

// certain matches what numbers and answers settle, and returns the rows that are left.
func (m *matching) certain() (rest []ListedMember) {
	rows := map[string]int{}
	for _, l := range m.diff.listed {
		key := FoldNumber(l.Number)
		i, inBook := m.byNumber[key]
		switch first := rows[key]; {
		case first != 0:
			m.repeated(l, first)
		case inBook:
			m.match(i, l, false)
		default:
			rest = append(rest, l)
		}
		if key != "" {
			rows[key] = l.Row
		}
	}
	open := rest[:0:0]
	for _, l := range rest {
		id, answered := m.diff.answers[l.Row]
		i := slices.IndexFunc(m.diff.people, func(p Person) bool { return p.ID == id })
		switch {
		case answered && id == "":
			m.add(l)
		case answered && i >= 0 && !m.taken[i]:
			m.match(i, l, FoldNumber(l.Number) == "")
		default:
			open = append(open, l)
		}
	}
	return open
}

// place finds out who a row is that neither a number nor an answer has settled.
func (m *matching) place(l ListedMember) {
	alike := m.alike(l)
	if len(alike) == 0 {
		m.add(l)
		return
	}
	key := nameKey(l.First, l.Last)
	p := m.diff.people[alike[0]]
	onlyOne := len(alike) == 1 && len(m.byTrait[key]) == 1 && m.listed[key] == 1
	if onlyOne && numbersAgree(p.Number, l.Number) && (p.Status == Member || p.Status == Left) {
		m.match(alike[0], l, true)
		return
	}
	q := ListQuestion{Listed: l, Why: whyAsked(p, l, len(alike), m.listed[key])}
	for _, i := range alike {
		m.asked[i] = true
		q.Candidates = append(q.Candidates, m.diff.people[i])
	}
	m.diff.Ask = append(m.diff.Ask, q)
}

// alike returns who in the book the row could be although no number says so. Another number is no bar to the same name;
// it is to the same home or email, which two people share more often than a name.
func (m *matching) alike(l ListedMember) []int {
	var out []int
	for n, trait := range traits(l.First, l.Last, l.Email, l.Postcode) {
		for _, i := range m.byTrait[trait] {
			if !m.taken[i] && !slices.Contains(out, i) && (n == 0 || numbersAgree(m.diff.people[i].Number, l.Number)) {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return out
}

// traits are the name, and then what shows that Rob and Robert may be one: an email, or a surname with a postcode.
func traits(first, last, email, postcode string) []string {
	out := []string{nameKey(first, last)}
	if email != "" {
		out = append(out, "email "+strings.ToLower(email))
	}
	if postcode != "" {
		out = append(out, "home "+foldName(last)+" "+postcodeKey(postcode))
	}
	return out
}

func whyAsked(p Person, l ListedMember, candidates, rows int) string {
	sameName := nameKey(p.First, p.Last) == nameKey(l.First, l.Last)
	switch {
	case candidates > 1:
		return fmt.Sprintf("%d people in the book could be this one.", candidates)
	case rows > 1:
		return fmt.Sprintf("The list has this name on %d rows.", rows)
	case !sameName:
		return fmt.Sprintf("The book has %s, with the same email or the same surname and postcode.", p.Name())
	case !numbersAgree(p.Number, l.Number):
		return fmt.Sprintf("The book has this name with another number, %s.", p.Number)
	case p.Status != Member && p.Status != Left:
		return "The book has this name as a guest or an affiliate's delegate."
	}
	return "More than one person in the book has this name."
}

// repeated asks about a row whose number an earlier row has: one of the two is wrong, and only the file can say which.
func (m *matching) repeated(l ListedMember, first int) {
	q := ListQuestion{Listed: l, Why: fmt.Sprintf("Its number, %s, is also on row %d. Correct the file.", l.Number, first)}
	if i, ok := m.byNumber[FoldNumber(l.Number)]; ok {
		q.Candidates = []Person{m.diff.people[i]}
	}
	m.diff.Ask = append(m.diff.Ask, q)
}

func (m *matching) add(l ListedMember) {
	if l.Standing.Gone() {
		m.diff.Gone = append(m.diff.Gone, l)
		return
	}
	m.diff.New = append(m.diff.New, l)
}

func (m *matching) match(i int, l ListedMember, byName bool) {
	m.taken[i] = true
	before := m.diff.people[i]
	after := before
	out := ListMatch{Row: l.Row, Before: before, ByName: byName}
	out.Fields = mergeListed(&after, l, m.diff.AsAt)
	out.Rejoined = before.Status != Member && after.Status == Member
	if m.diff.AsAt.After(after.LastSeen) {
		after.LastSeen = m.diff.AsAt
	}
	after.MatchedByName = byName
	out.After = after
	if len(out.Fields) > 0 {
		m.diff.Changed = append(m.diff.Changed, out)
	} else {
		m.diff.Unchanged = append(m.diff.Unchanged, out)
	}
	if byName {
		m.diff.MatchedByName = append(m.diff.MatchedByName, out)
	}
}

func (m *matching) missing() {
	for i, p := range m.diff.people {
		switch {
		case p.Status != Member || m.taken[i] || m.asked[i]:
		case slices.ContainsFunc(m.diff.refused, func(r Refusal) bool { return refusedRowIs(r, p) }):
			m.diff.Held = append(m.diff.Held, p)
		default:
			m.diff.Missing = append(m.diff.Missing, p)
		}
	}
}

// refusedRowIs says whether a refused row may have been that person's: the number is the same, or, where one side has
// none, the name is, or it is part of a name, as where the surname was the very thing that the row lacked.
func refusedRowIs(r Refusal, p Person) bool {
	if r.Number != "" && p.Number != "" {
		return FoldNumber(r.Number) == FoldNumber(p.Number)
	}
	name := foldName(r.Name)
	return name != "" && (name == foldName(p.Name()) || name == foldName(p.First) || name == foldName(p.Last))
}

// foldName makes names comparable as Fold does, and J.R. the same as JR.
func foldName(s string) string { return Fold(strings.ReplaceAll(s, ".", "")) }

func nameKey(first, last string) string { return "name " + foldName(first+" "+last) }

func postcodeKey(s string) string { return strings.ToUpper(strings.Join(strings.Fields(s), "")) }

// numbersAgree says whether two membership numbers can be one person's: one is not known, or a spreadsheet has dropped
// the zeros at the front.
func numbersAgree(a, b string) bool {
	a, b = FoldNumber(a), FoldNumber(b)
	return a == "" || b == "" || strings.TrimLeft(a, "0") == strings.TrimLeft(b, "0")
}
