package data

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// mergeListed brings what a row says into p, and returns what changed, in the order in which a screen shows it. A blank in the
// row changes nothing.
func mergeListed(p *Person, l ListedMember, asAt Date) []FieldChange {
	var changes []FieldChange
	note := func(field, before, after string) {
		changes = append(changes, FieldChange{Field: field, Old: before, New: after})
	}
	text := func(field string, held *string, says string, same func(a, b string) bool) {
		if says = strings.TrimSpace(says); says != "" && !same(*held, says) {
			note(field, *held, says)
			*held = says
		}
	}
	text("Number", &p.Number, l.Number, func(held, says string) bool {
		// Of two that differ by zeros at the front, the longer stands: a spreadsheet has dropped them from the other.
		return held != "" && numbersAgree(held, says) && len(FoldNumber(held)) >= len(FoldNumber(says))
	})
	text("Title", &p.Title, l.Title, sameWords)
	text("First name", &p.First, l.First, sameWords)
	text("Last name", &p.Last, l.Last, sameWords)
	text("Email", &p.Email, l.Email, strings.EqualFold)
	if phones := mergePhones(p.Phones, l.Phones); len(phones) > len(p.Phones) {
		note("Phone", strings.Join(p.Phones, ", "), strings.Join(phones, ", "))
		p.Phones = phones
	}
	if len(l.Address) > 0 && !sameWords(strings.Join(p.Address, " "), strings.Join(l.Address, " ")) {
		note("Address", strings.Join(p.Address, ", "), strings.Join(l.Address, ", "))
		p.Address = slices.Clone(l.Address)
	}
	text("Postcode", &p.Postcode, l.Postcode, func(a, b string) bool { return postcodeKey(a) == postcodeKey(b) })
	text("Ward", &p.Ward, l.Ward, sameWords)
	text("Counts as", (*string)(&p.Gender), string(l.Gender), sameWords)
	date := func(field string, held *Date, says Date) {
		if !says.IsZero() && *held != says {
			note(field, held.Short(), says.Short())
			*held = says
		}
	}
	date("Joined", &p.Joined, l.Joined)
	date("Under 27 until", &p.Turns27, l.Turns27)
	if c, ok := mergeArrears(p, l, asAt); ok {
		changes = append(changes, c)
	}
	if c, ok := mergeStatus(p, l.Standing, asAt); ok {
		changes = append(changes, c)
	}
	return changes
}

func mergeArrears(p *Person, l ListedMember, asAt Date) (FieldChange, bool) {
	says, since := l.Standing, cmp.Or(l.ArrearsSince, asAt)
	switch {
	case says == ListedCurrent && p.Arrears:
		was := p.owesWords()
		p.Arrears, p.ArrearsSince = false, Date{}
		return FieldChange{Field: "Arrears", Old: was, New: "cleared"}, true
	case says == ListedArrears && !p.Arrears:
		p.Arrears, p.ArrearsSince = true, since
		return FieldChange{Field: "Arrears", New: p.owesWords()}, true
	case says == ListedArrears && !l.ArrearsSince.IsZero() && l.ArrearsSince != p.ArrearsSince:
		was := p.owesWords()
		p.ArrearsSince = l.ArrearsSince
		return FieldChange{Field: "Arrears", Old: was, New: p.owesWords()}, true
	}
	return FieldChange{}, false
}

// owesWords is "since 1 Apr 2026", or "yes" where the day is not known.
func (p Person) owesWords() string {
	if p.ArrearsSince.IsZero() {
		return "yes"
	}
	return "since " + p.ArrearsSince.Short()
}

func mergeStatus(p *Person, says ListedAs, asAt Date) (FieldChange, bool) {
	before := string(p.Status)
	if p.Status == Left && !p.LeftOn.IsZero() {
		before = "left " + p.LeftOn.Short()
	}
	switch {
	case says.Gone() && p.Status == Member:
		p.Status, p.LeftOn = Left, asAt
		return FieldChange{Field: "Status", Old: before, New: string(says)}, true
	case !says.Gone() && p.Status == Left:
		p.Status, p.LeftOn = Member, Date{}
		return FieldChange{Field: "Status", Old: before, New: "rejoined"}, true
	case !says.Gone() && p.Status != Member:
		p.Status = Member
		return FieldChange{Field: "Status", Old: before, New: string(Member)}, true
	}
	return FieldChange{}, false
}

// mergePhones puts the phones that the list adds before those that the book has: the secretary's own are often the better.
func mergePhones(held, says []string) []string {
	var added []string
	for _, phone := range says {
		known := func(other string) bool { return phoneKey(other) == phoneKey(phone) }
		if phoneKey(phone) != "" && !slices.ContainsFunc(held, known) && !slices.ContainsFunc(added, known) {
			added = append(added, phone)
		}
	}
	return slices.Concat(added, held)
}

// phoneKey is the digits of a phone number, with +44 as 0: +44 7700 900123 is 07700 900123.
func phoneKey(s string) string {
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
	if national, ok := strings.CutPrefix(digits, "44"); ok && strings.HasPrefix(strings.TrimSpace(s), "+") {
		return "0" + strings.TrimPrefix(national, "0")
	}
	return digits
}

// sameWords compares two texts without regard to how they are spaced.
func sameWords(a, b string) bool {
	return slices.Equal(strings.Fields(a), strings.Fields(b))
}
