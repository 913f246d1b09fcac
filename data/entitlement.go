package data

import (
	"fmt"
	"math/big"
)

// An Entitlement is how many delegates a branch may send: a fixed number, or one for so many members.
type Entitlement struct {
	InForce
	// Per is how many members make a seat; 0 when it is not set. OrPart says that a part of that number makes one too.
	Per    int  `json:"per,omitempty"`
	OrPart bool `json:"orPart,omitempty"`
	// Min and Max are the fewest and the most seats; 0 for no limit.
	Min int `json:"min,omitempty"`
	Max int `json:"max,omitempty"`
	// Fixed is a number of seats whatever the membership; it wins over Per.
	Fixed int `json:"fixed,omitempty"`
	// CountedOn is the day whose membership counts; zero for the latest list.
	CountedOn Date `json:"countedOn,omitzero"`
}

// Seats returns how many seats so many members give, with the sum. The membership is that of the list as at a date,
// which may be zero when it is not known. Other holds the result of rounding the other way.
func (e Entitlement) Seats(members int, asAt Date) (int, Finding) {
	f := Finding{Source: e.source()}
	members = max(members, 0)
	switch {
	case e.Fixed > 0:
		f.Verdict, f.Sum = NumberOf(e.Fixed, "seat", "seats"), NumberOf(e.Fixed, "seat", "seats")+", fixed"
		return e.Fixed, f
	case e.Per <= 0:
		f.Verdict = "no entitlement is set"
		return 0, f
	}
	n, sum := e.seats(members, e.OrPart)
	f.Verdict, f.Sum = NumberOf(n, "seat", "seats"), sum
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
		f.Other = []Finding{{Verdict: fmt.Sprintf("%d if rounded %s", other, way), Sum: sum, Source: f.Source}}
	}
	return n, f
}

// seats divides the members, rounding up or down, and keeps within Min and Max.
func (e Entitlement) seats(members int, up bool) (int, string) {
	share := big.NewRat(int64(members), int64(e.Per))
	n, way := roundDown(share), "down"
	if up {
		n, way = roundUp(share), "up"
	}
	sum := fmt.Sprintf("%s ÷ %d = %s", NumberOf(members, "member", "members"), e.Per, rounded(share, way, n))
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
