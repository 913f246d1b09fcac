package election

import (
	"branchbook/data"
	"branchbook/screens/parts"
)

// nominateForm is a nominee being typed. It stays open for the next one: a name, Enter, the proposer, Enter, the seconder,
// Enter. What was received and the consent are carried over.
type nominateForm struct {
	*parts.PanelForm
	of       *Place
	index    int
	who      *parts.PersonField
	partner  *parts.PersonField
	proposer *parts.PersonField
	seconder *parts.PersonField
	consent  *parts.Choice
	received *parts.DateField
	from     *parts.Field
	note     *parts.Field
}

var consents = [...]data.Consent{data.Consents, data.ConsentUnknown, data.ConsentRefused}

// startNominating opens the form for new nominees.
func (p *Place) startNominating() {
	newNominateForm(p, p.model.New()).show("Nominate for " + p.model.held.contest.Title)
}

// startCorrecting opens the form for the nominee who is selected.
func (p *Place) startCorrecting() {
	i := p.page.selected()
	if i < 0 || !p.model.Page.Open || p.model.Page.Trigger {
		return
	}
	newNominateForm(p, p.model.Nomination(i)).show("Correct the nomination of " + p.model.called(i))
}

func newNominateForm(p *Place, n Nomination) *nominateForm {
	f := &nominateForm{of: p, index: n.Index}
	focus := func(to *parts.PersonField) func() { return func() { p.deps.Shell.Focus(to.Field()) } }
	f.seconder = parts.NewPersonField("Seconder", p.model.everybody, f.look, f.record)
	f.proposer = parts.NewPersonField("Proposer", p.model.everybody, f.look, focus(f.seconder))
	f.who = parts.NewPersonField("Nominee", p.model.everybody, f.look, focus(f.proposer))
	f.partner = parts.NewPersonField("Job share with", p.model.everybody, f.look, f.record)
	f.consent = parts.NewChoice([]string{"Agrees to stand", "Not known yet", "Does not agree"}, "", nil)
	f.received = parts.NewDateField(p.model.Today())
	f.from, f.note = parts.NewField("their branch or constituency"), parts.NewField("for the secretary alone")
	f.from.OnChanged = func(string) { f.look() }
	f.from.OnSubmitted = func(string) { f.record() }
	f.note.OnSubmitted = func(string) { f.record() }
	f.received.OnSubmitted = func(string) { f.record() }
	f.PanelForm = parts.NewPanelForm(parts.Column(10,
		parts.NewFormRow("Nominee", f.who),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Proposer", f.proposer), 1), parts.Grow(parts.NewFormRow("Seconder", f.seconder), 1)),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Consent", f.consent), 1), parts.Grow(parts.NewFormRow("Received", f.received), 1)),
		parts.RowTop(12, parts.Grow(parts.NewFormRow("Job share with", f.partner).WithHint("optional"), 1), parts.Grow(parts.NewFormRow("From", f.from).WithHint("if not in the book"), 1)),
		parts.NewFormRow("Private note", f.note).WithHint("in no paper")),
		parts.NewButton("Done", func() { f.Shut() }).WithKey("Esc"), parts.NewButton("Record", f.record).Primary().WithKey("Enter"))
	f.put(n)
	return f
}

func (f *nominateForm) show(title string) { f.Open(f.of.deps.Shell, title, f.who.Field()) }

func (f *nominateForm) put(n Nomination) {
	for _, x := range []struct {
		field *parts.PersonField
		who   parts.Who
	}{{f.who, n.Who}, {f.partner, n.Partner}, {f.proposer, n.Proposer}, {f.seconder, n.Seconder}} {
		x.field.Put(x.who.ID)
		if x.who.ID == "" {
			x.field.Field().Put(x.who.Name)
		}
	}
	for i, c := range consents {
		if c == n.Consent {
			f.consent.Choose(i)
		}
	}
	f.received.PutDate(n.Received)
	f.from.Put(n.From)
	f.note.Put(n.Note)
}

// read returns what is typed. err wraps data.ErrDate when the day is no date.
func (f *nominateForm) read() (Nomination, error) {
	n := Nomination{
		Index: f.index, Who: f.who.Who(), Partner: f.partner.Who(), From: f.from.Text, Proposer: f.proposer.Who(), Seconder: f.seconder.Who(),
		Consent: consents[max(f.consent.Chosen(), 0)], Note: f.note.Text,
	}
	var err error
	n.Received, err = dateIn(f.received)
	return n, err
}

// look says what is worth a look about what is typed so far.
func (f *nominateForm) look() {
	n, _ := f.read()
	words, keepsOff := f.of.model.Look(n)
	tone := parts.Amber
	if keepsOff {
		words += " The nomination is kept; Alt+P puts them on the paper all the same."
	}
	f.Say(tone, words)
}

// record stores the nomination, and makes ready for the next.
func (f *nominateForm) record() {
	n, err := f.read()
	line := ""
	if err == nil {
		line, err = f.of.model.Nominate(n)
	}
	if err != nil {
		f.Fail(err)
		return
	}
	f.of.said(line, nil)
	if f.index >= 0 {
		f.Shut()
		return
	}
	next := f.of.model.New()
	next.Consent, next.Received = n.Consent, n.Received
	f.put(next)
	f.Say(parts.Green, line+" The next, or Esc.")
	f.of.deps.Shell.Focus(f.who.Field())
}
