package session

import (
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// Reporters returns who may be meant by whoever reports: those who hold a post or a seat on a body on the day, by their
// name or by what they hold; then everybody else. A candidate's Name is as the minutes say it: "Anna Reyes (Treasurer)".
func (m *Model) Reporters(typed string) []parts.Candidate {
	holders, err := m.holders()
	if err != nil {
		holders = nil // their posts are not known: everybody is still found by name
	}
	typed = data.Fold(strings.TrimSpace(typed))
	var out []parts.Candidate
	listed := map[string]bool{}
	for _, h := range holders {
		if !startsAWord(data.Fold(h.name), typed) && !startsAWord(data.Fold(h.as), typed) || typed == "" {
			continue
		}
		words := h.name + " (" + h.as + ")"
		out = append(out, parts.Candidate{ID: string(h.id), Name: words, Note: "holds it today", Tone: parts.Quiet})
		listed[string(h.id)] = true
	}
	for _, c := range m.Members(typed) {
		if !listed[c.ID] {
			out = append(out, c)
		}
	}
	return out
}

func startsAWord(words, letters string) bool {
	return strings.HasPrefix(words, letters) || strings.Contains(words, " "+letters)
}

// A holder is somebody with what they hold: "Treasurer", "delegate to the General Committee".
type holder struct {
	id       data.PersonID
	name, as string
}

// holders returns those who hold a post of the branch on the meeting's day, in the order of the posts, then those who sit
// on a body for it.
func (m *Model) holders() (out []holder, err error) {
	err = m.book.Read(func(r *book.Reading) error {
		posts, err := r.Posts.All()
		if err != nil {
			return err
		}
		terms, err := r.Terms.All()
		if err != nil {
			return err
		}
		for _, p := range posts {
			for _, t := range terms {
				if t.Post == p.ID && t.Person != "" && t.HeldOn(m.held.Date) {
					out = append(out, holder{t.Person, m.name(t.Person), strings.TrimSpace(p.Name)})
				}
			}
		}
		bodies, err := r.Bodies.All()
		if err != nil {
			return err
		}
		seats, err := r.Seats.All()
		for _, b := range bodies {
			for _, s := range seats {
				if s.Body == b.ID && s.Person != "" && s.HeldOn(m.held.Date) {
					out = append(out, holder{s.Person, m.name(s.Person), "delegate to the " + b.Name})
				}
			}
		}
		return err
	})
	return out, err
}

// ReportedBy writes who reported, under the item on show: "Reported by Anna Reyes (treasurer)."
func (m *Model) ReportedBy(who string) (string, error) {
	if who = strings.TrimRight(strings.TrimSpace(who), "."); who == "" {
		return "", data.NewProblem("Type who reported: a name, or a post such as treasurer.", nil)
	}
	return m.AddNote("Reported by " + who + ".")
}

// reporterForm asks who reported on the item on show. A name that is in no list is written as it is typed.
func (p *Place) reporterForm() {
	field := parts.NewNameField("Name, or a post: treasurer", p.model.Reporters, func(c parts.Candidate) { p.recorded(p.model.ReportedBy(c.Name)) })
	field.OnFree = func(words string) { p.recorded(p.model.ReportedBy(words)) }
	field.Field().Named("Reported by")
	p.open("Reported by", parts.Column(10, parts.NewFormRow("Reported by", field)), field.Field())
}
