package posts

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// seatForm is a delegate being typed. It stays open for the next one: the day, the way and the class are carried over.
type seatForm struct {
	*parts.PanelForm
	of      *Place
	draft   Draft
	who     *parts.PersonField
	class   *parts.Choice
	number  *parts.NumberField
	elected *parts.DateField
	how     *parts.Choice
	votes   *parts.NumberField
	ballots *parts.NumberField
	consent *parts.Check
	// sender is the affiliate of an affiliate's delegate.
	sender      *parts.Field
	instruction *parts.Field
	attended    *parts.NumberField
	meetings    *parts.NumberField
}

// startAdding opens the form for new delegates.
func (v *seatsView) startAdding() {
	if v.of.model.Kept {
		newSeatForm(v.of, Draft{Class: v.of.model.Classes()[0], Elected: v.of.model.Day()}).show("Add a delegate")
	}
}

// startAffiliate opens the form for the delegates of affiliates.
func (v *seatsView) startAffiliate() {
	if v.of.model.Kept {
		newSeatForm(v.of, Draft{Class: data.OpenSeat, Elected: v.of.model.Day(), How: data.Appointed, Affiliate: true}).show("Add an affiliate's delegate")
	}
}

// startSubstitute opens the form for somebody who stands in for the delegate that is selected.
func (v *seatsView) startSubstitute() {
	d, name, ok := v.of.model.Seat(v.chosen())
	if ok && !d.Affiliate && !d.Substitute {
		newSeatForm(v.of, Draft{Class: d.Class, Number: d.Number, Elected: v.of.model.Day(), Substitute: true}).show("A substitute for " + name)
	}
}

// startCorrecting opens the form for the seat that is selected; on a vacant one, for a new delegate.
func (v *seatsView) startCorrecting() {
	draft, name, ok := v.of.model.Seat(v.chosen())
	if !ok {
		v.startAdding()
		return
	}
	newSeatForm(v.of, draft).show("Correct the seat of " + name)
}

func newSeatForm(of *Place, d Draft) *seatForm {
	s := &seatForm{of: of, draft: d}
	s.who = parts.NewPersonField("Delegate", of.model.everybody, s.look, s.record)
	s.class = parts.NewChoice(s.classNames(), "Open", func(int) { s.look() })
	s.number = numberField("Seat", s.record)
	s.number.OnChanged = func(string) { s.look() }
	s.elected = parts.NewDateField(of.model.Today())
	s.elected.OnDate = func(data.Date, error) { s.look() }
	s.elected.OnSubmitted = func(string) { s.record() }
	s.how = parts.NewChoice(howNames(), "Not recorded", nil)
	s.votes, s.ballots = numberField("Votes", s.record), numberField("Ballots that counted", s.record)
	s.attended, s.meetings = numberField("Meetings attended", s.record), numberField("Meetings held", s.record)
	s.consent = parts.NewCheck("Agreed that their contact details go to the CLP secretary", nil)
	s.sender, s.instruction = parts.NewField("Unite"), parts.NewField("use discretion on motion 4, and report back")
	s.PanelForm = parts.NewPanelForm(parts.Column(10, s.rows()...),
		parts.NewButton("Done", func() { s.Shut() }).WithKey("Esc"), parts.NewButton("Record", s.record).Primary().WithKey("Enter"))
	s.put(d)
	return s
}

func numberField(name string, done func()) *parts.NumberField {
	n := parts.NewNumberField()
	n.Named(name)
	n.OnSubmitted = func(string) { done() }
	return n
}

// rows are the fields that this sort of seat has; what comes after the election is asked for when a seat is corrected.
func (s *seatForm) rows() []fyne.CanvasObject {
	d := s.draft
	rows := []fyne.CanvasObject{parts.NewFormRow("Delegate", s.who)}
	elected := parts.RowTop(12, parts.Grow(parts.NewFormRow("Elected on", s.elected), 1), parts.Grow(parts.NewFormRow("How", s.how), 1))
	switch {
	case d.Affiliate:
		rows = append(rows, parts.NewFormRow("Sent by", s.sender), elected)
	case d.Substitute:
		rows = append(rows, parts.NewFormRow("Stands in from", s.elected))
	default:
		rows = append(rows,
			parts.RowTop(12, parts.Grow(parts.NewFormRow("Class of seat", s.class), 1), parts.Grow(parts.NewFormRow("Seat", s.number).WithHint("blank: the next one"), 1)),
			elected,
			parts.RowTop(12, parts.Grow(parts.NewFormRow("Votes", parts.Left(parts.Fixed(s.votes, 90))).WithHint("blank where there was no count"), 1),
				parts.Grow(parts.NewFormRow("Of so many ballots", parts.Left(parts.Fixed(s.ballots, 90))), 1)))
	}
	if d.ID != "" {
		rows = append(rows,
			parts.NewFormRow("Instruction", s.instruction).WithHint("what the branch asked; kept, and no rule"),
			parts.RowTop(12, parts.Grow(parts.NewFormRow("Meetings attended", parts.Left(parts.Fixed(s.attended, 90))), 1),
				parts.Grow(parts.NewFormRow("Of so many held", parts.Left(parts.Fixed(s.meetings, 90))), 1)))
	}
	return append(rows, s.consent)
}

func (s *seatForm) show(title string) {
	s.Open(s.of.deps.Shell, title, s.who.Field())
}

func (s *seatForm) put(d Draft) {
	s.who.Put(d.Who.ID)
	for i, c := range s.of.model.Classes() {
		if c == d.Class {
			s.class.Choose(i)
		}
	}
	if d.Number > 0 {
		s.number.PutNumber(d.Number)
	}
	s.elected.PutDate(d.Elected)
	for i, h := range data.WaysElected() {
		if h == d.How {
			s.how.Choose(i)
		}
	}
	if d.Votes != nil {
		s.votes.PutNumber(*d.Votes)
	}
	if d.Ballots > 0 {
		s.ballots.PutNumber(d.Ballots)
	}
	if d.Meetings > 0 {
		s.attended.PutNumber(d.Attended)
		s.meetings.PutNumber(d.Meetings)
	}
	s.sender.Put(d.Representing)
	s.instruction.Put(d.Instruction)
	s.consent.SetChecked(d.Consent)
}

// read returns what is typed. err wraps data.ErrDate when the day is no date.
func (s *seatForm) read() (Draft, error) {
	d := s.draft
	d.Who, d.How, d.Consent = s.who.Who(), howAt(s.how.Chosen()), s.consent.Checked()
	if i := s.class.Chosen(); i >= 0 {
		d.Class = s.of.model.Classes()[i]
	}
	d.Number, _ = s.number.Number()
	d.Votes = nil
	if n, ok := s.votes.Number(); ok && strings.TrimSpace(s.votes.Text) != "" {
		d.Votes = &n
	}
	d.Ballots, _ = s.ballots.Number()
	d.Attended, _ = s.attended.Number()
	d.Meetings, _ = s.meetings.Number()
	d.Representing, d.Instruction = s.sender.Text, s.instruction.Text
	var err error
	d.Elected, err = s.elected.Date()
	return d, err
}

// look says what is worth a look about what is typed so far.
func (s *seatForm) look() {
	d, _ := s.read()
	s.Say(parts.Amber, s.of.model.Look(d))
}

// record stores the seat, and makes ready for the next delegate.
func (s *seatForm) record() {
	d, err := s.read()
	var line string
	if err == nil {
		line, err = s.of.model.Record(d)
	}
	if err != nil {
		s.Fail(err)
		return
	}
	s.of.said(line, nil)
	if s.draft.ID != "" || s.draft.Substitute {
		s.Shut()
		return
	}
	s.who.Put("")
	s.number.Put("")
	s.votes.Put("")
	s.consent.SetChecked(false)
	s.Say(parts.Green, line)
	s.of.deps.Shell.Focus(s.who.Field())
}

func (s *seatForm) classNames() []string {
	var names []string
	for _, c := range s.of.model.Classes() {
		names = append(names, data.Capital(string(c)))
	}
	return names
}
