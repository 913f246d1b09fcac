package data

import (
	"fmt"
	"regexp"
	"strings"
)

// bandsHint shows how bands of membership are written.
const bandsHint = "1 to 50: 2, 51 to 100: 3, then 1 per further 100, or part, at most 6"

// words returns the rule as settings show it: "1 per 15, or part, at most 10".
func (e Entitlement) words() string {
	if e.Fixed > 0 {
		return NumberOf(e.Fixed, "seat", "seats")
	}
	if !e.IsSet() {
		return none
	}
	var parts []string
	switch n := len(e.Bands); {
	case n == 1:
		parts = append(parts, fmt.Sprintf("%d for the first %d", e.Bands[0].Seats, e.Bands[0].UpTo))
	case n > 1:
		from := 1
		for _, b := range e.Bands {
			parts = append(parts, fmt.Sprintf("%d to %d: %d", from, b.UpTo, b.Seats))
			from = b.UpTo + 1
		}
	}
	switch {
	case e.Per > 0 && len(e.Bands) > 0:
		parts = append(parts, fmt.Sprintf("then 1 per further %d", e.Per))
	case e.Per > 0:
		parts = append(parts, fmt.Sprintf("1 per %d", e.Per))
	}
	if e.Per > 0 && e.OrPart {
		parts = append(parts, "or part")
	}
	if e.Min > 0 {
		parts = append(parts, fmt.Sprintf("at least %d", e.Min))
	}
	if e.Max > 0 {
		parts = append(parts, fmt.Sprintf("at most %d", e.Max))
	}
	return strings.Join(parts, ", ")
}

const (
	perPattern    = `(?:1|one) (?:seat )?(?:per|for every|for each)`
	partPattern   = `(?: members)?(,? or part(?: thereof)?)?`
	limitsPattern = `(?:,? (?:and )?at least (\d{1,5}))?(?:,? (?:and )?at most (\d{1,5}))?$`
)

var (
	fixedSeats  = regexp.MustCompile(`^(\d{1,5}) seats?$`)
	perMembers  = regexp.MustCompile(`^` + perPattern + ` (\d{1,6})` + partPattern + limitsPattern)
	firstBand   = regexp.MustCompile(`^(\d{1,5}|one) (?:seats? )?for the first (\d{1,6})(?: members)?`)
	nextBand    = regexp.MustCompile(`^(?:, ?|; ?)?(\d{1,6}) ?(?:to|-|–) ?(\d{1,6}) ?: ?(\d{1,5})(?: seats?)?`)
	beyondBands = regexp.MustCompile(`^(?:,? ?(?:then |and )?` + perPattern + ` (?:further )?(\d{1,6})` + partPattern + `)?` + limitsPattern)
	extraSeats  = regexp.MustCompile(`^\+?(\d{1,3}) (woman|women|under 27|youth) (?:if|for|with) (\d{1,6}) or more(?: women| young members| under 27| members under 27)?$`)
	reserved    = regexp.MustCompile(`^(\d{1,3}) ([\p{L}][\p{L} '’-]{0,40})$`)
)

// read takes "1 per 15", "1 per 15, or part", the same with ", at least 2, at most 10", "15 seats", bands as in bandsHint, "1
// for the first 749, then 1 per further 250, or part" and "none". A bare number could mean either and is not taken.
func (e *Entitlement) read(s string) bool {
	next := Entitlement{InForce: e.InForce, CountedOn: e.CountedOn, Extra: e.Extra, Reserved: e.Reserved}
	if m := perMembers.FindStringSubmatch(s); m != nil {
		next.Per, next.OrPart, next.Min, next.Max = atoi(m[1]), m[2] != "", atoi(m[3]), atoi(m[4])
		return next.Per > 0 && set(e, next)
	}
	if m := fixedSeats.FindStringSubmatch(s); m != nil {
		next.Fixed = atoi(m[1])
		return next.Fixed > 0 && set(e, next)
	}
	if bands, rest, ok := readBands(s); ok {
		m := beyondBands.FindStringSubmatch(rest)
		if m == nil {
			return false
		}
		next.Bands, next.Per, next.OrPart, next.Min, next.Max = bands, atoi(m[1]), m[2] != "", atoi(m[3]), atoi(m[4])
		return (m[1] == "" || next.Per > 0) && set(e, next)
	}
	return s == none && set(e, next)
}

// readBands reads bands of membership that follow each other from the first member on, and returns what comes after them.
func readBands(s string) (bands []Band, rest string, ok bool) {
	if m := firstBand.FindStringSubmatch(s); m != nil {
		seats := atoi(m[1])
		if m[1] == "one" {
			seats = 1
		}
		return []Band{{UpTo: atoi(m[2]), Seats: seats}}, s[len(m[0]):], atoi(m[2]) > 0
	}
	from := 1
	for rest = s; ; {
		m := nextBand.FindStringSubmatch(rest)
		if m == nil {
			return bands, rest, len(bands) > 0
		}
		b := Band{UpTo: atoi(m[2]), Seats: atoi(m[3])}
		if atoi(m[1]) != from || b.UpTo < from {
			return nil, s, false
		}
		bands, rest, from = append(bands, b), rest[len(m[0]):], b.UpTo+1
	}
}

// extraWords returns the extra seats as settings show them: "1 woman if 100 or more; 1 under 27 if 30 or more".
func (e Entitlement) extraWords() string {
	var parts []string
	for _, x := range e.Extra {
		who := "woman"
		if x.Class == YouthSeat {
			who = "under 27"
		} else if x.Seats != 1 {
			who = "women"
		}
		parts = append(parts, fmt.Sprintf("%d %s if %d or more", x.Seats, who, x.AtLeast))
	}
	if len(parts) == 0 {
		return none
	}
	return strings.Join(parts, "; ")
}

// readExtra takes what extraWords writes, and "+1 woman if 100 or more women".
func (e *Entitlement) readExtra(s string) bool {
	if s == none {
		return set(&e.Extra, nil)
	}
	var extra []ExtraSeats
	for part := range strings.SplitSeq(s, ";") {
		m := extraSeats.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil {
			return false
		}
		x := ExtraSeats{Class: WomensSeat, Seats: atoi(m[1]), AtLeast: atoi(m[3])}
		if m[2] == "under 27" || m[2] == "youth" {
			x.Class = YouthSeat
		}
		extra = append(extra, x)
	}
	return set(&e.Extra, extra)
}

// reservedWords returns the reserved seats as settings show them: "1 secretary, 1 youth, 2 women".
func (e Entitlement) reservedWords() string {
	var parts []string
	for _, r := range e.Reserved {
		parts = append(parts, r.String())
	}
	if len(parts) == 0 {
		return none
	}
	return strings.Join(parts, ", ")
}

// readReserved takes what reservedWords writes. What is neither women nor youth is an officer who sits ex officio.
func (e *Entitlement) readReserved(s string) bool {
	if s == none {
		return set(&e.Reserved, nil)
	}
	var all []ReservedSeats
	for part := range strings.SplitSeq(s, ",") {
		m := reserved.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil {
			return false
		}
		r := ReservedSeats{Seats: atoi(m[1])}
		switch who := strings.TrimSpace(m[2]); who {
		case "woman", "women":
			r.Class = WomensSeat
		case "youth", "young", "young member", "young members":
			r.Class = YouthSeat
		default:
			r.Class, r.Post = ExOfficioSeat, who
		}
		all = append(all, r)
	}
	return set(&e.Reserved, all)
}
