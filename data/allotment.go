package data

import (
	"fmt"
	"strings"
)

// An Allotment is how many seats of which class a branch has as at a date.
type Allotment struct {
	// Total is every seat, extra ones too; 0 where no rule gives any.
	Total int
	// ByClass divides them; classes without a seat are not in it.
	ByClass map[SeatClass]int
	// Finding is the sum of Total, with its source and the other reading.
	Finding Finding
	// Division says what is left open: "15, less 1 secretary, less 1 youth = 13 open"; "" where every seat is open.
	Division string
}

// Allot works out the seats that a membership gives, as at the date of its list, which may be zero when it is not known.
// Warning is set where more seats are reserved than there are.
func (e Entitlement) Allot(members Membership, asAt Date) Allotment {
	a := Allotment{ByClass: map[SeatClass]int{}}
	if !e.IsSet() {
		_, a.Finding = e.reckon(members.Members, asAt, 0, "")
		return a
	}
	extra, words := 0, ""
	for _, x := range e.Extra {
		n, sum := x.earned(members)
		extra, words = extra+n, words+"; "+sum
		a.add(x.Class, n)
	}
	if extra > 0 {
		base, _ := e.Seats(members.Members, asAt)
		words += fmt.Sprintf("; in all %d", base+extra)
	}
	a.Total, a.Finding = e.reckon(members.Members, asAt, extra, words)
	a.divide(e.Reserved, a.Total-extra, e.warn(true))
	return a
}

func (a *Allotment) add(class SeatClass, seats int) {
	if seats > 0 {
		a.ByClass[class] += seats
	}
}

// divide takes the reserved seats from the base; what is left is open.
func (a *Allotment) divide(reserved []ReservedSeats, base int, warn bool) {
	open := base
	var sum strings.Builder
	fmt.Fprint(&sum, base)
	for _, r := range reserved {
		n := min(r.Seats, open)
		a.add(r.Class, n)
		open -= n
		fmt.Fprintf(&sum, ", less %s", r)
		if n < r.Seats {
			a.Finding.Warning = warn
			fmt.Fprintf(&sum, ", of which there are only %d", n)
		}
	}
	a.add(OpenSeat, open)
	if len(reserved) > 0 {
		a.Division = fmt.Sprintf("%s = %d open", sum.String(), open)
	}
}

// Of returns how many places a contest for one class of seat has, and how that came about: "15, less 1 secretary, less 1
// youth = 13 open". The class "" is every seat.
func (a Allotment) Of(class SeatClass) (int, Finding) {
	if class == "" {
		return a.Total, a.Finding
	}
	f := a.Finding
	n := a.ByClass[class]
	switch {
	case class == OpenSeat && a.Division != "":
		f.Verdict, f.Sum, f.Other = NumberOf(n, "open seat", "open seats"), a.Division, nil
	case class != OpenSeat:
		f.Verdict, f.Sum, f.Other = NumberOf(n, "seat", "seats")+" for "+class.forWhom(), fmt.Sprintf("%d of %s", n, NumberOf(a.Total, "seat", "seats")), nil
	}
	return n, f
}

// String returns the reservation as a sum has it: "1 secretary", "2 women", "1 youth".
func (r ReservedSeats) String() string {
	switch {
	case r.Post != "":
		return fmt.Sprintf("%d %s", r.Seats, r.Post)
	case r.Class == WomensSeat:
		return NumberOf(r.Seats, "woman", "women")
	}
	return fmt.Sprintf("%d %s", r.Seats, r.Class)
}

// forWhom says for whom seats of the class are.
func (c SeatClass) forWhom() string {
	switch c {
	case WomensSeat:
		return "women"
	case YouthSeat:
		return "those under 27"
	case ExOfficioSeat:
		return "officers, ex officio"
	}
	return "anyone"
}

// earned returns how many of the extra seats the membership gives, with the sum: "1 more for women, since 112 women are
// 100 or more".
func (x ExtraSeats) earned(m Membership) (int, string) {
	have, one, many := m.Women, "woman", "women"
	if x.Class == YouthSeat {
		have, one, many = m.Young, "member under 27", "members under 27"
	}
	counted := NumberOf(have, one, many)
	if have >= x.AtLeast {
		return x.Seats, fmt.Sprintf("%d more for %s: %s, %d or more", x.Seats, x.Class.forWhom(), counted, x.AtLeast)
	}
	return 0, fmt.Sprintf("none more for %s: %s, fewer than %d", x.Class.forWhom(), counted, x.AtLeast)
}
