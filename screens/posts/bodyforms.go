package posts

import (
	"strings"

	"branchbook/data"
	"branchbook/screens/parts"
)

// startBody asks for another body that delegates are sent to; the usual ones are offered, with the rules that were
// published for them.
func (v *seatsView) startBody() {
	field := parts.NewField("Trades council")
	var usual []string
	for _, b := range v.of.model.FurtherBodies() {
		usual = append(usual, b.Name)
	}
	choice := parts.NewChoice(usual, "Usual bodies", func(i int) {
		if i >= 0 {
			field.Put(usual[i])
		}
	})
	rows := parts.RowTop(12, parts.Grow(parts.NewFormRow("Name of the body", field), 3), parts.Grow(parts.NewFormRow("Or choose", choice), 3))
	v.of.ask("Add a body that delegates are sent to", rows, field, func() (string, error) {
		return strings.TrimSpace(field.Text) + " added. Its rules can be changed with Rules.", v.of.model.AddBody(field.Text)
	})
}

// bodyForm is the rules of a body, as they are typed.
type bodyForm struct {
	*parts.PanelForm
	of                              *Place
	body                            data.Body
	name                            *parts.Field
	seats, extra, reserved, balance *parts.Field
	kind, term                      *parts.Choice
	until                           *parts.DateField
	years                           *parts.NumberField
	who                             *candidacyForm
}

// startRules opens the rules of the body that is shown.
func (v *seatsView) startRules() {
	if !v.of.model.Kept {
		return
	}
	f := newBodyForm(v.of)
	f.Open(v.of.deps.Shell, "Rules of the "+f.body.Name, f.seats)
}

func newBodyForm(of *Place) *bodyForm {
	body, typed := of.model.Body()
	f := &bodyForm{of: of, body: body, who: newCandidacyForm(body.Eligible)}
	f.name = parts.NewField("Trades council")
	f.name.Put(body.Name)
	f.kind = parts.NewChoice(words(data.BodyKinds()), "Not said", nil)
	f.kind.ChooseValue(data.Capital(string(body.Kind)))
	hint := "none"
	if body.IsGeneralCommittee() {
		hint = "as under Settings, Rules"
		f.name.Disable()
	}
	f.seats, f.extra = f.text(typed.Seats, hint), f.text(typed.Extra, "1 woman if 100 or more")
	f.reserved, f.balance = f.text(typed.Reserved, "1 secretary, 1 youth"), f.text(typed.Balance, "as under Settings, Rules")
	var terms []string
	for _, k := range data.TermKinds() {
		terms = append(terms, data.Capital(k.Words()))
	}
	f.term = parts.NewChoice(terms, "", nil)
	f.term.ChooseValue(data.Capital(body.Term.Kind.Words()))
	f.until = parts.NewDateField(of.model.Today())
	f.until.PutDate(body.Term.On)
	f.years = parts.NewNumberField()
	f.years.Named("Years of a term")
	if body.Term.Years > 0 {
		f.years.PutNumber(body.Term.Years)
	}
	f.PanelForm = parts.NewPanelForm(parts.Column(12,
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Name", f.name), 1), parts.Grow(parts.NewFormRow("Kind", f.kind), 1)),
		parts.NewFormRow("Seats of the branch", f.seats).WithHint("such as 1 per 15, or part; or 2 seats"),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Extra seats", f.extra), 1), parts.Grow(parts.NewFormRow("Of them not open", f.reserved), 1)),
		parts.NewFormRow("Women in the delegation", f.balance).WithHint("at least half; every second a woman"),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("A delegate sits", f.term), 2), parts.Grow(parts.NewFormRow("Last day", f.until), 2),
			parts.Grow(parts.NewFormRow("Years", parts.Left(parts.Fixed(f.years, 70))), 1)),
		f.who.rows()),
		parts.NewButton("Cancel", func() { f.Shut() }), parts.NewButton("Keep these rules", f.record).Primary())
	return f
}

// text is a field of the form that shows, as it is typed, what the rules come to.
func (f *bodyForm) text(typed, hint string) *parts.Field {
	field := parts.NewField(hint)
	field.Put(typed)
	field.OnChanged = func(string) { f.look() }
	field.OnSubmitted = func(string) { f.record() }
	return field
}

func (f *bodyForm) read() (data.Body, data.BodyTexts, error) {
	b := f.body
	b.Name, b.Eligible = f.name.Text, f.who.read()
	if i := f.kind.Chosen(); i >= 0 {
		b.Kind = data.BodyKinds()[i]
	}
	b.Term = data.TermRule{}
	if i := f.term.Chosen(); i >= 0 {
		b.Term.Kind = data.TermKinds()[i]
	}
	var err error
	switch b.Term.Kind {
	case data.UntilDate, data.ForConference:
		b.Term.On, err = f.until.Date()
	case data.ForYears:
		b.Term.Years, _ = f.years.Number()
	}
	return b, data.BodyTexts{Seats: f.seats.Text, Extra: f.extra.Text, Reserved: f.reserved.Text, Balance: f.balance.Text}, err
}

// look says what the rules come to, or what cannot be read yet.
func (f *bodyForm) look() {
	b, typed, _ := f.read()
	words, err := f.of.model.LookAtBody(b, typed)
	if err != nil {
		f.Say(parts.Amber, data.Say(err))
		return
	}
	f.Say(parts.Blue, words)
}

func (f *bodyForm) record() {
	b, typed, err := f.read()
	if err == nil {
		err = f.of.model.KeepBody(b, typed)
	}
	if err != nil {
		f.Fail(err)
		return
	}
	f.Shut()
	f.of.said("The rules of the "+b.Name+" are kept.", nil)
}
