package today

import (
	"fmt"
	"strings"
	"time"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
	"branchbook/screens/place"
)

// minuteBook is what this place needs of the open book; *book.Book has it.
type minuteBook interface {
	Read(func(*book.Reading) error) error
}

// Copies knows the book's safe copies.
type Copies interface {
	// Last says when the newest was made and where it is, in words ("in the book's own folder"); false when there is none.
	Last() (made time.Time, where string, ok bool)
	// BackUp asks where a copy is to go, and makes it. It returns at once, and says itself how it went.
	BackUp()
}

// A Model is the page without a window.
type Model struct {
	Greeting, Under string
	// New says that the book is still empty: Steps are shown, and nothing else.
	New   bool
	Steps steps

	Next    nextCard
	Duties  []duty // the most urgent first
	Waiting string // "5 things, most urgent first"
	Copy    copyCard

	book   minuteBook
	copies Copies
	now    func() time.Time
}

// NewModel returns a model of the book. Nothing is read before Load.
func NewModel(b minuteBook, copies Copies, now func() time.Time) *Model {
	return &Model{book: b, copies: copies, now: now}
}

// copyCard is when the last safe copy was made.
type copyCard struct {
	Mark parts.Mark
	Text string
}

// facts is what the page is worked out from.
type facts struct {
	r        *book.Reading
	branch   data.Branch
	rules    data.Rules // in force today
	today    data.Date
	people   []data.Person
	meetings []data.Meeting
	names    data.Names
}

// Load reads the book again.
func (m *Model) Load() error {
	now := m.now()
	err := m.book.Read(func(r *book.Reading) error {
		f, err := look(r, data.DateOf(now))
		if err != nil {
			return err
		}
		members := data.CountMembers(f.people, f.today).Members
		m.Greeting = greeting(now.Hour(), f.branch.Secretary)
		m.Under = joined(f.today.Long(), commas(f.branch.Name, f.branch.CLP), some(members, "member", "members"))
		if m.Steps, err = stepsOf(f, members); err != nil {
			return err
		}
		m.New = isNew(f.meetings, members)
		if m.Next, err = nextOf(f); err != nil {
			return err
		}
		m.Duties, err = dutiesOf(f, members)
		return err
	})
	m.Waiting = data.NumberOf(len(m.Duties), "thing", "things")
	if len(m.Duties) > 1 {
		m.Waiting += ", most urgent first"
	}
	m.Copy = copyOf(m.copies, data.DateOf(now))
	return err
}

func look(r *book.Reading, today data.Date) (facts, error) {
	f := facts{r: r, today: today}
	var err error
	if f.branch, err = r.Branch(); err != nil {
		return f, err
	}
	if f.rules, err = r.Rules(today); err != nil {
		return f, err
	}
	if f.people, err = r.People.All(); err != nil {
		return f, err
	}
	f.names = data.NamesOf(f.people)
	f.meetings, err = r.Meetings.All()
	return f, err
}

// isNew says whether the book wants its first steps: no meeting has begun, and members or a plan are still missing.
func isNew(meetings []data.Meeting, members int) bool {
	for _, m := range meetings {
		if m.Status != data.Planned {
			return false
		}
	}
	return members == 0 || len(meetings) == 0
}

// greeting is by the time of day, with the secretary's first name where it is known.
func greeting(hour int, secretary string) string {
	words := "Good evening"
	switch {
	case hour < 12:
		words = "Good morning"
	case hour < 18:
		words = "Good afternoon"
	}
	if names := strings.Fields(secretary); len(names) > 0 {
		words += ", " + names[0]
	}
	return words
}

// weekly is how old a safe copy may be before it wants a look, in days.
const weekly = 7

func copyOf(c Copies, today data.Date) copyCard {
	made, where, ok := c.Last()
	if !ok {
		return copyCard{parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: "None yet"},
			"There is no safe copy of this book yet. Make one to a USB stick, and keep it away from this laptop."}
	}
	on := data.DateOf(made)
	old := today.Sub(on)
	card := copyCard{Text: fmt.Sprintf("Last backup %s, %s, %s.", on, data.TimeOf(made), where)}
	card.Mark = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: "Today"}
	if old > 0 {
		card.Mark.Text = data.NumberOf(old, "day", "days") + " old"
	}
	if old > weekly {
		card.Mark.Tone, card.Mark.Icon = parts.Amber, parts.IconClock
	}
	return card
}

// The routes that this page leads to.
func meetingRoute(id data.MeetingID) place.Route {
	return place.Route{Place: "meetings", ID: string(id)}
}

func sessionRoute(id data.MeetingID) place.Route {
	return place.Route{Place: "session", ID: string(id)}
}
