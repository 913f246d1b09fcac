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

// Liaison is the name of the body of those who keep in touch with a constituency party that has no delegates.
const Liaison = "CLP liaison"

// A Delegation is the branch's delegates as the place shows them: their sums, and a row for each seat.
type Delegation struct {
	// NoDelegates says that the constituency party meets with all its members, so that nobody is a delegate to it.
	NoDelegates bool
	// Kept says that there is a list to show: always where there are delegates, else when a liaison list was begun.
	Kept    bool
	Heading string     // "Delegates to the General Committee"
	Chip    parts.Mark // "13 filled, 2 vacant"
	Ends    string     // "Until the AGM of 11 June 2026 begins"

	Seats    string   // "15 seats"
	Sum      string   // "216 members ÷ 15 = 14.4, rounded up: 15 seats"
	SumNotes []string // the other reading, today's membership, the source
	// Balance is the verdict on how many delegates are women; BalanceNotes are its sum and the other reading.
	Balance      parts.Mark
	BalanceNotes []string
	// Women of Places are filled by women, and Needed must be, counted on all places.
	Women, Needed, Places int

	Rows     []SeatRow
	Warnings []string // sentences worth a look; nothing is refused for them
}

// A SeatRow is one seat; a vacant one has no ID.
type SeatRow struct {
	ID     data.SeatID
	Key    string // tells rows apart: the ID, or the number of a vacant seat
	Vacant bool
	Cells  []parts.Cell
	Words  string // the delegate's name, to be found by letters
}

// readDelegation works the delegation out from the very return that would be sent, so that the two never differ.
func (m *Model) readDelegation(r *book.Reading, people []data.Person) error {
	branch, err := r.Branch()
	if err != nil {
		return err
	}
	rules, err := r.Rules(m.Today())
	if err != nil {
		return err
	}
	body, err := bodyIn(r, branch)
	if err != nil {
		return err
	}
	d := Delegation{NoDelegates: branch.Structure == data.AllMembers, Heading: "Delegates to the " + data.GeneralCommittee}
	d.Kept = !d.NoDelegates || body.ID != ""
	if d.NoDelegates {
		d.Heading = "Liaison with the constituency party"
	}
	doc, err := m.document(r, body, branch, rules, people)
	if err != nil {
		return err
	}
	if m.seats = nil; body.ID != "" {
		if m.seats, err = r.Seats.On(body.ID, m.Today()); err != nil {
			return err
		}
	}
	if d.Ends, err = m.termEnds(r); err != nil {
		return err
	}
	if d.NoDelegates {
		doc.Rows = slices.DeleteFunc(doc.Rows, func(r data.DelegateRow) bool { return r.Vacant })
		d.Chip = parts.Mark{Tone: parts.Grey, Text: data.NumberOf(len(m.seats), "person", "people")}
	} else {
		d.figures(doc, rules, data.CountMembers(people, m.Today()).Members, m.Today())
		d.Warnings = doc.Warnings
	}
	d.Rows = m.seatRows(doc)
	m.Delegation = d
	return nil
}

// bodyIn finds the body that delegates form, or the liaison list; the zero Body when nobody was entered yet.
func bodyIn(r *book.Reading, branch data.Branch) (data.Body, error) {
	found, err := r.Bodies.Where(func(b data.Body) bool { return b.Name == bodyName(branch) })
	if err != nil || len(found) == 0 {
		return data.Body{Name: bodyName(branch)}, err
	}
	return found[0], nil
}

func bodyName(branch data.Branch) string {
	if branch.Structure == data.AllMembers {
		return Liaison
	}
	return data.GeneralCommittee
}

// document is the return as it stands today. While nobody was entered there is no body to ask the book about.
func (m *Model) document(r *book.Reading, body data.Body, branch data.Branch, rules data.Rules, people []data.Person) (data.DelegateReturnDoc, error) {
	if body.ID != "" {
		return r.DelegateReturn(body.ID, m.Today(), nil)
	}
	list, err := r.LastList(m.Today())
	in := data.DelegateInput{
		Branch: branch, Body: body, People: m.names, Rules: rules, AsAt: m.Today(),
		Members: data.CountMembers(people, m.Today()), MembersAsAt: m.Today(),
	}
	if list != nil {
		in.Members, in.MembersAsAt = list.Counts, list.AsAt
	}
	return data.NewDelegateReturn(in), err
}

// figures sets out the entitlement and the balance. Membership at the last list and today's are both shown when they
// differ.
func (d *Delegation) figures(doc data.DelegateReturnDoc, rules data.Rules, today int, on data.Date) {
	d.Seats = data.NumberOf(doc.Seats, "seat", "seats")
	d.Sum = doc.Entitlement.Sum
	if doc.Entitlement.Sum == "" {
		d.Seats, d.Sum = "Not set", data.Capital(doc.Entitlement.Verdict)+". Set it under Settings, Rules."
	}
	var reading []string
	for _, o := range doc.Entitlement.Other {
		reading = append(reading, data.Capital(o.Verdict)+".")
	}
	if i := strings.LastIndex(doc.Entitlement.Verdict, "membership of "); i >= 0 {
		reading = append(reading, "Counted on "+doc.Entitlement.Verdict[i+len("membership of "):]+".")
	}
	if len(reading) > 0 {
		d.SumNotes = append(d.SumNotes, strings.Join(reading, " "))
	}
	if _, now := rules.Seats.Seats(today, data.Date{}); now.Sum != doc.Entitlement.Sum && rules.Seats.Fixed == 0 && now.Sum != "" {
		if plain, _, ok := strings.Cut(doc.Entitlement.Sum, ";"); !ok || plain != now.Sum {
			d.SumNotes = append(d.SumNotes, "Today: "+now.Sum+".")
		}
	}
	if doc.Entitlement.Source != "" {
		d.SumNotes = append(d.SumNotes, doc.Entitlement.Source)
	}
	d.Chip = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: fmt.Sprintf("%d filled", doc.Filled)}
	switch {
	case doc.Seats > 0 && doc.Filled > doc.Seats:
		d.Chip = parts.Mark{Tone: parts.Amber, Icon: parts.IconWarning, Text: fmt.Sprintf("%d filled, %d more than entitled", doc.Filled, doc.Filled-doc.Seats)}
	case doc.Vacant > 0:
		d.Chip = parts.Mark{Tone: parts.Amber, Icon: parts.IconCircle, Text: fmt.Sprintf("%d filled, %d vacant", doc.Filled, doc.Vacant)}
	}
	d.balance(doc, rules.Delegation)
}

func (d *Delegation) balance(doc data.DelegateReturnDoc, rule data.Balance) {
	d.Women, d.Places = doc.Women, max(doc.Seats, doc.Filled)
	d.Needed = max(rule.AtLeast, ceilShare(rule.Share, d.Places))
	d.Balance = parts.Mark{Tone: parts.Green, Icon: parts.IconCheck, Text: data.Capital(doc.Balance.Verdict)}
	if doc.Balance.Warning {
		d.Balance.Tone, d.Balance.Icon = parts.Amber, parts.IconWarning
	} else if doc.Women < d.Needed {
		d.Balance.Tone, d.Balance.Icon = parts.Grey, parts.IconInfo
	}
	if doc.Balance.Sum != "" {
		d.BalanceNotes = append(d.BalanceNotes, data.Capital(doc.Balance.Sum)+".")
	}
	for _, o := range doc.Balance.Other {
		d.BalanceNotes = append(d.BalanceNotes, data.Capital(o.Verdict)+".")
	}
}

// ceilShare is how many a share of so many people is, a part counted as one.
func ceilShare(s data.Share, people int) int {
	of := s.Of(people)
	n, rest := of.Num().Int64()/of.Denom().Int64(), of.Num().Int64()%of.Denom().Int64()
	if rest > 0 {
		n++
	}
	return int(n)
}

// termEnds says until when the seats run.
func (m *Model) termEnds(r *book.Reading) (string, error) {
	coming, err := r.Meetings.Where(func(x data.Meeting) bool {
		return x.Kind == data.AGM && x.Status != data.Closed && !x.Date.Before(m.Today())
	})
	if err != nil || len(coming) == 0 {
		return "Terms end when the next AGM begins", err
	}
	return "Terms end when the AGM of " + coming[0].Date.Short() + " begins", nil
}

func (m *Model) seatRows(doc data.DelegateReturnDoc) []SeatRow {
	left := slices.Clone(m.seats)
	var rows []SeatRow
	for _, r := range doc.Rows {
		if r.Vacant {
			rows = append(rows, vacantRow(r.Seat))
			continue
		}
		i := slices.IndexFunc(left, func(s data.Seat) bool {
			return s.Person == r.Person && s.Number == r.Seat && s.Elected == r.Elected
		})
		if i < 0 {
			continue
		}
		rows = append(rows, m.seatRow(left[i], r))
		left = slices.Delete(left, i, i+1)
	}
	return rows
}

func vacantRow(number int) SeatRow {
	quiet := parts.Cell{Text: "–", Tone: parts.Amber}
	return SeatRow{
		Key: fmt.Sprintf("vacant %d", number), Vacant: true, Words: "Vacant",
		Cells: []parts.Cell{{Text: fmt.Sprint(number), Tone: parts.Amber}, {Text: "Vacant", Bold: true, Tone: parts.Amber}, quiet, quiet, quiet, quiet, quiet, quiet},
	}
}

func (m *Model) seatRow(s data.Seat, r data.DelegateRow) SeatRow {
	quiet := func(text string) parts.Cell { return parts.Cell{Text: cmp.Or(text, "–"), Tone: parts.Quiet} }
	votes, number := "", ""
	if s.Votes != nil {
		votes = fmt.Sprint(*s.Votes)
	}
	if s.Number > 0 {
		number = fmt.Sprint(s.Number)
	}
	return SeatRow{
		ID: s.ID, Key: string(s.ID), Words: r.Name(),
		Cells: []parts.Cell{
			quiet(number), {Text: r.Name()}, quiet(cmp.Or(data.Capital(string(r.Gender)), "Not stated")), quiet(data.Capital(string(s.Class))),
			quiet(s.Elected.Short()), quiet(data.Capital(string(s.How))), quiet(votes), contactCell(m.names[s.Person], s.Consent),
		},
	}
}

// contactCell says whether the constituency secretary could reach the delegate. No detail is shown here.
func contactCell(p data.Person, consent bool) parts.Cell {
	switch {
	case p.Email == "" && len(p.Phones) == 0:
		return parts.Cell{Text: "None recorded", Tone: parts.Amber, Icon: parts.IconWarning}
	case !consent:
		return parts.Cell{Text: "Not to be shared", Tone: parts.Quiet, Icon: parts.IconLock}
	}
	return parts.Cell{Text: "Recorded", Tone: parts.Green, Icon: parts.IconCheck}
}

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
	Consent  bool
}

// Seat returns a seat to be corrected, and the delegate's name.
func (m *Model) Seat(id data.SeatID) (Draft, string, bool) {
	for _, s := range m.seats {
		if s.ID == id {
			return Draft{
				ID: s.ID, Revision: s.Revision, Number: s.Number, Who: parts.Who{ID: s.Person}, Class: s.Class,
				Elected: s.Elected, How: s.How, Votes: s.Votes, Consent: s.Consent,
			}, m.names.Name(s.Person), true
		}
	}
	return Draft{}, "", false
}

// Look says what is worth a look about a seat before it is recorded; "" for nothing. Nothing is refused for it.
func (m *Model) Look(d Draft) string {
	for _, s := range m.seats {
		switch {
		case s.ID == d.ID:
		case d.Who.ID != "" && s.Person == d.Who.ID:
			return fmt.Sprintf("%s already has seat %d. A person can hold one of them.", m.people.NameOf(d.Who), s.Number)
		case d.Number > 0 && s.Number == d.Number:
			return fmt.Sprintf("Seat %d is held by %s.", d.Number, m.names.Name(s.Person))
		}
	}
	full := !slices.ContainsFunc(m.Rows, func(r SeatRow) bool { return r.Vacant })
	if d.ID == "" && full && len(m.seats) > 0 && !m.NoDelegates {
		return "This is one more than the branch is entitled to: " + m.Sum + "."
	}
	if d.Who.ID == "" && d.Who.Name != "" {
		return m.people.NameOf(d.Who) + " is not in the book yet, and will be added as a member."
	}
	return ""
}

// Record puts a delegate into a seat, or corrects one. The body is made with its first delegate.
func (m *Model) Record(d Draft) (line string, err error) {
	if d.Who.IsZero() {
		return "", data.NewProblem("Type who was elected: a few letters of the name find a member.", nil)
	}
	if d.Elected.IsZero() {
		return "", data.NewProblem("Type the date of the election, as 11 June 2026.", nil)
	}
	what := "add " + m.people.NameOf(d.Who) + " as a delegate"
	if d.ID != "" {
		what = "correct the seat of " + m.people.NameOf(d.Who)
	}
	number := d.Number
	err = m.book.Change(what, func(tx *book.Tx) error {
		seat := data.Seat{ID: d.ID, Revision: d.Revision}
		if d.ID != "" {
			kept, err := tx.Seats.Get(d.ID)
			if err != nil {
				return err
			}
			seat, seat.Revision = kept, d.Revision
		} else {
			body, err := bodyFor(tx)
			if err != nil {
				return err
			}
			seat.ID, seat.Body = data.SeatID(tx.NewID()), body
			if number == 0 {
				if number, err = freeSeat(tx, body, d.Elected); err != nil {
					return err
				}
			}
		}
		person, err := tx.Member(d.Who.ID, d.Who.Name)
		if err != nil {
			return err
		}
		if number == 0 {
			number = seat.Number
		}
		seat.Number, seat.Person, seat.Class = number, person, cmp.Or(d.Class, data.OpenSeat)
		seat.Elected, seat.How, seat.Votes, seat.Consent = d.Elected, d.How, d.Votes, d.Consent
		return tx.Seats.Put(seat)
	})
	if d.ID != "" {
		return fmt.Sprintf("Seat %d corrected.", number), err
	}
	return fmt.Sprintf("%s recorded in seat %d.", m.people.NameOf(d.Who), number), err
}

// bodyFor returns the body that the branch's delegates form, made if need be.
func bodyFor(tx *book.Tx) (data.BodyID, error) {
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

// freeSeat is the lowest number that nobody holds on a date or since.
func freeSeat(tx *book.Tx, body data.BodyID, on data.Date) (int, error) {
	held, err := tx.Seats.Where(func(s data.Seat) bool { return s.Body == body && (s.Ends.IsZero() || !s.Ends.Before(on)) })
	if err != nil {
		return 0, err
	}
	n := 1
	for slices.ContainsFunc(held, func(s data.Seat) bool { return s.Number == n }) {
		n++
	}
	return n, nil
}

// EndSeat ends a seat; last is its last day. The reason goes into the history with it.
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
		seat.Ends = last
		return tx.Seats.Put(seat)
	})
}

// BeginLiaison begins a list of those who keep in touch with a constituency party that has no delegates.
func (m *Model) BeginLiaison() error {
	return m.book.Change("begin a list of liaison with the constituency party", func(tx *book.Tx) error {
		_, err := bodyFor(tx)
		return err
	})
}
