package data

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

func (y year) officers() ReportSection {
	s := ReportSection{Heading: "Officers on " + fullDay(y.Period.To)}
	t := ReportTable{Columns: []ReportColumn{{Title: "Post", Share: 4}, {Title: "Held by", Share: 5}, {Title: "Since", Share: 3}}}
	for _, p := range y.Posts {
		holders := holding(y.Terms, p.ID, y.Period.To)
		if len(holders) == 0 {
			t.Rows = append(t.Rows, []string{p.Name, "Vacant", ""})
		}
		for _, h := range holders {
			t.Rows = append(t.Rows, []string{p.Name, y.name(h.Person), h.From.Short()})
		}
	}
	if len(t.Rows) == 0 {
		s.Sentences = []string{"No posts are recorded."}
		return s
	}
	s.Tables = []ReportTable{t}
	return s
}

// holding are the terms of a post that run on a day, by when they began.
func holding(terms []Term, post PostID, on Date) []Term {
	held := slices.DeleteFunc(slices.Clone(terms), func(t Term) bool { return t.Post != post || !t.HeldOn(on) })
	slices.SortStableFunc(held, func(a, b Term) int { return a.From.Compare(b.From) })
	return held
}

func (y year) delegates() ReportSection {
	s := ReportSection{Heading: "Delegates on " + fullDay(y.Period.To)}
	t := ReportTable{Columns: []ReportColumn{{Title: "To", Share: 4}, {Title: "Seat", Share: 1, Right: true}, {Title: "Delegate", Share: 5}, {Title: "Elected", Share: 3}}}
	for _, b := range y.Bodies {
		for _, seat := range seated(y.Seats, b.ID, y.Period.To) {
			t.Rows = append(t.Rows, []string{b.Name, seatNumber(seat), y.name(seat.Person), seat.Elected.Short()})
		}
	}
	if len(t.Rows) == 0 {
		s.Sentences = []string{"No delegates are recorded."}
		return s
	}
	s.Tables = []ReportTable{t}
	return s
}

// seated are the seats of a body that are held on a day, by number.
func seated(seats []Seat, body BodyID, on Date) []Seat {
	held := slices.DeleteFunc(slices.Clone(seats), func(s Seat) bool { return s.Body != body || !s.HeldOn(on) })
	slices.SortStableFunc(held, func(a, b Seat) int { return cmp.Or(cmp.Compare(a.Number, b.Number), a.Elected.Compare(b.Elected)) })
	return held
}

func seatNumber(s Seat) string {
	if s.Number == 0 {
		return ""
	}
	return strconv.Itoa(s.Number)
}

func (y year) actions() ReportSection {
	s := ReportSection{Heading: "Actions"}
	on := map[MeetingID]Date{}
	for _, m := range y.Meetings {
		on[m.ID] = m.Date
	}
	agreed, done, dropped := 0, 0, 0
	var open []Action
	for _, a := range y.Actions {
		made := a.Made
		if made.IsZero() {
			made = on[a.Meeting]
		}
		agreed += b2i(y.Period.Has(made))
		switch {
		case a.Status == Open || a.Closed.After(y.Period.To):
			if !made.After(y.Period.To) {
				open = append(open, a)
			}
		case y.Period.Has(a.Closed):
			done += b2i(a.Status == Done)
			dropped += b2i(a.Status == Dropped)
		}
	}
	s.Sentences = []string{fmt.Sprintf("%s agreed. %s done and %d dropped; %s still open at the end.",
		NumberOf(agreed, "action was", "actions were"), NumberOf(done, "was", "were"), dropped, NumberOf(len(open), "was", "were"))}
	if len(open) > 0 {
		s.Tables = []ReportTable{y.openActions(open)}
	}
	return s
}

func (y year) openActions(open []Action) ReportTable {
	t := ReportTable{Title: "Still open", Columns: []ReportColumn{{Title: "Ref", Share: 3}, {Title: "Action", Share: 8}, {Title: "Who", Share: 4}, {Title: "Due", Share: 3}}}
	for _, a := range open {
		t.Rows = append(t.Rows, []string{a.Ref, Capital(a.Text), cmp.Or(y.name(a.Owner), a.OwnerText), shortDay(a.Due)})
	}
	return t
}

// shortDay is a date in a table; "" where there is none.
func shortDay(d Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Short()
}
