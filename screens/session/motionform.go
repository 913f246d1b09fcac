package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"branchbook/data"
	"branchbook/screens/parts"
)

// motionForm moves a motion: one on the agenda, or a new one.
func (p *Place) motionForm() { p.moveForm("") }

// moveForm moves a motion: the one that is meant, or whichever is chosen.
func (p *Place) moveForm(motion data.MotionID) {
	f := &motionForm{of: p, choices: p.model.Motions()}
	f.build()
	first := fyne.Focusable(f.title)
	if f.pick != nil {
		first = f.pick
	}
	for i, c := range f.choices {
		if c.Draft.ID == motion && motion != "" {
			f.pick.Choose(i + 1)
			f.take(i + 1)
			first = f.mover.field.Field()
		}
	}
	p.open("Motion", f.rows, first)
}

// motionKinds are the kinds that are moved at a meeting, in the order in which the form shows them.
var motionKinds = []data.MotionKind{data.OrdinaryMotion, data.EmergencyMotion, data.Procedural, data.Donation, data.Affiliation}

// motionForm is the form that moves a motion, or offers one as an emergency.
type motionForm struct {
	of      *Place
	choices []MotionChoice
	draft   MotionDraft

	pick      *parts.Choice // nil where no motion waits
	title     *parts.Field
	titleRow  *parts.FormRow
	kind      *parts.Segments
	amount    *parts.Field
	amountRow *parts.FormRow
	text      *parts.Editor
	mover     *nameRow
	seconders [2]*nameRow
	record    *parts.Button
	rows      *fyne.Container
}

func (f *motionForm) build() {
	p := f.of
	f.title = parts.NewField("A few words to find it by")
	f.titleRow = parts.NewFormRow("Title", f.title)
	f.text = parts.NewEditor("The text as it was handed in, if you have it", 4)
	f.record = parts.NewButton("Record: in debate", f.enter).Primary()
	f.seconders[1] = p.newNameRow("And by", func() fyne.Focusable { return f.record })
	f.seconders[0] = p.newNameRow("Seconded by", func() fyne.Focusable { return f.record })
	f.mover = p.newNameRow("Moved by", func() fyne.Focusable { return f.seconders[0].field.Field() })
	f.kind = parts.NewSegments([]string{"Ordinary", "Emergency", "Procedural", "Donation", "Affiliation"}, func(int) { f.show() })
	f.amount = parts.NewField("£25")
	f.amountRow = parts.NewFormRow("What it would cost", f.amount)
	rows := []fyne.CanvasObject{f.titleRow, f.mover.row, parts.RowTop(12, parts.Grow(f.seconders[0].row, 1), parts.Grow(f.seconders[1].row, 1)),
		parts.NewFormRow("Text", f.text), parts.Left(f.kind), f.amountRow, parts.Left(f.record)}
	if len(f.choices) > 0 {
		words := []string{"A new motion, from the floor"}
		for _, c := range f.choices {
			words = append(words, c.Words)
		}
		f.pick = parts.NewChoice(words, "", f.take)
		f.pick.Choose(0)
		rows = append([]fyne.CanvasObject{parts.NewFormRow("Which motion", f.pick)}, rows...)
	}
	f.rows = parts.Column(10, rows...)
	f.show()
}

// take fills the form with a motion on the agenda; 0 is a new one.
func (f *motionForm) take(i int) {
	f.draft = MotionDraft{}
	if i > 0 {
		f.draft = f.choices[i-1].Draft
	}
	name := f.of.model.name
	f.title.Put(f.draft.Title)
	f.text.Put(f.draft.Text)
	f.mover.put(f.draft.Mover, name(f.draft.Mover))
	f.seconders[0].put(f.draft.Seconder, name(f.draft.Seconder))
	f.seconders[1].put("", "")
	if len(f.draft.Also) > 0 {
		f.seconders[1].put(f.draft.Also[0], name(f.draft.Also[0]))
	}
	f.amount.Put(f.draft.Amount.String())
	f.kind.Choose(0)
	for n, k := range motionKinds {
		if k == f.draft.Kind {
			f.kind.Choose(n)
		}
	}
	f.show()
}

// offers says whether the motion waits for the chair's ruling before it can be moved.
func (f *motionForm) offers() bool {
	if motionKinds[f.kind.Chosen()] != data.EmergencyMotion {
		return false
	}
	mo, ok := f.of.model.motion(f.draft.ID)
	return !ok || mo.Ruling == nil
}

func (f *motionForm) show() {
	kind := motionKinds[f.kind.Chosen()]
	f.amountRow.Hidden = kind != data.Donation && kind != data.Affiliation
	f.record.SetLabel("Record: in debate")
	if f.offers() {
		f.record.SetLabel("Record: the chair is to rule")
	}
	parts.Settle(f.rows)
}

// read copies what is typed into the draft, and says whether it can be recorded.
func (f *motionForm) read() bool {
	d := &f.draft
	d.Title, d.Text = f.title.Text, f.text.Text
	f.titleRow.SetError(unless(strings.TrimSpace(d.Title) != "", "A motion needs a title: a few words to find it by."))
	fine := f.titleRow.Error() == ""
	who := func(n *nameRow) data.PersonID {
		id, known := n.who(f.of.model)
		n.row.SetError(unless(known, whoIsMeant))
		fine = fine && known
		return id
	}
	d.Mover, d.Seconder = who(f.mover), who(f.seconders[0])
	also := who(f.seconders[1])
	if d.Also = nil; also != "" && d.Seconder == "" {
		d.Seconder = also
	} else if also != "" {
		d.Also = []data.PersonID{also}
	}
	d.Kind, d.Amount = motionKinds[f.kind.Chosen()], 0
	if !f.amountRow.Hidden {
		var err error
		d.Amount, err = data.ParseMoney(f.amount.Text)
		f.amountRow.SetError(unless(err == nil, "Write the sum like £25."))
		fine = fine && err == nil
	}
	return fine
}

func (f *motionForm) enter() {
	switch {
	case !f.read():
	case f.offers():
		f.of.recorded(f.of.model.Offer(f.draft))
	default:
		f.of.recorded(f.of.model.Move(f.draft))
	}
}
