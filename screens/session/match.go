package session

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"branchbook/data"
	"branchbook/data/book"
)

// A doorList is everyone who may come to the door, made ready to be found by a few letters. The people in it do not change.
type doorList struct {
	people  []data.Person
	entries []entry
	counted electorate
	named   map[string][]int // whom a folded name may mean, where that is more than one
}

// entry is one person as the letters see them: folded, in parts.
type entry struct {
	last   string   // the surname, its parts together: "okaforsmith"
	first  string   // the first name
	parts  []string // every part of the name, "van", "der", "berg" and the parts of a double barrel
	number string
	digits string // of the number, without the letters and noughts it begins with
	came   bool   // last time
}

// beforeDigits is what a membership number may begin with and people leave out: "L00".
const beforeDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0"

// leastNumber is how many characters of a membership number find the rest of it.
const leastNumber = 4

// A rank is how well somebody fits the letters; less is better.
type rank int

const (
	byNumber rank = iota // the membership number, exactly
	byName               // the surname or the first name begins so
	byPart               // another part of the name begins so
	byInside             // the letters stand inside a part
	bySound              // one letter is wrong, missing, extra, or two have changed places
	noMatch
)

// newDoorList prepares people; came says who came last time, and so stands higher.
func newDoorList(people []data.Person, came map[data.PersonID]bool) *doorList {
	d := &doorList{people: people, entries: make([]entry, len(people)), named: map[string][]int{}}
	first := make(map[string]int, len(people))
	for i, p := range people {
		parts := strings.Fields(data.Fold(p.First + " " + p.Last))
		d.entries[i] = entry{
			last: strings.ReplaceAll(data.Fold(p.Last), " ", ""), first: strings.ReplaceAll(data.Fold(p.First), " ", ""),
			parts: parts, number: foldNumber(p.Number), came: came[p.ID],
		}
		d.entries[i].digits = strings.TrimLeft(d.entries[i].number, beforeDigits)
		name := strings.Join(parts, " ")
		if other, twice := first[name]; !twice {
			first[name] = i
		} else if d.named[name] == nil {
			d.named[name] = []int{other, i}
		} else {
			d.named[name] = append(d.named[name], i)
		}
	}
	return d
}

// apart returns what tells somebody from others of the same name: the ward, or the membership number where the ward does
// not; "" for a name that is nobody else's.
func (d *doorList) apart(p data.Person) string {
	if d == nil {
		return ""
	}
	alike := d.named[strings.Join(strings.Fields(data.Fold(p.First+" "+p.Last)), " ")]
	if len(alike) == 0 {
		return ""
	}
	sameWard := slices.ContainsFunc(alike, func(i int) bool { return d.people[i].ID != p.ID && d.people[i].Ward == p.Ward })
	if p.Ward != "" && !sameWard {
		return p.Ward
	}
	return cmp.Or(p.Number, p.Organisation, p.Ward)
}

// isStill says whether the book has these very people yet, so that the list need not be made again. It copies nobody:
// with 20,000 that would cost more than a check-in.
func (d *doorList) isStill(r *book.Reading) (bool, error) {
	if d == nil {
		return false, nil
	}
	seen, same := 0, true
	_, err := r.People.Where(func(p data.Person) bool {
		same = same && seen < len(d.people) && d.people[seen].ID == p.ID && d.people[seen].Revision == p.Revision
		seen++
		return false
	})
	return same && seen == len(d.people), err
}

// electorate counts who can vote on a date, and who is a member; it remembers the last answer.
func (d *doorList) electorate(rule data.Eligibility, on data.Date) (eligible, members int) {
	if d.counted.on != on || d.counted.rule != rule {
		eligible, _ := rule.Count(d.people, on)
		d.counted = electorate{rule, on, eligible, data.CountMembers(d.people, on).Members}
	}
	return d.counted.eligible, d.counted.members
}

// An electorate is how many could vote on a date by a rule.
type electorate struct {
	rule              data.Eligibility
	on                data.Date
	eligible, members int
}

// found is one person that the letters may mean.
type found struct {
	at   int
	rank rank
}

// find returns at most so many people that the typed letters may mean, the best first: in order of rank, then those for
// whom later is false, then those who came last time, then by name. later may be nil.
func (d *doorList) find(typed string, most int, later func(data.PersonID) bool) []data.Person {
	words := strings.Fields(data.Fold(typed))
	if len(words) == 0 {
		return nil
	}
	all := d.ranked(words, foldNumber(typed), false)
	if len(all) == 0 {
		all = d.ranked(words, "", true)
	}
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank),
			cmp.Compare(one(d.isLater(a, later)), one(d.isLater(b, later))),
			cmp.Compare(one(!d.entries[a.at].came), one(!d.entries[b.at].came)))
	})
	out := make([]data.Person, 0, min(most, len(all)))
	for _, f := range all[:min(most, len(all))] {
		out = append(out, d.people[f.at])
	}
	return out
}

func (d *doorList) isLater(f found, later func(data.PersonID) bool) bool {
	return later != nil && later(d.people[f.at].ID)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ranked returns everyone who fits, as they stand in the list.
func (d *doorList) ranked(words []string, number string, loosely bool) []found {
	var all []found
	digits := ""
	if strings.Trim(number, "0123456789") == "" { // the number without its letter
		digits = strings.TrimLeft(number, "0")
	}
	for i := range d.entries {
		e := &d.entries[i]
		r := noMatch
		switch {
		case number != "" && (e.number == number || e.digits != "" && e.digits == digits):
			r = byNumber
		case loosely:
			r = e.fitsLoosely(words)
		case len(number) >= leastNumber && strings.HasPrefix(e.number, number), len(digits) >= leastNumber && strings.HasSuffix(e.digits, digits):
			r = byInside
		default:
			r = e.fits(words)
		}
		if r < noMatch {
			all = append(all, found{i, r})
		}
	}
	return all
}

// fits ranks an entry by the worst of the words that were typed: "si ll" wants both.
func (e *entry) fits(words []string) rank {
	if len(words) > 1 && (strings.HasPrefix(e.last, strings.Join(words, "")) || strings.HasPrefix(e.first, strings.Join(words, ""))) {
		return byName
	}
	worst := byName
	for _, w := range words {
		r := e.fitsWord(w)
		if r == noMatch {
			return noMatch
		}
		worst = max(worst, r)
	}
	return worst
}

func (e *entry) fitsWord(w string) rank {
	if strings.HasPrefix(e.last, w) || strings.HasPrefix(e.first, w) {
		return byName
	}
	for _, part := range e.parts {
		if strings.HasPrefix(part, w) {
			return byPart
		}
	}
	if len(w) < 2 {
		return noMatch
	}
	for _, part := range e.parts {
		if strings.Contains(part, w) {
			return byInside
		}
	}
	return noMatch
}

func (e *entry) fitsLoosely(words []string) rank {
	for _, w := range words {
		if len(w) < 3 {
			if e.fitsWord(w) == noMatch {
				return noMatch
			}
			continue
		}
		if !slices.ContainsFunc(e.parts, func(part string) bool { return beginsNearly(part, w) }) {
			return noMatch
		}
	}
	return bySound
}

// beginsNearly says whether part begins with the letters of w but for one slip: a letter wrong, missing or extra, or
// two neighbours that changed places.
func beginsNearly(part, w string) bool {
	i := 0
	for i < len(part) && i < len(w) && part[i] == w[i] {
		i++
	}
	switch {
	case i == len(w):
		return true
	case i == 0 && len(w) < 4: // three letters with the first one wrong fit too much
		return false
	}
	rest, left := w[i:], ""
	if i < len(part) {
		left = part[i:]
	}
	if strings.HasPrefix(left, rest[1:]) && (len(rest) > 1 || left != "") { // an extra letter
		return true
	}
	if left == "" {
		return false
	}
	if strings.HasPrefix(left[1:], rest[1:]) { // a wrong letter
		return true
	}
	if strings.HasPrefix(left[1:], rest) { // a missing letter
		return true
	}
	return len(rest) > 1 && len(left) > 1 && rest[0] == left[1] && rest[1] == left[0] && strings.HasPrefix(left[2:], rest[2:])
}

// foldNumber returns a membership number without its spaces and punctuation, in capitals; "" when it has no digit.
func foldNumber(number string) string {
	if !strings.ContainsAny(number, "0123456789") {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, number)
}
