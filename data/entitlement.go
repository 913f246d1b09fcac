package data

import (
	"fmt"
	"math/big"
)

// An Entitlement is how many delegates a branch may send: a fixed number; one for so many members; or what bands of
// membership give, and one for so many beyond the last of them.
type Entitlement struct {
	InForce
	// Per is how many members make a seat; 0 when it is not set. OrPart says that a part of that number makes one too.
	Per    int  `json:"per,omitempty"`
	OrPart bool `json:"orPart,omitempty"`
	// Min and Max are the fewest and the most seats; 0 for no limit. Extra seats come on top.
	Min int `json:"min,omitempty"`
	Max int `json:"max,omitempty"`
	// Fixed is a number of seats whatever the membership; it wins over the rest.
	Fixed int `json:"fixed,omitempty"`
	// Bands give the seats of smaller branches, the smallest first. Per then counts the members beyond the last of them.
	Bands []Band `json:"bands,omitempty"`
	// Extra are seats on top, where there are enough women or young members.
	Extra []ExtraSeats `json:"extra,omitempty"`
	// Reserved are seats within the number that are not open to all.
	Reserved []ReservedSeats `json:"reserved,omitempty"`
	// CountedOn is the day whose membership counts; zero for the latest list.
	CountedOn Date `json:"countedOn,omitzero"`
}

// A Band is how many seats a branch has of up to so many members, from where the band before it ends.
type Band struct {
	UpTo  int `json:"upTo"`
	Seats int `json:"seats"`
}

// An ExtraSeats is seats of a class on top, where a branch has at least so many of those whom the class is for.
type ExtraSeats struct {
	Class   SeatClass `json:"class"` // WomensSeat or YouthSeat
	Seats   int       `json:"seats"`
	AtLeast int       `json:"atLeast"`
}

// A ReservedSeats is seats of a class within the number. Post names whoever sits ex officio: "secretary".
type ReservedSeats struct {
	Class SeatClass `json:"class"`
	Seats int       `json:"seats"`
	Post  string    `json:"post,omitempty"`
}

// IsSet says whether the rule gives any number at all.
func (e Entitlement) IsSet() bool { return e.Fixed > 0 || e.Per > 0 || len(e.Bands) > 0 }

// IsZero says whether there is no rule, so that none is stored.
func (e Entitlement) IsZero() bool {
	return !e.IsSet() && e.Min == 0 && e.Max == 0 && len(e.Extra) == 0 && len(e.Reserved) == 0 && e.CountedOn.IsZero() && e.InForce == InForce{}
}

// Seats returns how many seats so many members give, with the sum. The membership is that of the list as at a date,
// which may be zero when it is not known. Other holds the result of rounding the other way. Extra seats are not among
// them, since they rest on who the members are: see Allot.
func (e Entitlement) Seats(members int, asAt Date) (int, Finding) {
	return e.reckon(members, asAt, 0, "")
}

// reckon works out the seats with so many extra ones, whose sum is in words.
func (e Entitlement) reckon(members int, asAt Date, extra int, extraSum string) (int, Finding) {
	f := Finding{Source: e.source()}
	members = max(members, 0)
	switch {
	case e.Fixed > 0:
		n := e.Fixed + extra
		f.Verdict, f.Sum = NumberOf(n, "seat", "seats"), NumberOf(e.Fixed, "seat", "seats")+", fixed"+extraSum
		return n, f
	case !e.IsSet():
		f.Verdict = "no entitlement is set"
		return 0, f
	}
	n, sum := e.seats(members, e.OrPart)
	f.Verdict, f.Sum = NumberOf(n+extra, "seat", "seats"), sum+extraSum
	if !asAt.IsZero() {
		f.Verdict += ", on the membership of " + asAt.String()
	}
	switch {
	case members == 0:
		f.Sum += "; bring in the membership list"
		f.Warning = e.warn(true)
	case !e.CountedOn.IsZero() && !asAt.IsZero() && e.CountedOn != asAt:
		f.Sum += fmt.Sprintf("; the rule counts the members of %s", e.CountedOn)
		f.Warning = e.warn(true)
	}
	if other, sum := e.seats(members, !e.OrPart); other != n {
		way := "up"
		if e.OrPart {
			way = "down"
		}
		f.Other = []Finding{{Verdict: fmt.Sprintf("%d if rounded %s", other+extra, way), Sum: sum + extraSum, Source: f.Source}}
	}
	return n + extra, f
}

// seats works the number out, rounding up or down, and keeps within Min and Max.
func (e Entitlement) seats(members int, up bool) (int, string) {
	n, sum := e.unlimited(members, up)
	switch {
	case e.Max > 0 && n > e.Max:
		n, sum = e.Max, fmt.Sprintf("%s, at most %d", sum, e.Max)
	case n < e.Min:
		n, sum = e.Min, fmt.Sprintf("%s, at least %d", sum, e.Min)
	}
	if n == 1 {
		return n, sum + " seat"
	}
	return n, sum + " seats"
}

func (e Entitlement) unlimited(members int, up bool) (int, string) {
	counted := NumberOf(members, "member", "members")
	if len(e.Bands) == 0 {
		n, sum := e.divide(members, up)
		return n, fmt.Sprintf("%s ÷ %d = %s", counted, e.Per, sum)
	}
	if members <= 0 {
		return 0, counted + ": 0"
	}
	from := 1
	for _, b := range e.Bands {
		if members <= b.UpTo {
			return b.Seats, fmt.Sprintf("%s: %d to %d give %d", counted, from, b.UpTo, b.Seats)
		}
		from = b.UpTo + 1
	}
	last := e.Bands[len(e.Bands)-1]
	if e.Per <= 0 {
		return last.Seats, fmt.Sprintf("%s: more than %d give %d", counted, last.UpTo, last.Seats)
	}
	more, sum := e.divide(members-last.UpTo, up)
	n := last.Seats + more
	return n, fmt.Sprintf("%s: %d for the first %d, and %d ÷ %d = %s more; in all %d",
		counted, last.Seats, last.UpTo, members-last.UpTo, e.Per, sum, n)
}

// divide returns how many times Per goes into the members, with the sum: "14.4, rounded up: 15".
func (e Entitlement) divide(members int, up bool) (int, string) {
	share := big.NewRat(int64(members), int64(e.Per))
	n, way := roundDown(share), "down"
	if up {
		n, way = roundUp(share), "up"
	}
	return n, rounded(share, way, n)
}

// validate says what keeps the rule from being stored: a number that no rule can have.
func (e Entitlement) validate() error {
	numbers := []int{e.Per, e.Min, e.Max, e.Fixed}
	upTo := 0
	for _, b := range e.Bands {
		if b.UpTo <= upTo {
			return NewProblem(fmt.Sprintf("The bands of membership do not follow each other at %d. Write them like %s.", b.UpTo, bandsHint), nil)
		}
		upTo = b.UpTo
		numbers = append(numbers, b.UpTo, b.Seats)
	}
	for _, x := range e.Extra {
		numbers = append(numbers, x.Seats, x.AtLeast)
	}
	for _, r := range e.Reserved {
		numbers = append(numbers, r.Seats)
	}
	for _, n := range numbers {
		if !within(n, 0, maxPeople) {
			return NewProblem(fmt.Sprintf("The numbers of the delegates' seats cannot be right. Write them from 0 to %d.", maxPeople), nil)
		}
	}
	if e.Max > 0 && e.Min > e.Max {
		return NewProblem(fmt.Sprintf("At least %d seats and at most %d cannot both be. Correct one of the two.", e.Min, e.Max), nil)
	}
	return nil
}
