package data

import (
	"fmt"
	"strings"
)

// A PlacesInput is what the number of places that an election to a body fills rests on.
type PlacesInput struct {
	Class SeatClass
	// Total is the branch's seats on the body by its rule, and Sum how that came about; 0 when it is not set.
	Total int
	Sum   Finding
	// ByRule divides the seats by class, where the rule does; the zero Allotment where it does not.
	ByRule Allotment
	// Held are the seats that stay held whatever this election decides, and Contests the other elections to the body at the
	// same meeting, which fill their own.
	Held     []Seat
	Contests []Contest
	// Post names the post that somebody holds, for a seat that goes with it: "secretary". It may be nil.
	Post func(PersonID) string
}

// PlacesToFill suggests how many places an election to a body fills: the branch's seats, less those that others hold or
// that another election of the evening fills: "15, less 1 secretary, less 1 youth = 13". It is 1 where no rule is set, and
// for a seat that is not open, of which there is one as a rule; the secretary may type another number.
func PlacesToFill(in PlacesInput) (int, Finding) {
	if in.Class != OpenSeat && in.Class != "" {
		n, f := in.ByRule.Of(in.Class)
		if n > 0 {
			return n, f
		}
		return 1, Finding{}
	}
	if in.ByRule.Division != "" {
		return in.openByRule()
	}
	if in.Total <= 0 {
		return 1, Finding{Verdict: "no entitlement is set"}
	}
	var order []string
	taken := map[string]int{}
	take := func(what string, n int) {
		if taken[what] == 0 {
			order = append(order, what)
		}
		taken[what] += n
	}
	for _, c := range in.Contests {
		switch {
		case c.Status == Abandoned:
		case c.Class == ExOfficioSeat && len(c.Nominees) > 0:
			take(in.with(c.Nominees[0].Person), c.Places)
		default:
			take(classWords(c.Class), c.Places)
		}
	}
	for _, s := range in.Held {
		if s.Class == ExOfficioSeat {
			take(in.with(s.Person), 1)
		} else {
			take(heldWords(s.Class), 1)
		}
	}
	left := in.Total
	sum := fmt.Sprint(in.Total)
	for _, what := range order {
		left -= taken[what]
		sum += fmt.Sprintf(", less %d %s", taken[what], what)
	}
	f := Finding{Verdict: NumberOf(max(left, 0), "place", "places"), Source: in.Sum.Source}
	if len(order) > 0 {
		f.Sum = fmt.Sprintf("%s = %d", sum, max(left, 0))
	} else {
		f.Sum = in.Sum.Sum
	}
	if left < 1 {
		f.Warning = true
		f.Verdict = "no place is vacant"
	}
	return max(left, 1), f
}

// openByRule takes those that are held from the seats that the rule leaves open: "13 open, less 12 held = 1".
func (in PlacesInput) openByRule() (int, Finding) {
	open, f := in.ByRule.Of(OpenSeat)
	taken := 0
	for _, s := range in.Held {
		taken += b2i(s.Class == OpenSeat || s.Class == "")
	}
	for _, c := range in.Contests {
		if c.Status != Abandoned && (c.Class == OpenSeat || c.Class == "") {
			taken += c.Places
		}
	}
	left := open - taken
	if taken > 0 {
		f.Sum = fmt.Sprintf("%s, less %d held = %d", strings.ReplaceAll(f.Sum, " = ", ": "), taken, max(left, 0))
	}
	if left < 1 {
		f.Warning, f.Verdict = true, "no place is vacant"
	}
	return max(left, 1), f
}

// with is what a seat that goes with a post is called: "secretary".
func (in PlacesInput) with(who PersonID) string {
	if in.Post != nil && who != "" {
		if post := in.Post(who); post != "" {
			return strings.ToLower(post)
		}
	}
	return string(ExOfficioSeat)
}

func classWords(c SeatClass) string {
	switch c {
	case ExOfficioSeat:
		return string(ExOfficioSeat)
	case WomensSeat:
		return "for women"
	case YouthSeat:
		return "youth"
	}
	return "in another election"
}

func heldWords(c SeatClass) string {
	if c == OpenSeat || c == "" {
		return "held"
	}
	return classWords(c)
}
