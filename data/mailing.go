package data

import (
	"net/mail"
	"strings"
)

// A Mailing is how the notice of a meeting reaches those who are called: by e-mail, or by post where somebody has no
// address that can be written to.
type Mailing struct {
	// To is the branch's own role address, and Subject and Body the message. To is "" where the branch has none.
	To, Name, Subject, Body string
	On                      Date
	// Addresses are those for the blind copy, each once, however many share it; Members is how many people they reach.
	Addresses []string
	Members   int
	// Post are those to write to, and Unreached the names of those with neither an e-mail nor a postal address.
	Post      []Label
	Unreached []string
	// Doubtful are the names of those whose e-mail address cannot be right; they are among Post or Unreached.
	Doubtful []string
}

// A Label is what stands on an envelope, a line each: the name, then the address.
type Label []string

// NewMailing works out who gets the notice how.
func NewMailing(in CallingInput) Mailing {
	notice := NewNotice(in)
	m := Mailing{Name: in.Branch.PaperName(), Subject: notice.Title + ", " + in.Meeting.Date.Long(), Body: notice.Text(), On: in.Meeting.Date}
	if in.Meeting.Off() {
		m.Subject = Capital(string(in.Meeting.Status)) + ": " + in.Meeting.Heading()
	}
	m.To, _ = Mailbox(in.Branch.Email)
	seen := map[string]bool{}
	for _, p := range in.called() {
		address, ok := Mailbox(p.Email)
		if ok {
			m.Members++
			if key := strings.ToLower(address); !seen[key] {
				seen[key] = true
				m.Addresses = append(m.Addresses, address)
			}
			continue
		}
		if strings.TrimSpace(p.Email) != "" {
			m.Doubtful = append(m.Doubtful, p.Name())
		}
		if label := labelOf(p); label != nil {
			m.Post = append(m.Post, label)
		} else {
			m.Unreached = append(m.Unreached, p.Name())
		}
	}
	return m
}

// Mailbox returns an e-mail address as it may stand in a message, and false for one that cannot be right: without a
// domain, with a space or a second address in it, or with letters that most mail programs refuse (RFC 5322, 3.4.1).
func Mailbox(typed string) (string, bool) {
	typed = strings.TrimSpace(typed)
	parsed, err := mail.ParseAddress(typed)
	if err != nil || parsed.Name != "" || parsed.Address != typed || len(typed) > 254 {
		return "", false
	}
	for _, r := range typed {
		if r <= ' ' || r > '~' || strings.ContainsRune(`"<>(),;:\`, r) {
			return "", false
		}
	}
	at := strings.LastIndex(typed, "@")
	domain := typed[at+1:]
	return typed, strings.Contains(domain, ".") && !strings.HasSuffix(domain, ".") && !strings.Contains(domain, "..")
}

// labelOf is what stands on the envelope of a person; nil for somebody without a postal address.
func labelOf(p Person) Label {
	var address Label
	for _, line := range p.Address {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			address = append(address, line)
		}
	}
	if len(address) == 0 {
		return nil // a postcode alone finds no door
	}
	label := append(Label{strings.Join(strings.Fields(p.Title+" "+p.Name()), " ")}, address...)
	postcode := strings.Join(strings.Fields(strings.ToUpper(p.Postcode)), " ")
	if postcode != "" && !strings.HasSuffix(strings.ToUpper(address[len(address)-1]), postcode) {
		label = append(label, postcode)
	}
	return label
}

// Words say how the notice reaches everyone: "207 addresses in BCC for 208 members, 6 letters by post."
func (m Mailing) Words() string {
	words := NumberOf(len(m.Addresses), "address", "addresses") + " in BCC"
	if m.Members != len(m.Addresses) {
		words += " for " + NumberOf(m.Members, "member", "members")
	}
	if n := len(m.Post); n > 0 {
		words += ", " + NumberOf(n, "letter", "letters") + " by post"
	}
	return words + "."
}

// Warnings name those whom neither way reaches, and those whose e-mail address is doubtful.
func (m Mailing) Warnings() []string {
	var out []string
	if n := len(m.Unreached); n > 0 {
		out = append(out, "Neither e-mail nor address: "+listed(m.Unreached)+".")
	}
	if n := len(m.Doubtful); n > 0 {
		out = append(out, "E-mail address cannot be right: "+listed(m.Doubtful)+".")
	}
	return out
}
