package posts

import (
	"strings"

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
	consent *parts.Check
}

// startAdding opens the form for new delegates.
func (v *seatsView) startAdding() {
	if v.of.model.Kept {
		newSeatForm(v.of, Draft{Class: data.OpenSeat, Elected: v.of.model.Today()}).show("Add a delegate")
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
	s.class = parts.NewChoice(classNames(), "Open", nil)
	s.number = parts.NewNumberField()
	s.number.Named("Seat")
	s.number.OnChanged = func(string) { s.look() }
	s.elected = parts.NewDateField(of.model.Today())
	s.how = parts.NewChoice(howNames(), "Not recorded", nil)
	s.votes = parts.NewNumberField()
	s.votes.Named("Votes")
	s.consent = parts.NewCheck("Agreed that their contact details go to the CLP secretary", nil)
	s.elected.OnSubmitted = func(string) { s.record() }
	s.votes.OnSubmitted = func(string) { s.record() }
	s.number.OnSubmitted = func(string) { s.record() }
	s.PanelForm = parts.NewPanelForm(parts.Column(10,
		parts.NewFormRow("Delegate", s.who),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Class of seat", s.class), 1), parts.Grow(parts.NewFormRow("Seat", s.number).WithHint("blank: the next one"), 1)),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Elected on", s.elected), 1), parts.Grow(parts.NewFormRow("How", s.how), 1)),
		parts.NewFormRow("Votes", parts.Left(parts.Fixed(s.votes, 90))).WithHint("blank where there was no count"),
		s.consent),
		parts.NewButton("Done", func() { s.Shut() }).WithKey("Esc"), parts.NewButton("Record", s.record).Primary().WithKey("Enter"))
	s.put(d)
	return s
}

func (s *seatForm) show(title string) {
	s.Open(s.of.deps.Shell, title, s.who.Field())
}

func (s *seatForm) put(d Draft) {
	s.who.Put(d.Who.ID)
	for i, c := range data.SeatClasses() {
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
	s.consent.SetChecked(d.Consent)
}

// read returns what is typed. err wraps data.ErrDate when the day is no date.
func (s *seatForm) read() (Draft, error) {
	d := s.draft
	d.Who, d.How, d.Consent = s.who.Who(), howAt(s.how.Chosen()), s.consent.Checked()
	d.Class = data.OpenSeat
	if i := s.class.Chosen(); i >= 0 {
		d.Class = data.SeatClasses()[i]
	}
	d.Number, _ = s.number.Number()
	d.Votes = nil
	if n, ok := s.votes.Number(); ok && strings.TrimSpace(s.votes.Text) != "" {
		d.Votes = &n
	}
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
	if s.draft.ID != "" {
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

func classNames() []string {
	var names []string
	for _, c := range data.SeatClasses() {
		names = append(names, data.Capital(string(c)))
	}
	return names
}
