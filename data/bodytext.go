package data

import (
	"fmt"
	"strings"
)

// BodyTexts are a body's own rules as they are typed; each is "" where those of the branch's rules hold, or none.
type BodyTexts struct {
	Seats    string // "1 per 15, or part", "2 seats"
	Extra    string // "1 woman if 100 or more"
	Reserved string // "1 secretary, 1 youth"
	Balance  string // "at least half", "every second a woman"
}

// Texts returns the body's own rules as they would be typed.
func (b Body) Texts() BodyTexts {
	var t BodyTexts
	if b.Entitlement.IsSet() {
		t.Seats = b.Entitlement.words()
	}
	if len(b.Entitlement.Extra) > 0 {
		t.Extra = b.Entitlement.extraWords()
	}
	if len(b.Entitlement.Reserved) > 0 {
		t.Reserved = b.Entitlement.reservedWords()
	}
	if b.Balance.IsSet() {
		t.Balance = b.Balance.words()
	}
	return t
}

// WithTexts returns the body with rules of its own from what was typed. Every error is a Problem that says what could not be
// read, and how it is typed.
func (b Body) WithTexts(t BodyTexts) (Body, error) {
	e := b.Entitlement
	for _, f := range []struct {
		name, typed, hint string
		read              func(string) bool
	}{
		{"Seats", t.Seats, "1 per 15, or part; 2 seats; or " + bandsHint, e.read},
		{"Extra seats", t.Extra, "1 woman if 100 or more; 1 under 27 if 30 or more", e.readExtra},
		{"Seats that are not open", t.Reserved, "1 secretary, 1 youth, 2 women", e.readReserved},
		{"Balance", t.Balance, "at least half, at least 2, or " + everySecond, b.Balance.read},
	} {
		typed := strings.ToLower(strings.Join(strings.Fields(f.typed), " "))
		if typed == "" {
			typed = none
		}
		if !f.read(typed) {
			return b, NewProblem(fmt.Sprintf("%s: %q could not be read. Write it like %s, or leave it blank.", f.name, strings.TrimSpace(f.typed), f.hint), nil)
		}
	}
	b.Entitlement = e
	return b, b.Validate()
}
