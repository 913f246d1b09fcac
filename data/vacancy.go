package data

import (
	"cmp"
	"fmt"
	"slices"
)

// A Vacancy is a post to which fewer are elected than it has holders.
type Vacancy struct {
	Post Post
	// Open is how many are wanted; Since is from when the last of them has been, or zero where it is not known.
	Open  int
	Since Date
	// Acting are those who stand in.
	Acting []PersonID
}

// Vacancies returns the posts to which somebody is to be elected on a day, in their order. Those who share a post count as
// one holder, and who is acting as none.
func Vacancies(posts []Post, terms []Term, on Date) []Vacancy {
	var out []Vacancy
	for _, p := range posts {
		v := Vacancy{Post: p, Open: p.Wanted()}
		shared := false
		for _, t := range terms {
			switch {
			case t.Post != p.ID:
			case !t.HeldOn(on):
				if !t.Acting && t.To.Before(on) && t.To.After(v.Since) {
					v.Since = t.To
				}
			case t.Acting:
				v.Acting = append(v.Acting, t.Person)
			case !t.Shared || !shared:
				v.Open--
				shared = shared || t.Shared
			}
		}
		if v.Open <= 0 {
			continue
		}
		if !v.Since.IsZero() {
			v.Since = v.Since.AddDays(1)
		}
		out = append(out, v)
	}
	return out
}

// Words returns the vacancy as a list has it on a day: "Vacant since 9 April", "1 of 2 vacant".
func (v Vacancy) Words(on Date) string {
	words := "Vacant"
	if wanted := v.Post.Wanted(); wanted > 1 {
		words = fmt.Sprintf("%d of %d vacant", v.Open, wanted)
	}
	if !v.Since.IsZero() {
		words += " since " + v.Since.ShortNear(on)
	}
	return words
}

// VacantSince returns from when the branch's seats on a body have been empty that somebody held and nobody holds on the day:
// the first day of the oldest such vacancy, or the zero Date.
func (b Body) VacantSince(seats []Seat, on Date) Date {
	left := map[int]Date{}
	for _, s := range seats {
		if s.Body == b.ID && s.Own() && !s.Ends.IsZero() && s.Ends.Before(on) && s.Ends.After(left[s.Number]) {
			left[s.Number] = s.Ends
		}
	}
	for _, s := range seats {
		if s.Body == b.ID && s.Own() && s.HeldOn(on) {
			delete(left, s.Number)
		}
	}
	var since Date
	for _, last := range left {
		if day := last.AddDays(1); since.IsZero() || day.Before(since) {
			since = day
		}
	}
	return since
}

// An ElectionAt is the meeting that fills a vacancy. OnAgenda says that its election is on the agenda; else the meeting is the
// next that could.
type ElectionAt struct {
	Meeting  Meeting
	OnAgenda bool
}

// Words says it as a row has it: "Elect on 14 May", "Next: 14 May"; "" for no meeting.
func (f ElectionAt) Words() string {
	switch {
	case f.Meeting.ID == "":
		return ""
	case f.OnAgenda:
		return "Elect on " + f.Meeting.Date.DayMonth()
	}
	return "Next: " + f.Meeting.Date.DayMonth()
}

// Sentence says it as a duty has it: "Its election is on the agenda of 14 May." "" for no meeting.
func (f ElectionAt) Sentence() string {
	switch {
	case f.Meeting.ID == "":
		return ""
	case f.OnAgenda:
		return "Its election is on the agenda of " + f.Meeting.Date.DayMonth() + "."
	}
	return "The meeting of " + f.Meeting.Date.DayMonth() + " could fill it."
}

// An ElectionSearch is where to look for the meeting that fills a vacancy.
type ElectionSearch struct {
	On       Date // the first day on which it could be filled
	Meetings []Meeting
	Items    []AgendaItem
	Contests []Contest
}

// Fills finds the first meeting to come that elects to a post or a body, as a source of agenda items names it; where none
// does, the next meeting of all members.
func (in ElectionSearch) Fills(of Source) ElectionAt {
	coming := slices.DeleteFunc(slices.Clone(in.Meetings), func(m Meeting) bool {
		return m.Off() || m.Status == Closed || m.Date.Before(in.On) || m.Kind == Executive
	})
	slices.SortStableFunc(coming, func(a, b Meeting) int { return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID)) })
	for _, m := range coming {
		listed := slices.ContainsFunc(in.Items, func(i AgendaItem) bool { return i.Meeting == m.ID && i.From == of && !i.Done })
		contested := slices.ContainsFunc(in.Contests, func(c Contest) bool {
			return c.Meeting == m.ID && !c.Over() && c.Kind == Elects &&
				(of.Kind == FromPost && ID(c.Post) == of.Record || of.Kind == FromBody && ID(c.Body) == of.Record)
		})
		if listed || contested {
			return ElectionAt{Meeting: m, OnAgenda: true}
		}
	}
	for _, m := range coming {
		if m.Kind != Nomination {
			return ElectionAt{Meeting: m}
		}
	}
	return ElectionAt{}
}
