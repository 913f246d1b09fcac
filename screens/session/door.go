package session

import (
	"strings"

	"branchbook/data"
	"branchbook/data/book"
	"branchbook/screens/parts"
)

// guestID begins the candidate that is no person in the book yet: the words that were typed follow it.
const guestID, otherID = "guest:", "other"

// A Coming is how somebody comes in. Its zero value leaves the capacity to the rules and the time blank.
type Coming struct {
	At     data.Time
	As     data.Capacity
	Reason string // why in that capacity, for the attendance sheet: "paid at the door"
	Online bool
}

// left says whether nothing but the time was said.
func (c Coming) left() bool { return c.As == "" && !c.Online }

// readDoor takes apart what is typed at the door: letters of a name, and behind commas how they come in: "oka, online",
// "fraz, voter, paid at the door". How is the text from the first of those words on. Words in front of it belong to the
// name, so that a surname may stand first, and a guest say where they are from.
func readDoor(typed string) (name, how string, c Coming) {
	words := strings.Split(typed, ",")
	at := len(words)
	for i, w := range words[1:] {
		as, isCapacity := data.CapacityFrom(w)
		switch {
		case data.SaysOnline(w):
			c.Online, at = true, min(at, i+1)
		case isCapacity:
			c.As, at = as, min(at, i+1)
		case i+1 > at && c.As != "":
			c.Reason = strings.TrimSpace(c.Reason + " " + strings.TrimSpace(w))
		}
	}
	return strings.TrimSpace(strings.Join(words[:at], ",")), strings.TrimSpace(strings.Join(words[at:], ",")), c
}

// Door returns whom the typed letters may mean, the best first, each with what Enter would do. A person who is in is
// offered out. Words behind a comma say how they come in: see readDoor.
func (m *Model) Door(typed string) []parts.Candidate {
	if m.door == nil {
		return nil
	}
	if o := unnamed.FindStringSubmatch(strings.ToLower(strings.TrimSpace(typed))); o != nil {
		return []parts.Candidate{{ID: otherID, Name: "One other (name not recorded)", Note: "a guest"}}
	}
	name, how, coming := readDoor(typed)
	in := m.present()
	var out []parts.Candidate
	for _, p := range m.door.find(name, shownMatches, func(id data.PersonID) bool { return in[id] }) {
		c := m.candidate(p, in[p.ID], coming)
		if how != "" {
			c.ID += "," + how
		}
		out = append(out, c)
	}
	if len([]rune(name)) > 1 && !strings.ContainsAny(name, "0123456789") {
		as := asWords(data.Visitor)
		if coming.As != "" {
			as = asWords(coming.As)
		}
		out = append(out, parts.Candidate{ID: guestID + strings.TrimSpace(typed), Name: "Add “" + name + "” " + as, Tone: parts.Quiet})
	}
	return out
}

func (m *Model) candidate(p data.Person, in bool, coming Coming) parts.Candidate {
	c := parts.Candidate{ID: string(p.ID), Name: m.toldApart(p)}
	if in {
		a, _ := m.attendance(string(p.ID))
		c.Note, c.Tone = strings.TrimSpace("in "+a.In.String())+": out?", parts.Green
		if !coming.left() {
			c.Note = "now " + howWords(coming) + "?"
		}
		return c
	}
	capacity, why := m.comesAs(p, coming)
	coming.At = m.moment()
	if since, late := m.tooLate(p, coming); late && coming.As == "" {
		c.Note, c.Tone = "too late to vote: doors closed "+since.String(), parts.Amber
		return c
	}
	switch capacity {
	case data.Voter:
		c.Note, c.Tone = "can vote", parts.Quiet
	case data.NoVote:
		c.Note, c.Tone = why, parts.Amber
	default:
		c.Note, c.Tone = string(capacity), parts.Quiet
	}
	if coming.Online {
		c.Note = strings.TrimPrefix(c.Note+", online", ", ")
	}
	return c
}

// toldApart returns a name, with the ward or the number of one who shares it.
func (m *Model) toldApart(p data.Person) string {
	if with := m.apart(p); with != "" {
		return p.Name() + " (" + with + ")"
	}
	return p.Name()
}

func (m *Model) apart(p data.Person) string { return m.door.apart(p) }

// comesAs says as what somebody comes in, and why: as was said at the door, else as they were earlier the same evening,
// else as the rules have it.
func (m *Model) comesAs(p data.Person, c Coming) (data.Capacity, string) {
	capacity, why := m.capacity(p)
	switch a, _ := m.attendance(string(p.ID)); {
	case c.As == "" && a.Attended && a.Capacity != "":
		return a.Capacity, a.Reason
	case c.As == "" || c.As == capacity && c.Reason == "":
		return capacity, why
	}
	return c.As, c.Reason
}

func howWords(c Coming) string {
	words := string(c.As)
	if c.Online {
		words = strings.TrimPrefix(words+", online", ", ")
	}
	return words
}

// asWords returns a capacity behind a name: "as an observer", "without a vote".
func asWords(c data.Capacity) string {
	switch c {
	case data.NoVote:
		return "without a vote"
	case data.Observer, data.InOffice:
		return "as an " + string(c)
	}
	return "as a " + string(c)
}

// AtTheDoor does what Enter on a candidate offers: in, out, in another way, a new guest, or somebody without a name.
func (m *Model) AtTheDoor(c parts.Candidate) (string, error) {
	if words, ok := strings.CutPrefix(c.ID, guestID); ok {
		return m.AddGuest(words, m.moment())
	}
	if c.ID == otherID {
		return m.ComeUnnamed(1, m.moment())
	}
	if who, how, said := strings.Cut(c.ID, ","); said {
		_, _, coming := readDoor("," + how)
		coming.At = m.moment()
		return m.ComeAs(data.PersonID(who), coming)
	}
	return m.InOrOut(data.PersonID(c.ID))
}

// InOrOut checks somebody in; who is in already goes out.
func (m *Model) InOrOut(who data.PersonID) (string, error) {
	if m.present()[who] {
		return m.GoOut(string(who), m.moment())
	}
	return m.ComeIn(who, m.moment())
}

// ComeIn checks somebody in at a time, which may be zero. A member without a vote is let in with the reason.
func (m *Model) ComeIn(who data.PersonID, at data.Time) (string, error) {
	return m.ComeAs(who, Coming{At: at})
}

// ComeAs checks somebody in as it was said at the door. Who is in already is in that way from then on: a member who pays
// at the door votes from that moment, and not before.
func (m *Model) ComeAs(who data.PersonID, c Coming) (string, error) {
	p, known := m.names[who]
	if !known {
		return "", data.NewProblem("This person is no longer in the book. Look again.", nil)
	}
	since, late := m.tooLate(p, c)
	if late && c.As == "" {
		return m.refuseVoter(p, c.At, since)
	}
	capacity, why := m.comesAs(p, c)
	a, came := m.attendance(string(who))
	here := came && a.Present
	if here {
		c.Online = c.Online || a.Online
	}
	if here && a.Capacity == capacity && a.Reason == why && a.Online == c.Online {
		return p.Name() + " is in already" + atWords(a.In) + ".", nil
	}
	what := "check in " + p.Name()
	if here {
		what = "put " + p.Name() + " down " + strings.TrimSpace(asWords(capacity)+online(c.Online))
	}
	err := m.change(what, func(tx *book.Tx) error {
		if late {
			if err := m.refuse(tx, who, c.At); err != nil {
				return err
			}
		}
		return tx.Events.Put(data.Event{
			ID: data.EventID(tx.NewID()), Meeting: m.meeting, Person: who, Unnamed: a.Unnamed, Move: data.CameIn, At: c.At,
			Capacity: capacity, Reason: why, Online: c.Online,
		})
	})
	return cameLine(p.Name(), capacity, why, c, here), err
}

// cameLine says who came: "Callum Frazer is in at 7.46pm without a vote: in arrears."
func cameLine(name string, capacity data.Capacity, why string, c Coming, changed bool) string {
	line := name + " is in"
	if c.As != "" && capacity != data.NoVote {
		line += " " + asWords(capacity)
	}
	if changed && !c.At.IsZero() {
		line += " from " + c.At.String()
	} else {
		line += atWords(c.At)
	}
	line += online(c.Online)
	switch {
	case why != "" && capacity == data.Voter:
		line += ": " + why
	case why != "":
		line += " without a vote: " + why
	case capacity == data.NoVote:
		line += " without a vote"
	}
	return line + "."
}

func online(is bool) string {
	if is {
		return ", online"
	}
	return ""
}

// AddGuest puts somebody who is not on the list into the book as a guest, and checks them in. Words behind a comma say
// where they are from, and as what they come: "Amy Stone, Riverside branch, observer".
func (m *Model) AddGuest(words string, at data.Time) (string, error) {
	named, _, c := readDoor(words)
	p := newGuest(named)
	if p.Name() == "" {
		return "", data.NewProblem("A guest needs a name. Type at least a surname, or + for one whose name is not recorded.", nil)
	}
	if c.As == "" {
		c.As = data.Visitor
	}
	err := m.change("add "+p.Name()+" "+asWords(c.As), func(tx *book.Tx) error {
		p.ID = data.PersonID(tx.NewID())
		if err := tx.People.Put(p); err != nil {
			return err
		}
		return tx.Events.Put(data.Event{
			ID: data.EventID(tx.NewID()), Meeting: m.meeting, Person: p.ID, Move: data.CameIn, At: at, Capacity: c.As, Reason: c.Reason, Online: c.Online,
		})
	})
	return p.Name() + " is in " + asWords(c.As) + atWords(at) + online(c.Online) + ".", err
}

// newGuest reads "Amy Stone, Riverside branch".
func newGuest(words string) data.Person {
	name, from, _ := strings.Cut(words, ",")
	first, last := "", strings.TrimSpace(name)
	if i := strings.LastIndexByte(last, ' '); i > 0 {
		first, last = strings.TrimSpace(last[:i]), last[i+1:]
	}
	return data.Person{First: first, Last: last, Status: data.Guest, Organisation: strings.TrimSpace(from)}
}
