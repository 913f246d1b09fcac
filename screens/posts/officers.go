package posts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// An Officer is one post as the list shows it.
type Officer struct {
	Post   data.PostID
	Name   string // of the post
	Holder string // "Margaret Dunne"; of a vacant post "Vacant since 9 April"
	Years  string // "2nd year"; "" for a vacant post
	Vacant bool   // nobody is elected to it, nor acting
	// Note marks what is particular: "Acting", "Job share", "1 of 2 vacant"; the zero Mark for nothing.
	Note parts.Mark
}

// readOfficers lists the posts with their holders, and judges the balance of those that the rule counts.
func (m *Model) readOfficers() {
	day := m.Day()
	vacant := map[data.PostID]data.Vacancy{}
	for _, v := range data.Vacancies(m.posts, m.terms, day) {
		vacant[v.Post.ID] = v
	}
	m.Officers = make([]Officer, 0, len(m.posts))
	for _, p := range m.posts {
		own := slices.DeleteFunc(slices.Clone(m.terms), func(t data.Term) bool { return t.Post != p.ID })
		v, open := vacant[p.ID]
		m.Officers = append(m.Officers, officerOf(p, own, m.names, day, v, open))
	}
	m.Filled = filledWords(m.Officers)
	m.judgeOfficers(day)
}

// judgeOfficers follows the balance through the executive posts as they are filled on the day.
func (m *Model) judgeOfficers(day data.Date) {
	m.OfficersBalance, m.BalanceReading = parts.Mark{}, ""
	var f data.Filling
	for _, p := range m.posts {
		if p.Sort() != data.ExecutiveOfficer {
			continue
		}
		f.Places++
		holders := 0
		for _, t := range m.terms {
			if t.Post == p.ID && !t.Acting && t.HeldOn(day) {
				holders++
				f.Filled++
				f.Women += map[bool]int{true: 1}[m.names[t.Person].Gender == data.Woman]
			}
		}
		f.Places += max(0, holders-1) // each of those who share a post counts
	}
	rule := m.rulesOn(day).Officers
	if f.Filled == 0 || !rule.IsSet() {
		return
	}
	balance := rule.Of(f)
	m.OfficersBalance = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: data.Capital(balance.Verdict)}
	switch {
	case balance.Warning:
		m.OfficersBalance.Tone, m.OfficersBalance.Icon = parts.Amber, parts.IconWarning
	case !balance.Met():
		m.OfficersBalance.Tone, m.OfficersBalance.Icon = parts.Grey, parts.IconInfo
	}
	m.BalanceReading = data.Capital(balance.Sum) + "."
	for _, o := range balance.Other {
		m.BalanceReading += " " + data.Capital(o.Verdict) + "."
	}
}

func officerOf(p data.Post, own []data.Term, names data.Names, today data.Date, v data.Vacancy, open bool) Officer {
	o := Officer{Post: p.ID, Name: p.Name}
	var holders, years, acting []string
	shared, held := false, 0
	for _, t := range own {
		held += map[bool]int{true: 1}[t.HeldOn(today)]
	}
	// Two full names are wider than the list.
	called := func(id data.PersonID) string {
		if p, known := names[id]; known && held > 1 {
			return p.Last
		}
		return names.Name(id)
	}
	for _, t := range own {
		switch {
		case !t.HeldOn(today):
		case t.Acting:
			acting = append(acting, called(t.Person)+" acting")
		default:
			holders = append(holders, called(t.Person))
			years = append(years, yearsIn(sinceWhen(t, own), today))
			shared = shared || t.Shared
		}
	}
	o.Holder = strings.Join(append(slices.Clone(holders), acting...), " and ")
	switch {
	case o.Holder == "":
		o.Holder, o.Vacant = v.Words(today), true
	case len(holders) == 0:
		o.Note = parts.Mark{Tone: parts.Amber, Icon: parts.IconCircle, Text: "Acting"}
	case open:
		o.Note = parts.Mark{Tone: parts.Amber, Icon: parts.IconCircle, Text: fmt.Sprintf("%d vacant", v.Open)}
	case shared:
		o.Note = parts.Mark{Tone: parts.Grey, Icon: parts.IconPeople, Text: "Job share"}
	}
	if len(years) > 0 {
		o.Years = years[0]
	}
	return o
}

// sinceWhen is the day on which somebody came into a post, terms that follow on each other taken as one; zero where it
// is not known.
func sinceWhen(t data.Term, own []data.Term) data.Date {
	from := t.From
	for _, before := range slices.Backward(own) {
		joins := before.To == from || before.To == from.AddDays(-1)
		if before.Person == t.Person && before.ID != t.ID && !before.Acting && joins && !before.To.IsZero() {
			from = before.From
		}
	}
	return from
}

// yearsIn says in which year of holding it somebody is: "2nd year".
func yearsIn(from, today data.Date) string {
	if from.IsZero() {
		return "since not known"
	}
	n := 1
	for !from.AddYears(n).After(today) {
		n++
	}
	return ordinal(n) + " year"
}

// Officer returns a post as the list shows it; the zero Officer for one that is not there.
func (m *Model) Officer(id data.PostID) Officer {
	for _, o := range m.Officers {
		if o.Post == id {
			return o
		}
	}
	return Officer{}
}

// post returns a post of the book; the zero Post for one that is not there.
func (m *Model) post(id data.PostID) data.Post {
	for _, p := range m.posts {
		if p.ID == id {
			return p
		}
	}
	return data.Post{}
}

func (m *Model) postName(id data.PostID) string { return cmp.Or(m.post(id).Name, "post") }

func filledWords(officers []Officer) string {
	filled := 0
	for _, o := range officers {
		if !o.Vacant {
			filled++
		}
	}
	if len(officers) == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d filled", filled, len(officers))
}

func ordinal(n int) string {
	ending := "th"
	if n/10%10 != 1 {
		ending = cmp.Or(map[int]string{1: "st", 2: "nd", 3: "rd"}[n%10], "th")
	}
	return fmt.Sprint(n) + ending
}
