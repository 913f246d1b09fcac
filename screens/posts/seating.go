package posts

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

// A Draft is a seat being typed.
type Draft struct {
	ID       data.SeatID // "" for a new one
	Revision int
	Number   int // 0 for the lowest that is free
	Who      parts.Who
	Class    data.SeatClass
	Elected  data.Date
	How      data.HowElected
	Votes    *int
	Ballots  int // that counted; 0 where there was no count
	Consent  bool
	// Representing names the affiliate that sends the delegate; "" for the branch.
	Representing string
	// Affiliate says that it is an affiliate's delegate, so that Representing is asked for.
	Affiliate bool
	// Substitute says that they stand in for the seat of that Number, and hold none.
	Substitute  bool
	Instruction string
	// Attended of Meetings of the body is how often the delegate went; 0 of 0 where it is not recorded.
	Attended, Meetings int
}

// Seat returns a seat to be corrected, and the delegate's name.
func (m *Model) Seat(id data.SeatID) (Draft, string, bool) {
	for _, s := range m.seats {
		if s.ID == id {
			return Draft{
				ID: s.ID, Revision: s.Revision, Number: s.Number, Who: parts.Who{ID: s.Person}, Class: s.Class,
				Elected: s.Elected, How: s.How, Votes: s.Votes, Ballots: s.BallotTotal, Consent: s.Consent,
				Representing: s.Representing, Affiliate: s.Representing != "", Substitute: s.SubstituteFor != "",
				Instruction: s.Instruction, Attended: s.Attended, Meetings: s.Meetings,
			}, m.names.Name(s.Person), true
		}
	}
	return Draft{}, "", false
}

// Classes are the classes of seat that the body has.
func (m *Model) Classes() []data.SeatClass { return m.body.SeatClasses() }

// Look says what is worth a look about a seat before it is recorded; "" for nothing. Nothing is refused for it.
func (m *Model) Look(d Draft) string {
	for _, s := range m.seats {
		switch {
		case s.ID == d.ID || d.Substitute:
		case d.Who.ID != "" && s.Person == d.Who.ID && s.SubstituteFor == "":
			return fmt.Sprintf("%s already has %s. A person can hold one of them.", m.people.NameOf(d.Who), titleOf(s))
		case d.Number > 0 && s.Number == d.Number && s.Own() && !d.Affiliate:
			return fmt.Sprintf("Seat %d is held by %s.", d.Number, m.names.Name(s.Person))
		}
	}
	full := !slices.ContainsFunc(m.Rows, func(r SeatRow) bool { return r.Vacant })
	if d.ID == "" && full && len(data.OwnSeats(m.seats)) > 0 && !m.NoDelegates && !d.Affiliate && !d.Substitute && m.Places > 0 {
		return "This is one more than the branch is entitled to: " + m.Sum + "."
	}
	if d.Who.ID == "" && d.Who.Name != "" {
		as := "a member"
		if d.Affiliate {
			as = "a delegate of an affiliate"
		}
		return m.people.NameOf(d.Who) + " is not in the book yet, and will be added as " + as + "."
	}
	return m.mayStand(d)
}

// titleOf names a seat after "has": "seat 6", "a seat for Unite".
func titleOf(s data.Seat) string {
	if s.Representing != "" {
		return "a seat for " + s.Representing
	}
	return s.Title()
}

// mayStand says why somebody may not stand for the seat; or what is to be confirmed, where the seat asks for more than a vote.
func (m *Model) mayStand(d Draft) string {
	p, known := m.names[d.Who.ID]
	if !known || d.Elected.IsZero() || d.Affiliate {
		return ""
	}
	class := cmp.Or(d.Class, data.OpenSeat)
	f := m.body.MayStand(class, p, d.Elected, m.rulesOn(d.Elected))
	asks := class == data.WomensSeat || class == data.YouthSeat || m.body.Eligible != data.Candidacy{}
	if f.Warning || asks && f.Asks() {
		return f.Sentence() + "."
	}
	return ""
}

// Record puts a delegate into a seat, or corrects one. The body is made with its first delegate. A term whose end is known
// ends by itself.
func (m *Model) Record(d Draft) (line string, err error) {
	d.Representing = strings.TrimSpace(d.Representing)
	switch {
	case d.Who.IsZero():
		return "", data.NewProblem("Type who was elected: a few letters of the name find a member.", nil)
	case d.Elected.IsZero():
		return "", data.NewProblem("Type the date of the election, as 11 June 2026.", nil)
	case d.Affiliate && d.Representing == "":
		return "", data.NewProblem("Type which affiliate sends the delegate, such as Unite.", nil)
	}
	what := "add " + m.people.NameOf(d.Who) + " as a delegate"
	if d.ID != "" {
		what = "correct the seat of " + m.people.NameOf(d.Who)
	}
	number := d.Number
	err = m.book.Change(what, func(tx *book.Tx) error {
		seat, err := m.seatFor(tx, d)
		if err != nil {
			return err
		}
		if seat.Person, err = delegate(tx, d); err != nil {
			return err
		}
		number = seat.Number
		seat.Class = cmp.Or(d.Class, data.OpenSeat)
		if d.ID == "" {
			seat.Ends = m.body.Term.Fixed(d.Elected)
		}
		seat.Elected, seat.How, seat.Votes, seat.BallotTotal, seat.Consent = d.Elected, d.How, d.Votes, d.Ballots, d.Consent
		seat.Representing, seat.Instruction = d.Representing, strings.TrimSpace(d.Instruction)
		seat.Attended, seat.Meetings = d.Attended, d.Meetings
		return tx.Seats.Put(seat)
	})
	name := m.people.NameOf(d.Who)
	switch {
	case d.Affiliate:
		return name + " recorded for " + d.Representing + ".", err
	case d.Substitute:
		return fmt.Sprintf("%s recorded as a substitute in seat %d.", name, number), err
	case d.ID != "":
		return fmt.Sprintf("Seat %d corrected.", number), err
	}
	return fmt.Sprintf("%s recorded in seat %d.", name, number), err
}

// seatFor returns the seat that is corrected, or a new one with its number.
func (m *Model) seatFor(tx *book.Tx, d Draft) (data.Seat, error) {
	if d.ID != "" {
		seat, err := tx.Seats.Get(d.ID)
		seat.Revision, seat.Number = d.Revision, cmp.Or(d.Number, seat.Number)
		return seat, err
	}
	body, err := m.storedBody(tx)
	if err != nil {
		return data.Seat{}, err
	}
	seat := data.Seat{ID: data.SeatID(tx.NewID()), Body: body, Number: d.Number}
	switch {
	case d.Substitute:
		i := slices.IndexFunc(m.seats, func(s data.Seat) bool { return s.Own() && s.Number == d.Number })
		if i < 0 {
			return seat, data.NewProblem("Type the number of the seat that the substitute stands in for.", nil)
		}
		seat.SubstituteFor = m.seats[i].ID
	case seat.Number == 0:
		seat.Number, err = freeSeat(tx, body, d)
	}
	return seat, err
}

// delegate returns who it is. An affiliate's delegate who is not in the book is put there as that, not as a member.
func delegate(tx *book.Tx, d Draft) (data.PersonID, error) {
	if !d.Affiliate || d.Who.ID != "" {
		return tx.Member(d.Who.ID, d.Who.Name)
	}
	id, err := tx.Member("", d.Who.Name)
	if err != nil {
		return "", err
	}
	p, err := tx.People.Get(id)
	if err != nil {
		return "", err
	}
	p.Status, p.Organisation = data.Affiliate, d.Representing
	return id, tx.People.Put(p)
}

// storedBody returns the body that is shown, stored if it is not yet.
func (m *Model) storedBody(tx *book.Tx) (data.BodyID, error) {
	if m.body.ID != "" {
		return m.body.ID, nil
	}
	branch, err := tx.Branch()
	if err != nil {
		return "", err
	}
	body, err := bodyIn(tx.Reading, branch)
	if err != nil || body.ID != "" {
		return body.ID, err
	}
	body.ID, body.Place = data.BodyID(tx.NewID()), 1
	return body.ID, tx.Bodies.Put(body)
}

// freeSeat is the lowest number that nobody holds on the date of the election or since, among the seats of the same
// affiliate or of the branch.
func freeSeat(tx *book.Tx, body data.BodyID, d Draft) (int, error) {
	held, err := tx.Seats.Where(func(s data.Seat) bool {
		return s.Body == body && s.Representing == d.Representing && s.SubstituteFor == "" && (s.Ends.IsZero() || !s.Ends.Before(d.Elected))
	})
	if err != nil {
		return 0, err
	}
	n := 1
	for slices.ContainsFunc(held, func(s data.Seat) bool { return s.Number == n }) {
		n++
	}
	return n, nil
}

// EndSeat ends a seat; last is its last day. The reason is kept with it, and goes into the history.
func (m *Model) EndSeat(id data.SeatID, last data.Date, reason string) error {
	d, name, ok := m.Seat(id)
	switch {
	case !ok:
		return data.NewProblem("Choose the seat first.", errors.New("posts: no seat chosen"))
	case last.IsZero():
		return data.NewProblem("Type the last day in the seat, as 9 April 2026.", nil)
	}
	what := fmt.Sprintf("end seat %d of %s on %s", d.Number, name, last.Short())
	if reason = strings.TrimSpace(reason); reason != "" {
		what += ": " + reason
	}
	return m.book.Change(what, func(tx *book.Tx) error {
		seat, err := tx.Seats.Get(id)
		if err != nil {
			return err
		}
		seat.Ends, seat.Why, seat.EndedBy = last, reason, ""
		return tx.Seats.Put(seat)
	})
}

// BeginLiaison begins a list of those who keep in touch with a constituency party that has no delegates.
func (m *Model) BeginLiaison() error {
	return m.book.Change("begin a list of liaison with the constituency party", func(tx *book.Tx) error {
		_, err := m.storedBody(tx)
		return err
	})
}
