package members

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// A Card is what the book knows of one person.
type Card struct {
	ID       data.PersonID
	Name     string
	Under    string // number, ward and posts
	Verdict  Verdict
	Facts    []Fact
	Contact  []Contact
	Attended string // "6 of the last 8 meetings"; "" before the first meeting
	History  []Entry
	Note     string // private
	Left     bool
	Member   bool
}

// A Verdict is somebody's standing with the rule's own sum.
type Verdict struct {
	Tone        parts.Tone
	Icon        parts.IconName
	Title, Text string
	Source      string
}

// A Fact is a line of the card under its label.
type Fact struct{ Label, Text string }

// A Contact is a way to reach somebody: personal data.
type Contact struct {
	Icon parts.IconName
	Text string
}

// An Entry is something that somebody did with the branch.
type Entry struct {
	Icon              parts.IconName
	Tone              parts.Tone
	Title, Text, When string

	on data.Date
}

// recentMeetings is how many of the last meetings are looked at for attendance.
const recentMeetings = 8

// mostEntries is how much of somebody's history the card shows, the latest first.
const mostEntries = 12

// Card returns the card of the chosen person; ok is false when nobody is chosen, or the person is gone.
func (m *Model) Card() (card Card, ok bool, err error) {
	if m.chosen == "" {
		return Card{}, false, nil
	}
	err = m.book.Read(func(r *book.Reading) error {
		p, err := r.People.Get(m.chosen)
		if err != nil {
			return err
		}
		rules, err := r.Rules(m.On)
		if err != nil {
			return err
		}
		card = cardOf(p, rules.Eligibility, m.On, m.today())
		return card.withBranch(r, p.ID, m.today())
	})
	if errors.Is(err, book.ErrNotFound) {
		m.chosen = ""
		return Card{}, false, nil
	}
	return card, err == nil, err
}

func cardOf(p data.Person, rule data.Eligibility, on, today data.Date) Card {
	s := rule.Standing(p, on)
	c := Card{
		ID: p.ID, Name: p.Name(), Under: joined(" · ", p.Number, p.Ward, p.Organisation), Note: p.Note,
		Left: p.Status == data.Left, Member: p.Status == data.Member, Verdict: verdictOf(p, s, on, today),
	}
	fact := func(label, text string) {
		if text != "" {
			c.Facts = append(c.Facts, Fact{label, text})
		}
	}
	fact("Joined", p.Joined.Short())
	fact("Counts as", string(p.Gender))
	if p.YoungOn(on) {
		fact("Under 27 until", p.Turns27.Short())
	}
	fact("Last list", p.LastSeen.Short())
	if p.MatchedByName {
		fact("On that list", "matched by name alone")
	}
	if p.Email != "" {
		c.Contact = append(c.Contact, Contact{parts.IconMail, p.Email})
	}
	for _, phone := range p.Phones {
		c.Contact = append(c.Contact, Contact{parts.IconPhone, phone})
	}
	if home := joined(", ", append(slices.Clone(p.Address), p.Postcode)...); home != "" {
		c.Contact = append(c.Contact, Contact{parts.IconHome, home})
	}
	return c
}

func verdictOf(p data.Person, s data.Standing, on, today data.Date) Verdict {
	cell := standingCell(p, s, on)
	v := Verdict{Tone: cell.Tone, Icon: cell.Icon, Title: cell.Text, Text: data.Capital(s.Finding.Sum), Source: s.Finding.Source}
	if s.CanVote {
		v.Title = "Can vote on " + on.ShortNear(today)
	}
	return v
}

// withBranch adds what the person has done with the branch.
func (c *Card) withBranch(r *book.Reading, id data.PersonID, today data.Date) error {
	posts, err := c.posts(r, id, today)
	if err != nil {
		return err
	}
	c.Under = joined(" · ", append([]string{c.Under}, posts...)...)
	for _, add := range []func(*book.Reading, data.PersonID) error{c.attendance, c.motions, c.seats} {
		if err := add(r, id); err != nil {
			return err
		}
	}
	slices.SortStableFunc(c.History, func(a, b Entry) int { return cmp.Compare(b.on.ISO(), a.on.ISO()) })
	c.History = c.History[:min(len(c.History), mostEntries)]
	for i, e := range c.History {
		c.History[i].When = e.on.ShortNear(today)
	}
	return nil
}

// posts returns what the person holds today, and enters every term into the history.
func (c *Card) posts(r *book.Reading, id data.PersonID, today data.Date) ([]string, error) {
	terms, err := r.Terms.Where(func(t data.Term) bool { return t.Person == id })
	if err != nil {
		return nil, err
	}
	var held []string
	for _, t := range terms {
		post, err := r.Posts.Get(t.Post)
		if errors.Is(err, book.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if t.HeldOn(today) {
			held = append(held, post.Name)
		}
		c.add(t.From, Entry{Icon: parts.IconRosette, Tone: parts.Blue, Title: post.Name, Text: data.Capital(string(t.How))})
	}
	seats, err := r.Seats.Where(func(s data.Seat) bool { return s.Person == id && s.HeldOn(today) })
	for _, s := range seats {
		held = append(held, fmt.Sprintf("GC seat %d", s.Number))
	}
	return held, err
}

func (c *Card) seats(r *book.Reading, id data.PersonID) error {
	seats, err := r.Seats.Where(func(s data.Seat) bool { return s.Person == id })
	if err != nil {
		return err
	}
	for _, s := range seats {
		body, err := r.Bodies.Get(s.Body)
		if err != nil && !errors.Is(err, book.ErrNotFound) {
			return err
		}
		how := data.Capital(string(s.How))
		if s.Votes != nil {
			how += ", " + data.NumberOf(*s.Votes, "vote", "votes")
		}
		c.add(s.Elected, Entry{Icon: parts.IconRosette, Tone: parts.Blue, Title: joined(" ", "Delegate to the", body.Name), Text: how})
	}
	return nil
}

func (c *Card) motions(r *book.Reading, id data.PersonID) error {
	motions, err := r.Motions.Where(func(m data.Motion) bool { return m.Mover == id || m.Seconder == id })
	if err != nil {
		return err
	}
	for _, m := range motions {
		did := "Moved "
		if m.Seconder == id {
			did = "Seconded "
		}
		on := m.Received
		if meeting, err := r.Meetings.Get(m.Meeting); err == nil {
			on = meeting.Date
		} else if !errors.Is(err, book.ErrNotFound) {
			return err
		}
		c.add(on, Entry{Icon: parts.IconDocument, Tone: parts.Amber, Title: did + m.Ref, Text: joined(", ", m.Title, string(m.Outcome))})
	}
	return nil
}

// attendance enters what the registers of the last meetings say.
func (c *Card) attendance(r *book.Reading, id data.PersonID) error {
	held, err := r.Meetings.Where(func(m data.Meeting) bool { return m.Status != data.Planned && !m.Off() })
	if err != nil {
		return err
	}
	held = held[max(0, len(held)-recentMeetings):]
	came := 0
	for _, m := range held {
		register, err := r.Events.Of(m.ID)
		if err != nil {
			return err
		}
		for _, a := range register.Attendance() {
			if a.Person != id {
				continue
			}
			came += b2i(a.Attended)
			c.add(m.Date, attended(a, m))
		}
	}
	switch {
	case len(held) == 1:
		c.Attended = []string{"Not at the last meeting", "Came to the last meeting"}[came]
	case len(held) > 1:
		c.Attended = fmt.Sprintf("%d of the last %d meetings", came, len(held))
	}
	return nil
}

func attended(a data.Attendance, m data.Meeting) Entry {
	if !a.Attended {
		return Entry{Icon: parts.IconMail, Tone: parts.Grey, Title: "Sent apologies", Text: m.Kind.String()}
	}
	if a.Capacity == data.Voter {
		return Entry{Icon: parts.IconCheck, Tone: parts.Green, Title: "Attended as a voter", Text: m.Kind.String()}
	}
	e := Entry{Icon: parts.IconCheck, Tone: parts.Grey, Title: "Attended as " + article(string(a.Capacity)), Text: m.Kind.String()}
	if a.Capacity == data.NoVote {
		e.Title, e.Text = "Attended without a vote", joined(": ", m.Kind.String(), a.Reason)
	}
	return e
}

func article(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func (c *Card) add(on data.Date, e Entry) {
	e.on = on
	c.History = append(c.History, e)
}
