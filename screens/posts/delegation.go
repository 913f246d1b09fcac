package posts

import (
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
	Ends    string     // "Terms end when the AGM of 11 June 2026 begins"

	Seats    string   // "15 seats"
	Sum      string   // "216 members ÷ 15 = 14.4, rounded up: 15 seats"
	SumNotes []string // the division by class, the other reading, today's membership, the source
	// Balance is the verdict on how many delegates are women; BalanceNotes are its sum and the other reading.
	Balance      parts.Mark
	BalanceNotes []string
	// Women of Places are filled by women, and Needed must be, counted on all places.
	Women, Needed, Places int

	Rows []SeatRow
	// Attendance says that it is recorded to how many meetings of the body somebody went, and the rows have a column for it.
	Attendance bool
	Warnings   []string // sentences worth a look; nothing is refused for them
}

// readDelegation works the delegation out from the very return that would be sent, so that the two never differ.
func (m *Model) readDelegation(r *book.Reading, people []data.Person) error {
	branch, err := r.Branch()
	if err != nil {
		return err
	}
	body, day := m.body, m.Day()
	rules := body.UnderRules(m.rulesOn(day))
	members, asAt, err := membershipOn(r, people, day)
	if err != nil {
		return err
	}
	d := Delegation{Heading: "Delegates to the " + body.Name}
	d.NoDelegates = branch.Structure == data.AllMembers && (body.Name == Liaison || body.IsGeneralCommittee())
	d.Kept = !d.NoDelegates || body.ID != ""
	if d.NoDelegates {
		d.Heading = "Liaison with the constituency party"
	}
	doc, err := m.document(r, data.DelegateInput{
		Branch: branch, Body: body, People: m.names, Rules: rules, AsAt: day, Members: members, MembersAsAt: asAt,
	})
	if err != nil {
		return err
	}
	var all []data.Seat
	if body.ID != "" {
		if all, err = r.Seats.Of(body.ID); err != nil {
			return err
		}
	}
	m.seats = slices.DeleteFunc(slices.Clone(all), func(s data.Seat) bool { return !s.HeldOn(day) })
	if d.Ends, err = m.termEnds(r); err != nil {
		return err
	}
	find, err := r.ElectionsFrom(m.Today())
	if err != nil {
		return err
	}
	allotted := rules.Seats.Allot(members, asAt)
	if d.NoDelegates {
		doc.Rows = slices.DeleteFunc(doc.Rows, func(r data.DelegateRow) bool { return r.Vacant })
		d.Chip = parts.Mark{Tone: parts.Grey, Text: data.NumberOf(len(m.seats), "person", "people")}
	} else {
		d.figures(doc, rules, allotted, data.CountMembers(people, day))
		d.Warnings = slices.Concat(doc.Warnings, m.twice())
	}
	d.Attendance = slices.ContainsFunc(m.seats, func(s data.Seat) bool { return s.Meetings > 0 })
	d.Rows = m.seatRows(doc, d.Attendance, vacancies{
		classes: m.classesLeft(allotted), all: all, on: day,
		filling: find.Fills(data.Source{Kind: data.FromBody, Record: data.ID(body.ID)}),
	})
	m.Delegation = d
	return nil
}

// membershipOn is what the newest list said of the members on a day, and when it was made; without one, as they are.
func membershipOn(r *book.Reading, people []data.Person, day data.Date) (data.Membership, data.Date, error) {
	list, err := r.LastList(day)
	if err != nil || list == nil {
		return data.CountMembers(people, day), day, err
	}
	return list.Counts, list.AsAt, nil
}

// twice are those who sit there in two seats, or who may be one person entered twice. The return itself warns of somebody in
// two of the branch's own seats.
func (m *Model) twice() []string {
	own := m.body.SatTwice(data.OwnSeats(m.seats), m.names, m.Day())
	var words []string
	for _, f := range m.body.SatTwice(m.seats, m.names, m.Day()) {
		known := slices.ContainsFunc(own, func(o data.Finding) bool { return o.Sentence() == f.Sentence() })
		if !known || strings.HasPrefix(f.Verdict, "two people") {
			words = append(words, data.Capital(f.Sentence())+".")
		}
	}
	return words
}

// bodyIn finds the body that delegates form, or the liaison list; the zero Body when nobody was entered yet.
func bodyIn(r *book.Reading, branch data.Branch) (data.Body, error) {
	found, err := r.Bodies.Where(func(b data.Body) bool { return b.Name == bodyName(branch) })
	if err != nil || len(found) == 0 {
		return usualBody(branch), err
	}
	return found[0], nil
}

func usualBody(branch data.Branch) data.Body {
	if branch.Structure == data.AllMembers {
		return data.Body{Name: Liaison, Kind: data.OtherBody}
	}
	return data.Body{Name: data.GeneralCommittee, Kind: data.GeneralCommitteeKind}
}

func bodyName(branch data.Branch) string { return usualBody(branch).Name }

// document is the return as it stands on the day. While nobody was entered there is no body to ask the book about.
func (m *Model) document(r *book.Reading, in data.DelegateInput) (data.DelegateReturnDoc, error) {
	if in.Body.ID != "" {
		return r.DelegateReturn(in.Body.ID, in.AsAt, nil)
	}
	return data.NewDelegateReturn(in), nil
}

// figures sets out the entitlement and the balance. Membership at the last list and today's are both shown when they
// differ.
func (d *Delegation) figures(doc data.DelegateReturnDoc, rules data.Rules, allotted data.Allotment, today data.Membership) {
	d.Seats = data.NumberOf(doc.Seats, "seat", "seats")
	d.Sum = doc.Entitlement.Sum
	if doc.Entitlement.Sum == "" {
		d.Seats, d.Sum = "Not set", data.Capital(doc.Entitlement.Verdict)+". Set it with Rules of this body, or under Settings, Rules."
	}
	if allotted.Division != "" {
		d.SumNotes = append(d.SumNotes, allotted.Division+".")
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
	if now := rules.Seats.Allot(today, data.Date{}).Finding; now.Sum != doc.Entitlement.Sum && rules.Seats.Fixed == 0 && now.Sum != "" {
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
	d.Needed = rule.Needed(d.Places)
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

// termEnds says until when the seats run: by the rule of the body, from its latest election on.
func (m *Model) termEnds(r *book.Reading) (string, error) {
	meetings, err := r.Meetings.Where(func(x data.Meeting) bool { return x.Status != data.Closed })
	if err != nil {
		return "", err
	}
	if m.body.Term.Kind == data.ForYears {
		return "Elected for " + data.NumberOf(max(1, m.body.Term.Years), "year", "years"), nil
	}
	// Elected the day before, an AGM held today is the next.
	_, words := data.TermEnds(m.body.Term, m.Day().AddDays(-1), meetings)
	words = strings.TrimPrefix(words, "until ")
	if m.body.Term.Kind == data.UntilAGM {
		return "Terms end when " + words, nil
	}
	return "Terms run until " + words, nil
}
