package data

import (
	"fmt"
	"strings"
)

// WaysToSettle are the ways in which a meeting settles a thing without a motion, as Decision.How has them.
func WaysToSettle() []string { return []string{"agreed", "noted", "received", "resolved"} }

// Words returns the decision as card and paper print it, for a reader on the day near: "To pay the hall hire (£45). To be
// looked at again by 8 October." A sum that the text names is not said twice.
func (d Decision) Words(near Date) string {
	text := strings.TrimSpace(d.Text)
	if d.Amount != 0 && SumIn(text) != d.Amount {
		text = strings.TrimRight(text, ".") + " (" + d.Amount.String() + ")"
	}
	if d.Review.IsZero() {
		return text
	}
	return sentence(text) + " To be looked at again by " + dayNear(d.Review, near) + "."
}

// SumIn returns the first sum of money that a text names, "£45" or "GBP 45"; 0 for none. It is a suggestion.
func SumIn(text string) Money {
	text = strings.ReplaceAll(text, "GBP ", "£")
	_, after, found := strings.Cut(strings.ReplaceAll(text, "GBP", "£"), "£")
	if !found {
		return 0
	}
	after = strings.TrimSpace(after)
	if end := strings.IndexFunc(after, func(r rune) bool { return (r < '0' || r > '9') && r != ',' && r != '.' }); end >= 0 {
		after = after[:end]
	}
	sum, err := ParseMoney(strings.TrimRight(after, ".,"))
	if err != nil {
		return 0
	}
	return sum
}

// Lead returns how the minutes begin to report a letter: "Received from Anna Reyes (city council), 3 May".
func (l Letter) Lead(near Date) string {
	way, to := "Received", "from"
	if l.Way == WentAway {
		way, to = "Sent", "to"
	}
	if medium := strings.TrimPrefix(strings.TrimSpace(l.Medium), "by "); medium != "" {
		way += " by " + medium
	}
	return fmt.Sprintf("%s %s %s, %s", way, to, strings.TrimSpace(l.With), dayNear(l.Date, near))
}

// Reported returns what a letter is about and what it asks, for the minutes: "the library consultation; asks for our view by 12 June".
func (l Letter) Reported(near Date) string {
	words := strings.TrimSpace(l.Subject)
	asks := strings.TrimRight(strings.TrimSpace(l.Asks), ".")
	switch {
	case asks == "" && l.Due.IsZero():
		return words
	case asks == "":
		return words + "; a reply is due by " + dayNear(l.Due, near)
	}
	words += "; asks " + asking(asks)
	if !l.Due.IsZero() {
		words += " by " + dayNear(l.Due, near)
	}
	return words
}

// asking is what follows "asks": a question or a wish as it stands, and anything else after "for". Only a word that is no
// name loses its capital.
func asking(what string) string {
	first, _, _ := strings.Cut(strings.ToLower(what), " ")
	switch first {
	case "for", "to", "us", "that", "whether", "if", "how", "what", "when", "where", "which", "who", "why":
		return uncapital(what)
	case "a", "an", "the", "our", "your", "their", "its", "his", "her", "this", "these", "any", "more":
		return "for " + uncapital(what)
	}
	return "for " + what
}

// Lead returns how the minutes begin to report a campaign session: "Campaign session, Canal Street, 3 May".
func (c Canvass) Lead(near Date) string {
	lead := "Campaign session, " + strings.TrimSpace(c.Place)
	if !c.Date.IsZero() {
		lead += ", " + dayNear(c.Date, near)
	}
	return lead
}

// Words returns the figures that were given, and the rates with their sums: "8 volunteers; contact rate 60 of 120 doors =
// 50%; promise rate 33 of 60 contacts = 55%; 12 signatures". "" when none were.
func (c Canvass) Words() string {
	var words []string
	count := func(n int, one, many string) {
		if n > 0 {
			words = append(words, NumberOf(n, one, many))
		}
	}
	count(c.Volunteers, "volunteer", "volunteers")
	if c.Doors > 0 && c.Contacts > 0 {
		words = append(words, "contact rate "+rate(c.Contacts, c.Doors, "door", "doors"))
	} else {
		count(c.Doors, "door", "doors")
		count(c.Contacts, "contact", "contacts")
	}
	if c.Contacts > 0 && c.Promises > 0 {
		words = append(words, "promise rate "+rate(c.Promises, c.Contacts, "contact", "contacts"))
	} else {
		count(c.Promises, "promise", "promises")
	}
	count(c.Signatures, "signature", "signatures")
	if note := strings.TrimRight(strings.TrimSpace(c.Note), "."); note != "" {
		words = append(words, note)
	}
	return strings.Join(words, "; ")
}

// Doubts says which figures cannot both be right; "" when none. It keeps nothing from being recorded.
func (c Canvass) Doubts() string {
	switch {
	case c.Doors > 0 && c.Contacts > c.Doors:
		return fmt.Sprintf("%d contacts are more than %d doors: several at a door, or a slip?", c.Contacts, c.Doors)
	case c.Contacts > 0 && c.Promises > c.Contacts:
		return fmt.Sprintf("%d promises are more than %d contacts.", c.Promises, c.Contacts)
	}
	return ""
}

// rate is a share in whole per cent with its sum, half a per cent rounded up: "60 of 120 doors = 50%".
func rate(part, whole int, one, many string) string {
	return fmt.Sprintf("%d of %s = %d%%", part, NumberOf(whole, one, many), (200*part+whole)/(2*whole))
}

// Words returns who spoke on what: "Rosa Lind (Tenants' Union) on rent controls". The contact is never in it.
func (s Speaker) Words() string {
	words := strings.TrimSpace(s.Name)
	if from := strings.TrimSpace(s.From); from != "" {
		words += " (" + from + ")"
	}
	if topic := strings.TrimSpace(s.Topic); topic != "" {
		words += " on " + topic
	}
	return words
}

// UsualThanks is how a chair thanks a guest, as minutes say it: "The chair thanked Rosa Lind for speaking on rent controls."
func (s Speaker) UsualThanks() string {
	words := "The chair thanked " + strings.TrimSpace(s.Name)
	if topic := strings.TrimSpace(s.Topic); topic != "" {
		words += " for speaking on " + topic
	}
	return sentence(words)
}
